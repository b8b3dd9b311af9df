"""The file of an institution: each entry, and each fault in words."""

from pathlib import Path

import pytest
from support.logos import PLAIN_SVG, raster

from casecert_data.errors import FileError, InstitutionError
from casecert_data.reporting import read_institution
from casecert_data.reporting.model._institution import Contact

WHOLE = """
name = "Lakeside College"
logo = "logo.svg"
color = "#0A6B5E"
footer = "Walk-in hours: Monday to Thursday."
[contact]
address = "12 Harbor Road, Duluth"
phone = "218 555 0114"
mail = "careers@lakeside.example"
web = "https://lakeside.example/careers/"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a whole file with its logo, and give its path."""
    (tmp_path / "logo.svg").write_text(PLAIN_SVG)
    (tmp_path / "logo.png").write_bytes(raster())
    path = tmp_path / "college.toml"
    path.write_text(WHOLE)
    return path


def test_a_whole_file_is_read(file: Path) -> None:
    """Every entry reaches its place."""
    college = read_institution(file)

    assert college.name == "Lakeside College"
    assert college.color == "#0a6b5e"
    assert college.footer == "Walk-in hours: Monday to Thursday."
    assert college.logo is not None
    assert college.logo.media_type == "image/svg+xml"
    assert college.contact is not None
    assert college.contact.ways() == (
        ("12 Harbor Road, Duluth", None),
        ("218 555 0114", None),
        ("careers@lakeside.example", "mailto:careers@lakeside.example"),
        ("lakeside.example/careers", "https://lakeside.example/careers/"),
    )


def test_a_name_is_enough(file: Path) -> None:
    """All else may be left out, also an empty table."""
    file.write_text('name = "Lakeside College"\n[contact]\n')

    assert read_institution(file).contact is None


def test_the_digest_changes_with_the_logo_and_not_with_the_folder(
    file: Path, tmp_path: Path
) -> None:
    """What was made for it is made anew when anything of it changed, and only then."""
    before = read_institution(file).digest
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "other.toml").write_text("# our file" + WHOLE)
    (elsewhere / "logo.svg").write_text(PLAIN_SVG)
    moved = read_institution(elsewhere / "other.toml").digest
    (file.parent / "logo.svg").write_text(PLAIN_SVG.replace('r="20"', 'r="21"'))

    assert moved == before
    assert read_institution(file).digest != before


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ("", "expected content, found an empty file"),
        ("nam = 'x'", "top: expected the name of an entry, found 'nam'. Did you mean 'name'?"),
        ("color = '#000'", "name: expected words, found none"),
        ("name = ' '", "name: expected words, found ' '"),
        ("name = 7", "name: expected words, found 7"),
        (f"name = '{'x' * 81}'", "name: expected at most 80 letters, found 81"),
        ("name = 'x'\nfooter = []", "footer: expected words, found []"),
        ("name = 'x'\ncolor = 'teal'", "color: expected a color as '#1d4f86', found 'teal'"),
        ("name = 'x'\ncolor = 255", "color: expected a color as '#1d4f86', found 255"),
        ("name = 'x'\ncontact = 'y'", "contact: expected a table, found 'y'"),
        ("name = 'x'\n[contact]\nfone = 'y'", "found 'fone'. Did you mean 'phone'?"),
        ("name = 'x'\n[contact]\nmail = 'y'", "contact.mail: expected an address, found 'y'"),
        ("name = 'x'\n[contact]\nweb = 'y.example'", "contact.web: expected the address of a"),
        ("name = 'x'\n[contact]\nweb = 'javascript:alert(1)'", "contact.web: expected"),
        ("name = 'x'\n[contact]\nweb = 'https://a@b.example/'", "contact.web: expected"),
        ("name = 'x'\nlogo = 'none.png'", "none.png: expected a file, found nothing there"),
        ("name = 'x'\nlogo = 'logo.gif'", "expected a file that ends with .svg, .png, .jpg"),
        ("name = 'x'\nlogo = '../logo.png'", "expected a file in the same folder"),
        ("name = 'x'\nlogo = '/etc/logo.png'", "expected a file in the same folder"),
        ("name = 'x'\nlogo = 3", "logo: expected the name of a file, found 3"),
    ],
)
def test_a_fault_is_told_with_its_place(file: Path, entries: str, words: str) -> None:
    """Where, what was expected, what was found."""
    file.write_text(entries)

    with pytest.raises((InstitutionError, FileError)) as fault:
        read_institution(file)
    assert words in str(fault.value)


def test_a_pale_color_is_told_with_its_contrast_and_a_darker_one(file: Path) -> None:
    """Whoever has a yellow brand can go on at once."""
    file.write_text("name = 'x'\ncolor = '#FFD400'")

    with pytest.raises(InstitutionError) as fault:
        read_institution(file)
    told = str(fault.value)
    assert (
        "expected a contrast of at least 3 to 1 on white, found #ffd400 with 1.43 to 1." in told
    )
    darker = told.rpartition(" is ")[2].rstrip(".")
    file.write_text(f"name = 'x'\ncolor = '{darker}'")
    assert read_institution(file).color == darker


def test_a_link_that_leads_out_of_the_folder_is_refused(file: Path, tmp_path: Path) -> None:
    """A logo's file is beside the TOML, also when its name points elsewhere."""
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "logo.png").symlink_to(file.parent / "logo.png")
    (inner / "x.toml").write_text("name = 'x'\nlogo = 'logo.png'")

    with pytest.raises(InstitutionError, match="same folder"):
        read_institution(inner / "x.toml")


def test_a_huge_file_is_refused_before_it_is_read(file: Path) -> None:
    """A logo is small."""
    with (file.parent / "logo.png").open("wb") as big:
        big.truncate(10_000_000)
    file.write_text("name = 'x'\nlogo = 'logo.png'")

    with pytest.raises(InstitutionError, match="at most 1000 kB, found more"):
        read_institution(file)


def test_controls_and_turns_of_direction_are_cleaned_out_of_words(file: Path) -> None:
    """They could not be drawn, or would turn the words around them."""
    file.write_text('name = "Lake\\u202Eside\\u0007 College"\n[contact]\nphone = "1\\n2"')
    college = read_institution(file)

    assert college.name == "Lakeside College"
    assert college.contact == Contact(phone="1 2")
