"""Parameters of a report: their kinds, their limits, and the words for both."""

from pathlib import Path

import pytest
from support.report_folders import CAREER_PARAMETERS, write_report

from casecert_data.catalog import table
from casecert_data.errors import ReportError
from casecert_data.reporting import Report, read_report
from casecert_data.reporting.specs._parameters import KINDS, Limits, Parameter

TOML = """
title = "A page"
reader = "Students"
about = "career"

[parameters.on]
kind = "date"
description = "The day"
default = "2026-11-23"

[parameters.own]
description = "Ours"
"""


def report_with(tmp_path: Path, *lines: str, value: str = '"x"') -> Report:
    """Read a report with a parameter of its own."""
    toml = TOML + "\n".join(lines)
    parameters = f"{CAREER_PARAMETERS}\nown = {value}"
    return read_report(write_report(tmp_path / "page", toml=toml, parameters=parameters))


def parameter(kind: str, **limits: str | int | tuple[str, ...]) -> Parameter:
    """Make a parameter with limits."""
    return Parameter("own", kind, "Ours", None, Limits(**limits))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "limits", "text", "value"),
    [
        ("number", {}, "12", 12),
        ("number", {}, " -2.5 ", -2.5),
        ("number", {"at_least": "1", "at_most": "12"}, "12", 12),
        ("text", {}, "NUR 410", "NUR 410"),
        ("text", {"longest": 3}, "abc", "abc"),
        ("text", {"choices": ("Fall", "Spring")}, "Spring", "Spring"),
        ("date", {"at_least": "2026-01-01"}, "2026-01-01", "2026-01-01"),
        ("row", {"table": "certifications"}, "ccm", "ccm"),
        ("yes_no", {}, "Yes", True),
    ],
)
def test_a_value_within_its_limits_is_typed(
    kind: str, limits: dict[str, str | int | tuple[str, ...]], text: str, value: object
) -> None:
    """The limits themselves are within."""
    read = parameter(kind, **limits).read("page", text)

    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("kind", "limits", "text", "told"),
    [
        ("number", {}, "many", "expected a number, found 'many'"),
        ("number", {}, "nan", "expected a number"),
        ("number", {}, "1e3", "expected a number"),
        ("number", {}, "1_000", "expected a number"),
        ("number", {}, "", "expected a number"),
        (
            "number",
            {"at_least": "1", "at_most": "9"},
            "10",
            "a number, from 1 to 9, found '10'",
        ),
        ("number", {"at_least": "1"}, "0.5", "expected a number of 1 or more"),
        ("number", {"at_most": "9"}, "10", "expected a number up to 9"),
        ("text", {"longest": 3}, "abcd", "expected a text of at most 3 letters, found 'abcd'"),
        ("text", {}, "a" * 501, "expected a text of at most 500 letters"),
        ("text", {"choices": ("Fall", "Spring")}, "Sprng", "Did you mean 'Spring'"),
        (
            "date",
            {"at_least": "2026-01-01"},
            "2025-12-31",
            "YYYY-MM-DD, from January 1, 2026 on",
        ),
        ("date", {"at_most": "2026-01-01"}, "2026-01-02", "YYYY-MM-DD, up to January 1, 2026"),
        ("date", {}, "2026-02-30", "a day that exists"),
        ("row", {"table": "certifications"}, "ccmm", "Did you mean 'ccm'"),
        ("yes_no", {}, "maybe", "expected yes or no, found 'maybe'"),
    ],
)
def test_a_value_outside_its_limits_is_refused(
    kind: str, limits: dict[str, str | int | tuple[str, ...]], text: str, told: str
) -> None:
    """In words that say what is within."""
    with pytest.raises(ReportError) as refused:
        parameter(kind, **limits).read("page", text)

    assert told in str(refused.value)
    assert str(refused.value).startswith("report 'page', parameter 'own': expected ")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_what_it_takes(kind: str) -> None:
    """As `casecert show` lists it."""
    assert parameter(kind, table="certifications").takes()


def test_a_long_list_is_told_by_its_first_names() -> None:
    """Whoever wants all of them asks for the table."""
    assert (
        parameter("row", table="sources")
        .takes()
        .endswith(f" and {len(table('sources')) - 20} more")
    )


def test_a_number_reaches_the_template_as_one(tmp_path: Path) -> None:
    """Also its default, which is read as if it had been typed."""
    report = report_with(
        tmp_path, 'kind = "number"', "default = 3", "at_least = 1", "at_most = 12", value="3"
    )

    assert report.values({})["own"] == 3
    assert report.values({"own": "12"})["own"] == 12
    with pytest.raises(ReportError, match="from 1 to 12"):
        report.values({"own": "13"})


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (('kind = "number"', "at_leest = 1"), "Did you mean 'at_least'"),
        (('kind = "number"', 'choices = ["a"]'), "found 'choices'"),
        (('kind = "number"', 'at_least = "one"'), "at_least: expected a number, found 'one'"),
        (('kind = "number"', "at_least = 2", "at_most = 1"), "no more than at_most, 1"),
        (('kind = "number"', "at_most = 1", "default = 2"), "expected a number up to 1"),
        (('kind = "date"', "at_least = 2026"), "at_least: expected a day as 2026-11-23"),
        (('kind = "text"', "choices = []"), "choices: expected a list of texts"),
        (('kind = "text"', 'choices = ["a", 1]'), "choices: expected a list of texts"),
        (('kind = "text"', "longest = 0"), "longest: expected a whole number from 1"),
        (('kind = "text"', 'choices = ["a"]', 'default = "b"'), "expected one of a"),
        (('kind = "row"',), "table: expected the name of a table with one key, found 'None'"),
        (('kind = "row"', 'table = "certificatons"'), "Did you mean 'certifications'"),
        (('kind = "numbers"',), "Did you mean 'number'"),
    ],
)
def test_a_limit_that_makes_no_sense_is_refused(
    lines: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    """When the report is read, not when a value first meets it."""
    with pytest.raises(ReportError) as refused:
        report_with(tmp_path, *lines)

    assert told in str(refused.value)
