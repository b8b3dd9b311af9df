"""`casecert check` from outside: a file in; words or JSON and an exit code out."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from oracle.commands import Ran, run
from oracle.people import CCM, NOTHING

from casecert_data import decide
from casecert_data.catalog import sources

KNOWN = [
    *("ccm", "acm_rn", "acm_sw", "cmgt_bc", "cmac", "cdms", "cmc", "cmcn"),
    *("crc", "cbis", "hs_bcp", "c_swcm", "c_aswcm"),
]
"""The certifications that have a rule, in the order of the answers."""

OF_THE_ARTICLE = KNOWN[:4]
"""Those that the article speaks of."""

NURSE = """
license_codes = ["RN"]
degrees = ["bachelor:nursing"]
cm_months = 30
cm_months_under_ccm = 14
is_self_employed = false
attests_good_character = true
"""
"""Somebody who meets the CCM."""

DAY = ("--on", "2026-11-23")

CRC_WAYS = (
    (
        "Master's in rehabilitation counseling, accredited, with 600 hours of internship under"
        " a CRC"
    ),
    (
        "Master's in rehabilitation counseling, 600 hours of internship and 12 months of work,"
        " both under a CRC"
    ),
    "Master's in rehabilitation counseling and 24 months of work, 12 of them under a CRC",
    (
        "Master's in counseling, the courses listed, and 36 months of work, 12 of them under a"
        " CRC"
    ),
)
"""The ways that an older page of the issuer names: categories A, B (two options) and D."""


def _written(folder: Path, text: str, name: str = "person.toml") -> Path:
    """Write a profile and return where it lies."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _check(folder: Path, text: str, *options: str, name: str = "person.toml") -> Ran:
    """Run the command on a profile of this text."""
    return run("check", str(_written(folder, text, name)), *options, folder=folder)


def _answer(folder: Path, text: str, *options: str) -> dict[str, Any]:
    """Return what the command answers in JSON."""
    ran = _check(folder, text, *DAY, "--format", "json", *options)
    assert ran.code == 0, ran.errors
    answer: dict[str, Any] = json.loads(ran.out)
    return answer


# --- the contract's JSON ----------------------------------------------------------------


def test_json_says_the_day_and_the_edition_that_was_asked_for(tmp_path: Path) -> None:
    """`edition` stays what was asked, by default the issuers'."""
    answer = _answer(tmp_path, NURSE)

    assert (answer["on"], answer["edition"]) == ("2026-11-23", "issuer")


def test_json_keeps_the_edition_when_another_one_was_asked_for(tmp_path: Path) -> None:
    """The article's own edition can be asked for by name; it is silent on nine."""
    answer = _answer(tmp_path, NURSE, "--edition", "article")
    by_article = [
        one["certification_id"]
        for one in answer["decisions"]
        if one["rule_edition"] == "article"
    ]

    assert answer["edition"] == "article"
    assert by_article == OF_THE_ARTICLE


def test_json_says_which_edition_stands_in(tmp_path: Path) -> None:
    """The article's, certification by certification, where the issuer's could not be read."""
    answer = _answer(tmp_path, NURSE)

    assert {one["certification_id"]: one["rule_edition"] for one in answer["decisions"]} == {
        **dict.fromkeys(KNOWN, "issuer"),
        "cmgt_bc": "article",
    }


def test_json_answers_for_the_edition_that_was_asked_for(tmp_path: Path) -> None:
    """The article takes eighteen months of the ACM's work, the issuer asks for hours."""
    months = """
    license_codes = ["RN"]
    health_system_cm_months = 18
    health_system_cm_hours = 2079
    has_supervisor_contact = true
    """
    outcomes = [
        _answer(tmp_path, months, "--edition", edition, "--certification", "acm_rn")[
            "decisions"
        ][0]["outcome"]
        for edition in ("article", "issuer")
    ]

    assert outcomes == ["met", "not_met"]


