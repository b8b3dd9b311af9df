"""What educators add to a template: each cell and each output read into parts of a page."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from casecert_data.catalog import say
from casecert_data.errors import OwnCellError, PageError
from casecert_data.reporting.model._own_parts import Flow, OwnOutput
from casecert_data.reporting.model._parts import TextPart
from casecert_data.reporting.model._spans import Span
from casecert_data.reporting.own._displays import PARTS_TYPE
from casecert_data.reporting.own._figures import figure_parts
from casecert_data.reporting.own._markdown import Found, code_part, read_markdown
from casecert_data.reporting.own._pictures import MEDIA, read_picture
from casecert_data.reporting.own._plotly_data import FIGURE_TYPE

MOST_LINES = 200
"""Printed lines that a page shows."""

WIDGET_TYPE = "application/vnd.jupyter.widget-view+json"
"""What an output calls a live widget."""

_WORDS_TYPE = "text/plain"
_MARKDOWN_TYPE = "text/markdown"
_TERMINAL_COLORS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_OBJECT = re.compile(r" at 0x[0-9a-fA-F]{6,}|^<.*>$")
# Two blanks in a row, or at the start of a line: whoever printed it set the columns by hand.
_ALIGNED = re.compile(r"^[ \t]+\S|\S(?: {2,}|\t)\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Own:
    """What one cell or one output brings."""

    found: tuple[Found, ...] = ()
    """Headings and parts, from top to bottom."""
    notes: tuple[str, ...] = ()
    """Keys below ``own.note`` of what is shown otherwise than it was meant."""


def own_cell(cell: Mapping[str, Any]) -> Own:
    """Read a cell that is not code.

    Raises
    ------
    OwnCellError
        If it holds something that no page can show.
    """
    if cell["cell_type"] == "raw":
        return Own((), ("raw",)) if _joined(cell["source"]).strip() else Own()
    return _markdown(_joined(cell["source"]), cell.get("attachments", {}))


def own_output(output: Mapping[str, Any]) -> Own:
    """Read an output that holds no blocks: the richest form of it that a page can show.

    Raises
    ------
    OwnCellError
        If there is none.

    Examples
    --------
    >>> output = {"output_type": "stream", "name": "stdout", "text": "See you in May."}
    >>> own_output(output).found[0].inline[0].text
    'See you in May.'
    """
    if output["output_type"] == "stream":
        # What goes to the other stream is a warning, and quotes paths of the machine.
        return printed(_joined(output["text"])) if output["name"] == "stdout" else Own()
    data: Mapping[str, Any] = output.get("data", {})
    if WIDGET_TYPE in data:
        raise OwnCellError.widget()
    for kind, read in _READERS.items():
        if kind in data:
            return read(data[kind])
    for kind in MEDIA:
        if kind in data:
            return _picture(kind, data[kind], output.get("metadata", {}))
    if others := [kind for kind in data if kind != _WORDS_TYPE]:
        raise OwnCellError.other_output(others[0])
    return _plain(_joined(data.get(_WORDS_TYPE, "")))


def printed(text: str) -> Own:
    r"""Set what was printed: as text, or line by line where blanks align it.

    Examples
    --------
    >>> printed("Name   Fee\nCCM    $350").found[0].lines
    ('Name   Fee', 'CCM    $350')
    """
    lines = _TERMINAL_COLORS.sub("", text).rstrip().split("\n")
    kept = "\n".join(lines[:MOST_LINES])
    left_out: tuple[TextPart, ...] = ()
    if len(lines) > MOST_LINES:
        told = say("own.lines_left_out", first=MOST_LINES + 1, last=len(lines))
        left_out = (TextPart((Span.plain(told),), small=True),)
    found: tuple[Flow, ...] = (
        (code_part(kept),) if _ALIGNED.search(kept) else tuple(map(_paragraph, _apart(kept)))
    )
    return Own((*found, *left_out), ("cut",) if left_out else ())


def _apart(text: str) -> list[list[str]]:
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return [one.split("\n") for one in paragraphs if one.strip()]


def _paragraph(lines: list[str]) -> TextPart:
    spans = [Span.plain(lines[0])]
    for line in lines[1:]:
        spans += [Span("break", ""), Span.plain(line)]
    return TextPart(tuple(spans))


def _plain(text: str) -> Own:
    return Own((), ("object",)) if _OBJECT.search(text) else printed(text)


def _markdown(text: str, attachments: Mapping[str, Any]) -> Own:
    read = read_markdown(text, attachments)
    return Own(read.found, read.notes)


def _parts(bundle: object) -> Own:
    try:
        read = OwnOutput.from_json(bundle)
    except PageError:
        # Its words quote what was found, and so perhaps a person.
        raise OwnCellError.bad_part() from None
    return Own(read.parts, read.notes)


def _picture(media: str, data: object, metadata: Mapping[str, Any]) -> Own:
    # A library may say it of the output, or of this form of it.
    of_kind = metadata.get(media)
    told = (of_kind if isinstance(of_kind, Mapping) else {}).get("alt") or metadata.get("alt")
    return Own((read_picture(media, _joined(data), str(told or "")),))


def _joined(text: object) -> str:
    # nbformat allows a list of lines wherever it allows a text.
    return "".join(map(str, text)) if isinstance(text, list) else str(text)


_READERS: Mapping[str, Callable[[Any], Own]] = MappingProxyType(
    {
        PARTS_TYPE: _parts,
        FIGURE_TYPE: lambda bundle: Own(*figure_parts(bundle)),
        _MARKDOWN_TYPE: lambda text: _markdown(_joined(text), {}),
    }
)
