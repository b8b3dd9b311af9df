"""`casecert lab`: the notebooks in JupyterLab."""

import click

from casecert_data.cli._options import opening


@click.command(name="lab")
@opening
def command(*, workspace: str | None, port: str | None, no_browser: bool) -> None:
    """Open the notebooks in JupyterLab, where you can see and change their code.

    They are copied into a folder of your own first. A newer casecert brings its new notebooks
    there, and never overwrites one that you have changed. Keep the terminal open while you
    work, and press Ctrl-C in it to end.

    If no browser opens, copy the address that is printed into one. It works on this computer
    alone; do not pass it on while JupyterLab is open. Nothing leaves this computer.
    """
    from casecert_data.app import DEFAULT_WORKSPACE, open_lab

    open_lab(workspace or DEFAULT_WORKSPACE, port=port, opens_browser=not no_browser)
