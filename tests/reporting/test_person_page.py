"""The page for one person as an object: what it says is the decision, the tables, the rules."""

import re
from collections.abc import Iterator
from fractions import Fraction

import pytest
from support.page_words import (
    NUMBER,
    ON,
    all_text,
    facts_of,
    listed,
    person,
    references,
    sample_class,
    section,
    sections,
    whole_page,
    words,
)

from casecert_data.catalog import facts, source, spell_number
from casecert_data.charts import gaps_of
from casecert_data.credentials import differences_of, points_of
from casecert_data.eligibility import Decision, Interval, certification_ids, headline, names_of
from casecert_data.profiles import EDITIONS, decide, read_profile
from casecert_data.reporting import PersonPage
from casecert_data.reporting.model._blocks import (
    AskPart,
    ChartPart,
    Foot,
    Head,
    ListPart,
    Outcomes,
    Page,
    Section,
    SourceItem,
    Span,
    TablePart,
    TextPart,
    pieces,
)
from casecert_data.reporting.pages._sheet import pages_of

EVERYBODY = sorted(sample_class())
both_editions = pytest.mark.parametrize("edition", EDITIONS)


def decisions(person_id: str, edition: str) -> dict[str, Decision]:
    """Decide on a person of the sample class, by certification."""
    answer = decide(sample_class()[person_id], on=ON, edition=edition)
    return {one.certification_id: one for one in answer.decisions}


def summary(page: Page) -> Outcomes:
    """Return the outcomes that a page shows."""
    (shown,) = (one for one in page.blocks if isinstance(one, Outcomes))
    return shown


def others(page: Page) -> list[tuple[str, str]]:
    """Return the letters of the certifications that a page tells in a line, with outcomes."""
    known = [re.escape(names_of(key)["acronym"]) for key in certification_ids()]
    letters = re.compile(rf"(?<![\w-])(?:{'|'.join(known)})(?![\w-])")
    found = []
    for part in section(page, "others").parts:
        assert isinstance(part, TextPart)
        outcome = ""
        for span in part.inline:
            outcome = span.tone or "" if span.kind == "outcome" else outcome
            found += [(one, outcome) for one in letters.findall(span.text)]
    return found


def steps(page: Page) -> list[str]:
    """Return what a page says is to be done next."""
    part = section(page, "next").parts[0]
    assert isinstance(part, ListPart)
    return [words(item) for item in part.items]


def page_of(edition: str = "issuer", **stated: object) -> Page:
    """Return the page of somebody who stated this."""
    return whole_page(PersonPage(read_profile(stated), on=ON, edition=edition))


def differences(page: Page, certification_id: str) -> list[str]:
    """Return the keys of the differences that a certification's section tells."""
    keys = {one.name: one.difference_id for one in differences_of(certification_id)}
    name = certification_id.replace("_", "-")
    return [keys[one] for at in sections(page) if at.section_id == name for one in facts_of(at)]


def test_the_sample_class_has_thirty_rows() -> None:
    """The tests below hold for each of them."""
    assert len(EVERYBODY) == 30


@both_editions
@pytest.mark.parametrize("person_id", EVERYBODY)
def test_the_blocks_of_a_person_make_a_page(person_id: str, edition: str) -> None:
    """A head first, a foot last, and the same page again after a trip through JSON."""
    page = person(person_id, edition)

    assert isinstance(page.blocks[0], Head)
    assert isinstance(page.blocks[-1], Foot)
    assert Page.from_json(page.to_json()) == page


@both_editions
@pytest.mark.parametrize("person_id", EVERYBODY)
def test_the_outcomes_of_a_page_are_those_of_decide(person_id: str, edition: str) -> None:
    """One door to the rules: the page adds no judgment of its own."""
    decided = {
        names_of(key)["full_name"]: one.outcome
        for key, one in decisions(person_id, edition).items()
    }
    shown = summary(person(person_id, edition)).items

    assert shown
    assert {item.title: item.outcome for item in shown}.items() <= decided.items()


