"""`casecert app`: the notebooks as dashboards in the browser."""

import click

from casecert_data.cli._options import opening


@click.command(name="app")
@opening
def command(*, workspace: str | None, port: str | None, no_browser: bool) -> None:
    """Open the dashboards on your own copy of the notebooks; Ctrl-C ends them.

    Prints one line: the address, with the token that opens it. Nothing leaves this computer.
    """
    from casecert_data.app import DEFAULT_WORKSPACE, open_dashboards

    open_dashboards(workspace or DEFAULT_WORKSPACE, port=port, opens_browser=not no_browser)
