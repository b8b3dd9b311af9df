"""Where each mark and each line of words of a chart stands; every drawing of it uses this."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from casecert_data.charts._chart import Chart, Lane, Segment, Tick
from casecert_data.charts._text_width import text_width, wrap_text
from casecert_data.charts._theme import Measures, inks

Anchor = Literal["start", "middle", "end"]

RUN_GAP = 9.0
"""Room between two runs of a line, in px."""
_GAP = 8.0
_SLACK = 3.0
_LEADING = 1.35
_OVERHANG = 4.0
_LEAST_PLOT = 0.6
_LONGEST_NAME = 0.2
_TICK = 5.0
_TICK_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one size, weight and color."""

    text: str
    size: float
    """In px."""
    tone: str
    """Name of its color in the brand."""
    is_strong: bool = False

    @property
    def width(self) -> float:
        """Estimated width in px."""
        return text_width(self.text, self.size, is_strong=self.is_strong)


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words. It stands at ``at`` of the plot's width, moved by ``shift`` px."""

    runs: tuple[Run, ...]
    at: float
    shift: float
    baseline: float
    """In px from the top."""
    anchor: Anchor = "start"

    @property
    def width(self) -> float:
        """Estimated width in px."""
        return sum(one.width for one in self.runs) + RUN_GAP * (len(self.runs) - 1)


