"""An exception behind any control of any panel: told where it is seen, kept, and got over."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from support.shown import visible, words_shown

from casecert_data.catalog import say
from casecert_data.panels import (
    ClientPanel,
    ComparePanel,
    EmployerSupportPanel,
    JobsPanel,
    StartPanel,
)

ON = "2026-11-28"
# A panel, what it cannot do without, and what somebody does with it.
Moved = tuple[Callable[[], Any], str, Callable[[Any], None]]
PACKAGE = "casecert_data.panels"


def client() -> ClientPanel:
    """Open the desk for one client."""
    return ClientPanel(opens_on="R-014", on=ON)


def compare() -> ComparePanel:
    """Open the comparison."""
    return ComparePanel(opens_on="R-014", on=ON)


def put(name: str, value: object) -> Callable[[Any], None]:
    """Return what sets a control of a panel."""
    return lambda panel: setattr(getattr(panel, name), "value", value)


def state(fact_name: str, value: object) -> Callable[[Any], None]:
    """Return what states a fact in its field."""
    return lambda panel: setattr(panel.field(fact_name), "value", value)


def tick(fact_name: str, code: str) -> Callable[[Any], None]:
    """Return what ticks a code in a list."""
    return lambda panel: setattr(panel.field(fact_name).boxes[code], "value", True)


def fields(opened: Callable[[], Any], module: str) -> Iterator[tuple[str, Moved]]:
    """Yield each kind of field of the form."""
    needs = f"{PACKAGE}.{module}.decide_profile"
    moves = {
        "number": state("cm_months", "17"),
        "codes": tick("license_codes", "PHARMACIST"),
        "yes_no": state("has_supervisor_contact", False),  # noqa: FBT003 - an answer
        "state": state("home_state", "OH"),
        "edition": put("edition", "article"),
    }
    for name, move in moves.items():
        yield f"{module}-{name}", (opened, needs, move)


MOVED: dict[str, Moved] = {
    "start-topic": (StartPanel, f"{PACKAGE}._start_panel.topic_of", put("topic", "care")),
    "employers-group": (
        EmployerSupportPanel,
        f"{PACKAGE}._employer_panel.support_bars",
        put("respondents", "Employers"),
    ),
    "employers-view": (
        EmployerSupportPanel,
        f"{PACKAGE}._employer_panel.support_history",
        put("view", "over_time"),
    ),
    "employers-certification": (
        EmployerSupportPanel,
        f"{PACKAGE}._employer_panel.render",
        put("certification", "cbis"),
    ),
    "jobs-job": (JobsPanel, f"{PACKAGE}._jobs_panel.job_view", put("job_type", "hospital")),
    "jobs-filter": (JobsPanel, f"{PACKAGE}._jobs_panel.jobs_where", put("setting", "prison")),
    **dict(fields(client, "_client_panel")),
    **dict(fields(compare, "_compare_panel")),
    "client-other": (client, f"{PACKAGE}._client_panel.decide_profile", put("also", "cbis")),
    "client-person": (
        client,
        f"{PACKAGE}._client_panel.decide_profile",
        put("client", "R-001"),
    ),
    "compare-person": (
        compare,
        f"{PACKAGE}._compare_panel.decide_profile",
        put("sample", "R-001"),
    ),
    "compare-choice": (
        compare,
        f"{PACKAGE}._compare_panel.decide_profile",
        lambda panel: setattr(panel.certifications.buttons["cbis"], "value", True),
    ),
}


def fault_of(panel: Any) -> type[BaseException] | None:
    """Return what kind of exception the last change raised; None where it raised none."""
    return None if panel.fault is None else type(panel.fault)


@contextmanager
def broken(monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[None]:
    """Make something fail for a while."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(name, fail)
        yield


@pytest.mark.parametrize(("opened", "needs", "move"), MOVED.values(), ids=list(MOVED))
def test_a_failing_control_is_told_where_it_is_seen(
    opened: Callable[[], Any],
    needs: str,
    move: Callable[[Any], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In plain words, without an answer to another question; the next change mends it."""
    panel = opened()
    with broken(monkeypatch, needs):
        move(panel)
    words = words_shown(panel.widget)
    shown = list(visible(panel.widget))

    assert fault_of(panel) is ZeroDivisionError
    assert words.count(say("panel.broken.title")) == 1
    assert say("panel.broken.failed", kind="ZeroDivisionError") in words
    assert panel.html == ""
    assert not [one for one in shown if "cc-answer" in one._dom_classes]  # noqa: SLF001
    panel._guarded(panel._refresh)  # noqa: SLF001 - any next change does this
    assert fault_of(panel) is None
    assert say("panel.broken.title") not in words_shown(panel.widget)
    assert panel.html != ""
