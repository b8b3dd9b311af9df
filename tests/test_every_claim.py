"""Every sentence of the article: it is in the ledger, and it stands where the ledger says."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from support.page_words import all_text, career, handout, person, sample_class

from casecert_data.catalog import Row, code_names, spell_date, spell_number, table
from casecert_data.curation import ledger_faults
from casecert_data.eligibility import Criterion, Group, certification_ids, read_rule
from casecert_data.profiles import EDITIONS
from casecert_data.reporting import report_names
from casecert_data.reporting.model._blocks import Page
from casecert_data.shipped import notebooks_folder

CLAIMS = {str(row["claim_id"]): row for row in table("claims")}
CARRIER = re.compile(r"(\w+)\[([\w,]+)\]\.(\w+)")
OF_A_RULE = ("text", "box_text", "row", "title", "asks_for")


def parts(claim_id: str, column: str) -> list[str]:
    """Return what a claim names in a column."""
    return str(CLAIMS[claim_id][column]).split(";")


def places(claim_id: str, kind: str) -> list[str]:
    """Return the notebooks or reports that show a claim."""
    named = [one.partition(":") for one in parts(claim_id, "shown_in")]
    return [name for found, _, name in named if found == kind]


@cache
def words_of(report: str) -> str:
    """Return all words of a report: every certification or sample person, both editions."""
    pages: dict[str, list[Page]] = {
        "career": [career()],
        "certification": [handout(key, one) for key in certification_ids() for one in EDITIONS],
        "person": [person(key, one) for key in sample_class() for one in EDITIONS],
    }
    return "\n".join(folded(all_text(page)) for page in pages[report])


def folded(text: str) -> str:
    """Return a text without the difference of capitals, and of blanks and line ends."""
    return " ".join(text.split()).casefold()


def row_of(name: str, key: str) -> Row:
    """Return the row of a table whose first columns are the parts of a key."""
    wanted = key.split(",")
    found = [
        row for row in table(name) if list(map(str, row.values()))[: len(wanted)] == wanted
    ]
    assert len(found) == 1, (name, key)
    return found[0]


def node_of(key: str, node_id: str) -> Group | Criterion:
    """Return the group or criterion of a rule."""
    certification_id, edition = key.split(",")

    def inside(node: Group | Criterion) -> Iterator[Group | Criterion]:
        yield node
        for part in getattr(node, "parts", ()):
            yield from inside(part)

    rule = read_rule(certification_id, edition=edition)
    (found,) = (one for one in inside(rule.root) if one.id == node_id)
    return found


def texts_of(carrier: str) -> Iterator[str]:
    """Give the texts of which one, on a page, shows a carrier."""
    found = CARRIER.fullmatch(carrier)
    assert found is not None, carrier
    name, key, column = found.groups()
    if name == "rules":
        node = node_of(key, column)
        yield from (text for one in OF_A_RULE if (text := str(getattr(node, one, ""))))
        return
    row = row_of(name, key)
    yield as_written(column, row[column])
    if name == "job_types":
        yield str(row["short_name"])


def as_written(column: str, value: object) -> str:
    """Return a cell's value as a page writes it."""
    if isinstance(value, date):
        return spell_date(value)
    if column.endswith("_pct"):
        return f"{spell_number(value)}%"  # type: ignore[arg-type]
    return str(value)


def stands_on(carrier: str, report: str) -> bool:
    """Tell whether a report has a carrier's words, whole, with a capital or without."""
    return any(
        re.search(rf"(?<!\w){re.escape(folded(text).rstrip('.'))}(?!\w)", words_of(report))
        for text in texts_of(carrier)
    )


def test_the_keys_of_the_ledger_count_its_sentences() -> None:
    """Whoever reads both goes down both; tests/catalog counts the article's own."""
    assert list(CLAIMS) == [f"c{at:03}" for at in range(1, len(CLAIMS) + 1)]


def test_every_kind_of_claim_is_made_by_some_sentence() -> None:
    """A kind that no sentence has would be a drawer without content."""
    kinds = Counter(row["claim_code"] for row in CLAIMS.values())

    assert set(kinds) <= set(code_names("claim_code"))
    assert kinds["unsupported_claim"] >= 8
    assert {"fact", "depends", "contradiction", "advice"} <= set(kinds)


def test_the_ledger_has_no_fault_of_form() -> None:
    """Its carriers exist, and nothing of the article is carried by no sentence."""
    assert list(ledger_faults()) == []


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_a_claim_stands_on_every_report_that_is_said_to_show_it(claim_id: str) -> None:
    """In the words of at least one of its carriers."""
    reports = places(claim_id, "report")
    missing = [
        report
        for report in reports
        if not any(stands_on(one, report) for one in parts(claim_id, "carriers"))
    ]

    assert set(reports) <= set(report_names())
    assert missing == []


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_every_carrier_of_a_claim_is_shown_where_the_claim_is(claim_id: str) -> None:
    """Half a sentence in the data and on no page would be half lost."""
    reports = places(claim_id, "report")
    unseen = [
        one
        for one in parts(claim_id, "carriers")
        if not any(stands_on(one, report) for report in reports)
    ]

    assert reports
    assert unseen == []


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_a_notebook_that_is_said_to_show_a_claim_is_there(claim_id: str) -> None:
    """What the notebooks show is tested with their panels."""
    there = {path.stem for path in notebooks_folder().glob("*.ipynb")}

    assert set(places(claim_id, "notebook")) <= there


def test_words_that_stand_nowhere_would_be_missed() -> None:
    """The tests above read what they should."""
    assert stands_on("employer_support[employers_pay_2023].share_pct", "career")
    assert not stands_on("employer_support[employers_pay_2023].share_pct", "person")
    assert not stands_on("next_steps[named_course].next_step_text", "certification")
    assert stands_on("rules[ccm,article].months_supervising", "certification")
    assert not stands_on("rules[ccm,article].months_supervising", "career")
