"""Answers of issuers in a profile: read whole, held against the rules, refused with reason."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from support.own_data import OwnData, own_data
from support.rulings import ruling

from casecert_data import decide
from casecert_data.errors import FileError, ProfileError
from casecert_data.profiles import Profile, assumed, read_profile
from casecert_data.reporting import Person

ON = date(2026, 11, 23)

YES = ruling("ccm", "license", "met")

FILE = """
license_codes = ["OTHER"]

[[rulings]]
certification_id = "ccm"
criterion_id = "license"
outcome = "met"
ruled_by = "CCMC, by e-mail"
ruled_on = 2026-11-03
note = "Asked for the client"

[[rulings]]
certification_id = "cmcn"
criterion_id = "license"
outcome = "not_met"
ruled_by = "ACMCN, by phone"
ruled_on = 2026-11-04
"""


@pytest.fixture
def data(tmp_path: Path) -> Iterator[OwnData]:
    """Give a copy of the shipped data, which the test may break."""
    with own_data(tmp_path) as copied:
        yield copied


def written(folder: Path, text: str, name: str = "person.toml") -> Path:
    """Write a profile and return where it lies."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refused(*answers: Any, **facts: Any) -> str:
    """Return why a profile with these answers is refused."""
    with pytest.raises(ProfileError) as fault:
        decide({**facts, "rulings": list(answers)}, on=ON)
    return str(fault.value)


def test_a_file_holds_each_answer_with_its_parts(tmp_path: Path) -> None:
    """In the order of the file, the day as a day."""
    first, second = read_profile(written(tmp_path, FILE)).rulings

    assert first == (
        *("ccm", "license", "met", "CCMC, by e-mail"),
        *(date(2026, 11, 3), "Asked for the client"),
    )
    assert (second.certification_id, second.outcome, second.note) == ("cmcn", "not_met", "")


def test_json_holds_answers_too(tmp_path: Path) -> None:
    """The day is its text there."""
    text = json.dumps({"rulings": [YES]})

    assert read_profile(written(tmp_path, text, "person.json")).rulings[0].ruled_on == date(
        2026, 11, 3
    )


@pytest.mark.parametrize("nothing", [None, [], ()])
def test_no_answer_is_no_answer(nothing: object) -> None:
    """An empty list leaves nothing behind."""
    profile = read_profile({"cm_months": 3, "rulings": nothing})

    assert profile == read_profile({"cm_months": 3})
    assert profile.to_json() == {"cm_months": 3}


def test_answers_survive_the_way_to_a_report(tmp_path: Path) -> None:
    """Kernels are handed a person as JSON."""
    once = read_profile(written(tmp_path, FILE))
    person = Person.of(once, assumptions={}, show_name=False)

    assert read_profile(json.loads(json.dumps(person.profile))) == once


def test_an_assumption_keeps_the_answers() -> None:
    """Filling blanks takes nothing away."""
    profile = assumed(read_profile({"rulings": [YES]}), {"cm_months": "24"})

    assert [one.criterion_id for one in profile.rulings] == ["license"]


def test_a_profile_takes_answers_that_were_read_already() -> None:
    """So a form can hand them on."""
    rulings = read_profile({"rulings": [YES]}).rulings

    assert read_profile({"rulings": list(rulings)}).rulings == rulings


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"certification_id": "CCM"}, r"rulings\[0\].certification_id.+Did you mean 'ccm'"),
        ({"criterion_id": "licence"}, r"a requirement of 'ccm'.+Did you mean 'license'"),
        ({"outcome": "unknown"}, r"what an issuer can answer, found 'unknown'"),
        ({"outcome": "Met"}, r"found 'Met'. Did you mean 'met'"),
        ({"ruled_on": None}, r"expected a value for 'ruled_on', found none"),
        ({"ruled_by": " "}, r"expected a value for 'ruled_by', found none"),
        ({"ruled_on": "11/03/2026"}, r"rulings\[0\].ruled_on.+expected a day that exists"),
        ({"ruled_on": datetime(2026, 11, 3, 9)}, r"expected a day that exists"),  # noqa: DTZ001
        ({"ruled_by": 7}, r"expected text, found 7"),
        ({"by": "CCMC"}, r"expected a part of an answer, found 'by'"),
    ],
)
def test_a_part_that_does_not_fit_is_told(change: dict[str, Any], reason: str) -> None:
    """Each names its place, what was expected and what was found."""
    with pytest.raises(ProfileError, match=reason):
        read_profile({"rulings": [{**YES, **change}]})


@pytest.mark.parametrize("found", ["met", {"ccm": "met"}, 3, [3], ["met"]])
def test_something_else_than_a_list_of_answers_is_told(found: object) -> None:
    """The message says how an answer begins."""
    with pytest.raises(ProfileError, match=r"Begin each answer with a line \[\[rulings\]\]"):
        read_profile({"rulings": found})


def test_two_answers_on_one_requirement_are_told() -> None:
    """Nobody could say which of them holds."""
    with pytest.raises(ProfileError, match=r"rulings\[1\].+one answer on 'license' of 'ccm'"):
        read_profile({"rulings": [YES, {**YES, "outcome": "not_met"}]})


