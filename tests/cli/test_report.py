"""`casecert report` as its users run it."""

from pathlib import Path

import pytest
from oracle.commands import refusal, run
from support.report_folders import SHOW_PERSON, write_report

DAY = ("--on", "2026-11-23")


@pytest.fixture
def person(tmp_path: Path) -> str:
    """Write a profile, and give its path."""
    path = tmp_path / "ann.toml"
    path.write_text('person_id = "p-001"\ndisplay_name = "Ann Quixwell"\ncm_months = 17\n')
    return str(path)


@pytest.fixture
def own_report(tmp_path: Path) -> str:
    """Write an educator's own report, and give its folder."""
    return str(write_report(tmp_path / "page", SHOW_PERSON))


@pytest.mark.slow
def test_a_handout_on_a_certification_is_written(tmp_path: Path) -> None:
    """The two files are named for what they are on, and their names are all that is printed."""
    given = ("report", "certification", "-p", "certification_id=acm_rn", "--out", "out", *DAY)
    ran = run(*given, folder=tmp_path)

    assert (ran.code, ran.errors) == (0, "")
    assert ran.out.splitlines() == [
        str(Path("out", f"certification-acm_rn.{ending}")) for ending in ("html", "pdf")
    ]
    assert (tmp_path / "out" / "certification-acm_rn.pdf").read_bytes().startswith(b"%PDF")
    assert "ACM" in (tmp_path / "out" / "certification-acm_rn.html").read_text("utf-8")


@pytest.mark.slow
def test_the_handout_on_the_career_is_written(tmp_path: Path) -> None:
    """It is about nobody and no certification, so its files have the report's name alone."""
    ran = run("report", "career", "--out", "out", *DAY, folder=tmp_path)

    assert (ran.code, ran.errors) == (0, "")
    assert ran.out.splitlines() == [
        str(Path("out", f"career.{ending}")) for ending in ("html", "pdf")
    ]
    assert (tmp_path / "out" / "career.pdf").read_bytes().startswith(b"%PDF")
    assert "Becoming a case manager" in (tmp_path / "out" / "career.html").read_text("utf-8")


@pytest.mark.slow
def test_a_page_for_a_person_prints_what_was_assumed(tmp_path: Path, person: str) -> None:
    """Whoever holds the page must see that a fact was taken for granted."""
    page = ("report", "person", "--person", person, "--out", "out", "--format", "html", *DAY)
    ran = run(*page, "--assume", "attests_good_character=yes", folder=tmp_path)
    text = (tmp_path / "out" / "person-p-001.html").read_text("utf-8")

    assert (ran.code, ran.errors) == (0, "")
    assert "Taken for granted" in text
    assert "Quixwell" not in text


@pytest.mark.slow
def test_certifications_are_compared_for_nobody_or_for_a_person(
    tmp_path: Path, person: str
) -> None:
    """The files name what is compared, and the pseudonym of a person; a name is not shown."""
    given = ("report", "comparison", "-p", "certification_ids=ccm;acm_sw", "--format", "html")
    ran = [
        run(*given, *whom, "--out", "out", *DAY, folder=tmp_path)
        for whom in ((), ("--person", person))
    ]
    names = ["comparison-ccm-acm_sw.html", "comparison-ccm-acm_sw-p-001.html"]
    nobody, somebody = ((tmp_path / "out" / name).read_text("utf-8") for name in names)

    assert [(one.code, one.errors) for one in ran] == [(0, ""), (0, "")]
    assert "Where you stand" not in nobody
    assert "Where you stand" in somebody
    assert "Quixwell" not in somebody


@pytest.mark.slow
def test_a_name_is_printed_when_it_is_asked_for(
    tmp_path: Path, person: str, own_report: str
) -> None:
    """Then, and in the page alone: the file's name stays the pseudonym."""
    page = ("report", own_report, "--person", person, "--out", "out", "--format", "html,ipynb")
    ran = run(*page, "--show-names", *DAY, folder=tmp_path)

    assert ran.code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "page-p-001.html",
        "page-p-001.ipynb",
    ]
    assert "Ann Quixwell" in (tmp_path / "out" / "page-p-001.html").read_text("utf-8")


