"""What stands below the certifications that are told in full: the others, in a few lines."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casecert_data.catalog import say, spell_date
from casecert_data.credentials import FIELD, TIERS, Offer
from casecert_data.eligibility import Decision, names_of


class OtherLine(NamedTuple):
    """One certification that is not told in full."""

    name: str
    """Its name on a button."""
    outcome: str
    """Its outcome."""
    field: str
    """The field of work that it is about; empty where that is not why it stands here."""


class OtherGroup(NamedTuple):
    """Certifications that are not told in full for the same reason."""

    heading: str
    """Why."""
    lines: tuple[OtherLine, ...]
    """At least one."""


def other_groups(
    decisions: Sequence[Decision], offers: Sequence[Offer]
) -> tuple[OtherGroup, ...]:
    """Group what is not told in full by whom it is for.

    Parameters
    ----------
    decisions
        The decisions.
    offers
        Whom each certification is for, as seen from this client.

    Examples
    --------
    >>> from casecert_data import decide
    >>> from casecert_data.credentials import offers_for, told_in_full
    >>> nurse = {"license_codes": ("RN",)}
    >>> _, rest = told_in_full(decide(nurse, on="2026-11-23"), nurse)
    >>> [len(one.lines) for one in other_groups(rest, offers_for(nurse))]
    [5, 5]
    """
    tier_of = {one.certification_id: one for one in offers}
    found: dict[str, list[OtherLine]] = {tier: [] for tier in TIERS}
    for one in decisions:
        offer = tier_of[one.certification_id]
        field = offer.field if offer.tier == FIELD else ""
        name = names_of(one.certification_id)["button_name"]
        found[offer.tier].append(OtherLine(name, one.outcome, field))
    return tuple(
        OtherGroup(say(f"panel.client.others.{tier}"), tuple(lines))
        for tier, lines in found.items()
        if lines
    )


def ruled_lines(decision: Decision) -> Iterator[str]:
    """Say which requirements an issuer has settled, who said so, and when.

    Examples
    --------
    >>> from casecert_data import decide
    >>> list(ruled_lines(decide({}, on="2026-11-23").decisions[0]))
    []
    """
    for finding in decision.criteria:
        if finding.ruled_on is not None:
            yield say(
                "panel.ruling.said",
                date=spell_date(finding.ruled_on),
                by=finding.ruled_by,
                outcome=say(f"outcome.{finding.outcome}"),
                requirement=finding.text,
            )