@both_editions
@pytest.mark.parametrize("person_id", EVERYBODY)
def test_each_of_the_thirteen_is_named_once_with_its_outcome(
    person_id: str, edition: str
) -> None:
    """Told in full or among the others: none is left out, and none is judged twice."""
    page = person(person_id, edition)
    acronyms = {
        names_of(key)["full_name"]: names_of(key)["acronym"] for key in certification_ids()
    }
    told = [(acronyms[item.title], item.outcome) for item in summary(page).items]
    decided = {
        (names_of(key)["acronym"], one.outcome)
        for key, one in decisions(person_id, edition).items()
    }

    assert len(decided) == 13
    assert sorted([*told, *others(page)]) == sorted(decided)


@both_editions
@pytest.mark.parametrize("person_id", EVERYBODY)
def test_what_is_within_reach_comes_first(person_id: str, edition: str) -> None:
    """Held ones, then met, then unknown, then not met."""
    held = {
        names_of(key)["full_name"]
        for key, one in decisions(person_id, edition).items()
        if one.held
    }
    order = [
        ("held", "met", "unknown", "not_met").index(
            "held" if item.title in held else item.outcome
        )
        for item in summary(person(person_id, edition)).items
    ]

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


@both_editions
@pytest.mark.parametrize("person_id", EVERYBODY)
def test_each_missing_number_of_a_page_is_the_decisions(person_id: str, edition: str) -> None:
    """600 hours missing of 2,000 is arithmetic on the answer, done again here."""
    shown = summary(person(person_id, edition))
    bodies = {item.title: words(item.body) for item in shown.items}
    for key, one in decisions(person_id, edition).items():
        # One that is told in a line has no numbers.
        body = bodies.get(names_of(key)["full_name"], "")
        if body.startswith("Still missing:"):
            assert set(NUMBER.findall(body)) == set(amounts_missing(one)), body


@both_editions
def test_some_of_the_class_lack_a_number(edition: str) -> None:
    """Else the test above would hold for nothing."""
    texts = [all_text(person(one, edition)) for one in EVERYBODY]

    assert sum("Still missing:" in text for text in texts) >= 10


@both_editions
@pytest.mark.parametrize("person_id", EVERYBODY)
def test_a_chart_of_a_page_is_that_of_the_decisions_gaps(person_id: str, edition: str) -> None:
    """Only what is not met is drawn, and each bar has the decision's numbers."""
    for key, decision in decisions(person_id, edition).items():
        drawn = [
            part.chart
            for one in sections(person(person_id, edition))
            if one.section_id == key.replace("_", "-")
            for part in one.parts
            if isinstance(part, ChartPart)
        ]
        assert len(drawn) <= 1
        for chart in drawn:
            assert decision.outcome == "not_met"
            assert [lane.threshold for lane in chart.lanes] == [
                float(gap.needed) for gap in gaps_of(decision)
            ]


@both_editions
@pytest.mark.parametrize("person_id", EVERYBODY)
def test_each_requirement_stands_beside_what_was_stated(person_id: str, edition: str) -> None:
    """The table of a certification within reach has a result in each of its rows."""
    tables = [one for one in pieces(person(person_id, edition)) if isinstance(one, TablePart)]
    outcomes = {"met", "not_met", "unknown", "not_needed"}

    # A certification may have a single need, of which one way is enough.
    assert all(one.rows for one in tables)
    assert {row.cells[2][0].tone for one in tables for row in one.rows} <= outcomes
    assert all(
        words(row.cells[0]) and words(row.cells[1]) for one in tables for row in one.rows
    )


