"""Handouts behind one another in files to print: tagged, in order, one person a sheet."""

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from support.pages import HANDOUTS, read_page, small_page

from casecert_data.errors import ReportError
from casecert_data.reporting._files import write_whole
from casecert_data.reporting.batches._manifest import ManifestEntry, Volume
from casecert_data.reporting.batches._merge import merge_pdfs
from casecert_data.reporting.batches._volumes import remove_volumes, write_volumes
from casecert_data.reporting.pdf import render_pdf


@pytest.fixture(scope="module")
def handouts(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Write a page of one sheet side, and two of two, each a PDF of its own."""
    folder = tmp_path_factory.mktemp("handouts")
    pages = [small_page(), *(read_page(name) for name in HANDOUTS[:2])]
    written = []
    for at, page in enumerate(pages):
        path = folder / f"{at}.pdf"
        path.write_bytes(render_pdf(page))
        written.append(path)
    return written


@pytest.fixture(scope="module")
def volume(handouts: list[Path]) -> pikepdf.Pdf:
    """Put them behind one another."""
    return pikepdf.Pdf.open(io.BytesIO(merge_pdfs(handouts, title="A class", language="en")))


def elements(held: Any) -> list[Any]:
    """List the tags below one, in the order in which they are read."""
    found = []
    for one in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            found += [one, *elements(one.get("/K", pikepdf.Array()))]
    return found


def bookmarks_of(pdf: pikepdf.Pdf) -> list[Any]:
    """List the bookmarks of a file, each by the one before it."""
    found = [pdf.Root.Outlines.First]
    while "/Next" in found[-1]:
        found.append(found[-1].Next)
    return found


def title_of(path: Path) -> str:
    """Read the title that a window shows."""
    with pikepdf.Pdf.open(path) as pdf:
        return str(pdf.docinfo["/Title"])


def kinds(pdf: pikepdf.Pdf) -> list[str]:
    """Name the tags of a file in the order in which they are read."""
    return [str(one.S) for one in elements(pdf.Root.StructTreeRoot.K)]


def test_each_handout_begins_on_a_right_hand_page(
    volume: pikepdf.Pdf, handouts: list[Path]
) -> None:
    """A blank page follows one of an odd number of pages, so that no sheet holds two people."""
    at = {str(page.objgen): number for number, page in enumerate(volume.pages)}
    first_pages = [at[str(one.Dest[0].objgen)] for one in bookmarks_of(volume)]
    lengths = [len(pikepdf.Pdf.open(path).pages) for path in handouts]

    assert lengths == [1, 2, 2]
    assert first_pages == [0, 2, 4]
    assert len(volume.pages) == 6
    assert "/Contents" not in volume.pages[1].obj or not volume.pages[1].Contents.read_bytes()


def test_each_handout_has_a_bookmark_with_its_title(
    volume: pikepdf.Pdf, handouts: list[Path]
) -> None:
    """Whoever opens the file finds a person without leafing through it."""
    titles = [title_of(path) for path in handouts]

    assert [str(one.Title) for one in bookmarks_of(volume)] == titles


def test_every_tag_of_every_handout_is_there_in_order(
    volume: pikepdf.Pdf, handouts: list[Path]
) -> None:
    """A screen reader says of the volume what it says of each handout."""
    expected = ["/Document"]
    for path in handouts:
        expected += ["/Part", *kinds(pikepdf.Pdf.open(path))[1:]]

    assert kinds(volume) == expected


def test_every_tag_points_at_a_page_of_the_volume(volume: pikepdf.Pdf) -> None:
    """A tag that points at a page elsewhere is read by nobody."""
    pages = {page.objgen for page in volume.pages}
    pointed_at = {
        one.Pg.objgen for one in elements(volume.Root.StructTreeRoot.K) if "/Pg" in one
    }

    assert pointed_at <= pages
    assert len(pointed_at) == 5


def test_each_page_finds_its_own_tags_by_its_number(volume: pikepdf.Pdf) -> None:
    """Numbers start anew in each handout; in the volume none is used twice."""
    held = volume.Root.StructTreeRoot.ParentTree.Nums
    by_number = dict(zip(map(int, list(held)[::2]), list(held)[1::2], strict=True))
    pages = [page for page in volume.pages if "/StructParents" in page.obj]

    assert len(by_number) == len(held) // 2
    assert sorted(by_number) == list(range(len(by_number)))
    for page in pages:
        tags = by_number[int(page.obj.StructParents)]
        assert {one.Pg.objgen for one in tags if "/Pg" in one} <= {page.objgen}


def test_header_cells_are_called_by_ids_of_their_own_handout(volume: pikepdf.Pdf) -> None:
    """The same id in two handouts would tie a cell to another person's table."""
    found = elements(volume.Root.StructTreeRoot.K)
    ids = [str(one.ID) for one in found if "/ID" in one]
    called = {
        str(header)
        for one in found
        for attributes in one.get("/A", ())
        if isinstance(attributes, pikepdf.Dictionary)
        for header in attributes.get("/Headers", ())
    }
    named = volume.Root.StructTreeRoot.IDTree.Names

    assert ids
    assert len(set(ids)) == len(ids)
    assert called <= set(ids)
    assert [str(one) for one in list(named)[::2]] == sorted(ids)


def test_a_volume_says_what_it_is(volume: pikepdf.Pdf) -> None:
    """Title, language and the mark of PDF/UA, as each handout has them."""
    with volume.open_metadata() as about:
        assert about["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert about["dc:title"] == "A class"
    assert str(volume.Root.Lang) == "en"
    assert volume.Root.ViewerPreferences.DisplayDocTitle
    assert volume.Root.MarkInfo.Marked


def test_the_same_handouts_give_the_same_bytes(handouts: list[Path]) -> None:
    """No clock and no random id is in it."""
    one = merge_pdfs(handouts, title="A class", language="en")

    assert one == merge_pdfs(handouts, title="A class", language="en")


def entries_of(paths: list[Path], count: int) -> list[ManifestEntry]:
    """Pretend that a batch wrote this many handouts."""
    file = write_whole(paths[0].with_name("copy.pdf"), paths[0].read_bytes())
    return [ManifestEntry(f"p-{at:03d}", None, (file,)) for at in range(count)]


def held(volumes: tuple[Volume, ...]) -> list[tuple[str, str, str]]:
    """Give each volume's name, and the first and the last person in it."""
    return [(one.file.path.name, one.first, one.last) for one in volumes]


def test_volumes_are_filled_evenly(tmp_path: Path, handouts: list[Path]) -> None:
    """Seven people, three at most: three, three and one would leave a thin one."""
    volumes = write_volumes(tmp_path, entries_of(handouts, 7), title="Class", people=4)

    assert held(volumes) == [
        ("casecert-volume-1.pdf", "p-000", "p-003"),
        ("casecert-volume-2.pdf", "p-004", "p-006"),
    ]
    assert title_of(tmp_path / "casecert-volume-2.pdf") == "Class, volume 2 of 2"


def test_ten_volumes_lie_in_the_order_of_their_names(
    tmp_path: Path, handouts: list[Path]
) -> None:
    """A folder sorts letters: volume-10 would stand before volume-2."""
    volumes = write_volumes(tmp_path, entries_of(handouts, 10), title="Class", people=1)

    assert [name for name, _, _ in held(volumes)][:2] == [
        "casecert-volume-01.pdf",
        "casecert-volume-02.pdf",
    ]


def test_a_row_without_a_pdf_is_passed_over(tmp_path: Path, handouts: list[Path]) -> None:
    """What failed is not in the volume, and costs no other person's handout."""
    first, last = entries_of(handouts, 2)
    failed = ManifestEntry("p-9", "cell 2 of the template stopped with ValueError", ())

    assert held(write_volumes(tmp_path, [first, failed, last], title="Class")) == [
        ("casecert-volume-1.pdf", "p-000", "p-001")
    ]


def test_a_handout_that_is_no_pdf_is_told_in_words(
    tmp_path: Path, handouts: list[Path]
) -> None:
    """Somebody may have opened and saved it by another program while the batch ran."""
    (entry,) = entries_of(handouts, 1)
    entry.files[0].path.write_text("not a PDF")

    with pytest.raises(ReportError, match=r"casecert-volume-1\.pdf: expected handouts"):
        write_volumes(tmp_path, [entry], title="Class")
    assert not list(tmp_path.glob("casecert-volume*"))


def test_volumes_of_an_earlier_run_are_removed(tmp_path: Path) -> None:
    """They hold what their handouts said then; a file of somebody else's stays."""
    others = ["person-casecert-volume-1.pdf", "volume-1.pdf"]
    for name in ("casecert-volume-1.pdf", *others):
        (tmp_path / name).touch()

    remove_volumes(tmp_path)

    assert sorted(one.name for one in tmp_path.iterdir()) == others
