"""The pages that reports give, one of each kind: what is proved of them is proved of all."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from support.own_report import own_page
from support.page_words import (
    ON,
    career,
    comparison,
    employers,
    handout,
    intake,
    job_type,
    person,
    sample_class,
    whole_page,
)
from support.pages import HANDOUTS, page_of, read_page

from casecert_data.eligibility import certification_ids
from casecert_data.jobs import job_ids
from casecert_data.profiles import EDITIONS
from casecert_data.reporting import ComparisonPage
from casecert_data.reporting.model._blocks import Page, pieces
from casecert_data.reporting.model._pieces import Piece

FOUR = "ccm, acm_rn, acm_sw, cmgt_bc"
SOME_OUTCOMES = ("R-001", "R-003", "R-006", "R-013", "R-014", "R-019")
"""People of the sample class whose pages together have every piece and outcome of all."""


_TOLD_APART_BY = (
    *("outcome", "kind", "tone", "style"),
    *("broad", "wide", "with_table", "indented", "small", "conditional"),
)


def person_compared(person_id: str) -> Page:
    """Return certifications side by side for a person of the sample class."""
    profile = sample_class()[person_id]
    return whole_page(ComparisonPage(FOUR, on=ON, profile=profile))


BY_REPORT: Mapping[str, Mapping[str, Callable[[], Page]]] = {
    "career": {"career": career},
    "certification": {
        f"certification-{key}-{edition}": partial(handout, key, edition)
        for key in certification_ids()
        for edition in EDITIONS
    },
    "comparison": {
        "comparison-of-two": partial(comparison, "acm_rn cmc"),
        "comparison-of-three": partial(comparison, "ccm acm_rn crc"),
        "comparison-of-four": partial(comparison, "ccm cdms cmc crc"),
        "comparison-by-article": partial(comparison, "ccm acm_rn crc", "article"),
        "comparison-for-a-person": partial(person_compared, "R-014"),
    },
    "employer-support": {"employer-support": employers},
    "intake-form": {
        "form": partial(intake, "ccm, acm_rn, acm_sw, cmgt_bc"),
        "form-of-all": partial(intake, "all"),
    },
    "job-type": {f"job-type-{key}": partial(job_type, key) for key in job_ids()},
    "person": {
        f"person-{key}-{edition}": partial(person, key, edition)
        for key in SOME_OUTCOMES
        for edition in EDITIONS
    },
}
"""Report → name of a page → what makes it."""

EVERY_PAGE: Mapping[str, Callable[[], Page]] = {
    name: make for pages in BY_REPORT.values() for name, make in pages.items()
} | {
    **{f"written-{name}": partial(read_page, name) for name in HANDOUTS},
    "every-part": partial(page_of, "Ordinary words"),
    "own-cells": own_page,
}
"""All of them, those that are written down, one with every part that there is, and one of an
educator's own cells."""


@cache
def every_page() -> Mapping[str, Page]:
    """Make every page once."""
    return {name: make() for name, make in EVERY_PAGE.items()}


def kinds_of_pieces(page: Page) -> frozenset[str]:
    """Name the kinds of pieces that a page has, each with its outcome, tone and style."""
    return frozenset(name for piece in pieces(page) for name in _names(piece))


def _names(piece: Piece) -> Iterator[str]:
    yield type(piece).__name__
    for field in _TOLD_APART_BY:
        value = getattr(piece, field, None)
        if isinstance(value, str | bool) and value:
            yield f"{type(piece).__name__}: {field} {value}"
