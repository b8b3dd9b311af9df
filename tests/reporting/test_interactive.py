"""Pages with live charts: the same page, two scripts of ours, and nothing to load."""

import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest
from markupsafe import escape
from support.pages import HOSTILE, page_of, read_page, small_page

from casecert_data.errors import ReportError
from casecert_data.reporting import read_formats
from casecert_data.reporting.html import render_html
from casecert_data.reporting.html._interactive import render_interactive
from casecert_data.reporting.model._blocks import ChartPart, pieces

SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)
MOST_BYTES = 5_500_000


def scripts(html: str) -> list[str]:
    """Return the scripts that run, in order."""
    return [content for attributes, content in SCRIPT.findall(html) if not attributes]


def figures(html: str) -> dict[str, dict[str, object]]:
    """Return the figures that the page brings, as its script reads them."""
    [content] = [content for attributes, content in SCRIPT.findall(html) if attributes]
    read: dict[str, dict[str, object]] = json.loads(content)
    return read


def hash_of(content: str) -> str:
    """Return the hash by which a policy allows a script."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def test_the_policy_allows_the_two_scripts_and_nothing_to_load() -> None:
    """plotly.js and what draws by it; one file of about 5 MB works without a network."""
    html = render_interactive(read_page("certification"))
    allowed = " ".join(map(hash_of, scripts(html)))

    assert len(scripts(html)) == 2
    assert (
        "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; "
        f'script-src {allowed}">'
    ) in html
    assert len(html.encode()) < MOST_BYTES


def test_every_chart_has_its_figure_picture_sentence_and_table() -> None:
    """Whoever cannot see it, print it or run it has the same facts."""
    page = read_page("certification")
    html = render_interactive(page)
    charts = [one.chart for one in pieces(page) if isinstance(one, ChartPart)]

    assert charts
    assert set(figures(html)) == set(re.findall(r'data-chart="([^"]+)"', html))
    assert len(figures(html)) == len(charts)
    for chart in charts:
        assert f"<p>{escape(chart.sentence)}</p>" in html
        assert f'<caption class="vh">{escape(chart.table.caption)}</caption>' in html
    assert html.partition("<script")[0].count("<svg") == render_html(page).count("<svg")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_word_of_a_page_can_end_or_add_a_script(text: str) -> None:
    """The figures are data inside the page, and stay data."""
    html = render_interactive(page_of(text))

    assert len(SCRIPT.findall(html)) == 3
    assert scripts(html) == scripts(render_interactive(read_page("certification")))
    assert figures(html)


def test_a_page_without_a_chart_needs_no_script() -> None:
    """It is the other file, to the byte."""
    page = small_page()

    assert render_interactive(page) == render_html(page)


def test_the_format_is_chosen_by_name_and_never_by_itself() -> None:
    """The file's ending says which it is, beside the strict one."""
    assert read_formats("html,interactive") == ("html", "interactive.html")
    with pytest.raises(ReportError, match="Did you mean 'interactive'"):
        read_formats("interactve")