@both_editions
@pytest.mark.parametrize("person_id", EVERYBODY)
def test_the_sources_of_a_person_are_cited_and_listed(person_id: str, edition: str) -> None:
    """No source without a reference, no reference without a source; each once, from 1 on."""
    items = listed(person(person_id, edition))
    numbers = sorted(item.number for item in items)

    assert numbers == list(range(1, len(items) + 1))
    assert references(person(person_id, edition)) == set(map(str, numbers))
    assert len({(item.title, item.group, words(item.detail)) for item in items}) == len(items)


def title_of(item: SourceItem) -> str:
    """Return the title of a listed source without the mark that ends it."""
    return item.title.rstrip(".?")


@both_editions
@pytest.mark.parametrize("person_id", EVERYBODY)
def test_a_table_of_requirements_cites_what_decided(person_id: str, edition: str) -> None:
    """Its head leads to the source of each criterion."""
    page = person(person_id, edition)
    by_number = {str(item.number): title_of(item) for item in listed(page)}
    for key, decision in decisions(person_id, edition).items():
        found = [one for one in sections(page) if one.section_id == key.replace("_", "-")]
        for one in found:
            cited = {by_number[number] for number in references(one)}
            asked = {finding.source_id for finding in decision.criteria}

            assert {source(key).title.strip("[]").rstrip(".?") for key in asked} <= cited


@both_editions
@pytest.mark.parametrize("person_id", EVERYBODY)
def test_a_page_names_its_person_by_the_pseudonym(person_id: str, edition: str) -> None:
    """The counselor knows who it is; nobody else needs to."""
    head = person(person_id, edition).blocks[0]

    assert isinstance(head, Head)
    assert head.meta is not None
    assert words(head.meta).startswith(f"Profile {person_id}:")


@both_editions
@pytest.mark.parametrize("person_id", EVERYBODY)
def test_no_word_of_the_teachers_own_column_is_on_the_page(
    person_id: str, edition: str
) -> None:
    """What is carried along under x_ is nobody's business."""
    story = str(sample_class()[person_id].carried["x_story"])

    assert story
    assert story not in all_text(person(person_id, edition))


def test_a_name_is_on_the_page_only_if_it_was_given() -> None:
    """Whoever prints names asks for them; then the name stands at the pseudonym."""
    named = page_of(person_id="p-1", display_name="Ann Lee", cm_months=5)
    nameless = page_of(person_id="p-1", cm_months=5)

    assert "Ann Lee, Profile p-1: 5 months of case management" in all_text(named)
    assert "Ann" not in all_text(nameless)


def test_a_page_without_a_pseudonym_invents_none() -> None:
    """A counselor tries something out, without naming anybody."""
    text = all_text(page_of(license_codes=["RN"]))

    assert "Profile: registered nurse" in text
    assert "Your counselor knows who" not in text


def test_who_stated_something_else_is_not_told_that_nothing_was_stated() -> None:
    """Somebody in a special field states what only that field asks for."""
    text = all_text(page_of(has_high_school_diploma=True, brain_injury_hours=500))

    assert "nothing stated yet" not in text
    assert "no license, degree, certification or case management stated" in text


def test_markup_in_a_pseudonym_stays_text() -> None:
    """The page holds it as it is; renderers show it, they do not obey it."""
    hostile = "<b>{name}</b> {{ 7*7 }} *x*"

    assert f"Profile {hostile}: nothing stated yet" in all_text(page_of(person_id=hostile))


@both_editions
def test_a_person_of_whom_nothing_is_known_is_asked(edition: str) -> None:
    """Four unknowns, a question for each of the nearest, and no bar without a number."""
    page = person("R-018", edition)
    asked = [one.question for one in pieces(page) if isinstance(one, AskPart)]

    assert [item.outcome for item in summary(page).items] == ["unknown"] * 4
    assert len(asked) == 3
    assert all(question.endswith("?") for question in asked)
    assert not any(isinstance(one, ChartPart) for one in pieces(page))


