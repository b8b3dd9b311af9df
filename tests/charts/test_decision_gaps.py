"""Gaps of a decision: each number that is not there for sure, and nothing else."""

from fractions import Fraction
from typing import Any

import pytest
from oracle.people import ACM_RN, CCM, CMGT_BC, NOTHING

from casecert_data import decide
from casecert_data.charts import Gap, gaps_of


def gaps(
    facts: dict[str, Any], certification_id: str, edition: str = "issuer"
) -> tuple[Gap, ...]:
    """Return the gaps of a person."""
    answer = decide(facts, edition=edition, on="2026-11-23", certifications=[certification_id])
    return gaps_of(answer.decisions[0])


def test_a_gap_has_what_is_there_what_is_needed_and_its_unit() -> None:
    """The numbers of the decision, none of its own."""
    (gap,) = gaps({**CMGT_BC, "ncm_hours_last_36_months": 1400}, "cmgt_bc")

    assert gap == Gap(
        label="Work, last 3 years",
        needed=Fraction(2000),
        found_low=Fraction(1400),
        found_high=Fraction(1400),
        unit="hours",
        amount="of work in nursing case management",
    )


def test_what_is_met_has_no_gap() -> None:
    """Nothing is missing, nothing is drawn."""
    assert gaps(CMGT_BC, "cmgt_bc") == ()


def test_a_need_that_is_met_another_way_has_no_gap() -> None:
    """Twelve months under a CCM are enough, so the 23 in all are no gap."""
    assert gaps({**NOTHING, **CCM}, "ccm") == ()


def test_each_way_of_a_need_that_is_open_has_its_gap() -> None:
    """Any one full bar is enough, so all are shown."""
    found = gaps({**NOTHING, **CCM, "cm_months_under_ccm": 11}, "ccm")

    assert [(gap.label, gap.found_low, gap.needed) for gap in found] == [
        ("Months under a CCM", 11, 12),
        ("Months in all, whoever supervised", 23, 24),
        ("Months as a supervisor", 0, 12),
    ]


@pytest.mark.parametrize(
    ("edition", "labels"),
    [
        ("article", ["Months in a health care system", "Hours in a health care system"]),
        ("issuer", ["Hours in a health care system"]),
    ],
)
def test_the_gaps_are_those_of_the_edition_that_was_asked_for(
    edition: str, labels: list[str]
) -> None:
    """Months are a way into the ACM by the article, and none by the issuer."""
    facts = {**ACM_RN, "health_system_cm_hours": 1000, "health_system_cm_months": 6}

    assert [gap.label for gap in gaps(facts, "acm_rn", edition)] == labels


def test_a_blank_is_a_gap_of_any_size() -> None:
    """Nothing stated is not the same as none."""
    facts = {key: value for key, value in CMGT_BC.items() if key != "rn_years"}
    (gap,) = gaps(facts, "cmgt_bc")

    assert gap.is_blank
    assert (gap.found_low, gap.found_high, gap.needed) == (0, None, 2)


def test_a_range_keeps_both_its_ends() -> None:
    """What may be there is drawn as what it is."""
    (gap,) = gaps({**CMGT_BC, "rn_years": {"at_least": 1, "at_most": 3}}, "cmgt_bc")

    assert (gap.found_low, gap.found_high) == (1, 3)


def test_an_open_range_stays_open() -> None:
    """Of "one year or more" nobody knows the upper end."""
    (gap,) = gaps({**CMGT_BC, "rn_years": {"at_least": 1}}, "cmgt_bc")

    assert (gap.found_low, gap.found_high) == (1, None)


def test_codes_and_answers_are_no_gaps() -> None:
    """A license is there or not: there is no bar for half of one."""
    facts = {**ACM_RN, "license_codes": ["NONE"], "has_supervisor_contact": False}

    assert [gap.label for gap in gaps(facts, "acm_rn")] == []


def test_a_need_that_does_not_arise_has_no_gap() -> None:
    """Who is not self-employed needs no references."""
    facts = {**NOTHING, **CCM, "client_references": 0, "is_self_employed": False}

    assert gaps(facts, "ccm") == ()


def test_a_need_that_arises_has_its_gap() -> None:
    """Who is self-employed needs three."""
    facts = {**NOTHING, **CCM, "client_references": 2, "is_self_employed": True}

    assert [(gap.found_low, gap.needed, gap.unit) for gap in gaps(facts, "ccm")] == [
        (2, 3, "organizations")
    ]


@pytest.mark.parametrize("certification_id", ["ccm", "acm_rn", "acm_sw", "cmgt_bc"])
def test_a_person_of_whom_nothing_is_known_has_only_blanks(certification_id: str) -> None:
    """Each number that is asked for, and none invented."""
    found = gaps({}, certification_id)

    assert found
    assert all(gap.is_blank for gap in found)
