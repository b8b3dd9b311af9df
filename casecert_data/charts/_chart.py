"""A chart as a description: its marks, its sentence and its table, from the same rows."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from math import isfinite
from typing import Any, Literal, get_args

from casecert_data.errors import ChartError

Fill = Literal["data", "missing", "possible", "bound", "span"]
"""What a piece of a bar means: it is there, is missing, may be there, is only bounded, or is
the far part of a range."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of a bar, in the unit of its lane."""

    start: float
    """Where it begins, 0 or more."""
    end: float
    """Where it ends, ``start`` or more."""
    fill: Fill
    """``data`` is solid; ``missing`` and ``possible`` are stripes; ``bound`` is a dashed
    outline with stripes that stop at an upper bound, for words without a number; ``span`` is a
    thin line, from the middle part of a range to its ends."""
    is_open: bool = False
    """Whether it goes on beyond the picture: "or more"; drawn without a closing edge."""

    def __post_init__(self) -> None:
        _check_number("segment.start", self.start)
        _check_number("segment.end", self.end)
        if self.end < self.start:
            raise ChartError.overlapping("segment.end", self.end, self.start)
        if self.fill not in get_args(Fill):
            raise ChartError.bad_part("segment.fill", f"one of {get_args(Fill)}", self.fill)
        _check("segment.is_open", "true or false", self.is_open, bool)


@dataclass(frozen=True, slots=True)
class Tick:
    """A named place on a scale."""

    at: float
    """The place, in the unit of the scale."""
    label: str
    """What stands there."""

    def __post_init__(self) -> None:
        _check_number("tick.at", self.at)
        _check("tick.label", "text", self.label, str)


