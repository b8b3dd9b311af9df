"""The shell in which a notebook's cells run: IPython's own, its outputs collected."""

import builtins
import getpass
import os
import sys
import types
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from IPython.core import page
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Any as AnyTrait
from traitlets import Type
from traitlets.config import Config

from casecert_data.reporting.engine._outputs import Outputs
from casecert_data.reporting.engine._streams import captured_streams

# What a kernel sets too: colors in what programs print, no pager, figures into the notebook.
_ENVIRONMENT = {
    "TERM": "xterm-color",
    "CLICOLOR": "1",
    "FORCE_COLOR": "1",
    "CLICOLOR_FORCE": "1",
    "PAGER": "cat",
    "GIT_PAGER": "cat",
}
_FIGURES_AS = "plotly_mimetype"
_BY_DEFAULT = {
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "PLOTLY_RENDERER": _FIGURES_AS,
}


_prepared: list["ZMQInteractiveShell"] = []


def prepare_shell() -> None:
    """Make the shell of the notebook that is run next, by this process or by a copy of it.

    It takes longer to make than most cells take to run, and each copy then has its own.
    """
    shell = _new_shell()
    # What shows values is made when the first one is shown.
    formatter: Any = shell.display_formatter
    formatter.format(None)
    _prepared[:] = [shell]


@contextmanager
def notebook_shell(outputs: Outputs) -> Iterator["ZMQInteractiveShell"]:
    """Give out a fresh shell whose cells put out into ``outputs``, and take it away again.

    Meant for a process that runs this one notebook: what the cells change in it stays changed.
    """
    for name, value in _BY_DEFAULT.items():
        os.environ.setdefault(name, value)
    if "plotly.io" in sys.modules:
        # It has looked where it is already, and found no notebook.
        sys.modules["plotly.io"].renderers.default = os.environ["PLOTLY_RENDERER"]
    _warn_as_usual()
    asked = builtins.input, getpass.getpass
    builtins.input = getpass.getpass = _refuse_to_ask
    sys.argv[:] = [""]
    if "" not in sys.path:
        # A module beside the notebook is found, but never in place of one of Python's own.
        sys.path.insert(_first_of_packages(), "")
    with captured_streams(outputs) as take_in:
        shell = _prepared.pop() if _prepared else _new_shell()
        # It may have been made in another folder.
        shell.starting_dir = str(Path.cwd())
        shell.user_ns["_dh"][:] = [Path.cwd()]
        every: tuple[Any, ...] = (shell, shell.display_pub, shell.displayhook)
        for one in every:
            one.outputs, one.take_in = outputs, take_in
        try:
            yield shell
        finally:
            take_in()
            shell.restore_sys_module_state()
            builtins.input, getpass.getpass = asked
            ZMQInteractiveShell.clear_instance()


def _new_shell() -> "ZMQInteractiveShell":
    # The first call alone would leave the old shell, with the old variables, to the subclass.
    InteractiveShell.clear_instance()
    ZMQInteractiveShell.clear_instance()
    return ZMQInteractiveShell.instance(
        config=_config(), user_module=types.ModuleType("__main__")
    )


def _warn_as_usual() -> None:
    """Warn as a new process does, whatever the program that runs the notebook has set."""
    warnings.resetwarnings()
    for kind in (ResourceWarning, ImportWarning, PendingDeprecationWarning, DeprecationWarning):
        warnings.simplefilter("ignore", kind)
    warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")


def _config() -> Config:
    return Config(
        {
            # No file of what ran, and no thread that writes one.
            "HistoryManager": {"enabled": False, "hist_file": ":memory:"},
            # What tqdm asks for to know that it is in a notebook.
            "IPKernelApp": {"parent_appname": "casecert"},
        }
    )


def _first_of_packages() -> int:
    places = ("site-packages", "dist-packages")
    found = (at for at, path in enumerate(sys.path) if path.endswith(places))
    return next(found, len(sys.path))


def _refuse_to_ask(*_: object, **__: object) -> NoReturn:
    message = "raw_input was called, but this frontend does not support input requests."
    raise StdinNotImplementedError(message)


class _Publisher(DisplayPublisher):
    """Takes what ``display`` shows."""

    outputs: Outputs
    take_in: Callable[[], None]

    def publish(
        self,
        data: Mapping[str, Any],
        metadata: Mapping[str, Any] | None = None,
        source: object = None,  # noqa: ARG002 - IPython's callers give it
        *,
        transient: Mapping[str, Any] | None = None,
        update: bool = False,
        **_: object,
    ) -> None:
        self._validate_data(data, metadata)
        self.take_in()
        display_id = (transient or {}).get("display_id")
        if update:
            self.outputs.update(data, metadata or {}, str(display_id))
        else:
            self.outputs.display(data, metadata or {}, display_id)

    def clear_output(self, wait: bool = False) -> None:  # noqa: FBT001, FBT002 - IPython's
        self.take_in()
        self.outputs.clear(wait=wait)


class _Hook(DisplayHook):
    """Takes the value of a cell's last line."""

    outputs: Outputs
    take_in: Callable[[], None]

    def write_output_prompt(self) -> None:
        """Show no prompt; the count stands beside the cell."""

    def write_format_data(
        self, format_dict: Mapping[str, Any], md_dict: Mapping[str, Any] | None = None
    ) -> None:
        # A figure that shows itself has been displayed by now and leaves nothing to tell.
        if format_dict:
            self.take_in()
            self.outputs.result(format_dict, md_dict or {}, self.prompt_count)

    def finish_displayhook(self) -> None:
        self._is_active = False


class ZMQInteractiveShell(InteractiveShell):
    """The shell, under the name by which rich, tqdm and others know that they are in a kernel.

    Its figures, tables and progress bars are then those of a notebook, not of a terminal.
    """

    displayhook_class = Type(_Hook)
    display_pub_class = Type(_Publisher)
    kernel = AnyTrait(None)  # plotly asks whether there is one before it shows anything

    outputs: Outputs
    take_in: Callable[[], None]

    def init_ipython_dir(self, *_: object) -> None:
        """Make no folder of settings, and read none."""

    def init_profile_dir(self, *_: object) -> None:
        """Make no profile, and read none."""

    def init_environment(self) -> None:
        os.environ.update(_ENVIRONMENT)

    def init_hooks(self) -> None:
        super().init_hooks()
        # Help on an object (`name?`) opens a pager, which no notebook file holds.
        self.set_hook("show_in_pager", page.as_hook(lambda *_, **__: None), 99)

    def enable_gui(self, *_: object, **__: object) -> None:
        """Accept figures shown in the notebook; there is no window to draw in."""

    def ask_exit(self) -> NoReturn:
        """End the notebook on ``exit`` as on ``sys.exit``."""
        raise SystemExit

    def set_next_input(self, *_: object, **__: object) -> None:
        """Propose no next cell; the notebook's own comes next."""

    def _showtraceback(self, etype: type, evalue: object, stb: list[str]) -> None:
        self.take_in()
        self.outputs.error(etype.__name__, str(evalue), list(stb))
