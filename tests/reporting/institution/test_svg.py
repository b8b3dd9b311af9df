"""Logos as SVG: plain shapes come through, nothing else does."""

import re
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st
from support.logos import ATTACKS, PLAIN_SVG, SVG, svg

from casecert_data.errors import InstitutionError
from casecert_data.reporting.institution._svg import svg_logo
from casecert_data.reporting.model._institution import Logo

FILE = Path("logo.svg")


def content(text: str) -> str:
    """Give what goes into a page of an SVG."""
    return b64decode(svg_logo(FILE, text.encode()).content).decode()


def tags(text: str) -> list[str]:
    """Name the elements that go into a page."""
    return tags_in(content(text))


def tags_in(drawn: str) -> list[str]:
    """Name the elements of an SVG."""
    root = fromstring(drawn)
    return [one.tag.removeprefix("{http://www.w3.org/2000/svg}") for one in root.iter()]


def test_the_drawing_comes_through_as_it_was() -> None:
    """Shapes, groups, gradients and their paint; style becomes attributes."""
    drawn = content(PLAIN_SVG)

    assert tags(PLAIN_SVG) == [
        *("svg", "defs", "linearGradient", "stop", "linearGradient", "g", "circle", "path"),
    ]
    assert '<g stroke="#fff" stroke-width="4">' in drawn
    assert 'fill="url(#same)"' in drawn
    assert '<linearGradient id="same" href="#shade"' in drawn
    assert 'fill="rgb(10%, 20%, 30%)" transform="rotate(-3.5)"' in drawn


def test_classes_of_its_own_style_sheet_reach_their_shapes() -> None:
    """As drawing programs write them; what a shape says itself beats them."""
    sheet = ".b{fill:red} rect,.a{fill:#0a6b5e;stroke:none} .b{stroke : blue !important}"
    drawn = content(
        svg(
            f"<defs><style>/* x */{sheet}</style></defs><circle class='a b' r='1'/>"
            "<path class='b' style='stroke:green' fill='pink' d='M0 0'/>"
        )
    )

    assert '<circle r="1" fill="#0a6b5e" stroke="blue"' in drawn
    assert '<path fill="red" d="M0 0" stroke="green"' in drawn
    assert '<rect width="9" height="9" fill="#0a6b5e" stroke="none"' in drawn
    assert "style" not in drawn


def test_a_clip_of_its_own_stays() -> None:
    """Export programs put one around everything."""
    clip = '<clipPath id="c"><rect width="3" height="3"/></clipPath><g clip-path="url(#c)"/>'

    assert tags(svg(clip)) == ["svg", "clipPath", "rect", "g", "rect"]


def test_what_the_editor_notes_stays_behind() -> None:
    """Whose draft it was, in which folder."""
    assert "Quixwell" not in content(PLAIN_SVG)
    assert "secret" not in content(PLAIN_SVG)
    assert "sodipodi" not in content(PLAIN_SVG)


def test_the_size_comes_from_the_view_box() -> None:
    """Half an inch high, with its proportions."""
    logo = svg_logo(FILE, PLAIN_SVG.encode())

    assert isinstance(logo, Logo)
    assert (logo.width, logo.height) == (2000, 500)


def test_the_size_comes_from_width_and_height_where_there_is_no_view_box() -> None:
    """As older programs write it."""
    drawn = content(f'{SVG} width="30mm" height="10.5mm"><rect width="9" height="9"/></svg>')

    assert 'viewBox="0 0 30 10.5"' in drawn


NAMES = st.sampled_from(
    ["g", "path", "rect", "stop", "svg", "script", "a", "image", "use", "style", "text", "set"]
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        ["fill", "d", "id", "href", "xlink:href", "style", "onload", "class", "width", "x:y"]
    ),
    st.sampled_from(
        [
            *("#a", "url(#a)", "url(x.svg#a)", "javascript:alert(1)", "M0 0h1", "1e3", "red"),
            *(
                "fill:red;stroke:url(http://x/)",
                "data:text/html,x",
                r"u\72l(#a)",
                "@import 'x'",
            ),
        ]
    ),
    max_size=3,
)
TREES = st.recursive(
    st.builds(lambda name, given: element(name, given, ""), NAMES, ATTRIBUTES),
    lambda inner: st.builds(
        lambda name, given, inside: element(name, given, "".join(inside)),
        NAMES,
        ATTRIBUTES,
        st.lists(inner, max_size=3),
    ),
    max_leaves=6,
)
ACTS = re.compile(
    r"(?i)script|\bon\w+=|url\((?!#)|href=\"(?!#)|data:|import|<(a|image|use|style)\b"
)


def element(name: str, given: Mapping[str, str], inside: str) -> str:
    """Write an element."""
    attributes = "".join(f" {key}={quoteattr(value)}" for key, value in given.items())
    return f"<{name}{attributes}>{inside}</{name}>"


@given(inside=TREES, given_to_root=ATTRIBUTES)
def test_whatever_is_in_an_svg_nothing_in_a_page_acts_or_loads(
    inside: str, given_to_root: dict[str, str]
) -> None:
    """It is refused in words, or only plain shapes are left."""
    more = "".join(f" {key}={quoteattr(value)}" for key, value in given_to_root.items())
    try:
        drawn = content(svg(inside, more=f'xmlns:x="urn:x"{more}'))
    except InstitutionError:
        return

    assert ACTS.search(drawn) is None
    assert set(tags_in(drawn)) <= {"svg", "g", "path", "rect", "stop"}


@pytest.mark.parametrize("name", ATTACKS)
def test_what_is_more_than_a_drawing_is_refused(name: str) -> None:
    """In words that say what to do, and in an error that the command line knows."""
    with pytest.raises(InstitutionError, match=r"logo\.svg: expected .*, found .*\. [A-Z]"):
        svg_logo(FILE, ATTACKS[name].encode())


@pytest.mark.parametrize(
    "foreign",
    [
        "<x:script xmlns:x='urn:x'>alert(1)</x:script>",
        "<b xmlns='http://www.w3.org/1999/xhtml'/>",
    ],
)
def test_what_belongs_to_no_drawing_is_left_out(foreign: str) -> None:
    """Editors put in elements of their own, and nothing of them is drawn."""
    assert tags(svg(foreign)) == ["svg", "rect"]


def test_bytes_that_are_no_text_are_refused() -> None:
    """As any other file that is no SVG."""
    with pytest.raises(InstitutionError, match="expected a picture as SVG"):
        svg_logo(FILE, b"\xff\xfe\x00<svg\x00")