def test_json_decides_every_certification_in_the_fixed_order(tmp_path: Path) -> None:
    """Without a choice all are decided, in the order of the contract."""
    answer = _answer(tmp_path, NURSE)

    assert [one["certification_id"] for one in answer["decisions"]] == KNOWN


def test_json_keeps_the_fixed_order_whatever_order_was_asked_in(tmp_path: Path) -> None:
    """The option can be given more than once; the order of answers is the contract's."""
    answer = _answer(tmp_path, NURSE, "--certification", "cmgt_bc", "--certification", "ccm")

    assert [one["certification_id"] for one in answer["decisions"]] == ["ccm", "cmgt_bc"]


def test_a_certification_asked_for_twice_is_decided_once(tmp_path: Path) -> None:
    """A repeated option adds nothing."""
    answer = _answer(tmp_path, NURSE, "--certification", "ccm", "--certification", "ccm")

    assert [one["certification_id"] for one in answer["decisions"]] == ["ccm"]


def test_json_has_every_name_of_the_contract(tmp_path: Path) -> None:
    """Programs outside read these names, so each stands in each answer with its kind."""
    kinds: dict[str, type | tuple[type, ...]] = {
        "certification_id": str,
        "outcome": str,
        "apart_from_declarations": str,
        "held": bool,
        "rule_edition": str,
        "criteria": list,
        "missing": list,
        "missing_truncated": bool,
        "next_question": (str, type(None)),
    }

    for decision in _answer(tmp_path, NURSE)["decisions"]:
        assert {
            name for name, kind in kinds.items() if isinstance(decision[name], kind)
        } == set(kinds)


def test_json_has_every_name_of_a_criterion(tmp_path: Path) -> None:
    """A reason names requirement, fact, outcome, source and place in the source."""
    names = {
        "id",
        "group",
        "way",
        "outcome",
        "cause",
        "fact",
        "found",
        "needed",
        "text",
        "is_declaration",
        "source_id",
        "locator",
    }
    criteria = [
        one for each in _answer(tmp_path, NURSE)["decisions"] for one in each["criteria"]
    ]

    assert {name for one in criteria for name in names if name not in one} == set()
    assert all(one[key] for one in criteria for key in ("id", "text", "source_id", "locator"))


def test_json_names_sources_that_exist(tmp_path: Path) -> None:
    """A reason without a source that can be looked up would be a claim of ours."""
    criteria = [
        one for each in _answer(tmp_path, NURSE)["decisions"] for one in each["criteria"]
    ]

    assert {one["source_id"] for one in criteria} <= set(sources())


def test_json_writes_blanks_as_null_and_sets_as_lists(tmp_path: Path) -> None:
    """`found` is a JSON value: number, yes or no, list, or null."""
    (decision,) = _answer(tmp_path, NURSE, "--certification", "ccm")["decisions"]
    found = {one["fact"]: one["found"] for one in decision["criteria"]}

    assert found == {
        "license_codes": ["RN"],
        "degrees": ["bachelor:nursing"],
        "degree_is_accredited": None,
        "had_supervised_field_experience": None,
        "certification_codes": None,
        "cm_months_under_ccm": 14,
        "cm_months": 30,
        "cm_supervising_months": None,
        "is_self_employed": False,
        "client_references": None,
        "attests_good_character": True,
    }


def test_json_writes_an_interval_with_its_two_ends(tmp_path: Path) -> None:
    """Between 12 and 18 is shown as it was stated."""
    text = "cm_months = { at_least = 12, at_most = 18 }"
    (decision,) = _answer(tmp_path, text, "--certification", "ccm")["decisions"]
    found = next(one["found"] for one in decision["criteria"] if one["fact"] == "cm_months")

    assert found == {"at_least": 12, "at_most": 18}


def test_json_keeps_half_months(tmp_path: Path) -> None:
    """Fractions are allowed, and come back as they went in."""
    (decision,) = _answer(tmp_path, "cm_months = 18.5", "--certification", "ccm")["decisions"]

    assert {one["found"] for one in decision["criteria"] if one["fact"] == "cm_months"} == {
        18.5
    }


