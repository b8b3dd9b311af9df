"""A roster of any content, written where a test can read it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casecert_data.errors import CasecertError
from casecert_data.rosters import read_roster

Write = Callable[..., Path]
"""Writes a roster and says where it lies."""
Refused = Callable[..., str]
"""Writes a roster, has it refused, and returns the message."""


@pytest.fixture(name="write")
def fixture_write(tmp_path: Path) -> Write:
    """Return a function that writes a roster and says where it lies."""

    def write(content: str | bytes, name: str = "class.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture(name="refused")
def fixture_refused(write: Write) -> Refused:
    """Return a function that has a roster refused and returns the message."""

    def refused(content: str | bytes, name: str = "class.csv", **options: Any) -> str:
        path = write(content, name)
        with pytest.raises(CasecertError) as refusal:
            read_roster(path, **options)
        return str(refusal.value)

    return refused
