"""A changed value needs a line in the changelog: each change is made, and told or found."""

import csv
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from support.own_data import OwnData

from casecert_data.catalog import describe_table, rows_where, table_names, table_path
from casecert_data.curation import build_data, change_faults, check_data
from casecert_data.errors import DataCheckError

ON = date(2026, 11, 23)
EXAM = "fees[ccm,exam,everyone,ccmc_faqs]"
AMOUNT = f"{EXAM}.amount_usd"
ROW = "ccm,exam,everyone,195,no,,ccmc_faqs,"
LINE = f"- `{AMOUNT}`: 195 → 205 (ccmc_faqs)"
NEW_FEE = "ccm,retake,discount,100,no,,ccmc_faqs,A page\n"


def raise_the_fee(data: OwnData) -> None:
    """Change one amount, and with it the version of the data."""
    data.replace("tables/fees.csv", ROW, ROW.replace("195", "205"))
    new_version(data)


def new_version(data: OwnData) -> None:
    """Give the data another version."""
    data.write("release.toml", 'data_version = "2026.12.01"\n')


def tell(data: OwnData, *lines: str, heading: str = "### Data") -> None:
    """Write a changelog of its own with these lines."""
    text = "\n".join(["# Changelog", "", "## Unreleased", "", heading, "", *lines, ""])
    changelog(data).write_text(text, "utf-8")


def changelog(data: OwnData) -> Path:
    """Return where the changelog lies that belongs to the copied data."""
    return data.folder.parent.parent / "CHANGELOG.md"


def only_fault() -> str:
    """Check the changes, hold that one is not told, and return the fault."""
    found = list(change_faults())
    assert len(found) == 1, found
    return found[0]


def wanted_lines() -> list[str]:
    """Return the lines that the faults ask for."""
    return [fault.splitlines()[-1] for fault in change_faults()]


def test_a_changed_value_is_told_with_the_line_to_write(data: OwnData) -> None:
    """Ready to paste: place, old value, new value, source."""
    raise_the_fee(data)
    tell(data)

    assert check_data(ON).faults == (
        f"{AMOUNT}: expected its change in CHANGELOG.md under Data, found none. Write:\n{LINE}",
    )


def test_a_changed_value_that_is_told_is_in_order(data: OwnData) -> None:
    """A fact may change; it may not change in silence."""
    raise_the_fee(data)
    tell(data, "- Version 2026.12.01:", f"  {LINE}")

    assert check_data(ON).faults == ()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(LINE.replace("195", "185"), id="other old value"),
        pytest.param(LINE.replace("205", "215"), id="other new value"),
        pytest.param(LINE.replace("ccmc_faqs)", "ccmc_exam_faqs)"), id="other source"),
        pytest.param(LINE.removesuffix(" (ccmc_faqs)"), id="no source"),
        pytest.param(LINE.replace("195 → ", ""), id="no old value"),
        pytest.param(LINE.replace("→", "->"), id="other arrow"),
        pytest.param(f"- `{AMOUNT}`: added (ccmc_faqs)", id="another kind of change"),
    ],
)
def test_a_wrong_line_is_told_with_what_it_says(data: OwnData, line: str) -> None:
    """A reader of the changelog would be told something that is not so."""
    raise_the_fee(data)
    tell(data, line)

    told = line.partition("`: ")[2]
    assert only_fault() == (
        f"{AMOUNT}: expected its change in CHANGELOG.md under Data, found {told!r}. "
        f"Write:\n{LINE}"
    )


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        pytest.param("### Changed", LINE, id="under another heading"),
        pytest.param("### Data", LINE.replace(EXAM, "fees[ccm]"), id="of another place"),
        pytest.param("### Data\n\n## 0.1.0\n\n### Data", LINE, id="of a version before"),
        pytest.param("### Data\n\n### Fixed", LINE, id="after the part on data"),
    ],
)
def test_a_line_elsewhere_does_not_tell_the_change(
    data: OwnData, heading: str, line: str
) -> None:
    """What is looked for stands under Data, in the newest part that has one."""
    raise_the_fee(data)
    tell(data, line, heading=heading)

    assert "under Data, found none. Write:" in only_fault()


def test_the_newest_part_on_data_counts_also_under_a_version(data: OwnData) -> None:
    """A heading is renamed for a release before the data is built."""
    raise_the_fee(data)
    tell(data, LINE, heading="### Fixed\n\n## 0.2.0\n\n### Data")

    assert list(change_faults()) == []