def test_a_fault_names_the_line_of_its_own_answer(tmp_path: Path) -> None:
    """As an editor counts, and not that of the first answer."""
    path = written(tmp_path, FILE.replace('"not_met"', '"no"'))

    with pytest.raises(ProfileError, match=r"person.toml, line 15, 'rulings\[1\].outcome'"):
        read_profile(path)


def test_a_missing_part_names_the_line_on_which_the_answer_begins(tmp_path: Path) -> None:
    """There is no line of its own to name."""
    path = written(tmp_path, FILE.replace("ruled_on = 2026-11-04\n", ""))

    with pytest.raises(ProfileError, match=r"person.toml, line 12, 'rulings\[1\]'"):
        read_profile(path)


def test_a_name_close_to_rulings_is_pointed_to_it() -> None:
    """A typing slip is not taken for a fact."""
    with pytest.raises(ProfileError, match=r"Did you mean 'rulings'"):
        read_profile({"ruling": []})


def test_an_answer_after_the_day_asked_about_is_refused() -> None:
    """What was not yet said cannot count."""
    reason = refused(ruling("ccm", "license", "met", ruled_on="2026-11-24"))

    assert "up to the day asked about (2026-11-23)" in reason
    assert "2026-11-24" in reason


def test_an_answer_of_the_day_asked_about_counts() -> None:
    """The day itself is not after."""
    today = ruling("ccm", "license", "met", ruled_on="2026-11-23")
    found = decide({"rulings": [today]}, on=ON, certifications=["ccm"]).decisions[0]

    assert found.criteria[0].ruled_on == ON


@pytest.mark.parametrize(
    ("codes", "outcome", "settled"),
    [(["RN"], "not_met", "'met'"), (["NONE"], "met", "'not_met'")],
)
def test_an_answer_against_certain_facts_is_refused(
    codes: list[str], outcome: str, settled: str
) -> None:
    """Either the fact or the answer is wrong, and nothing is decided before that is mended."""
    reason = refused(ruling("ccm", "license", outcome), license_codes=codes)

    assert f"expected {settled} on 'license' of 'ccm'" in reason
    assert str(codes) in reason


def test_an_answer_that_says_what_the_facts_say_is_told_with_them() -> None:
    """It confirms them."""
    profile = {"license_codes": ["RN"], "rulings": [YES]}
    found = decide(profile, on=ON, certifications=["ccm"]).decisions[0]

    assert (found.criteria[0].outcome, found.criteria[0].ruled_on) == ("met", date(2026, 11, 3))


def test_an_answer_against_an_assumption_is_refused() -> None:
    """What is taken for granted must agree with what was said."""
    no = ruling("ccm", "good_character", "not_met")

    with pytest.raises(ProfileError, match=r"'good_character' of 'ccm'"):
        decide({"rulings": [no]}, on=ON, assume={"attests_good_character": "yes"})


def test_a_contradiction_concerns_only_the_certification_that_is_decided() -> None:
    """Whoever asks about another one gets an answer."""
    profile = {"license_codes": ["NONE"], "rulings": [YES]}

    assert decide(profile, on=ON, certifications=["acm_rn"]).decisions[0].outcome == "not_met"


def test_an_answer_from_before_the_rule_is_refused(data: OwnData) -> None:
    """What the issuer said of the old rule says nothing of the new one."""
    old = 'edition_id = "issuer"\n'
    data.replace("rules/ccm.toml", old, f"{old}starts_on = 2026-11-10\n")
    reason = refused(YES)

    assert "from 2026-11-10 on, when its rule began to hold, found one of 2026-11-03" in reason
    assert "ask the issuer again" in reason


def test_an_answer_on_a_requirement_that_is_gone_is_refused(data: OwnData) -> None:
    """The article still has it, the rule that answers has not."""
    text = data.read("rules/ccm.toml")
    head, issuer = text.split("# What the issuer's own pages say.")
    data.write("rules/ccm.toml", head + issuer.replace("months_supervising", "months_leading"))
    reason = refused(ruling("ccm", "months_supervising", "met"))

    assert "found 'months_supervising', which it does not have" in reason
    assert "ask the issuer again" in reason


def test_periods_of_work_cannot_be_read_yet() -> None:
    """They come with a later version, and the message says what to state instead."""
    with pytest.raises(ProfileError, match=r"'work_periods': expected totals"):
        read_profile({"work_periods": []})


def test_answers_are_part_of_what_makes_two_profiles_equal() -> None:
    """A profile with an answer is not the same as one without."""
    plain: Profile = read_profile({"cm_months": 3})

    assert read_profile({"cm_months": 3, "rulings": [YES]}) != plain


def test_answers_are_read_from_a_file_that_is_one(tmp_path: Path) -> None:
    """A broken heading is a fault of the file."""
    path = written(tmp_path, FILE.replace("[[rulings]]", "[[rulings]"))

    with pytest.raises(FileError, match="expected TOML"):
        read_profile(path)
