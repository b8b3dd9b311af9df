"""Colors on white: what passes, and what would."""

import pytest

from casecert_data.catalog import brand
from casecert_data.reporting.institution._color import (
    LEAST_CONTRAST,
    contrast_on_white,
    nearest_that_passes,
    read_color,
)


@pytest.mark.parametrize(
    ("color", "contrast"),
    [("#000000", 21), ("#ffffff", 1), ("#ff0000", 4.00), ("#777777", 4.48), ("#1d4f86", 8.35)],
)
def test_contrast_is_that_of_wcag(color: str, contrast: float) -> None:
    """Known pairs, as contrast checkers give them."""
    assert contrast_on_white(color) == pytest.approx(contrast, abs=0.005)


def test_the_paper_is_white() -> None:
    """Contrast is measured on white, so the paper has to be."""
    assert brand().colors["paper"] == "#ffffff"


@pytest.mark.parametrize("pale", ["#ffd400", "#ffffff", "#00ffff", "#ff8000", "#949596"])
def test_the_suggestion_passes_and_is_no_darker_than_need_be(pale: str) -> None:
    """One step lighter, of 256 to black, would fail."""
    suggested = nearest_that_passes(pale)
    parts = [int(suggested[at : at + 2], 16) for at in (1, 3, 5)]
    lighter = "#" + "".join(f"{min(part + 2, 255) if part else 0:02x}" for part in parts)

    assert contrast_on_white(suggested) >= LEAST_CONTRAST
    assert contrast_on_white(lighter) < LEAST_CONTRAST


@pytest.mark.parametrize(
    "text", ["", "#12", "#12345", "123456", "#12345g", "red", "#١٢٣", "#fff;}"]
)
def test_what_is_no_color_is_none(text: str) -> None:
    """Digits of other scripts and ends of a declaration are none either."""
    assert read_color(text) is None
