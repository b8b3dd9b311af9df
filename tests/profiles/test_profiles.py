"""Profiles as files and as mappings: what is stated comes out, and nothing else does."""

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from oracle.answers import bounds, same
from oracle.people import NOTHING, NOTHING_FURTHER
from oracle.strategies import DEGREES, LICENSES, profiles

from casecert_data.errors import CasecertError
from casecert_data.profiles import decide, read_profile

THOROUGH = settings(derandomize=True, deadline=None, max_examples=150)
"""Reading a profile takes well under a millisecond."""

FULL: dict[str, Any] = {
    **NOTHING,
    **NOTHING_FURTHER,
    "person_id": "00123",
    "display_name": "Ana Ñandú",
    "as_of": "2026-11-01",
    "home_state": "MI",
    "degree_is_accredited": True,
    "had_supervised_field_experience": False,
    "cm_months": {"at_least": 12, "at_most": 18},
    "rn_years": 2.5,
}
"""Every fact of the contract, stated."""

CERTIFICATION_CODES = (
    "CCM",
    "ACM_RN",
    "ACM_SW",
    "CMGT_BC",
    "CMAC",
    "CDMS",
    "CMC",
    "CMCN",
    "CRC",
    "CBIS",
    "HS_BCP",
    "C_SWCM",
    "C_ASWCM",
    "OTHER",
    "NONE",
)
"""The contract's ids in capitals, and the two that stand beside them."""


def _toml(folder: Path, text: str) -> Path:
    """Write a profile in TOML."""
    path = folder / "person.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _facts(profile: Any) -> dict[str, Any]:
    """Return a profile's JSON."""
    facts: dict[str, Any] = read_profile(profile).to_json()
    return facts


@THOROUGH
@given(profiles())
def test_a_profile_comes_back_as_it_was_stated(profile: dict[str, Any]) -> None:
    """What was left blank stays out, and every other fact is there with its value."""
    written = _facts(profile)

    assert {fact for fact in written if written[fact] is not None} == {
        fact for fact, value in profile.items() if value != []
    }
    assert all(same(written.get(fact), value) for fact, value in profile.items())


@THOROUGH
@given(profiles())
def test_a_profile_survives_a_round_trip_through_json(profile: dict[str, Any]) -> None:
    """Kernels are handed a person as JSON, so nothing may be lost or rounded."""
    once = read_profile(profile)
    twice = read_profile(json.loads(json.dumps(once.to_json())))

    assert (dict(twice.facts), twice.to_json()) == (dict(once.facts), once.to_json())


def test_a_number_just_under_a_threshold_is_not_rounded_to_it_on_the_way(
    tmp_path: Path,
) -> None:
    """A page made from the handed-over facts must not say *met* where the command says not."""
    once = read_profile(_toml(tmp_path, "cm_months = 23.99999999999999999999\n"))
    twice = read_profile(json.loads(json.dumps(once.to_json())))

    assert twice.facts == once.facts


def test_every_fact_of_the_contract_survives_a_round_trip() -> None:
    """Also the day, the key, the name and the state."""
    once = read_profile(FULL)
    twice = read_profile(json.loads(json.dumps(once.to_json())))

    assert twice == once


def test_every_fact_of_the_contract_is_read() -> None:
    """The contract's names are the names of the facts."""
    written = _facts(FULL)

    assert {fact: written.get(fact) for fact in ("person_id", "as_of", "home_state")} == {
        "person_id": "00123",
        "as_of": "2026-11-01",
        "home_state": "MI",
    }
    assert [fact for fact in FULL if fact not in written] == []


def test_facts_hold_only_what_was_stated() -> None:
    """A whole that bounds its part does not put the part among the facts."""
    assert set(read_profile({"cm_months": 11}).facts) & set(NOTHING) == {"cm_months"}


def test_reading_leaves_the_mapping_as_it_was() -> None:
    """A caller's mapping is the caller's."""
    given_profile = deepcopy(FULL)
    read_profile(given_profile)

    assert given_profile == FULL


