"""`casecert list`: names that the other commands take."""

import pytest
from support.in_process import casecert

from casecert_data.catalog import table_names
from casecert_data.eligibility import certification_ids
from casecert_data.reporting import report_names


def listed() -> dict[str, list[str]]:
    """Return the names under each heading."""
    found: dict[str, list[str]] = {}
    for line in casecert("list").out.splitlines():
        if line.startswith(" "):
            found[list(found)[-1]].append(line.split()[0])
        else:
            found[line] = []
    return found


def test_everything_that_there_is_is_listed() -> None:
    """Tables, certifications and reports, each in its own order."""
    assert listed() == {
        "Tables": list(table_names()),
        "Certifications": list(certification_ids()),
        "Reports": list(report_names()),
    }


def test_a_name_stands_beside_what_it_is() -> None:
    """A key alone says little to people."""
    lines = casecert("list").out.splitlines()
    tables = lines[lines.index("Tables") + 1 : lines.index("Certifications")]
    width = max(map(len, table_names()))

    assert "  ccm      Case Manager Certification (CCM)" in lines
    assert "  person            Page for one person" in lines
    assert f"  {'job_types':<{width}}  Job types: one type of case manager" in tables
    assert {line[: 2 + width + 2].rstrip().lstrip() for line in tables} == set(table_names())


@pytest.mark.parametrize("name", sorted({one for names in listed().values() for one in names}))
def test_every_name_that_is_listed_can_be_shown(name: str) -> None:
    """What is listed works."""
    ran = casecert("show", name)

    assert (ran.code, ran.errors) == (0, "")
    assert ran.out


@pytest.mark.parametrize("name", sorted({*table_names(), *certification_ids()}))
def test_every_table_and_certification_can_be_cited(name: str) -> None:
    """With version and sources."""
    ran = casecert("cite", name)

    assert ran.code == 0
    assert ran.out.startswith("casecert, data version ")
