"""Manifests as a batch writes them, and the page of links that is made of one."""

from typing import Any

from casecert_data.reporting.batches._summary_page import summary_page


def output(path: str, size: int = 1) -> dict[str, Any]:
    """Describe a file as the manifest does."""
    return {"path": path, "sha256": "0" * 64, "bytes": size}


def manifest(*entries: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Describe a batch as the manifest does."""
    return {
        "report": "person",
        "edition": "issuer",
        "data_version": "2026.11",
        "code_version": "1.0",
        "on": "2026-11-23",
        "files": list(entries),
        **more,
    }


FINE = {
    "person_id": "p-1",
    "status": "ok",
    "error": None,
    "outputs": [output("person-p-1.html", 20_001), output("person-p-1.pdf", 45_000)],
}
FAILED = {
    "person_id": "p-2",
    "status": "failed",
    "error": "cell 3 of the template stopped with ValueError",
    "outputs": [],
}


def whole_summary() -> str:
    """Draw a page of links with everything that one can have."""
    volume = output("volume-1.pdf", 790_248) | {"first": "p-1", "last": "p-9"}
    return summary_page(manifest(FINE, FAILED, volumes=[volume]), title="Where you stand")
