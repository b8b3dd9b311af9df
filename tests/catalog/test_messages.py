"""Messages: places, counts, and text that must never be read as a message."""

import pytest
from support.own_data import OwnData

from casecert_data.catalog import message_keys, say
from casecert_data.errors import CatalogError, UnknownNameError


@pytest.fixture(autouse=True)
def trial(data: OwnData) -> OwnData:
    """Give a message file with one message of each form."""
    data.write(
        "messages/en.toml",
        """
plain = "Words"

[room]
place = "{name} of {other}"
twice = "{name} and {name}"
braces = "{ a }, {1}, {A} and {}"
count = { one = "{count} thing", other = "{count} things {name}" }
""",
    )
    return data


def test_places_are_filled_by_name() -> None:
    """The order of words may differ in another language."""
    assert say("room.place", other="B", name="A") == "A of B"


def test_a_place_that_stands_twice_is_filled_twice() -> None:
    """A name may be needed again at the end."""
    assert say("room.twice", name="A") == "A and A"


@pytest.mark.parametrize(
    "value", ["{name}", "{other}", "{0}", "%s", "{{ 7 * 7 }}", r"\1 \g<0>", "${x}"]
)
def test_a_value_is_never_read_as_a_message(value: str) -> None:
    """Somebody's words may hold anything, and stay words."""
    assert say("room.place", name=value, other="B") == f"{value} of B"


def test_braces_that_are_no_place_stay() -> None:
    """Only a small name in braces is a place."""
    assert say("room.braces") == "{ a }, {1}, {A} and {}"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 things of it"), (1, "1 thing"), (2, "2 things of it")]
)
def test_a_count_picks_the_form_and_fills_its_place(count: int, words: str) -> None:
    """One is singular; none and many are plural."""
    assert say("room.count", count=count, name="of it") == words


def test_a_place_without_a_value_is_refused() -> None:
    """A hole in a sentence must not reach a client."""
    with pytest.raises(CatalogError, match=r"room\.place: expected .+, found 'other'"):
        say("room.place", name="A")


@pytest.mark.parametrize("key", ["plane", "room.plac", "room.place.deeper", "rom.place"])
def test_an_unknown_message_is_refused(key: str) -> None:
    """A misspelt key is a mistake of the code, told with the nearest."""
    with pytest.raises(UnknownNameError, match=f"No message is called {key!r}"):
        say(key)


@pytest.mark.parametrize(("key", "count"), [("room", None), ("room", 1), ("room.count", None)])
def test_what_is_no_sentence_is_refused(key: str, count: int | None) -> None:
    """A group of messages, or one with a count and none given, says nothing."""
    with pytest.raises(CatalogError, match="expected a sentence, or one and other"):
        say(key, count=count)


def test_every_message_has_one_key() -> None:
    """The two forms of a count are one message."""
    assert message_keys() == ("plain", "room.place", "room.twice", "room.braces", "room.count")
