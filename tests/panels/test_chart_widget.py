"""The widget that shows a chart: one message a change, named by the sentence, plotly once."""

import json
from typing import Any

import pytest
from support.sample_charts import BLANK, SUPPORT, WORK, charts, hostile_chart

from casecert_data.charts import gap_bars, shown_text, support_bars
from casecert_data.panels import ChartWidget
from casecert_data.panels._chart_widget import _plotly_script


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Collect what widgets send to the page."""
    sent: list[dict[str, Any]] = []

    def send(_widget: object, message: dict[str, Any], **_rest: object) -> None:
        sent.append(message)

    monkeypatch.setattr(ChartWidget, "_send", send)
    return sent


def test_showing_a_chart_is_one_message(messages: list[dict[str, Any]]) -> None:
    """Picture and words change together; in two messages one would be wrong for a moment."""
    widget = ChartWidget(gap_bars([WORK]))
    messages.clear()
    widget.show(gap_bars([BLANK]))

    assert [sorted(one["state"]) for one in messages] == [["alt", "fig", "narrow_fig"]]


def test_showing_the_same_chart_again_sends_nothing(messages: list[dict[str, Any]]) -> None:
    """Nothing on the page is drawn twice."""
    widget = ChartWidget(gap_bars([WORK]))
    messages.clear()
    widget.show(gap_bars([WORK]))

    assert messages == []


def test_the_accessible_name_is_the_charts_sentence() -> None:
    """A screen reader hears all that the picture shows."""
    chart = support_bars(SUPPORT)

    assert ChartWidget(chart).alt == chart.sentence


@pytest.mark.parametrize("name", charts())
def test_what_is_sent_is_plain_json(name: str) -> None:
    """The page gets lists and text, no packed arrays, and no half characters."""
    state = ChartWidget(charts()[name]).get_state(["fig", "narrow_fig", "alt"])
    text = json.dumps(state, allow_nan=False, ensure_ascii=False)

    assert "bdata" not in text
    assert text.encode("utf-8")
    assert json.loads(text) == state


def test_a_phone_gets_its_own_drawing() -> None:
    """Lines break for a width of 288 px, which a page of 320 px leaves."""
    widget = ChartWidget(support_bars(SUPPORT))

    assert widget.narrow_fig["layout"]["margin"] != widget.fig["layout"]["margin"]


def test_a_widget_without_a_chart_is_empty() -> None:
    """A panel can place it before the first answer."""
    widget = ChartWidget()

    assert (widget.fig, widget.narrow_fig, widget.alt) == ({}, {}, "")


def test_plotly_is_sent_once_for_all_charts() -> None:
    """Four megabytes for each chart would fill the page and the saved notebook."""
    sizes = [len(json.dumps(ChartWidget(chart).get_state())) for chart in charts().values()]

    assert max(sizes) < 100_000
    assert len(_plotly_script().source) > 1_000_000
    assert _plotly_script() is _plotly_script()


def test_nothing_is_fetched_from_elsewhere() -> None:
    """Plotly comes from the installed package; a counselor may have no network."""
    code = [one.get_state(["_esm"])["_esm"] for one in (ChartWidget(), _plotly_script())]

    assert "http" not in "".join(code)
    assert _plotly_script().source.lstrip().startswith("/**\n* plotly.js")


def test_a_saved_notebook_holds_the_sentence() -> None:
    """Where the picture is not saved, its words are, and nothing that changes with each run."""
    chart = hostile_chart()
    bundle = ChartWidget(chart)._repr_mimebundle_()

    assert bundle is not None
    assert bundle[0]["text/plain"] == shown_text(chart.sentence)
