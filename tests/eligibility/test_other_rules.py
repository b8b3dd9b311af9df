"""Rules that nobody has published: random trees with every comparison, against the oracle."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import Verdict, minimal_changes, next_question
from oracle.answers import ON, leaves_summary, missing, summary
from oracle.leaves import (
    Profile,
    at_least,
    by_a_secondary_source,
    either,
    every,
    fewer_than,
    includes_any,
    includes_none,
    is_value,
)
from oracle.strategies import profiles

from casecert_data.eligibility import (
    Answer,
    Criterion,
    Group,
    Needed,
    Rule,
    decide_rule,
    state_on,
)
from casecert_data.profiles import read_profile

THOROUGH = settings(derandomize=True, deadline=None, max_examples=150)
"""For tests whose example takes a few milliseconds."""

Stated = dict[str, Any]


@dataclass(frozen=True)
class Wish:
    """A leaf in both tongues: as the engine's criterion and as the oracle's comparison."""

    fact: str
    """What is compared."""
    kind: str
    """The comparison."""
    value: Any
    """What it is compared with: a whole number, codes, a yes or no."""
    judge: Callable[[Profile], Verdict]
    """The oracle's leaf."""
    lists: dict[str, Any]
    """Further fields of the engine's criterion."""


@dataclass(frozen=True)
class Tree:
    """Wishes that are all needed, or of which one is enough."""

    is_choice: bool
    """Whether one is enough."""
    parts: tuple["Tree | Wish", ...]
    """Two or more."""


def _number(fact: str, amount: int) -> Wish:
    """Ask for at least an amount."""
    return Wish(fact, "at_least", amount, lambda one: at_least(one, fact, amount), {})


def _fewer(fact: str, amount: int) -> Wish:
    """Ask for fewer than an amount."""
    return Wish(fact, "fewer_than", amount, lambda one: fewer_than(one, fact, amount), {})


def _none_of(fact: str, *listed: str) -> Wish:
    """Ask for no code of a list."""
    return Wish(fact, "includes_none", listed, lambda one: includes_none(one, fact, listed), {})


def _answer(fact: str, *, wanted: bool) -> Wish:
    """Ask for a yes or a no."""
    return Wish(fact, "is", wanted, lambda one: is_value(one, fact, needed=wanted), {})


def _codes(fact: str, *named: str, **lists: Any) -> Wish:
    """Ask for one code of a list."""
    own = {"is_open" if key == "open" else key: value for key, value in lists.items()}
    return Wish(
        fact, "includes_any", named, lambda one: includes_any(one, fact, named, **own), lists
    )


def _secondary(wish: Wish) -> Wish:
    """Return the same wish as a source that may not refuse has it."""
    return Wish(
        wish.fact,
        wish.kind,
        wish.value,
        lambda one: by_a_secondary_source(wish.judge(one)),
        {**wish.lists, "refuses": False},
    )


# Each fact is used in one direction, as a check on rule files asks.
WISHES = (
    _codes("license_codes", "RN", "PHARMACIST", unsettled=("APRN",)),
    _codes("certification_codes", "CRC", "CDMS", open=True, excluded=("CMAC", "ACM_RN")),
    _none_of("degrees", "associate:nursing", "bachelor:other", "master:other"),
    _number("cm_months", 12),
    _number("cm_months", 24),
    _number("cm_months_under_ccm", 12),
    _number("health_system_cm_months", 12),
    _number("health_system_cm_months", 24),
    _number("rn_years", 2),
    _fewer("client_references", 3),
    _answer("has_supervisor_contact", wanted=True),
    _answer("is_self_employed", wanted=False),
    _answer("attests_good_character", wanted=True),
)
"""Every comparison, some of them twice on one fact."""


@st.composite
def trees(draw: st.DrawFn, *, secondary: bool = True) -> Tree:
    """Draw a rule of three to seven leaves, two or three levels deep."""
    wishes: list[Tree | Wish] = [
        _secondary(wish) if secondary and draw(st.integers(0, 5)) == 0 else wish
        for wish in draw(st.permutations(WISHES))[: draw(st.integers(3, 7))]
    ]
    is_choice = draw(st.booleans())
    while len(wishes) > 3:
        taken = draw(st.integers(2, 3))
        inner = Tree(is_choice=not is_choice, parts=tuple(wishes[:taken]))
        wishes = [*wishes[taken:], inner]
    return Tree(is_choice=is_choice, parts=tuple(wishes))


