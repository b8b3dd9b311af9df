"""An educator's own pictures: whole, small enough, and silent on whoever took them."""

from base64 import b64decode, b64encode

import pytest
from support.pictures import jpeg, png

from casecert_data.errors import OwnCellError
from casecert_data.reporting.own._pictures import LARGEST_BYTES, read_picture


def test_a_picture_says_nothing_that_is_not_seen() -> None:
    """A phone writes place and owner into a photograph."""
    photograph = read_picture("image/jpeg", jpeg(30, 20, camera="Quixwell's"), "A room")
    drawing = read_picture("image/png", png(30, 20, said="Quixwell"), "A room")

    assert b"Quixwell" in b64decode(jpeg(30, 20, camera="Quixwell's"))
    assert b"Quixwell" not in b64decode(photograph.data) + b64decode(drawing.data)


def test_a_photograph_stands_upright() -> None:
    """A camera notes how it was held, and that note is taken out with the others."""
    part = read_picture("image/jpeg", jpeg(30, 20, orientation=6), "A room")

    assert (part.width, part.height) == (20, 30)


def test_the_kind_is_read_from_the_file() -> None:
    """A notebook may call a JPEG a PNG; a browser would believe it."""
    assert read_picture("image/png", jpeg(3, 2), "A room").media == "image/jpeg"


@pytest.mark.parametrize(
    ("media", "data", "text", "match"),
    [
        ("image/png", png(2, 2), " ", "without words"),
        ("image/png", "no base64!", "A room", "no whole PNG"),
        ("image/png", png(90, 90)[:80], "A room", "no whole PNG"),
        ("image/svg+xml", b64encode(b"<svg/>").decode(), "A room", "no whole PNG"),
        ("image/gif", png(2, 2), "A room", "no whole PNG"),
        ("image/png", b64encode(bytes(LARGEST_BYTES + 1)).decode(), "A room", "500 kB"),
        ("image/png", png(2100, 2100), "A room", "4 million pixels"),
    ],
)
def test_a_picture_that_no_page_can_hold_is_refused(
    media: str, data: str, text: str, match: str
) -> None:
    """With what to do about it."""
    with pytest.raises(OwnCellError, match=match):
        read_picture(media, data, text)
