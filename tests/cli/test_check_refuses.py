"""`casecert check` on bad input: exit code 2, one message that helps, and no traceback."""

import re
from pathlib import Path

import pytest
from oracle.commands import refusal, run

DAY = ("--on", "2026-11-23")

BAD_FACTS = {
    "a number below 0": ("cm_months = -3", ["'cm_months'", "-3", "0 or more"]),
    "a misspelt fact": (
        'licence_codes = ["RN"]',
        ["'licence_codes'", "Did you mean 'license_codes'?"],
    ),
    "a fact in another case": ("CM_Months = 3", ["'CM_Months'", "Did you mean 'cm_months'?"]),
    "a code that is not in the vocabulary": (
        'license_codes = ["NURSE"]',
        ["'license_codes'", "'NURSE'", "RN", "PHARMACIST", "OTHER", "NONE"],
    ),
    "a misspelt code": (
        'license_codes = ["PHARMACST"]',
        ["'PHARMACST'", "Did you mean 'PHARMACIST'?"],
    ),
    "a degree without its field": (
        'degrees = ["bachelor"]',
        ["'degrees'", "'bachelor'", "bachelor:nursing"],
    ),
    "a certification that nobody knows": (
        'certification_codes = ["CCRN"]',
        ["'certification_codes'", "'CCRN'", "CRC"],
    ),
    "a state that does not exist": ('home_state = "XX"', ["'home_state'", "'XX'"]),
    "NONE beside a code": (
        'license_codes = ["NONE", "RN"]',
        ["'license_codes'", "NONE", "RN", "alone"],
    ),
    "a part greater than its whole": (
        "cm_months = 12\ncm_months_under_ccm = 15",
        ["'cm_months_under_ccm'", "'cm_months'", "12", "15"],
    ),
    "a part whose low end is greater than its whole's high end": (
        "cm_months = { at_most = 12 }\ncm_months_under_ccm = { at_least = 13 }",
        ["'cm_months_under_ccm'", "'cm_months'", "12", "13"],
    ),
    "a decimal comma": ('cm_months = "12,5"', ["'cm_months'", "'12,5'", "decimal point"]),
    "a thousands separator": (
        'health_system_cm_hours = "2,080"',
        ["'health_system_cm_hours'", "'2,080'", "comma"],
    ),
    "a thousands blank": ('health_system_cm_hours = "2 080"', ["'2 080'", "digits"]),
    "a thousands underscore in text": (
        'health_system_cm_hours = "2_080"',
        ["'2_080'", "digits"],
    ),
    "a unit": ('cm_months = "12 months"', ["'cm_months'", "'12 months'", "unit"]),
    "not a number": ("cm_months = nan", ["'cm_months'", "nan"]),
    "an infinite number": ("cm_months = inf", ["'cm_months'", "inf"]),
    "an infinite end": ("cm_months = { at_least = 1, at_most = inf }", ["'cm_months'", "inf"]),
    "not a number, as text": ('cm_months = "nan"', ["'cm_months'", "'nan'"]),
    "yes where a number belongs": ("cm_months = true", ["'cm_months'", "True", "number"]),
    "more months than a life": ("cm_months = 901", ["'cm_months'", "900", "901"]),
    "more hours than 36 months": (
        "ncm_hours_last_36_months = 26305",
        ["'ncm_hours_last_36_months'", "26,304", "26,305"],
    ),
    "an interval from high to low": (
        "cm_months = { at_least = 18, at_most = 12 }",
        ["'cm_months'", "18", "12"],
    ),
    "an interval with a misspelt end": (
        "cm_months = { at_leest = 12 }",
        ["'cm_months'", "at_leest", "at_least"],
    ),
    "an interval without an end": ("cm_months = {}", ["'cm_months'", "at_least"]),
    "an interval below 0": (
        "cm_months = { at_least = -1 }",
        ["'cm_months'", "-1", "0 or more"],
    ),
    "a list of numbers": ("cm_months = [12]", ["'cm_months'", "12"]),
    "a misspelt yes": (
        'attests_good_character = "yse"',
        ["'attests_good_character'", "'yse'", "yes", "no"],
    ),
    "a number that is no yes": (
        "is_self_employed = 2",
        ["'is_self_employed'", "2", "yes", "no"],
    ),
    "a number where codes belong": ("license_codes = 7", ["'license_codes'", "7"]),
    "a number among codes": ('license_codes = ["RN", 7]', ["'license_codes'", "7"]),
    "a day that does not exist, as text": (
        'as_of = "2026-02-30"',
        ["'as_of'", "2026-02-30", "YYYY-MM-DD"],
    ),
    "a day that is written otherwise": (
        'as_of = "11/23/2026"',
        ["'as_of'", "11/23/2026", "YYYY-MM-DD"],
    ),
    "a number for a day": ("as_of = 2026", ["'as_of'", "2026", "YYYY-MM-DD"]),
    "periods of work": (
        '[[work_periods]]\nstart_date = 2020-01-01\nrole_code = "case_manager"',
        ["'work_periods'", "cannot", "totals"],
    ),
}
"""For each fault: the profile's text, and what its message has to hold."""