@dataclass(frozen=True, slots=True)
class Bar:
    """A segment in its place; ``left`` and ``right`` are shares of the plot's width."""

    segment: Segment
    extent: float
    """Right end of the scale that the segment's numbers are on."""
    left: float
    right: float
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; ``left`` and ``right`` are shares of the plot's width, the rest px."""

    left: float
    right: float
    top: float
    bottom: float
    thickness: float
    tone: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with everything in its place."""

    width: float
    height: float
    plot: float
    """Width in px that the scale from 0 to its end takes; the rest is for words."""
    bars: tuple[Bar, ...]
    rules: tuple[Rule, ...]
    words: tuple[Words, ...]


def place_chart(chart: Chart, width: float, measures: Measures) -> Picture:
    """Give every mark and every line of words of a chart its place.

    Nothing overlaps and nothing is cut at this width, nor at any greater one if the room to the
    right of the plot is kept and the plot takes the rest.

    Parameters
    ----------
    chart
        What is drawn.
    width
        Room in px.
    measures
        Sizes of type and bars.

    Examples
    --------
    >>> from casecert_data.charts import ChartTable, PRINT
    >>> bar = Lane("pay for it", (Segment(0, 58, "data"),), value="58%")
    >>> table = ChartTable("Shares", ("Share",), (("58%",),))
    >>> chart = Chart("pay", "Most pay.", "58% pay.", (bar,), 100, (), table)
    >>> place_chart(chart, 380, PRINT).height
    46.0
    """
    page = _Page(chart, width, measures)
    group = ""
    for lane in chart.lanes:
        if lane.group and lane.group != group:
            page.add_group(lane.group)
        else:
            page.add_space(0.6)
        group = lane.group
        page.add_lane(lane)
    if chart.ticks:
        page.add_scale()
    return page.picture()


class _Page:
    """Places one thing under the other; ``y`` is where the next one may begin."""

    def __init__(self, chart: Chart, width: float, measures: Measures) -> None:
        self.chart, self.width, self.m = chart, width, measures
        self.plot = _plot_width(chart, width, measures)
        # In all lanes or in none, so that the bars of a chart look alike.
        self.shares_line = all(self._has_room_for_missing(lane) for lane in chart.lanes)
        self.shares_middle = all(self._has_room_for_middle(lane) for lane in chart.lanes)
        self.y = 0.0
        self.bars: list[Bar] = []
        self.rules: list[Rule] = []
        self.words: list[Words] = []

    def picture(self) -> Picture:
        return Picture(
            width=self.width,
            height=float(round(self.y + 1)),
            plot=self.plot,
            bars=tuple(self.bars),
            rules=tuple(self.rules),
            words=tuple(self.words),
        )

    def add_space(self, lines: float) -> None:
        """Leave room, but not at the top."""
        self.y += self.m.label * lines if self.y else 0

    def add_group(self, name: str) -> None:
        self.add_space(1)
        self._lines(_strong(name, self.m.label), self.m.label * 1.55)

    def add_lane(self, lane: Lane) -> None:
        self._head(lane)
        self._name_middle(lane)
        top = self.y + _OVERHANG + 1
        extent = self.chart.extent_of(lane)
        for one in lane.segments:
            left, right = one.start / extent, one.end / extent
            height = self.m.bar * inks()[one.fill].share
            at = top + (self.m.bar - height) / 2
            self.bars.append(Bar(one, extent, left, right, at, height))
        self._edges(lane, extent, top)
        middle = top + self.m.bar / 2
        beside = _beside(lane, extent, self.width, self.m)
        if beside:
            self._say(beside, _reach(lane, extent), _GAP, middle + self.m.label * 0.36)
        before = self._before(lane, extent)
        if before:
            start = lane.segments[0].start / extent
            self._say((before,), start, -_GAP, middle + self.m.label * 0.36, "end")
        self.y = top + self.m.bar + _OVERHANG
        self._below(lane, extent, beside)

    def add_scale(self) -> None:
        self.y += self.m.label
        self.rules.append(Rule(0, 1, self.y, self.y, 1, "line-strong"))
        baseline = self.y + _TICK + self.m.note * 1.1
        placed: list[Words] = []
        for tick in self.chart.ticks:
            at = tick.at / self.chart.extent
            self.rules.append(Rule(at, at, self.y, self.y + _TICK, 1, "line-strong"))
            anchor: Anchor = "middle" if at else "start"
            name = Words((_quiet(tick.label, self.m),), at, 0, baseline, anchor)
            if self._is_free(name, placed):
                placed.append(name)
        self.words.extend(placed)
        self.y = baseline + self.m.note * 0.3

    def _head(self, lane: Lane) -> None:
        self._lines(_label(lane, self.m), self.m.label * _LEADING)
        missing = _missing(lane, self.m)
        if missing is None:
            return
        tick = self._tick(lane)
        if missing.width + _GAP > tick * self.plot:
            self._lines(missing, self.m.label * _LEADING)
            return
        if not self.shares_line:
            self.y += self.m.label * _LEADING
        baseline = self.y - self.m.label * (_LEADING - 1)
        self._say((missing,), tick, -_GAP * 0.75, baseline, "end")

    def _has_room_for_missing(self, lane: Lane) -> bool:
        """Find whether what is missing can stand in the last line of the label."""
        missing = _missing(lane, self.m)
        if missing is None:
            return True
        last = self._broken(_label(lane, self.m))[-1]
        return last.width + missing.width + _GAP * 2.5 <= self._tick(lane) * self.plot

    def _name_middle(self, lane: Lane) -> None:
        if lane.middle is None:
            return
        if not self.shares_middle:
            self.y += self.m.label * _LEADING
        name = self._middle(lane, lane.middle)
        baseline = self.y - self.m.label * (_LEADING - 1)
        self._say(name.runs, name.at, name.shift, baseline, "middle")

    def _has_room_for_middle(self, lane: Lane) -> bool:
        """Find whether the name of the middle can stand in the last line of the label."""
        if lane.middle is None:
            return True
        name = self._middle(lane, lane.middle)
        left = name.at * self.plot + name.shift - name.width / 2
        return self._broken(_label(lane, self.m))[-1].width + _GAP * 2.5 <= left

    def _middle(self, lane: Lane, tick: Tick) -> Words:
        """Return the name of the middle, moved so that it is inside."""
        at = tick.at / self.chart.extent_of(lane)
        name = Words((_strong(tick.label, self.m.label),), at, 0, 0, "middle")
        left, right = self._ends(name)
        return replace(name, shift=max(0.0, -left) - max(0.0, right + _SLACK - self.width))

    def _tick(self, lane: Lane) -> float:
        return (lane.threshold or 0) / self.chart.extent_of(lane)

    def _edges(self, lane: Lane, extent: float, top: float) -> None:
        bottom = top + self.m.bar + _OVERHANG
        self.rules.append(Rule(0, 0, top - _OVERHANG, bottom, 1.5, "ink"))
        bounds = [one.end for one in lane.segments if one.fill == "bound"]
        thresholds = [] if lane.threshold is None else [lane.threshold]
        for place in bounds + thresholds:
            at = place / extent
            self.rules.append(Rule(at, at, top - _OVERHANG, bottom, 2, "ink"))
        if lane.middle is not None:
            at = lane.middle.at / extent
            # A gap of paper keeps the tick apart from the bar, also in gray.
            self.rules.append(Rule(at, at, top, top + self.m.bar, _TICK_GAP, "paper"))
            self.rules.append(Rule(at, at, top - _OVERHANG, bottom, 2, "ink"))

    def _before(self, lane: Lane, extent: float) -> Run | None:
        """Return the words at the left of the bar, if they have room there."""
        run = _quiet(lane.before, self.m)
        start = lane.segments[0].start / extent * self.plot if lane.segments else 0
        return run if run.text and run.width + _GAP + _SLACK <= start else None

    def _below(self, lane: Lane, extent: float, beside: tuple[Run, ...]) -> None:
        named = self._place_marks(lane, extent, beside)
        if named:
            self.words.extend(named)
            self.y += self.m.note * _LEADING
        for run in _end_runs(lane, self.m) + _threshold_runs(lane, self.m):
            if run not in beside and not any(run in one.runs for one in named):
                self.y += _SLACK
                self._lines(run, run.size * _LEADING)

    def _place_marks(self, lane: Lane, extent: float, beside: tuple[Run, ...]) -> list[Words]:
        baseline = self.y + self.m.note
        ticks = [(one, Run(one.label, self.m.note, "ink")) for one in lane.marks]
        if lane.before and lane.segments and self._before(lane, extent) is None:
            ticks.append(
                (Tick(lane.segments[0].start, lane.before), _quiet(lane.before, self.m))
            )
        for run in _threshold_runs(lane, self.m):
            if run not in beside and lane.threshold is not None:
                ticks.insert(0, (Tick(lane.threshold, run.text), run))
        placed: list[Words] = []
        for tick, run in ticks:
            new = Words((run,), tick.at / extent, 0, baseline, "middle")
            if self._is_free(new, placed):
                placed.append(new)
        return placed

    def _is_free(self, new: Words, placed: Iterable[Words]) -> bool:
        """Find whether a name under a bar or a scale has room; it is left out if not."""
        left, right = self._ends(new)
        others = [self._ends(one) for one in placed]
        is_inside = left >= 0 and right <= self.width
        return is_inside and all(
            right + _GAP <= one[0] or one[1] + _GAP <= left for one in others
        )

    def _ends(self, words: Words) -> tuple[float, float]:
        left = words.at * self.plot
        if words.anchor == "middle":
            left -= words.width / 2
        return left, left + words.width

    def _lines(self, run: Run, step: float) -> None:
        """Set a run over as many lines as it needs; the last line takes ``step``."""
        lines = self._broken(run)
        for line in lines:
            self._say((line,), 0, 0, self.y + run.size)
            self.y += step if line is lines[-1] else run.size * _LEADING

    def _broken(self, run: Run) -> list[Run]:
        lines = wrap_text(run.text, run.size, self.width - _SLACK, is_strong=run.is_strong)
        return [replace(run, text=line) for line in lines]

    def _say(
        self,
        runs: tuple[Run, ...],
        at: float,
        shift: float,
        baseline: float,
        anchor: Anchor = "start",
    ) -> None:
        self.words.append(Words(runs, at, shift, baseline, anchor))


def _plot_width(chart: Chart, width: float, m: Measures) -> float:
    """Find how wide the plot may be so that the words at its right have room."""
    names = [_quiet(one.label, m).width / 2 for one in chart.ticks if one.at]
    last = max((one for one in names if one < _LONGEST_NAME * width), default=1.0)
    plot = width - last - _SLACK
    for lane in chart.lanes:
        extent = chart.extent_of(lane)
        reach = _reach(lane, extent)
        runs = _beside(lane, extent, width, m)
        if runs and reach:
            plot = min(plot, _room_left(runs, width) / reach)
    return plot


def _beside(lane: Lane, extent: float, width: float, m: Measures) -> tuple[Run, ...]:
    """Return the words that stand at the right of the bar; the others go under it."""
    if lane.threshold is None:
        runs = _end_runs(lane, m)
    else:
        ends = max((one.end for one in lane.segments), default=0)
        runs = _threshold_runs(lane, m) if ends <= lane.threshold else ()
    least = _LEAST_PLOT * width * _reach(lane, extent)
    while runs and _room_left(runs, width) < least:
        runs = runs[:-1]
    return runs


def _room_left(runs: tuple[Run, ...], width: float) -> float:
    return width - Words(runs, 0, 0, 0).width - _GAP - _SLACK


def _reach(lane: Lane, extent: float) -> float:
    """Return where the words beside the bar begin, as a share of the scale."""
    ends = [one.end for one in lane.segments]
    return max([*ends, lane.threshold or 0]) / extent


def _end_runs(lane: Lane, m: Measures) -> tuple[Run, ...]:
    runs = (_strong(lane.value, m.value), _quiet(lane.note, m))
    return tuple(one for one in runs if one.text)


def _threshold_runs(lane: Lane, m: Measures) -> tuple[Run, ...]:
    return (Run(lane.threshold_label, m.label, "ink"),) if lane.threshold_label else ()


def _label(lane: Lane, m: Measures) -> Run:
    return Run(lane.label, m.label, "ink")


def _missing(lane: Lane, m: Measures) -> Run | None:
    if not lane.missing:
        return None
    is_sure = any(one.fill == "missing" for one in lane.segments)
    return _strong(lane.missing, m.label, "not" if is_sure else "ink")


def _strong(text: str, size: float, tone: str = "ink") -> Run:
    return Run(text, size, tone, is_strong=True)


def _quiet(text: str, m: Measures) -> Run:
    return Run(text, m.note, "ink-2")