@pytest.mark.slow
def test_a_template_that_fails_is_told_without_the_persons_facts(
    tmp_path: Path, person: str
) -> None:
    """Exit code 1, the cell and the kind of error, and no half-written file."""
    report = write_report(tmp_path / "page", "raise KeyError(current_person(person_ref))")
    given = ("report", str(report), "--person", person, "--out", "out", "--show-names", *DAY)
    ran = run(*given, folder=tmp_path)

    assert (ran.code, ran.out) == (1, "")
    assert ran.errors.strip() == (
        "page: cell 4 of the template stopped with KeyError (it names a column or key that is "
        "not there). Nothing was written."
    )
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.slow
def test_a_profile_without_id_gets_a_file_of_a_plain_name(
    tmp_path: Path, own_report: str
) -> None:
    """Never the name of the profile's file, which may be a person's."""
    (tmp_path / "ann-quixwell.toml").write_text("cm_months = 17\n")
    given = ("report", own_report, "--person", "ann-quixwell.toml", "--out", "out", *DAY)
    ran = run(*given, "--format", "html", folder=tmp_path)

    assert ran.code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["page-without-id.html"]


REFUSED = {
    "an unknown report": (["certificatoin"], "Did you mean 'certification'?"),
    "a misspelt parameter": (
        ["certification", "-p", "certificaton_id=ccm"],
        "Did you mean 'certification_id'?",
    ),
    "a misspelt certification": (
        ["certification", "-p", "certification_id=acm_rm"],
        "Did you mean 'acm_rn'?",
    ),
    "a misspelt certification among several": (
        ["comparison", "-p", "certification_ids=ccm;acm_rm"],
        "parameter 'certification_ids': expected the keys of certifications",
    ),
    "one certification to compare": (
        ["comparison", "-p", "certification_ids=ccm"],
        "expected two to four certifications, found one: ccm",
    ),
    "an assumption about nobody": (
        ["comparison", "--assume", "attests_good_character=yes"],
        "--assume: expected no person",
    ),
    "a parameter without a value": (["certification", "-p", "ccm"], "KEY=VALUE"),
    "a parameter given twice": (
        ["certification", "-p", "certification_id=ccm", "-p", "certification_id=ccm"],
        "expected one value, found two",
    ),
    "a day given twice": (
        ["certification", "-p", "on=2026-11-23", *DAY],
        "'on': expected one value, found two",
    ),
    "a day that does not exist": (["certification", "--on", "2026-02-30"], "'2026-02-30'"),
    "an unknown edition": (["certification", "--edition", "isuer"], "issuer"),
    "an unknown format": (["certification", "--format", "html,docx"], "'docx'"),
    "no format": (["certification", "--format", ""], "html, pdf, ipynb"),
    "a folder of facts": (["certification", "--data", "mine"], "cannot use it yet"),
    "no person": (["person"], "Add --person FILE"),
    "a person as a parameter": (
        ["person", "-p", "person_ref=Ann", "--person", "ann.toml"],
        "--person FILE",
    ),
    "a person who is not there": (["person", "--person", "absent.toml"], "nothing there"),
    "a person where none belongs": (
        ["certification", "--person", "ann.toml"],
        "expected no person",
    ),
    "a person where the career is": (["career", "--person", "ann.toml"], "expected no person"),
    "a certification where the career is": (
        ["career", "-p", "certification_id=ccm"],
        "expected the name of one of its parameters",
    ),
    "an assumption where no person is": (
        ["certification", "--assume", "attests_good_character=yes"],
        "--assume: expected no person",
    ),
    "an assumption against what was stated": (
        ["person", "--person", "ann.toml", "--assume", "cm_months=3"],
        "'cm_months'",
    ),
    "an assumption without a value": (
        ["person", "--person", "ann.toml", "--assume", "cm_months"],
        "FACT=VALUE",
    ),
}


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize(("arguments", "told"), REFUSED.values(), ids=REFUSED)
def test_bad_input_is_refused_before_anything_is_written(
    arguments: list[str], told: str, tmp_path: Path
) -> None:
    """One message that says what to do; the folder is not even made."""
    message = refusal("report", *arguments, "--out", "out", folder=tmp_path)

    assert told in message
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """The message names it."""
    (tmp_path / "out").write_text("x")
    message = refusal("report", "certification", "--out", "out", *DAY, folder=tmp_path)

    assert "expected a folder that can be written to, found: a file" in message
