"""Fees line by line: both amounts where sources differ, and none where nobody gives any."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from support.own_data import OwnData

from casecert_data.catalog import rows_where, table
from casecert_data.credentials import FeeLine, fee_lines
from casecert_data.credentials._fees import spell_usd

Add = Callable[..., None]
CERTIFICATIONS = ("ccm", "acm_rn", "acm_sw", "cmgt_bc")
CCM_RENEWAL = {"certification_id": "ccm", "fee_code": "renewal"}


def line(certification_id: str, fee_code: str) -> FeeLine:
    """Return one kind of fee."""
    (found,) = [one for one in fee_lines(certification_id) if one.fee_code == fee_code]
    return found


def test_two_amounts_of_one_fee_are_both_shown() -> None:
    """Two copies of the renewal page differ, and nobody knows which one holds."""
    renewal = line("ccm", "renewal")

    assert renewal.amount == "$275 or $285"
    assert set(renewal.source_ids) == {"ccmc_renewal_faqs", "ccmc_renewal_faqs_copy"}


def test_a_note_that_holds_for_both_amounts_is_told_once() -> None:
    """Both rows carry it, so that either is understood alone."""
    written = [row["fee_note"] for row in rows_where("fees", **CCM_RENEWAL)]

    assert len(written) == 2
    assert line("ccm", "renewal").notes == (written[0],)


def test_a_superseded_amount_is_not_shown() -> None:
    """$225 was the application fee before; it stays in the table as history."""
    application = line("ccm", "application")
    before = {row["fee_note"] for row in table("fees") if row["is_superseded"]}

    assert application.amount == "$235"
    assert not before & {*application.notes, *application.others}


def test_a_superseded_page_is_no_source_of_the_fee() -> None:
    """It gave the same exam fee, and yet it is not what is cited for today's."""
    assert line("ccm", "exam").source_ids == ("ccmc_faqs",)


def test_a_price_for_members_stands_beside_the_price_for_everyone() -> None:
    """Most readers are no members, so theirs comes first."""
    assert line("cmgt_bc", "application_and_exam").amount == "$395, members $270"


def test_a_discount_without_an_amount_is_a_note_and_no_amount() -> None:
    """The page says who gets one, not how much."""
    application = line("ccm", "application")

    assert application.amount == "$235"
    assert any("active military" in note for note in application.others)
    assert not any("active military" in note for note in application.notes)


@pytest.mark.parametrize("certification_id", ["acm_rn", "acm_sw"])
def test_where_nobody_gives_an_amount_it_is_not_known(certification_id: str) -> None:
    """Never $0: an unknown fee is not free. And who was asked in vain is told."""
    lines = fee_lines(certification_id)

    assert {one.amount for one in lines} == {"Not known"}
    assert not any(one.is_known for one in lines)
    assert all(one.source_ids and one.others for one in lines)


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_no_shipped_fee_is_zero(certification_id: str) -> None:
    """None was found that is; a $0 would be an unknown one that slipped through."""
    assert "$0" not in {one.amount for one in fee_lines(certification_id)}


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_lines_come_in_the_order_of_the_kinds(certification_id: str) -> None:
    """Every page then lists application, exam and renewal alike."""
    order = [row["fee_code"] for row in table("fee_kinds")]
    found = [one.fee_code for one in fee_lines(certification_id)]

    assert found == sorted(found, key=order.index)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_every_kind_that_a_source_was_asked_for_has_its_line(certification_id: str) -> None:
    """A fee that was looked for in vain is not passed over in silence."""
    asked = {
        row["fee_code"] for row in table("fees") if row["certification_id"] == certification_id
    }

    assert {one.fee_code for one in fee_lines(certification_id)} == asked


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_a_note_on_a_fee_is_a_sentence(certification_id: str) -> None:
    """It stands on a page by itself."""
    lines = fee_lines(certification_id)
    notes = [note for one in lines for note in (*one.notes, *one.others)]

    assert [one for one in notes if not one.endswith(".") or one[0].islower()] == []


@pytest.mark.parametrize("certification_id", CERTIFICATIONS)
def test_only_what_everybody_pays_is_counted(certification_id: str) -> None:
    """Application, exam and first renewal; a second try or a late renewal is bad luck."""
    counted = {one.fee_code for one in fee_lines(certification_id) if one.is_counted}

    assert counted <= {"application", "exam", "application_and_exam", "renewal"}
    assert "renewal" in counted


@pytest.mark.parametrize(
    ("amount", "words"),
    [("0", "$0"), ("15", "$15"), ("1430", "$1,430"), ("12.50", "$12.50"), ("12.00", "$12")],
)
def test_dollars_are_written_as_on_a_price_tag(amount: str, words: str) -> None:
    """Cents take two places, and whole dollars none."""
    assert spell_usd(Decimal(amount)) == words


# --- in a copy of the data --------------------------------------------------------------

DEFERRAL = "ccm,deferral,everyone,85,no"
OTHER_DEFERRAL = {
    "certification_id": "ccm",
    "fee_code": "deferral",
    "applicant_code": "everyone",
    "source_id": "ccmc_faqs",
}


def test_a_second_source_that_differs_makes_two_amounts(add: Add) -> None:
    """The table alone decides; no code knows which fees are in doubt."""
    add("fees", **OTHER_DEFERRAL, amount_usd=95)

    assert line("ccm", "deferral").amount == "$85 or $95"


def test_a_second_source_that_agrees_changes_no_amount(add: Add) -> None:
    """It is named as one more that says so."""
    add("fees", **OTHER_DEFERRAL, amount_usd=85)
    deferral = line("ccm", "deferral")

    assert deferral.amount == "$85"
    assert set(deferral.source_ids) == {"ccmc_testing_information", "ccmc_faqs"}


def test_superseding_one_of_two_amounts_leaves_the_other(data: OwnData, add: Add) -> None:
    """That is how a conflict ends, with its history kept."""
    add("fees", **OTHER_DEFERRAL, amount_usd=95)
    data.replace("tables/fees.csv", DEFERRAL, DEFERRAL.replace(",no", ",yes"))

    assert line("ccm", "deferral").amount == "$95"


def test_a_fee_with_nothing_but_history_is_not_known(data: OwnData) -> None:
    """What it was once is no answer to what it is."""
    data.replace("tables/fees.csv", DEFERRAL, DEFERRAL.replace(",no", ",yes"))

    assert line("ccm", "deferral").amount == "Not known"
    assert not line("ccm", "deferral").is_known


def test_a_fee_of_zero_is_known_and_free(data: OwnData) -> None:
    """A source that says "free" is not one that says nothing."""
    data.replace("tables/fees.csv", DEFERRAL, DEFERRAL.replace("85", "0"))

    assert line("ccm", "deferral").amount == "$0"
    assert line("ccm", "deferral").is_known


def test_a_price_for_members_alone_says_whose_it_is(data: OwnData) -> None:
    """Else everybody would read it as theirs."""
    data.replace("tables/fees.csv", DEFERRAL, DEFERRAL.replace("everyone", "member"))

    assert line("ccm", "deferral").amount == "members $85"
