"""A copy of the data for the tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.own_checkout import own_checkout
from support.own_data import OwnData


@pytest.fixture
def data(tmp_path: Path) -> Iterator[OwnData]:
    """Give a copy of the shipped data, which the test may break."""
    with own_checkout(tmp_path) as copied:
        yield copied
