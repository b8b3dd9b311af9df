"""Small pictures for tests, as notebooks keep them."""

import io
from base64 import b64encode

from PIL import Image, PngImagePlugin


def png(width: int, height: int, *, said: str = "") -> str:
    """Draw a blue PNG in base64, with a text inside if one is given."""
    info = PngImagePlugin.PngInfo()
    if said:
        info.add_text("Comment", said)
    return _written(Image.new("RGB", (width, height), "#1d4f86"), "PNG", pnginfo=info)


def jpeg(width: int, height: int, *, camera: str = "", orientation: int = 1) -> str:
    """Draw a blue JPEG in base64, with a camera's name inside if one is given."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    if camera:
        exif[0x0110] = camera
    picture = Image.new("RGB", (width, height), "#1d4f86")
    return _written(picture, "JPEG", exif=exif, comment=camera.encode())


def _written(picture: Image.Image, file_format: str, **told: object) -> str:
    out = io.BytesIO()
    picture.save(out, file_format, **told)
    return b64encode(out.getvalue()).decode()
