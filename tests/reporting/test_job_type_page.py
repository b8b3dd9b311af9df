"""The handout on one job type as an object: the answer first, then why, and whose figures."""

import pytest
from support.page_words import (
    all_words,
    facts_of,
    job_type,
    listed,
    references,
    section,
    sections,
    words,
)

from casecert_data.catalog import source
from casecert_data.errors import UnknownNameError
from casecert_data.jobs import (
    closed_programs_of,
    fits_of,
    job,
    job_ids,
    name_clashes_of,
    occupations_of,
    pay_label,
)
from casecert_data.reporting import JobTypePage
from casecert_data.reporting.model._blocks import (
    ChartPart,
    Foot,
    Head,
    Page,
    Section,
    TablePart,
    TextPart,
)


def all_text(of: Page | Section) -> str:
    """Return every word of a page or section in one text."""
    return "\n".join(all_words(of))


every_job = pytest.mark.parametrize("key", job_ids())


@every_job
def test_the_blocks_of_the_handout_make_a_page(key: str) -> None:
    """A head first, a foot last, and the same page again after a trip through JSON."""
    page = job_type(key)

    assert isinstance(page.blocks[0], Head)
    assert isinstance(page.blocks[-1], Foot)
    assert Page.from_json(page.to_json()) == page


@every_job
def test_the_answer_is_the_first_section(key: str) -> None:
    """Warnings come next, where there are any; pay comes last."""
    names = [one.section_id for one in sections(job_type(key))]

    assert [one for one in names if one != "care"] == ["answer", "who", "pay"]
    assert names[0] == "answer"


def test_a_job_without_a_certification_says_so_at_once() -> None:
    """And what people hold instead, before anything else."""
    first = section(job_type("prison"), "answer").parts[0]

    assert isinstance(first, TextPart)
    assert words(first.inline) == (
        "No national certification is made for case managers in prisons. People hold those of "
        "the American Correctional Association instead or, in health care, the CCHP. May fit, "
        "if a license or degree counts: C-SWCM, C-ASWCM and HS-BCP."
    )


@every_job
def test_every_credential_stands_there_with_its_reason(key: str) -> None:
    """By its full name: two of them have the letters CCM."""
    text = all_text(section(job_type(key), "answer"))

    for one in fits_of(key):
        assert f"{one.name}: {one.reason}" in text


@every_job
def test_who_does_it_where_and_for_whom_is_told(key: str) -> None:
    """In the words of the lists."""
    text = all_text(section(job_type(key), "who")).casefold()
    of = job(key)

    labels = [one.label for one in of.bases]
    labels += [one.label for those in (of.places, of.populations) for one in those]
    for label in labels:
        assert label.casefold() in text
    for near in of.overlaps:
        assert near.words.casefold() in text


@every_job
def test_closed_programs_and_shared_letters_are_warned_of(key: str) -> None:
    """Where there are any; where there are none, no empty section stands."""
    warned = [one.words for one in closed_programs_of(key)]
    warned += [one.words for one in name_clashes_of(key)]
    page = job_type(key)

    assert ("care" in [one.section_id for one in sections(page)]) == bool(warned)
    for told in warned:
        assert told in all_text(page)


@every_job
def test_pay_says_first_whose_it_is(key: str) -> None:
    """No figure stands without the words on the parent occupation."""
    first, chart, table = section(job_type(key), "pay").parts[:3]

    assert isinstance(first, TextPart)
    assert words(first.inline).startswith(pay_label())
    assert isinstance(chart, ChartPart)
    assert isinstance(table, TablePart)
    assert pay_label() in table.caption


@every_job
def test_every_occupation_is_drawn_or_named_as_left_out(key: str) -> None:
    """What is hardly sure has no lane, but it is not hidden."""
    page = section(job_type(key), "pay")
    (chart,) = (one.chart for one in page.parts if isinstance(one, ChartPart))
    drawn = [lane.label for lane in chart.lanes]

    assert drawn[-1] == "All occupations"
    for one in occupations_of(key):
        assert one.title in drawn or one.title in all_text(page)


def test_the_table_has_pay_and_outlook_of_each_occupation() -> None:
    """Typed by hand from the bureau's tables."""
    (table,) = (
        one for one in section(job_type("legal"), "pay").parts if isinstance(one, TablePart)
    )
    rows = [[words(cell) for cell in row.cells] for row in table.rows]

    assert rows == [
        [
            *("Paralegals and Legal Assistants", "44,740", "50,340", "62,890", "80,080"),
            *("101,500", "\N{MINUS SIGN}0.3%", "40,800"),
        ],
        [
            *("All occupations", "31,200", "37,590", "50,980", "80,520", "128,560"),
            *("Unknown", "Unknown"),
        ],
    ]


@every_job
def test_the_sources_of_the_data_are_credited(key: str) -> None:
    """In the words that they ask for."""
    text = all_text(job_type(key))

    for one in ("bls_oews_may_2025", "bls_ep_2025_35", "onet_27_0"):
        assert source(one).credit_text in text


@every_job
def test_every_source_that_is_listed_is_referred_to(key: str) -> None:
    """And every reference is listed."""
    page = job_type(key)

    assert {str(one.number) for one in listed(page)} == references(page)


def test_a_name_that_misleads_is_explained_beside_the_facts() -> None:
    """A law firm's case is a lawsuit."""
    assert "lawsuit" in all_text(section(job_type("legal"), "who"))
    assert "Counted as" in facts_of(section(job_type("legal"), "who"))


def test_an_unknown_job_type_names_the_nearest() -> None:
    """As with certifications."""
    with pytest.raises(UnknownNameError, match="Did you mean 'housing'"):
        JobTypePage("housng")
