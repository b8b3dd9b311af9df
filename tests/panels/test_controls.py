"""The fields and buttons by themselves: what they hold, whom they tell, what they refuse."""

from fractions import Fraction
from typing import Any

import ipywidgets
import pytest
from support.shown import words_shown

from casecert_data.catalog import code_names, facts, say
from casecert_data.credentials import asked_facts
from casecert_data.eligibility import Interval
from casecert_data.errors import OptionError
from casecert_data.panels._codes_field import DONT_KNOW, NONE_CODE, CodesField
from casecert_data.panels._disclosure import Disclosure
from casecert_data.panels._fields import CodeField, NumberField, YesNoField, field_for
from casecert_data.panels._offered_choice import OfferedChoice


def test_a_pressed_button_tells_whoever_listens_once() -> None:
    """A click and a value set from Python are the same to the panel."""
    told: list[Any] = []
    choice = OfferedChoice(["ccm"])
    choice.observe(told.append)
    choice.buttons["acm_rn"].value = True
    choice.value = ("cmc", "cdms")

    assert len(told) == 2
    assert set(choice.value) == {"cmc", "cdms"}


def test_five_at_once_change_nothing() -> None:
    """What would have to go is not for the panel to say."""
    choice = OfferedChoice(["ccm"])
    choice.value = ("ccm", "acm_rn", "acm_sw", "cmgt_bc", "cmac")

    assert list(choice.value) == ["ccm"]


def test_five_cannot_be_asked_for_at_first() -> None:
    """The error says how many there is room for."""
    with pytest.raises(OptionError, match="expected 4 at the most, found 5"):
        OfferedChoice(["ccm", "acm_rn", "acm_sw", "cmgt_bc", "cmac"])


def test_what_is_folded_is_not_there_until_it_is_opened() -> None:
    """A line of words opens and closes it."""
    folded = Disclosure(ipywidgets.Label("in it"), "More")

    assert folded.content.layout.display == "none"
    folded.opener.value = True
    assert folded.content.layout.display is None


def test_yes_no_and_not_known_are_three_answers() -> None:
    """Not to know is a choice, and neither of the others."""
    field = YesNoField("is_self_employed")
    answers = []
    for stated in (True, False, None):
        field.fill(stated)
        answers.append(field.read())

    assert answers == [True, False, None]
    assert [label for label, _ in field.control.options] == [
        say("panel.yes"),
        say("panel.no"),
        say("panel.dont_know"),
    ]


def test_states_are_listed_by_their_names() -> None:
    """Nobody looks for Alaska under AK."""
    labels = [label for label, _ in CodeField("home_state").control.options]

    assert labels[:3] == [say("panel.dont_know"), "Alabama", "Alaska"]
    assert labels[1:] == sorted(labels[1:])


@pytest.mark.parametrize("name", [one.name for one in facts().values() if one.is_judged])
def test_every_fact_that_is_judged_has_a_field_that_begins_with_not_known(name: str) -> None:
    """A kind of fact without a field could not be answered."""
    field = field_for(name)

    assert field.read() is None
    assert field.error == ""


def test_a_part_stands_right_behind_its_whole() -> None:
    """What is “of these” says nothing without what it is of."""
    asked = asked_facts(["hs_bcp", "crc", "cdms", "ccm"])
    names = [*asked.common, *(name for each in asked.own.values() for name in each)]
    parts = {one: of.at_most for one, of in facts().items() if of.at_most and one in names}

    assert len(parts) == 4
    assert {names[names.index(one) - 1] for one in parts} == set(parts.values())


def test_no_field_is_asked_for_twice() -> None:
    """What two certifications ask for is one answer."""
    asked = asked_facts(["ccm", "cmc", "acm_rn", "acm_sw"])
    names = [*asked.who, *asked.common, *(one for each in asked.own.values() for one in each)]

    assert len(names) == len(set(names))


def test_an_empty_field_is_not_known_and_no_fault() -> None:
    """Not to know is an answer everywhere."""
    field = NumberField("cm_months")

    assert field.read() is None
    assert field.error == ""
    assert field.control.placeholder == "Don\N{RIGHT SINGLE QUOTATION MARK}t know"


