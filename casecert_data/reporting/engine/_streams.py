"""Standard output and error of a notebook: what Python writes, and what is written past it."""

import codecs
import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TextIO

from casecert_data.reporting.engine._outputs import Outputs

_DESCRIPTORS = {"stdout": 1, "stderr": 2}


@contextmanager
def captured_streams(outputs: Outputs) -> Iterator[Callable[[], None]]:
    """Turn whatever reaches standard output and error into outputs of the notebook.

    Yields a function that takes in what programs have written past Python's own streams; it is
    called wherever the order of outputs matters.
    """
    with ExitStack() as stack:
        past = {name: _Past(descriptor) for name, descriptor in _DESCRIPTORS.items()}
        for one in past.values():
            stack.callback(one.restore)

        def take_in() -> None:
            for name, one in past.items():
                outputs.stream(name, one.take())

        before = sys.stdout, sys.stderr
        stack.callback(_restore, *before)
        sys.stdout = _Written("stdout", outputs, take_in)
        sys.stderr = _Written("stderr", outputs, take_in)
        yield take_in


def _restore(stdout: TextIO, stderr: TextIO) -> None:
    sys.stdout, sys.stderr = stdout, stderr


class _Written(io.TextIOBase):
    """What ``print`` writes to."""

    encoding = "UTF-8"

    def __init__(self, name: str, outputs: Outputs, take_in: Callable[[], None]) -> None:
        super().__init__()
        self.name = f"<{name}>"
        self._stream = name
        self._outputs = outputs
        self._take_in = take_in

    def writable(self) -> bool:
        return True

    def write(self, text: object, /) -> int:
        if not isinstance(text, str):
            message = f"write() argument must be str, not {type(text).__name__}"
            raise TypeError(message)
        self._take_in()
        self._outputs.stream(self._stream, text)
        return len(text)

    def fileno(self) -> int:
        return _DESCRIPTORS[self._stream]


class _Past:
    """What a program or a library writes to a file descriptor, past Python.

    It goes to memory or to a file without a name, not to a pipe: a pipe that nobody empties
    while a cell runs would stop the program that fills it.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._before = os.dup(descriptor)
        self._taken = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        if hasattr(os, "memfd_create"):
            handle = os.memfd_create("output")
        else:
            with tempfile.TemporaryFile() as file:
                handle = os.dup(file.fileno())
        os.dup2(handle, descriptor)
        os.close(handle)

    def take(self) -> str:
        # A program that was started shares the place at which the next byte goes.
        end = os.lseek(self._descriptor, 0, os.SEEK_CUR)
        if end <= self._taken:
            return ""
        content = os.pread(self._descriptor, end - self._taken, self._taken)
        self._taken = end
        return self._decoder.decode(content)

    def restore(self) -> None:
        os.dup2(self._before, self._descriptor)
        os.close(self._before)
