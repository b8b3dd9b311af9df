"""Who says so, and how old it is: on every panel, also years from now."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from support.shown import html_shown, words_of, words_shown

from casecert_data.catalog import say
from casecert_data.panels import ComparePanel, EmployerSupportPanel, StartPanel
from casecert_data.panels._sources import source_lines, tag_of
from casecert_data.panels._start_topics import TOPICS
from casecert_data.profiles import EDITIONS

IN_TIME, LATE = "2026-11-23", "2028-01-01"
DAY = date(2026, 11, 28)
BLOCK = re.compile(r"<(p|dd|li)\b[^>]*>(?:(?!</\1>).)*class=\"ref\"(?:(?!</\1>).)*", re.DOTALL)

PANELS: list[tuple[str, Callable[..., Any]]] = [
    *(
        (
            f"compare-{edition}-{person}",
            lambda on, e=edition, p=person: ComparePanel(edition=e, opens_on=p, on=on),
        )
        for edition in EDITIONS
        for person in ("", "R-014")
    ),
    *((f"start-{topic}", lambda on, t=topic: StartPanel(t, on=on)) for topic in TOPICS),
]
OLD = re.compile("Old: read November 2[0-9], 2026, 1 year 1 month ago")

every_panel = pytest.mark.parametrize(
    "opened", [one for _, one in PANELS], ids=[n for n, _ in PANELS]
)


def listed(panel: Any) -> str:
    """Return the list of sources under a panel's answer."""
    found = re.search('<ol class="cc-sources.*?</ol>', html_shown(panel.widget), re.DOTALL)
    assert found is not None
    return found[0]


@every_panel
def test_nothing_is_called_old_before_its_time(opened: Callable[..., Any]) -> None:
    """A warning that is always there is not read."""
    assert "tag-old" not in html_shown(opened(IN_TIME).widget)


@every_panel
def test_every_source_past_its_review_is_tagged_in_the_list(opened: Callable[..., Any]) -> None:
    """On the first day of 2028 all that is known today should have been read again."""
    lines = re.findall("<li data-number.*?</li>", listed(opened(LATE)))

    assert lines
    assert [one for one in lines if "tag-old" not in one] == []


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("person_id", ["", "R-014"])
def test_every_fact_past_its_review_carries_its_age(edition: str, person_id: str) -> None:
    """Wherever the number of a source stands, its age stands, too."""
    panel = ComparePanel(edition=edition, opens_on=person_id, on=LATE)
    facts = [found[0] for found in BLOCK.finditer(panel.html)]

    assert len(facts) > 30
    assert [one for one in facts if not OLD.search(one)] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_past_its_review_carries_its_age(topic: str) -> None:
    """What is told stands under one tag, since it comes from one page."""
    panel = StartPanel(topic, on=LATE)

    assert "Old: read November 23, 2026, 1 year 1 month ago" in words_of(panel.html)


def test_every_figure_past_its_review_carries_its_age() -> None:
    """The survey was old the day it was found; years from now the article is, too."""
    panel = EmployerSupportPanel(on=LATE)

    assert "Old: read April 26, 2023, 4 years 8 months ago" in words_of(panel.html)
    assert listed(panel).count("tag-old") == 2


def test_the_answer_says_that_some_of_it_is_old() -> None:
    """Whoever reads only the first sentence should know."""
    told = [
        say("panel.source.some_old") in words_shown(ComparePanel(on=on).widget)
        for on in (IN_TIME, LATE)
    ]

    assert told == [False, True]


@pytest.mark.parametrize(
    ("source_id", "issuer", "tag"),
    [
        ("coursera_certified_case_manager", "", "article"),
        ("ccmc_eligibility_glance", "", "issuer"),
        ("ccmc_know_before_2018", "Commission for Case Manager Certification", "issuer"),
        ("ccmc_know_before_2018", "American Case Management Association", "other_page"),
        ("acma_eligibility_2016", "American Case Management Association", "issuer"),
        ("testscorehelp_cmgt", "American Nurses Credentialing Center", "other_page"),
        ("mometrix_cmgt", "American Nurses Credentialing Center", "other_page"),
    ],
)
def test_a_tag_says_whose_words_they_are(source_id: str, issuer: str, tag: str) -> None:
    """The issuer's own pages, old ones too; the article; and everybody else's."""
    assert tag_of(source_id, issuer).name == tag


def test_a_source_that_asks_for_credit_brings_its_words() -> None:
    """They stand under the list, whoever cites it."""
    credited, plain = source_lines(["onet_27_0", "coursera_certified_case_manager"], DAY)

    assert "CC BY 4.0" in credited.credit
    assert plain.credit == ""
