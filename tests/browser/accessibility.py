"""axe-core on an open page, with findings as lines that a person can read."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

RULES = (
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22a",
    "wcag22aa",
    "best-practice",
)
"""axe's tags for WCAG 2.0 to 2.2, levels A and AA, and for what is only good practice."""


def violations(page: Page, *, within: str | None = None) -> list[str]:
    """List what axe-core finds against a page.

    Parameters
    ----------
    page
        The page, as it stands now.
    within
        CSS selector of the part to examine; the whole page if None.

    Returns
    -------
    list[str]
        One line for each element at fault: ``rule: selector: what is wrong``.
    """
    options = {"runOnly": {"type": "tag", "values": list(RULES)}, "resultTypes": ["violations"]}
    target = "document" if within is None else json.dumps(within)
    found = _evaluate(page, f"axe.run({target}, {json.dumps(options)}).then(JSON.stringify)")
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {rule['help']}"
        for rule in json.loads(found)["violations"]
        for node in rule["nodes"]
    ]


def _evaluate(page: Page, expression: str) -> str:
    # Through the debugger, since a handout's security policy forbids every script: so axe runs,
    # and the policy stays in force for the page itself.
    session = page.context.new_cdp_session(page)
    try:
        _answer(session.send("Runtime.evaluate", {"expression": _axe_source()}))
        asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        return str(_answer(session.send("Runtime.evaluate", asked)))
    finally:
        session.detach()


def _answer(reply: dict[str, Any]) -> object:
    assert "exceptionDetails" not in reply, reply["exceptionDetails"]
    return reply["result"].get("value")


@cache
def _axe_source() -> str:
    # Only the file is taken: the package's own code looks for another Playwright.
    spec = find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.origin is not None
    return (Path(spec.origin).parent / "axe.min.js").read_text("utf-8")
