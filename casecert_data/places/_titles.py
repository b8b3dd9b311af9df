"""The titles that states give to licenses, and which licenses of our list they stand for."""

from typing import NamedTuple

from casecert_data.catalog import Row, join_words, say, table
from casecert_data.errors import UnknownNameError
from casecert_data.places._names import check_state, place_name


class Title(NamedTuple):
    """What one state calls one license."""

    abbreviation: str
    """Its letters."""
    name: str
    """Its name."""
    license_codes: tuple[str, ...]
    """What it stands for; two where the title alone does not tell the level."""
    note: str
    """What a reader must know of its level; empty where there is nothing."""
    is_everywhere: bool
    """Whether the title is the same in every state."""
    source_ids: tuple[str, ...]
    """Who says so."""

    @property
    def words(self) -> str:
        """Tell the title and its level in a sentence, and what must be known of it."""
        levels = join_words([say(f"place.level.{one}") for one in self.license_codes], "or")
        told = say(
            "place.title", letters=self.abbreviation, title=_inside(self.name), levels=levels
        )
        return f"{told} {self.note}".rstrip()

    @property
    def letters(self) -> str:
        """Tell the letters, with the name in brackets."""
        return say("place.letters", letters=self.abbreviation, title=_inside(self.name))


def titles_of(state_code: str) -> tuple[Title, ...]:
    """Return the titles that are known in a state, those of every state last.

    Raises
    ------
    UnknownNameError
        If there is no such state.

    Examples
    --------
    >>> [one.abbreviation for one in titles_of("MI")]
    ['LBSW', 'LMSW', 'LPN', 'RN']
    """
    check_state(state_code)
    here = [row for row in table("license_titles") if row["state_code"] == state_code]
    everywhere = [row for row in table("license_titles") if row["state_code"] is None]
    by_title: dict[object, list[Row]] = {}
    for row in (*here, *everywhere):
        by_title.setdefault(row["title_id"], []).append(row)
    return tuple(_title(rows) for rows in by_title.values())


def title_of(state_code: str, abbreviation: str) -> Title:
    """Return the title that some letters stand for in a state.

    The same letters stand for other licenses elsewhere, so none is read without a state.

    Raises
    ------
    UnknownNameError
        If there is no such state, or no such title there; the message names the nearest.

    Examples
    --------
    >>> title_of("PA", "LSW").license_codes, title_of("KY", "LSW").license_codes
    (('SW_MASTER',), ('SW_BACHELOR',))
    >>> title_of("CA", "LVN").words
    'LVN, licensed vocational nurse: practical or vocational nurse. The same license as ...'
    """
    titles = {one.abbreviation: one for one in titles_of(state_code)}
    if abbreviation not in titles:
        kind = f"license title of {place_name(state_code)}"
        raise UnknownNameError.among(kind, abbreviation, titles)
    return titles[abbreviation]


def read_title(state_code: str, abbreviation: str) -> tuple[str, ...]:
    """Return the licenses that some letters may stand for in a state.

    Two codes mean that the letters alone do not tell the level: the degree decides, or the
    kind of work.

    Raises
    ------
    UnknownNameError
        If there is no such state, or no such title there.

    Examples
    --------
    >>> read_title("MI", "LMSW"), read_title("OH", "LSW")
    (('SW_MASTER',), ('SW_BACHELOR', 'SW_MASTER'))
    """
    return title_of(state_code, abbreviation).license_codes


def _title(rows: list[Row]) -> Title:
    first = rows[0]
    return Title(
        abbreviation=str(first["abbreviation"]),
        name=str(first["license_title"]),
        license_codes=tuple(str(row["license_code"]) for row in rows),
        note=str(first["level_note"] or ""),
        is_everywhere=first["state_code"] is None,
        source_ids=tuple(dict.fromkeys(str(row["source_id"]) for row in rows)),
    )


def _inside(name: str) -> str:
    return name[:1].lower() + name[1:]
