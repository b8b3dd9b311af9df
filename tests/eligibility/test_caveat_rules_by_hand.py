"""What the five rules with caveats ask for, against a reading by hand."""

from fractions import Fraction

import pytest
from oracle.read_caveats_by_hand import CRITERIA, PUBLISHERS, SHAPES

from casecert_data.catalog import sources
from casecert_data.curation import cases_of, opposing_criteria
from casecert_data.eligibility import (
    Criterion,
    Group,
    certification_ids,
    read_rule,
    rule_edition_of,
)

THE_FIVE = ("crc", "cbis", "hs_bcp", "c_swcm", "c_aswcm")
EACH = pytest.mark.parametrize("certification_id", THE_FIVE)
FEWEST_CASES = 8


def shape(node: Group | Criterion) -> str:
    """Write a node with & and |, in brackets."""
    if isinstance(node, Criterion):
        return node.id
    sign = " | " if node.is_choice else " & "
    return "(" + sign.join(map(shape, node.parts)) + ")"


def plain(value: object) -> object:
    """Return a value as a hand would write it."""
    if isinstance(value, Fraction):
        return int(value)
    return set(value) if isinstance(value, tuple) else value


@EACH
def test_each_criterion_asks_for_what_was_read(certification_id: str) -> None:
    """Fact, comparison and value, in the order of the rule."""
    found = {
        one.id: (one.fact, one.needed.comparison, plain(one.needed.value))
        for one in read_rule(certification_id).criteria()
    }

    assert list(found.items()) == list(CRITERIA[certification_id].items())


@EACH
def test_alternatives_join_as_they_were_read(certification_id: str) -> None:
    """Which are all needed, and of which one is enough."""
    assert shape(read_rule(certification_id).root)[1:-1] == SHAPES[certification_id]


@EACH
def test_each_criterion_rests_on_the_page_that_was_read(certification_id: str) -> None:
    """And says where in it."""
    criteria = read_rule(certification_id).criteria()

    assert {sources()[one.source_id].publisher for one in criteria} == PUBLISHERS[
        certification_id
    ]
    assert all(one.locator.strip() for one in criteria)


@EACH
def test_the_article_is_silent_on_it(certification_id: str) -> None:
    """So its edition is answered by the issuer's rule, and says so."""
    assert rule_edition_of(certification_id, "article") == "issuer"


@EACH
def test_it_has_cases_enough(certification_id: str) -> None:
    """Every way in, every threshold, and who is never refused."""
    assert len(cases_of(certification_id)) >= FEWEST_CASES


@EACH
def test_no_two_criteria_pull_against_each_other(certification_id: str) -> None:
    """So Kleene's answer is as strong as the truth."""
    assert opposing_criteria(read_rule(certification_id)) == ()


def test_the_five_come_last_in_the_order_of_the_contract() -> None:
    """Answers, tables and rosters follow it."""
    assert certification_ids()[-5:] == THE_FIVE
