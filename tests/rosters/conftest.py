"""A roster of any content, written where a test can read it."""

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[[str | bytes], Path]
"""Writes a roster and says where it lies."""


@pytest.fixture(name="write")
def fixture_write(tmp_path: Path) -> Write:
    """Return a function that writes a roster and says where it lies."""

    def write(content: str | bytes) -> Path:
        path = tmp_path / "class.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write