def test_the_key_and_the_name_are_text() -> None:
    """Zeros in front stay, and NA is a name."""
    profile = read_profile({"person_id": "00123", "display_name": "NA"})

    assert (profile.person_id, profile.display_name) == ("00123", "NA")


def test_a_profile_needs_neither_key_nor_name() -> None:
    """Nobody need be named to be advised."""
    profile = read_profile({"cm_months": 1})

    assert profile.person_id is None


@pytest.mark.parametrize("write", [Path, str], ids=["a path", "text that is a path"])
def test_a_toml_file_is_read_as_the_mapping_it_holds(
    tmp_path: Path, write: Callable[[Path], object]
) -> None:
    """A path may be a Path or a string."""
    path = _toml(
        tmp_path,
        'license_codes = ["RN"]\nas_of = 2026-11-01\ncm_months = { at_least = 12 }\n'
        "is_self_employed = false\nrn_years = 2.5\n",
    )
    mapping = {
        "license_codes": ["RN"],
        "as_of": date(2026, 11, 1),
        "cm_months": {"at_least": 12},
        "is_self_employed": False,
        "rn_years": 2.5,
    }

    assert _facts(write(path)) == _facts(mapping)


def test_a_json_file_is_read_as_the_mapping_it_holds(tmp_path: Path) -> None:
    """The ending of the name tells the format."""
    path = tmp_path / "person.json"
    path.write_text(json.dumps(FULL), encoding="utf-8")

    assert _facts(path) == _facts(FULL)


def test_a_day_may_be_a_day_or_its_text() -> None:
    """TOML has days of its own; JSON has none."""
    assert _facts({"as_of": date(2026, 11, 1)}) == _facts({"as_of": "2026-11-01"})


@pytest.mark.parametrize("code", [*LICENSES, "NONE"])
def test_every_license_of_the_contract_is_known(code: str) -> None:
    """The vocabulary is that of the contract."""
    assert _facts({"license_codes": [code]})["license_codes"] == [code]


@pytest.mark.parametrize("code", [*DEGREES, "NONE"])
def test_every_degree_of_the_contract_is_known(code: str) -> None:
    """Four levels times four fields, and none."""
    assert _facts({"degrees": [code]})["degrees"] == [code]


@pytest.mark.parametrize("code", CERTIFICATION_CODES)
def test_every_certification_of_the_contract_is_known(code: str) -> None:
    """Also those that have no rule yet: somebody may hold one."""
    assert _facts({"certification_codes": [code]})["certification_codes"] == [code]


@pytest.mark.parametrize("code", ["MI", "DC", "PR", "GU", "VI", "AS", "MP"])
def test_states_and_territories_are_known(code: str) -> None:
    """The fifty states, the District and the territories."""
    assert _facts({"home_state": code})["home_state"] == code


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((word, True) for word in ("yes", "YES", "True", "y", "Y", "1")),
        *((word, False) for word in ("no", "No", "FALSE", "n", "N", "0")),
        (1, True),
        (0, False),
    ],
)
def test_yes_and_no_may_be_spelled_in_five_ways(written: object, meant: object) -> None:
    """In any case, as people write them."""
    assert _facts({"is_self_employed": written})["is_self_employed"] is meant


def test_an_empty_list_is_blank_and_not_none() -> None:
    """Nothing listed is not a statement that there is nothing."""
    assert _facts({"license_codes": []}).get("license_codes") is None


@pytest.mark.parametrize(
    ("fact", "most"),
    [
        ("cm_months", 900),
        ("cm_months_under_ccm", 900),
        ("cm_supervising_months", 900),
        ("health_system_cm_months", 900),
        ("ncm_hours_last_36_months", 26304),
        ("ncm_education_hours_last_36_months", 26304),
    ],
)
def test_a_number_may_be_as_great_as_life_allows(fact: str, most: int) -> None:
    """900 months, and 26,304 hours in 36 months, are the last that are possible."""
    assert _facts({fact: most})[fact] == most
    with pytest.raises(CasecertError, match=fact):
        read_profile({fact: most + 0.5})


