"""What is known of the state a person lives in, as a section of that person's page."""

from collections.abc import Collection

from casecert_data.places import place_lines, place_of
from casecert_data.reporting.model._blocks import Section, Span, TextPart
from casecert_data.reporting.pages._shown import Citations, spaced


def place_section(
    state_code: str | None, cited: Citations, license_codes: Collection[str] | None
) -> Section | None:
    """Return what is known of a state and concerns a person's licenses; None where nothing is.

    Parameters
    ----------
    state_code
        The home state; None where it was not stated.
    cited
        Takes the sources, and gives the references to them.
    license_codes
        What the person holds; None where it was not stated.
    """
    if state_code is None:
        return None
    lines = tuple(
        TextPart(spaced(Span.plain(line.words), cited.refs(line.source_ids)), small=True)
        for line in place_lines(state_code, license_codes)
    )
    return Section("place", place_of(state_code).heading, lines) if lines else None
