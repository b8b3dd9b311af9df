"""How large a logo stands on a page, and how large it may be as a file."""

from pathlib import Path

from casecert_data.errors import InstitutionError

MOST_HEIGHT, MOST_WIDTH = 500, 2500
"""Of a logo on paper, in thousandths of an inch."""

MOST_FILE_BYTES = 1_000_000
"""Of the file that a logo is read from."""

MOST_PAGE_BYTES = 24_000
"""Of a logo as it goes into each page: a person's page in HTML or PDF stays small."""

PIXELS_PER_INCH = 300
"""Of a raster logo in print."""


MOST_RATIO = 25
"""Of the longer side to the shorter; a longer strip would be a line on paper."""


def size_on_page(path: Path, width: float, height: float) -> tuple[int, int]:
    """Fit a logo into its place, in thousandths of an inch, with its proportions kept.

    Raises
    ------
    InstitutionError
        If it is a mere strip; ``path`` is for the message.

    Examples
    --------
    >>> size_on_page(Path("logo.png"), 400, 100), size_on_page(Path("logo.png"), 1000, 100)
    ((2000, 500), (2500, 250))
    """
    if max(width, height) > MOST_RATIO * min(width, height):
        raise InstitutionError.logo_too_thin(path, MOST_RATIO, f"{width:g} by {height:g}")
    scale = min(MOST_WIDTH / width, MOST_HEIGHT / height)
    return round(width * scale), round(height * scale)
