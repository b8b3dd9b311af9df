"""What an issuer answered, on the page of the person it is about."""

import json
from typing import Any

import pytest
from support.page_words import ON, all_text, section, whole_page, words
from support.rulings import ruling

from casecert_data.profiles import read_profile
from casecert_data.reporting import PersonPage
from casecert_data.reporting.model._blocks import AskPart, Page, TablePart, TextPart

READY: dict[str, Any] = {
    "license_codes": ["OTHER"],
    "cm_months": 24,
    "attests_good_character": True,
    "is_self_employed": False,
}
"""All that the CCM asks for, with a license that its list does not name."""

SAID = "the issuer said so on November 3, 2026"


def page_of(*answers: Any, edition: str = "issuer", **facts: Any) -> Page:
    """Return the page of somebody about whom issuers were asked."""
    profile = read_profile({**facts, "rulings": list(answers)})
    return whole_page(PersonPage(profile, on=ON, edition=edition))


def rows(page: Page, name: str) -> list[tuple[str, str, str | None]]:
    """Return the rows of a certification's requirements: words, what was stated, outcome."""
    (table,) = (one for one in section(page, name).parts if isinstance(one, TablePart))
    return [
        (words(row.cells[0]), words(row.cells[1]), row.cells[2][0].tone) for row in table.rows
    ]


def notes(page: Page, name: str) -> str:
    """Return the small print under a certification's requirements."""
    parts = section(page, name).parts
    return " ".join(words(one.inline) for one in parts if isinstance(one, TextPart))


def test_the_answer_stands_beside_what_was_stated() -> None:
    """In the row of its requirement, with its day."""
    found = rows(page_of(ruling("ccm", "license", "met"), **READY), "ccm")

    assert found[0][1:] == (f"Another license; {SAID}", "met")
    assert [row for row in found if SAID in row[1]] == [found[0]]


def test_a_refusal_stands_in_its_own_row() -> None:
    """The other ways in are not the issuer's to have refused."""
    found = rows(page_of(ruling("ccm", "license", "not_met"), **READY), "ccm")
    (refused,) = [row for row in found if SAID in row[1]]

    assert refused[0].startswith("License to assess clients on your own")
    assert refused[1:] == (f"Another license; {SAID}", "not_met")


def test_the_note_under_the_table_tells_who_answered() -> None:
    """With the requirement in full and its outcome."""
    told = notes(page_of(ruling("ccm", "license", "met"), **READY), "ccm")

    assert (
        "The issuer said on November 3, 2026 (Desk of the issuer) that this is met: "
        "A license that lets you assess clients on your own"
    ) in told


def test_an_answer_on_what_was_not_stated_is_told() -> None:
    """Nothing stated on any way in, but one of them was answered."""
    facts: dict[str, Any] = {
        name: value for name, value in READY.items() if name != "license_codes"
    }
    found = rows(page_of(ruling("ccm", "license", "not_met"), **facts), "ccm")

    assert [row[1:] for row in found if SAID in row[1]] == [(f"Not known; {SAID}", "not_met")]


def test_the_outcome_in_short_tells_that_an_answer_counts() -> None:
    """Whoever reads the first lines alone learns it."""
    assert "This counts what the issuer said on November 3, 2026." in all_text(
        page_of(ruling("ccm", "license", "met"), **READY)
    )


def test_a_page_in_the_articles_words_says_what_it_leaves_out() -> None:
    """And has nothing of the answer."""
    page = page_of(ruling("ccm", "months_under_ccm", "met"), edition="article", **READY)

    assert "What the issuer said about you is left out here." in all_text(page)
    assert SAID not in all_text(page)


def test_pages_differ_as_they_do_without_an_answer() -> None:
    """A difference between pages is none of what was said about one person."""
    facts: dict[str, Any] = {"license_codes": ["RN"], "health_system_cm_months": 12}
    without = page_of(**facts)
    ruled = page_of(ruling("acm_rn", "supervisor_contact", "met"), **facts)

    def told(page: Page) -> list[Any]:
        return [
            one for one in section(page, "acm-rn").parts if type(one).__name__ == "FactsPart"
        ]

    assert told(ruled) == told(without) != []


def test_answers_are_tried_out_on_what_the_issuer_said() -> None:
    """Where the article stands in, what the issuer said counts in what each answer means."""
    facts: dict[str, Any] = {
        "license_codes": ["APRN"],
        "rn_years": 2,
        "ncm_hours_last_36_months": 2000,
    }
    page = page_of(ruling("cmgt_bc", "license", "met"), **facts)
    (ask,) = (one for one in section(page, "cmgt-bc").parts if isinstance(one, AskPart))

    assert any("you would appear to meet" in words(answer) for answer in ask.answers)


@pytest.mark.parametrize("edition", ["issuer", "article"])
def test_the_counselors_note_is_on_no_page(edition: str) -> None:
    """It is kept with the profile alone."""
    page = page_of(ruling("ccm", "license", "met", note="Zaunkönig"), edition=edition, **READY)

    assert "Zaunk" not in json.dumps(page.to_json(), ensure_ascii=False)


def test_without_answers_a_page_says_nothing_of_them() -> None:
    """The words come with an answer alone."""
    text = all_text(page_of(**READY))

    assert "issuer said" not in text
