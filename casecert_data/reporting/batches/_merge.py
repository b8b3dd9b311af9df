"""Several PDF handouts in one file to print: each person begins on a right-hand page."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path

from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    Page,
    Pdf,
    PdfError,
    String,
)

__all__ = ["PdfError", "merge_pdfs"]

_PDFUA = "http://www.aiim.org/pdfua/ns/id/"


def merge_pdfs(paths: Sequence[Path], *, title: str, language: str) -> bytes:
    """Put tagged PDF files behind one another, tags, alternatives and bookmarks included.

    Each file begins on a right-hand page: where the one before has an odd number of pages, a
    blank page follows it. The same files give the same bytes.

    Parameters
    ----------
    paths
        PDF/UA-1 files as `render_pdf` makes them, in the order of the volume.
    title
        Title of the volume.
    language
        Language of its words, such as ``en``.

    Returns
    -------
    bytes
        One PDF/UA-1 file, with a bookmark for each file in it, named as that file's title.

    Raises
    ------
    pikepdf.PdfError
        If one of the files is no PDF.

    Examples
    --------
    >>> import tempfile
    >>> from casecert_data.reporting.model import _blocks
    >>> from casecert_data.reporting.pdf import render_pdf
    >>> page = _blocks.Page("Where you stand", "en", (_blocks.Head((), (), "Where you stand"),))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "one.pdf"
    ...     size = path.write_bytes(render_pdf(page))
    ...     volume = merge_pdfs([path, path], title="Two handouts", language="en")
    >>> len(Pdf.open(BytesIO(volume)).pages)
    3
    """
    with ExitStack() as opened:
        volume = _Volume(opened.enter_context(Pdf.new()), title, language)
        for path in paths:
            # What is copied from a file is read from it when the volume is saved.
            volume.add(opened.enter_context(Pdf.open(path)))
        return volume.to_bytes()


class _Volume:
    """A tagged PDF that grows by one handout at a time."""

    def __init__(self, pdf: Pdf, title: str, language: str) -> None:
        self._pdf = pdf
        self._title = title
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root, K=Array())
        )
        self._roles = Dictionary()
        self._numbered = Array()
        self._named: dict[str, Object] = {}
        self._next_number = 0
        self._bookmarks: list[Object] = []
        pdf.Root.Lang = String(language)
        pdf.Root.MarkInfo = Dictionary(Marked=True, Suspects=False)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        self._describe(title, language)

    def add(self, handout: Pdf) -> None:
        if len(self._pdf.pages) % 2:
            self._pdf.add_blank_page(page_size=_size(self._pdf.pages[-1]))
            self._pdf.pages[-1].obj.Tabs = Name.S
        first = len(self._pdf.pages)
        # The pages come before the tags, which then point at the copied ones.
        self._pdf.pages.extend(handout.pages)
        pages = [page.obj for page in self._pdf.pages[first:]]
        self._take_tags(self._pdf.copy_foreign(handout.Root.StructTreeRoot), pages)
        bookmark = Dictionary(
            Title=String(str(handout.docinfo.get("/Title", ""))),
            Dest=Array([pages[0], Name.Fit]),
        )
        self._bookmarks.append(self._pdf.make_indirect(bookmark))

    def to_bytes(self) -> bytes:
        self._root.K = Array([self._document])
        self._root.RoleMap = self._roles
        self._root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=self._numbered))
        self._root.ParentTreeNextKey = self._next_number
        if self._named:
            names = Array()
            for key in sorted(self._named):
                names.extend([String(key), self._named[key]])
            self._root.IDTree = self._pdf.make_indirect(Dictionary(Names=names))
        self._pdf.Root.StructTreeRoot = self._root
        self._pdf.Root.Outlines = self._outlines()
        whole = BytesIO()
        self._pdf.save(
            whole, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate
        )
        return whole.getvalue()

    def _describe(self, title: str, language: str) -> None:
        self._pdf.docinfo["/Title"] = title
        with self._pdf.open_metadata(
            set_pikepdf_as_editor=False, update_docinfo=False
        ) as about:
            about.register_xml_namespace(_PDFUA, "pdfuaid")
            about["dc:title"] = title
            about["dc:language"] = {language}
            about[f"{{{_PDFUA}}}part"] = "1"

    def _take_tags(self, tree: Object, pages: Sequence[Object]) -> None:
        for role, meaning in tree.get("/RoleMap", Dictionary()).items():
            self._roles[role] = meaning
        for element in _as_list(tree.K):
            element.S, element.P = Name.Part, self._document
            self._document.K.append(element)
        self._take_numbers(tree, pages)
        self._take_names(tree)

    def _take_numbers(self, tree: Object, pages: Sequence[Object]) -> None:
        # Each page and each link says under which number the tree keeps what it belongs to.
        for page in pages:
            page.StructParents = int(page.StructParents) + self._next_number
            for annotation in page.get("/Annots", ()):
                annotation.StructParent = int(annotation.StructParent) + self._next_number
        numbered = list(tree.ParentTree.Nums)
        for number, held in zip(numbered[::2], numbered[1::2], strict=True):
            self._numbered.append(int(number) + self._next_number)
            self._numbered.append(held)
        self._next_number += int(tree.ParentTreeNextKey)

    def _take_names(self, tree: Object) -> None:
        # Header cells are called by ids, which are the same in each handout.
        prefix = f"{len(self._bookmarks) + 1}-"
        for element in _elements(tree.K):
            if "/ID" in element:
                element.ID = String(prefix + str(element.ID))
                self._named[str(element.ID)] = element
            for attributes in _as_list(element.get("/A", Array())):
                if isinstance(attributes, Dictionary) and "/Headers" in attributes:
                    called = [String(prefix + str(one)) for one in attributes.Headers]
                    attributes.Headers = Array(called)

    def _outlines(self) -> Object:
        outlines = self._pdf.make_indirect(
            Dictionary(Type=Name.Outlines, Count=len(self._bookmarks))
        )
        for at, bookmark in enumerate(self._bookmarks):
            bookmark.Parent = outlines
            if at:
                bookmark.Prev, self._bookmarks[at - 1].Next = self._bookmarks[at - 1], bookmark
        outlines.First, outlines.Last = self._bookmarks[0], self._bookmarks[-1]
        return outlines


def _size(page: Page) -> tuple[int, int]:
    _, _, width, height = (int(one) for one in page.mediabox)
    return width, height


def _elements(held: Object) -> Iterator[Object]:
    waiting = list(_as_list(held))
    while waiting:
        one = waiting.pop()
        # The others are numbers and references of what stands on the page.
        if isinstance(one, Dictionary) and "/S" in one:
            yield one
            waiting.extend(_as_list(one.get("/K", Array())))


def _as_list(held: Object) -> Sequence[Object]:
    return list(held) if isinstance(held, Array) else [held]
