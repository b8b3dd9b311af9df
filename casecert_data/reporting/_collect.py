"""An executed notebook: the page that its cells put out, and the copy that can be handed on."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, NamedTuple

from casecert_data.catalog import say
from casecert_data.errors import OwnCellError, PageError, ReportFailedError
from casecert_data.reporting.model._blocks import Foot, Head, Page
from casecert_data.reporting.own._displays import BLOCKS_TYPE, PARTS_TYPE
from casecert_data.reporting.own._markdown import Found
from casecert_data.reporting.own._own_cells import WIDGET_TYPE, Own, own_cell, own_output
from casecert_data.reporting.own._own_sections import own_sections

INJECTED_TAG = "injected-parameters"
"""How papermill marks the cell it adds."""

HIDDEN_CELL_TAGS = frozenset({"remove-cell", "remove_cell", "hide-cell", "hide_cell"})
"""Tags of a cell that a page leaves out."""

HIDDEN_OUTPUT_TAGS = frozenset({"remove-output", "remove_output", "hide-output", "hide_output"})
"""Tags of a cell whose outputs a page leaves out."""

_BLOCK_AT = re.compile(r"blocks\[(\d+)\]")

Cells = Sequence[Mapping[str, Any]]


class Collected(NamedTuple):
    """A page, and what its author should know of it."""

    page: Page
    """What the cells put out."""
    notes: tuple[str, ...]
    """Sentences on what is shown otherwise than it was meant: numbers of cells, no values."""


def collect_page(cells: Cells, *, language: str, subject: str | None) -> Collected:
    """Put what the cells put out into one page, in their order.

    Blocks stand as they are. Own cells of whoever changed the template, from the page's heading
    on, become sections between them; the last words stay last.

    Parameters
    ----------
    cells
        The cells of an executed notebook.
    language
        Language of the page, such as ``en``.
    subject
        Pseudonym of the person whom the page is about, so that its title tells it from others'.

    Raises
    ------
    ReportFailedError
        If a cell ended with an error, or put out what no page can hold, or none put out any.

    Examples
    --------
    >>> head = {"block": "head", "series": [], "stamp": [], "title": "CCM"}
    >>> output = {"output_type": "display_data", "data": {BLOCKS_TYPE: {"blocks": [head]}}}
    >>> cell = {"cell_type": "code", "outputs": [output]}
    >>> collect_page([cell], language="en", subject=None).page.title
    'CCM'
    """
    refuse_errors(cells)
    draft = _Draft()
    for at, cell in enumerate(cells):
        draft.take(number_in_template(at, cells), cell)
    found = draft.in_order()
    if not found:
        raise ReportFailedError.nothing_to_show()
    blocks = [block for _, block in found]
    # A page needs a title before its head can be read, so it gets its own in a second step.
    page_draft = {"title": BLOCKS_TYPE, "language": language, "blocks": blocks}
    try:
        page = Page.from_json(page_draft)
    except PageError as fault:
        # Its words quote what was found, and so a person: the place alone is kept.
        place = _BLOCK_AT.match(fault.where)
        if place is None:
            raise ReportFailedError.bad_page() from None
        raise ReportFailedError.bad_block(found[int(place[1])][0]) from None
    titled = Page(_title(page, subject), language, page.blocks)
    return Collected(titled, tuple(dict.fromkeys(draft.notes)))


def refuse_errors(cells: Cells) -> None:
    """Refuse a notebook in which a cell ended with an error, also one that papermill forgives.

    Raises
    ------
    ReportFailedError
        Naming the first such cell. A cell that calls ``sys.exit()`` is one: the rest never ran.
    """
    for at, cell in enumerate(cells):
        for output in cell.get("outputs", ()):
            if output["output_type"] == "error":
                number = number_in_template(at, cells)
                raise ReportFailedError.cell_stopped(number, str(output["ename"]))


def number_in_template(at: int, cells: Cells) -> int:
    """Turn a position among executed cells into the number of the cell in its template, from 1.

    Examples
    --------
    >>> injected = {"metadata": {"tags": [INJECTED_TAG]}}
    >>> number_in_template(2, [{}, injected, {}])
    2
    """
    return at + 1 - sum(_is_injected(cell) for cell in cells[:at])


def notebook_to_hand_on(cells: Cells) -> bytes:
    """Write an executed notebook that holds what it shows and nothing else.

    No metadata of the run, no path, no clock, no widget's state, no warnings, and no second
    copy of the page in a form that a reader does not see.

    Examples
    --------
    >>> cell = {"cell_type": "markdown", "id": "a", "metadata": {"x": 1}, "source": "# Title"}
    >>> json.loads(notebook_to_hand_on([cell]))["cells"][0]["metadata"]
    {}
    """
    notebook = {
        "cells": [_cell_to_hand_on(cell) for cell in cells],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True)
    # A lone surrogate cannot be written as UTF-8.
    return (text + "\n").encode("utf-8", "replace")


@dataclass
class _Draft:
    """A page that is being filled, cell by cell."""

    notes: list[str] = field(default_factory=list)
    _found: list[tuple[int, object]] = field(default_factory=list)
    _run: list[tuple[int, Found]] = field(default_factory=list)
    _is_begun: bool = False
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def take(self, number: int, cell: Mapping[str, Any]) -> None:
        tags = frozenset(cell.get("metadata", {}).get("tags", ()))
        if tags & HIDDEN_CELL_TAGS:
            return
        if cell["cell_type"] != "code":
            self._take_own(number, cell, own_cell)
        elif not tags & HIDDEN_OUTPUT_TAGS:
            for output in cell.get("outputs", ()):
                if BLOCKS_TYPE in output.get("data", {}):
                    self._take_blocks(number, output["data"][BLOCKS_TYPE])
                else:
                    self._take_own(number, output, own_output)

    def in_order(self) -> list[tuple[int, object]]:
        self._close_run()
        # An own cell may stand below the last of ours, whose foot still ends the page.
        feet = [one for one in self._found if _is_foot(one[1])]
        return [one for one in self._found if not _is_foot(one[1])] + feet

    def _take_blocks(self, number: int, bundle: object) -> None:
        blocks = bundle.get("blocks") if isinstance(bundle, Mapping) else None
        if not isinstance(blocks, list):
            raise ReportFailedError.bad_block(number)
        self._close_run()
        self._found += [(number, block) for block in blocks]
        self._is_begun = True

    def _take_own(
        self,
        number: int,
        from_cell: Mapping[str, Any],
        read: Callable[[Mapping[str, Any]], Own],
    ) -> None:
        # What stands above the heading speaks to whoever opens the notebook.
        if not self._is_begun and number == 1:
            return
        try:
            own = read(from_cell)
        except OwnCellError as fault:
            raise ReportFailedError.cannot_show(number, fault) from None
        except PageError:
            raise ReportFailedError.bad_block(number) from None
        keys = own.notes if self._is_begun or not own.found else ("before_head",)
        self.notes += [say(f"own.note.{key}", cell=number) for key in keys]
        if self._is_begun:
            self._run += [(number, one) for one in own.found]

    def _close_run(self) -> None:
        if not self._run:
            return
        sections = own_sections([one for _, one in self._run], self._numbers)
        self._found += [(self._run[0][0], section.to_json()) for section in sections]
        self._run = []


def _is_foot(block: object) -> bool:
    return isinstance(block, Mapping) and block.get("block") == Foot.tagged[1]


def _title(page: Page, subject: str | None) -> str:
    head = next(block for block in page.blocks if isinstance(block, Head))
    if subject is None or subject in head.title:
        return head.title
    return say("report.title_of_person", title=head.title, person_ref=subject)


def _is_injected(cell: Mapping[str, Any]) -> bool:
    return INJECTED_TAG in cell.get("metadata", {}).get("tags", ())


def _cell_to_hand_on(cell: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: cell[name] for name in ("attachments", "cell_type", "source") if name in cell}
    tags = cell.get("metadata", {}).get("tags")
    # papermill gives the cell it adds a random id; the same input must give the same bytes.
    kept["id"] = INJECTED_TAG if _is_injected(cell) else cell["id"]
    kept["metadata"] = {"tags": list(tags)} if tags else {}
    if cell["cell_type"] == "code":
        kept["execution_count"] = cell.get("execution_count")
        outputs = (_output_to_hand_on(output) for output in cell.get("outputs", ()))
        kept["outputs"] = [output for output in outputs if output is not None]
    return kept


def _output_to_hand_on(output: Mapping[str, Any]) -> dict[str, Any] | None:
    if output["output_type"] == "stream":
        # A warning quotes the path of the file it comes from.
        shown = ("name", "output_type", "text")
        return {name: output[name] for name in shown} if output["name"] == "stdout" else None
    hidden = (BLOCKS_TYPE, PARTS_TYPE, WIDGET_TYPE)
    data = {kind: one for kind, one in output.get("data", {}).items() if kind not in hidden}
    kept = {"output_type": output["output_type"], "data": data, "metadata": {}}
    if "execution_count" in output:
        kept["execution_count"] = output["execution_count"]
    return kept if data else None
