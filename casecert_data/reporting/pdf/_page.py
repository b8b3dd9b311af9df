"""Set a page as a PDF that passes PDF/UA-1."""

import json
import os
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.resources import as_file, files
from typing import Any

import typst

from casecert_data.catalog import brand, say
from casecert_data.charts import draw_svg
from casecert_data.errors import PageError
from casecert_data.reporting.model._blocks import (
    ChartPart,
    Column,
    Page,
    PicturePart,
    Row,
    Section,
    SourceItem,
    Span,
    TablePart,
    pieces,
)
from casecert_data.reporting.pdf._fonts import (
    families_from_right_to_left,
    font_families,
    shipped_fonts,
)
from casecert_data.reporting.pdf._institution import institution_to_set
from casecert_data.reporting.pdf._letters import (
    letters_not_shown,
    notes_on_letters,
    with_codes,
)
from casecert_data.reporting.pdf._svg import with_weights_for_typst

_WIDTH_BESIDE_NOTES, _WIDTH_ALONE = 360, 440
"""Width of a chart in px, each of which is three quarters of a point."""
_FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
    '<image href="data:{media};base64,{data}" width="{width}" height="{height}"/></svg>'
)
_LONG_WORD = re.compile(r"\S{60}")
_first_process: list[int] = []


def render_pdf(page: Page, *, on_note: Callable[[str], object] = lambda _: None) -> bytes:
    """Set a page as a tagged PDF for Letter paper.

    Equal pages give equal bytes where the same fonts are installed: there is no date in it. A
    letter that none of them has stands as its code, such as ``[U+1F600]``.

    Call it in a process that does not fork afterwards: typst keeps threads that a forked child
    lacks, so a child of a process that has set a PDF is refused instead of waiting forever.

    Parameters
    ----------
    page
        The page, checked by its own making.
    on_note
        Called with a sentence for each kind of letters that no font has.

    Returns
    -------
    bytes
        The file's content.

    Raises
    ------
    PageError
        If typst refuses the page.

    Examples
    --------
    >>> from casecert_data.reporting.model._blocks import Head, Page
    >>> render_pdf(Page("Ann", "en", (Head((), (), "Where you stand"),)))[:5]
    b'%PDF-'
    """
    refuse_forked_child()
    given = json.dumps(_given(page), ensure_ascii=False)
    pdf, missing = _set_with_codes(given)
    for note in notes_on_letters(missing):
        on_note(note)
    return pdf


def _set_with_codes(given: str) -> tuple[bytes, frozenset[str]]:
    missing: frozenset[str] = frozenset()
    while True:
        try:
            return _set(with_codes(given, missing)), missing
        except typst.TypstError as fault:
            more = letters_not_shown(fault.diagnostic) - missing
            if not more:
                raise PageError.not_typeset(fault.message) from None
            missing |= more


def _set(given: str) -> bytes:
    with as_file(files(__package__).joinpath("templates")) as folder:
        # The second value is typst's warnings; PDF/UA-1 turns all that matters into errors.
        pdf, _ = typst.compile_with_warnings(
            str(folder / "page.typ"),
            root=str(folder),
            font_paths=shipped_fonts(),
            sys_inputs={"given": given},
            pdf_standards=["ua-1"],
        )
    return pdf


def prepare_pdf(page: Page) -> None:
    """Do what setting a page needs, up to the setting itself, which would start threads.

    For a process from which others are forked: they then find fonts and words ready.
    """
    shipped_fonts()
    json.dumps(_given(page))


def refuse_forked_child() -> None:
    """Refuse to set anything in a child of a process that has set something.

    Raises
    ------
    PageError
        If this process was forked from such a one.
    """
    here = os.getpid()
    if _first_process and _first_process[0] != here:
        raise PageError.forked()
    _first_process[:] = [here]


def _given(page: Page) -> Mapping[str, Any]:
    plain = replace(page, institution=None).to_json()
    for block, entry in zip(page.blocks, plain["blocks"], strict=True):
        if isinstance(block, Section):
            for at, part in enumerate(block.parts):
                if isinstance(part, ChartPart):
                    entry["parts"][at] = _drawn_chart(part)
    told = _told(page)
    words = told + (page.institution.words() if page.institution else "")
    return {
        "page": _with_files(plain),
        "institution": institution_to_set(page.institution),
        "colors": dict(brand().colors),
        "fonts": font_families(words),
        "from-right-to-left": _from_right_to_left(words),
        # It has so many places to break that the best lines would take minutes.
        "has-long-word": _LONG_WORD.search(told) is not None,
        "words": {**_words(), "source_n": _source_names(page)},
    }


def _told(page: Page) -> str:
    plain = replace(page, institution=None).to_json()
    return json.dumps(_with_files(plain, has_files=False), ensure_ascii=False)


def _from_right_to_left(words: str) -> Mapping[str, list[str]] | None:
    """Give fonts by script if a page has letters that are read from the right; else nothing."""
    has_any = any(unicodedata.bidirectional(one) in {"R", "AL"} for one in set(words))
    return families_from_right_to_left() if has_any else None


def _with_files(plain: Any, *, has_files: bool = True) -> Any:
    """Wrap each picture of an educator in a drawing, since typst takes those as text."""
    if isinstance(plain, list):
        return [_with_files(one, has_files=has_files) for one in plain]
    if not isinstance(plain, dict):
        return plain
    if plain.get("part") != PicturePart.tagged[1]:
        return {name: _with_files(one, has_files=has_files) for name, one in plain.items()}
    shown = {name: one for name, one in plain.items() if name != "data"}
    return shown | {"svg": _FRAME.format(**plain)} if has_files else shown


def _words() -> Mapping[str, Any]:
    outcomes = ("met", "not_met", "unknown", "not_needed")
    return {name: say(f"page.{name}") for name in ("and", "or", "foot")} | {
        "product": say("product"),
        "outcomes": {name: say(f"outcome.{name}") for name in outcomes},
        "page_of": _pieces_of_page_number(),
    }


def _source_names(page: Page) -> Mapping[str, str]:
    """Name each source as a link to it is called."""
    numbers = (str(one.number) for one in pieces(page) if isinstance(one, SourceItem))
    return {number: say("page.source_n", n=number) for number in numbers}


def _pieces_of_page_number() -> list[str]:
    """Split the message where typst puts the two numbers; words get a leading quote."""
    number, count = "\ue000", "\ue001"
    pieces = re.split(f"([{number}{count}])", say("page.page_of", n=number, m=count))
    places = {number: "n", count: "m"}
    return [places.get(piece, f"'{piece}") for piece in pieces]


def _drawn_chart(part: ChartPart) -> Mapping[str, Any]:
    width = _WIDTH_BESIDE_NOTES if part.notes else _WIDTH_ALONE
    return part.to_json() | {
        "svg": with_weights_for_typst(draw_svg(part.chart, width=width)),
        "alt": part.chart.sentence,
        "width": width,
        "table": _table(part).to_json() if part.with_table else None,
    }


def _table(part: ChartPart) -> TablePart:
    table = part.chart.table
    return TablePart(
        caption=table.caption,
        columns=tuple(
            Column((Span.plain(label),), numeric=at in table.numeric)
            for at, label in enumerate(table.columns)
        ),
        rows=tuple(Row(tuple((Span.plain(cell),) for cell in row)) for row in table.rows),
    )
