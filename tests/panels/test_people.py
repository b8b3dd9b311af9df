"""Who stands in a file that is opened: a roster of any kind, or a profile."""

import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from support.workbooks import workbook

from casecert_data.errors import RosterFileError
from casecert_data.panels._people import people_in
from casecert_data.panels._profile_file import ENDINGS

ROWS = [("person_id", "cm_months"), ("M-1", 12), ("M-2", None)]


def contents() -> dict[str, bytes]:
    """Write one roster in each kind of file."""
    file = io.BytesIO()
    pq.write_table(pa.table({"person_id": ["M-1", "M-2"], "cm_months": [12, None]}), file)
    return {
        ".csv": b"person_id,cm_months\nM-1,12\nM-2,\n",
        ".tsv": b"person_id\tcm_months\nM-1\t12\nM-2\t\n",
        ".txt": b"person_id\tcm_months\nM-1\t12\nM-2\t\n",
        ".xlsx": workbook({"Fall": ROWS}),
        ".parquet": file.getvalue(),
    }


@pytest.mark.parametrize(("ending", "content"), contents().items(), ids=contents())
def test_a_roster_of_any_kind_is_opened(ending: str, content: bytes, tmp_path: Path) -> None:
    """The counselor has what the registrar gave."""
    path = tmp_path / f"class{ending.upper()}"
    path.write_bytes(content)
    people = people_in(path)

    assert ending in ENDINGS
    assert [person.profile.to_json().get("cm_months") for person in people.values()] == [
        12,
        None,
    ]
    assert list(people) == ["M-1", "M-2"]


def test_a_file_of_another_kind_is_refused_for_what_it_is(tmp_path: Path) -> None:
    """The counselor sees what can be opened."""
    path = tmp_path / "class.pdf"
    path.write_bytes(b"%PDF-1.7")

    with pytest.raises(RosterFileError, match=r"ends with \.csv.+found a PDF file"):
        people_in(path)
