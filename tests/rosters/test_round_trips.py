"""People written as CSV, as a workbook and as Parquet are the same when they are read."""

import csv
import io
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st
from support.workbooks import saved, workbook

from casecert_data.catalog import Fact, code_names, facts
from casecert_data.eligibility import Interval
from casecert_data.errors import CasecertError
from casecert_data.profiles import Profile, profile_from_values
from casecert_data.rosters import read_roster

KEY, NOTE = "person_id", "x_note"
MORE = "\n\t=+-@'\"\N{NO-BREAK SPACE};,"
HARD = (
    "NA",
    "None",
    "null",
    "nan",
    "#N/A",
    "00123",
    "1e3",
    "TRUE",
    "=1+1",
    "'a",
    " b ",
    "2026-01-02",
)
TEXTS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"
    )
    | st.sampled_from(MORE),
    max_size=12,
) | st.sampled_from(HARD)
FILLED = TEXTS.filter(lambda text: bool(text.strip()))
DAYS = st.dates(date(1900, 3, 1), date(2100, 1, 1))


def numbers(of: Fact) -> st.SearchStrategy[Interval]:
    """Draw a number or a range, with up to two decimals."""
    most = 100 * (of.limit or 1000)
    one = st.integers(0, most).map(lambda hundredths: Fraction(hundredths, 100))
    exact = one.map(lambda number: Interval(number, number))
    both = st.tuples(one, one | st.none())
    ranges = both.map(
        lambda ends: Interval(ends[0], None if ends[1] is None else ends[0] + ends[1])
    )
    return exact | ranges.filter(lambda drawn: drawn.high is None or drawn.high * 100 <= most)


def values(of: Fact) -> st.SearchStrategy[Any]:
    """Draw what a fact may be."""
    if of.kind == "number":
        return numbers(of)
    if of.kind == "yes_no":
        return st.booleans()
    if of.kind == "date":
        return DAYS
    if of.kind == "text":
        return FILLED.map(str.strip)
    known = code_names(str(of.vocabulary))
    if of.kind == "code":
        return st.sampled_from(known)
    several = st.lists(
        st.sampled_from([code for code in known if code != "NONE"]),
        min_size=1,
        max_size=3,
        unique=True,
    )
    return several.map(tuple)


def one_person() -> st.SearchStrategy[dict[str, Any]]:
    """Draw some facts of a person; a part stands without its whole, and so never exceeds it."""
    optional = {
        name: values(one) for name, one in facts().items() if not one.at_most and name != KEY
    }
    return st.fixed_dictionaries(
        {KEY: FILLED.map(str.strip), NOTE: TEXTS},
        optional={"cm_months_under_ccm": numbers(facts()["cm_months"]), **optional},
    ).map(_without_whole)


def _without_whole(person: dict[str, Any]) -> dict[str, Any]:
    if "cm_months_under_ccm" in person:
        person.pop("cm_months", None)
    return person


CLASSES = st.lists(one_person(), min_size=1, max_size=4, unique_by=lambda one: one[KEY])


def expected(people: Sequence[Mapping[str, Any]]) -> list[Profile]:
    """Return the profiles that these people have."""
    return [profile_from_values(person) for person in people]


def read(content: bytes, ending: str) -> list[Profile]:
    """Read the profiles of a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"class.{ending}"
        path.write_bytes(content)
        return [row.profile for row in read_roster(path).rows]


def columns_of(people: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return every column that somebody fills."""
    return list(dict.fromkeys(name for person in people for name in person))


def spelled(value: object) -> str:
    """Write a value as a cell of text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Interval):
        if value.low == value.high:
            return decimal(value.low)
        return f"{decimal(value.low)}..{'' if value.high is None else decimal(value.high)}"
    return ";".join(value) if isinstance(value, tuple) else str(value)


def decimal(number: Fraction) -> str:
    """Write hundredths."""
    return f"{float(number):.2f}"


def typed(value: object) -> object:
    """Return a value as a spreadsheet or a frame stores it, as far as it has a type for it."""
    if isinstance(value, Interval):
        return float(value.low) if value.low == value.high else spelled(value)
    return value if isinstance(value, bool | date) else spelled(value) or None


def as_csv(people: Sequence[Mapping[str, Any]]) -> bytes:
    """Write people as CSV."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns_of(people), restval="")
    writer.writeheader()
    for person in people:
        writer.writerow({name: spelled(value) for name, value in person.items()})
    return file.getvalue().encode("utf-8")


