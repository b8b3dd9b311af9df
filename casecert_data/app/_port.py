"""The port on which a server listens: for this machine's own browsers alone."""

import errno
import re
import socket

from casecert_data.errors import PortError

HERE = "127.0.0.1"
"""The only address that is listened on."""

_HIGHEST = 65535
_WHOLE = re.compile(r"\d{1,5}", re.ASCII)


def read_port(found: str | None) -> int:
    """Read what was given as a port; 0 stands for any free one.

    Raises
    ------
    PortError
        If it is no port.

    Examples
    --------
    >>> read_port("8866"), read_port(None)
    (8866, 0)
    """
    if found is None:
        return 0
    if not _WHOLE.fullmatch(found) or not 0 < int(found) <= _HIGHEST:
        raise PortError.not_a_port(found)
    return int(found)


def listening_socket(port: int) -> socket.socket:
    """Open a socket that listens on a port of this machine, 0 for any free one.

    Raises
    ------
    PortError
        If another program has the port, or the system refuses it.

    Examples
    --------
    >>> with listening_socket(0) as opened:
    ...     opened.getsockname()[0]
    '127.0.0.1'
    """
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # A port that was used a moment ago is free; on Windows the option would share it.
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((HERE, port))
        opened.listen(128)
    except OSError as fault:
        opened.close()
        if fault.errno == errno.EADDRINUSE:
            raise PortError.taken(port) from None
        raise PortError.refused(port, fault.strerror or type(fault).__name__) from None
    opened.setblocking(False)  # noqa: FBT003 - it takes no keyword
    return opened
