"""The two pages as objects: what they say is the decision, the tables and the rules."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache

import pytest
from support.page_words import all_words, sentences, whole_page, words
from support.reading_grade import reading_grade

from casecert_data.catalog import (
    source,
    sources,
    spell_date,
    spell_number,
    table,
    table_columns,
    table_names,
)
from casecert_data.charts import gaps_of
from casecert_data.eligibility import (
    Criterion,
    Decision,
    Group,
    Interval,
    certification_ids,
    names_of,
    needs_of,
    read_rule,
)
from casecert_data.profiles import decide, read_profile
from casecert_data.reporting import CertificationPage, PersonPage
from casecert_data.reporting._blocks import (
    AskPart,
    ChartPart,
    Foot,
    Head,
    ListPart,
    Outcomes,
    Page,
    Section,
    SourceItem,
    SourcesPart,
    Span,
    TablePart,
    TextPart,
    WaysPart,
    pieces,
)
from casecert_data.rosters import read_roster
from casecert_data.shipped import data_folder

ON = date(2026, 11, 23)
CLASS = {
    row.person_id: row.profile for row in read_roster(data_folder() / "samples/class.csv").rows
}
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@cache
def person(person_id: str) -> Page:
    """Return the whole page of a person of the sample class."""
    return whole_page(PersonPage(CLASS[person_id], on=ON))


@cache
def handout(certification_id: str) -> Page:
    """Return the whole handout on a certification."""
    return whole_page(CertificationPage(certification_id, on=ON))


def section(page: Page, section_id: str) -> Section:
    """Return one section of a page."""
    return next(
        one for one in page.blocks if isinstance(one, Section) and one.section_id == section_id
    )


def all_text(page: Page) -> str:
    """Return every word of a page in one text."""
    return "\n".join(all_words(page))


def references(page: Page) -> set[str]:
    """Return the numbers of the sources that a page refers to."""
    spans = (one for one in pieces(page) if isinstance(one, Span) and one.kind == "ref")
    return {one.text for one in spans}


def listed(page: Page) -> list[SourceItem]:
    """Return the sources that a page lists."""
    (part,) = (one for one in pieces(page) if isinstance(one, SourcesPart))
    return list(part.items)


# --- the page for one person ------------------------------------------------------------


def test_the_sample_class_has_thirty_rows() -> None:
    """The tests below hold for each of them."""
    assert len(CLASS) == 30


@pytest.mark.parametrize("person_id", CLASS)
def test_the_blocks_of_a_person_make_a_page(person_id: str) -> None:
    """A head first, a foot last, and the same page again after a trip through JSON."""
    page = person(person_id)

    assert isinstance(page.blocks[0], Head)
    assert isinstance(page.blocks[-1], Foot)
    assert Page.from_json(page.to_json()) == page


@pytest.mark.parametrize("person_id", CLASS)
def test_the_outcomes_of_a_page_are_those_of_decide(person_id: str) -> None:
    """One door to the rules: the page adds no judgment of its own."""
    (shown,) = (one for one in person(person_id).blocks if isinstance(one, Outcomes))
    decided = {
        names_of(one.certification_id)["full_name"]: one.outcome
        for one in decide(CLASS[person_id], on=ON).decisions
    }

    assert {item.title: item.outcome for item in shown.items} == decided


@pytest.mark.parametrize("person_id", CLASS)
def test_what_is_within_reach_comes_first(person_id: str) -> None:
    """Met, then unknown, then not met."""
    (shown,) = (one for one in person(person_id).blocks if isinstance(one, Outcomes))
    order = [("met", "unknown", "not_met").index(item.outcome) for item in shown.items]

    assert order == sorted(order)


def amounts_missing(decision: Decision) -> Iterator[str]:
    """Give what is missing of each number, taken from the decision's own JSON alone."""
    needed_of = {
        (entry.fact, str(entry.needed.to_json()))
        for entries in decision.missing
        for entry in entries
    }
    for finding in decision.criteria:
        value = finding.needed.value
        # Two years would spare the contact; the sentence names the contact alone.
        is_waiver = finding.id == "two_years"
        is_missing = (finding.fact, str(finding.needed.to_json())) in needed_of
        is_told = finding.outcome == "not_met" and is_missing and not is_waiver
        if is_told and isinstance(value, Fraction):
            yield from ends_of(value, finding.found)


