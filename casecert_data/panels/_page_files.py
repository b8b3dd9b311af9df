"""Whether the page around a panel brings plotly and the typeface itself."""

import os

VARIABLE = "CASECERT_DASHBOARD"
"""Set in the kernels of dashboards, whose page has loaded both by address."""


def page_brings_files() -> bool:
    """Tell whether a panel need not send them: five megabytes that a browser keeps by address.

    Examples
    --------
    >>> page_brings_files()
    False
    """
    return VARIABLE in os.environ
