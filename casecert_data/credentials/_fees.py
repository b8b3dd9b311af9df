"""The fees of a certification, a line for each kind; both amounts where sources differ."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from casecert_data.catalog import Row, join_words, rows_where, say, spell_number, table
from casecert_data.credentials._stated import Stated, stated
from casecert_data.eligibility import check_certification

EVERYONE = "everyone"
"""Code of those who get no other price."""

_PAYS = "pays_"


class FeeLine(NamedTuple):
    """One kind of fee."""

    fee_code: str
    """Key of the kind."""
    name: str
    """What it is called."""
    amount: str
    """The amount in words; both where sources differ."""
    notes: tuple[str, ...]
    """What a reader must know of the amounts, one sentence each."""
    others: tuple[str, ...]
    """What is said of amounts that were not found, one sentence each."""
    is_known: bool
    """Whether any source gives an amount."""
    pays_for: tuple[str, ...]
    """What it pays for, of application, exam and renewal; nothing for what few people pay."""
    source_ids: tuple[str, ...]
    """Who says so, or who was asked in vain."""

    @property
    def is_counted(self) -> bool:
        """Whether everybody pays it who passes at the first try and renews once."""
        return bool(self.pays_for)


def fee_lines(certification_id: str) -> tuple[FeeLine, ...]:
    """Return the fees of a certification, in the order of ``fee_kinds``.

    Raises
    ------
    UnknownNameError
        If there is no such certification.

    Examples
    --------
    >>> [(line.name, line.amount) for line in fee_lines("ccm")][:2]
    [('Application fee', '$235'), ('Exam fee', '$195')]
    >>> fee_lines("acm_rn")[0].amount
    'Not known'
    """
    rows = rows_where("fees", certification_id=check_certification(certification_id))
    by_kind = {
        str(kind["fee_code"]): [row for row in rows if row["fee_code"] == kind["fee_code"]]
        for kind in table("fee_kinds")
    }
    return tuple(
        _line(kind, by_kind[str(kind["fee_code"])])
        for kind in table("fee_kinds")
        if by_kind[str(kind["fee_code"])]
    )


def spell_usd(amount: Decimal) -> str:
    """Write an amount of U.S. dollars.

    Examples
    --------
    >>> spell_usd(Decimal("1430")), spell_usd(Decimal("12.5"))
    ('$1,430', '$12.50')
    """
    is_whole = amount == amount.to_integral_value()
    return say("credential.usd", number=spell_number(amount) if is_whole else f"{amount:,.2f}")


def amounts(rows: Iterable[Row], applicant_code: str = EVERYONE) -> tuple[Stated, ...]:
    """Return the amounts that rows give for one group of applicants, the lowest first.

    Examples
    --------
    >>> rows = rows_where("fees", certification_id="ccm", fee_code="exam")
    >>> amounts(rows)[0].value
    Decimal('195')
    """
    return stated(
        [row for row in rows if row["applicant_code"] == applicant_code], "amount_usd"
    )


def _line(kind: Row, rows: list[Row]) -> FeeLine:
    current = [row for row in rows if not row["is_superseded"]]
    priced = [row for row in current if row["amount_usd"] is not None]
    told = [_spelled(amounts(current))] if amounts(current) else []
    for code in dict.fromkeys(str(row["applicant_code"]) for row in current):
        special = () if code == EVERYONE else amounts(current, code)
        if special:
            told.append(say(f"credential.fee_for.{code}", amount=_spelled(special)))
    return FeeLine(
        fee_code=str(kind["fee_code"]),
        name=str(kind["fee_name"]),
        amount=say("list.comma").join(told) or say("credential.not_known"),
        notes=_notes(priced),
        others=_notes(row for row in current if row["amount_usd"] is None),
        is_known=bool(told),
        pays_for=tuple(
            one.removeprefix(_PAYS) for one in kind if one.startswith(_PAYS) and kind[one]
        ),
        source_ids=tuple(dict.fromkeys(str(row["source_id"]) for row in priced or current)),
    )


def _notes(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(row["fee_note"]) for row in rows if row["fee_note"]))


def _spelled(found: tuple[Stated, ...]) -> str:
    return join_words([spell_usd(Decimal(str(one.value))) for one in found], "or")
