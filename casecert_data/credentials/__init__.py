"""What it takes to get and to keep a certification: exam, dates, fees, renewal, standing."""

from casecert_data.credentials._costs import Cost, CostPart, cost_of
from casecert_data.credentials._differences import Difference, differences_for, differences_of
from casecert_data.credentials._fees import FeeLine, fee_lines
from casecert_data.credentials._points import GROUPS, Point, points_of
from casecert_data.credentials._stated import Stated, stated

__all__ = [
    "GROUPS",
    "Cost",
    "CostPart",
    "Difference",
    "FeeLine",
    "Point",
    "Stated",
    "cost_of",
    "differences_for",
    "differences_of",
    "fee_lines",
    "points_of",
    "stated",
]