@pytest.mark.parametrize(
    ("edition", "lead"),
    [
        ("issuer", "One is already held. Two need more."),
        ("article", "One is already held. One looks within reach now. One needs more."),
    ],
)
def test_what_is_held_is_counted_apart(edition: str, lead: str) -> None:
    """Who holds the CCM has it already: it is not "within reach"."""
    head = person("R-019", edition).blocks[0]

    assert isinstance(head, Head)
    assert head.lead is not None
    assert words(head.lead) == lead


def test_names_keep_their_capitals_in_the_profile_line() -> None:
    """A list of what was stated runs inside a sentence."""
    assert "in nursing, Case Manager Certification (CCM), 70 months" in all_text(
        person("R-019")
    )


@both_editions
def test_the_answers_to_a_question_say_what_each_would_mean(edition: str) -> None:
    """R-014 lacks one answer for the CCM: with 12 months it would be met, else it would not."""
    asks = [one for one in pieces(person("R-014", edition)) if isinstance(one, AskPart)]
    (ask,) = (one for one in asks if "holds the CCM" in one.question)

    enough, fewer = (words(answer) for answer in ask.answers)

    assert enough == "12 or more: you would appear to meet the published requirements."
    assert fewer == (
        "Fewer than 12: not met for now. Still missing: up to 12 more months of case "
        "management under a CCM, 8 more months of case management, or 12 months of supervising "
        "case managers."
    )


@both_editions
def test_a_rough_answer_bounds_what_a_finer_one_would_mean(edition: str) -> None:
    """From 1 to 3 years, "fewer than 2" still leaves at least one of them."""
    asks = [one for one in pieces(person("R-026", edition)) if isinstance(one, AskPart)]
    (of_years,) = (one for one in asks if "registered nurse" in one.question)

    assert words(of_years.answers[1]) == (
        "Fewer than 2: not met for now. Still missing: up to 1 more year of work as a "
        "registered nurse."
    )


def test_assumptions_are_printed_on_the_page() -> None:
    """An answer that stands on an assumption says so."""
    assumed = {"attests_good_character": "yes"}
    page = whole_page(PersonPage(sample_class()["R-016"], on=ON, assumptions=assumed))

    (part,) = section(page, "assumed").parts

    assert isinstance(part, ListPart)
    assert [words(item) for item in part.items] == ["Good character: yes"]


def test_a_page_without_assumptions_has_no_room_for_them() -> None:
    """An empty heading would only puzzle."""
    assert "assumed" not in [one.section_id for one in sections(person("R-016"))]


# --- what to do next --------------------------------------------------------------------


@both_editions
@pytest.mark.parametrize("person_id", EVERYBODY)
def test_everybody_has_a_next_step_and_each_is_told_once(person_id: str, edition: str) -> None:
    """Two certifications of one issuer need not ask for the same thing twice."""
    told = steps(person(person_id, edition))

    assert told
    assert all(told)
    assert len(set(told)) == len(told)


@both_editions
def test_who_lacks_hours_alone_has_a_next_step(edition: str) -> None:
    """Neither to be asked nor within reach, and not everything out of it: a talk helps."""
    page = page_of(
        edition,
        license_codes=["RN"],
        degrees=["bachelor:nursing"],
        certification_codes=["CCM"],
        cm_months=30,
        cm_months_under_ccm=0,
        cm_supervising_months=0,
        is_self_employed=False,
        attests_good_character=True,
        health_system_cm_hours=100,
        health_system_cm_months=1,
        has_supervisor_contact=True,
        rn_years=1,
        ncm_hours_last_36_months=0,
        ncm_education_hours_last_36_months=0,
    )

    assert {item.outcome for item in summary(page).items} == {"met", "not_met"}
    assert steps(page) == [
        "Talk with your counselor about what is missing, and which way suits you."
    ]


