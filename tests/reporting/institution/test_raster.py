"""Logos of pixels: small, upright, and without anything beside the picture."""

import io
import zlib
from base64 import b64decode
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin
from support.logos import raster

from casecert_data.errors import InstitutionError
from casecert_data.reporting.institution._raster import Raster, raster_logo
from casecert_data.reporting.institution._size import MOST_PAGE_BYTES
from casecert_data.reporting.model._institution import Logo

FILE = Path("logo")


def content(logo: Logo) -> bytes:
    """Give the bytes that go into a page."""
    return b64decode(logo.content)


def opened(logo: Logo) -> Image.Image:
    """Open what goes into a page."""
    return Image.open(io.BytesIO(content(logo)))


def test_nothing_that_a_camera_wrote_goes_into_a_page() -> None:
    """Place, device and thumbnail stay behind; the turn that they ask for is carried out."""
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    exif[0x010F] = "Ann's camera"
    exif[0x8825] = {1: "N", 2: (46.0, 47.0, 13.0)}
    logo = raster_logo(FILE, raster(60, 240, kind="JPEG", exif=exif.tobytes()), "image/jpeg")

    assert b"Ann's camera" not in content(logo)
    assert not opened(logo).getexif()
    assert set(opened(logo).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert opened(logo).size == (240, 60)
    assert (logo.width, logo.height) == (2000, 500)


def test_nothing_that_a_program_wrote_goes_into_a_page() -> None:
    """Texts, times, profiles and what follows the end of the picture."""
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Ann Quixwell")
    told.add_itxt("Comment", "Ann Quixwell", zip=True)
    raw = raster(pnginfo=told, icc_profile=b"Ann Quixwell", dpi=(72, 72)) + b"Ann Quixwell"
    logo = raster_logo(FILE, raw, "image/png")

    assert b"Quixwell" not in content(logo)
    assert opened(logo).info == {}


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(mode: str) -> None:
    """Gray, of few colors, or with holes."""
    target = io.BytesIO()
    Image.new(mode, (200, 50)).save(target, "PNG")

    assert opened(raster_logo(FILE, target.getvalue(), "image/png")).size == (200, 50)


def test_a_see_through_background_stays_so() -> None:
    """A logo on a white box would show on the screen's gray."""
    target = io.BytesIO()
    Image.new("RGBA", (200, 50), (0, 0, 0, 0)).save(target, "PNG")
    logo = opened(raster_logo(FILE, target.getvalue(), "image/png"))

    assert logo.convert("RGBA").getpixel((5, 5)) == (0, 0, 0, 0)


def test_a_large_picture_is_brought_to_print_size() -> None:
    """300 pixels an inch are enough, and each page stays small."""
    logo = raster_logo(FILE, raster(4000, 1000), "image/png")

    assert opened(logo).size == (600, 150)
    assert len(content(logo)) <= MOST_PAGE_BYTES


def test_a_small_picture_is_not_blown_up() -> None:
    """More pixels would not make it sharper."""
    assert opened(raster_logo(FILE, raster(80, 20), "image/png")).size == (80, 20)


def test_a_picture_of_much_detail_gets_fewer_colors() -> None:
    """Then it fits, and what cannot fit is refused."""
    soft = Image.radial_gradient("L").resize((600, 150))
    many = Image.merge("RGB", (soft, soft.rotate(40), soft.rotate(80)))
    target = io.BytesIO()
    many.save(target, "PNG")
    noise = io.BytesIO()
    Image.effect_noise((750, 150), 200).convert("RGB").save(noise, "PNG")

    logo = raster_logo(FILE, target.getvalue(), "image/png")
    assert opened(logo).mode == "P"
    assert len(content(logo)) <= MOST_PAGE_BYTES
    with pytest.raises(InstitutionError, match="at most 24 kB on a page"):
        raster_logo(FILE, noise.getvalue(), "image/png")


def test_the_same_picture_gives_the_same_bytes() -> None:
    """What depends on a logo is made anew only when it changed."""
    assert raster_logo(FILE, raster(), "image/png") == raster_logo(FILE, raster(), "image/png")


def test_a_bomb_is_refused_by_its_header() -> None:
    """A few bytes that claim to be a picture of 60,000 by 60,000 are never unpacked."""
    bomb = bytearray(raster(8, 8))
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2

    with pytest.raises(InstitutionError, match="at most 4000 by 4000 pixels"):
        raster_logo(FILE, fixed_header(bytes(bomb)), "image/png")


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    """Print needs a tenth of them."""
    with pytest.raises(InstitutionError, match="4000 pixels, found 5000 by 500"):
        raster_logo(FILE, raster(5000, 500), "image/png")


@pytest.mark.parametrize("kind", ["image/png", "image/jpeg"])
@pytest.mark.parametrize(
    "raw",
    [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", raster(kind="GIF"), raster()[:70], b"\xff\xd8\xff"],
    ids=["nothing", "SVG", "start of a PNG", "GIF", "half a PNG", "start of a JPEG"],
)
def test_what_is_no_such_picture_is_refused(raw: bytes, kind: Raster) -> None:
    """Whatever the name of the file says."""
    with pytest.raises(InstitutionError, match="expected a picture as"):
        raster_logo(FILE, raw, kind)


def test_a_png_that_calls_itself_jpeg_is_refused() -> None:
    """Each kind is opened as that kind alone."""
    with pytest.raises(InstitutionError, match="expected a picture as JPEG"):
        raster_logo(FILE, raster(), "image/jpeg")


def test_a_strip_is_refused() -> None:
    """It would be a line on paper."""
    with pytest.raises(InstitutionError, match="at most 25 times the shorter"):
        raster_logo(FILE, raster(1000, 2), "image/png")


def fixed_header(png: bytes) -> bytes:
    """Give a PNG whose header was changed the check sum that fits it."""
    return png[:29] + zlib.crc32(png[12:29]).to_bytes(4, "big") + png[33:]
