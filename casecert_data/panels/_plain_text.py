"""An answer as plain text, for whoever reads a notebook without running it."""

from collections.abc import Collection, Sequence
from textwrap import fill, wrap

from casecert_data.charts import Chart

LINE = 88
"""Characters of a line, which a notebook need not break."""
_BETWEEN = "  "


def as_text(*paragraphs: str, table: str = "", chart: Chart | None = None) -> str:
    """Set paragraphs as plain text, then a table, then a chart's finding, words and table.

    Examples
    --------
    >>> as_text("One.", "Two.").splitlines()
    ['One.', '', 'Two.']
    """
    drawn = [] if chart is None else [chart.title, chart.sentence]
    told = [one for one in drawn if one not in paragraphs]
    return "\n\n".join(
        filter(
            None,
            [
                *map(_filled, paragraphs),
                table,
                *map(_filled, told),
                "" if chart is None else _chart_table(chart),
            ],
        )
    )


def text_table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: Collection[int] = ()
) -> str:
    """Set rows under their heads; a cell that is too long goes on below.

    Parameters
    ----------
    columns
        Head of each column.
    rows
        Cells, one for each column.
    numeric
        Columns, counted from 0, that are set to the right.

    Examples
    --------
    >>> print(text_table(["What", "Result"], [["CCM", "Unknown"], ["CDMS", "Not met"]]))
    What  Result
    ----  -------
    CCM   Unknown
    CDMS  Not met
    """
    widths = _widths([columns, *rows])
    lines = [
        *_lines(columns, widths, numeric),
        _BETWEEN.join("-" * width for width in widths),
        *(line for row in rows for line in _lines(row, widths, numeric)),
    ]
    return "\n".join(lines)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Give each column the room it wants; the widest gives way until a line holds all."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    too_much = sum(widths) + len(_BETWEEN) * (len(widths) - 1) - LINE
    for _ in range(max(0, too_much)):
        widths[widths.index(max(widths))] -= 1
    return widths


def _lines(row: Sequence[str], widths: Sequence[int], numeric: Collection[int]) -> list[str]:
    cells = [wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    return [
        _BETWEEN.join(
            (cell[at] if at < len(cell) else "").rjust(width)
            if column in numeric
            else (cell[at] if at < len(cell) else "").ljust(width)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ).rstrip()
        for at in range(max(map(len, cells)))
    ]


def _filled(paragraph: str) -> str:
    return "\n".join(fill(line, LINE) for line in paragraph.splitlines())


def _chart_table(chart: Chart) -> str:
    return text_table(chart.table.columns, chart.table.rows, chart.table.numeric)
