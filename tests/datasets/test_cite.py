"""Citations: version, what is cited, and each source with its days."""

import pytest
from support.own_data import OwnData

from casecert_data import cite, load
from casecert_data.errors import UnknownNameError

ARTICLE = (
    "- Coursera Staff. How to Become a Certified Case Manager. No date. "
    "Read November 23, 2026. https://www.coursera.org/articles/case-management-certification"
)


def test_a_table_is_cited_with_its_source() -> None:
    """Ready to be pasted: who holds it, in which version, and where it comes from."""
    assert cite("job_types") == (
        f"casecert, data version 2026.11.28: Job types (table job_types).\n{ARTICLE}"
    )


def test_a_figure_is_cited_with_its_origin_and_with_who_quotes_it() -> None:
    """The article did not ask anybody: the issuer's page did, and the article read it."""
    first, origin, quoted = cite("employer_support").splitlines()

    assert first.endswith(": Employer support (table employer_support).")
    assert origin == (
        "- Commission for Case Manager Certification. Get Certified. No date. "
        "Read April 26, 2023."
    )
    assert quoted == ARTICLE


def test_a_certification_is_cited_by_the_sources_of_its_rule() -> None:
    """What decides is what is cited: the issuer's pages, and not the article."""
    first, *rest = cite("ccm").splitlines()

    assert first.endswith(
        ": requirements of the Case Manager Certification (CCM) (certification ccm)."
    )
    assert ARTICLE not in rest
    assert all(
        line.startswith("- Commission for Case Manager Certification. ") for line in rest
    )


def test_pages_that_only_add_to_a_requirement_are_cited_too() -> None:
    """A list that a second page makes longer, and a third that speaks of one code."""
    cited = cite("ccm")
    titles = ("CCM Eligibility at a Glance", "What You Need to Know", "Know Before You Apply")

    assert [title for title in titles if title not in cited] == []


def test_a_certification_that_the_article_decides_is_cited_by_it() -> None:
    """The ANCC's own page could not be read."""
    _, *rest = cite("cmgt_bc").splitlines()

    assert rest == [ARTICLE]


def test_a_table_of_many_pages_is_cited_with_each_of_them_once() -> None:
    """Also with those whose rows are history by now."""
    _, *rest = cite("fees").splitlines()

    assert len(rest) == len(set(rest)) == load("fees")["source_id"].nunique()


def test_the_letters_of_a_certification_have_their_own_source() -> None:
    """The article names no letters for the ACM, so another page is cited too."""
    cited = cite("certifications")

    assert "[Page on the CMAC certification]" in cited
    assert "IntelyCare" in cited


def test_a_source_is_cited_once() -> None:
    """A table of many rows from one page has one source."""
    assert cite("job_types").count("\n- ") == 1


def test_a_day_of_publication_is_cited_where_it_is_known(data: OwnData) -> None:
    """Most pages show none; one that does is cited by it."""
    data.replace(
        "sources.csv", "certification,,2026-11-23", "certification,2022-05-04,2026-11-23"
    )

    assert "Manager. May 4, 2022. Read November 23, 2026." in cite("job_types")


def test_what_is_unknown_is_refused_with_the_nearest() -> None:
    """Tables and certifications share one list of names."""
    with pytest.raises(
        UnknownNameError,
        match=r"No table or certification is called 'acm_rm'\. Did you mean 'acm_rn'",
    ):
        cite("acm_rm")
