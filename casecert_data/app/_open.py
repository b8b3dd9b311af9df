"""Open the dashboards: start the server, say where it is, open the browser."""

import sys
import tempfile
import webbrowser
from collections.abc import Callable
from pathlib import Path

from casecert_data.app._port import HERE, read_port
from casecert_data.app._waiting import Waiting
from casecert_data.app._workspace import DEFAULT_WORKSPACE, Workspace, prepare_workspace
from casecert_data.catalog import say


def open_dashboards(
    workspace: str | Path = DEFAULT_WORKSPACE,
    *,
    port: str | None = None,
    opens_browser: bool = True,
) -> None:
    """Serve the notebooks of a workspace as dashboards, until Ctrl-C ends it.

    The address goes to the standard output, in one line, once it answers; what was done to the
    workspace goes to the standard error.

    Parameters
    ----------
    workspace
        Folder of the user's own copy of the notebooks.
    port
        Port to listen on, as it was typed; None for any free one.
    opens_browser
        Whether the address is opened in the user's browser.

    Raises
    ------
    CasecertError
        If the workspace or the port cannot be used.
    """
    number = read_port(port)
    prepared = prepare_workspace(workspace)
    leave_out_unused()
    with tempfile.TemporaryDirectory(prefix="casecert-", ignore_cleanup_errors=True) as folder:
        waiting = Waiting(Path(folder))
        # It imports what the first page needs while this process imports the server.
        waiting.prepare()
        try:
            _serve(prepared, waiting, number, opens_browser=opens_browser)
        finally:
            waiting.end()


def _serve(prepared: Workspace, waiting: Waiting, port: int, *, opens_browser: bool) -> None:
    from casecert_data.app._server import Dashboards, dashboards  # noqa: PLC0415

    def tell(server: Dashboards) -> None:
        address = f"http://{HERE}:{server.port}/?token={server.token}"
        announce(address, (*prepared.told, say("app.stop")), opens_browser=opens_browser)

    dashboards(prepared.folder, waiting, on_start=tell).serve(port)


def leave_out_unused() -> None:
    """Have Jupyter do without what nobody here uses and takes a second to import.

    It compiles 38 grammars to check addresses that no notebook has.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def announce(address: str, told: tuple[str, ...], *, opens_browser: bool) -> None:
    """Print the address in a line of its own, and around it what else is to be known."""
    for line in told:
        print(line, file=sys.stderr)  # noqa: T201 - the command's own words
    print(address, flush=True)  # noqa: T201
    if opens_browser:
        _open_in_background(lambda: webbrowser.open(address))


def _open_in_background(work: Callable[[], object]) -> None:
    from threading import Thread  # noqa: PLC0415

    # A browser that is not running yet may take its time to answer.
    Thread(target=work, daemon=True).start()
