"""An institution that says all that one can say, with a logo of each kind."""

from pathlib import Path

from support.logos import PLAIN_SVG, raster

from casecert_data.reporting.institution._raster import raster_logo
from casecert_data.reporting.institution._svg import svg_logo
from casecert_data.reporting.model._institution import Contact, Institution, Logo

LOGOS = {
    "svg": svg_logo(Path("x.svg"), PLAIN_SVG.encode()),
    "png": raster_logo(Path("x.png"), raster(), "image/png"),
    "jpeg": raster_logo(Path("x.jpg"), raster(kind="JPEG"), "image/jpeg"),
}


def college(logo: Logo | None = LOGOS["svg"]) -> Institution:
    """Make an institution that says all that one can say."""
    contact = Contact(
        address="12 Harbor Road, Duluth, MN 55802",
        phone="218 555 0114",
        mail="careers@lakeside.example",
        web="https://lakeside.example/careers",
    )
    return Institution(
        "Lakeside College", logo, "#0a6b5e", contact, "Walk-in hours: Monday to Thursday."
    )
