"""Draw a page as one HTML file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from casecert_data.catalog import say
from casecert_data.charts import Chart, draw_svg
from casecert_data.reporting.html._style import content_hash, shared_style, style_of
from casecert_data.reporting.model._blocks import Page, SourceItem

_FEW = 3
"""Boxes that stand in one row; more of them share rows evenly."""
_FOUR = 4
_SHORT = 32
"""Letters of a number with its words that are kept on one line beside other columns."""
_SHORT_TERM = 12
"""Letters of a fact's name that its narrow column holds; the renderer of PDF knows it too."""
_SHORT_HEAD = 12
"""Letters of a word in a table's head that its column makes room for."""
_FROM_RIGHT = (
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_KEPT = re.compile(
    r"\b(?P<kl>[A-Z]{1,6}(?:-[A-Z]{1,6})+|[A-Z]{1,6}-\d{1,6}|\d{3}-\d{3}-\d{4})\b"
    rf"|(?P<bdi>{_FROM_RIGHT}+(?:[ \u00a0.,'\u2019-]+{_FROM_RIGHT}+)*)"
)
"""Letters joined by hyphens, such as ACM-RN, and words that are read from the right; the
renderer of PDF knows both too. Browsers also break numbers at a hyphen, as in R-014."""

_PX_PER_INCH = 96

_FEW_BOXES = 3
"""Boxes that stand beside their question; more of them stand under it, in columns."""


def render_html(page: Page) -> str:
    """Draw a page as one self-contained HTML file.

    It holds no script and no address of anything to load, and its content security policy
    allows its own style only. Every text of the page stays text, whatever markup it looks like.

    Parameters
    ----------
    page
        The page, checked by its own making.

    Returns
    -------
    str
        The file's content, to be written as UTF-8 with line feeds alone.

    Examples
    --------
    >>> from casecert_data.reporting.model._blocks import Head, Page
    >>> html = render_html(Page("Tom & Ann", "en", (Head((), (), "Where you stand"),)))
    >>> "<title>Tom &amp; Ann</title>" in html
    True
    """
    return fill_page(page, None)


@dataclass(frozen=True, slots=True)
class Live:
    """What makes the charts of a page live."""

    figures: str
    """The figures as JSON, by the place of their chart, safe inside an element."""
    scripts: tuple[str, ...]
    """What draws them, in the order in which they run."""
    hashes: tuple[str, ...]
    """By which the policy allows each script."""
    style: str
    """Rules of live charts."""


def fill_page(page: Page, live: Live | None) -> str:
    """Fill the template of a page, with live charts or without any script.

    Examples
    --------
    >>> from casecert_data.reporting.model._blocks import Head, Page
    >>> "<script" in fill_page(Page("A", "en", (Head((), (), "A"),)), None)
    False
    """
    style = style_of(page) + (live.style if live else "")
    return (
        _environment()
        .get_template("page.html")
        .render(
            page=page,
            live=live,
            style=style,
            style_hash=content_hash(style),
            words=_words(),
        )
    )


def fill_template(name: str, **values: Any) -> str:
    """Fill another of the package's templates in the look of a page; every value stays text.

    Examples
    --------
    >>> fill_template("nothing.html")
    Traceback (most recent call last):
    jinja2.exceptions.TemplateNotFound: ...nothing.html...
    """
    style = shared_style()
    return (
        _environment()
        .get_template(name)
        .render(style=style, style_hash=content_hash(style), product=say("product"), **values)
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        few_boxes=_FEW_BOXES,
        in_px=_in_px,
        logo_text=_logo_text,
        options_across=_options_across,
        in_pieces=_in_pieces,
        picture=_picture,
        short=_SHORT,
        short_head=_SHORT_HEAD,
        short_term=_SHORT_TERM,
        source_name=_source_name,
        source_runs=_source_runs,
    )
    return environment


def _words() -> Mapping[str, Any]:
    outcomes = ("met", "not_met", "unknown", "not_needed")
    return {name: say(f"page.{name}") for name in ("and", "or", "said")} | {
        "product": say("product"),
        "outcomes": {name: say(f"outcome.{name}") for name in outcomes},
    }


def _options_across(count: int) -> int:
    return 2 if count == _FOUR else min(count, _FEW)


def _in_pieces(text: str) -> Iterator[tuple[str | None, str]]:
    """Cut a text where a piece of it is kept together, or apart from what stands around it."""
    at = 0
    for found in _KEPT.finditer(text):
        yield None, text[at : found.start()]
        yield found.lastgroup, found[0]
        at = found.end()
    yield None, text[at:]


def _in_px(thousandths_of_an_inch: int) -> int:
    return max(1, round(thousandths_of_an_inch * _PX_PER_INCH / 1000))


def _logo_text(name: str) -> str:
    return say("institution.logo", name=name)


def _picture(chart: Chart, place: str) -> str:
    return draw_svg(chart, id_prefix=f"{place}-")


def _source_runs(items: Sequence[SourceItem]) -> list[tuple[str, list[SourceItem]]]:
    return [(group, list(run)) for group, run in groupby(items, key=lambda one: one.group)]


def _source_name(number: str) -> str:
    return say("page.source_n", n=number)
