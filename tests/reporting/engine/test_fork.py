"""A process is copied only when no other thread could leave a lock behind in the copy."""

import threading
from collections.abc import Callable
from itertools import chain, repeat
from typing import TypeAlias

import pytest

from casecert_data.reporting.engine import _fork

Tell: TypeAlias = Callable[..., None]


@pytest.fixture
def tell(monkeypatch: pytest.MonkeyPatch) -> Tell:
    """Give a function that has the system tell numbers of threads, the last one ever after."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(_fork, "_prepared_threads", lambda: 0)
    monkeypatch.setattr(_fork, "_SECONDS_BETWEEN_LOOKS", 0)

    def told(*counts: int) -> None:
        looks = chain(counts, repeat(counts[-1]))
        monkeypatch.setattr(_fork, "thread_count", lambda: next(looks))

    return told


def test_a_thread_that_has_just_ended_is_no_hindrance(tell: Tell) -> None:
    """The system knows it for a moment longer; papermill's bar ends one right before."""
    tell(2, 2, 1)

    assert _fork.why_no_fork() is None


def test_a_thread_of_a_library_is_a_hindrance(tell: Tell) -> None:
    """Python does not know it, and it stays."""
    tell(2)

    assert "other threads" in str(_fork.why_no_fork())
