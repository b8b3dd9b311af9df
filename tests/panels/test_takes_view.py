"""What a certification takes beside its requirements: apply, pass, pay, keep."""

import re
from datetime import date
from itertools import product

import pytest
from support.shown import html_shown, words_shown

from casecert_data.catalog import say
from casecert_data.credentials import GROUPS, cost_of, fee_lines, points_of
from casecert_data.eligibility import certification_ids
from casecert_data.panels import ComparePanel
from casecert_data.panels._takes_view import TakesRow, takes_rows
from casecert_data.profiles import EDITIONS

ON = date(2026, 11, 23)
ROWS = ["apply", "exam", "dates", "cost", "keep", "trust"]

every_certification = pytest.mark.parametrize("certification_id", certification_ids())


def rows_of(certification_id: str) -> dict[str, TakesRow]:
    """Return the rows of a certification by their names."""
    rows = takes_rows(certification_id, edition="issuer", rule_edition="issuer", on=ON)
    return {row.name: row for row in rows}


def listed(panel: ComparePanel) -> str:
    """Return the list of sources under the answer."""
    found = re.search('<ol class="cc-sources.*?</ol>', html_shown(panel.widget), re.DOTALL)
    assert found is not None
    return found[0]


@every_certification
def test_every_certification_has_the_same_rows(certification_id: str) -> None:
    """What stands side by side can be compared; what is missing is not known, and says so."""
    assert list(rows_of(certification_id)) == ROWS


@every_certification
def test_every_point_that_is_known_is_shown_once(certification_id: str) -> None:
    """Each group of points has its row, and no point falls between two rows."""
    told = [
        (line.words, line.cited.source_ids)
        for row in rows_of(certification_id).values()
        for line in (*row.lines, *row.rest)
        if row.name != "cost"
    ]
    points = [
        (one.words, one.source_ids)
        for group in GROUPS
        for one in points_of(certification_id, group)
    ]

    assert sorted(told) == sorted(points)


@every_certification
def test_every_fee_is_told_and_the_sum_is_told_first(certification_id: str) -> None:
    """The answer is the sum; who wants to know what is in it opens the list."""
    cost = rows_of(certification_id)["cost"]

    assert [line.words for line in cost.lines] == [cost_of(certification_id).sentence]
    assert [line.term for line in cost.rest] == [
        fee.name for fee in fee_lines(certification_id)
    ]
    assert cost.more == say("panel.takes.more.cost")


@every_certification
def test_no_row_is_empty_and_no_line_without_its_source(certification_id: str) -> None:
    """What nobody says is said to be unknown, with the page that was asked in vain."""
    for row in rows_of(certification_id).values():
        assert row.lines
        assert all(line.words and line.cited.source_ids for line in (*row.lines, *row.rest))
        assert bool(row.more) is bool(row.rest)


def test_what_is_not_known_is_said_in_words() -> None:
    """An empty cell could mean that there is no fee."""
    rows = rows_of("acm_rn")

    assert rows["trust"].lines[0].words == "Not known."
    assert {line.words.split(".")[0] for line in rows["cost"].rest} == {"Not known"}


def test_both_amounts_stand_where_two_pages_differ() -> None:
    """Nobody here can say which copy of the page is right."""
    renewal = [line for line in rows_of("ccm")["cost"].rest if line.term.startswith("Renewal")]

    assert renewal[0].words.startswith("$275 or $285.")
    assert len(renewal[0].cited.source_ids) == 2


def test_where_to_apply_is_a_link() -> None:
    """The next step is one click away."""
    html = ComparePanel(certifications=["ccm"], on=ON).html
    address = rows_of("ccm")["apply"].lines[0].url

    assert address.startswith("https://")
    assert f'<a href="{address}" target="_blank" rel="noopener noreferrer">' in html


@pytest.mark.parametrize("certification_id", ["ccm", "acm_rn", "acm_sw", "cmgt_bc"])
def test_the_articles_edition_tells_only_what_the_article_tells(certification_id: str) -> None:
    """It names an exam and its upkeep, and no fee."""
    rows = takes_rows(certification_id, edition="article", rule_edition="article", on=ON)

    assert [row.name for row in rows] == ["exam", "keep"]
    assert {key for row in rows for line in row.lines for key in line.cited.source_ids} == {
        "coursera_certified_case_manager"
    }


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("person_id", ["", "R-014"])
def test_every_source_is_listed_once_and_found_by_its_number(
    edition: str, person_id: str
) -> None:
    """From a fact to its page in two steps: the number, and the list below."""
    panel = ComparePanel(opens_on=person_id, edition=edition, on=ON)
    numbers = re.findall(r'<li><span class="ref">\[(\d+)\]', listed(panel))
    shown = {
        int(number)
        for text in re.findall(r'<span class="ref">([^<]+)<', panel.html)
        for number in re.findall(r"\d+", text)
    }

    assert list(map(int, numbers)) == list(range(1, len(numbers) + 1))
    assert shown == set(map(int, numbers))


def test_one_source_has_its_number_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number is what shows the source where the words stand, also where there is one."""
    module = "casecert_data.panels._difference_view.differences_of"
    monkeypatch.setattr(module, lambda _: ())
    takes_rows.cache_clear()
    panel = ComparePanel(certifications=["acm_sw"], opens_on="", edition="article", on=ON)
    takes_rows.cache_clear()

    assert set(re.findall(r'data-source="(\d+)"', html_shown(panel.widget))) == {"1"}
    assert "How to Become a Certified Case Manager." in words_shown(panel.widget)


@pytest.mark.parametrize(
    ("edition", "person_id"), list(product(EDITIONS, ("", "R-001", "R-014")))
)
def test_long_lists_are_closed(edition: str, person_id: str) -> None:
    """Outcome and needs are seen at once; what is more is opened by whoever wants it."""
    panel = ComparePanel(opens_on=person_id, edition=edition, on=ON)
    opened = re.findall(r'data-name="([^"]+)" open', html_shown(panel.widget))

    assert [name for name in opened if not name.startswith("differences-")] == []
    assert '<details data-name="sources">' in html_shown(panel.widget)
