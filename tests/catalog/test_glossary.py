"""The glossary: each word with its meaning, found where texts use it, and told in the docs."""

import re
from collections import Counter

import pytest
from support.project import FOLDER
from support.reading_grade import reading_grade

from casecert_data.catalog import (
    fact_names,
    facts,
    glossary,
    source,
    sources,
    table,
    terms_used,
)

every_term = pytest.mark.parametrize("term_id", list(glossary()))


def names_in(text: str) -> list[str]:
    """Name the words of the glossary that a text uses."""
    return [one.term.name for one in terms_used(text)]


@every_term
def test_a_word_is_found_in_each_form_in_which_it_is_written(term_id: str) -> None:
    """With a large first letter, too, as at the beginning of a sentence."""
    for form in glossary()[term_id].forms:
        for text in (f"It is {form}.", f"{form[:1].upper()}{form[1:]} is it."):
            assert [one.term.term_id for one in terms_used(text)] == [term_id]


@every_term
def test_a_word_says_in_full_sentences_what_it_means(term_id: str) -> None:
    """And names who says so where it is a fact."""
    term = glossary()[term_id]

    assert term.meaning.endswith((".", "”"))
    assert (term.source_id is None) is (term.locator is None)
    assert term.source_id is None or term.source_id in sources()


def test_no_form_belongs_to_two_words() -> None:
    """A word that is explained in two ways is not explained."""
    forms = Counter(form for one in glossary().values() for form in one.forms)

    assert [form for form, count in forms.items() if count > 1] == []


def test_what_states_a_number_names_its_source() -> None:
    """A number without a source could be anybody's; half and hundred are what a word means."""
    told = [one for one in table("glossary") if re.search(r"\d", str(one["term_meaning_text"]))]

    assert {one["term_id"] for one in told} == {"percentile"}


def test_the_longest_word_is_taken() -> None:
    """A CCM is explained differently from supervision under one."""
    assert names_in("12 months under a CCM; the CCM") == ["under a CCM", "CCM"]
    assert names_in("C-SWCM is no SWCM") == ["C-SWCM"]


def test_a_part_of_a_word_is_no_word() -> None:
    """The letters inside others are not explained."""
    assert names_in("CCMs and pre-CCM, licensees, unaccredited") == []


def test_letters_are_told_from_words_by_their_case() -> None:
    """No sentence about a place to cbis is about the CBIS."""
    assert names_in("Cbis and Median") == ["median"]


def test_meanings_are_read_with_ease_at_eighth_grade() -> None:
    """An explanation that needs one is none; full names are as they are."""
    own = [str(one["term_meaning_text"]) for one in table("glossary")]

    assert reading_grade(own) <= 8


def test_what_a_field_explains_is_in_the_glossary() -> None:
    """A word that is not there would be explained with nothing."""
    told = {name: facts()[name].explained for name in fact_names() if facts()[name].explained}

    assert told
    assert [one for words in told.values() for one in words if not names_in(one)] == []


def test_the_docs_tell_the_same_words() -> None:
    """One glossary: the page is the table."""
    page = (FOLDER / "docs" / "glossary.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ")]

    told = [
        (one.name, one.meaning, source(one.source_id).title if one.source_id else "")
        for one in glossary().values()
    ]

    assert rows[2:] == [f"| {' | '.join(one)} |" for one in told]
