"""The two compacts: who is in them, read off by hand, and what is not known stays so."""

import pytest

from casecert_data.catalog import code_names, rows_where, table
from casecert_data.places import memberships_of

# Read off the pages of June and July 2026.
NLC_ACTIVE = (
    "AL AZ AR CO CT DE FL GA ID IN IA KS KY LA ME MD MS MO MT NE "
    "NH NJ NM NC ND OH OK PA RI SC SD TN TX UT VT VA WA WV WI WY"
)
NLC_OUTSIDE = "AK CA DC HI IL MI MN NV NY OR AS MP PR"
SWLC_JOINED = (
    "AL AZ AR CO CT DE GA IA KS KY LA ME MD MN MS MO NE NH NJ NC ND OH RI SD TN UT VT VA WA"
)
SWLC_DAYS = {
    "MO": "2023-07-07",
    "SD": "2024-02-06",
    "UT": "2024-03-13",
    "WA": "2024-03-19",
    "KY": "2024-03-28",
    "VA": "2024-04-08",
    "KS": "2024-04-12",
    "NE": "2024-04-15",
    "VT": "2024-04-23",
    "ME": "2024-04-26",
}


def _states(compact_id: str, membership_code: str | None) -> set[object]:
    rows = rows_where("compact_members", compact_id=compact_id, membership_code=membership_code)
    return {row["state_code"] for row in rows}


def test_the_nurse_licensure_compact_is_in_force_in_forty_states() -> None:
    """Two pages of mid-2026 agree on the number, and one lists the states."""
    assert len(NLC_ACTIVE.split()) == 40
    assert _states("nlc", "active") == set(NLC_ACTIVE.split())


def test_three_have_passed_its_law_and_are_not_or_not_wholly_in_force() -> None:
    """Massachusetts and the Virgin Islands wait; Guam lets nurses in."""
    assert _states("nlc", "enacted") == {"MA", "VI"}
    assert _states("nlc", "partial") == {"GU"}


def test_thirteen_stay_outside_it_which_follows_from_the_lists() -> None:
    """No page names them; one counts them, and they are what is left."""
    rows = rows_where("compact_members", compact_id="nlc", membership_code="not_member")

    assert {row["state_code"] for row in rows} == set(NLC_OUTSIDE.split())
    assert {row["basis_code"] for row in rows} == {"follows"}


def test_twenty_nine_states_are_named_as_members_of_the_social_work_compact() -> None:
    """The commission is said to list 30; which one is missing here is not guessed."""
    assert len(SWLC_JOINED.split()) == 29
    assert _states("swlc", "enacted") == set(SWLC_JOINED.split())
    assert _states("swlc", "not_member") == set()


def test_the_days_on_which_its_laws_were_passed() -> None:
    """Ten are known to the day; the others stay empty."""
    found = {
        row["state_code"]: str(row["enacted_date"])
        for row in rows_where("compact_members", compact_id="swlc")
        if row["enacted_date"]
    }

    assert found == SWLC_DAYS


@pytest.mark.parametrize("compact_id", ["nlc", "swlc"])
def test_every_state_has_a_row_in_every_compact(compact_id: str) -> None:
    """What is not known is a row that says so, and not a row that is forgotten."""
    found = [row["state_code"] for row in rows_where("compact_members", compact_id=compact_id)]

    assert sorted(map(str, found)) == sorted(code_names("state_code"))


def test_what_is_not_known_is_told_as_not_known() -> None:
    """A blank is no "no": neither for a state nor for a territory."""
    for row in table("compact_members"):
        state = str(row["state_code"])
        told = {one.compact_id: one for one in memberships_of(state)}[str(row["compact_id"])]

        is_blank = row["membership_code"] is None

        assert (told.membership_code is None) == is_blank
        assert told.words.startswith("It is not known whether ") == is_blank


def test_a_compact_that_gives_no_license_yet_says_so() -> None:
    """To have joined the social work compact opens no other state so far."""
    (told,) = memberships_of("KS", ["SW_CLINICAL"])

    assert told.words == (
        "Kansas passed the law that joins the Social Work Licensure Compact on April 12, 2024. "
        "Nobody gets a license through it yet, as of June 16, 2026."
    )
    assert told.source_ids == ("swcompact_news", "swcompactmap_methodology")


def test_a_state_outside_is_told_with_the_day() -> None:
    """A bill may pass any day."""
    (told,) = memberships_of("MI", ["RN"])

    assert told.words == (
        "Michigan is not a member of the Nurse Licensure Compact, as of June 17, 2026. "
        "A bill to join passed its House in June 2025."
    )


def test_the_district_is_called_by_its_name_at_the_head_of_a_sentence_too() -> None:
    """It takes an article, and a capital where a sentence begins."""
    nurse, social_worker = memberships_of("DC")

    assert nurse.words.startswith("The District of Columbia is not a member")
    assert "whether the District of Columbia is a member" in social_worker.words


@pytest.mark.parametrize(
    ("codes", "compacts"),
    [
        (["RN"], ["nlc"]),
        (["LPN"], ["nlc"]),
        (["APRN"], []),
        (["SW_BACHELOR"], ["swlc"]),
        (["SW_MASTER"], ["swlc"]),
        (["RN", "SW_CLINICAL"], ["nlc", "swlc"]),
        (["LPC"], []),
        (["NONE"], []),
        (None, ["nlc", "swlc"]),
    ],
)
def test_a_compact_concerns_those_whose_license_it_covers(
    codes: list[str] | None, compacts: list[str]
) -> None:
    """Advanced practice nurses and counselors have compacts of their own, not told here."""
    assert [one.compact_id for one in memberships_of("OH", codes)] == compacts
