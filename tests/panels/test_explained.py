"""Words explained where they stand: once in a view, never where a button could not be."""

import re
from typing import Any

import pytest
from support.page_tree import page_tree
from support.shown import html_shown, words_of, words_shown

from casecert_data.catalog import fact, glossary, say
from casecert_data.panels import ClientPanel, ComparePanel, JobsPanel
from casecert_data.panels._explained import Explained

ON = "2026-11-28"


def explained(html: str) -> list[str]:
    """Name the words that a page explains, in its order."""
    return re.findall('class="cc-word" data-term="([^"]+)"', html)


def test_a_word_is_explained_at_its_first_place_in_a_view() -> None:
    """Not at every one: a page full of dotted lines is not read."""
    view = Explained()
    first = view.mark("<p>A CCM, good standing, and a CCM.</p>")
    second = view.mark("<li>good standing under a CCM</li>")

    assert explained(first) == ["certification:ccm", "good_standing"]
    assert explained(second) == ["under_ccm"]
    assert explained(Explained().mark("<p>A CCM</p>")) == ["certification:ccm"]


def test_what_a_word_means_stands_at_the_end_of_its_own_block() -> None:
    """A fold inside the block has an end of its own."""
    html = Explained().mark("<dd>The median. <details><p>More.</p></details></dd>")
    dd = page_tree(html).children[0]
    assert not isinstance(dd, str)
    last = dd.children[-1]

    assert not isinstance(last, str)
    assert last.attrs == {"class": "cc-meaning", "data-term": "median", "hidden": ""}
    assert last.text == glossary()["median"].meaning


def test_the_words_stay_what_they_were() -> None:
    """To a reader who presses nothing, the page says the same as before."""
    html = "<p>In good standing, &lt;b&gt; the CCM\N{RIGHT SINGLE QUOTATION MARK}s.</p>"

    assert words_of(Explained().mark(html)) == words_of(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p><a href='x'>the CCM</a></p>",
        "<li><details><summary>the CCM</summary></details></li>",
        "<h3>Certification (CCM)</h3>",
        '<p class="tag">CCM</p>',
        "<div data-plain><p>Another CCM</p></div>",
        "<table><caption>CCM</caption></table>",
        "Not in any block: CCM",
    ],
)
def test_some_places_are_left_alone(html: str) -> None:
    """A button in a link or in a line that opens could not be pressed."""
    assert Explained().mark(html) == html


@pytest.mark.parametrize("person", ["", "R-014", "R-020"])
def test_no_word_is_explained_twice_in_an_answer(person: str) -> None:
    """Each word once, whatever the answer is made of."""
    for panel in (ClientPanel(opens_on=person, on=ON), ComparePanel(opens_on=person, on=ON)):
        found = explained(html_shown(panel.widget))

        assert len(found) > 4
        assert len(found) == len(set(found))


def test_the_other_one_with_the_same_letters_is_not_explained() -> None:
    """A CMC for cardiac nurses is no Care Manager Certified."""
    panel = ComparePanel(certifications=["cmc"], on=ON)
    fold = page_tree(panel.html)
    mixed = next(one for one in fold.walk() if one.attrs.get("data-name") == "mixed-up-cmc")

    assert "CMC" in mixed.text
    assert explained(Explained().mark(f"<div data-plain>{mixed.text}</div>")) == []
    assert "data-plain" in mixed.attrs


def test_a_field_explains_the_words_of_its_label() -> None:
    """Under the field, before anything is answered; a word once in the form."""
    panel = ClientPanel(opens_on="R-014", on=ON)
    words = words_shown(panel.form.widget)
    terms = ("license", "under a CCM", "health care system", "accredited")
    told = [say("glossary.what", term=one) for one in terms]

    assert [one for one in told if words.count(one) != 1] == []
    assert glossary()["good_standing"].meaning in " ".join(words)


def test_a_question_explains_its_words_again() -> None:
    """Whoever answers one question at a time does not see the form."""
    panel = ClientPanel(opens_on="R-014", on=ON)
    panel.card.skip.click()

    assert panel.card.asked is not None
    assert "CCM" in fact(panel.card.asked.fact).label
    assert glossary()["under_ccm"].meaning in words_shown(panel.card.widget)


def test_the_letters_on_the_buttons_are_spelled_out() -> None:
    """They are the first thing on the page, and say nothing to a client."""
    panel = ComparePanel(on=ON)
    words = " ".join(words_shown(panel.certifications.widget))

    assert say("glossary.letters") in words
    for button in panel.certifications.buttons.values():
        assert f"{button.description} " in words


LETTERS = re.compile(r"(?<![\w./-])[A-Z]{2,}(?:-[A-Z]{2,})*(?![\w-])")
# Everybody knows them; the last are told to be another one's letters.
KNOWN = {"HIV", "AIDS", "CCRN-CMC"}


@pytest.mark.parametrize("job_type_id", ["hospital", "prison", "child", "geriatric"])
def test_every_letter_word_of_a_job_is_explained_or_spelled_out(job_type_id: str) -> None:
    """Whoever reads letters can find on the same page what they stand for."""
    panel = JobsPanel(job_type_id, on=ON)
    told: Any = panel.html
    tree = page_tree(Explained().mark(told))
    words = " ".join(text for node, text in tree.texts() if "ref" not in node.classes)
    spelled = set(re.findall(r"\(([A-Z-]{2,})\)", words))
    forms = [form for one in explained_terms(told) for form in one.forms]
    explained_here = {word for form in forms for word in form.split()}

    assert set(LETTERS.findall(words)) - spelled - explained_here - KNOWN == set()


def explained_terms(html: str) -> list[Any]:
    """Return the words that a page explains."""
    return [glossary()[one] for one in explained(Explained().mark(html))]
