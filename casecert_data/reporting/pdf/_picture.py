"""Draw a chart as PNG, by the typesetter of the PDF: no browser, and the fonts are ours."""

import struct
import zlib

import typst

from casecert_data.catalog import brand
from casecert_data.charts import Chart, draw_svg, shown_text
from casecert_data.errors import ChartError, PageError
from casecert_data.reporting.pdf._fonts import shipped_fonts
from casecert_data.reporting.pdf._page import refuse_forked_child
from casecert_data.reporting.pdf._svg import with_weights_for_typst

_POINTS_PER_INCH = 72
_MARGIN = 8
_SCALES = range(1, 9)
_DRAWING = f"""
#set page(width: auto, height: auto, margin: {_MARGIN}pt, fill: rgb(sys.inputs.paper))
#image(bytes(sys.inputs.svg), format: "svg", width: {{width}}pt)
"""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NO_MORE = 5
"""Zeros behind a text's name: its end, two for "not packed", no language, no other name."""
_HEADER_BYTES = 25
"""Length of a PNG's first chunk, which holds its size."""


def draw_png(chart: Chart, *, scale: int = 2, width: float = 640) -> bytes:
    """Draw a chart as PNG on white, with its finding and its sentence inside as text.

    Equal charts give equal bytes: only fonts that are shipped are used, and no date is in the
    file. The texts are PNG's own ``Title`` and ``Description``; ``Software`` names casecert.

    Parameters
    ----------
    chart
        What is drawn.
    scale
        Pixels for each px of the drawing, 1 to 8: 2 for a screen, 4 for print.
    width
        Width of the drawing in px, without its margin of 8.

    Returns
    -------
    bytes
        The file's content.

    Raises
    ------
    ChartError
        If the scale is another.
    PageError
        If the typesetter refuses the drawing.

    Examples
    --------
    >>> from casecert_data.charts import ChartTable, Lane, Segment
    >>> bar = Lane("pay", (Segment(0, 58, "data"),), value="58%")
    >>> table = ChartTable("Shares", ("Share",), (("58%",),))
    >>> draw_png(Chart("pay", "Most pay.", "58% pay.", (bar,), 100, (), table))[1:4]
    b'PNG'
    """
    if scale not in _SCALES:
        raise ChartError.bad_part("scale", "a whole number from 1 to 8", scale)
    refuse_forked_child()
    svg = with_weights_for_typst(draw_svg(chart, width=width))
    try:
        drawn, _ = typst.compile_with_warnings(
            _DRAWING.format(width=width).encode(),
            format="png",
            ppi=_POINTS_PER_INCH * scale,
            font_paths=shipped_fonts(),
            sys_inputs={"svg": svg, "paper": brand().colors["paper"]},
        )
    except typst.TypstError as fault:
        raise PageError.not_typeset(fault.message) from None
    said = {"Title": chart.title, "Description": chart.sentence, "Software": "casecert"}
    return _with_texts(drawn, said)


def _with_texts(png: bytes, said: dict[str, str]) -> bytes:
    """Put texts right behind the header, as PNG's own chunks of UTF-8."""
    at = len(_SIGNATURE) + _HEADER_BYTES
    texts = b"".join(
        _chunk(b"iTXt", name.encode("latin-1") + b"\0" * _NO_MORE + shown_text(text).encode())
        for name, text in said.items()
    )
    return png[:at] + texts + png[at:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check
