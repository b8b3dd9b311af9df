"""What is known of the state a person lives in, as a section of that person's page."""

from collections.abc import Collection

from casecert_data.places import place_lines, place_of
from casecert_data.reporting._blocks import ListPart, Section, Span
from casecert_data.reporting._shown import Citations, spaced


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
    items = tuple(
        spaced(Span.plain(line.words), cited.refs(line.source_ids))
        for line in place_lines(state_code, license_codes)
    )
    if not items:
        return None
    return Section("place", place_of(state_code).heading, (ListPart("plain", items),))
