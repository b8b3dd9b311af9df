"""The answers of a profile that have no control of their own, as the panel lists them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from casecert_data.catalog import facts, say
from casecert_data.eligibility import Decision, found_words, read_rule
from casecert_data.profiles import Profile


@dataclass(frozen=True, slots=True)
class MoreAnswer:
    """One answer."""

    label: str
    """What it is about."""
    words: str
    """What was stated."""
    is_stated: bool
    """Whether anything was."""


def more_answers(
    profile: Profile, decisions: Sequence[Decision], apart_from: Collection[str]
) -> tuple[MoreAnswer, ...]:
    """Return the answers that these decisions rest on, in the order of ``facts.toml``.

    Parameters
    ----------
    profile
        Who answered.
    decisions
        The decisions.
    apart_from
        Facts that are shown elsewhere.

    Examples
    --------
    >>> from casecert_data import decide, read_profile
    >>> nurse = read_profile({"rn_years": 5})
    >>> decisions = decide(nurse, on="2026-11-23", certifications=["cmgt_bc"]).decisions
    >>> [(one.label, one.words) for one in more_answers(nurse, decisions, ["license_codes"])][0]
    ('Years as a registered nurse', '5 years')
    """
    asked = {
        criterion.fact
        for decision in decisions
        for criterion in read_rule(
            decision.certification_id, edition=decision.rule_edition
        ).criteria()
    }
    return tuple(
        _answer(name, profile) for name in facts() if name in asked and name not in apart_from
    )


def _answer(name: str, profile: Profile) -> MoreAnswer:
    stated = profile.facts.get(name)
    words = say("panel.dont_know") if stated is None else found_words(name, stated)
    return MoreAnswer(facts()[name].label, words, stated is not None)
