"""The controls: plain ipywidgets with whole words above them."""

from collections.abc import Sequence

import ipywidgets

from casecert_data.catalog import say
from casecert_data.errors import UnknownNameError
from casecert_data.panels._page import render
from casecert_data.profiles import EDITIONS


def edition_choice(edition: str) -> ipywidgets.ToggleButtons:
    """Make the buttons that say whose words are followed.

    Raises
    ------
    UnknownNameError
        If there is no such edition.

    Examples
    --------
    >>> edition_choice("issuer").options
    (('Issuer', 'issuer'), ('Article', 'article'))
    """
    if edition not in EDITIONS:
        raise UnknownNameError.among("edition", edition, EDITIONS)
    return ipywidgets.ToggleButtons(
        options=tuple((say(f"panel.tag.{one}"), one) for one in EDITIONS),
        value=edition,
        description=say("panel.edition"),
    )


def hinted(control: ipywidgets.Widget, words: str) -> ipywidgets.VBox:
    """Put a hint under a control."""
    box = ipywidgets.VBox([control, ipywidgets.HTML(render("hint.html", words=words))])
    box.add_class("cc-hinted")
    return box


def in_row(controls: Sequence[ipywidgets.Widget]) -> ipywidgets.Box:
    """Put controls beside each other, as many as there is room for."""
    row = ipywidgets.Box(list(controls))
    row.add_class("cc-row")
    return row


def in_field(control: ipywidgets.Widget) -> ipywidgets.VBox:
    """Put a control where a grid of fields lines up labels and boxes."""
    field = ipywidgets.VBox([control])
    field.add_class("cc-field")
    return field


def in_grid(fields: Sequence[ipywidgets.Widget]) -> ipywidgets.Box:
    """Put fields beside each other."""
    grid = ipywidgets.Box(list(fields))
    grid.add_class("cc-grid")
    return grid
