"""What comes back: a decision for each certification, whose fields are those of the JSON."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from casecert_data.eligibility._logic import NOT_MET
from casecert_data.eligibility._rule import Needed
from casecert_data.eligibility._state import FactValue, as_json


class Finding(NamedTuple):
    """One requirement together with what was found: a reason cannot be missing from it."""

    id: str
    """Name of the criterion, stable within the certification."""
    group: str
    """The need that it belongs to."""
    way: str | None
    """The alternative within that need; None where there is none."""
    outcome: str
    """``met``, ``not_met`` or ``unknown``."""
    cause: str | None
    """Why it is unknown: ``blank``, ``interval``, ``open_list``, ``secondary_rule``."""
    fact: str
    """Name of the fact."""
    found: FactValue | None
    """What was stated, None for nothing; never what was derived."""
    needed: Needed
    """What the fact must be."""
    text: str
    """The requirement in plain words."""
    is_declaration: bool
    """Whether only the applicant's own declaration settles it."""
    source_id: str
    """Who says so."""
    locator: str
    """Where in the source."""
    remark: str = ""
    """What other pages say about what was stated, where the list does not settle it."""
    ruled_by: str = ""
    """Who said so for the issuer; empty where nobody was asked."""
    ruled_on: date | None = None
    """Day on which the issuer said so; None where it was not asked."""

    @property
    def is_refused(self) -> bool:
        """Whether the issuer said that it is not met."""
        return self.ruled_on is not None and self.outcome == NOT_MET

    def to_json(self) -> dict[str, object]:
        """Return the fields as in the contract; remark and ruling only where there is one."""
        fields: dict[str, object] = {
            "id": self.id,
            "group": self.group,
            "way": self.way,
            "outcome": self.outcome,
            "cause": self.cause,
            "fact": self.fact,
            "found": as_json(self.found),
            "needed": self.needed.to_json(),
            "text": self.text,
            "is_declaration": self.is_declaration,
            "source_id": self.source_id,
            "locator": self.locator,
        }
        if self.remark:
            fields["remark"] = self.remark
        if self.ruled_on is not None:
            fields |= {"ruled_by": self.ruled_by, "ruled_on": self.ruled_on.isoformat()}
        return fields


class MissingEntry(NamedTuple):
    """One change that, with the others of its set, makes the outcome met."""

    fact: str
    """Name of the fact."""
    found: FactValue | None
    """What was stated, None for nothing."""
    needed: Needed
    """What the fact must be."""
    can_change: bool
    """Whether anybody can bring it about."""

    def to_json(self) -> dict[str, object]:
        """Return the fields as in the contract."""
        return {
            "fact": self.fact,
            "found": as_json(self.found),
            "needed": self.needed.to_json(),
            "can_change": self.can_change,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The outcome for one certification, why, and what is missing."""

    certification_id: str
    """Key of the certification."""
    outcome: str
    """``met``, ``not_met`` or ``unknown``."""
    apart_from_declarations: str
    """The outcome if every blank declaration were answered as helps most."""
    held: bool
    """Whether the person already holds the certification."""
    rule_edition: str
    """The edition whose rule answered."""
    criteria: tuple[Finding, ...]
    """Every leaf of the rule, in its order."""
    missing: tuple[tuple[MissingEntry, ...], ...]
    """The smallest sets of changes, easiest first; empty when met."""
    missing_truncated: bool
    """Whether there are more sets than are listed."""
    next_question: str | None
    """The fact to ask for next, where an answer can settle an unknown."""

    def to_json(self) -> dict[str, object]:
        """Return the fields as in the contract."""
        return {
            "certification_id": self.certification_id,
            "outcome": self.outcome,
            "apart_from_declarations": self.apart_from_declarations,
            "held": self.held,
            "rule_edition": self.rule_edition,
            "criteria": [finding.to_json() for finding in self.criteria],
            "missing": [[entry.to_json() for entry in entries] for entries in self.missing],
            "missing_truncated": self.missing_truncated,
            "next_question": self.next_question,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All decisions for one person on one day."""

    on: date
    """The day asked about."""
    edition: str
    """The edition that was asked for."""
    decisions: tuple[Decision, ...]
    """One for each certification, in the order of the contract."""
    assumed: tuple[tuple[str, str], ...] = ()
    """Facts that were assumed openly, with what was assumed, as it was written."""
    left_out: tuple[str, ...] = ()
    """Certifications without a rule on that day."""
    rulings_left_out: tuple[str, ...] = ()
    """Certifications whose issuers' answers are left out: one page's words were asked for."""

    def to_json(self) -> dict[str, object]:
        """Return the fields as in the contract."""
        answer: dict[str, object] = {
            "on": self.on.isoformat(),
            "edition": self.edition,
            "decisions": [decision.to_json() for decision in self.decisions],
        }
        # All are there only where they say something, so that the usual answer stays as fixed.
        if self.assumed:
            answer["assumed"] = dict(self.assumed)
        if self.left_out:
            answer["left_out"] = list(self.left_out)
        if self.rulings_left_out:
            answer["rulings_left_out"] = list(self.rulings_left_out)
        return answer
