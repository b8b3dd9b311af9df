"""What a cell puts out: blocks with their words, and sources that are numbered and aged."""

from datetime import date

import pytest
from support.page_words import words

from casecert_data.catalog import source, sources
from casecert_data.reporting.model._blocks import (
    FactItem,
    FactsPart,
    Foot,
    Section,
    SourceItem,
    SourcesPart,
    Span,
    TextPart,
)
from casecert_data.reporting.own._displays import BLOCKS_TYPE
from casecert_data.reporting.pages._shown import Citations, Shown, spaced

ON = date(2026, 11, 23)
LATE = date(2028, 1, 1)
ARTICLE, FIGURES = "coursera_certified_case_manager", "ccmc_get_certified"
OLD_FIGURES = "Old: read April 26, 2023, 3 years 6 months ago"


def tags(spans: tuple[Span, ...]) -> list[str]:
    """Return the tags and references of a line, in order."""
    return [span.text for span in spans if span.kind in {"tag", "ref"}]


def items(cited: Citations) -> tuple[SourceItem, ...]:
    """Return the list of sources."""
    part, *_ = cited.section().parts
    assert isinstance(part, SourcesPart)
    return part.items


def all_cited(*keys: str, on: date = ON) -> Citations:
    """Cite these sources, in this order."""
    cited = Citations(on)
    cited.refs(keys)
    return cited


def test_a_source_keeps_the_number_of_its_first_use() -> None:
    """However often it is cited."""
    cited = Citations(ON)

    assert tags(cited.refs([ARTICLE, FIGURES, ARTICLE])) == ["1", "2"]
    assert cited.ref(FIGURES) == Span.ref(2)


def test_an_age_stands_before_the_sources_that_are_old() -> None:
    """Figures of 2023 were to be read again in 2024."""
    assert tags(Citations(ON).aged([FIGURES])) == [OLD_FIGURES, "1"]
    assert tags(Citations(ON).aged([ARTICLE])) == ["1"]


def test_an_age_stands_before_no_source_that_is_not_of_that_age() -> None:
    """The article that quotes the figures of 2023 was read lately, and comes first."""
    keys = [FIGURES, ARTICLE]
    late = tags(Citations(LATE).aged(keys))

    assert tags(Citations(ON).aged(keys)) == ["1", OLD_FIGURES, "2"]
    assert [text.startswith("Old: read") for text in late] == [True, False, True, False]


def test_an_old_source_is_marked_once_for_what_cited_it() -> None:
    """By the section that ends next; not again where the age stands beside it already."""
    cited = Citations(ON)
    cited.ref(FIGURES)
    (mark,) = cited.old_marks()

    assert tags(mark) == [OLD_FIGURES, "1"]
    assert cited.old_marks() == ()
    cited.aged([FIGURES])
    assert cited.old_marks() == ()


def test_an_old_source_is_marked_in_every_section_that_cites_it() -> None:
    """A reader may see one page of two."""
    cited = all_cited(FIGURES)
    first = cited.old_marks()
    cited.ref(FIGURES)

    assert cited.old_marks() == first


def test_sources_read_on_one_day_share_a_mark() -> None:
    """Ten lines of the same words would bury the page."""
    cited = all_cited(ARTICLE, "ccmc_renewal", FIGURES, on=LATE)
    of_today, of_2023 = cited.old_marks()

    assert tags(of_today)[1:] == ["1", "2"]
    assert tags(of_2023)[1:] == ["3"]
    assert tags(of_today)[0].startswith("Old: read November 23, 2026, 1 year 1 month ago")


def test_a_part_that_was_tried_out_is_told_without_being_made_again() -> None:
    """A page is made to see what has room on it, and costs that once."""
    cited = Citations(ON)
    made: list[int] = []

    def part() -> Shown:
        made.append(1)
        return Shown((Foot(cited.refs([ARTICLE, FIGURES])),))

    tried = cited.once("part", part)
    cited.clear()
    cited.ref(ARTICLE)
    cited.clear()

    assert cited.once("part", part) == tried
    assert cited.cited == [ARTICLE, FIGURES]
    assert len(made) == 1


def test_a_part_is_made_again_after_other_sources() -> None:
    """An educator moves the cells of a page, and the numbers follow."""
    cited = Citations(ON)

    def part() -> Shown:
        return Shown((Foot(cited.refs([ARTICLE])),))

    cited.once("part", part)
    cited.clear()
    cited.ref(FIGURES)

    assert str(cited.once("part", part)) == "[2]"


