"""The port: a free one unless it is named, on this machine alone, refused in words."""

import socket

import pytest

from casecert_data.app._port import listening_socket, read_port
from casecert_data.errors import PortError


@pytest.mark.parametrize(
    "found", ["", "0", "-1", "65536", "99999999", "80.0", "http", "8 8", "٣"]
)
def test_what_is_no_port_is_refused(found: str) -> None:
    """Each is quoted, so that a blank in it shows."""
    with pytest.raises(PortError) as told:
        read_port(found)

    assert str(told.value) == (
        f"--port: expected a whole number from 1 to 65535, found {found!r}. "
        "Name another port, or leave --port out: a free one is chosen then."
    )


@pytest.mark.parametrize(("found", "port"), [("1", 1), ("65535", 65535), ("08866", 8866)])
def test_a_port_is_read_as_a_number(found: str, port: int) -> None:
    """From the lowest to the highest."""
    assert read_port(found) == port


def test_a_port_that_is_taken_is_refused() -> None:
    """And whoever has it keeps it."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(PortError, match=f"--port {port}: expected a free port"):
            listening_socket(port)


def test_without_a_port_a_free_one_is_chosen() -> None:
    """Two at the same time are two."""
    with listening_socket(0) as one, listening_socket(0) as two:
        ports = {one.getsockname()[1], two.getsockname()[1]}

        assert len(ports) == 2
        assert {one.getsockname()[0], two.getsockname()[0]} == {"127.0.0.1"}
