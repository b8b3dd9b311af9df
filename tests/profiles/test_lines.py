"""The line that a message names is the one on which somebody finds the fault."""

import pytest

from casecert_data.profiles._lines import line_of

TOML = """cm_months = 3
[[rulings]]
note = "outcome = 1"
outcome = "met"

[[ rulings ]] # the second
  outcome = "not_met"
x_last = 1
"""


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("cm_months", 1),
        ("rulings[0].outcome", 4),
        ("rulings[0]", 2),
        ("rulings[1].outcome", 7),
        ("rulings[1].ruled_on", 6),
        ("rn_years", None),
        ("", None),
    ],
)
def test_a_name_is_found_where_it_is_given(name: str, line: int | None) -> None:
    """An entry's part in its own entry; what lacks it, at the entry's heading."""
    assert line_of(TOML, name) == line


def test_a_list_on_one_line_has_that_line() -> None:
    """JSON, and TOML written short, have no headings."""
    text = '{\n "cm_months": 3,\n "rulings": [{"outcome": "yes"}]\n}'

    assert line_of(text, "rulings[0].outcome") == 3
