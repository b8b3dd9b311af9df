"""The controls by themselves: what they hold, whom they tell, and what they say of a fault."""

from fractions import Fraction
from typing import Any

from support.shown import words_shown

from casecert_data.catalog import say
from casecert_data.eligibility import Interval
from casecert_data.panels._controls import ManyChoice, NumberField, codes_choice

FRUIT = {"a": "Apple", "b": "Pear", "c": "Plum"}


def test_the_order_of_a_choice_is_that_of_its_buttons() -> None:
    """What was pressed last does not come last: the columns keep their places."""
    fruit = ManyChoice("Fruit", FRUIT, chosen=["c"])
    fruit.value = ("b", "a")

    assert fruit.value == ("a", "b")
    assert [button.value for button in fruit.buttons.values()] == [True, True, False]


def test_a_pressed_button_tells_whoever_listens() -> None:
    """A click and a value set from Python are the same to the panel."""
    told: list[Any] = []
    fruit = ManyChoice("Fruit", FRUIT, chosen=[])
    fruit.observe(told.append)
    fruit.buttons["b"].value = True

    assert len(told) == 1
    assert fruit.value == ("b",)


def test_an_empty_field_is_not_known_and_no_fault() -> None:
    """Not to know is an answer everywhere."""
    field = NumberField("cm_months")

    assert field.read() is None
    assert field.error == ""
    assert field.input.placeholder == "Don\N{RIGHT SINGLE QUOTATION MARK}t know"


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


def test_a_list_begins_with_do_not_know_and_none() -> None:
    """Both are answers of their own, and not the same one."""
    licenses = codes_choice("license_codes", "License", [])

    assert licenses.value == ()
    assert [codes for _, codes in licenses.options][:2] == [(), ("NONE",)]


def test_several_codes_of_one_person_are_one_line_of_the_list() -> None:
    """A person with two degrees keeps both when opened."""
    degrees = ("bachelor:social_work", "master:social_work")
    choice = codes_choice("degrees", "Degree", [degrees, degrees, ("master:other",)])

    assert [codes for _, codes in choice.options].count(degrees) == 1
    assert len(choice.options) == len({codes for _, codes in choice.options})


def test_no_label_of_a_list_stands_twice() -> None:
    """Two equal lines could not be told apart."""
    for name in ("license_codes", "degrees"):
        labels = [label for label, _ in codes_choice(name, "", []).options]

        assert len(labels) == len(set(labels))
