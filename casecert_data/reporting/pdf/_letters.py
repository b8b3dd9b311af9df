"""Letters that no installed typeface has: they stand as their codes, and it is told."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from casecert_data.catalog import say
from casecert_data.errors import SHOWN_AT_MOST
from casecert_data.reporting.pdf._fonts import extra_for

_NOT_SHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_JOINING = "\u200c\u200d\ufe0e\ufe0f"
"""What only changes the letters around it, such as the parts of one emoji."""


def letters_not_shown(diagnostic: str) -> frozenset[str]:
    r"""Find the letters for which typst has no typeface in what it says of a page.

    Examples
    --------
    >>> sorted(letters_not_shown('error: the text `"\\u{1f600}x"` could not be displayed'))
    ['😀']
    """
    found = "".join(_ESCAPED.sub(_unescaped, one) for one in _NOT_SHOWN.findall(diagnostic))
    # Whatever stands in one cluster with such a letter, plain letters have a typeface.
    return frozenset(one for one in found if not one.isascii())


def with_codes(text: str, letters: Iterable[str]) -> str:
    """Put codes where certain letters stand, those of neighbors in one pair of brackets.

    Examples
    --------
    >>> with_codes("Ann 😀😀!", "😀")
    'Ann [U+1F600 U+1F600]!'
    """
    listed = re.escape("".join(sorted(letters)))
    if not listed:
        return text
    return re.sub(f"[{listed}][{listed}{_JOINING}]*", _in_brackets, text)


def notes_on_letters(letters: Iterable[str]) -> Iterator[str]:
    """Say what stands as a code, and what would bring its typeface.

    A name of three letters is told by its three codes. So letters of a script that an extra
    brings are only counted, and the few others are sorted.

    Examples
    --------
    >>> list(notes_on_letters("😀"))
    ['the PDF shows U+1F600 as a code, because no typeface here has it']
    """
    by_extra: dict[str | None, list[str]] = defaultdict(list)
    for letter in sorted(set(letters) - set(_JOINING)):
        by_extra[extra_for(letter)].append(letter)
    for extra, found in by_extra.items():
        if extra is not None:
            yield say("pdf.missing_of_extra", count=len(found), extra=extra)
            continue
        codes = [_code(letter) for letter in found[:SHOWN_AT_MOST]]
        more = len(found) - len(codes)
        told = say("pdf.and_more", more=more) if more else ""
        yield say("pdf.missing", count=len(found), codes=", ".join(codes), more=told)


def _unescaped(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16)) if escaped[1] else escaped[2]


def _in_brackets(found: re.Match[str]) -> str:
    codes = " ".join(_code(letter) for letter in found[0] if letter not in _JOINING)
    return f"[{codes}]" if codes else ""


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"
