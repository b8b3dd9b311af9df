"""Which names are suggested for a mistyped one."""

import pytest

from casecert_data.eligibility import certification_ids
from casecert_data.errors import did_you_mean, nearest


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cmm", ("ccm", "cmc")),
        ("cccm", ("ccm",)),
        ("CCN", ("ccm", "cmcn")),
        ("mcc", ("cmc",)),
        ("acm", ("acm_rn", "acm_sw")),
        ("acmrn", ("acm_rn",)),
        ("cmnc", ("cmac", "cmc", "cmcn")),
        ("crbc", ("crc",)),
        ("cmgt", ("cmgt_bc",)),
        ("sw", ()),
        ("", ()),
    ],
)
def test_the_certifications_a_finger_slip_away_are_suggested(
    typed: str, meant: tuple[str, ...]
) -> None:
    """Thirteen short ids look alike: all that are equally near are named, in their order."""
    assert nearest(typed, certification_ids()) == meant


def test_two_exchanged_letters_of_a_code_of_two_are_one_slip() -> None:
    """No letter stands where it should, and the code is plain all the same."""
    assert nearest("NR", ["LPN", "RN", "OTHER"]) == ("RN",)


def test_the_exchange_of_two_letters_is_nearer_than_two_other_letters() -> None:
    """What the hand does most often is suggested first."""
    assert nearest("QSRT", ["QXYT", "QRST"]) == ("QRST",)


def test_many_equally_near_names_are_three_at_the_most() -> None:
    """A list of all would suggest nothing."""
    assert did_you_mean("page_9", [f"page_{number}" for number in range(9)]) == (
        " Did you mean 'page_0', 'page_1' or 'page_2'?"
    )


def test_nothing_is_suggested_for_what_is_like_nothing() -> None:
    """A far-fetched name misleads; the list of all follows anyway."""
    assert did_you_mean("cmm", ["fees", "exams"]) == ""
