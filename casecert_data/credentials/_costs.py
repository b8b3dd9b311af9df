"""What a certification costs up to its first renewal, as far as its parts are known."""

from dataclasses import dataclass
from decimal import Decimal

from casecert_data.catalog import join_words, rows_where, say, table
from casecert_data.credentials._fees import amounts, spell_usd
from casecert_data.eligibility import check_certification

PARTS = ("application", "exam", "renewal")
"""The parts that are added up: what everybody pays who passes at the first try."""


@dataclass(frozen=True, slots=True)
class CostPart:
    """Fees that pay for one part, or for several parts together."""

    pays_for: tuple[str, ...]
    """Some of `PARTS`."""
    lowest: Decimal | None
    """Lowest amount that a source gives, in U.S. dollars; None where none gives any."""
    highest: Decimal | None
    """Highest amount that a source gives."""
    source_ids: tuple[str, ...]
    """Who says so."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The known parts added up, and what the sum leaves out.

    The sum is that of one person who gets no special price, passes at the first try and renews
    once with education. Nothing is estimated: a part without an amount is left out.
    """

    certification_id: str
    """Key of the certification."""
    parts: tuple[CostPart, ...]
    """In the order of `PARTS`; each part once."""

    @property
    def lowest(self) -> Decimal | None:
        """Sum of the known parts at their lowest, in U.S. dollars; None where none is known."""
        known = [one.lowest for one in self.parts if one.lowest is not None]
        return sum(known, Decimal(0)) if known else None

    @property
    def highest(self) -> Decimal | None:
        """Sum of the known parts at their highest."""
        known = [one.highest for one in self.parts if one.highest is not None]
        return sum(known, Decimal(0)) if known else None

    @property
    def known(self) -> tuple[str, ...]:
        """Name the parts that the sum holds."""
        return tuple(
            name for one in self.parts if one.lowest is not None for name in one.pays_for
        )

    @property
    def unknown(self) -> tuple[str, ...]:
        """Name the parts that the sum leaves out because no amount was found."""
        asked = {name for one in self.parts for name in one.pays_for}
        return tuple(name for name in PARTS if name in asked and name not in self.known)

    def only(self, *names: str) -> "Cost":
        """Leave out the parts that are not named.

        Examples
        --------
        >>> cost_of("ccm").only("application", "exam").amount
        '$430'
        """
        parts = tuple(one for one in self.parts if set(one.pays_for) & set(names))
        return Cost(self.certification_id, parts)

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Name the sources of the amounts."""
        return tuple(dict.fromkeys(key for one in self.parts for key in one.source_ids))

    @property
    def amount(self) -> str:
        """The sum in words.

        Examples
        --------
        >>> cost_of("ccm").amount
        '$705 to $715'
        """
        if self.lowest is None or self.highest is None:
            return say("credential.not_known")
        if self.lowest == self.highest:
            return spell_usd(self.lowest)
        low, high = spell_usd(self.lowest), spell_usd(self.highest)
        return say("credential.cost.span", low=low, high=high)

    @property
    def parts_in_words(self) -> str:
        """The parts that the sum holds, as part of a sentence.

        Examples
        --------
        >>> cost_of("cmgt_bc").parts_in_words
        'the application and the exam'
        """
        return _named(self.known)

    @property
    def sentence(self) -> str:
        """The sum with what it holds and what it leaves out.

        Examples
        --------
        >>> cost_of("acm_rn").sentence[:29]
        'No amount was found for the a'
        """
        left_out = say("credential.cost.never_counted")
        if not self.known:
            nothing = say("credential.cost.unknown", parts=_named(PARTS, "or"))
            return f"{nothing} {left_out}"
        told = say("credential.cost.sum", amount=self.amount, parts=self.parts_in_words)
        if self.unknown:
            missing = say("credential.cost.unknown", parts=_named(self.unknown, "or"))
            told = f"{told} {missing}"
        return f"{told} {left_out}"


def cost_of(certification_id: str) -> Cost:
    """Add up what a certification costs up to and with its first renewal.

    Parameters
    ----------
    certification_id
        Key of the certification.

    Returns
    -------
    Cost
        From the table ``fees``: which fee pays for which part stands in ``fee_kinds``. Where
        one fee pays for several parts, it counts once.

    Raises
    ------
    UnknownNameError
        If there is no such certification.

    Examples
    --------
    >>> cost = cost_of("cmgt_bc")
    >>> cost.amount, cost.unknown
    ('$395', ('renewal',))
    """
    rows = rows_where("fees", certification_id=check_certification(certification_id))
    paid: set[str] = set()
    parts: list[CostPart] = []
    # A fee for several parts together stands for each of them, so it is looked at first.
    for pays_for, fee_code in sorted(_kinds(), key=lambda kind: -len(kind[0])):
        found = amounts([row for row in rows if row["fee_code"] == fee_code])
        if found and not paid & set(pays_for):
            paid |= set(pays_for)
            values = [Decimal(str(one.value)) for one in found]
            ids = tuple(dict.fromkeys(key for one in found for key in one.source_ids))
            parts.append(CostPart(pays_for, min(values), max(values), ids))
    parts += [CostPart((name,), None, None, ()) for name in PARTS if name not in paid]
    parts.sort(key=lambda one: PARTS.index(one.pays_for[0]))
    return Cost(certification_id, tuple(parts))


def _kinds() -> list[tuple[tuple[str, ...], str]]:
    kinds = [
        (tuple(name for name in PARTS if row[f"pays_{name}"]), str(row["fee_code"]))
        for row in table("fee_kinds")
    ]
    return [kind for kind in kinds if kind[0]]


def _named(parts: tuple[str, ...], how: str = "and") -> str:
    return join_words([say(f"credential.cost.part.{name}") for name in parts], how)
