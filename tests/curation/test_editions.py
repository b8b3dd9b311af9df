"""Each edition of each rule: its cases, its rows, its sources; each gap is made and told."""

from datetime import date

import pytest
from support.own_data import OwnData

from casecert_data.catalog import rows_where
from casecert_data.curation import check_data, edition_faults, every_rule

ON = date(2026, 11, 23)
SPARE = "spare,P,T,,,2026-11-23,2027-11-23,primary,All rights reserved,A note.\n"


def drop_rows(data: OwnData, name: str, start: str) -> None:
    """Take the rows that start so out of a table."""
    lines = data.read(f"tables/{name}.csv").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(start)]
    assert kept != lines
    data.write(f"tables/{name}.csv", "".join(kept))


@pytest.mark.parametrize("edition", ["article", "issuer"])
def test_an_edition_without_cases_is_told(data: OwnData, edition: str) -> None:
    """Nothing would hold the rule to what it should say."""
    other = {"article": "issuer", "issuer": "article"}[edition]
    text = data.read("cases/ccm.toml")
    data.write("cases/ccm.toml", text.replace(f'edition = "{edition}"', f'edition = "{other}"'))

    (told,) = edition_faults("ccm")

    assert told == (
        f"cases/ccm.toml: expected cases for edition '{edition}' of the rule, found none. "
        "Add a sentence that it must satisfy."
    )


def test_a_rule_that_starts_later_needs_cases_of_its_own(data: OwnData) -> None:
    """Cases of today run the rule of today."""
    text = data.read("rules/cmgt_bc.toml")
    later = text[text.index("[[edition]]") :].replace(
        'edition_id = "article"\n', 'edition_id = "article"\nstarts_on = 2030-01-01\n'
    )
    data.append("rules/cmgt_bc.toml", "\n" + later)

    (told,) = edition_faults("cmgt_bc")

    assert told == (
        "cases/cmgt_bc.toml: expected cases for edition 'article' from 2030-01-01 of the rule, "
        "found none. Add a sentence that it must satisfy."
    )


def test_a_case_of_an_edition_that_is_not_there_runs_the_one_that_stands_in() -> None:
    """The ANCC's own page could not be read, so its cases may ask for either."""
    assert [rule.edition_id for rule in every_rule("cmgt_bc")] == ["article"]
    assert list(edition_faults("cmgt_bc")) == []


def test_every_start_of_an_edition_is_a_rule(data: OwnData) -> None:
    """The one without a start holds before the first that has one."""
    text = data.read("rules/cmgt_bc.toml")
    edition = text[text.index("[[edition]]") :]
    for start in ("2030-01-01", "2028-01-01"):
        dated = f'edition_id = "article"\nstarts_on = {start}\n'
        data.append("rules/cmgt_bc.toml", edition.replace('edition_id = "article"\n', dated))

    assert [rule.starts_on for rule in every_rule("cmgt_bc")] == [
        None,
        date(2030, 1, 1),
        date(2028, 1, 1),
    ]


@pytest.mark.parametrize(
    "certification_id", ["acm_sw", "crc"], ids=["of two editions", "of one edition"]
)
@pytest.mark.parametrize("name", ["certification_summaries", "documents"])
def test_an_edition_without_rows_is_told(
    data: OwnData, name: str, certification_id: str
) -> None:
    """Its page would have a hole where every other page has words."""
    drop_rows(data, name, f"{certification_id},issuer,")

    (told,) = edition_faults(certification_id)

    assert told == (
        f"{name}.csv: expected a row for '{certification_id}' in edition 'issuer', as for "
        "every certification, found none. Add one."
    )


def test_a_table_that_only_some_certifications_are_in_asks_for_nothing() -> None:
    """The topics of the questions on character are the article's examples for the CCM."""
    assert rows_where("character_topics", certification_id="ccm", edition_id="issuer") == ()
    assert list(edition_faults("ccm")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            'source_id = "coursera_certified_case_manager"\n',
            'source_id = "spare"\n',
            id="source of a criterion that is not the default's",
        ),
        pytest.param(
            'also = [{ source_id = "ccmc_eligibility_2019"',
            'also = [{ source_id = "spare"',
            id="further source",
        ),
        pytest.param(
            'source_id = "ccmc_know_before_2018"',
            'source_id = "spare"',
            id="source of a remark",
        ),
    ],
)
def test_a_source_that_any_edition_rests_on_is_no_orphan(
    data: OwnData, old: str, new: str
) -> None:
    """It is shown beside what it says, whichever edition is asked for."""
    data.append("sources.csv", SPARE)
    data.replace("rules/ccm.toml", old, new)

    assert not [fault for fault in check_data(ON).faults if "sources.csv, spare" in fault]