def test_a_step_says_where_to_apply_and_what_is_known_of_the_cost() -> None:
    """In the issuer's edition, each with its source; the article says neither."""
    part = section(person("R-001"), "next").parts[0]
    assert isinstance(part, ListPart)
    acm, cmgt, ccm = part.items
    where = {key: points_of(key, "apply")[0].words for key in ("ccm", "acm_rn", "cmgt_bc")}

    assert all(any(span.kind == "ref" for span in item) for item in part.items)
    assert where["ccm"] in words(ccm)
    assert where["acm_rn"] in words(acm)
    assert where["cmgt_bc"] in words(cmgt)
    assert "$705 to $715" in words(ccm)
    assert "$" not in words(acm)
    assert "$395" in words(cmgt)
    assert "$" not in " ".join(steps(person("R-001", "article")))


def test_a_cost_that_is_known_in_part_does_not_speak_of_the_renewal() -> None:
    """Nobody found what the CMGT-BC's renewal costs: its sum cannot hold it."""
    _, cmgt, ccm = steps(person("R-001"))

    assert "renewal" in ccm
    assert "renewal" not in cmgt


# --- where pages differ -----------------------------------------------------------------

NURSE = {"license_codes": ["RN"], "has_supervisor_contact": True}


@both_editions
def test_a_nurse_with_months_and_no_hours_sees_that_pages_differ(edition: str) -> None:
    """By the article twelve months will do; by the issuer's page they will not."""
    page = page_of(edition, **NURSE, health_system_cm_months=12)

    assert differences(page, "acm_rn") == ["acm_rn_months"]


@both_editions
@pytest.mark.parametrize("months", [12, 30])
def test_a_nurse_with_the_hours_sees_no_difference(edition: str, months: int) -> None:
    """Both pages say the same of somebody with 2,080 hours."""
    page = page_of(
        edition, **NURSE, health_system_cm_months=months, health_system_cm_hours=2080
    )

    assert differences(page, "acm_rn") == []


@both_editions
def test_a_practical_nurse_sees_what_an_older_page_says(edition: str) -> None:
    """The line is about that license; a nurse or pharmacist does not see it."""
    rest = {"degrees": ["associate:nursing"], "certification_codes": ["NONE"], "cm_months": 24}
    practical = differences(page_of("issuer", license_codes=["LPN"], **rest), "ccm")

    assert "ccm_practical_nurse" in practical
    assert differences(page_of(edition, license_codes=["PHARMACIST"], **rest), "ccm") == []
    assert differences(page_of(edition, license_codes=["RN"], **rest), "ccm") == []


@both_editions
def test_somebody_on_the_degree_way_sees_field_experience(edition: str) -> None:
    """The article asks for the degree alone; the issuer wants field experience in it."""
    stated: dict[str, object] = {
        "license_codes": ["NONE"],
        "degrees": ["bachelor:health_human_services"],
        "degree_is_accredited": True,
        "certification_codes": ["NONE"],
        "cm_months": 30,
    }
    without = page_of(edition, **stated)
    with_it = page_of(edition, **stated, had_supervised_field_experience=True)

    assert differences(without, "ccm") == ["ccm_field_experience"]
    assert differences(with_it, "ccm") == []


def test_a_difference_is_two_tagged_lines() -> None:
    """The article's words, then the other page's with since when and how sure it is."""
    page = page_of("issuer", **NURSE, health_system_cm_months=12)
    (told,) = differences_of("acm_rn", judged_only=True)
    item = facts_of(section(page, "acm-rn"))[told.name]
    (other,) = item.more

    assert [span.text for span in item.inline if span.kind == "tag"] == ["Article"]
    assert [span.text for span in other if span.kind == "tag"] == ["Issuer"]
    assert words(item.inline) == told.article_text
    assert words(other).startswith(f"{told.other_text} ({told.since}; ")
    assert other[-1].kind == "ref"


STANDS_IN = (
    "The ANCC\u2019s own page could not be read. What the article says stands here instead."
)


