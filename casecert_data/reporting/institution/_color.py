"""Whether a color can be seen on white paper, and the nearest darker one that can."""

import re

LEAST_CONTRAST = 3.0
"""What WCAG 2.2 asks of lines and marks (success criterion 1.4.11)."""

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_SHORT = 4
_STEPS = 256


def read_color(text: str) -> str | None:
    """Return a color as ``#`` and six small digits; None if the text is no such color.

    Examples
    --------
    >>> read_color("#09F"), read_color("blue")
    ('#0099ff', None)
    """
    folded = text.strip().casefold()
    if not _HEX.fullmatch(folded):
        return None
    if len(folded) == _SHORT:
        return "#" + "".join(digit * 2 for digit in folded[1:])
    return folded


def contrast_on_white(color: str) -> float:
    """Return the contrast of a color on white by WCAG's formula, 1 to 21.

    Examples
    --------
    >>> round(contrast_on_white("#1d4f86"), 2), round(contrast_on_white("#ffffff"), 2)
    (8.35, 1.0)
    """
    red, green, blue = (_linear(part / 255) for part in _parts(color))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def nearest_that_passes(color: str) -> str:
    """Return the same hue, only as much darker as it takes to be seen on white.

    Examples
    --------
    >>> nearest_that_passes("#1d4f86")
    '#1d4f86'
    >>> contrast_on_white(nearest_that_passes("#ffd400")) >= LEAST_CONTRAST
    True
    """
    for kept in range(_STEPS, -1, -1):
        darker = "#" + "".join(f"{part * kept // _STEPS:02x}" for part in _parts(color))
        if contrast_on_white(darker) >= LEAST_CONTRAST:
            return darker
    return "#000000"


def _parts(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