@dataclass(frozen=True, slots=True)
class Lane:
    """One bar with the words around it."""

    label: str
    """Stands above the bar."""
    segments: tuple[Segment, ...]
    """From left to right, without overlap; none where nothing is known."""
    value: str = ""
    """Stands at the bar's end, strong."""
    note: str = ""
    """Stands after the value, quiet."""
    group: str = ""
    """Subhead above the first lane of the group, such as the people who were asked."""
    missing: str = ""
    """What is missing; stands above the end of the bar, at the threshold."""
    threshold: float | None = None
    """What is needed, in the unit of the lane; an ink tick."""
    threshold_label: str = ""
    """Stands beside the tick."""
    extent: float | None = None
    """Right end of the lane's own scale, where the lanes have different units."""
    marks: tuple[Tick, ...] = ()
    """Names for places on the bar, such as both ends of a range; they stand under it."""
    before: str = ""
    """Stands at the left of the bar, quiet, where there is room; else under it."""
    middle: Tick | None = None
    """A place on the bar that counts most, such as a median; an ink tick, named above it."""

    def __post_init__(self) -> None:
        texts = ("label", "value", "note", "group", "missing", "threshold_label", "before")
        for name in texts:
            _check(f"lane.{name}", "text", getattr(self, name), str)
        if not self.label.strip():
            raise ChartError.bad_part("lane.label", "words", self.label)
        _check_all("lane.segments", self.segments, Segment)
        _check_all("lane.marks", self.marks, Tick)
        for one, after in zip(self.segments, self.segments[1:], strict=False):
            if after.start < one.end:
                raise ChartError.overlapping(self.label, after.start, one.end)
        if len(self.segments) > 1 and any(one.fill == "bound" for one in self.segments):
            raise ChartError.bound_beside_number(self.label)
        if self.threshold is not None:
            _check_number(self.label, self.threshold)
        if self.middle is not None:
            _check("lane.middle", "a tick", self.middle, Tick)


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The chart's rows, for whoever reads rather than looks."""

    caption: str
    """What the table holds."""
    columns: tuple[str, ...]
    """Head of each column."""
    rows: tuple[tuple[str, ...], ...]
    """Cells, one for each column."""
    numeric: tuple[int, ...] = ()
    """Columns, counted from 0, that are set to the right."""

    def __post_init__(self) -> None:
        _check("table.caption", "text", self.caption, str)
        _check_all("table.columns", self.columns, str)
        for row in self.rows:
            _check_all("table.rows", row, str)
            if len(row) != len(self.columns):
                raise ChartError.bad_part("table.rows", f"{len(self.columns)} cells", row)
        for column in self.numeric:
            if column not in range(len(self.columns)):
                raise ChartError.off_scale("table.numeric", column, len(self.columns) - 1)


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure described once, so that every drawing of it says the same.

    Examples
    --------
    >>> bar = Lane("pay for it", (Segment(0, 58, "data"),), value="58%")
    >>> table = ChartTable("Shares", ("Who", "Share"), (("Employers", "58%"),), (1,))
    >>> chart = Chart("pay", "More than half pay.", "58% pay.", (bar,), 100, (), table)
    >>> Chart.from_json(chart.to_json()) == chart
    True
    """

    chart_id: str
    """Key of the chart, from which the ids inside a drawing are made."""
    title: str
    """The finding, as a sentence."""
    sentence: str
    """The text alternative: it says everything that the picture says."""
    lanes: tuple[Lane, ...]
    """From top to bottom; at least one."""
    extent: float
    """Right end of the common scale, which begins at 0."""
    ticks: tuple[Tick, ...]
    """Places named on the common scale; without any, no scale is drawn."""
    table: ChartTable
    """The same rows as a table."""

    def __post_init__(self) -> None:
        for name in ("chart_id", "title", "sentence"):
            _check(f"chart.{name}", "text", getattr(self, name), str)
        _check_all("chart.lanes", self.lanes, Lane)
        _check_all("chart.ticks", self.ticks, Tick)
        _check("chart.table", "a table", self.table, ChartTable)
        if not self.lanes:
            raise ChartError.without_rows(self.chart_id)
        _check_extent("chart.extent", self.extent)
        for tick in self.ticks:
            _check_place(f"{self.chart_id}, {tick.label!r}", tick.at, self.extent)
        for lane in self.lanes:
            _check_on_scale(lane, self.extent_of(lane))

    def extent_of(self, lane: Lane) -> float:
        """Return the right end of a lane's scale: its own, or the common one."""
        return self.extent if lane.extent is None else lane.extent

    def to_json(self) -> dict[str, Any]:
        """Return plain dicts, lists, text, numbers and None."""
        return {one.name: _plain(getattr(self, one.name)) for one in fields(self)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Chart":
        """Build the chart that `to_json` wrote.

        Raises
        ------
        ChartError
            If a part is unknown, left out or of another kind.
        """
        parts = _parts("chart", cls, data)
        lanes = tuple(_read_lane(one) for one in _items("chart.lanes", parts["lanes"]))
        table = _parts("chart.table", ChartTable, parts["table"])
        rows = _items("table.rows", table["rows"])
        table |= {
            "columns": _items("table.columns", table["columns"]),
            "rows": tuple(_items("table.rows", row) for row in rows),
            "numeric": _items("table.numeric", table.get("numeric", ())),
        }
        ticks = _read_ticks("chart.ticks", parts["ticks"])
        return cls(**{**parts, "lanes": lanes, "ticks": ticks, "table": ChartTable(**table)})


def _plain(part: object) -> object:
    if is_dataclass(part):
        return {one.name: _plain(getattr(part, one.name)) for one in fields(part)}
    return [_plain(one) for one in part] if isinstance(part, tuple) else part


def _read_lane(data: object) -> Lane:
    parts = _parts("lane", Lane, data)
    segments = _items("lane.segments", parts["segments"])
    read = tuple(Segment(**_parts("segment", Segment, one)) for one in segments)
    marks = _read_ticks("lane.marks", parts.get("marks", ()))
    middle = parts.get("middle")
    if middle is not None:
        middle = Tick(**_parts("lane.middle", Tick, middle))
    return Lane(**{**parts, "segments": read, "marks": marks, "middle": middle})


def _read_ticks(where: str, data: object) -> tuple[Tick, ...]:
    return tuple(Tick(**_parts("tick", Tick, one)) for one in _items(where, data))


def _parts(where: str, kind: type, data: object) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise ChartError.bad_part(where, "names with values", data)
    known = [one.name for one in fields(kind)]
    for name in data:
        if name not in known:
            raise ChartError.unknown_part(where, str(name), known)
    for one in fields(kind):
        if one.default is MISSING and one.name not in data:
            raise ChartError.left_out(where, one.name)
    return dict(data)


def _items(where: str, data: object) -> tuple[Any, ...]:
    if isinstance(data, str) or not isinstance(data, Sequence):
        raise ChartError.bad_part(where, "a list", data)
    return tuple(data)


def _check(where: str, expected: str, found: object, kind: type) -> None:
    if not isinstance(found, kind):
        raise ChartError.bad_part(where, expected, found)


def _check_all(where: str, found: Sequence[object], kind: type) -> None:
    _check(where, "a tuple", found, tuple)
    for one in found:
        _check(where, "text" if kind is str else kind.__name__.lower(), one, kind)


def _check_number(where: str, found: object) -> None:
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise ChartError.bad_part(where, "a number", found)
    if not isfinite(found) or found < 0:
        raise ChartError.bad_part(where, "a finite number of 0 or more", found)


def _check_extent(where: str, found: object) -> None:
    _check_number(where, found)
    if found == 0:
        raise ChartError.bad_part(where, "a number above 0", found)


def _check_place(where: str, found: float, extent: float) -> None:
    if found > extent:
        raise ChartError.off_scale(where, found, extent)


def _check_on_scale(lane: Lane, extent: float) -> None:
    _check_extent(lane.label, extent)
    places = [one.end for one in lane.segments] + [one.at for one in lane.marks]
    if lane.threshold is not None:
        places.append(lane.threshold)
    if lane.middle is not None:
        places.append(lane.middle.at)
    for place in places:
        _check_place(lane.label, place, extent)
