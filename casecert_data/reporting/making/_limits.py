"""What one report may take: time and memory."""

from typing import NamedTuple


class Limits(NamedTuple):
    """What one report may take before it is ended."""

    seconds: int = 120
    """From its start to its last file; the slowest shipped report takes less than one."""
    memory_mb: int = 2048
    """Memory on top of what each report starts with, in MiB; also its largest file.

    Held where the system can hold a process to it, which is on Linux.
    """


USUAL = Limits()
"""What a report may take unless somebody says otherwise."""
