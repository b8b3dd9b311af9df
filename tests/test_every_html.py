"""Every kind of HTML page: valid, sealed, and with the structure that is heard."""

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from support.college import college
from support.every_page import BY_REPORT, EVERY_PAGE, every_page
from support.html_elements import Element, read_html
from support.java import needs_java
from support.manifests import whole_summary
from support.nu_html import findings

from casecert_data.catalog import say
from casecert_data.reporting.html import render_html
from casecert_data.reporting.model._blocks import ChartPart, Span, pieces

MOST_BYTES = 200_000

OWN_ROLES = {
    "ol": {"list"},
    "table": {"table"},
    "tbody": {"rowgroup"},
    "td": {"cell"},
    "th": {"columnheader", "rowheader"},
    "thead": {"rowgroup"},
    "tr": {"row"},
    "ul": {"list"},
}
"""The role that an element has by itself. It is spelled out where a browser forgets it: in
lists without bullets, and in tables whose rows are stacked on a phone."""

FAULTS: Mapping[str, tuple[str, str]] = {
    "an id that stands twice": ("<main>", '<main id="s1"><p id="s1"></p>'),
    "an element that is not closed": ("</main>", "<section></main>"),
    "a picture without words": ("<main>", '<main><img src="data:,">'),
    "a cell too many": ("</tbody>", "<tr><td></td><td></td><td></td><td></td></tr></tbody>"),
    "a style that nobody reads": ("font-weight:600", "font-wieght:600"),
    "a table inside a heading": ("<h1>", "<h1><table></table>"),
}
"""What is wrong → what is replaced, and by what."""

every_name = pytest.mark.parametrize("name", EVERY_PAGE)


@cache
def html_of(name: str) -> str:
    """Draw a page, once."""
    return render_html(every_page()[name])


@cache
def elements_of(name: str) -> Element:
    """Draw a page and read it, once."""
    return read_html(html_of(name))


@pytest.fixture(params=EVERY_PAGE)
def handout(request: pytest.FixtureRequest) -> Element:
    """Give each page, read."""
    return elements_of(request.param)


def without_own_roles(html: str) -> str:
    """Take out the roles that elements have anyway."""
    roles = "|".join(sorted(set().union(*OWN_ROLES.values())))
    return re.sub(rf' role="(?:{roles})"', "", html)


# --- the Nu HTML checker --------------------------------------------------------------------


@pytest.mark.slow
def test_the_nu_html_checker_finds_nothing(tmp_path: Path) -> None:
    """Neither an error nor a warning, on any page, on any report of an institution, on links.

    It holds a role against an element that has it anyway, as the specification of ARIA in HTML
    does (w3c/html-aria#258 asks to change that): it is shown the pages without those roles.
    """
    needs_java()
    pages = {name: html_of(name) for name in EVERY_PAGE} | {"index": whole_summary()}
    for report, names in BY_REPORT.items():
        page = every_page()[next(iter(names))].handed_out_by(college())
        pages[f"{report}-of-a-college"] = render_html(page)
    for name, html in pages.items():
        (tmp_path / f"{name}.html").write_text(without_own_roles(html), "utf-8")

    assert findings(sorted(tmp_path.iterdir())) == []


@pytest.mark.slow
def test_the_nu_html_checker_finds_what_was_spoiled(tmp_path: Path) -> None:
    """A check that finds nothing must be able to find something."""
    needs_java()
    right = without_own_roles(html_of("person-R-014-issuer"))
    for name, (old, new) in FAULTS.items():
        assert old in right
        (tmp_path / f"{name}.html").write_text(right.replace(old, new, 1), "utf-8")
    found = {one.partition(".html")[0] for one in findings(sorted(tmp_path.iterdir()))}

    assert found == set(FAULTS)


def test_a_role_that_is_spelled_out_is_the_elements_own(handout: Element) -> None:
    """So it adds nothing but what a browser may have forgotten; pictures have theirs."""
    spelled = {
        (one.name, one.attributes["role"]) for one in handout.all() if "role" in one.attributes
    }

    assert {(name, role) for name, role in spelled if name != "svg"} <= {
        (name, role) for name, roles in OWN_ROLES.items() for role in roles
    }
    assert {role for name, role in spelled if name == "svg"} <= {"img"}


# --- sealed ---------------------------------------------------------------------------------


