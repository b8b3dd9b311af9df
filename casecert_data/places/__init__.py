"""What is known of a state or territory: titles of licenses, compacts, rules of its own."""

from casecert_data.places._compacts import Membership, memberships_of
from casecert_data.places._names import check_state, place_name
from casecert_data.places._place import Place, PlaceLine, place_lines, place_of
from casecert_data.places._titles import Title, read_title, title_of, titles_of

__all__ = [
    "Membership",
    "Place",
    "PlaceLine",
    "Title",
    "check_state",
    "memberships_of",
    "place_lines",
    "place_name",
    "place_of",
    "read_title",
    "title_of",
    "titles_of",
]
