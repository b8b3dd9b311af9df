"""Words of credit: a source that asks for them has them wherever it is looked up."""

from casecert_data.catalog import source, sources, table


def test_a_source_has_the_words_that_it_asks_for() -> None:
    """The bureau is named as the source, with the survey and its month."""
    assert source("bls_oews_may_2025").credit_text == (
        "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage "
        "Statistics, May 2025."
    )


def test_the_onet_database_is_credited_as_its_license_asks() -> None:
    """The release, the license, the trademark, and that it was changed without approval."""
    words = source("onet_27_0").credit_text

    for part in ("O*NET 27.0 Database", "CC BY 4.0", "O*NET\u00ae", "modified", "not approved"):
        assert part in words


def test_most_sources_ask_for_no_words() -> None:
    """Theirs are empty, never None."""
    asked = {row["source_id"] for row in table("source_credits")}

    assert {key for key, one in sources().items() if one.credit_text} == asked
    assert len(asked) < len(sources()) / 10
