"""What a cell or an output brings to a page: the richest form that both faces can show."""

from typing import Any

import pytest
from support.pictures import png

from casecert_data.errors import OwnCellError
from casecert_data.reporting.model._own_parts import CodePart, OwnOutput, PicturePart
from casecert_data.reporting.model._parts import TextPart
from casecert_data.reporting.model._spans import Span
from casecert_data.reporting.own._displays import PARTS_TYPE
from casecert_data.reporting.own._own_cells import (
    MOST_LINES,
    WIDGET_TYPE,
    own_cell,
    own_output,
    printed,
)


def shown(data: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    """Make an output that a cell displays."""
    return {"output_type": "display_data", "data": data, "metadata": metadata}


def test_printed_sentences_are_set_as_text() -> None:
    """A blank line parts paragraphs; other lines are kept."""
    one, two = printed("See you\nin May.\n\nBring this.\n").found

    assert one == TextPart((Span.plain("See you"), Span("break", ""), Span.plain("in May.")))
    assert two == TextPart((Span.plain("Bring this."),))


@pytest.mark.parametrize("text", ["Name   Fee\nCCM    350", "a\tb", "x\n  y"])
def test_printed_columns_are_kept_as_they_stand(text: str) -> None:
    """Whoever aligned them by blanks sees them aligned."""
    assert isinstance(printed(text).found[0], CodePart)


def test_a_terminals_colors_are_no_words() -> None:
    """They would be printed as [31m."""
    assert printed("\x1b[31mlate\x1b[0m").found == (TextPart((Span.plain("late"),)),)


def test_long_printed_lists_are_cut_and_say_so() -> None:
    """A log is no handout."""
    own = printed("x\n" * (MOST_LINES + 3))

    assert own.notes == ("cut",)
    assert own.found[-1].to_json()["inline"][0]["text"] == (  # type: ignore[union-attr]
        "Lines 201 to 203 are left out here."
    )


def test_warnings_stay_away() -> None:
    """They quote paths of the machine."""
    output = {"output_type": "stream", "name": "stderr", "text": "x.py:1: UserWarning"}

    assert own_output(output).found == ()


def test_the_richest_form_is_taken() -> None:
    """A frame as data before its HTML; Markdown before the name of its class."""
    table = OwnOutput((TextPart((Span.plain("data"),)),))
    frame = {PARTS_TYPE: table.to_json(), "text/html": "<table>", "text/plain": "  a"}
    markdown = {"text/markdown": ["*yes*", " it is"], "text/plain": "<Markdown object>"}

    assert own_output(shown(frame)).found == table.parts
    assert own_output(shown(markdown)).found == (
        TextPart((Span.strong("yes"), Span.plain(" it is"))),
    )


def test_a_result_in_plain_words_is_shown() -> None:
    """The value of the last line of a cell."""
    assert own_output(shown({"text/plain": "16"})).found == (TextPart((Span.plain("16"),)),)


@pytest.mark.parametrize("text", ["[<Line2D at 0x7f01a2b3c4d5>]", "<Figure size 640x480>"])
def test_the_name_of_a_python_object_is_left_out_and_told(text: str) -> None:
    """Its number is another one in each run."""
    own = own_output(shown({"text/plain": text}))

    assert (own.found, own.notes) == ((), ("object",))


@pytest.mark.parametrize(
    "metadata",
    [{"image/png": {"alt": "A map"}}, {"alt": "A map"}, {"image/png": {"alt": ["A"]}}],
)
def test_a_picture_with_words_comes_through(metadata: dict[str, Any]) -> None:
    """As IPython's Image gives them, or as a library says them of the output."""
    [part] = own_output(shown({"image/png": png(9, 9), "text/plain": "<I>"}, **metadata)).found

    assert isinstance(part, PicturePart)


@pytest.mark.parametrize(
    ("data", "match"),
    [
        ({"image/png": png(9, 9)}, "without words"),
        ({"text/html": "<b>Ann</b>", "text/plain": "<HTML object>"}, "of the kind text/html"),
        ({"application/javascript": "alert(1)"}, "application/javascript"),
        ({"image/svg+xml": "<svg/>", "text/plain": "x"}, "image/svg"),
        ({"text/latex": "$x$", "text/plain": "x"}, "text/latex"),
        ({WIDGET_TYPE: {"model_id": "a"}, "text/plain": "IntSlider()"}, "a widget"),
        ({PARTS_TYPE: {"parts": "Ann"}}, "a part that cannot be read"),
        ({PARTS_TYPE: {"parts": [{"part": "sources", "items": []}]}}, "cannot be read"),
    ],
)
def test_what_no_page_can_show_is_refused_without_its_words(
    data: dict[str, Any], match: str
) -> None:
    """It is never passed on, and never dropped in silence."""
    with pytest.raises(OwnCellError, match=match) as refused:
        own_output(shown(data))

    assert "Ann" not in str(refused.value)


def test_a_raw_cell_is_told() -> None:
    """It is meant for another program."""
    assert own_cell({"cell_type": "raw", "source": "\\newpage"}).notes == ("raw",)
