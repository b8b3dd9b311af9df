"""How a server talks to its kernels: by what others on the same machine cannot hear."""

import sys
from pathlib import Path

LONGEST_SOCKET_PATH = 100
"""Bytes that the path of a local socket may have on every system, with a little to spare."""

_SOCKET = f"kernel-{'0' * 36}-ipc-1"


def private_transport(folder: Path) -> dict[str, str]:
    """Return the settings of a kernel's manager whose files lie in a private folder.

    Parameters
    ----------
    folder
        A folder that only its owner can open.

    Examples
    --------
    >>> private_transport(Path("x" * 120))
    {'transport_encryption': 'required'}
    """
    length = len(str(folder / _SOCKET).encode())
    if sys.platform == "win32" or length > LONGEST_SOCKET_PATH:
        # Others on this machine can reach a port, so what goes over it is encrypted.
        return {"transport_encryption": "required"}
    return {"transport": "ipc"}
