"""Every test of reports runs without a network."""

import socket
from typing import Any, NoReturn

import pytest

_LOCAL = {"127.0.0.1", "::1", "localhost", ""}


@pytest.fixture(autouse=True)
def without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every name and every address but this machine's own."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def refuse(what: object) -> NoReturn:
        message = f"a test of reports reached for {what!r}"
        raise AssertionError(message)

    def guarded_connect(own: socket.socket, address: Any) -> None:
        is_local = own.family == getattr(socket, "AF_UNIX", None) or address[0] in _LOCAL
        return connect(own, address) if is_local else refuse(address)

    def guarded_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        return look_up(host, *rest, **named) if host in {None, *_LOCAL} else refuse(host)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)
