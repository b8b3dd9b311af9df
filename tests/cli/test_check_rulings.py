"""`casecert check` on a person about whom an issuer was asked."""

import json
from pathlib import Path

import pytest
from oracle.commands import Ran, run

PERSON = """
license_codes = ["OTHER"]
cm_months = 24
attests_good_character = true
is_self_employed = false

[[rulings]]
certification_id = "ccm"
criterion_id = "license"
outcome = "met"
ruled_by = "CCMC, by e-mail"
ruled_on = 2026-11-03
note = "Zaunkönig"
"""

LICENSE = "A license that lets you assess clients on your own"


def check(folder: Path, text: str, *options: str) -> Ran:
    """Run the command on a profile of this text."""
    path = folder / "person.toml"
    path.write_text(text, encoding="utf-8")
    only = ("--certification", "ccm", "--on", "2026-11-23")
    return run("check", str(path), *only, *options, folder=folder)


def test_the_answer_is_told_beside_the_requirement(tmp_path: Path) -> None:
    """With its day; what was stated stays beside it."""
    ran = check(tmp_path, PERSON)

    assert ran.code == 0
    assert f"Met, the issuer said so on November 3, 2026: {LICENSE}" in ran.out
    assert "(stated: Another license)" in ran.out


def test_the_sentence_on_the_outcome_tells_that_an_answer_counts(tmp_path: Path) -> None:
    """Whoever reads only the first lines learns it too."""
    ran = check(tmp_path, PERSON)

    assert "Met: Case Manager Certification (CCM)" in ran.out
    assert "This counts what the issuer said on November 3, 2026." in ran.out


def test_who_answered_stands_among_the_sources(tmp_path: Path) -> None:
    """The answer is a source like any page."""
    (told,) = [line for line in check(tmp_path, PERSON).out.splitlines() if "CCMC, by" in line]

    assert told.startswith(f"The issuer said so on November 3, 2026: {LICENSE}")
    assert told.endswith("Met (CCMC, by e-mail)")


def test_a_requirement_that_was_not_stated_is_told_with_its_answer(tmp_path: Path) -> None:
    """The issuer may know what the profile does not say."""
    ran = check(tmp_path, PERSON.replace('license_codes = ["OTHER"]', ""))

    assert f"Met, the issuer said so on November 3, 2026: {LICENSE}" in ran.out
    assert "s level (not stated)" in ran.out


def test_the_articles_words_come_with_a_line_on_what_is_left_out(tmp_path: Path) -> None:
    """Its list of licenses is closed, whatever the issuer said."""
    ran = check(tmp_path, PERSON, "--edition", "article")

    assert "Not met: A license as a pharmacist" in ran.out
    assert "what the issuer said about this person is left out" in ran.out
    assert "CCMC, by e-mail" not in ran.out


def test_the_counselors_note_is_told_nowhere(tmp_path: Path) -> None:
    """It is kept with the profile alone."""
    words = [check(tmp_path, PERSON, "--format", form).out for form in ("text", "json")]

    assert not any("Zaunkönig" in one for one in words)


def test_json_tells_who_answered_and_when(tmp_path: Path) -> None:
    """In the finding, and nowhere else."""
    found = json.loads(check(tmp_path, PERSON, "--format", "json").out)
    (ruled,) = [one for one in found["decisions"][0]["criteria"] if "ruled_on" in one]

    assert (ruled["id"], ruled["outcome"], ruled["cause"]) == ("license", "met", None)
    assert (ruled["ruled_by"], ruled["ruled_on"]) == ("CCMC, by e-mail", "2026-11-03")
    assert list(found) == ["on", "edition", "decisions"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"OTHER"', '"RN", "LPN"', None),
        ('"OTHER"', '"NONE"', "'license_codes' = ['NONE'] settles"),
        ("2026-11-03", "2026-11-24", "up to the day asked about (2026-11-23)"),
        ('"license"', '"licence"', "Did you mean 'license'?"),
    ],
)
def test_a_fault_ends_with_one_message(
    tmp_path: Path, old: str, new: str, told: str | None
) -> None:
    """And an answer that the facts confirm is no fault."""
    ran = check(tmp_path, PERSON.replace(old, new))

    assert ran.code == (0 if told is None else 2)
    assert (told or "") in ran.errors
    assert "Traceback" not in ran.errors