@pytest.mark.parametrize("person_id", EVERYBODY)
def test_where_the_article_stands_in_the_page_says_so(person_id: str) -> None:
    """The ANCC's certification alone: it has no edition of its own, so nothing differs."""
    page = person(person_id)
    told = [one.section_id for one in sections(page) if STANDS_IN in text_of(one)]
    near = [one.section_id for one in sections(page) if one.section_id == "cmgt-bc"]

    assert told == near
    assert differences(page, "cmgt_bc") == []


@pytest.mark.parametrize("person_id", EVERYBODY)
def test_in_the_articles_edition_nothing_stands_in(person_id: str) -> None:
    """There the article is what was asked for."""
    assert STANDS_IN not in all_text(person(person_id, "article"))


def text_of(of: Section) -> str:
    """Return the words of a section."""
    return " ".join(one.text for one in pieces(of) if isinstance(one, Span))


def test_a_cell_put_out_shows_its_words_to_whoever_opens_the_notebook() -> None:
    """Beside the blocks stands plain text: outcomes, references, the chart's sentence."""
    page = PersonPage(sample_class()["R-014"], on=ON, edition="article")
    summary, details = repr(page.summary()), repr(page.details())

    assert "Met\nAccredited Case Manager for nurses (ACM-RN)\nThis profile appears" in summary
    assert (
        "30 hours of education in the field, last three years | 18 hours | Not met" in details
    )
    assert "Work, last 3 years: 1,400 hours; 600 missing; 2,000 needed." in details
    assert "The requirement [1]" in details


# --- special fields, other professions, and much that is stated -----------------------------


def sentence_of(page: Page, letters: str) -> str:
    """Return what a page says in short on a certification."""
    (item,) = (one for one in summary(page).items if one.title.endswith(f"({letters})"))
    return words(item.body)


def ids_of(page: Page) -> list[str]:
    """Return the sections of a page."""
    return [one.section_id for one in sections(page)]


def test_who_holds_a_certification_of_a_special_field_reads_of_it_first() -> None:
    """The CBIS of R-012 comes before all others, with its renewal, and is not asked about."""
    page = person("R-012")

    assert summary(page).items[0].title == "Certified Brain Injury Specialist (CBIS)"
    assert sentence_of(page, "CBIS").startswith("This certification is already held.")
    assert "cbis" in ids_of(page)
    assert not any("brain injury" in step for step in steps(page))


def test_of_what_is_held_nothing_is_asked() -> None:
    """R-029 holds the CDMS; that a school was accredited need not be found out again."""
    page = person("R-029")

    assert decisions("R-029", "issuer")["cdms"].outcome == "unknown"
    assert not [one for one in pieces(section(page, "cdms")) if isinstance(one, AskPart)]
    assert "Ask your school whether it is accredited." not in steps(page)


def test_the_exam_ahead_is_told_of_the_nearest_that_is_not_held() -> None:
    """Whoever holds the CDMS has passed its exam."""
    ahead = "The exam comes later and is not judged here."
    told = [one.section_id for one in sections(person("R-029")) if ahead in text_of(one)]

    assert told == ["ccm"]


def test_a_social_worker_with_a_masters_reads_of_social_work_first() -> None:
    """The ACM for social workers and the C-ASWCM before the CCM; nurses' ones in a line."""
    page = person("R-004")
    titles = [item.title for item in summary(page).items]

    assert [title.rsplit("(", 1)[-1] for title in titles] == [
        *("ACM-SW)", "C-ASWCM)", "CCM)", "C-SWCM)"),
    ]
    assert {("ACM-RN", "not_met"), ("CMGT-BC", "not_met")} <= set(others(page))


def test_a_counselor_reads_of_the_hs_bcp_and_the_ccm() -> None:
    """Both take counselors; the CRC is in a special field, so it is among the others."""
    page = person("R-028")

    assert [item.title.rsplit("(", 1)[-1] for item in summary(page).items] == [
        *("HS-BCP)", "CCM)"),
    ]
    assert ("CRC", "unknown") in others(page)


