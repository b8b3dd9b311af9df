"""The harness itself: a page that reaches out, or shuts someone out, does not pass unseen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from browser.chromium import Visit

pytestmark = pytest.mark.browser

STRICT = "default-src 'none'; style-src 'unsafe-inline'; img-src *"


def page_of(folder: Path, body: str) -> str:
    """Write a page with a strict security policy, and give its address."""
    path = folder / "page.html"
    path.write_text(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{STRICT}"></head>'
        f"<body><main><h1>Page</h1>{body}</main></body></html>",
        "utf-8",
    )
    return path.as_uri()


def test_a_request_to_elsewhere_is_refused_and_recorded(tmp_path: Path, visit: Visit) -> None:
    """Otherwise "0 requests" would be true of every page on a machine without a network."""
    address = page_of(tmp_path, '<img src="https://elsewhere.example/a.png" alt="A">')
    visit.page.goto(address)

    assert visit.refused == ["https://elsewhere.example/a.png"]
    assert visit.requests == [address, *visit.refused]


def test_a_script_against_the_security_policy_is_noted(tmp_path: Path, visit: Visit) -> None:
    """The policy stays in force while the tests look: nothing is bypassed for them."""
    visit.page.goto(page_of(tmp_path, "<script>document.title = 'changed'</script>"))

    assert visit.page.title() == "Page"
    assert any("Content Security Policy" in line for line in visit.console)


def test_axe_finds_an_image_without_words(
    tmp_path: Path, visit: Visit, axe: Callable[..., list[str]]
) -> None:
    """Also on a page that forbids scripts, as the handouts do; a good page has no finding."""
    visit.page.goto(page_of(tmp_path, '<img src="data:,">'))
    found = axe(visit.page)
    visit.page.goto(page_of(tmp_path, "<p>Words</p>"))

    assert [line.split(":")[0] for line in found] == ["image-alt"]
    assert axe(visit.page) == []