@pytest.mark.parametrize("value", [0, 0.25, 18.5, 1e2])
def test_a_number_keeps_its_value(value: float) -> None:
    """Fractions are allowed, and nothing is rounded."""
    assert bounds(_facts({"cm_months": value})["cm_months"])[0] == value


def test_an_end_may_be_left_out_of_an_interval() -> None:
    """From 12 on, and up to 18."""
    written = _facts({"cm_months": {"at_least": 12}, "rn_years": {"at_most": 18}})

    assert bounds(written["cm_months"]) == (Fraction(12), None)
    assert bounds(written["rn_years"]) == (Fraction(0), Fraction(18))


@pytest.mark.parametrize(
    "profile",
    [
        {"cm_months": -3},
        {"cm_months": float("nan")},
        {"cm_months": float("inf")},
        {"cm_months": "12,5"},
        {"cm_months": "12 months"},
        {"cm_months": True},
        {"cm_months": 901},
        {"cm_months": {"at_least": 18, "at_most": 12}},
        {"cm_months": {"at_least": True}},
        {"cm_month": 12},
        {"license_codes": ["NURSE"]},
        {"license_codes": ["rn "]},
        {"license_codes": ["NONE", "RN"]},
        {"license_codes": [7]},
        {"license_codes": {"RN": 1}},
        {"is_self_employed": "maybe"},
        {"is_self_employed": 2},
        {"as_of": "2026-02-30"},
        {"as_of": 20261101},
        {"home_state": "XX"},
        {"home_state": ["MI"]},
        {"person_id": ["a"]},
        {"cm_months": 5, "cm_months_under_ccm": 6},
        {"work_periods": []},
    ],
    ids=str,
)
def test_what_cannot_be_meant_is_an_error_that_names_the_fact(profile: dict[str, Any]) -> None:
    """One kind of error for all, so that one `except` catches them."""
    with pytest.raises(CasecertError, match=list(profile)[-1]):
        read_profile(profile)


def test_a_fact_that_starts_with_x_is_never_judged() -> None:
    """What somebody carries along is theirs."""
    with_note = {"cm_months": 12, "x_note": "call back"}

    assert (
        read_profile(with_note).facts["cm_months"]
        == read_profile({"cm_months": 12}).facts["cm_months"]
    )


def test_a_moment_asked_about_is_its_day() -> None:
    """Python calls a moment a day, and the two cannot be compared."""
    answer = decide({"as_of": "2026-01-01"}, on=datetime(2026, 1, 2, 13, 30))  # noqa: DTZ001

    assert answer.to_json()["on"] == "2026-01-02"


def test_the_issuers_edition_is_asked_for_unless_another_is_named() -> None:
    """The answer says which, so that no page has to guess."""
    editions = [
        decide({}, on="2026-11-23", **asked).edition for asked in ({}, {"edition": "article"})
    ]

    assert editions == ["issuer", "article"]


@pytest.mark.parametrize("edition", ["issuers", "Article", "", "2023"])
def test_an_edition_that_is_not_exact_is_refused_with_the_known_ones(edition: str) -> None:
    """A mistyped name must not be answered by somebody else's words."""
    with pytest.raises(CasecertError, match=r"(?s)No edition is called .*issuer, article"):
        decide({}, edition=edition, on="2026-11-23")


@pytest.mark.parametrize("edition", ["issuer", "article"])
def test_every_fact_that_a_rule_reads_is_a_fact_of_the_contract(edition: str) -> None:
    """Whoever states all of it is left with no blank in either edition."""
    answer = decide(FULL, edition=edition, on="2026-11-23")
    blank = {
        one.fact
        for decision in answer.decisions
        for one in decision.criteria
        if one.cause == "blank"
    }

    assert blank == set()


def test_the_day_of_a_week_is_no_day_asked_about() -> None:
    """Python reads it as a day; nobody who types a date means it."""
    with pytest.raises(CasecertError, match="YYYY-MM-DD"):
        decide({}, on="2026-W48-1")