def ends_of(needed: Fraction, found: object) -> Iterator[str]:
    """Give how much is missing at the most, and at the least where that differs."""
    there = found if isinstance(found, Interval) else Interval(Fraction(0), Fraction(0))
    yield spell_number(needed - there.low)
    if there.high is not None and there.high != there.low:
        yield spell_number(needed - there.high)


@pytest.mark.parametrize("person_id", CLASS)
def test_each_missing_number_of_a_page_is_the_decisions(person_id: str) -> None:
    """600 hours missing of 2,000 is arithmetic on the answer, done again here."""
    (shown,) = (one for one in person(person_id).blocks if isinstance(one, Outcomes))
    bodies = {item.title: words(item.body) for item in shown.items}
    for one in decide(CLASS[person_id], on=ON).decisions:
        body = bodies[names_of(one.certification_id)["full_name"]]
        if body.startswith("Still missing:"):
            assert set(NUMBER.findall(body)) == set(amounts_missing(one)), body


def test_some_of_the_class_lack_a_number() -> None:
    """Else the test above would hold for nothing."""
    lacking = [one for one in CLASS if "Still missing:" in all_text(person(one))]

    assert len(lacking) >= 10


@pytest.mark.parametrize("person_id", CLASS)
def test_a_chart_of_a_page_is_that_of_the_decisions_gaps(person_id: str) -> None:
    """Only what is not met is drawn, and each bar has the decision's numbers."""
    decisions = {one.certification_id: one for one in decide(CLASS[person_id], on=ON).decisions}
    for certification_id, decision in decisions.items():
        key = certification_id.replace("_", "-")
        drawn = [
            part.chart
            for one in person(person_id).blocks
            if isinstance(one, Section) and one.section_id == key
            for part in one.parts
            if isinstance(part, ChartPart)
        ]
        assert len(drawn) <= 1
        for chart in drawn:
            assert decision.outcome == "not_met"
            assert [lane.threshold for lane in chart.lanes] == [
                float(gap.needed) for gap in gaps_of(decision)
            ]


@pytest.mark.parametrize("person_id", CLASS)
def test_each_requirement_stands_beside_what_was_stated(person_id: str) -> None:
    """The table of a certification within reach has a result in each of its rows."""
    tables = [one for one in pieces(person(person_id)) if isinstance(one, TablePart)]
    outcomes = {"met", "not_met", "unknown", "not_needed"}

    assert all(len(one.rows) >= 2 for one in tables)
    assert {row.cells[2][0].tone for one in tables for row in one.rows} <= outcomes
    assert all(
        words(row.cells[0]) and words(row.cells[1]) for one in tables for row in one.rows
    )


@pytest.mark.parametrize("person_id", CLASS)
def test_the_sources_of_a_person_are_cited_and_listed(person_id: str) -> None:
    """Every source of every criterion, once, numbered from 1; and no reference into nowhere."""
    page = person(person_id)
    used = {
        finding.source_id
        for one in decide(CLASS[person_id], on=ON).decisions
        for finding in one.criteria
    }

    assert [item.number for item in listed(page)] == list(range(1, len(used) + 1))
    assert {item.title for item in listed(page)} == {f"{source(one).title}." for one in used}
    assert references(page) <= {str(item.number) for item in listed(page)}


@pytest.mark.parametrize("person_id", CLASS)
def test_a_page_names_its_person_by_the_pseudonym(person_id: str) -> None:
    """The counselor knows who it is; nobody else needs to."""
    head = person(person_id).blocks[0]

    assert isinstance(head, Head)
    assert head.meta is not None
    assert words(head.meta).startswith(f"Profile {person_id}:")


@pytest.mark.parametrize("person_id", CLASS)
def test_no_word_of_the_teachers_own_column_is_on_the_page(person_id: str) -> None:
    """What is carried along under x_ is nobody's business."""
    story = str(CLASS[person_id].carried["x_story"])

    assert story
    assert story not in all_text(person(person_id))


