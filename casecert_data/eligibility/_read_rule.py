"""Read a certification's rule from its file, or say where the file is wrong."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from casecert_data.catalog import (
    code_names,
    fact,
    facts,
    read_toml,
    rows_where,
    source,
    sources,
    table,
)
from casecert_data.eligibility._closed import refuse_closed
from casecert_data.eligibility._rule import Criterion, Group, Needed, Remark, Rule
from casecert_data.errors import CatalogError, DateRefusedError, UnknownNameError
from casecert_data.shipped import data_folder

COMPARISONS = {
    "at_least": ("number", "at_least"),
    "fewer_than": ("number", "fewer_than"),
    "any_of": ("codes", "includes_any"),
    "none_of": ("codes", "includes_none"),
    "is": ("yes_no", "is"),
}
"""The closed list of comparisons: word in the file, kind of fact, word in the contract."""

_GROUP_WORDS = ("title", "box_text", "asks_for", "row", "note", "prepare", "decides_who")
_CRITERION_WORDS = (
    *("text", "box_title", "box_text", "row", "lacking", "bar"),
    *("source_id", "locator"),
)
_CRITERION_LISTS = ("unsettled", "excluded")
_MORE = ("also", "remark")
_HOURS_A_WEEK = 168


def certification_ids() -> tuple[str, ...]:
    """Name every certification that has a rule, in the order of the contract.

    Examples
    --------
    >>> certification_ids()[:4]
    ('ccm', 'acm_rn', 'acm_sw', 'cmgt_bc')
    """
    return tuple(dict.fromkeys(str(row["certification_id"]) for row in table("certifications")))


def check_certification(certification_id: str) -> str:
    """Return the name of a certification if it is known.

    Raises
    ------
    UnknownNameError
        If it is not; the message lists the known ones.

    Examples
    --------
    >>> check_certification("ccm")
    'ccm'
    """
    if certification_id not in certification_ids():
        refuse_closed(certification_id)
        raise UnknownNameError.among("certification", certification_id, certification_ids())
    return certification_id


def rule_path(certification_id: str) -> Path:
    """Return the file of a certification's rule.

    Examples
    --------
    >>> rule_path("ccm").name
    'ccm.toml'
    """
    return data_folder() / "rules" / f"{check_certification(certification_id)}.toml"


def rule_edition_of(certification_id: str, edition: str) -> str:
    """Return the edition whose rule answers where this one was asked for.

    Where the issuer's rule could not be read, the article's stands.

    Examples
    --------
    >>> rule_edition_of("ccm", "issuer"), rule_edition_of("cmgt_bc", "issuer")
    ('issuer', 'article')
    """
    held = tuple(dict.fromkeys(rule.edition_id for rule in _rules(certification_id)))
    return edition if edition in held else held[0]


def read_rule(
    certification_id: str, *, edition: str = "issuer", on: date | None = None
) -> Rule:
    """Return the rule of a certification.

    Parameters
    ----------
    certification_id
        Key of the certification.
    edition
        Whose words to follow; where it has no rule, the edition that has one.
    on
        Day on which the rule must hold; None for the newest.

    Raises
    ------
    UnknownNameError
        If there is no such certification.
    DateRefusedError
        If no rule was known yet on that day.

    Examples
    --------
    >>> read_rule("ccm").edition_id
    'issuer'
    """
    wanted = rule_edition_of(certification_id, edition)
    dated = [rule for rule in _rules(certification_id) if rule.edition_id == wanted]
    holding = [rule for rule in dated if not (rule.starts_on and on and rule.starts_on > on)]
    if not holding:
        first = min(rule.starts_on for rule in dated if rule.starts_on)
        raise DateRefusedError.before_rule(certification_id, on, first)
    return max(holding, key=lambda rule: rule.starts_on or date.min)


def criterion_ids(certification_id: str) -> tuple[str, ...]:
    """Name every criterion that a certification has, in any edition and since any day.

    Examples
    --------
    >>> criterion_ids("cmgt_bc")
    ('license', 'years_as_rn', 'hours', 'education_hours')
    """
    rules = _rules(certification_id)
    return tuple(dict.fromkeys(one.id for rule in rules for one in rule.criteria()))


@cache
def _rules(certification_id: str) -> tuple[Rule, ...]:
    path = rule_path(certification_id)
    return parse_rules(path.name, read_toml(path))


def parse_rules(file: str, content: Mapping[str, Any]) -> tuple[Rule, ...]:
    """Turn the content of a rule file into its rules, one for each edition and start.

    Raises
    ------
    CatalogError
        If the file breaks the form of a rule; the message names the place in it.

    Examples
    --------
    >>> from casecert_data.eligibility import rule_path
    >>> [rule.edition_id for rule in parse_rules("ccm.toml", read_toml(rule_path("ccm")))]
    ['article', 'issuer']
    """
    entries = content.get("edition")
    if not isinstance(entries, list) or not entries:
        raise CatalogError.bad_entry(file, "edition", "at least one [[edition]]", entries)
    return tuple(
        _RuleReader(file, f"edition[{at}].", entry).rule(str(content.get("certification_id")))
        for at, entry in enumerate(entries)
    )


class _RuleReader:
    """Reads one edition of a rule; knows its place in the file for errors."""

    def __init__(self, file: str, place: str, entry: Mapping[str, Any]) -> None:
        self._file = file
        # One edition in a file is the usual case, and then its number only gets in the way.
        self._place = "" if place == "edition[0]." else place
        self._entry = entry
        self._groups: Mapping[str, Any] = entry.get("group", {})
        self._criteria: Mapping[str, Any] = entry.get("criterion", {})

    def rule(self, certification_id: str) -> Rule:
        edition = str(self._entry.get("edition_id"))
        known = [str(row["edition_id"]) for row in table("editions")]
        if edition not in known:
            raise self._unknown("edition_id", "an edition", edition, known)
        starts_on = self._entry.get("starts_on")
        if starts_on is not None and type(starts_on) is not date:
            expected = "a day such as 2027-01-01, without quotes"
            raise self._fault("starts_on", expected, starts_on)
        week = self._entry.get("full_time_hours")
        if week is not None and not (isinstance(week, int) and 0 < week <= _HOURS_A_WEEK):
            raise self._fault("full_time_hours", "whole hours of a week, from 1 to 168", week)
        root = self._group("", self._entry, edition, ())
        used = {part.id for part in _nodes(root)}
        for name in (*self._groups, *self._criteria):
            if name not in used:
                raise self._fault(name, "a group or criterion that the rule uses", name)
        return Rule(
            certification_id=certification_id,
            edition_id=edition,
            starts_on=starts_on,
            root=root,
            full_time_hours=None if week is None else Fraction(week),
        )

    def _node(
        self, name: str, place: str, edition: str, above: tuple[str, ...]
    ) -> Group | Criterion:
        if name in above:
            raise self._fault(place, "a group that does not hold itself", name)
        if name in self._groups:
            return self._group(name, self._groups[name], edition, (*above, name))
        if name in self._criteria:
            return self._criterion(name, self._criteria[name], edition)
        known = (*self._groups, *self._criteria)
        raise self._unknown(place, "the name of a group or a criterion", name, known)

    def _group(
        self, name: str, entry: Mapping[str, Any], edition: str, above: tuple[str, ...]
    ) -> Group:
        prefix = f"group.{name}." if name else ""
        kinds = [kind for kind in ("all_of", "any_of") if kind in entry]
        if len(kinds) != 1 or not entry[kinds[0]]:
            raise self._fault(prefix.rstrip("."), "either all_of or any_of, with parts", kinds)
        kind = kinds[0]
        if name:
            allowed = (*_GROUP_WORDS, "waived_by", kind)
            self._refuse_unknown(f"group.{name}", entry, allowed)
        parts = tuple(
            self._node(part, f"{prefix}{kind}[{at}]", edition, above)
            for at, part in enumerate(entry[kind])
        )
        waived_by = tuple(entry.get("waived_by", ()))
        for waiver in waived_by:
            if waiver not in entry[kind]:
                raise self._unknown(f"{prefix}waived_by", "a part of it", waiver, entry[kind])
        words = {word: entry[word] for word in _GROUP_WORDS if word in entry and name}
        return Group(
            id=name, parts=parts, is_choice=kind == "any_of", waived_by=waived_by, **words
        )

    def _criterion(self, name: str, entry: Mapping[str, Any], edition: str) -> Criterion:
        place = f"criterion.{name}"
        used = [word for word in COMPARISONS if word in entry]
        if len(used) != 1:
            expected = f"one comparison ({', '.join(COMPARISONS)})"
            raise self._fault(place, expected, ", ".join(used) or "none")
        allowed = (*_CRITERION_WORDS, *_CRITERION_LISTS, *_MORE, "fact", "open", used[0])
        self._refuse_unknown(place, entry, allowed)
        if entry.get("fact") not in facts():
            raise self._unknown(f"{place}.fact", "a fact", str(entry.get("fact")), facts())
        self._require(place, entry, ("text", "source_id", "locator"))
        words = {word: entry[word] for word in _CRITERION_WORDS if word in entry}
        lists = {
            word: self._codes(f"{place}.{word}", entry["fact"], entry[word])
            for word in _CRITERION_LISTS
            if word in entry
        }
        return Criterion(
            id=name,
            fact=entry["fact"],
            needed=self._needed(place, used[0], entry),
            refuses=_may_refuse(entry["source_id"], edition),
            open=bool(entry.get("open", False)),
            unsettled=lists.get("unsettled", ()),
            excluded=lists.get("excluded", ()),
            also=self._also(place, entry.get("also", ())),
            remarks=self._remarks(place, entry["fact"], entry.get("remark", {})),
            **words,
        )

    def _require(self, place: str, entry: Mapping[str, Any], words: Sequence[str]) -> None:
        for word in words:
            if not entry.get(word):
                raise self._fault(place, f"a value for {word}", entry.get(word))
        if entry["source_id"] not in sources():
            raise self._unknown(
                f"{place}.source_id", "a source", str(entry["source_id"]), sources()
            )

    def _also(
        self, place: str, entries: Sequence[Mapping[str, Any]]
    ) -> tuple[tuple[str, str], ...]:
        for at, entry in enumerate(entries):
            self._refuse_unknown(f"{place}.also[{at}]", entry, ("source_id", "locator"))
            self._require(f"{place}.also[{at}]", entry, ("source_id", "locator"))
        return tuple((one["source_id"], one["locator"]) for one in entries)

    def _remarks(
        self, place: str, fact_name: str, entries: Mapping[str, Mapping[str, Any]]
    ) -> tuple[Remark, ...]:
        words = ("text", "source_id", "locator")
        if not isinstance(entries, Mapping):
            raise self._fault(f"{place}.remark", "a table for each code", entries)
        if entries and fact(fact_name).kind != "codes":
            raise self._fault(f"{place}.remark", "a criterion on codes", fact_name)
        if entries:
            self._codes(f"{place}.remark", fact_name, tuple(entries))
        for code, entry in entries.items():
            self._refuse_unknown(f"{place}.remark.{code}", entry, words)
            self._require(f"{place}.remark.{code}", entry, words)
        return tuple(Remark(code=code, **entry) for code, entry in entries.items())

    def _needed(self, place: str, word: str, entry: Mapping[str, Any]) -> Needed:
        kind, comparison = COMPARISONS[word]
        found = entry[word]
        if fact(entry["fact"]).kind != kind:
            raise self._fault(f"{place}.{word}", f"a comparison for {entry['fact']}", word)
        if kind == "codes":
            return Needed(comparison, self._codes(f"{place}.{word}", entry["fact"], found))
        if kind == "yes_no":
            if not isinstance(found, bool):
                raise self._fault(f"{place}.{word}", "true or false", found)
            return Needed(comparison, found)
        if isinstance(found, (bool, str)) or found < 0:
            raise self._fault(f"{place}.{word}", "a number of 0 or more", found)
        return Needed(comparison, Fraction(found))

    def _codes(self, place: str, fact_name: str, found: Sequence[str]) -> tuple[str, ...]:
        known = code_names(str(fact(fact_name).vocabulary))
        for code in found:
            if code not in known:
                raise self._unknown(place, "a code of the vocabulary", code, known)
        return tuple(found)

    def _refuse_unknown(
        self, place: str, entry: Mapping[str, Any], known: Sequence[str]
    ) -> None:
        for word in entry:
            if word not in known:
                raise self._unknown(f"{place}.{word}", "a known property", word, known)

    def _fault(self, where: str, expected: str, found: object) -> CatalogError:
        return CatalogError.bad_entry(self._file, f"{self._place}{where}", expected, found)

    def _unknown(self, where: str, kind: str, found: str, known: Any) -> CatalogError:
        return CatalogError.unknown_entry(
            self._file, f"{self._place}{where}", kind, found, known
        )


def _may_refuse(source_id: str, edition: str) -> bool:
    # Only a primary source refuses, and each edition's main source counts as one in it.
    main = rows_where("editions", edition_id=edition)[0]["main_source_id"]
    return source_id == main or source(source_id).standing_code == "primary"


def _nodes(node: Group | Criterion) -> list[Group | Criterion]:
    if isinstance(node, Criterion):
        return [node]
    return [node, *(below for part in node.parts for below in _nodes(part))]
