"""From a roster to profiles: every cell checked, every fault listed, nothing guessed."""

from casecert_data.rosters._read_roster import Roster, RosterRow, read_roster

__all__ = ["Roster", "RosterRow", "read_roster"]
