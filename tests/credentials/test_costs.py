"""The cost up to the first renewal: each part once, ranges kept, the unknown named."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from support.own_data import OwnData

from casecert_data.credentials import CostPart, cost_of
from casecert_data.credentials._costs import PARTS

Add = Callable[..., None]
CERTIFICATIONS = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")
WORDS = {
    "application": "the application",
    "exam": "the exam",
    "renewal": "the first renewal",
}
"""What each part is called."""


def test_the_cost_of_the_ccm_keeps_both_renewal_fees() -> None:
    """$235 and $195, and $275 or $285: the sum is a range, not an average."""
    cost = cost_of("ccm")

    assert (cost.lowest, cost.highest) == (Decimal(235 + 195 + 275), Decimal(235 + 195 + 285))
    assert cost.amount == "$705 to $715"
    assert cost.unknown == ()


def test_the_cost_of_the_ccm_names_who_gives_its_amounts() -> None:
    """And the page with the amount before is none of them."""
    assert set(cost_of("ccm").source_ids) == {
        *("ccmc_faqs", "ccmc_renewal_faqs", "ccmc_renewal_faqs_copy")
    }


def test_a_fee_that_pays_for_two_parts_counts_once() -> None:
    """The ANCC takes one fee for application and exam."""
    cost = cost_of("cmgt_bc")

    assert cost.amount == "$395"
    assert cost.parts[0] == CostPart(
        pays_for=("application", "exam"),
        lowest=Decimal(395),
        highest=Decimal(395),
        source_ids=("intelycare_case_management", "ancc_renewal_faqs"),
    )


def test_a_price_for_members_is_not_in_the_sum() -> None:
    """The sum is of somebody who gets no special price."""
    assert cost_of("cmgt_bc").lowest == Decimal(395)


def test_an_unknown_part_is_named_and_not_estimated() -> None:
    """The renewal of the CMGT-BC costs something, and nobody says how much."""
    cost = cost_of("cmgt_bc")

    assert (cost.known, cost.unknown) == (("application", "exam"), ("renewal",))
    assert cost.sentence.startswith(
        "$395 for the application and the exam. No amount was found for the first renewal. "
    )


@pytest.mark.parametrize("certification_id", ["acm_rn", "acm_sw"])
def test_no_amount_at_all_is_not_known(certification_id: str) -> None:
    """Never $0, in no place of it."""
    cost = cost_of(certification_id)

    assert (cost.lowest, cost.highest, cost.known) == (None, None, ())
    assert cost.amount == "Not known"
    assert "$" not in cost.sentence


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_every_part_stands_in_the_cost_once(certification_id: str) -> None:
    """In one order, whether it is known or not."""
    cost = cost_of(certification_id)

    assert [name for one in cost.parts for name in one.pays_for] == list(PARTS)
    assert sorted((*cost.known, *cost.unknown), key=PARTS.index) == list(PARTS)


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_the_sentence_names_every_part(certification_id: str) -> None:
    """Those in the sum, those that are left out, and what is never counted."""
    sentence = cost_of(certification_id).sentence

    assert [name for name in PARTS if WORDS[name] not in sentence] == []
    assert sentence.endswith("Not counted: courses, study books, travel and a second try.")


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_a_part_has_an_amount_only_with_a_source(certification_id: str) -> None:
    """And one without an amount cites nobody for it."""
    for one in cost_of(certification_id).parts:
        assert bool(one.source_ids) == (one.lowest is not None) == (one.highest is not None)


# --- in a copy of the data --------------------------------------------------------------

OF_CCM = {
    "certification_id": "ccm",
    "applicant_code": "everyone",
    "source_id": "ccmc_exam_faqs",
}


def test_a_conflicting_row_makes_a_range(add: Add) -> None:
    """As soon as a second source says otherwise."""
    add("fees", **OF_CCM, fee_code="exam", amount_usd=205)

    assert cost_of("ccm").amount == "$705 to $725"


def test_superseding_the_conflict_removes_the_range(data: OwnData) -> None:
    """Once it is known which of the renewal fees holds, one sum is left."""
    data.replace("tables/fees.csv", "renewal,everyone,285,no", "renewal,everyone,285,yes")

    assert cost_of("ccm").amount == "$705"


def test_a_part_with_nothing_but_history_is_unknown(data: OwnData) -> None:
    """The amount before is not counted in the place of today's."""
    data.replace("tables/fees.csv", "application,everyone,235,no", "application,everyone,,no")
    cost = cost_of("ccm")

    assert cost.unknown == ("application",)
    assert cost.amount == "$470 to $480"


def test_a_part_that_is_free_is_known(data: OwnData) -> None:
    """A sum of nothing but $0 is $0, and not "Not known"."""
    data.replace("tables/fees.csv", "acm_rn,renewal,everyone,", "acm_rn,renewal,everyone,0")
    cost = cost_of("acm_rn")

    assert cost.amount == "$0"
    assert (cost.known, cost.unknown) == (("renewal",), ("application", "exam"))


def test_a_part_that_is_free_adds_nothing(data: OwnData) -> None:
    """It is in the sum all the same, and named there."""
    data.replace("tables/fees.csv", "cmgt_bc,renewal,everyone,", "cmgt_bc,renewal,everyone,0")
    cost = cost_of("cmgt_bc")

    assert (cost.amount, cost.unknown) == ("$395", ())


def test_one_fee_for_both_stands_in_for_the_two(add: Add) -> None:
    """Where a source gives the sum and others the parts, nothing is paid twice."""
    add("fees", **OF_CCM, fee_code="application_and_exam", amount_usd=400)

    assert cost_of("ccm").amount == "$675 to $685"


def test_one_fee_for_both_without_an_amount_leaves_the_parts(add: Add) -> None:
    """A row that says nothing takes nothing away."""
    add("fees", **OF_CCM, fee_code="application_and_exam")

    assert cost_of("ccm").amount == "$705 to $715"


def test_a_price_for_members_alone_leaves_the_part_unknown(data: OwnData) -> None:
    """What everybody else pays is not known then."""
    data.replace("tables/fees.csv", "ccm,exam,everyone,195,no", "ccm,exam,member,195,no")

    assert cost_of("ccm").unknown == ("exam",)


def test_another_try_is_no_part_of_the_cost(data: OwnData) -> None:
    """Nor are deferral, late renewal and the like: not everybody pays them."""
    data.replace("tables/fees.csv", "acm_rn,retake,everyone,", "acm_rn,retake,everyone,150")

    assert cost_of("acm_rn").amount == "Not known"


def test_which_fee_pays_for_what_is_data(add: Add) -> None:
    """Another kind of fee needs no code."""
    pays = {"pays_application": "yes", "pays_exam": "yes", "pays_renewal": "yes"}
    add("fee_kinds", fee_code="all_in_one", fee_name="All in one", **pays)
    whole = {**OF_CCM, "certification_id": "acm_rn", "source_id": "acma_info"}
    add("fees", **whole, fee_code="all_in_one", amount_usd=500)
    cost = cost_of("acm_rn")

    assert (cost.amount, cost.unknown) == ("$500", ())
    assert len(cost.parts) == 1