def _one_of(*parts: Tree | Wish) -> Tree:
    """Return a choice."""
    return Tree(is_choice=True, parts=parts)


def _all_of(*parts: Tree | Wish) -> Tree:
    """Return parts that are all needed."""
    return Tree(is_choice=False, parts=parts)


def _judged(tree: Tree | Wish, profile: Profile) -> Verdict:
    """Judge a tree as the oracle does."""
    if isinstance(tree, Wish):
        return tree.judge(profile)
    parts = [_judged(part, profile) for part in tree.parts]
    return either(*parts) if tree.is_choice else every(*parts)


def _as_group(tree: Tree, name: str = "root") -> Group:
    """Return a tree as the engine's rule has it."""
    parts: list[Group | Criterion] = []
    for at, part in enumerate(tree.parts):
        inside = f"{name}_{at}"
        if isinstance(part, Tree):
            parts.append(_as_group(part, inside))
        else:
            value = Fraction(part.value) if type(part.value) is int else part.value
            parts.append(
                Criterion(
                    id=inside,
                    fact=part.fact,
                    needed=Needed(part.kind, value),
                    text="Something",
                    source_id="nowhere",
                    locator="here",
                    **part.lists,
                )
            )
    return Group(id=name, parts=tuple(parts), is_choice=tree.is_choice)


def _decided(tree: Tree, profile: Stated) -> dict[str, Any]:
    """Return the engine's decision on a tree as plain JSON."""
    rule = Rule(
        certification_id="ccm", edition_id="article", starts_on=None, root=_as_group(tree)
    )
    state = state_on(read_profile(profile).facts, as_of=None, on=ON)
    answer = Answer(on=ON, edition="article", decisions=(decide_rule(rule, state),))
    written: Any = answer.to_json()
    found: dict[str, Any] = written["decisions"][0]
    return found


@THOROUGH
@given(trees(), profiles())
def test_outcomes_and_leaves_of_any_rule_agree(tree: Tree, profile: Stated) -> None:
    """Nothing of the engine is made for the four rules alone."""
    found, expected = _decided(tree, profile), _judged(tree, profile)

    assert found["outcome"] == expected.outcome
    assert summary(found) == leaves_summary(expected.leaves)


@THOROUGH
@given(trees(), profiles())
def test_missing_of_any_rule_holds_exactly_the_minimal_changes(
    tree: Tree, profile: Stated
) -> None:
    """The same exhaustive search, on rules with fewer than, none of, and secondary sources."""
    found = _decided(tree, profile)
    expected = minimal_changes(partial(_judged, tree), profile)
    listed = missing(found)

    assert found["missing_truncated"] is (len(expected) > 20)
    if found["outcome"] == "met":
        assert listed == set()
    elif found["missing_truncated"]:
        assert len(listed) == 20
        assert listed <= expected
    else:
        assert listed == expected


@THOROUGH
@given(trees(), profiles())
def test_the_next_question_of_any_rule_agrees(tree: Tree, profile: Stated) -> None:
    """Counted over all sets, also those that a cut has left out."""
    found = _decided(tree, profile)
    order = list(dict.fromkeys(one["fact"] for one in found["criteria"]))
    sets = minimal_changes(partial(_judged, tree), profile)
    expected = next_question(profile, sets, order) if found["outcome"] == "unknown" else None

    assert found["next_question"] == expected


@THOROUGH
@given(trees(), profiles())
def test_sets_of_any_rule_stand_in_order(tree: Tree, profile: Stated) -> None:
    """What cannot be changed last, else fewest entries first."""
    keys = [
        (not all(entry["can_change"] for entry in entries), len(entries))
        for entries in _decided(tree, profile)["missing"]
    ]

    assert keys == sorted(keys)


# --- by hand -----------------------------------------------------------------------------

PAIRS = _all_of(
    _one_of(_number("cm_months", 24), _number("cm_supervising_months", 12)),
    _one_of(_number("health_system_cm_months", 12), _number("rn_years", 2)),
    _one_of(_answer("has_supervisor_contact", wanted=True), _codes("degrees", "NONE")),
    _one_of(_codes("license_codes", "RN"), _codes("certification_codes", "CRC")),
    _one_of(_number("client_references", 3), _number("health_system_cm_hours", 9)),
)
"""Five choices of two: 32 ways."""


