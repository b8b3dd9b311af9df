"""What a build keeps of our TOML files: what parsing says, and never what was there before."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.own_data import OwnData, forget, own_data

from casecert_data.catalog import facts, parsed_path, read_toml, say
from casecert_data.curation._build import parsed_files
from casecert_data.shipped import data_folder

KEPT = ("*.toml", "messages/*.toml", "rules/*.toml")


@pytest.fixture
def data(tmp_path: Path) -> Iterator[OwnData]:
    """Give a copy of the shipped data, which the test may change."""
    with own_data(tmp_path) as copied:
        yield copied


def test_what_is_shipped_was_built_from_what_is_shipped(data: OwnData) -> None:
    """Without it every answer waits for the parser: `casecert data build` writes it."""
    assert data.read("parsed.json") == parsed_files()


@pytest.mark.parametrize("room", KEPT)
def test_what_is_kept_is_what_parsing_says(room: str) -> None:
    """Names, order, numbers and texts."""
    for path in data_folder().glob(room):
        assert read_toml(path) == tomllib.loads(path.read_text("utf-8")), path.name


def test_an_edited_file_is_read_as_it_is_now(data: OwnData) -> None:
    """Nobody has to build to see a correction."""
    data.replace("messages/en.toml", 'met = "Met"', 'met = "Fulfilled"')

    assert say("outcome.met") == "Fulfilled"


@pytest.mark.parametrize("broken", ["", "{", "[]", "{}"])
def test_a_broken_or_empty_file_costs_time_alone(data: OwnData, broken: str) -> None:
    """It is derived, so nothing depends on it."""
    data.write("parsed.json", broken)

    assert facts()["cm_months"].limit == 900


@pytest.mark.usefixtures("data")
def test_without_the_file_everything_is_parsed() -> None:
    """A user's own folder of facts has none."""
    parsed_path().unlink()
    forget()

    assert facts()["rn_years"].unit == "years"


def test_a_file_with_a_day_is_left_out(data: OwnData) -> None:
    """JSON has no days: the file is parsed, and its day stays a day."""
    data.replace(
        "rules/ccm.toml",
        'edition_id = "issuer"',
        'edition_id = "issuer"\nstarts_on = 2020-01-01',
    )

    assert '"rules/ccm.toml"' not in parsed_files()
    assert '"rules/acm_rn.toml"' in parsed_files()
