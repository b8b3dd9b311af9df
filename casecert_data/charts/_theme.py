"""How charts look: the brand's colors as inks, and the measures of a drawing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from casecert_data.catalog import brand
from casecert_data.charts._chart import Fill

STRIPE_EVERY = 6
"""Distance from one stripe to the next, in px."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How one kind of segment is drawn."""

    ground: str
    """Color of the area."""
    stripes: str | None = None
    """Color of the stripes on it, if there are any."""
    stripe: float = 0
    """Thickness of a stripe in px; there is one every `STRIPE_EVERY` px."""
    leans_left: bool = False
    """Whether the stripes lean to the left, so that two kinds stay apart in gray."""
    outline: str | None = None
    """Color of the edge, if there is one."""
    is_dashed: bool = False
    """Whether the edge is dashed."""
    share: float = 1
    """Share of a bar's height that it takes."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes of a drawing, in px."""

    label: float
    """Type of labels and subheads."""
    value: float
    """Type of the value at a bar's end."""
    note: float
    """Type of notes and scales."""
    bar: float
    """Height of a bar."""


PRINT = Measures(label=13.5, value=15, note=13, bar=18)
"""For a column of a page, where 13.5 px are 10 points."""
SCREEN = Measures(label=15, value=17, note=14, bar=22)
"""For a notebook or a dashboard."""


@cache
def inks() -> Mapping[Fill, Ink]:
    """Return how each kind of segment is drawn.

    Solid stands against stripes, so that gray print and color-blind eyes keep them apart.

    Examples
    --------
    >>> inks()["bound"].is_dashed, inks()["data"].stripes
    (True, None)
    """
    colors = brand().colors
    paper, data, possible, missing = (
        colors[one] for one in ("paper", "data", "possible", "not")
    )
    return MappingProxyType(
        {
            "data": Ink(ground=data),
            "span": Ink(ground=data, share=1 / 6),
            "missing": Ink(ground=paper, stripes=missing, stripe=1, outline=missing),
            "possible": Ink(
                ground=paper, stripes=possible, stripe=1.2, leans_left=True, outline=data
            ),
            "bound": Ink(
                ground=paper, stripes=possible, stripe=1.2, outline=data, is_dashed=True
            ),
        }
    )
