"""What only the profile of one person can hold is refused in a roster, and said why."""

from pathlib import Path

import pytest

from casecert_data.errors import RosterError
from casecert_data.rosters import read_roster


@pytest.mark.parametrize("column", ["rulings", "work_periods"])
def test_a_column_for_a_list_is_refused(tmp_path: Path, column: str) -> None:
    """A cell holds one value; an answer of an issuer has five parts."""
    path = tmp_path / "class.csv"
    path.write_text(f"person_id,{column}\nA,met\n", encoding="utf-8")

    with pytest.raises(
        RosterError,
        match=rf"line 1, column '{column}'.+only a profile file of one person holds",
    ):
        read_roster(path)
