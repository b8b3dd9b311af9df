"""What is done with an answer: kept, made a page of, saved as a table or a picture."""

from collections.abc import Mapping

import ipywidgets

from casecert_data.catalog import say
from casecert_data.panels._page import render
from casecert_data.panels._panel import framed


def desks(parts: Mapping[str, ipywidgets.Widget]) -> ipywidgets.VBox:
    """Put what is done with an answer under one heading, as many beside each other as fit.

    Parameters
    ----------
    parts
        By what each does: ``save``, ``handout`` or ``takeaway``.

    Examples
    --------
    >>> len(desks({"save": ipywidgets.Label()}).children)
    2
    """
    head = ipywidgets.HTML(render("desks_head.html", words=say("panel.desk.title")))
    row = framed([_part(name, one) for name, one in parts.items()], "cc-keep")
    return framed([head, row], "cc-taking")


def _part(name: str, desk: ipywidgets.Widget) -> ipywidgets.VBox:
    head = ipywidgets.HTML(render("desk_head.html", words=say(f"panel.desk.{name}")))
    return framed([head, desk], "cc-part")
