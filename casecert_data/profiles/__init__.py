"""From a file, a form or a roster's row to facts, and from facts to an answer."""

from casecert_data.profiles._assume import Assumptions, assumed, read_assumptions
from casecert_data.profiles._decide import EDITIONS, decide, decide_profile, read_day
from casecert_data.profiles._read_profile import (
    CARRIED_PREFIX,
    Profile,
    profile_from_values,
    read_profile,
)
from casecert_data.profiles._values import Stated, read_cell, read_value
from casecert_data.profiles._write_profile import profile_text, write_profile

__all__ = [
    "CARRIED_PREFIX",
    "EDITIONS",
    "Assumptions",
    "Profile",
    "Stated",
    "assumed",
    "decide",
    "decide_profile",
    "profile_from_values",
    "profile_text",
    "read_assumptions",
    "read_cell",
    "read_day",
    "read_profile",
    "read_value",
    "write_profile",
]