def test_a_fault_goes_when_it_is_mended() -> None:
    """An error that stays would be one more thing to understand."""
    field = NumberField("cm_months")
    field.value = "18,5"
    field.read()
    was_said = words_shown(field.widget)
    field.value = "18.5"

    assert was_said == [say("panel.fault.comma")]
    assert field.read() == Interval(Fraction(37, 2), Fraction(37, 2))
    assert field.error == ""
    assert words_shown(field.widget) == []


def told_by(field: CodesField) -> list[tuple[str, ...]]:
    """Note what the field holds each time that it tells of a change."""
    told: list[tuple[str, ...]] = []
    field.observe(lambda _: told.append(field.value))
    return told


def ticked(field: CodesField) -> list[str]:
    """Name the ticks that are set."""
    return [code for code, box in field.boxes.items() if box.value]


@pytest.mark.parametrize("name", ["license_codes", "degrees", "certification_codes"])
def test_a_list_begins_with_do_not_know_and_none(name: str) -> None:
    """Both are answers of their own, and not the same one."""
    field = CodesField(name)

    assert list(field.boxes)[:2] == [DONT_KNOW, NONE_CODE]
    assert list(field.boxes)[2:] == [
        one for one in code_names(str(field.fact.vocabulary)) if one != NONE_CODE
    ]
    assert ticked(field) == [DONT_KNOW]
    assert field.read() is None


def test_two_licenses_are_held_at_once() -> None:
    """A nurse who is a social worker as well is both; each tick is told once."""
    field = CodesField("license_codes")
    told = told_by(field)
    field.boxes["SW_CLINICAL"].value = True
    field.boxes["RN"].value = True

    assert told == [("SW_CLINICAL",), ("RN", "SW_CLINICAL")]
    assert ticked(field) == ["RN", "SW_CLINICAL"]
    assert field.words == "Registered nurse and clinical social worker"


@pytest.mark.parametrize(("alone", "value"), [(NONE_CODE, (NONE_CODE,)), (DONT_KNOW, ())])
def test_none_and_do_not_know_take_all_others_away(alone: str, value: tuple[str, ...]) -> None:
    """Nobody holds a license and none; and whoever does not know has said nothing."""
    field = CodesField("license_codes")
    field.fill(("RN", "LPN"))
    field.boxes[alone].value = True

    assert field.value == value
    assert ticked(field) == [alone]
    field.boxes["LPN"].value = True
    assert ticked(field) == ["LPN"]


def test_the_last_tick_taken_away_leaves_do_not_know() -> None:
    """An empty list would look like an answer; and not to know stays until one is given."""
    field = CodesField("degrees")
    field.fill(("master:nursing",))
    field.boxes["master:nursing"].value = False
    told = told_by(field)
    field.boxes[DONT_KNOW].value = False

    assert ticked(field) == [DONT_KNOW]
    assert field.words == say("panel.dont_know")
    assert told == []


def test_what_was_stated_stays_as_it_was_stated() -> None:
    """Opening somebody changes nothing in them, not even the order of two licenses."""
    field = CodesField("license_codes")
    field.fill(("SW_CLINICAL", "RN"))
    ticks = ticked(field)

    assert field.value == ("SW_CLINICAL", "RN")
    assert ticks == ["RN", "SW_CLINICAL"]


def test_the_ticks_are_made_when_they_are_first_looked_at() -> None:
    """A page carries no fifty ticks that nobody has opened."""
    field = CodesField("degrees")
    before = field.more.content.children
    field.fill(("master:nursing",))
    field.more.opener.value = True

    assert before == ()
    assert len(field.more.content.children) == len(field.boxes) > 10
    assert ticked(field) == ["master:nursing"]


def test_no_label_of_a_list_stands_twice() -> None:
    """Two equal lines could not be told apart."""
    for name in ("license_codes", "degrees", "certification_codes"):
        labels = [box.description for box in CodesField(name).boxes.values()]

        assert len(labels) == len(set(labels))
