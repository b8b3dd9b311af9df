"""The cases beside the rules: sentences that each rule must satisfy, run as written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from casecert_data.catalog import read_toml
from casecert_data.eligibility import Decision, check_certification, read_rule
from casecert_data.errors import CasecertError, CatalogError, DataFault
from casecert_data.profiles import decide
from casecert_data.shipped import data_folder

_STATED = ("name", "edition", "on", "facts")
_EXPECTED = ("outcome", "apart_from_declarations", "next_question", "missing_facts", "causes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One sentence that a rule must satisfy."""

    certification_id: str
    """Key of the certification."""
    name: str
    """The sentence."""
    edition: str
    """Edition that is asked for."""
    on: date
    """Day asked about."""
    facts: Mapping[str, object]
    """What is stated."""
    expected: Mapping[str, object]
    """What must come out."""


@cache
def cases_of(certification_id: str) -> tuple[Case, ...]:
    """Return the cases of a certification.

    Examples
    --------
    >>> len(cases_of("ccm")) > 10
    True
    """
    path = data_folder() / "cases" / f"{check_certification(certification_id)}.toml"
    content = read_toml(path)
    entries = content.get("cases")
    if not isinstance(entries, list) or not entries:
        raise CatalogError.bad_entry(
            f"cases/{path.name}", "cases", "at least one [[cases]]", entries
        )
    return tuple(_case(certification_id, content, entry) for entry in entries)


def run_case(case: Case) -> tuple[str, ...]:
    """Return a sentence for each way in which the rule does not satisfy a case.

    Examples
    --------
    >>> run_case(cases_of("ccm")[0])
    ()
    """
    try:
        answer = decide(
            case.facts, edition=case.edition, on=case.on, certifications=[case.certification_id]
        )
    except CasecertError as fault:
        return (DataFault.no_answer(str(fault)),)
    found = _found(answer.decisions[0])
    return tuple(
        DataFault.other_result(name, expected, found[name])
        for name, expected in case.expected.items()
        if found[name] != expected
    )


def case_faults(certification_id: str) -> Iterator[str]:
    """Yield a sentence for each case that the rule does not satisfy.

    Raises
    ------
    CasecertError
        If the rule or its cases cannot be read.

    Examples
    --------
    >>> list(case_faults("acm_sw"))
    []
    """
    # A rule that cannot be read is one fault, not one of each of its cases.
    read_rule(certification_id)
    for case in cases_of(certification_id):
        for fault in run_case(case):
            yield DataFault.case(certification_id, case.name, fault)


def _found(decision: Decision) -> dict[str, object]:
    return {
        "outcome": decision.outcome,
        "apart_from_declarations": decision.apart_from_declarations,
        "next_question": decision.next_question or "",
        "missing_facts": [[entry.fact for entry in entries] for entries in decision.missing],
        "causes": {one.id: one.cause for one in decision.criteria if one.cause is not None},
    }


def _case(certification_id: str, content: Mapping[str, Any], entry: Mapping[str, Any]) -> Case:
    file = f"cases/{certification_id}.toml"
    name = str(entry.get("name"))
    for word in entry:
        if word not in (*_STATED, *_EXPECTED):
            raise CatalogError.unknown_entry(
                file, repr(name), "a known property", word, (*_STATED, *_EXPECTED)
            )
    expected = {word: entry[word] for word in _EXPECTED if word in entry}
    on = entry.get("on", content.get("on"))
    # A case that expects nothing would hold whatever the rule says.
    required = {"name": "name" in entry, "facts": "facts" in entry, "on": isinstance(on, date)}
    for word, is_there in {**required, "outcome": bool(expected)}.items():
        if not is_there:
            raise CatalogError.bad_entry(file, repr(name), f"a value for {word}", None)
    return Case(
        certification_id=certification_id,
        name=name,
        edition=entry.get("edition", content.get("edition", "issuer")),
        on=on,
        facts=entry["facts"],
        expected=expected,
    )
