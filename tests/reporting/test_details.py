"""What it takes, and where pages differ: the credentials' words, each with who says so."""

import pytest
from support.page_words import facts_of, handout, listed, section, sections, words

from casecert_data.catalog import source
from casecert_data.credentials import cost_of, differences_of, fee_lines, points_of
from casecert_data.eligibility import certification_ids
from casecert_data.reporting.model._blocks import FactItem, FactsPart, Inline

every_certification = pytest.mark.parametrize("certification_id", certification_ids())
each_that_differs = pytest.mark.parametrize(
    "certification_id", ["ccm", "acm_rn", "acm_sw", "cmgt_bc"]
)
"""The certifications that the article names: of the others there is nothing to differ from."""

BEFORE_THE_EXAM = {
    "apply": ("apply", "ask"),
    "exam": ("exam_form", "exam_topics", "delivery", "results"),
    "dates": ("windows",),
    "keep": ("validity", "education", "renewal", "renewal_window"),
    "trust": ("accreditation", "pass_rate", "certified_count"),
}
"""The points that a sheet has room for, by group."""


def details(certification_id: str) -> dict[str, FactItem]:
    """Return what a handout says of exam, cost and renewal."""
    return facts_of(section(handout(certification_id), "details"))


def differences(certification_id: str) -> dict[str, FactItem]:
    """Return where a handout says that pages differ."""
    return facts_of(section(handout(certification_id), "differences"))


def cited_after(inline: Inline, told: str) -> list[str]:
    """Return the numbers of the references that follow a text in a line."""
    at = next(at for at, span in enumerate(inline) if told in span.text)
    numbers = []
    for span in inline[at + 1 :]:
        if span.kind == "ref":
            numbers.append(span.text)
        elif span.text.strip():
            break
    return numbers


def numbers_of(certification_id: str, titles: list[str]) -> list[str]:
    """Return the numbers under which a handout lists the sources of these keys, in order."""
    by_title = {
        item.title.rstrip(".?"): str(item.number) for item in listed(handout(certification_id))
    }
    numbers = [by_title[source(key).title.strip("[]").rstrip(".?")] for key in titles]
    return sorted(numbers, key=int)


@every_certification
def test_every_point_that_a_reader_needs_is_told_with_its_sources(
    certification_id: str,
) -> None:
    """In the words of the credentials, whoever says so right behind them."""
    items = details(certification_id).values()
    for group, names in BEFORE_THE_EXAM.items():
        for point in points_of(certification_id, group):
            if point.name in names:
                lines = [item.inline for item in items if point.words in words(item.inline)]
                cited = [cited_after(line, point.words) for line in lines]

                assert numbers_of(certification_id, list(point.source_ids)) in cited


@every_certification
def test_every_fee_that_everybody_pays_is_told_with_its_sources(certification_id: str) -> None:
    """A fee in two lines would be counted twice, and one that is unknown is no line."""
    fees = details(certification_id).get("Fees")
    counted = [one for one in fee_lines(certification_id) if one.is_known and one.is_counted]
    for one in counted:
        assert fees is not None
        told = f"{one.name}: {one.amount}."

        assert words(fees.inline).count(told) == 1
        assert cited_after(fees.inline, told) == numbers_of(
            certification_id, list(one.source_ids)
        )

    assert (fees is not None) is bool(counted)


@every_certification
def test_the_sum_of_the_fees_is_told_with_what_it_leaves_out(certification_id: str) -> None:
    """The credentials' own sentence, whole."""
    told = words(details(certification_id)["In all"].inline)

    assert told == cost_of(certification_id).sentence


@every_certification
def test_a_sum_that_nothing_is_known_of_names_who_was_asked(certification_id: str) -> None:
    """Where amounts are known, their sources stand with the fees above."""
    inline = details(certification_id)["In all"].inline
    cited = [span.text for span in inline if span.kind == "ref"]

    assert bool(cited) is not bool(cost_of(certification_id).known)


@each_that_differs
def test_every_difference_stands_on_the_handout_once(certification_id: str) -> None:
    """Those that can change an outcome as two lines, of the others what they add."""
    items = differences(certification_id)
    told = " ".join(
        words(line) for item in items.values() for line in (item.inline, *item.more)
    )
    found = differences_of(certification_id)

    assert found
    assert {one.difference_id: told.count(one.other_text) for one in found} == {
        one.difference_id: 1 for one in found
    }
    assert [one.name for one in found if one.is_judged and one.name not in items] == []


@each_that_differs
def test_a_difference_has_two_tagged_lines_and_its_source(certification_id: str) -> None:
    """Whose words, the words, since when and how sure; neither side is struck out."""
    by_name = {one.name: one for one in differences_of(certification_id)}
    told = [one for one in differences(certification_id).values() if one.more]
    for item in told:
        one = by_name[item.term]
        (other,) = item.more
        is_secondary = source(one.source_id).standing_code == "secondary"
        tags = [span.text for line in (item.inline, other) for span in line if span.tone]

        assert tags == ["Article", "Other page" if is_secondary else "Issuer"]
        assert words(item.inline) == one.article_text
        assert words(other) == f"{one.other_text} ({note_of(one.since, one.sure_word)})"
        assert cited_after(other, one.sure_word[1:]) == numbers_of(
            certification_id, [one.source_id]
        )

    assert told


def note_of(since: str, sure: str) -> str:
    """Return since when and how sure, as a note in brackets has it."""
    return f"{since[:1].lower()}{since[1:]}; {sure[:1].lower()}{sure[1:]}"


@each_that_differs
def test_what_can_change_an_outcome_comes_first(certification_id: str) -> None:
    """Where nothing can, there is room to tell the rest in full."""
    found = differences_of(certification_id)
    names = list(differences(certification_id))
    judged = [one.name for one in found if one.is_judged]
    rest = [one.name for one in found if not one.is_judged]

    assert names == (([*judged, "Also"] if rest else judged) if judged else rest)


@every_certification
def test_the_details_are_wide_facts(certification_id: str) -> None:
    """Each takes a row of its own: two columns would be too narrow for them."""
    parts = [
        part
        for one in sections(handout(certification_id))
        for part in one.parts
        if one.section_id in {"details", "differences"} and isinstance(part, FactsPart)
    ]

    assert parts
    assert all(part.wide for part in parts)


@pytest.mark.parametrize("certification_id", certification_ids()[4:])
def test_what_the_article_does_not_name_differs_from_nothing(certification_id: str) -> None:
    """An empty section would look as if something had been lost."""
    names = [one.section_id for one in sections(handout(certification_id))]

    assert differences_of(certification_id) == ()
    assert "differences" not in names