def test_a_changed_value_needs_a_new_version(data: OwnData) -> None:
    """Two people with one version must hold the same values."""
    data.replace("tables/fees.csv", ROW, ROW.replace("195", "205"))
    tell(data, LINE)

    assert only_fault() == (
        "release.toml, data_version: expected another version than the released one, since "
        "values changed, found 2026.11.28 again. Give the day of the change."
    )


def test_a_new_version_needs_no_change(data: OwnData) -> None:
    """Sources that were read again without a change are worth a version too."""
    new_version(data)
    data.replace("sources.csv", ",2027-11-23,", ",2028-11-23,")

    assert list(change_faults()) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        pytest.param(
            "tables/fees.csv",
            ROW,
            NEW_FEE + ROW,
            "- `fees[ccm,retake,discount,ccmc_faqs]`: added (ccmc_faqs)",
            id="added row",
        ),
        pytest.param(
            "tables/fees.csv",
            "ccm,late_renewal,everyone,175,",
            "ccm,late_renewal,discount,175,",
            "- `fees[ccm,late_renewal,discount,ccmc_renewal_faqs]`: added (ccmc_renewal_faqs)\n"
            "- `fees[ccm,late_renewal,everyone,ccmc_renewal_faqs]`: removed",
            id="another key",
        ),
        pytest.param(
            "tables/fees.csv",
            ROW,
            ROW.replace("195", ""),
            f"- `{AMOUNT}`: 195 → *empty* (ccmc_faqs)",
            id="emptied cell",
        ),
        pytest.param(
            "tables/fees.csv",
            ROW,
            ROW.replace(",no,,", ",no,A note.,"),
            f"- `{EXAM}.fee_note`: *empty* → A note. (ccmc_faqs)",
            id="filled cell",
        ),
        pytest.param(
            "tables/fees.csv",
            ROW,
            ROW.replace(",no,,", ",yes,,"),
            f"- `{EXAM}.is_superseded`: no → yes (ccmc_faqs)",
            id="yes for no",
        ),
        pytest.param(
            "rules/ccm.toml",
            "at_least = 24",
            "at_least = 25",
            "- `rules[ccm,article].months_any_supervisor.at_least`: 24 → 25 "
            "(coursera_certified_case_manager)",
            id="number of a criterion",
        ),
        pytest.param(
            "rules/ccm.toml",
            "open = true #",
            "open = false #",
            "- `rules[ccm,article].certification.open`: true → false "
            "(coursera_certified_case_manager)",
            id="yes or no of a criterion",
        ),
        pytest.param(
            "rules/ccm.toml",
            'unsettled = ["APRN"]',
            'unsettled = ["APRN", "LPN"]',
            "- `rules[ccm,article].license.unsettled`: APRN → APRN;LPN "
            "(coursera_certified_case_manager)",
            id="list of a criterion",
        ),
        pytest.param(
            "rules/ccm.toml",
            'asks_for = "good character"\n',
            'asks_for = "a good character"\n',
            "- `rules[ccm,article].character.asks_for`: good character → a good character "
            "(coursera_certified_case_manager)",
            id="words of a group",
        ),
        pytest.param(
            "rules/ccm.toml",
            "[edition.criterion.license.remark.LPN]",
            '[edition.criterion.license.remark.OTHER]\ntext = "T"\n'
            'source_id = "ccmc_faqs"\nlocator = "L"\n\n[edition.criterion.license.remark.LPN]',
            "- `rules[ccm,issuer].license.remark.OTHER`: added (ccmc_faqs)",
            id="remark",
        ),
        pytest.param(
            "rules/ccm.toml",
            'all_of = ["background", "work", "character", "references"]',
            "starts_on = 2026-01-01\n"
            'all_of = ["background", "work", "character", "references"]',
            "- `rules[ccm,article,2026-01-01]`: added (coursera_certified_case_manager)\n"
            "- `rules[ccm,article]`: removed",
            id="rule with another start",
        ),
    ],
)
def test_each_kind_of_change_has_its_line(
    data: OwnData, name: str, old: str, new: str, line: str
) -> None:
    """Asked for and then told so, it is in order."""
    new_version(data)
    tell(data)
    data.replace(name, old, new)
    assert wanted_lines() == line.split("\n")
    tell(data, *line.split("\n"))

    assert list(change_faults()) == []


