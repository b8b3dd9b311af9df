"""The small widget that ties labels to controls, says what changed, and brings the look."""

from pathlib import Path

import anywidget

from casecert_data.catalog import brand, read_text

_HERE = Path(__file__)


def _style() -> str:
    """Return the panels' style, with the brand's colors and type as its variables."""
    tokens = "".join(f"--{name}:{color};" for name, color in brand().colors.items())
    rules = read_text(_HERE.with_name("_panel.css"))
    # On the panel and not on the page: a notebook's own variables and widgets stay as they are.
    return f".cc-main{{{tokens}--font:{brand().font_stack}}}\n{rules}"


class Accessibility(anywidget.AnyWidget):
    """Shows nothing; put it into a box of class ``cc-main``, to whose inside it attends.

    It gives groups of buttons their role and name, buttons their state, fields the error and
    the hint that belong to them, and the answer its voice. Letters that are typed on a button
    or a list stay out of the notebook, where they would be commands. The style comes with it,
    once for all panels of a page.

    Examples
    --------
    >>> "--ink:#1a1e23" in Accessibility()._css
    True
    """

    _esm = read_text(_HERE.with_suffix(".js"))
    _css = _style()
