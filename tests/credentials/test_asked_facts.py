"""Which facts a form asks for, and who asks them."""

import pytest

from casecert_data.credentials import asked_facts, asking
from casecert_data.eligibility import certification_ids

FIRST_FOUR = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("license_codes", FIRST_FOUR),
        ("cm_months_under_ccm", ("ccm",)),
        ("has_supervisor_contact", ("acm_rn", "acm_sw")),
        ("rn_years", ("cmgt_bc",)),
        ("home_state", ()),
    ],
)
def test_who_asks_a_fact_is_told_in_the_order_of_the_choice(
    name: str, ids: tuple[str, ...]
) -> None:
    """As the four pages of requirements ask it; where somebody lives is asked by none."""
    assert asking(name, FIRST_FOUR) == ids


def test_a_part_is_asked_by_those_alone_that_compare_it() -> None:
    """The CMAC counts months of case management, whoever supervised them."""
    assert asking("cm_months_under_ccm", ["cmac", "ccm"]) == ("ccm",)
    assert asking("cm_months", ["cmac", "ccm", "acm_rn"]) == ("cmac", "ccm")


def test_every_fact_that_is_asked_for_is_asked_by_somebody() -> None:
    """But for what only tells who somebody is."""
    every = certification_ids()
    asked = asked_facts(every)
    names = [*asked.common, *(one for each in asked.own.values() for one in each)]

    assert [name for name in names if not asking(name, every)] == []