def test_json_is_all_that_is_printed(tmp_path: Path) -> None:
    """A program reads the output, so no word of comfort stands around it."""
    ran = _check(tmp_path, NURSE, *DAY, "--format", "json")

    assert (ran.code, ran.errors) == (0, "")
    assert json.loads(ran.out)


def test_the_same_question_is_answered_with_the_same_bytes(tmp_path: Path) -> None:
    """Sets have no order in memory, and the answer has one all the same."""
    text = (
        'license_codes = ["OTHER", "APRN", "LPC", "LPN"]\ncertification_codes = ["CMC", "CBIS"]'
    )

    assert (
        _check(tmp_path, text, *DAY, "--format", "json").out
        == _check(tmp_path, text, *DAY, "--format", "json").out
    )


def test_the_python_call_and_the_command_answer_alike(tmp_path: Path) -> None:
    """Both are the same answer, since the command only prints it."""
    path = _written(tmp_path, NURSE)
    by_command = json.loads(
        run("check", str(path), *DAY, "--format", "json", folder=tmp_path).out
    )
    by_python: Any = decide(path, on=date(2026, 11, 23)).to_json()

    assert json.loads(json.dumps(by_python)) == by_command


def test_a_json_profile_is_decided_as_the_same_toml_profile(tmp_path: Path) -> None:
    """Two ways of writing, one meaning."""
    person = json.dumps(CCM)
    by_json = _check(tmp_path, person, *DAY, "--format", "json", name="person.json")
    lines = [f"{fact} = {json.dumps(value)}" for fact, value in CCM.items()]

    assert json.loads(by_json.out) == _answer(tmp_path, "\n".join(lines))


# --- words ------------------------------------------------------------------------------


def test_text_says_that_the_issuer_decides(tmp_path: Path) -> None:
    """The one sentence that everybody has agreed on, with the day in words."""
    ran = _check(tmp_path, NURSE, *DAY, "--certification", "ccm")

    assert re.search(
        r"appears to meet the published requirements as of November 23, 2026; "
        r"the issuer decides",
        ran.one_line,
    )


@pytest.mark.parametrize("text", [NURSE, "", 'license_codes = ["APRN"]'])
def test_text_never_tells_anybody_that_they_are_eligible(tmp_path: Path, text: str) -> None:
    """Only the issuer can say so."""
    ran = _check(tmp_path, text or "# nothing known yet\ncm_months = 0\n", *DAY)

    assert not re.search(r"you are (not )?(eligible|qualified)", ran.one_line, re.IGNORECASE)


def test_text_says_appears_to_meet_only_of_what_is_met(tmp_path: Path) -> None:
    """The sentence must not stand beside an unknown or a not met."""
    lines = [f"{fact} = {json.dumps(value)}" for fact, value in NOTHING.items()]
    ran = _check(tmp_path, "\n".join(lines), *DAY)

    assert ran.code == 0
    assert "appears to meet" not in ran.one_line


def test_text_prints_an_assumption(tmp_path: Path) -> None:
    """An answer that stands on an assumption says so, on every output."""
    ran = _check(
        tmp_path,
        NURSE.replace("attests_good_character = true", ""),
        *DAY,
        "--assume",
        "attests_good_character=yes",
        "--certification",
        "ccm",
    )

    assert ran.code == 0
    assert "appears to meet" in ran.one_line
    assert re.search(r"assum", ran.one_line, re.IGNORECASE)


def test_markup_and_templates_in_a_name_stay_text(tmp_path: Path) -> None:
    """A name is never read as a template or a format."""
    text = NURSE + 'person_id = "{0} {name} %s {{ 7 * 7 }} <b>[red]x[/red]"\n'
    ran = _check(tmp_path, text, *DAY)

    assert ran.code == 0
    assert "49" not in ran.out


