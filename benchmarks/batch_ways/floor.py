"""The floor: the same content by our own renderer, with no notebook, in one warm process."""

from pathlib import Path

from _people import DAY, measure, task

from casecert_data.profiles import read_profile
from casecert_data.reporting import Person, PersonPage
from casecert_data.reporting._files import write_whole
from casecert_data.reporting.html import render_html
from casecert_data.reporting.model._blocks import Page
from casecert_data.reporting.pdf import render_pdf

FOUND = task("Make the pages by our own renderer, without a notebook.")


def make(person: Person, _private: Path) -> None:
    """Write the two files of a person."""
    page = PersonPage(read_profile(person.profile), on=DAY, edition="issuer")
    parts = (page.heading, page.summary, page.next_steps, page.others, page.place)
    shown = [one() for one in (*parts, page.details, page.sources)]
    blocks = tuple(block for one in shown for block in one.blocks)
    whole = Page("Where you stand", "en", blocks)
    write_whole(FOUND.out / f"{person.person_ref}.html", render_html(whole).encode())
    write_whole(FOUND.out / f"{person.person_ref}.pdf", render_pdf(whole))


measure(FOUND, make)
