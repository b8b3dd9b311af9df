"""Titles of licenses: never read without a state, and what each stands for, by hand."""

from collections import defaultdict

import pytest

from casecert_data.catalog import code_names, table
from casecert_data.errors import UnknownNameError
from casecert_data.places import read_title, title_of, titles_of

BACHELOR, MASTER, CLINICAL = "SW_BACHELOR", "SW_MASTER", "SW_CLINICAL"

# Read off the pages that the rows name, not off the rows.
BY_HAND = {
    ("AK", "LBSW"): (BACHELOR,),
    ("CO", "LSW"): (MASTER,),
    ("DC", "LISW"): (MASTER,),
    ("IA", "LISW"): (CLINICAL,),
    ("IL", "LSW"): (BACHELOR, MASTER),
    ("KS", "LSCSW"): (CLINICAL,),
    ("KY", "CSW"): (MASTER,),
    ("KY", "LSW"): (BACHELOR,),
    ("LA", "RSW"): (BACHELOR,),
    ("MA", "LCSW"): (MASTER,),
    ("MA", "LICSW"): (CLINICAL,),
    ("MD", "LCSW"): (MASTER,),
    ("MD", "LCSW-C"): (CLINICAL,),
    ("MI", "LBSW"): (BACHELOR,),
    ("MI", "LMSW"): (MASTER,),
    ("MN", "LISW"): (MASTER,),
    ("NJ", "CSW"): (BACHELOR,),
    ("NJ", "LSW"): (MASTER,),
    ("OH", "LSW"): (BACHELOR, MASTER),
    ("PA", "LSW"): (MASTER,),
    ("RI", "LCSW"): (MASTER,),
    ("UT", "SSW"): (BACHELOR,),
    ("WI", "CSW"): (BACHELOR,),
    ("WV", "LCSW"): (MASTER,),
    ("CA", "LVN"): ("LPN",),
    ("NY", "LMHC"): ("LPC",),
}


@pytest.mark.parametrize(("state", "letters"), BY_HAND)
def test_a_title_stands_for_what_its_page_says(state: str, letters: str) -> None:
    """Each was read on the page that the row names."""
    assert read_title(state, letters) == BY_HAND[state, letters]


def test_letters_that_differ_between_states_are_never_read_without_one() -> None:
    """LSW is given on a bachelor's degree in Kentucky, and on a master's in Pennsylvania."""
    meant = defaultdict(set)
    for state in code_names("state_code"):
        for title in titles_of(state):
            meant[title.abbreviation].add(title.license_codes)
    ambiguous = {letters for letters, codes in meant.items() if len(codes) > 1}
    stateless = {
        row["abbreviation"] for row in table("license_titles") if not row["state_code"]
    }

    assert {"LSW", "CSW", "LCSW", "LISW"} <= ambiguous
    assert stateless == {"RN", "LPN"}
    assert not ambiguous & stateless


def test_a_state_whose_titles_were_not_found_has_no_title_of_its_own() -> None:
    """Guam may well give such licenses; no page that could be read says which."""
    assert [one.abbreviation for one in titles_of("GU")] == ["LPN", "RN"]


def test_every_state_and_the_district_has_a_social_work_title() -> None:
    """Fifty-one were looked for and found; the five territories were not."""
    found = {
        row["state_code"]
        for row in table("license_titles")
        if str(row["license_code"]).startswith("SW_")
    }

    assert set(code_names("state_code")) - found == {"AS", "GU", "MP", "PR", "VI"}


def test_a_title_at_two_levels_says_what_decides() -> None:
    """Ohio's law gives the license on a bachelor's or a master's degree."""
    assert title_of("OH", "LSW").words == (
        "LSW, licensed social worker: bachelor\u2019s level or master\u2019s level. "
        "Given on a bachelor\u2019s or a master\u2019s degree; the degree decides the level."
    )


def test_every_title_at_two_levels_has_one_note() -> None:
    """The rows of one title would otherwise say two things of it."""
    notes = defaultdict(set)
    for row in table("license_titles"):
        notes[row["title_id"]].add((row["state_code"], row["license_title"], row["level_note"]))

    assert [key for key, told in notes.items() if len(told) > 1] == []


def test_no_letters_stand_for_two_titles_of_one_state() -> None:
    """Whoever reads the letters would get one of them by chance."""
    for state in code_names("state_code"):
        letters = [one.abbreviation for one in titles_of(state)]

        assert len(letters) == len(set(letters)), state


def test_misspelt_letters_name_the_nearest_of_that_state() -> None:
    """Letters of another state would be no help."""
    with pytest.raises(UnknownNameError, match=r"of Michigan is called 'LMWS'.*'LMSW'") as told:
        read_title("MI", "LMWS")

    assert "LCSW" not in str(told.value)


def test_a_state_that_is_none_names_the_codes() -> None:
    """A state's name is not its code."""
    with pytest.raises(UnknownNameError, match="No state or territory is called 'Michigan'"):
        titles_of("Michigan")
