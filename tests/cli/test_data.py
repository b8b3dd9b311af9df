"""`casecert data check`: exit codes and what is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.in_process import casecert
from support.own_checkout import own_checkout
from support.own_data import OwnData

from casecert_data.catalog import table_names

OVERDUE = (
    "ccmc_get_certified: read 2023-04-26, review was due by 2024-04-26. "
    "Read it again, or mark what it says as old."
)


@pytest.fixture
def data(tmp_path: Path) -> Iterator[OwnData]:
    """Give a copy of the shipped data, which the test may break."""
    with own_checkout(tmp_path) as copied:
        yield copied


def test_the_shipped_data_is_in_order() -> None:
    """Exit code 0, what was checked, and what should be read again."""
    ran = casecert("data", "check", "--on", "2026-11-23")

    assert (ran.code, ran.errors) == (0, "")
    assert ran.out.startswith(
        f"Past its review date: {OVERDUE}\n"
        f"The data is in order: {len(table_names())} tables with "
    )


def test_strictly_an_overdue_source_is_a_fault() -> None:
    """Before a release everything has been read again."""
    ran = casecert("data", "check", "--strict", "--on", "2026-11-23")

    assert (ran.code, ran.out) == (2, "")
    assert ran.errors == f"The data has 1 fault:\n- {OVERDUE}\n"


def test_strictly_nothing_is_a_fault_while_nothing_is_overdue() -> None:
    """On its review date a source still holds."""
    ran = casecert("data", "check", "--strict", "--on", "2024-04-26")

    assert (ran.code, ran.errors) == (0, "")
    assert "Past its review date" not in ran.out


def test_every_fault_is_listed(data: OwnData) -> None:
    """Exit code 2, a count, and a line for each."""
    data.replace("tables/cautions.csv", ",depends,", ",dependss,")
    data.replace("fields.toml", 'unit = "percent"\n', "")
    ran = casecert("data", "check", "--on", "2026-11-23")

    assert (ran.code, ran.out) == (2, "")
    first, *rest = ran.errors.splitlines()
    assert first == "The data has 2 faults:"
    assert [line[:16] for line in rest] == ["- cautions.csv, ", "- fields.toml, s"]


def test_a_broken_file_is_a_fault_and_no_traceback(data: OwnData) -> None:
    """The curator's own file, half written, is told by its place."""
    data.append("rules/ccm.toml", "[edition.criterion\n")
    ran = casecert("data", "check", "--on", "2026-11-23")

    assert (ran.code, ran.out) == (2, "")
    assert "ccm.toml: expected TOML, found a fault: " in ran.errors


def test_a_day_that_does_not_exist_is_refused() -> None:
    """As on every command."""
    ran = casecert("data", "check", "--on", "2026-02-30")

    assert (ran.code, ran.out) == (2, "")
    assert ran.errors.startswith(
        "--on: expected a day that exists, as YYYY-MM-DD, found '2026-"
    )


def test_a_build_says_what_it_wrote(data: OwnData) -> None:
    """The file, how many values, and the version that they are of."""
    ran = casecert("data", "build")
    count = len(data.read("released.csv").splitlines()) - 2

    assert (ran.code, ran.errors) == (0, "")
    assert ran.out == f"Wrote released.csv: {count} values, data version 2026.11.28.\n"


def test_a_build_says_what_the_changelog_does_not_tell(data: OwnData) -> None:
    """After it nothing else remembers the value before."""
    data.replace("tables/fees.csv", "ccm,exam,everyone,195,", "ccm,exam,everyone,205,")
    ran = casecert("data", "build")

    assert ran.out.splitlines()[1:] == [
        "The changelog does not tell what changed since the version before:",
        "- `fees[ccm,exam,everyone,ccmc_faqs].amount_usd`: 195 → 205 (ccmc_faqs)",
    ]


def test_a_build_of_faulty_data_is_refused(data: OwnData) -> None:
    """Exit code 2, the faults, and the old file."""
    before = data.read("released.csv")
    data.replace("tables/contacts.csv", "ccm,apply,", "ccm,applied,")
    ran = casecert("data", "build")

    assert (ran.code, ran.out) == (2, "")
    assert ran.errors.startswith("The data has 1 fault:\n- contacts.csv, line 2, column ")
    assert data.read("released.csv") == before
