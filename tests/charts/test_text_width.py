"""Widths without a font at hand: lines fit, and no character is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecert_data.charts._text_width import text_width, wrap_text


@given(st.text(max_size=80), st.floats(8, 30), st.floats(40, 600), st.booleans())
def test_breaking_a_text_loses_nothing_and_fits(
    text: str,
    size: float,
    width: float,
    is_strong: bool,  # noqa: FBT001 - an example
) -> None:
    """Only blanks between words go; a word too long for a line is broken inside."""
    lines = wrap_text(text, size, width, is_strong=is_strong)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, size, is_strong=is_strong) <= width for line in lines)


def test_a_heavier_weight_takes_more_room() -> None:
    """Semibold letters are wider."""
    assert text_width("nearly half", 15, is_strong=True) > text_width("nearly half", 15)


@pytest.mark.parametrize(("marked", "plain"), [("é", "e"), ("ñ", "n"), ("Å", "A")])
def test_an_accent_takes_no_room(marked: str, plain: str) -> None:
    """Names in other languages are as wide as their letters."""
    assert text_width(marked, 15) == text_width(plain, 15)


def test_a_wide_script_is_counted_wide() -> None:
    """A Chinese character is as wide as it is high."""
    assert text_width("案", 15) == 15
