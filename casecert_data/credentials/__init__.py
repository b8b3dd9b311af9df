"""What it takes to get and to keep a certification: exam, dates, fees, renewal, standing."""

from casecert_data.credentials._asked_facts import Asked, asked_facts, asking, who_facts
from casecert_data.credentials._costs import Cost, CostPart, cost_of
from casecert_data.credentials._differences import Difference, differences_for, differences_of
from casecert_data.credentials._fees import FeeLine, fee_lines
from casecert_data.credentials._offers import (
    FIELD,
    FIRST,
    OTHER,
    TIERS,
    Offer,
    bases_of,
    is_closed,
    offered_first,
    offers_for,
    told_in_full,
)
from casecert_data.credentials._points import GROUPS, Point, points_of
from casecert_data.credentials._stated import Stated, stated

__all__ = [
    "FIELD",
    "FIRST",
    "GROUPS",
    "OTHER",
    "TIERS",
    "Asked",
    "Cost",
    "CostPart",
    "Difference",
    "FeeLine",
    "Offer",
    "Point",
    "Stated",
    "asked_facts",
    "asking",
    "bases_of",
    "cost_of",
    "differences_for",
    "differences_of",
    "fee_lines",
    "is_closed",
    "offered_first",
    "offers_for",
    "points_of",
    "stated",
    "told_in_full",
    "who_facts",
]
