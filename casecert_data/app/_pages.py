"""The pages around the dashboards, from templates in which every value stays text."""

from functools import cache
from pathlib import Path
from typing import Any

import plotly
from fontpkg_source_sans_3 import ROOT
from jinja2 import Environment, PackageLoader, StrictUndefined

from casecert_data.catalog import brand, read_text, say
from casecert_data.catalog._messages import LANGUAGE

_HERE = Path(__file__).parent


def render(template: str, **values: Any) -> str:
    """Fill one of the package's templates; what looks like markup in a value is shown as text.

    Examples
    --------
    >>> "&lt;b&gt;" in render("fault.html", reason="<b>", do="Reload the page.")
    True
    """
    return _environment().get_template(template).render(**values)


@cache
def style() -> str:
    """Return the pages' style, with the brand's colors and type as its variables.

    Examples
    --------
    >>> "--ink:#1a1e23" in style()
    True
    """
    tokens = "".join(f"--{name}:{color};" for name, color in brand().colors.items())
    family = brand().font_family
    face = (
        f"@font-face{{font-family:'{family}';src:url('/casecert/typeface.ttf') "
        "format('truetype');font-weight:200 900;font-display:swap}"
    )
    rules = read_text(_HERE / "_dashboard.css")
    return f":root{{{tokens}--font:{brand().font_stack}}}\n{face}\n{rules}"


@cache
def script() -> str:
    """Return what a dashboard's page does by itself."""
    return read_text(_HERE / "_dashboard.js")


@cache
def typeface_bytes() -> bytes:
    """Return the typeface of every page, from the installed package.

    Examples
    --------
    >>> len(typeface_bytes()) > 100_000
    True
    """
    upright = next(path for path in ROOT.rglob("*.ttf") if "Italic" not in path.name)
    content: bytes = upright.read_bytes()
    return content


@cache
def plotly_module() -> bytes:
    """Return plotly as a module that a page can import, from the installed package.

    Examples
    --------
    >>> plotly_module()[-30:].strip().endswith(b"module.exports;")
    True
    """
    # As in the panels' own script: a function around it would be compiled twice.
    begin = b"const module={exports:{}},exports=module.exports,define=undefined;\n"
    end = b"\nexport default module.exports;\n"
    source = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    return begin + source.read_bytes() + end


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(say=say, language=LANGUAGE)
    return environment
