"""`casecert app`: the notebooks as dashboards in the browser."""

import click

from casecert_data.cli._options import opening


@click.command(name="app")
@opening
def command(*, workspace: str | None, port: str | None, no_browser: bool) -> None:
    """Open the dashboards in your browser: pages to click through, with no code in sight.

    The notebooks behind them are copied into a folder of your own first; what you save lands
    there too. Keep the terminal open while you work, and press Ctrl-C in it to end.

    If no browser opens, copy the address that is printed into one. It opens the dashboards on
    this computer alone; do not pass it on while they are open. Nothing leaves this computer.
    """
    from casecert_data.app import DEFAULT_WORKSPACE, open_dashboards

    open_dashboards(workspace or DEFAULT_WORKSPACE, port=port, opens_browser=not no_browser)