BAD_FILES = {
    "broken TOML": ("person.toml", b"license_codes = [\ncm_months = 12\n", ["line 2", "TOML"]),
    "a day that does not exist, in TOML": (
        "person.toml",
        b"cm_months = 12\nas_of = 2026-02-30\n",
        ["line 2"],
    ),
    "a name twice in TOML": ("person.toml", b"cm_months = 1\ncm_months = 2\n", ["line 2"]),
    "broken JSON": ("person.json", b'{"cm_months": 12,\n "rn_years": }', ["line 2", "JSON"]),
    "a JSON list": ("person.json", b"[1, 2]", ["names"]),
    "a JSON number": ("person.json", b"7", ["names"]),
    "NaN in JSON": ("person.json", b'{"cm_months": NaN}', ["'cm_months'", "nan"]),
    "Infinity in JSON": ("person.json", b'{"cm_months": -Infinity}', ["'cm_months'", "inf"]),
    "a number beyond all bounds in JSON": (
        "person.json",
        b'{"cm_months": 1e999}',
        ["cm_months"],
    ),
    "a whole number of 5,000 digits": (
        "person.json",
        b'{"cm_months": ' + b"9" * 5000 + b"}",
        ["person.json"],
    ),
    "a whole number of 5,000 digits in TOML": (
        "person.toml",
        b"cm_months = " + b"9" * 5000,
        ["person.toml"],
    ),
    "a number with a great exponent": (
        "person.json",
        b'{"cm_months": 1e99999}',
        ["cm_months"],
    ),
    "a number whose exponent would fill the memory": (
        "person.json",
        b'{"cm_months": 1e999999999}',
        ["cm_months"],
    ),
    "a number whose exponent would fill the memory, in TOML": (
        "person.toml",
        b"cm_months = 1e999999999",
        ["cm_months"],
    ),
    "JSON without a bottom": ("person.json", b"[" * 100_000, ["person.json"]),
    "TOML without a bottom": (
        "person.toml",
        b"cm_months = " + b"[" * 100_000,
        ["person.toml"],
    ),
    "an empty TOML file": ("person.toml", b"", ["empty"]),
    "an empty JSON file": ("person.json", b"", ["empty"]),
    "a file of blanks": ("person.toml", b" \n\n", ["empty"]),
    "text that is not UTF-8": (
        "person.toml",
        'cm_months = 12\ndisplay_name = "José"\n'.encode("latin-1"),
        ["line 2", "UTF-8", "sav"],
    ),
    "JSON that is not UTF-8": (
        "person.json",
        '{"display_name":\n\n"José"}'.encode("latin-1"),
        ["line 3", "UTF-8", "sav"],
    ),
    "text in UTF-16": ("person.toml", "cm_months = 12".encode("utf-16"), ["UTF-8", "sav"]),
}
"""For each fault: the file's name, its bytes, and what its message has to hold."""


def _person(folder: Path, text: str = "cm_months = 12") -> str:
    """Write a profile and return its path."""
    path = folder / "person.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("text", "words"), BAD_FACTS.values(), ids=BAD_FACTS)
def test_a_bad_fact_is_named_with_what_was_found_and_expected(
    tmp_path: Path, text: str, words: list[str]
) -> None:
    """Whoever reads the message can mend the file without looking anything up."""
    message = refusal("check", _person(tmp_path, text), *DAY, folder=tmp_path)

    assert [word for word in ["person.toml", *words] if word not in message] == [], message


