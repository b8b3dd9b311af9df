"""From a roster to profiles: every cell checked, every fault listed, nothing guessed."""

from casecert_data.rosters._cells import ROSTER_SHEET
from casecert_data.rosters._head import Wanted
from casecert_data.rosters._kinds import ROSTER_ENDINGS
from casecert_data.rosters._mapping import RosterMapping, read_mapping
from casecert_data.rosters._read_roster import Roster, read_roster
from casecert_data.rosters._read_rows import TableRow, read_rows
from casecert_data.rosters._rows import RosterRow

__all__ = [
    "ROSTER_ENDINGS",
    "ROSTER_SHEET",
    "Roster",
    "RosterMapping",
    "RosterRow",
    "TableRow",
    "Wanted",
    "read_mapping",
    "read_roster",
    "read_rows",
]