FIVE = (
    "cm_months",
    "cm_supervising_months",
    "health_system_cm_months",
    "rn_years",
    "client_references",
)
"""Numbers that do not bound each other."""

FOUR = (
    "has_supervisor_contact",
    "degree_is_accredited",
    "social_work_school_is_accredited",
    "had_supervised_field_experience",
)
"""Answers that are no declarations."""


def test_more_than_twenty_sets_are_cut_and_the_cut_is_said() -> None:
    """A page is not a catalog; the twenty are the first in order."""
    found = _decided(PAIRS, {})

    assert (len(found["missing"]), found["missing_truncated"]) == (20, True)


def test_exactly_twenty_sets_are_not_cut() -> None:
    """Five ways times four are twenty."""
    five = _one_of(*(_number(fact, 2) for fact in FIVE))
    four = _one_of(*(_answer(fact, wanted=True) for fact in FOUR))
    found = _decided(_all_of(five, four), {})

    assert (len(found["missing"]), found["missing_truncated"]) == (20, False)


def test_a_set_that_contradicts_itself_is_left_out() -> None:
    """Nobody can have twelve months under a CCM and fewer than five in all."""
    rule = _all_of(_number("cm_months_under_ccm", 12), _fewer("cm_months", 5))
    found = _decided(rule, {})

    assert found["missing"] == []


def test_a_secondary_source_meets_and_never_refuses() -> None:
    """What fails by its word alone is unknown, and the cause says why."""
    rule = _all_of(_secondary(_number("rn_years", 2)), _number("cm_months", 12))
    found = [
        (decision["outcome"], decision["criteria"][0]["cause"])
        for decision in (
            _decided(rule, {"rn_years": years, "cm_months": 12}) for years in (1, 2)
        )
    ]

    assert found == [("unknown", "secondary_rule"), ("met", None)]


def test_a_code_that_a_primary_source_excludes_does_not_count_in_an_open_list() -> None:
    """Excluded alone is not met; beside an unknown code it takes nothing away."""
    listed = _codes("certification_codes", "CRC", open=True, excluded=("CMAC",))
    rule = _all_of(listed, _number("cm_months", 12))
    outcomes = [
        _decided(rule, {"certification_codes": codes, "cm_months": 12})["outcome"]
        for codes in (["CMAC"], ["CMAC", "OTHER"], ["CMAC", "CRC"], ["NONE"])
    ]

    assert outcomes == ["not_met", "unknown", "met", "not_met"]


def test_no_list_is_shorter_than_another_way_needs() -> None:
    """Where an RN or an LPN will do, nobody is told to become an RN."""
    either_license = _all_of(_codes("license_codes", "RN", "LPN"), _number("cm_months", 12))
    one_license = _all_of(_codes("license_codes", "RN"), _number("cm_months", 12))
    found = _decided(_one_of(one_license, either_license), {})

    assert missing(found) == {
        frozenset(
            {
                ("license_codes", "includes_any", frozenset({"RN", "LPN"})),
                ("cm_months", "at_least", Fraction(12)),
            }
        )
    }


def test_two_lists_of_one_fact_are_one_entry_where_one_lies_in_the_other() -> None:
    """An RN is an RN or an LPN, so the shorter list says both."""
    rule = _all_of(_codes("license_codes", "RN", "LPN"), _codes("license_codes", "RN"))

    assert missing(_decided(rule, {})) == {
        frozenset({("license_codes", "includes_any", frozenset({"RN"}))})
    }


def test_a_part_is_not_asked_for_where_its_whole_alone_would_do() -> None:
    """A part takes its whole along, so it asks all that the whole asks and more."""
    rule = _one_of(_number("cm_months", 12), _number("cm_months_under_ccm", 12))

    assert missing(_decided(rule, {})) == {frozenset({("cm_months", "at_least", Fraction(12))})}


def test_a_yes_and_a_no_to_one_question_are_no_way() -> None:
    """Such a set contradicts itself, and the other way is still told."""
    both = _all_of(
        _answer("is_self_employed", wanted=True), _answer("is_self_employed", wanted=False)
    )
    found = _decided(_one_of(both, _number("cm_months", 12)), {})

    assert missing(found) == {frozenset({("cm_months", "at_least", Fraction(12))})}