def test_a_name_is_on_the_page_only_if_it_was_given() -> None:
    """Whoever prints names asks for them; then the name stands at the pseudonym."""
    named = read_profile({"person_id": "p-1", "display_name": "Ann Lee", "cm_months": 5})
    nameless = read_profile({"person_id": "p-1", "cm_months": 5})
    with_name = whole_page(PersonPage(named, on=ON))

    assert "Ann Lee, Profile p-1: 5 months of case management" in all_text(with_name)
    assert "Ann" not in all_text(whole_page(PersonPage(nameless, on=ON)))


def test_a_page_without_a_pseudonym_invents_none() -> None:
    """A counselor tries something out, without naming anybody."""
    page = whole_page(PersonPage(read_profile({"license_codes": ["RN"]}), on=ON))

    assert "Profile: registered nurse" in all_text(page)
    assert "Your counselor knows who" not in all_text(page)


def test_markup_in_a_pseudonym_stays_text() -> None:
    """The page holds it as it is; renderers show it, they do not obey it."""
    hostile = "<b>{name}</b> {{ 7*7 }} *x*"
    page = whole_page(PersonPage(read_profile({"person_id": hostile}), on=ON))

    assert f"Profile {hostile}: nothing stated yet" in all_text(page)


def test_a_person_of_whom_nothing_is_known_is_asked() -> None:
    """Four unknowns, a question for each, and no bar without a number."""
    page = person("R-018")
    asked = [one.question for one in pieces(page) if isinstance(one, AskPart)]

    assert len(asked) == 4
    assert all(question.endswith("?") for question in asked)
    assert not any(isinstance(one, ChartPart) for one in pieces(page))


def test_what_is_held_is_counted_apart() -> None:
    """Who holds the CCM has it already: it is not "within reach"."""
    head = person("R-019").blocks[0]

    assert isinstance(head, Head)
    assert head.lead is not None
    assert (
        words(head.lead) == "One is already held. One looks within reach now. One needs more."
    )


def test_names_keep_their_capitals_in_the_profile_line() -> None:
    """A list of what was stated runs inside a sentence."""
    assert "in nursing, Case Manager Certification (CCM), 70 months" in all_text(
        person("R-019")
    )


def test_the_answers_to_a_question_say_what_each_would_mean() -> None:
    """R-014 lacks one answer: with 12 months it would be met, with fewer it would not."""
    (ask,) = (one for one in pieces(person("R-014")) if isinstance(one, AskPart))

    enough, fewer = (words(answer) for answer in ask.answers)

    assert enough == "12 or more: you would appear to meet the published requirements."
    assert fewer == (
        "Fewer than 12: not met for now. Still missing: up to 12 more months of case "
        "management under a CCM, 8 more months of case management, or 12 months of supervising "
        "case managers."
    )


def test_a_rough_answer_bounds_what_a_finer_one_would_mean() -> None:
    """From 1 to 3 years, "fewer than 2" still leaves at least one of them."""
    asks = [one for one in pieces(person("R-026")) if isinstance(one, AskPart)]

    assert words(asks[2].answers[1]) == (
        "Fewer than 2: not met for now. Still missing: up to 1 more year of work as a "
        "registered nurse."
    )


def test_assumptions_are_printed_on_the_page() -> None:
    """An answer that stands on an assumption says so."""
    assumed = {"attests_good_character": "yes"}
    page = whole_page(PersonPage(CLASS["R-016"], on=ON, assumptions=assumed))

    (part,) = section(page, "assumed").parts

    assert isinstance(part, ListPart)
    assert [words(item) for item in part.items] == ["Good character: yes"]


def test_a_page_without_assumptions_has_no_room_for_them() -> None:
    """An empty heading would only puzzle."""
    assert "assumed" not in [
        one.section_id for one in person("R-016").blocks if isinstance(one, Section)
    ]


@pytest.mark.parametrize("person_id", CLASS)
def test_steps_are_told_once_each(person_id: str) -> None:
    """Two certifications of one issuer need not ask for the same thing twice."""
    (part,) = section(person(person_id), "next").parts
    assert isinstance(part, ListPart)
    steps = [words(item) for item in part.items]

    assert steps
    assert len(set(steps)) == len(steps)


# --- the handout on one certification ---------------------------------------------------


