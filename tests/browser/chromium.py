"""Chromium without a way out: every request is recorded, and refused unless it stays here."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Route

NAMES = ("chromium", "chromium-browser", "google-chrome")
STAYS_HERE = re.compile(r"(https?|wss?)://127\.0\.0\.1[:/]|(about|blob|data|file):")
WAIT_MS = 240_000
"""How long a condition may take at most: generous, since a busy machine is no fault."""

ARGUMENTS = (
    "--no-sandbox",  # the tests may run as root, and open only what the project wrote
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # No name is ever looked up, so that a web socket or a prefetch cannot leave either.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@dataclass(frozen=True, slots=True)
class Visit:
    """A page in a fresh browser context, and what happened while it was open."""

    page: Page
    """The page: ``page.goto(...)``."""
    requests: list[str] = field(default_factory=list)
    """Every address that was asked for, documents included, in order."""
    refused: list[str] = field(default_factory=list)
    """Those that would have left this machine."""
    console: list[str] = field(default_factory=list)
    """Warnings and errors of the console, security policy violations included."""
    page_errors: list[str] = field(default_factory=list)
    """Exceptions that nothing caught."""


def path_of_chromium() -> Path | None:
    """Find the installed Chromium; ``CHROMIUM`` in the environment names another one."""
    named = os.environ.get("CHROMIUM")
    found = (shutil.which(name) for name in ([named] if named else NAMES))
    return next((Path(path) for path in found if path), None)


def launch(playwright: Playwright, executable: Path) -> Browser:
    """Start a headless Chromium that has no network but this machine's own."""
    return playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))


@contextmanager
def visit(browser: Browser, *, width: int = 1280, height: int = 900) -> Iterator[Visit]:
    """Open a page in a context of its own, ``width`` by ``height`` CSS pixels."""
    context = _fresh_context(browser, width, height)
    try:
        page = context.new_page()
        visited = Visit(page)
        context.route("**/*", lambda route: _admit(visited, route))
        page.on("console", lambda message: _note(visited, message))
        page.on("pageerror", lambda error: visited.page_errors.append(str(error)))
        yield visited
    finally:
        context.close()


def page_pause(page: Page) -> Callable[[float], None]:
    """Give a function that waits for some seconds and lets the requests of pages through."""
    return lambda seconds: page.wait_for_timeout(seconds * 1000)


def _fresh_context(browser: Browser, width: int, height: int) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale="en-US",
        reduced_motion="reduce",
        service_workers="block",  # a service worker's requests would pass by the route
    )
    context.set_default_timeout(WAIT_MS)
    return context


def _admit(visited: Visit, route: Route) -> None:
    address = route.request.url
    visited.requests.append(address)
    if STAYS_HERE.match(address):
        route.continue_()
    else:
        visited.refused.append(address)
        route.abort()


def _note(visited: Visit, message: ConsoleMessage) -> None:
    if message.type in {"error", "warning"}:
        visited.console.append(f"{message.type}: {message.text}")
