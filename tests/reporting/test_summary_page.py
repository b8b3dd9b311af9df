"""The page that a folder of handouts is opened by."""

import re
from html import escape
from pathlib import Path

import pytest
from support.manifests import FAILED, FINE, manifest, output

from casecert_data.reporting.batches._summary_page import summary_page, write_summary


def test_the_heading_counts_what_is_there_and_what_is_not() -> None:
    """The answer first: whoever opens the folder sees whether anything is missing."""
    assert "<h1>1 handout is here, 1 is missing</h1>" in summary_page(
        manifest(FINE, FAILED), title="Where you stand"
    )
    assert "<h1>2 handouts are here</h1>" in summary_page(
        manifest(FINE, FINE | {"person_id": "p-3"}), title="Where you stand"
    )


def test_every_file_is_linked_with_its_kind_its_person_and_its_size() -> None:
    """A link that is heard alone says where it leads."""
    page = summary_page(manifest(FINE), title="Where you stand")

    assert '<a href="person-p-1.html">HTML<span class="vh"> of p-1</span></a> 21 kB' in page
    assert '<a href="person-p-1.pdf">PDF<span class="vh"> of p-1</span></a> 45 kB' in page


def test_what_failed_stands_with_its_reason() -> None:
    """And not among the handouts."""
    page = summary_page(manifest(FINE, FAILED), title="Where you stand")
    rows = re.findall(r"<tr><th scope=.row.><bdi>(.+?)</bdi></th><td>(.+?)</td>", page)

    assert rows[0] == ("p-2", "cell 3 of the template stopped with ValueError")
    assert [name for name, _ in rows] == ["p-2", "p-1"]


def test_volumes_are_linked_with_the_first_and_the_last_person() -> None:
    """So that the right one is printed."""
    volume = output("volume-1.pdf", 790_248) | {"first": "p-1", "last": "p-9"}
    page = summary_page(manifest(FINE, volumes=[volume]), title="Where you stand")

    assert (
        '<a href="volume-1.pdf">Volume 1</a> <bdi>p-1</bdi> to <bdi>p-9</bdi>, 791 kB' in page
    )


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "{{ 7*7 }}", "<b>bold</b>"])
def test_an_id_stays_text(hostile: str) -> None:
    """An id is what somebody typed into a roster."""
    page = summary_page(manifest(FINE | {"person_id": hostile}), title="Where you stand")

    assert f"<bdi>{escape(hostile)}</bdi>" in page
    assert "<script" not in page


def test_a_file_name_is_made_fit_for_an_address() -> None:
    """A sign such as # or % would lead elsewhere."""
    entry = FINE | {"outputs": [output("person-a%b#c~1.pdf")]}

    assert 'href="person-a%25b%23c~1.pdf"' in summary_page(manifest(entry), title="T")


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    """Its policy allows its own style alone."""
    page = summary_page(manifest(FINE, FAILED), title="Where you stand")

    assert "default-src 'none'; style-src 'sha256-" in page
    assert not re.search(r"<script|<img|<link|\son\w+=|https?:", page)


def test_it_is_called_as_browsers_expect(tmp_path: Path) -> None:
    """A browser that is given the folder opens this file."""
    file = write_summary(tmp_path, manifest(FINE), title="Where you stand")

    assert file.path == tmp_path / "index.html"
    assert file.path.stat().st_mode & 0o077 == 0


def test_handouts_about_no_person_may_be_for_anybody() -> None:
    """The words about each person's own file would be wrong for them."""
    entry = {name: value for name, value in FINE.items() if name != "person_id"}
    page = summary_page(manifest({"certification_id": "ccm"} | entry), title="One")

    assert "<bdi>ccm</bdi>" in page
    assert "for anybody: none is about a person" in page
    assert "their own file" not in page