def test_the_page_tells_what_is_known_of_the_home_state() -> None:
    """R-004 lives in New York: its title of the license and the compact, after the others."""
    page = person("R-004")
    told = text_of(section(page, "place"))

    assert "LCSW (licensed clinical social worker)" in told
    assert "Social Work Licensure Compact" in told
    assert "Nurse Licensure Compact" not in told
    assert ids_of(page)[:3] == ["next", "others", "place"]


def test_no_home_state_no_section_on_it() -> None:
    """R-014 named none."""
    assert "place" not in ids_of(person("R-014"))


def test_nobody_is_told_of_a_profession_that_is_not_known() -> None:
    """Of R-018 nothing is known, so nothing is for "your profession"."""
    told = text_of(section(person("R-018"), "others"))

    assert "For some professions:" in told
    assert "your profession" not in told


def test_hours_stand_in_for_months_where_work_of_the_cmac_is_missing() -> None:
    """Two years or 4,160 hours with the ACM, of which twelve months are there."""
    page = page_of(
        license_codes=["RN"],
        degrees=["bachelor:nursing"],
        certification_codes=["ACM_RN"],
        acma_scope_months=12,
        acma_scope_hours=0,
        cm_administration_months=0,
    )

    assert sentence_of(page, "CMAC") == (
        "Still missing: 12 more months of work in or leading case management, or 4,160 hours "
        "of work in or leading case management."
    )


def test_what_belongs_together_for_the_cmc_is_named_together() -> None:
    """With a related degree two years and 100 hours: the way of three years is not told."""
    stated = {
        "license_codes": ["SW_MASTER"],
        "degrees": ["master:social_work"],
        "cm_months": 4,
        "cm_is_paid": True,
        "cm_supervision_hours": 10,
        "covered_care_management_domains": True,
    }
    (decision,) = decide(stated, on=ON, certifications=["cmc"]).decisions

    assert headline(decision, ON) == (
        "Still missing: 20 more months of case management; and 90 more hours of supervision or "
        "advice on cases."
    )


EVERYTHING: dict[str, object] = {
    one.name: value
    for one in facts().values()
    for value in [{"yes_no": True, "number": 4}.get(one.kind)]
    if value is not None
} | {"person_id": "p-1", "license_codes": ["RN"], "degrees": ["master:nursing"]}


@both_editions
def test_a_person_who_stated_everything_has_a_page(edition: str) -> None:
    """Each certification is named once, also where every fact of every field is stated."""
    page = page_of(edition, **EVERYTHING)

    assert len(EVERYTHING) >= 40
    assert (
        len(summary(page).items) + len(others(page) if "others" in ids_of(page) else []) == 13
    )
    assert pages_of(page.blocks) <= 2


@both_editions
@pytest.mark.parametrize("person_id", EVERYBODY)
def test_the_tables_of_a_page_have_columns_in_line(person_id: str, edition: str) -> None:
    """Columns that jump from one certification to the next look like a slip."""
    tables = [one for one in pieces(person(person_id, edition)) if isinstance(one, TablePart)]

    assert len({one.widths for one in tables}) <= 1


def test_what_is_not_known_of_two_parts_is_said_once() -> None:
    """The courses and their hours of the way with any degree."""
    stated = [
        words(row.cells[1])
        for one in pieces(person("R-009"))
        if isinstance(one, TablePart)
        for row in one.rows
    ]

    assert "Not known" in stated
    assert not [one for one in stated if one.lower().count("not known") > 1]


def test_the_mark_of_what_is_held_says_what_it_is_about() -> None:
    """Somebody who holds the CDMS must not wonder why it is unknown."""
    (outcomes,) = (one for one in person("R-029").blocks if isinstance(one, Outcomes))
    held = outcomes.items[0]

    assert held.outcome == "unknown"
    assert words(held.body).endswith("The mark is about applying for it anew.")
