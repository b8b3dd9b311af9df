"""Undo, redo and starting over: in every panel where several controls are changed."""

from collections.abc import Callable
from typing import Any

import pytest
from support.shown import words_shown

from casecert_data.catalog import say
from casecert_data.panels import ComparePanel, EmployerSupportPanel, JobsPanel
from casecert_data.profiles import read_profile

ON = "2026-11-23"


def compared() -> ComparePanel:
    """Open the comparison as the notebook does, on a fixed day."""
    return ComparePanel(opens_on="R-014", on=ON)


def typed(name: str, value: object) -> Callable[[Any], None]:
    """Give the change that a number typed into a field makes."""
    return lambda panel: setattr(panel.field(name), "value", value)


def chosen(control: str, value: object) -> Callable[[Any], None]:
    """Give the change that a choice makes."""
    return lambda panel: setattr(getattr(panel, control), "value", value)


def state(panel: Any) -> list[str]:
    """Return everything that the panel says but the word on the last step."""
    told = panel.steps.said
    return [one for one in words_shown(panel.widget) if one != told]


CHANGES: list[tuple[Callable[[], Any], list[Callable[[Any], None]]]] = [
    (
        compared,
        [
            typed("cm_months", "20"),
            typed("cm_months_under_ccm", "2,000"),
            chosen("edition", "article"),
            chosen("certifications", ["ccm", "cdms"]),
            typed("license_codes", None),
        ],
    ),
    (
        lambda: EmployerSupportPanel(on=ON),
        [
            chosen("respondents", "Employers"),
            chosen("view", "over_time"),
            chosen("measure", "pays_more"),
            chosen("certification", "cbis"),
        ],
    ),
    (
        lambda: JobsPanel(on=ON),
        [
            chosen("job_type", "prison"),
            chosen("setting", "hospital"),
            chosen("base", "nurse"),
            chosen("population", "tenants"),
        ],
    ),
]
every_panel = pytest.mark.parametrize(("opened", "changes"), CHANGES)


@every_panel
def test_each_change_is_one_step_back_and_forth(
    opened: Callable[[], Any], changes: list[Callable[[Any], None]]
) -> None:
    """What was shown before is shown again, word for word, also the faults."""
    panel = opened()
    seen = [state(panel)]
    for change in changes:
        change(panel)
        seen.append(state(panel))
    assert len({tuple(one) for one in seen}) == len(seen)
    for before in reversed(seen[:-1]):
        panel.steps.undo.click()
        assert state(panel) == before
    panel.steps.undo.click()
    assert panel.steps.said == say("panel.steps.nothing.undo")
    for after in seen[1:]:
        panel.steps.redo.click()
        assert state(panel) == after
    assert panel.fault is None


@every_panel
def test_starting_over_goes_back_to_the_opening_and_can_be_undone(
    opened: Callable[[], Any], changes: list[Callable[[Any], None]]
) -> None:
    """One button, whatever was changed."""
    panel = opened()
    first = state(panel)
    for change in changes:
        change(panel)
    last = state(panel)
    panel.steps.reset.click()
    assert panel.steps.said == say("panel.steps.done.reset")
    assert state(panel) == first
    panel.steps.undo.click()
    assert state(panel) == last


@every_panel
def test_what_was_said_of_a_step_goes_with_the_next_change(
    opened: Callable[[], Any], changes: list[Callable[[Any], None]]
) -> None:
    """It would read as if that change had been undone."""
    panel = opened()
    changes[0](panel)
    panel.steps.undo.click()
    assert panel.steps.said == say("panel.steps.done.undo")
    changes[0](panel)

    assert panel.steps.said == ""


@every_panel
def test_nothing_changed_is_nothing_to_start_over(
    opened: Callable[[], Any], changes: list[Callable[[Any], None]]
) -> None:
    """It says so; the buttons are never gray."""
    panel = opened()
    panel.steps.reset.click()

    assert changes
    assert panel.steps.said == say("panel.steps.nothing.reset")
    assert not panel.steps.reset.disabled


def test_the_next_person_never_sees_the_last_one() -> None:
    """Back to the other person goes one step; after a change for the new one, none."""
    panel = compared()
    panel.field("cm_months").value = "871"
    panel.sample.value = "R-001"
    panel.steps.undo.click()
    assert (panel.sample.value, panel.field("cm_months").value) == ("R-014", "871")
    panel.steps.redo.click()
    panel.field("cm_months").value = "30"
    panel.steps.undo.click()
    panel.steps.undo.click()

    assert panel.steps.said == say("panel.steps.nothing.undo")
    assert panel.sample.value == "R-001"
    assert "871" not in str(panel.profile.facts)


def test_a_chosen_comparison_comes_back_for_the_other_person() -> None:
    """What somebody chose by hand, and what was offered, are told apart again."""
    panel = compared()
    offered = panel.certifications.value
    panel.certifications.value = ["ccm", "crc"]
    panel.sample.value = "R-003"
    kept = panel.certifications.value
    panel.steps.undo.click()
    panel.steps.undo.click()
    back = (panel.sample.value, panel.certifications.value)
    panel.sample.value = "R-003"

    assert set(kept) == {"ccm", "crc"}
    assert back == ("R-014", offered)
    assert set(panel.certifications.value) != {"ccm", "crc"}


def test_the_facts_of_a_step_are_those_that_are_judged() -> None:
    """A profile of one's own comes back with its day and its pseudonym."""
    given = read_profile({"person_id": "T-1", "as_of": "2026-11-01", "cm_months": 3})
    panel = ComparePanel(profile=given, certifications=["ccm"], on=ON)
    before = panel.answer
    panel.field("cm_months").value = "24"
    panel.steps.undo.click()

    assert panel.answer == before
    assert (panel.profile.person_id, panel.profile.as_of) == ("T-1", given.as_of)