def test_a_text_that_stands_nowhere_else_must_be_looked_up(data: OwnData) -> None:
    """Its fingerprint does not tell it; numbers, and what stands elsewhere, are found."""
    new_version(data)
    tell(data)
    # Where to apply is told alike for two certifications of one issuer; whom to ask is not.
    (row,) = rows_where("contacts", certification_id="ccm", contact_code="ask")
    text = str(row["contact_text"])
    data.replace("tables/contacts.csv", text, f"{text} Now.")
    fault = only_fault()
    assert "Write with the value before for OLD:\n- `contacts[ccm,ask].contact_te" in fault
    tell(data, fault.splitlines()[-1].replace(": OLD →", f": {text} →"))

    assert list(change_faults()) == []


def test_a_removed_row_is_told_by_its_place(data: OwnData) -> None:
    """What it said is gone, and so is its source."""
    new_version(data)
    tell(data)
    lines = data.read("tables/fees.csv").splitlines(keepends=True)
    data.write("tables/fees.csv", "".join(one for one in lines if not one.startswith(ROW)))
    assert wanted_lines() == [f"- `{EXAM}`: removed"]
    tell(data, f"- `{EXAM}`: removed (ccmc_faqs)")

    assert list(change_faults()) == []


def test_a_new_table_is_one_line(data: OwnData) -> None:
    """Not a line for each of its rows."""
    new_version(data)
    tell(data)
    described = '\n[prices]\ntitle = "P"\ngrain = "one"\nkey = ["fee_code"]\n'
    data.append("tables.toml", described)
    data.write("tables/prices.csv", "fee_code,source_id,locator\nexam,ccmc_faqs,A page\n")
    assert wanted_lines() == ["- `prices`: added"]
    tell(data, "- `prices`: added")

    assert list(change_faults()) == []


def test_a_new_column_is_one_line(data: OwnData) -> None:
    """Not a line for each cell that it fills."""
    new_version(data)
    tell(data)
    header, *rows = data.read("tables/fees.csv").splitlines()
    wider = [f"{header},short_name", *(f"{row},Fee" for row in rows)]
    data.write("tables/fees.csv", "\n".join(wider) + "\n")
    assert wanted_lines() == ["- `fees.short_name`: added"]
    tell(data, "- `fees.short_name`: added")

    assert list(change_faults()) == []


def test_another_order_of_rows_is_no_change(data: OwnData) -> None:
    """A value is known by its key, not by its line."""
    header, *rows = data.read("tables/fees.csv").splitlines()
    data.write("tables/fees.csv", "\n".join([header, *reversed(rows)]) + "\n")

    assert list(change_faults()) == []


def test_a_number_written_with_more_zeros_is_a_change(data: OwnData) -> None:
    """The fingerprint is of the value as written, so 195 and 195.00 are two."""
    data.replace("tables/fees.csv", ROW, ROW.replace("195", "195.00"))

    assert any(f"- `{AMOUNT}`: 195 → 195.00 (ccmc_faqs)" in one for one in change_faults())


def test_changes_wait_until_nothing_else_is_wrong(data: OwnData) -> None:
    """A row that cannot be read would count as one that was removed."""
    data.replace("tables/fees.csv", ROW, ROW.replace("195", "two hundred"))
    (fault,) = check_data(ON).faults

    assert fault.startswith("fees.csv, column 'amount_usd': expected a number")


def test_without_a_changelog_only_a_change_is_a_fault(data: OwnData) -> None:
    """Whoever has the data alone can still check it."""
    changelog(data).unlink()
    assert list(change_faults()) == []
    raise_the_fee(data)

    told = list(change_faults())
    assert told[0].startswith("CHANGELOG.md: expected a line under Data for each changed value")
    assert [one.splitlines()[-1] for one in told[1:]] == [LINE]


def test_without_what_was_released_the_check_says_how_to_write_it(data: OwnData) -> None:
    """Else every value could change unseen."""
    (data.folder / "released.csv").unlink()
    (told,) = check_data(ON).faults

    assert told == (
        "released.csv: expected the fingerprints of the released values, found no file. "
        "Write them: casecert data build"
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("place,fingerprint\n", "place,mark\n", "released.csv, lines 1 and 2: expected place,"),
        ("data_version,", "version,", "released.csv, lines 1 and 2: expected place,finger"),
        (
            "data_version,",
            "<<<<<<< ours\ndata_version,",
            "released.csv, line 2: expected 2 cel",
        ),
    ],
)
def test_a_broken_record_of_what_was_released_is_told(
    data: OwnData, old: str, new: str, told: str
) -> None:
    """Two branches that were merged wrongly, say."""
    data.replace("released.csv", old, new)

    assert check_data(ON).faults[0].startswith(told)