@pytest.mark.parametrize(("name", "content", "words"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_named_with_its_fault(
    tmp_path: Path, name: str, content: bytes, words: list[str]
) -> None:
    """A file that cannot be read is the likeliest mistake of all."""
    (tmp_path / name).write_bytes(content)
    message = refusal("check", str(tmp_path / name), *DAY, folder=tmp_path)

    assert [word for word in [name, *words] if word not in message] == [], message


def test_a_folder_given_for_a_file_is_named_as_one(tmp_path: Path) -> None:
    """The message says to name the file inside it."""
    message = refusal("check", str(tmp_path), *DAY, folder=tmp_path)

    assert "folder" in message
    assert str(tmp_path) in message


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A wrong path is shown as it was given."""
    message = refusal("check", "nobody.toml", *DAY, folder=tmp_path)

    assert "nobody.toml" in message


def test_a_file_of_another_kind_is_refused_by_its_ending(tmp_path: Path) -> None:
    """The endings that can be read are listed."""
    (tmp_path / "person.docx").write_bytes(b"PK\x03\x04")
    message = refusal("check", "person.docx", *DAY, folder=tmp_path)

    assert ".toml" in message
    assert ".json" in message


@pytest.mark.parametrize("name", ["cmm", "CCM", "ccctm", ""])
def test_an_unknown_certification_lists_the_known_ones(tmp_path: Path, name: str) -> None:
    """Capitals are another name, and a program that takes nobody any more has no rule."""
    message = refusal(
        "check", _person(tmp_path), *DAY, "--certification", name, folder=tmp_path
    )

    assert repr(name) in message
    assert [one for one in ("ccm", "cmgt_bc", "cmac", "c_aswcm") if one not in message] == []


def test_a_folder_of_ones_own_facts_is_refused_in_words(tmp_path: Path) -> None:
    """`--data` comes later; it must not be ignored in silence, nor be "no such option"."""
    message = refusal("check", _person(tmp_path), *DAY, "--data", ".", folder=tmp_path)

    assert "--data" in message
    assert "yet" in message
    assert "No such option" not in message


def test_a_day_before_the_totals_is_refused_with_both_days(tmp_path: Path) -> None:
    """What was true earlier cannot be told from what is true now."""
    person = _person(tmp_path, "cm_months = 12\nas_of = 2026-06-01\n")
    message = refusal("check", person, "--on", "2026-05-31", folder=tmp_path)

    assert [word for word in ("as_of", "2026-05-31", "2026-06-01") if word not in message] == []


@pytest.mark.parametrize("day", ["2026-02-29", "2026-13-01", "tomorrow", "23.11.2026", ""])
def test_a_day_asked_about_has_to_exist(tmp_path: Path, day: str) -> None:
    """The option is named, and how a day is written."""
    message = refusal("check", _person(tmp_path), "--on", day, folder=tmp_path)

    assert [word for word in ("on:", repr(day), "YYYY-MM-DD") if word not in message] == []


@pytest.mark.parametrize(
    ("assumption", "words"),
    [
        ("attests_good_character", ["attests_good_character", "="]),
        ("atests_good_character=yes", ["atests_good_character", "attests_good_character"]),
        ("attests_good_character=maybe", ["attests_good_character", "maybe", "yes"]),
        ("cm_months=13", ["cm_months", "12", "13"]),
        ("cm_months_under_ccm=13", ["cm_months_under_ccm", "12", "13"]),
        ("client_references=-1", ["client_references", "-1", "0 or more"]),
        ("license_codes=NURSE", ["license_codes", "NURSE", "RN"]),
        ("license_codes=NONE;RN", ["license_codes", "NONE"]),
        ("rn_years=2,5", ["rn_years", "2,5"]),
    ],
)
def test_a_bad_assumption_is_refused(tmp_path: Path, assumption: str, words: list[str]) -> None:
    """An assumption is checked as a cell is, and never overrides the profile's 12 months."""
    message = refusal("check", _person(tmp_path), *DAY, "--assume", assumption, folder=tmp_path)

    assert [word for word in words if word not in message] == [], message


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--edition", "latest", ["edition", "'latest'", "issuer", "article"]),
        ("--format", "yaml", ["--format", "'yaml'", "text", "json"]),
    ],
)
def test_an_option_with_another_value_lists_its_values(
    tmp_path: Path, option: str, value: str, words: list[str]
) -> None:
    """A misspelt value is never a silent default."""
    message = refusal("check", _person(tmp_path), *DAY, option, value, folder=tmp_path)

    assert [word for word in words if word not in message] == []


def test_a_message_about_bad_input_carries_no_value_as_markup(tmp_path: Path) -> None:
    """What was found is shown as it stands, brackets and all."""
    message = refusal(
        "check",
        _person(tmp_path, 'license_codes = ["[red]{0}%s[/red]"]'),
        *DAY,
        folder=tmp_path,
    )

    assert "'[red]{0}%s[/red]'" in message


def test_text_that_reads_as_a_fault_in_a_comment_is_no_fault(tmp_path: Path) -> None:
    """Comments belong to whoever wrote them."""
    ran = run(
        "check", _person(tmp_path, "# cm_months = -3\ncm_months = 3"), *DAY, folder=tmp_path
    )

    assert ran.code == 0


def test_a_profile_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """Windows' Notepad writes one in front."""
    (tmp_path / "person.toml").write_bytes(b"\xef\xbb\xbfcm_months = 12\r\n")
    ran = run("check", "person.toml", *DAY, folder=tmp_path)

    assert (ran.code, ran.errors) == (0, "")


def test_every_fault_of_a_profile_is_in_one_message(tmp_path: Path) -> None:
    """Each with its line, in the order of the file: nobody mends one to be told of the next."""
    text = (
        "cm_months = 12\n"
        "cm_months_under_ccm = 15\n"
        'licence_codes = ["RN"]\n'
        "rn_years = -4\n"
        'degrees = ["bachelor"]\n'
        "[[rulings]]\n"
        'certification_id = "cmm"\n'
        'outcome = "Met"\n'
        'ruled_by = "CCMC"\n'
        "ruled_on = 2026-11-20\n"
    )
    message = refusal("check", _person(tmp_path, text), *DAY, folder=tmp_path)
    places = re.findall(r"(line [0-9]+, '\S+'): expected", message)

    assert "person.toml: expected facts without faults, found 7 faults" in message
    assert places == [
        "line 2, 'cm_months_under_ccm'",
        "line 3, 'licence_codes'",
        "line 4, 'rn_years'",
        "line 5, 'degrees'",
        "line 6, 'rulings[0]'",
        "line 7, 'rulings[0].certification_id'",
        "line 8, 'rulings[0].outcome'",
    ]
