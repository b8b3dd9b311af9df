"""What cells put out, kept as a kernel would tell it."""

from typing import Any

from casecert_data.reporting.engine._outputs import Outputs


def shown(outputs: Outputs, cell: int = 0) -> list[dict[str, Any]]:
    """Return what a cell has put out."""
    return outputs.take_changed().get(cell, [])


def test_text_in_the_same_stream_is_one_output() -> None:
    """Two prints are not two boxes."""
    outputs = Outputs()
    outputs.begin(0)
    outputs.stream("stdout", "a\n")
    outputs.stream("stdout", "b\n")

    assert shown(outputs) == [{"output_type": "stream", "name": "stdout", "text": "a\nb\n"}]


def test_streams_keep_their_order() -> None:
    """What was printed after an error line stands after it."""
    outputs = Outputs()
    outputs.begin(0)
    for name in ("stdout", "stderr", "stdout"):
        outputs.stream(name, name)

    assert [one["name"] for one in shown(outputs)] == ["stdout", "stderr", "stdout"]


def test_a_display_is_changed_where_it_stands() -> None:
    """An update from a later cell reaches the earlier one, which is told as changed."""
    outputs = Outputs()
    outputs.begin(0)
    outputs.display({"text/plain": "old"}, {}, "one")
    outputs.take_changed()
    outputs.begin(1)
    outputs.update({"text/plain": "new"}, {}, "one")

    changed = outputs.take_changed()
    assert changed[0][0]["data"] == {"text/plain": "new"}
    assert changed[1] == []


def test_an_update_of_nothing_shows_nothing() -> None:
    """As in a kernel: a display that was never shown cannot be changed."""
    outputs = Outputs()
    outputs.begin(0)
    outputs.update({"text/plain": "new"}, {}, "never")

    assert shown(outputs) == []


def test_clearing_takes_all_away_at_once() -> None:
    """What is shown afterwards stands alone."""
    outputs = Outputs()
    outputs.begin(0)
    outputs.stream("stdout", "gone")
    outputs.clear(wait=False)
    outputs.stream("stdout", "there")

    assert shown(outputs)[0]["text"] == "there"


def test_clearing_can_wait_for_what_comes_next() -> None:
    """A progress that is drawn anew does not flicker; if nothing comes, the old stays."""
    outputs = Outputs()
    outputs.begin(0)
    outputs.stream("stdout", "old")
    outputs.clear(wait=True)
    before = list(shown(outputs))
    outputs.stream("stdout", "new")
    outputs.begin(1)

    assert before[0]["text"] == "old"
    assert outputs.take_changed() == {1: []}


def test_a_picture_in_bytes_is_written_as_text() -> None:
    """A notebook file is JSON."""
    outputs = Outputs()
    outputs.begin(0)
    outputs.display({"image/png": b"\x89PNG"}, {}, None)

    assert shown(outputs)[0]["data"] == {"image/png": "iVBORw=="}