def test_what_is_written_are_the_fingerprints_of_the_cells(data: OwnData) -> None:
    """Each cell of each sourced table but its key, as it is written, empty ones as well."""
    build_data()
    with (data.folder / "released.csv").open(encoding="utf-8", newline="") as file:
        released = {row["place"]: row["fingerprint"] for row in csv.DictReader(file)}
    expected: dict[str, str] = {}
    for name in table_names():
        described = describe_table(name)
        if not described.is_sourced:
            continue
        with table_path(name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                key = ",".join(row[column] for column in described.key)
                expected |= {
                    f"{name}[{key}].{column}": sha256(cell.encode()).hexdigest()[:12]
                    for column, cell in row.items()
                    if column not in described.key
                }

    cells = {place: one for place, one in released.items() if not place.startswith("rules[")}
    assert cells.pop("data_version") == "2026.11.28"
    assert cells == expected


def test_what_is_written_holds_the_rules_too(data: OwnData) -> None:
    """Every edition, every group, every criterion: values and words."""
    build_data()
    written = data.read("released.csv")
    missing = [
        place
        for place, value in {
            "rules[ccm,article].all_of": "background;work;character;references",
            "rules[ccm,article].license.any_of": "RN;PHARMACIST;SW_CLINICAL",
            "rules[ccm,article].good_character.is": "true",
            "rules[ccm,article].client_references.at_least": "3",
            "rules[ccm,article].work.title": "Work",
            "rules[ccm,issuer].license.also.1.source_id": "ccmc_eligibility_2019",
            "rules[ccm,issuer].license.remark.LPN.source_id": "ccmc_know_before_2018",
        }.items()
        if f'"{place}",{sha256(value.encode()).hexdigest()[:12]}\n' not in written
    ]

    assert missing == []


def test_what_is_written_is_sorted_and_the_same_each_time(data: OwnData) -> None:
    """A diff of it shows what changed and nothing else."""
    build_data()
    first = data.read("released.csv")
    build_data()
    places = [row[0] for row in csv.reader(first.splitlines()[2:])]

    assert data.read("released.csv") == first
    assert places == sorted(places)
    assert len(set(places)) == len(places)


def test_what_is_built_is_what_later_changes_are_held_to(data: OwnData) -> None:
    """A second change is told from the first one's value."""
    raise_the_fee(data)
    tell(data)
    built = build_data()
    assert (built.version, built.untold) == ("2026.12.01", (LINE,))
    assert list(change_faults()) == []
    data.replace("tables/fees.csv", "everyone,205,no,,ccmc_faqs", "everyone,210,no,,ccmc_faqs")

    assert f"- `{AMOUNT}`: 205 → 210 (ccmc_faqs)" in wanted_lines()


def test_a_first_build_has_nothing_to_tell(data: OwnData) -> None:
    """There was nothing before it, so nothing changed."""
    (data.folder / "released.csv").unlink()

    assert build_data().untold == ()
    assert list(change_faults()) == []


def test_nothing_is_built_while_something_else_is_wrong(data: OwnData) -> None:
    """What is released was checked."""
    before = data.read("released.csv")
    raise_the_fee(data)
    data.replace("tables/contacts.csv", "ccm,apply,", "ccm,applied,")

    with pytest.raises(DataCheckError, match=r"The data has 1 fault:\n- contacts\.csv, line 2"):
        build_data()
    assert data.read("released.csv") == before


@pytest.mark.parametrize("name", ["released.csv", "parsed.json"])
def test_a_write_that_fails_leaves_what_was_there(
    data: OwnData, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Half a record would make every other value look changed."""
    before, there = data.read(name), sorted(data.folder.iterdir())
    raise_the_fee(data)
    put_in_place = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == name:
            raise OSError(28, "No space left on device")
        return put_in_place(self, target)

    monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(DataCheckError, match=rf"{name}: expected a file that can be wri"):
        build_data()
    assert data.read(name) == before
    assert sorted(data.folder.iterdir()) == there