def as_workbook(people: Sequence[Mapping[str, Any]], *, with_types: bool) -> bytes:
    """Write people as a workbook."""
    book = openpyxl.Workbook()
    columns = columns_of(people)
    book.active.append(columns)
    write = typed if with_types else spelled
    for at, person in enumerate(people, start=2):
        for across, name in enumerate(columns, start=1):
            value = write(person.get(name))
            cell = book.active.cell(at, across, value)
            if isinstance(value, str):
                cell.data_type = "s"
    return saved(book)


def as_parquet(people: Sequence[Mapping[str, Any]]) -> bytes:
    """Write people as Parquet; a column with a range is one of text."""
    columns = {}
    for name in columns_of(people):
        cells = [person.get(name) for person in people]
        if any(isinstance(cell, tuple) for cell in cells):
            columns[name] = pa.array([cell and list(cell) for cell in cells])
            continue
        plain = [typed(cell) for cell in cells]
        has_range = any(isinstance(cell, Interval) and cell.low != cell.high for cell in cells)
        columns[name] = pa.array([spelled(cell) for cell in cells] if has_range else plain)
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file)
    return file.getvalue()


@settings(max_examples=60)
@given(CLASSES)
def test_people_are_the_same_in_each_kind_of_file(people: list[dict[str, Any]]) -> None:
    """Texts that look like gaps, numbers or formulas, ranges, sets, days: nothing is lost."""
    profiles = expected(people)

    assert read(as_csv(people), "csv") == profiles
    assert read(as_workbook(people, with_types=True), "xlsx") == profiles
    assert read(as_workbook(people, with_types=False), "xlsx") == profiles
    assert read(as_parquet(people), "parquet") == profiles


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(date(1900, 1, 1)),
    st.datetimes(),
    st.times(),
    st.timedeltas(timedelta(0), timedelta(days=10_000)),
    TEXTS,
)


@settings(max_examples=80)
@given(
    st.sampled_from([*facts(), NOTE]),
    st.lists(st.tuples(FILLED, ANYTHING), min_size=1, max_size=5),
)
def test_any_cell_is_read_or_refused_in_words(
    column: str, rows: list[tuple[str, object]]
) -> None:
    """Whatever somebody typed: a person, or a message; never a traceback."""
    head = ("person_id", column) if column != KEY else ("person_id", NOTE)
    content = workbook({"Fall": [head, *rows]})

    with suppress(CasecertError):
        read(content, "xlsx")


@settings(max_examples=120)
@given(st.data())
def test_a_spoiled_workbook_is_read_or_refused_in_words(data: st.DataObject) -> None:
    """A part that was cut short, doubled or overwritten."""
    whole = workbook({"Fall": [("person_id", "cm_months"), ("A", 3), ("B", "12..")]})
    with ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    start = data.draw(st.integers(0, len(parts[name])))
    end = data.draw(st.integers(start, len(parts[name])))
    put = data.draw(st.sampled_from([b"", parts[name][start:end] * 2, b"<", b"9", b"\x00"]))
    parts[name] = parts[name][:start] + put + parts[name][end:]
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for one, content in parts.items():
            archive.writestr(one, content)

    with suppress(CasecertError):
        read(file.getvalue(), "xlsx")


@settings(max_examples=60)
@given(st.data())
def test_a_spoiled_parquet_file_is_read_or_refused_in_words(data: st.DataObject) -> None:
    """Bytes that were lost or changed on the way."""
    whole = as_parquet([{KEY: "A", "cm_months": Interval(Fraction(3), Fraction(3))}])
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    put = data.draw(st.binary(max_size=4))

    with suppress(CasecertError):
        read(whole[:start] + put + whole[end:], "parquet")