@pytest.mark.parametrize(
    "text",
    [NURSE, "cm_months = 0", 'attests_good_character = false\nlicense_codes = ["NONE"]'],
    ids=["met", "unknown", "not met"],
)
def test_every_outcome_is_exit_code_0(tmp_path: Path, text: str) -> None:
    """A decision is no failure of the program."""
    assert _check(tmp_path, text, *DAY).code == 0


def test_check_needs_no_person_id(tmp_path: Path) -> None:
    """A counselor tries things out without naming anybody."""
    assert "person_id" not in NURSE
    assert _check(tmp_path, NURSE, *DAY).code == 0


def test_text_gives_a_way_of_several_requirements_a_line_of_its_own(tmp_path: Path) -> None:
    """One degree stands in three ways into the CRC: what belongs together is set in."""
    internship = "rehabilitation_internship_hours = 600\nhas_counseling_master = false"
    ran = _check(tmp_path, internship, *DAY, "--certification", "crc")
    lines = ran.out.splitlines()
    need = lines.index("  Degree and practice: Unknown (any one of these)")
    ways = [line.strip() for line in lines if line.startswith("      ") and line[6] != " "]
    of_each = re.findall(r"^ {6}\S.*\n((?: {8}.*\n)+)", ran.out, re.MULTILINE)

    assert [way.replace("\u2019", "'") for way in ways] == [
        f"Unknown: one way of these. {text}" for text in CRC_WAYS
    ]
    assert [part.count("\n") for part in of_each] == [3, 3, 3, 4]
    assert lines[need + 2].strip().startswith("Unknown: A master")


def test_text_gives_a_way_of_one_requirement_no_line_of_its_own(tmp_path: Path) -> None:
    """The license says all by itself; only the degree and what is asked of it are set in."""
    lines = _check(tmp_path, NURSE, *DAY, "--certification", "ccm").out.splitlines()
    background = next(at for at, line in enumerate(lines) if line.startswith("  Background:"))
    work = next(at for at, line in enumerate(lines) if line.startswith("  Work:"))
    indents = [len(line) - len(line.lstrip()) for line in lines[background + 1 : work]]

    # The license; the degree, with itself, its school and its practice; the certification.
    assert indents == [6, 6, 8, 8, 8, 6]


def test_text_gives_parts_that_are_all_needed_no_way(tmp_path: Path) -> None:
    """Two years and the hours are both asked for, so there is nothing to choose."""
    lines = _check(tmp_path, NURSE, *DAY, "--certification", "cmgt_bc").out.splitlines()

    assert not [line for line in lines if line.startswith(" " * 7)]


# --- assumptions ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("assumption", "fact", "found"),
    [
        ("attests_good_character=Yes", "attests_good_character", True),
        ("client_references=3", "client_references", 3),
        ("license_codes=RN;SW_MASTER", "license_codes", ["RN", "SW_MASTER"]),
        ("cm_months=12..18", "cm_months", {"at_least": 12, "at_most": 18}),
    ],
)
def test_an_assumption_is_written_as_in_a_rosters_cell(
    tmp_path: Path, assumption: str, fact: str, found: object
) -> None:
    """Yes or no in any case, sets with semicolons, ranges with two dots."""
    answer = _answer(
        tmp_path, "cm_months_under_ccm = 1", "--assume", assumption, "--certification", "ccm"
    )
    shown = {one["fact"]: one["found"] for one in answer["decisions"][0]["criteria"]}[fact]

    assert (sorted(shown) if isinstance(shown, list) else shown) == found


def test_several_assumptions_can_be_made(tmp_path: Path) -> None:
    """Each fills a blank of its own."""
    answer = _answer(
        tmp_path,
        'license_codes = ["RN"]\ncm_months = 24',
        "--assume",
        "is_self_employed=no",
        "--assume",
        "attests_good_character=yes",
        "--certification",
        "ccm",
    )

    assert answer["decisions"][0]["outcome"] == "met"
