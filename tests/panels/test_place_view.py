"""The home state in a panel: its lines with their sources, and nothing without a state."""

from datetime import date

from casecert_data.panels._place_view import place_html, place_view
from casecert_data.panels._sources import Cited

DAY = date(2026, 11, 28)


def unnumbered(one: Cited) -> list[int]:
    """Give the words no number."""
    return [0 for _ in one.source_ids[:0]]


def test_without_a_state_there_is_nothing_to_show() -> None:
    """An empty string leaves no box behind."""
    assert place_html(None, ("RN",), DAY, numbers_of=unnumbered) == ""
    assert place_html("PR", ("LPC",), DAY, numbers_of=unnumbered) == ""


def test_the_words_stand_under_the_name_of_the_state() -> None:
    """What is not known is said to be so."""
    html = place_html("MI", ("SW_MASTER",), DAY, numbers_of=unnumbered)

    assert "<h3>In Michigan</h3>" in html
    assert "It is not known whether Michigan is a member of the Social Work" in html


def test_inside_a_page_it_takes_the_numbers_of_the_page() -> None:
    """The page lists the sources once, under everything."""

    def numbers_of(one: Cited) -> list[int]:
        return [7 for _ in one.source_ids[:1]]

    html = place_html("MI", ("RN",), DAY, numbers_of=numbers_of)

    assert "[7]" in html
    assert "https://" not in html


def test_a_page_can_ask_for_the_sources_beforehand() -> None:
    """To give them numbers."""
    view = place_view("MI", ("RN",), DAY)

    assert view is not None
    assert view.source_ids == ("compactstates_nlc_2026", "ana_michigan_nlc")
