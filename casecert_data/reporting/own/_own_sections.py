"""Sections for an educator's own cells: where their headings stand in the order of the page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from casecert_data.reporting.model._blocks import HeadingPart, Part, Section, TablePart
from casecert_data.reporting.own._markdown import Found, Heading

FEW_COLUMNS = 5
"""Columns of a table that the text column holds; more of them take the whole width."""

_SECTION_LEVEL = 2
_DEEPEST_LEVEL = 4
_HANGING_WORD = 12
_HANGING_LETTERS = 40


def own_sections(found: Iterable[Found], numbers: Iterator[int]) -> Iterator[Section]:
    """Put headings and parts into sections.

    A heading of the first or second level begins a section, and so does the first heading of
    all. A deeper one stands inside its section, one level below the heading that it belongs
    to, so that no level is left out.

    Parameters
    ----------
    found
        What neighboring cells bring, from top to bottom.
    numbers
        Where the next section of its own kind takes its number from.

    Examples
    --------
    >>> from itertools import count
    >>> found = [Heading(2, "Dates"), Heading(5, "In spring"), Heading(3, "In fall")]
    >>> [section] = own_sections(found, count(1))
    >>> section.section_id, [part.level for part in section.parts]
    ('own-1', [3, 3])
    """
    open_one = _Open()
    for one in found:
        if not isinstance(one, Heading):
            open_one.parts.append(one)
        elif open_one.takes(one):
            open_one.parts.append(open_one.inside(one))
        else:
            yield from open_one.closed(numbers)
            open_one = _Open(one.text, [one.level])
    yield from open_one.closed(numbers)


@dataclass
class _Open:
    """A section that is being filled."""

    heading: str = ""
    levels: list[int] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def takes(self, heading: Heading) -> bool:
        return bool(self.levels) and heading.level > max(_SECTION_LEVEL, self.levels[0])

    def inside(self, heading: Heading) -> HeadingPart:
        while len(self.levels) > 1 and self.levels[-1] >= heading.level:
            self.levels.pop()
        self.levels.append(heading.level)
        level = min(_SECTION_LEVEL + len(self.levels) - 1, _DEEPEST_LEVEL)
        return HeadingPart(heading.text, level)

    def closed(self, numbers: Iterator[int]) -> Iterator[Section]:
        if not self.heading and not self.parts:
            return
        heading = self.heading
        # A wide table goes on beyond the column: it stands in a section of its own.
        for is_wide, together in groupby(self.parts, key=_is_wide):
            parts = tuple(together)
            yield _section(numbers, heading, parts, broad=is_wide)
            heading = ""
        if not self.parts:
            yield _section(numbers, heading, ())


def _section(
    numbers: Iterator[int], heading: str, parts: tuple[Part, ...], *, broad: bool = False
) -> Section:
    name = f"own-{next(numbers)}"
    return Section(name, heading, parts, broad=broad, over=_is_long(heading))


def _is_wide(part: Part) -> bool:
    return isinstance(part, TablePart) and len(part.columns) > FEW_COLUMNS


def _is_long(heading: str) -> bool:
    words = re.split(r"[\s-]", heading)
    return len(heading) > _HANGING_LETTERS or max(map(len, words)) > _HANGING_WORD