@pytest.mark.parametrize("certification_id", certification_ids())
def test_the_blocks_of_a_handout_make_a_page(certification_id: str) -> None:
    """A head first, a foot last, and the same page again after a trip through JSON."""
    page = handout(certification_id)

    assert isinstance(page.blocks[-1], Foot)
    assert Page.from_json(page.to_json()) == page
    assert [one.section_id for one in page.blocks if isinstance(one, Section)] == [
        *("glance", "ways", "prepare", "employers", "jobs", "care", "sources"),
    ]


def drawn_texts(certification_id: str) -> list[str]:
    """Return the text of each box or sentence of a drawing, as the rule file has it."""
    found = []
    for need in read_rule(certification_id).root.parts:
        assert isinstance(need, Group)
        for part in need.parts:
            if part.id not in need.waived_by:
                plain = part.text if isinstance(part, Criterion) else part.asks_for
                found.append(part.box_text or plain)
    return found


@pytest.mark.parametrize("certification_id", certification_ids())
def test_the_drawing_of_the_ways_in_has_the_words_of_each_criterion_once(
    certification_id: str,
) -> None:
    """Nothing that is asked for is left out, and nothing is asked for twice."""
    (drawing,) = (one for one in pieces(handout(certification_id)) if isinstance(one, WaysPart))
    inside = "\n".join(
        text
        for need in drawing.needs
        for text in (words(need.text or ()), *(option.text for option in need.options))
    )
    expected = drawn_texts(certification_id)

    assert len(expected) >= 4
    assert {text: inside.count(text) for text in expected} == dict.fromkeys(expected, 1)


@pytest.mark.parametrize(
    ("certification_id", "sentence"),
    [
        ("ccm", "You need 1 and 2 and 3. Inside 1 and 2, any one box is enough."),
        ("acm_rn", "You need 1 and 2. Inside 2, any one box is enough."),
        ("acm_sw", "You need 1 and 2. Inside 1 and 2, any one box is enough."),
        ("cmgt_bc", "You need 1 and 2 and 3."),
    ],
)
def test_the_sentence_over_the_ways_in_says_where_one_box_is_enough(
    certification_id: str, sentence: str
) -> None:
    """Down is "and", across is "or": said in words for whoever cannot see the drawing."""
    text = section(handout(certification_id), "ways").parts[0]

    assert isinstance(text, TextPart)
    assert words(text.inline) == sentence


@pytest.mark.parametrize("certification_id", certification_ids())
def test_a_choice_is_drawn_as_boxes_and_the_rest_as_a_sentence(certification_id: str) -> None:
    """As many boxes as ways; a need for some people comes last."""
    (drawing,) = (one for one in pieces(handout(certification_id)) if isinstance(one, WaysPart))
    needs = needs_of(read_rule(certification_id))

    assert [(one.title, len(one.options), one.conditional) for one in drawing.needs] == [
        (need.title, len(need.ways) if need.is_choice else 0, need.is_conditional)
        for need in needs
    ]


@pytest.mark.parametrize("certification_id", certification_ids())
def test_a_handout_lists_every_document(certification_id: str) -> None:
    """Each row of the table, in its order, as a box to tick."""
    part = section(handout(certification_id), "prepare").parts[0]
    rows = [one for one in table("documents") if one["certification_id"] == certification_id]

    assert isinstance(part, ListPart)
    assert part.style == "check"
    assert [words(item) for item in part.items] == [row["document_text"] for row in rows]


@pytest.mark.parametrize("certification_id", certification_ids())
def test_a_handout_lists_every_job_type(certification_id: str) -> None:
    """All seventeen, on each handout."""
    part = section(handout(certification_id), "jobs").parts[1]

    assert isinstance(part, ListPart)
    assert [words(item) for item in part.items] == [
        row["short_name"] for row in table("job_types")
    ]


@pytest.mark.parametrize("certification_id", certification_ids())
def test_old_figures_are_tagged_with_their_age(certification_id: str) -> None:
    """Read in April 2023, due again a year later: the page says so beside the chart."""
    old = [
        one.text
        for one in pieces(section(handout(certification_id), "employers"))
        if isinstance(one, Span) and one.tone == "old"
    ]

    assert old == ["Old: read April 26, 2023, 3 years 6 months ago"]


