"""The small widget that makes a readable page of a panel when the browser prints it."""

from pathlib import Path

import anywidget
import traitlets

from casecert_data.catalog import read_text, say


class Printing(anywidget.AnyWidget):
    """Shows nothing; put it into a box of class ``cc-main``, which it prepares for paper.

    While a page is printed, what was chosen and stated stands in words where the controls are,
    and the list of sources is open.

    Examples
    --------
    >>> Printing().unknown == say("panel.dont_know")
    True
    """

    _esm = read_text(Path(__file__).with_suffix(".js"))
    unknown = traitlets.Unicode(read_only=True).tag(sync=True)
    """What an answer says that is none."""

    @traitlets.default("unknown")
    def _say_unknown(self) -> str:
        return say("panel.dont_know")
