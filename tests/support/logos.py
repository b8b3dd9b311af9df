"""Logos for tests: plain ones, ones that tell too much, and ones that mean harm."""

import io
from typing import Any

from PIL import Image

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

PLAIN_SVG = f"""<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
{SVG} xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
 viewBox="0 0 200 50" sodipodi:docname="secret/logo.svg" class="x">
<title>Draft by Ann Quixwell</title>
<metadata><x:name xmlns:x="urn:x">Ann Quixwell</x:name></metadata>
<sodipodi:namedview id="view"/>
<!-- Ann Quixwell -->
<defs><linearGradient id="shade"><stop offset="0" stop-color="#0a6b5e"/></linearGradient>
<linearGradient id="same" xlink:href="#shade"/></defs>
<g style="stroke:#fff;stroke-width:4;-inkscape-font-specification:Sans">
<circle cx="25" cy="25" r="20" fill="url('#same')"/></g>
<path d="M60 10h40v30H60z" fill="rgb(10%, 20%, 30%)" transform="rotate(-3.5)"/>
</svg>"""
"""As an editor saves it, with what it notes about file, person and window."""


def svg(inside: str = "", *, more: str = "") -> str:
    """Write an SVG of 20 by 10 with something inside, and more in its first element."""
    return f'{SVG} viewBox="0 0 20 10" {more}>{inside}<rect width="9" height="9"/></svg>'


ATTACKS = {
    "script": svg("<script>alert(1)</script>"),
    "script of another name": svg('<g><script href="data:,alert(1)"/></g>'),
    "handler": svg(more='onload="alert(1)"'),
    "handler on a shape": svg('<circle r="2" ONCLICK="alert(1)"/>'),
    "foreign object": svg(
        "<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>"
    ),
    "image": svg('<image href="https://tracker.example/x.png"/>'),
    "image of a file": svg('<image xlink:href="file:///etc/passwd"/>'),
    "link": svg('<a href="javascript:alert(1)"><rect width="2" height="2"/></a>'),
    "use of another file": svg('<use href="other.svg#x"/>'),
    "copies of copies": svg('<g id="a"/><use href="#a"/><use href="#a"/>'),
    "style import": svg("<style>@import url(https://tracker.example/x.css)</style>"),
    "style from elsewhere": svg(
        "<style>.a{fill:url(https://tracker.example/#a)}</style><g class='a'/>"
    ),
    "style for what is inside": svg("<style>g .a{fill:red}</style>"),
    "style for an attribute": svg('<style>[id^="a"]{fill:red}</style>'),
    "style with a typeface": svg("<style>@font-face{src:url(//tracker.example)}</style>"),
    "style that is none": svg("<style>}{</style>"),
    "style that moves": svg("<style>.a{transform:rotate(9deg)}</style><g class='a'/>"),
    "style that mixes": svg('<g style="mix-blend-mode:multiply"/>'),
    "clips in clips": svg(
        "".join(
            f'<clipPath id="c{at}"><g clip-path="url(#c{at + 1})"/>'
            f'<g clip-path="url(#c{at + 1})"/></clipPath>'
            for at in range(30)
        )
    ),
    "mask": svg('<g mask="url(#m)"/>'),
    "animation": svg('<rect><animate attributeName="href" to="javascript:alert(1)"/></rect>'),
    "set": svg('<rect><set attributeName="onclick" to="alert(1)"/></rect>'),
    "filter": svg('<filter id="f"><feImage href="https://tracker.example/"/></filter>'),
    "paint from elsewhere": svg('<rect fill="url(https://tracker.example/#a)"/>'),
    "paint as data": svg('<rect style="fill:url(data:image/svg+xml;base64,AAAA)"/>'),
    "paint behind an escape": svg(r'<rect fill="u\72l(https://tracker.example/#a)"/>'),
    "gradient from elsewhere": svg('<radialGradient href="https://tracker.example/#a"/>'),
    "text": svg("<text>Lakeside</text>"),
    "entity": '<!DOCTYPE svg [<!ENTITY a "x">]>' + svg("<g>&a;</g>"),
    "entities of entities": '<!DOCTYPE svg [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]>'
    + svg("&b;"),
    "entity from a file": '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + svg("&a;"),
    "too deep": svg("<g>" * 5000 + "</g>" * 5000),
    "too many": svg("<g/>" * 5000),
    "too long": svg(f'<path d="M0 0{"h1" * 20_000}"/>'),
    "no size": f"{SVG}/>",
    "size without end": f'{SVG} viewBox="0 0 1e999 10"/>',
    "size of nothing": f'{SVG} viewBox="0 0 0 10"/>',
    "strip": f'{SVG} viewBox="0 0 1000 1"/>',
    "another kind of XML": "<html xmlns='http://www.w3.org/1999/xhtml'><script/></html>",
    "not closed": f"{SVG}><g></svg>",
    "another encoding": '<?xml version="1.0" encoding="none-such"?><svg/>',
    "no XML": "GIF89a",
    "nothing but blanks": "  \n",
}
"""Each is refused. What a browser would do with one is in its words."""


def raster(
    width: int = 240, height: int = 60, *, mode: str = "RGB", kind: str = "PNG", **saving: Any
) -> bytes:
    """Write a raster logo: a dark field with a light corner, so that its turn can be seen."""
    image = Image.new(mode, (width, height), (10, 107, 94) if mode == "RGB" else None)
    image.paste((255, 255, 255) if mode == "RGB" else 255, (0, 0, width // 2, height // 2))
    target = io.BytesIO()
    image.save(target, kind, **saving)
    return target.getvalue()
