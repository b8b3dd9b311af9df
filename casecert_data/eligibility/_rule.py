"""A rule as it stands in its file: a tree of named groups over named criteria."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

Value = Fraction | tuple[str, ...] | bool
"""What a comparison compares with."""


class Needed(NamedTuple):
    """A comparison and its value: what a fact must be."""

    comparison: str
    """``at_least``, ``fewer_than``, ``includes_any``, ``includes_none`` or ``is``."""
    value: Value
    """A number in the fact's unit, codes, or yes and no."""

    def to_json(self) -> dict[str, object]:
        """Return it as in the contract: ``{"at_least": 12}``.

        Examples
        --------
        >>> Needed("at_least", Fraction(12)).to_json()
        {'at_least': 12}
        """
        return {self.comparison: value_as_json(self.value)}


class Remark(NamedTuple):
    """What a page says about one code that the list of a criterion does not settle."""

    code: str
    """The code."""
    text: str
    """What is said, in a sentence."""
    source_id: str
    """Who says so."""
    locator: str
    """Where in the source."""


class Criterion(NamedTuple):
    """A leaf of a rule: one fact, one comparison, its words and its source."""

    id: str
    """Name within the certification; stable."""
    fact: str
    """Name of the fact that is compared."""
    needed: Needed
    """What the fact must be."""
    text: str
    """The requirement in plain words, complete in itself."""
    source_id: str
    """Who says so."""
    locator: str
    """Where in the source."""
    refuses: bool = True
    """Whether its source may refuse; if not, a failure is only unknown."""
    open: bool = False
    """Whether the codes are examples, so that another one is unknown."""
    unsettled: tuple[str, ...] = ()
    """Codes that the source does not settle, in an open or a closed list."""
    excluded: tuple[str, ...] = ()
    """Codes that the source says do not count, in an open list."""
    box_title: str = ""
    """Heading of its box in a drawing of the ways in."""
    box_text: str = ""
    """Text of its box, or under its heading."""
    row: str = ""
    """The requirement in as few words as a table's row wants."""
    lacking: str = ""
    """What is missing where it is not met, as part of a sentence."""
    bar: str = ""
    """Label of its bar in a chart of what is there and what is missing."""
    also: tuple[tuple[str, str], ...] = ()
    """Further sources of its values, each with the place in it."""
    remarks: tuple[Remark, ...] = ()
    """What other pages say about codes that the list does not settle."""

    def source_ids(self) -> tuple[str, ...]:
        """Name every source of the criterion, that of the requirement first.

        Examples
        --------
        >>> from casecert_data.eligibility import read_rule
        >>> read_rule("ccm").criteria()[0].source_ids()[0]
        'ccmc_eligibility_glance'
        """
        more = [one for one, _ in self.also] + [one.source_id for one in self.remarks]
        return tuple(dict.fromkeys([self.source_id, *more]))


class Group(NamedTuple):
    """A node of a rule: parts that are all needed, or of which one is enough."""

    id: str
    """Name within the certification."""
    parts: tuple["Group | Criterion", ...]
    """What it is made of, in order."""
    is_choice: bool
    """Whether one part is enough."""
    title: str = ""
    """Its heading."""
    box_text: str = ""
    """Text of its box, where it is one of several ways."""
    asks_for: str = ""
    """What it asks for, as part of a sentence."""
    row: str = ""
    """What it asks for in as few words as a table's row wants."""
    note: str = ""
    """A sentence that holds for all its parts."""
    prepare: str = ""
    """Step to take where a need that arises only for some arises and is met."""
    decides_who: bool = False
    """Whether it says who may apply at all; without it the certification is not for now."""
    waived_by: tuple[str, ...] = ()
    """Parts that say the need does not arise; the rest is what it then asks for."""


@dataclass(frozen=True)
class Rule:
    """What one certification requires, in one edition, from a day on."""

    certification_id: str
    """Key of the certification."""
    edition_id: str
    """Whose words it follows."""
    starts_on: date | None
    """First day on which it holds; None where it holds on any."""
    root: Group
    """All that is needed."""
    full_time_hours: Fraction | None = None
    """Hours of a full-time week, in whose terms its months are; None where no source says."""

    def criteria(self) -> tuple[Criterion, ...]:
        """Return every leaf in the order of the rule, each once.

        Examples
        --------
        >>> from casecert_data.eligibility import read_rule
        >>> [one.id for one in read_rule("cmgt_bc").criteria()]
        ['license', 'years_as_rn', 'hours', 'education_hours']
        """
        return self._criteria

    @cached_property
    def _criteria(self) -> tuple[Criterion, ...]:
        # By their names: to compare the leaves themselves takes thirty times as long.
        return tuple({one.id: one for one in _leaves(self.root)}.values())

    def places(self) -> Mapping[str, tuple[str, str | None]]:
        """Return each leaf's need and way: the group under the root, and the alternative in it.

        The way is None where the leaf is no alternative.

        Examples
        --------
        >>> from casecert_data.eligibility import read_rule
        >>> read_rule("acm_sw").places()["accredited_school"]
        ('background', 'degree_route')
        """
        found: dict[str, tuple[str, str | None]] = {}
        for need in self.root.parts:
            for leaf, way in _ways(need, None):
                found.setdefault(leaf.id, (need.id, way))
        return found


def value_as_json(value: Value) -> object:
    """Return a rule's value as JSON has it; whole numbers without a point.

    Examples
    --------
    >>> value_as_json(Fraction(37, 2)), value_as_json(("RN",)), value_as_json(True)
    (18.5, ['RN'], True)
    """
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else float(value)
    return list(value) if isinstance(value, tuple) else value


def as_fraction(number: Decimal | int) -> Fraction:
    """Return a file's number without loss.

    Examples
    --------
    >>> as_fraction(Decimal("18.5"))
    Fraction(37, 2)
    """
    return Fraction(number)


def _leaves(node: Group | Criterion) -> Iterator[Criterion]:
    if isinstance(node, Criterion):
        yield node
        return
    for part in node.parts:
        yield from _leaves(part)


def _ways(node: Group | Criterion, way: str | None) -> Iterator[tuple[Criterion, str | None]]:
    if isinstance(node, Criterion):
        yield node, way
        return
    for part in node.parts:
        inside = part.id if way is None and node.is_choice and len(node.parts) > 1 else way
        yield from _ways(part, inside)
