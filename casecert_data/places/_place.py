"""All that is known of one state, and the few lines of it that concern one person."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from casecert_data.catalog import as_sentence, join_words, rows_where, say
from casecert_data.eligibility import names_of
from casecert_data.places._compacts import Membership, memberships_of
from casecert_data.places._names import place_name
from casecert_data.places._titles import Title, titles_of


class PlaceLine(NamedTuple):
    """One thing to know of a state."""

    words: str
    """A sentence or two."""
    source_ids: tuple[str, ...]
    """Who says so, or who was asked in vain."""


class Place(NamedTuple):
    """What is known of one state or territory."""

    state_code: str
    """Its code."""
    name: str
    """What it is called inside a sentence."""
    titles: tuple[Title, ...]
    """The titles of licenses; empty lists are told in words by whoever shows them."""
    compacts: tuple[Membership, ...]
    """Every compact, with whether the state is in it."""
    rules: tuple[PlaceLine, ...]
    """What the state itself asks of case managers, or accepts."""

    @property
    def heading(self) -> str:
        """Say which place this is about."""
        return say("place.head", place=self.name)


def place_of(state_code: str) -> Place:
    """Return what is known of a state or territory.

    Raises
    ------
    UnknownNameError
        If there is no such state; the message names the nearest.

    Examples
    --------
    >>> florida = place_of("FL")
    >>> florida.heading, [one.abbreviation for one in florida.titles][:2]
    ('In Florida', ['CMSW', 'LCSW'])
    >>> florida.rules[0].words[:53]
    'Case managers in child welfare must be certified with'
    """
    name = place_name(state_code)
    return Place(
        state_code=state_code,
        name=name,
        titles=titles_of(state_code),
        compacts=memberships_of(state_code),
        rules=(*_rules(state_code), *_acceptances(state_code)),
    )


def place_lines(
    state_code: str, license_codes: Collection[str] | None = None
) -> tuple[PlaceLine, ...]:
    """Return what is known of a state and concerns somebody with these licenses.

    Parameters
    ----------
    state_code
        The state or territory.
    license_codes
        What the person holds; None where it is not known, so that nothing is left out.

    Returns
    -------
    tuple
        What the state calls such licenses, the compacts that cover them and, once, what a
        compact is not; then the state's own rules. Nothing of it judges anybody.

    Raises
    ------
    UnknownNameError
        If there is no such state.

    Examples
    --------
    >>> [line.words.split(":")[0] for line in place_lines("MI", ["SW_MASTER"])][:1]
    ['What Michigan calls such a license']
    """
    place = place_of(state_code)
    compacts = memberships_of(state_code, license_codes)
    return (
        *_title_lines(place, license_codes),
        *_compact_lines(compacts),
        *place.rules,
    )


def _title_lines(place: Place, held: Collection[str] | None) -> Iterator[PlaceLine]:
    own = [one for one in place.titles if not one.is_everywhere]
    if held is not None:
        own = [one for one in own if set(one.license_codes) & set(held)]
    if own:
        key = "place.licenses" if held is None else "place.called"
        titles = join_words([one.letters for one in own], "and")
        sources = dict.fromkeys(key for one in own for key in one.source_ids)
        yield PlaceLine(say(key, place=place.name, titles=titles), tuple(sources))


def _compact_lines(compacts: tuple[Membership, ...]) -> Iterator[PlaceLine]:
    cautions: set[str] = set()
    for one in compacts:
        words = one.words
        if one.membership_code == "active" and one.caution not in cautions:
            words = f"{words} {one.caution}"
            cautions.add(one.caution)
        yield PlaceLine(words, one.source_ids)


def _rules(state_code: str) -> Iterator[PlaceLine]:
    for row in rows_where("state_rules", state_code=state_code):
        yield PlaceLine(str(row["state_rule_text"]), (str(row["source_id"]),))


def _acceptances(state_code: str) -> Iterator[PlaceLine]:
    """Tell what the table of acceptances says, once for each body that accepts."""
    for place in rows_where("recognition_places", state_code=state_code):
        rows = rows_where("recognitions", recognition_id=place["recognition_id"])
        letters = [names_of(str(row["certification_id"]))["acronym"] for row in rows]
        if rows:
            words = say(
                "place.accepts",
                recognizer=rows[0]["recognizer_name"],
                letters=join_words(letters, "and"),
            )
            sources = dict.fromkeys(str(row["source_id"]) for row in rows)
            yield PlaceLine(as_sentence(words), tuple(sources))
