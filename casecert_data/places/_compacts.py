"""The compacts of states on licenses, and whether a state is in them."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from casecert_data.catalog import Row, as_sentence, rows_where, say, spell_date, table
from casecert_data.places._names import check_state, place_name


class Membership(NamedTuple):
    """One compact, as it stands with one state."""

    compact_id: str
    """Key of the compact."""
    compact_name: str
    """Its name."""
    membership_code: str | None
    """Code of the list ``membership_code``; None where it is not known."""
    license_codes: tuple[str, ...]
    """Licenses that it covers."""
    words: str
    """Whether the state is in it, since when or as of when, and what must be known of that."""
    caution: str
    """What the compact is not."""
    source_ids: tuple[str, ...]
    """Who says so, or who was asked in vain."""


def memberships_of(
    state_code: str, license_codes: Collection[str] | None = None
) -> tuple[Membership, ...]:
    """Return the compacts, as they stand with a state.

    Parameters
    ----------
    state_code
        The state or territory.
    license_codes
        Only the compacts that cover one of these; every compact where this is None.

    Raises
    ------
    UnknownNameError
        If there is no such state.

    Examples
    --------
    >>> for one in memberships_of("MI"):
    ...     print(one.words)
    Michigan is not a member of the Nurse Licensure Compact, as of June 17, 2026. A bill ...
    It is not known whether Michigan is a member of the Social Work Licensure Compact. ...
    >>> [one.compact_id for one in memberships_of("MI", ["RN"])]
    ['nlc']
    """
    check_state(state_code)
    found = [_membership(state_code, compact) for compact in table("compacts")]
    return tuple(
        one
        for one in found
        if license_codes is None or set(one.license_codes) & set(license_codes)
    )


def _membership(state_code: str, compact: Row) -> Membership:
    key = {"compact_id": compact["compact_id"]}
    row = rows_where("compact_members", state_code=state_code, **key)[0]
    code = row["membership_code"]
    told = [_state_words(row, compact)]
    told += [str(row["membership_note"])] if row["membership_note"] else []
    sources = [str(row[one]) for one in ("source_id", "note_source_id") if row[one]]
    if code is not None and not compact["is_in_force"]:
        told.append(_status_words(compact))
        sources.append(str(compact["source_id"]))
    return Membership(
        compact_id=str(compact["compact_id"]),
        compact_name=str(compact["compact_name"]),
        membership_code=None if code is None else str(code),
        license_codes=tuple(
            str(one["license_code"]) for one in rows_where("compact_licenses", **key)
        ),
        words=" ".join(told),
        caution=str(compact["caution_text"]),
        source_ids=tuple(dict.fromkeys(sources)),
    )


def _state_words(row: Row, compact: Row) -> str:
    form = str(row["membership_code"] or "not_known")
    if row["active_date"] is not None:
        form = "in_force"
    elif row["enacted_date"] is not None:
        form = "enacted_on"
    return as_sentence(
        say(
            f"place.membership.{form}",
            place=place_name(str(row["state_code"])),
            compact=compact["compact_name"],
            date=_day(row["status_date"]),
            since=_day(row["active_date"]),
            enacted=_day(row["enacted_date"]),
        )
    )


def _status_words(compact: Row) -> str:
    words = str(compact["status_text"]).removesuffix(".")
    return say("place.as_of", words=words, date=_day(compact["status_date"]))


def _day(value: object) -> str:
    return spell_date(value) if isinstance(value, date) else ""
