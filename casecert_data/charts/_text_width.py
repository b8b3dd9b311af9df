"""How wide a text will be, and where to break it, without a font at hand."""

from unicodedata import combining, east_asian_width, normalize

_STRONG = 1.1
_WIDE = 1.0
_UNLISTED = 0.75
# Advance widths in thousandths of an em: for each character the wider one of Source Sans 3 and
# of Arial, which stands in for it, so that a line fits whichever of them a reader has.
_ADVANCES = {
    255: "ijl|'\u2018\u2019",
    278: " ,.:;I",
    303: "!f[]",
    338: "()-{}t",
    350: "r/\\•",
    426: '*"\u201c\u201d',
    500: "Jcksvxyz^",
    556: "#$0123456789?L_abdeghnopqu\u2013`",
    584: "+<=>~\u00d7",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    889: "Mm%",
    944: "W",
    1015: "@\u2014\u2026",
}


class _Widths(dict[str, float]):
    """The width of each character in ems; one that is not listed is told by its kind."""

    def __missing__(self, character: str) -> float:
        if combining(character):
            return 0.0
        return _WIDE if east_asian_width(character) in {"W", "F"} else _UNLISTED


_WIDTHS = _Widths(
    {one: advance / 1000 for advance, listed in _ADVANCES.items() for one in listed}
)


def text_width(text: str, size: float, *, is_strong: bool = False) -> float:
    """Estimate how wide a line will be; rather too wide than too narrow.

    Parameters
    ----------
    text
        One line.
    size
        Size of the type; the answer is in the same unit.
    is_strong
        Whether it is set in the heavier weight.

    Examples
    --------
    >>> round(text_width("nearly half", 15))
    71
    """
    return _ems(text) * size * (_STRONG if is_strong else 1)


def wrap_text(
    text: str, size: float, width: float, *, is_strong: bool = False
) -> tuple[str, ...]:
    """Break a text into lines that fit a width; a word that is wider is broken inside.

    Parameters
    ----------
    text
        Any text; white space between words becomes one blank.
    size
        Size of the type, in the unit of ``width``.
    width
        Room for a line.
    is_strong
        Whether it is set in the heavier weight.

    Examples
    --------
    >>> wrap_text("require their employees to hold it", 15, 150)
    ('require their', 'employees to hold it')
    """
    lines: list[str] = []
    line, reached = "", 0.0
    heavier = _STRONG if is_strong else 1
    for word in text.split():
        added = f" {word}" if line else word
        longer = _ems(added, reached)
        if longer * size * heavier <= width:
            line, reached = line + added, longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, size, width, is_strong=is_strong)
        lines.extend(full)
        reached = _ems(line)
    return (*lines, line) if line else tuple(lines)


def _pieces(word: str, size: float, width: float, *, is_strong: bool) -> list[str]:
    pieces = [""]
    for one in word:
        # A mark that sits on a letter stays on it.
        fits = text_width(pieces[-1] + one, size, is_strong=is_strong) <= width
        if pieces[-1] and not fits and not combining(one):
            pieces.append("")
        pieces[-1] += one
    return pieces


def _ems(text: str, before: float = 0.0) -> float:
    """Add the widths of characters to what stands before them on the line."""
    return sum(map(_WIDTHS.__getitem__, normalize("NFD", text)), before)
