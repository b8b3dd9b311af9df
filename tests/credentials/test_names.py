"""Names that nobody knows: an answer to a slip of the keyboard would be a wrong one."""

from collections.abc import Callable

import pytest

from casecert_data.credentials import cost_of, differences_of, fee_lines, points_of
from casecert_data.errors import UnknownNameError


@pytest.mark.parametrize(
    "asked",
    [cost_of, fee_lines, differences_of, lambda name: points_of(name, "exam")],
    ids=["cost", "fees", "differences", "points"],
)
def test_a_misspelt_certification_is_refused(asked: Callable[[str], object]) -> None:
    """It has no fees and no differences, which is not the same as not known."""
    with pytest.raises(UnknownNameError, match="Did you mean 'acm_rn'"):
        asked("acm_rm")


def test_a_misspelt_group_of_points_is_refused() -> None:
    """The message names the nearest."""
    with pytest.raises(UnknownNameError, match="Did you mean 'exam'"):
        points_of("ccm", "exams")
