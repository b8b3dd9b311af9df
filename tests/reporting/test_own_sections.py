"""Where own headings and parts stand in the order of a page."""

from itertools import count

from casecert_data.reporting.model._blocks import HeadingPart, Section, Span, TextPart
from casecert_data.reporting.own._markdown import Found, Heading
from casecert_data.reporting.own._own_sections import own_sections
from casecert_data.reporting.own._own_tables import table_parts

TEXT = TextPart((Span.plain("Text."),))


def sections(*found: Found) -> list[Section]:
    """Put what was found into sections."""
    return list(own_sections(found, count(1)))


def levels(section: Section) -> list[int]:
    """Return the levels of the headings inside a section."""
    return [part.level for part in section.parts if isinstance(part, HeadingPart)]


def wide_table() -> Found:
    """Make a table of more columns than the text column holds."""
    [table] = table_parts([(Span.plain("A"),)] * 6, [], [False] * 6)
    return table


def test_a_heading_of_the_first_two_levels_begins_a_section() -> None:
    """The page has its one title already."""
    found = sections(Heading(1, "A"), TEXT, Heading(2, "B"), TEXT)

    assert [(one.section_id, one.heading) for one in found] == [("own-1", "A"), ("own-2", "B")]


def test_words_before_any_heading_go_on_from_what_stands_above() -> None:
    """They get no heading that nobody wrote."""
    assert [one.heading for one in sections(TEXT, Heading(2, "B"), TEXT)] == ["", "B"]


def test_the_first_heading_begins_a_section_whatever_its_level() -> None:
    """Inside our own section above it, it would speak in our name."""
    found = sections(Heading(4, "A"), TEXT, Heading(5, "B"), Heading(3, "C"))

    assert [one.heading for one in found] == ["A", "C"]
    assert levels(found[0]) == [3]


def test_no_level_is_left_out() -> None:
    """Who moves by headings must not wonder what was missed; six levels become three."""
    [found] = sections(*(Heading(level, "A") for level in (2, 4, 6, 5, 6, 3, 4)))

    assert levels(found) == [3, 4, 4, 4, 3, 4]


def test_a_wide_table_has_the_whole_width_and_the_rest_its_column() -> None:
    """The heading stands above whatever comes first."""
    found = sections(Heading(2, "A"), TEXT, wide_table(), TEXT)

    assert [(one.heading, one.broad) for one in found] == [
        ("A", False),
        ("", True),
        ("", False),
    ]


def test_a_heading_right_above_a_wide_table_keeps_to_it() -> None:
    """It is not left alone on the page before."""
    assert [(one.heading, one.broad) for one in sections(Heading(2, "A"), wide_table())] == [
        ("A", True)
    ]


def test_a_long_heading_stands_above_its_section() -> None:
    """The left column would break its words in two."""
    found = sections(
        Heading(2, "Dates"), Heading(2, "Recommendations"), Heading(2, "What we do " * 4)
    )

    assert [one.over for one in found] == [False, True, True]


def test_a_heading_with_nothing_below_it_is_kept() -> None:
    """Nothing that somebody wrote is dropped."""
    assert [one.heading for one in sections(Heading(1, "A"), Heading(2, "B"))] == ["A", "B"]
