"""Each row of ``differences`` is about something that a rule knows; what is not is told."""

import pytest
from support.own_data import OwnData

from casecert_data.curation import difference_faults

TABLE = "tables/differences.csv"
MONTHS = "acm_rn_months,acm_rn,Months or hours,work,one_year,,yes"
LPN = "ccm_practical_nurse,ccm,LPN license,background,license,LPN,yes"


def test_the_shipped_differences_are_in_order() -> None:
    """Each names a need, and a criterion of either edition where it can change an outcome."""
    assert list(difference_faults()) == []


@pytest.mark.parametrize(
    ("old", "new", "column", "told"),
    [
        (MONTHS, MONTHS.replace("one_year", "on_year"), "criterion_id", "Did you mean 'one_ye"),
        (MONTHS, MONTHS.replace("one_year", ""), "criterion_id", "found 'None'"),
        (MONTHS, MONTHS.replace(",work,", ",character,"), "part_code", "found 'character'"),
        (LPN, LPN.replace("LPN,yes", "LPM,yes"), "stated_code", "Did you mean 'LPN' or 'LPC'?"),
    ],
    ids=["a misspelt criterion", "none", "another part", "a misspelt code"],
)
def test_a_difference_about_nothing_is_told(
    data: OwnData, old: str, new: str, column: str, told: str
) -> None:
    """It would stand under no requirement, and no person would ever see it."""
    data.replace(TABLE, old, new)

    (fault,) = difference_faults()

    assert fault.startswith("differences.csv, line ")
    assert f"column {column!r}: expected a" in fault
    assert told in fault
