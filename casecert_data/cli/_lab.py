"""`casecert lab`: the notebooks in JupyterLab."""

import click

from casecert_data.cli._options import opening


@click.command(name="lab")
@opening
def command(*, workspace: str | None, port: str | None, no_browser: bool) -> None:
    """Open JupyterLab on your own copy of the notebooks; Ctrl-C ends it.

    Prints one line: the address, with the token that opens it. A notebook that you have changed
    is kept when casecert brings a new version of it.
    """
    from casecert_data.app import DEFAULT_WORKSPACE, open_lab

    open_lab(workspace or DEFAULT_WORKSPACE, port=port, opens_browser=not no_browser)
