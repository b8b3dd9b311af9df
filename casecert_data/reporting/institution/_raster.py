"""Logos of pixels: no larger than print needs, and written anew without their metadata."""

import io
import warnings
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from PIL import Image, ImageOps

from casecert_data.errors import InstitutionError
from casecert_data.reporting.institution._size import (
    MOST_PAGE_BYTES,
    PIXELS_PER_INCH,
    size_on_page,
)
from casecert_data.reporting.model._institution import Logo

Raster = Literal["image/png", "image/jpeg"]

MOST_PIXELS = 4_000
"""On either side, before anything is unpacked."""

_MOST = f"{MOST_PIXELS} by {MOST_PIXELS} pixels"

_FORMATS = MappingProxyType({"image/png": "PNG", "image/jpeg": "JPEG"})
_JPEG_QUALITIES = (90, 80, 65)
_COLORS = (256, 64)


def raster_logo(path: Path, raw: bytes, kind: Raster) -> Logo:
    """Read a PNG or JPEG and write it anew, no larger than print needs.

    What a camera or a program wrote beside the picture (place, day, names, thumbnails) stays
    behind; a turn that it asked for is carried out.

    Raises
    ------
    InstitutionError
        If the bytes are no such picture, or it is too large.
    """
    image = _opened(path, raw, kind)
    width, height = size_on_page(path, *image.size)
    pixels = (
        min(image.width, max(1, width * PIXELS_PER_INCH // 1000)),
        min(image.height, max(1, height * PIXELS_PER_INCH // 1000)),
    )
    if image.size != pixels:
        image = image.resize(pixels, Image.Resampling.LANCZOS)
    for content in _written(image, kind):
        if len(content) <= MOST_PAGE_BYTES:
            return Logo(kind, b64encode(content).decode(), width, height)
    found = f"{len(content) // 1000} kB at {pixels[0]} by {pixels[1]} pixels"
    raise InstitutionError.logo_too_big(path, f"{MOST_PAGE_BYTES // 1000} kB on a page", found)


def _opened(path: Path, raw: bytes, kind: Raster) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # our own limit below is tighter than Pillow's
            # The header alone is read here; nothing is unpacked before its size is known.
            image = Image.open(io.BytesIO(raw), formats=(_FORMATS[kind],))
    except Image.DecompressionBombError:
        raise InstitutionError.logo_too_big(path, _MOST, "far more") from None
    except Exception:  # noqa: BLE001 - hostile bytes make Pillow raise many kinds
        raise InstitutionError.logo_not_an_image(path, _FORMATS[kind]) from None
    if max(image.size) > MOST_PIXELS:
        found = f"{image.width} by {image.height}"
        raise InstitutionError.logo_too_big(path, _MOST, found)
    try:
        upright = ImageOps.exif_transpose(image)
        has_alpha = "A" in upright.getbands() or "transparency" in upright.info
        plain = upright.convert("RGBA" if has_alpha and kind == "image/png" else "RGB")
    except Exception:  # noqa: BLE001 - as above
        raise InstitutionError.logo_not_an_image(path, _FORMATS[kind]) from None
    # A fresh image takes over the pixels and nothing else.
    fresh = Image.new(plain.mode, plain.size)
    fresh.paste(plain)
    return fresh


def _written(image: Image.Image, kind: Raster) -> Iterator[bytes]:
    """Give the picture as bytes, then again with less detail, as long as it is asked for."""
    if kind == "image/jpeg":
        for quality in _JPEG_QUALITIES:
            yield _saved(image, "JPEG", quality=quality, optimize=True)
        return
    yield _saved(image, "PNG", optimize=True)
    method = Image.Quantize.FASTOCTREE
    for colors in _COLORS:
        yield _saved(image.quantize(colors, method=method), "PNG", optimize=True)


def _saved(image: Image.Image, file_format: str, **options: Any) -> bytes:
    target = io.BytesIO()
    image.save(target, file_format, **options)
    return target.getvalue()