def test_two_sources_have_a_line_each() -> None:
    """Who wrote it, what is to be known of it, and when it was read."""
    first, second = items(all_cited(ARTICLE, FIGURES))

    assert (first.number, first.title, first.group) == (
        *(1, "How to Become a Certified Case Manager.", ""),
    )
    assert words(first.detail).startswith("Coursera Staff. ")
    assert words(first.detail).endswith(" Read November 23, 2026.")
    assert words(second.detail).endswith(" Read April 26, 2023.")


def test_more_than_two_sources_run_on_by_who_wrote_them() -> None:
    """The issuers' own pages first, older pages last; numbers stay what they were."""
    secondary, dated, primary = "renewrn_ccm", "ccmc_know_before_2018", "ccmc_renewal"
    found = items(all_cited(secondary, dated, primary))

    assert [(one.number, one.group) for one in found] == [
        (3, "Commission for Case Manager Certification, its own pages:"),
        (1, "Not the issuer\u2019s own pages:"),
        (2, "Older pages:"),
    ]


def test_the_pages_of_an_issuer_stand_together() -> None:
    """Two issuers on one page are two groups, each named once."""
    keys = ("acma_info", "ccmc_renewal", "acma_retest", "ccmc_faqs")
    groups = [one.group for one in items(all_cited(*keys))]

    assert groups == sorted(groups)
    assert len(set(groups)) == 2


def test_the_month_that_most_sources_share_is_said_once() -> None:
    """Behind the last one; a source of another month has its own day."""
    found = items(all_cited(ARTICLE, FIGURES, "ccmc_renewal"))
    tails = {one.number: words(one.detail) for one in found}
    last = found[-1].number

    assert "Read in November 2026" in tails[last]
    assert [number for number, tail in tails.items() if "November" in tail] == [last]
    assert "Read April 26, 2023." in tails[2]


@pytest.mark.parametrize("key", sources())
def test_a_title_of_ours_loses_its_brackets_beside_a_number(key: str) -> None:
    """Beside [1] they would be read as another reference; and it ends with one mark."""
    (item,) = items(all_cited(key))
    title = source(key).title.strip("[]")

    assert item.title in {title, f"{title}."}
    assert item.title[-1] in ".?!"
    assert item.title[-2] not in ".?!"
    assert "[" not in item.title


def test_a_source_is_credited_in_the_words_that_it_asks_for() -> None:
    """Under the list, each once; a page without such a source has no such words."""
    credited = all_cited("bls_oews_may_2025", "onet_27_0", "bls_oews_may_2025")
    _, credit = credited.section().parts

    assert isinstance(credit, TextPart)
    assert words(credit.inline) == (
        "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage "
        "Statistics, May 2025. This page includes information from the O*NET 27.0 Database by "
        "the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). "
        "Used under the CC BY 4.0 license. O*NET\u00ae is a trademark of USDOL/ETA. The makers "
        "of casecert have modified all or some of this information. USDOL/ETA has not "
        "approved, endorsed, or tested these modifications."
    )
    assert len(all_cited(ARTICLE).section().parts) == 1


def test_pieces_of_a_line_are_parted_by_blanks_and_references_are_not() -> None:
    """[1][2] is one thing, and stands apart from the words before it."""
    line = spaced(Span.plain("So it is."), Citations(ON).refs([ARTICLE, FIGURES]))

    assert "".join(span.text for span in line) == "So it is. 12"


def test_what_a_cell_puts_out_can_be_read_without_a_renderer() -> None:
    """The name of a fact, its lines, and the group of a source."""
    fact = FactItem("Fees", (Span.plain("$235."), Span.ref(1)), ((Span.plain("Once."),),))
    listed = SourceItem(1, "A.", (Span.plain("B."),), "Older pages:")
    parts = (FactsPart((fact,), wide=True), SourcesPart((listed,)))
    shown = Shown((Section("a", "Costs", parts),))

    assert repr(shown).splitlines() == [
        *("Costs", "Fees", "$235.[1]", "Once.", "A.", "B.", "Older pages:"),
    ]
    assert shown._repr_mimebundle_() == {
        BLOCKS_TYPE: {"blocks": [shown.blocks[0].to_json()]},
        "text/plain": repr(shown),
    }
