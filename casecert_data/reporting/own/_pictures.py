"""An educator's own pictures: checked, and freed of all that is not seen."""

import io
from base64 import b64decode, b64encode
from binascii import Error as Base64Error

from PIL import Image, ImageOps

from casecert_data.errors import OwnCellError
from casecert_data.reporting.model._own_parts import PicturePart

MEDIA = ("image/png", "image/jpeg")
"""Kinds of pictures that both faces of a page can show."""

LARGEST_BYTES = 500_000
"""A page goes by e-mail, thousands of times over; more than this is a photograph unreduced."""

MOST_PIXELS = 4_000_000
"""A small file can hold a picture that would fill the memory."""

_SCREEN_PX = 96
_QUALITY = 88
_FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg"}


def read_picture(media: str, data: str, text: str) -> PicturePart:
    """Check a picture and write it anew, without place, camera and every other remark in it.

    Parameters
    ----------
    media
        One of `MEDIA`, as its place in the notebook says.
    data
        The file in base64.
    text
        What it shows, in words.

    Raises
    ------
    OwnCellError
        If it has no words, is of another kind, too large, or cannot be read.
    """
    if not text.strip():
        raise OwnCellError.picture_without_words()
    try:
        content = b64decode("".join(data.split()), validate=True)
    except (Base64Error, ValueError):
        raise OwnCellError.picture_unreadable() from None
    if len(content) > LARGEST_BYTES:
        raise OwnCellError.picture_too_large(LARGEST_BYTES // 1000)
    if media not in MEDIA:
        raise OwnCellError.picture_unreadable()
    try:
        with Image.open(io.BytesIO(content), formats=tuple(_FORMATS)) as opened:
            is_small = opened.width * opened.height <= MOST_PIXELS
            found, shrink = str(opened.format), _SCREEN_PX / _dots_per_inch(opened)
            upright = ImageOps.exif_transpose(opened) if is_small else opened
            drawn = _written(upright, found) if is_small else b""
            width, height = upright.width, upright.height
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise OwnCellError.picture_unreadable() from None
    if not is_small:
        raise OwnCellError.picture_too_large(LARGEST_BYTES // 1000)
    return PicturePart(
        media=_FORMATS[found],  # type: ignore[arg-type]  # its values are the two that it names
        data=b64encode(drawn).decode(),
        text=text.strip(),
        width=max(1, round(width * shrink)),
        height=max(1, round(height * shrink)),
    )


def _written(picture: Image.Image, file_format: str) -> bytes:
    """Write the pixels, and none of the texts, places and clocks that came with them."""
    bare = picture.copy()
    # Pillow writes some of these again by itself, such as a comment.
    bare.info = {name: bare.info[name] for name in ("transparency",) if name in bare.info}
    out = io.BytesIO()
    if file_format == "PNG":
        bare.save(out, "PNG", optimize=True)
    else:
        bare.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()


def _dots_per_inch(picture: Image.Image) -> float:
    """Return how fine a picture says that it is, or a screen's own measure."""
    dots = picture.info.get("dpi", (_SCREEN_PX, _SCREEN_PX))[0]
    # Nothing below a screen's measure: such a value is a leftover, and would blow it up.
    return max(float(dots), _SCREEN_PX) if float(dots) > 1 else _SCREEN_PX
