"""Facts, columns, sources and codes: read with every property, or refused in words."""

from datetime import date, timedelta

import pytest
from support.own_data import OwnData

from casecert_data.catalog import (
    TOPICS,
    code_label,
    codes,
    fact,
    facts,
    field,
    fields,
    is_overdue,
    source,
)
from casecert_data.errors import CatalogError, UnknownNameError


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'amount = "of case management"\n',
            "",
            r"facts\.toml, cm_months: expected a number with unit and amount",
        ),
        (
            'at_most = "cm_months"',
            'at_most = "cm_month"',
            r"cm_months_under_ccm: expected a fact, found 'cm_month'\. Did you mean 'cm_mon",
        ),
        (
            'kind = "codes"',
            'kind = "code_set"',
            r"license_codes: expected a kind, found 'code_",
        ),
        (
            "limit = 900",
            "limits = 900",
            r"cm_months: expected a known property, found 'limits'",
        ),
        ('total = "window"', 'total = "windows"', "expected a way to age, found 'windows'"),
        ('changes = "never"', 'changes = "no"', "attests_good_character: expected a kind"),
        (
            'topic = "work"',
            'topic = "works"',
            r"expected a topic, found 'works'\. Did you mean",
        ),
    ],
)
def test_a_fact_that_breaks_its_form_is_refused(
    data: OwnData, old: str, new: str, told: str
) -> None:
    """A rule trusts what a fact says of itself."""
    data.replace("facts.toml", old, new)

    with pytest.raises(CatalogError, match=told):
        facts()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kind = "number"', 'kind = "numeric"', "share_pct: expected a kind, found 'numeric'"),
        ("at_most = 100", "most = 100", "share_pct: expected a known property, found 'most'"),
    ],
)
def test_a_column_that_breaks_its_form_is_refused(
    data: OwnData, old: str, new: str, told: str
) -> None:
    """The codebook types every table."""
    data.replace("fields.toml", old, new)

    with pytest.raises(CatalogError, match=rf"fields\.toml, {told}"):
        fields()


def test_a_description_that_is_no_table_is_refused(data: OwnData) -> None:
    """A bare value beside the columns describes nothing."""
    data.write("fields.toml", "locator = 1\n")

    with pytest.raises(CatalogError, match="locator: expected a table of properties, found 1"):
        fields()


def test_an_undescribed_column_is_refused_with_the_nearest() -> None:
    """A column is asked for by its name."""
    with pytest.raises(CatalogError, match=r"column 'locater': .+ Did you mean 'locator'\?"):
        field("locater")


@pytest.mark.parametrize(
    ("ask", "kind", "nearest"),
    [
        (lambda: fact("cm_month"), "fact", "cm_months"),
        (lambda: source("ccmc_get_certifed"), "source", "ccmc_get_certified"),
        (lambda: codes("licence_code"), "vocabulary", "license_code"),
        (lambda: code_label("license_code", "RNN"), "code of license_code", "RN"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(
    ask: object, kind: str, nearest: str
) -> None:
    """What there is, is listed."""
    with pytest.raises(
        UnknownNameError, match=rf"No {kind} is called .+ Did you mean '{nearest}'\?\nKnown "
    ):
        ask()  # type: ignore[operator]


def test_every_total_ages_and_says_how() -> None:
    """Months, hours and years are a lifetime's or a window's, and a window has a length.

    The ANCC and the CDMS look back three years; another page of the CDMS looks back five.
    """
    timed = [one for one in facts().values() if one.unit in {"months", "hours", "years"}]

    assert timed
    assert {one.name: one.total for one in timed if one.total is None} == {}
    assert {one.window_months for one in timed if one.total == "window"} == {36, 60}


def test_every_judged_fact_can_be_asked_for_and_found_out() -> None:
    """A page asks the question, names it inside a sentence, and says how to find out."""
    silent = [
        one.name
        for one in facts().values()
        if one.is_judged and not (one.question.endswith("?") and one.clause and one.find_out)
    ]

    assert silent == []


def test_every_fact_that_is_asked_for_has_its_topic() -> None:
    """A form puts it under one of three heads; a question without one would be left out."""
    asked = [one for one in facts().values() if one.is_judged or one.name == "home_state"]

    assert [one.name for one in asked if one.topic not in TOPICS] == []


def test_every_yes_or_no_has_words_for_both() -> None:
    """A table shows what was stated, and "yes" beside a requirement says nothing."""
    wordless = [
        one.name
        for one in facts().values()
        if one.kind == "yes_no" and set(one.is_stated_by) != {"yes", "no"}
    ]

    assert wordless == []


def test_the_declarations_are_those_that_only_the_applicant_makes() -> None:
    """A registrar's roster cannot hold these two."""
    declared = [one.name for one in facts().values() if one.is_declaration]

    assert declared == ["is_self_employed", "attests_good_character"]


@pytest.mark.parametrize(("days", "overdue"), [(-1, False), (0, False), (1, True)])
def test_a_source_is_overdue_after_its_day(days: int, *, overdue: bool) -> None:
    """On the day by which it must be read again it still holds."""
    of = source("ccmc_get_certified")

    assert is_overdue(of, of.review_by_date + timedelta(days=days)) is overdue


def test_the_figures_of_the_article_are_as_old_as_it_says() -> None:
    """The article read them on this day; nobody has read them since."""
    assert source("ccmc_get_certified").accessed_date == date(2023, 4, 26)


@pytest.mark.parametrize("vocabulary", ["license_code", "degree_code", "certification_code"])
def test_a_set_can_say_that_there_are_none(vocabulary: str) -> None:
    """An empty cell is blank; NONE is an answer."""
    assert "NONE" in codes(vocabulary)


def test_every_degree_is_a_level_and_a_field() -> None:
    """Four levels, four fields, nothing else."""
    pairs = {tuple(code.split(":")) for code in codes("degree_code") if code != "NONE"}
    levels = {"associate", "bachelor", "master", "doctorate"}
    taught = {"nursing", "social_work", "health_human_services", "other"}

    assert pairs == {(level, one) for level in levels for one in taught}
