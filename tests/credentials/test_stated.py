"""What sources say of one thing: one value where they agree, each where they do not."""

from decimal import Decimal

import pytest

from casecert_data.credentials import Stated, stated

Row = dict[str, object]

ISSUER, PREP_SITE, OLD_NEWS = "ccmc_faqs", "renewrn_ccm", "rehabpub_2010"
"""An issuer's own page, somebody else's, and an old one."""


def said(source_id: str, value: object, *, is_superseded: bool = False) -> Row:
    """Make a row in which a source says a value."""
    return {"source_id": source_id, "value": value, "is_superseded": is_superseded}


def test_where_all_agree_there_is_one_value() -> None:
    """And everybody who says it is named, the issuer first."""
    rows = [said(PREP_SITE, Decimal(195)), said(ISSUER, Decimal(195))]

    assert stated(rows, "value") == (Stated(Decimal(195), (ISSUER, PREP_SITE)),)


def test_where_sources_differ_each_value_is_kept() -> None:
    """Whoever reads it must know that the sources do not agree; nothing is averaged."""
    rows = [said(ISSUER, Decimal(285)), said(PREP_SITE, Decimal(275))]

    assert stated(rows, "value") == (
        Stated(Decimal(275), (PREP_SITE,)),
        Stated(Decimal(285), (ISSUER,)),
    )


@pytest.mark.parametrize("first", [0, 1, 2])
def test_numbers_come_the_lowest_first_in_whatever_order_they_stand(first: int) -> None:
    """9 is less than 10 and 100, which as texts it would not be."""
    values = [Decimal(100), Decimal(9), Decimal(10)]
    rows = [said(ISSUER, value) for value in values[first:] + values[:first]]

    assert [one.value for one in stated(rows, "value")] == [9, 10, 100]


def test_texts_come_in_the_order_of_their_standing() -> None:
    """What the issuer says is read before what others say, and old pages come last."""
    rows = [said(OLD_NEWS, "old"), said(PREP_SITE, "other"), said(ISSUER, "own")]

    assert [one.value for one in stated(rows, "value")] == ["own", "other", "old"]


def test_a_superseded_row_says_nothing() -> None:
    """It is kept as history, and no value of it may come back."""
    rows = [said(ISSUER, Decimal(225), is_superseded=True), said(ISSUER, Decimal(235))]

    assert [one.value for one in stated(rows, "value")] == [235]


def test_a_superseded_row_does_not_vouch_for_what_holds() -> None:
    """An old page that gives the same amount is no second witness for it."""
    rows = [said(PREP_SITE, Decimal(195), is_superseded=True), said(ISSUER, Decimal(195))]

    assert stated(rows, "value") == (Stated(Decimal(195), (ISSUER,)),)


def test_an_empty_cell_says_nothing() -> None:
    """That a page was read and is silent is no value."""
    assert stated([said(ISSUER, None), said(PREP_SITE, None)], "value") == ()


def test_a_zero_is_a_value() -> None:
    """What costs nothing is known, and is not the same as what nobody says."""
    assert stated([said(ISSUER, Decimal(0))], "value") == (Stated(Decimal(0), (ISSUER,)),)


def test_one_number_written_in_two_ways_is_one_value() -> None:
    """195 and 195.00 do not differ."""
    rows = [said(ISSUER, Decimal(195)), said(PREP_SITE, Decimal("195.00"))]

    assert [one.source_ids for one in stated(rows, "value")] == [(ISSUER, PREP_SITE)]


def test_a_table_that_supersedes_nothing_needs_no_column_for_it() -> None:
    """Contacts and windows have none."""
    assert stated([{"source_id": ISSUER, "value": "words"}], "value")[0].value == "words"
