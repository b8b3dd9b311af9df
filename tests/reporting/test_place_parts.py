"""The home state on a person's page: short, sourced, absent where nothing is known."""

from datetime import date

from casecert_data.reporting.model._blocks import TextPart
from casecert_data.reporting.pages._place_parts import place_section
from casecert_data.reporting.pages._shown import Citations

DAY = date(2026, 11, 28)


def test_the_section_names_the_state_and_cites_every_line() -> None:
    """A line without a source could not be looked up."""
    cited = Citations(DAY)

    section = place_section("OH", cited, ("SW_MASTER",))

    assert section is not None
    assert section.heading == "In Ohio"
    assert len(section.parts) >= 2
    for part in section.parts:
        assert isinstance(part, TextPart)
        assert part.inline[-1].kind == "ref"
    assert cited.cited[:4] == [
        *("ohio_4757_28", "ohio_4757_27"),
        *("sdaho_compact", "swcompactmap_methodology"),
    ]


def test_nothing_is_shown_of_nowhere() -> None:
    """Most profiles name no state."""
    assert place_section(None, Citations(DAY), ("RN",)) is None


def test_nothing_is_shown_where_nothing_concerns_the_person() -> None:
    """A counselor of Puerto Rico is in no compact told of here, and no rule is known."""
    assert place_section("PR", Citations(DAY), ("LPC",)) is None
