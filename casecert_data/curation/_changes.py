"""What changed since the last release, and whether the changelog tells it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from casecert_data.catalog import data_version, read_text
from casecert_data.curation._places import holders
from casecert_data.curation._released import (
    Released,
    fingerprint,
    read_released,
    released_path,
    sources_of,
    values,
)
from casecert_data.errors import CasecertError, DataFault
from casecert_data.shipped import changelog_path

EMPTY = "*empty*"
"""What the changelog writes for an empty cell."""

_ADDED, _REMOVED, _BECAME = "added", "removed", " → "
_NOT_KNOWN = "OLD"
_HEADING = re.compile(r"(##+) +(.*?) *")
_SECTION, _PART, _PART_OF_DATA = "##", "###", "Data"
_LINE = re.compile(r" *[-*] `([^`]+)`: (.+?) *")
_SOURCE = re.compile(r" \(\w+\)$")
_NUMBERS_TRIED = 10_000


class Change(NamedTuple):
    """One value that is not as it was released, or all that one row, table or rule holds."""

    place: str
    """The value; or the widest that came or went as a whole."""
    what: str
    """``added``, ``removed``, or what the value is now."""
    old: str | None
    """Fingerprint of the value before; None where all came or went."""
    sources: tuple[str, ...]
    """The sources of which the line names one; empty where there is none."""

    def line(self) -> str:
        """Return the line that tells it in the changelog.

        Examples
        --------
        >>> Change("fees[ccm,exam].amount_usd", "235", fingerprint("225"), ("ccmc",)).line()
        '- `fees[ccm,exam].amount_usd`: 225 → 235 (ccmc)'
        >>> Change("fees[ccm,exam]", "removed", None, ()).line()
        '- `fees[ccm,exam]`: removed'
        """
        old = "" if self.old is None else f"{_old_value(self.old)}{_BECAME}"
        source = f" ({self.sources[0]})" if self.sources else ""
        return f"- `{self.place}`: {old}{self.what}{source}"

    def is_told_by(self, words: str) -> bool:
        """Tell whether what a line says behind the place is this change.

        Examples
        --------
        >>> change = Change("fees[ccm,exam].amount_usd", "235", fingerprint("225"), ("ccmc",))
        >>> change.is_told_by("225 → 235 (ccmc)"), change.is_told_by("205 → 235 (ccmc)")
        (True, False)
        """
        said = _SOURCE.sub("", words)
        named = words.removeprefix(said).strip(" ()")
        if self.sources and named not in self.sources:
            return False
        if self.old is None:
            return said == self.what
        before = said.removesuffix(f"{_BECAME}{self.what}")
        return before != said and fingerprint(_read(before)) == self.old


def change_faults() -> Iterator[str]:
    """Yield a sentence for each change since the last release that the changelog leaves out.

    Raises
    ------
    CasecertError
        If a table, a rule or what was released cannot be read.

    Examples
    --------
    >>> list(change_faults())
    []
    """
    if not released_path().is_file():
        yield DataFault.no_release(released_path().name)
        return
    released = read_released()
    changes = changes_since(released)
    if changes and data_version() == released.version:
        yield DataFault.same_version(released.version)
    if changes and not changelog_path().is_file():
        yield DataFault.no_changelog(changelog_path().name)
    for change, found in _untold(changes):
        yield DataFault.untold(change.place, found, change.line(), _NOT_KNOWN)


def untold_lines() -> tuple[str, ...]:
    """Return the lines that the changelog lacks; none where nothing was released before.

    Examples
    --------
    >>> untold_lines()
    ()
    """
    try:
        released = read_released()
    except CasecertError:
        return ()
    return tuple(change.line() for change, _ in _untold(changes_since(released)))


def changes_since(released: Released) -> tuple[Change, ...]:
    """Return what changed, by place.

    Examples
    --------
    >>> changes_since(read_released())
    ()
    """
    before, now = released.fingerprints, values()
    known = {holder for place in before for holder in holders(place)}
    here = {holder for place in now for holder in holders(place)}
    found: dict[str, Change] = {}
    for place in sorted({*before, *now}):
        value = now.get(place, "")
        # A value that is not there, and one that is empty, say the same.
        old = before.get(place, fingerprint(""))
        if old == fingerprint(value):
            continue
        came = next((one for one in holders(place) if one not in known), None)
        went = next((one for one in holders(place) if one not in here), None)
        if came is not None:
            found[came] = Change(came, _ADDED, None, _sources(came))
        elif went is not None:
            found[went] = Change(went, _REMOVED, None, ())
        else:
            found[place] = Change(place, value or EMPTY, old, _sources(place))
    return tuple(found.values())


def _untold(changes: Sequence[Change]) -> Iterator[tuple[Change, tuple[str, ...]]]:
    told = _told_lines() if changes and changelog_path().is_file() else {}
    for change in changes:
        found = told.get(change.place, ())
        if not any(map(change.is_told_by, found)):
            yield change, found


def _sources(place: str) -> tuple[str, ...]:
    # Those of the narrowest that has any: a criterion before its rule.
    around = [place, *reversed(holders(place))]
    return next((sources_of()[one] for one in around if one in sources_of()), ())


def _told_lines() -> Mapping[str, tuple[str, ...]]:
    # The newest part called Data is read: what older ones tell was released since.
    told: dict[str, tuple[str, ...]] = {}
    in_data = is_found = False
    for line in read_text(changelog_path()).splitlines():
        if heading := _HEADING.fullmatch(line):
            if heading[1] == _SECTION and is_found:
                break
            in_data = heading[1] == _PART and heading[2] == _PART_OF_DATA
            is_found |= in_data
        elif in_data and (said := _LINE.fullmatch(line)):
            told[said[1]] = (*told.get(said[1], ()), said[2])
    return told


def _read(written: str) -> str:
    return "" if written == EMPTY else written


def _old_value(old: str) -> str:
    return _guesses().get(old, _NOT_KNOWN)


@cache
def _guesses() -> Mapping[str, str]:
    # Only the fingerprint is kept, but a number, or a value that stands elsewhere, can be found
    # by trying; whoever changed a longer text must look it up.
    tried = (*map(str, range(_NUMBERS_TRIED)), *values().values(), "yes", "no", "true", "false")
    return {fingerprint(""): EMPTY} | {fingerprint(one): one for one in tried if one}