def test_figures_that_are_not_due_yet_are_not_tagged() -> None:
    """On the last day before the review they are what they are."""
    page = whole_page(CertificationPage("ccm", on=date(2024, 4, 26)))

    assert not any(isinstance(one, Span) and one.tone == "old" for one in pieces(page))


@pytest.mark.parametrize("certification_id", certification_ids())
def test_a_handout_says_whose_figures_it_shows(certification_id: str) -> None:
    """All three are about the CCM; the handout on another one says so first."""
    text = all_text(handout(certification_id))
    is_about_another = (
        f"The article gives none for the {names_of(certification_id)['acronym']}."
    )

    assert (is_about_another in text) is (certification_id != "ccm")


@pytest.mark.parametrize("certification_id", certification_ids())
def test_the_sources_of_a_handout_are_cited_and_listed(certification_id: str) -> None:
    """No source without a reference, no reference without a source."""
    page = handout(certification_id)
    by_title = {f"{one.title}.": one for one in sources().values()}

    assert references(page) == {str(item.number) for item in listed(page)}
    for item in listed(page):
        of = by_title[item.title]
        assert words(item.detail).startswith(of.publisher)
        assert words(item.detail).endswith(f"Read {spell_date(of.accessed_date)}.")


def numbers_of_the_data(certification_id: str) -> set[str]:
    """Return every number that the tables, the rule and the dates have, as a page writes it."""
    cells = " ".join(
        str(row[column])
        for name in table_names()
        for row in table(name)
        for column in table_columns(name)
    )
    thresholds = [
        one.needed.value
        for one in read_rule(certification_id).criteria()
        if isinstance(one.needed.value, Fraction)
    ]
    read = source("ccmc_get_certified").accessed_date
    months = (ON.year - read.year) * 12 + ON.month - read.month - (ON.day < read.day)
    days = " ".join(
        spell_date(day) for day in (ON, *(one.accessed_date for one in sources().values()))
    )
    found = {*NUMBER.findall(cells), *NUMBER.findall(days), *map(spell_number, thresholds)}
    return found | {str(months // 12), str(months % 12)}


@pytest.mark.parametrize("certification_id", certification_ids())
def test_every_number_of_a_handout_is_found_in_the_data(certification_id: str) -> None:
    """A number that stands in no table, no rule and no date was made up on the way."""
    page = handout(certification_id)
    (drawing,) = (one for one in pieces(page) if isinstance(one, WaysPart))
    order = {str(at) for at, _ in enumerate(drawing.needs, start=1)}
    written = {number for text in all_words(page) for number in NUMBER.findall(text)}

    assert {"58", "88", "50"} <= written
    assert written - numbers_of_the_data(certification_id) - order == set()


def test_a_handout_before_its_rule_is_refused_by_no_page_of_today() -> None:
    """A rule without a start holds on any day, and the page says which one it speaks of."""
    page = whole_page(CertificationPage("ccm", on="2025-01-02"))

    assert "Facts as of January 2, 2025" in all_text(page)


# --- both -------------------------------------------------------------------------------


@pytest.mark.parametrize("certification_id", certification_ids())
def test_a_handout_is_read_with_ease_at_eighth_grade(certification_id: str) -> None:
    """Plain words: a student, or somebody for whom English is a second language, reads it."""
    assert reading_grade(sentences(handout(certification_id))) <= 8


@pytest.mark.parametrize("person_id", CLASS)
def test_a_persons_page_is_read_with_ease_at_eighth_grade(person_id: str) -> None:
    """No term of the field is left out of the count."""
    assert reading_grade(sentences(person(person_id))) <= 8


def test_a_cell_put_out_shows_its_words_to_whoever_opens_the_notebook() -> None:
    """Beside the blocks stands plain text: outcomes, references, the chart's sentence."""
    page = PersonPage(CLASS["R-014"], on=ON)
    summary, details = repr(page.summary()), repr(page.details())

    assert "Met\nAccredited Case Manager for nurses (ACM-RN)\nThis profile appears" in summary
    assert (
        "30 hours of education in the field, last three years | 18 hours | Not met" in details
    )
    assert "Work, last 3 years: 1,400 hours; 600 missing; 2,000 needed." in details
    assert "The requirement [1]" in details
