"""Answers of issuers as a profile states them."""

from typing import Any


def ruling(certification_id: str, criterion_id: str, outcome: str, **more: Any) -> Any:
    """Return one answer, of November 3, 2026 unless another day is given."""
    return {
        "certification_id": certification_id,
        "criterion_id": criterion_id,
        "outcome": outcome,
        "ruled_by": "Desk of the issuer",
        "ruled_on": "2026-11-03",
        **more,
    }