def test_the_policy_allows_the_one_style_and_nothing_else(handout: Element) -> None:
    """The hash is that of the element's content, to the byte; the policy comes before it."""
    policy, style = (
        one
        for one in handout.all("meta", "style")
        if one.name == "style" or one.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    parts = [part.split() for part in str(policy.attributes["content"]).split(";")]
    digest = b64encode(sha256(style.text().encode()).digest()).decode()

    assert {name: allowed for name, *allowed in parts} == {
        "default-src": ["'none'"],
        "img-src": ["data:"],
        "style-src": [f"'sha256-{digest}'"],
    }


def test_there_is_no_script_and_no_address(handout: Element) -> None:
    """Nothing runs, and nothing is asked for: every address is a place in the page."""
    addresses = [
        str(value)
        for one in handout.all()
        for name, value in one.attributes.items()
        if name in {"href", "src", "action", "data", "poster", "srcset"}
    ]

    assert not {one.name for one in handout.all()} & {
        "script",
        "link",
        "iframe",
        "object",
        "form",
        "base",
    }
    assert [one for one in addresses if not one.startswith(("#", "data:image/"))] == [
        str(one.attributes["href"]) for one in handout.all("a") if "out" in one.classes
    ]


def test_there_is_no_style_or_handler_in_an_attribute(handout: Element) -> None:
    """The policy would refuse them, so they would be dead words."""
    attributes = {name for one in handout.all() for name in one.attributes}

    assert "style" not in attributes
    assert not [name for name in attributes if name.startswith("on")]


def test_the_page_has_a_language_a_title_and_one_first_heading(handout: Element) -> None:
    """What a screen reader says first."""
    [root] = handout.all("html")

    assert root.attributes["lang"] == "en"
    assert next(handout.all("title")).text()
    assert len(list(handout.all("h1"))) == len(list(handout.all("main"))) == 1


def test_no_level_of_heading_is_left_out(handout: Element) -> None:
    """Who moves by headings must not wonder what was missed."""
    levels = [int(one.name[1]) for one in handout.all("h1", "h2", "h3", "h4", "h5", "h6")]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_stand_once_and_links_lead_somewhere(handout: Element) -> None:
    """Charts bring ids of their own."""
    ids = [str(one.attributes["id"]) for one in handout.all() if "id" in one.attributes]
    targets = {
        str(one.attributes["href"])[1:]
        for one in handout.all("a", "use")
        if "out" not in one.classes
    }

    assert len(ids) == len(set(ids))
    assert targets <= set(ids)


def test_every_table_has_a_caption_and_heads(handout: Element) -> None:
    """Each cell is read out with the head of its column and of its row."""
    for table in handout.all("table"):
        heads = [one.attributes["scope"] for one in table.all("th")]

        assert next(table.all("caption")).text()
        assert set(heads) == {"col", "row"}
        assert heads.count("row") == len(list(next(table.all("tbody")).all("tr")))


@every_name
def test_the_alternative_of_a_picture_is_its_charts_title_and_sentence(name: str) -> None:
    """The sentence says everything that the picture says; all other drawings are marks."""
    charts = [one.chart for one in pieces(every_page()[name]) if isinstance(one, ChartPart)]
    pictures = [
        one
        for one in elements_of(name).all("svg")
        if one.attributes.get("aria-hidden") != "true"
    ]

    assert [one.attributes["role"] for one in pictures] == ["img"] * len(charts)
    assert [named(one) for one in pictures] == [
        [chart.title, chart.sentence] for chart in charts
    ]


def named(picture: Element) -> list[str]:
    """Give the texts by which a picture is named, in their order."""
    texts = {str(one.attributes.get("id")): one.text() for one in picture.all()}
    return [texts[one] for one in str(picture.attributes["aria-labelledby"]).split()]


def test_every_outcome_has_its_word_beside_its_mark(handout: Element) -> None:
    """Never by color or shape alone."""
    known = {say(f"outcome.{name}") for name in ("met", "not_met", "unknown", "not_needed")}
    spans = [(str(one.attributes.get("class")), one.text()) for one in handout.all("span")]
    signs = [text for classes, text in spans if "oc" in classes.split()]

    assert set(signs) <= known


@every_name
def test_a_handout_is_small(name: str) -> None:
    """It is sent by mail."""
    assert len(html_of(name).encode()) <= MOST_BYTES


@every_name
def test_every_text_of_the_page_is_in_its_html(name: str) -> None:
    """No part is forgotten by the templates."""
    shown = elements_of(name).text().replace("\u00a0", " ")
    spans = [one.text for one in pieces(every_page()[name]) if isinstance(one, Span)]

    assert spans
    assert not [text for text in spans if text.replace("\u00a0", " ") not in shown]
