"""What a screen reader finds in a PDF: its tagged elements and their words, in their order."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

import pikepdf
from pdfminer.pdfdevice import PDFDevice, PDFTextSeq
from pdfminer.pdfinterp import (
    PDFPageInterpreter,
    PDFResourceManager,
    PDFStackT,
    PDFTextState,
)
from pdfminer.pdfpage import PDFPage
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

Marked = Mapping[tuple[int, int], str]
"""Page and number of a marked content → its text."""


@dataclass
class Tagged:
    """One structure element."""

    name: str
    """Its kind, such as ``H1``, ``TH`` or ``Figure``."""
    entries: Any
    """Its dictionary."""
    inside: list["Tagged | str"] = field(default_factory=list)
    """Elements and texts, in reading order."""

    def all(self, *names: str) -> Iterator["Tagged"]:
        """Go through the elements inside, in reading order."""
        for one in self.inside:
            if isinstance(one, Tagged):
                if not names or one.name in names:
                    yield one
                yield from one.all(*names)

    def text(self) -> str:
        """Give the text inside, as it is read out."""
        return "".join(one if isinstance(one, str) else one.text() for one in self.inside)

    @property
    def annotation(self) -> Any:
        """The annotation of a link."""
        (found,) = (
            kid.Obj
            for kid in _kids(self.entries)
            if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
        )
        return found

    def attribute(self, name: str) -> Any:
        """Give an attribute of layout, list or table; None if it has none of this name."""
        given = self.entries.get("/A", [])
        for one in given if isinstance(given, pikepdf.Array) else [given]:
            if name in one:
                return one[name]
        return None


def squeezed(text: str) -> str:
    """Take out blanks, and the marks at which a long word may break."""
    return "".join(text.replace("\u200b", "").split())


def read_structure(pdf: pikepdf.Pdf, content: bytes) -> Tagged:
    """Read the tagged elements of a PDF, with the text of each."""
    pages: dict[Any, int] = {page.objgen: at for at, page in enumerate(pdf.pages)}
    root = Tagged("Root", pdf.Root.StructTreeRoot)
    _read_kids(root, None, pages, _marked_texts(content))
    return root


class _Texts(PDFDevice):
    """Takes the text of each marked content.

    pdfplumber cannot be asked: where one content stands in another, it forgets the outer one.
    """

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.found: dict[tuple[int, int], str] = {}
        self._page = -1
        self._open: list[_Content] = []

    def begin_page(self, *_: object) -> None:
        self._page += 1
        self._open.clear()

    def begin_tag(self, tag: PSLiteral, props: PDFStackT | None = None) -> None:
        given = cast("dict[str, Any]", props or {})
        outer = self._open[-1] if self._open else _Content()
        artifact = outer.is_artifact or tag.name == "Artifact"
        content = _Content(
            given.get("MCID", outer.mcid),
            artifact,
            "ActualText" in given,
            outer.is_reversed or tag.name == "ReversedChars",
        )
        self._open.append(content)
        if content.is_spoken:
            self._take(decode_text(given["ActualText"]), content)

    def end_tag(self) -> None:
        self._open.pop()

    def render_string(self, textstate: PDFTextState, seq: PDFTextSeq, *_: object) -> None:
        assert textstate.font is not None
        shown = (one for one in seq if isinstance(one, bytes))
        letters = (cid for one in shown for cid in textstate.font.decode(one))
        text = "".join(textstate.font.to_unichr(cid) for cid in letters)
        if self._open and not any(one.is_spoken for one in self._open):
            self._take(text, self._open[-1])

    def _take(self, text: str, content: "_Content") -> None:
        if content.mcid is not None and not content.is_artifact:
            key = (self._page, content.mcid)
            before = self.found.get(key, "")
            # Written from left to right, read from right to left, as the file says itself.
            self.found[key] = text[::-1] + before if content.is_reversed else before + text


class _Content(NamedTuple):
    """A marked content that is open."""

    mcid: int | None = None
    is_artifact: bool = False
    is_spoken: bool = False
    """Whether it says itself how it is read, whatever is drawn inside."""
    is_reversed: bool = False
    """Whether it says that its letters stand in the order of the page, not of reading."""


def _marked_texts(content: bytes) -> Marked:
    texts = _Texts(PDFResourceManager())
    interpreter = PDFPageInterpreter(texts.rsrcmgr, texts)
    for page in PDFPage.get_pages(io.BytesIO(content)):
        interpreter.process_page(page)
    return texts.found


def _read_kids(into: Tagged, page: int | None, pages: Mapping[Any, int], texts: Marked) -> None:
    own = into.entries.get("/Pg")
    page = page if own is None else pages[own.objgen]
    for kid in _kids(into.entries):
        if not isinstance(kid, pikepdf.Dictionary):
            assert page is not None
            into.inside.append(texts.get((page, int(kid)), ""))
        elif "/S" in kid:
            element = Tagged(str(kid.S).removeprefix("/"), kid)
            into.inside.append(element)
            _read_kids(element, page, pages, texts)
        elif "/MCID" in kid:
            at = pages[kid.Pg.objgen] if "/Pg" in kid else page
            assert at is not None
            into.inside.append(texts.get((at, int(kid.MCID)), ""))


def _kids(entries: Any) -> list[Any]:
    kids = entries.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
