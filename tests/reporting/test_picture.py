"""A chart as PNG: as wide as it is asked to be, with its words, the same every time."""

import struct
import zlib
from collections.abc import Iterator

import pytest
from support.sample_charts import HOSTILE, statistic

from casecert_data.catalog import table
from casecert_data.charts import Chart, support_bars
from casecert_data.errors import ChartError
from casecert_data.reporting.pdf import draw_png

HEAD = b"\x89PNG\r\n\x1a\n"


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the chunks of a PNG, each checked by its sum."""
    assert png.startswith(HEAD)
    at = len(HEAD)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert png[at + 8 + length : at + 12 + length] == struct.pack(
            ">I", zlib.crc32(kind + data)
        )
        yield kind, data
        at += 12 + length


def texts(png: bytes) -> dict[str, str]:
    """Return the texts inside a PNG."""
    found = (data.split(b"\0", 1) for kind, data in chunks(png) if kind == b"iTXt")
    return {name.decode(): text[4:].decode() for name, text in found}


def shipped_chart() -> Chart:
    """Return the chart on what employers do."""
    return support_bars(table("employer_support"))


@pytest.mark.parametrize("scale", [1, 2, 4])
def test_a_picture_has_the_pixels_that_are_asked_for(scale: int) -> None:
    """The drawing is 640 px wide with its own margins of 1, and 8 at each side."""
    kind, header = next(chunks(draw_png(shipped_chart(), scale=scale)))

    assert kind == b"IHDR"
    assert struct.unpack(">I", header[:4]) == ((640 + 16) * scale,)


def test_the_words_of_a_chart_go_along() -> None:
    """Whoever puts the picture into a page finds its text alternative inside."""
    chart = shipped_chart()

    assert texts(draw_png(chart)) == {
        "Title": chart.title,
        "Description": chart.sentence,
        "Software": "casecert",
    }


def test_a_picture_has_no_clock_and_is_the_same_every_time() -> None:
    """Nor the name of a machine: only these kinds of chunks are in it."""
    png = draw_png(shipped_chart())

    assert png == draw_png(shipped_chart())
    assert {kind for kind, _ in chunks(png)} <= {b"IHDR", b"iTXt", b"IDAT", b"IEND", b"pHYs"}


def test_hostile_words_stay_words() -> None:
    """They neither stop the typesetter nor break the file."""
    chart = support_bars([statistic(HOSTILE, "=cmd", "58")])

    assert set(texts(draw_png(chart))) == {"Title", "Description", "Software"}


@pytest.mark.parametrize("scale", [0, 9, -1])
def test_a_scale_without_measure_is_refused(scale: int) -> None:
    """A picture of a hundred thousand pixels would take all of the memory."""
    with pytest.raises(ChartError, match=r"scale: expected a whole number from 1 to 8, found"):
        draw_png(shipped_chart(), scale=scale)
