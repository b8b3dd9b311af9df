"""The fees of a certification, a line for each kind; both amounts where sources differ."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from casecert_data.catalog import Row, join_words, rows_where, say, spell_number, table
from casecert_data.credentials._stated import Stated, stated

EVERYONE = "everyone"
"""Code of those who get no other price."""


class FeeLine(NamedTuple):
    """One kind of fee."""

    fee_code: str
    """Key of the kind."""
    name: str
    """What it is called."""
    amount: str
    """The amount in words; both where sources differ."""
    notes: tuple[str, ...]
    """What a reader must know of it, one sentence each."""
    is_known: bool
    """Whether any source gives an amount."""
    source_ids: tuple[str, ...]
    """Who says so, or who was asked in vain."""


def fee_lines(certification_id: str) -> tuple[FeeLine, ...]:
    """Return the fees of a certification, in the order of ``fee_kinds``.

    Examples
    --------
    >>> [(line.name, line.amount) for line in fee_lines("ccm")][:2]
    [('Application fee', '$235'), ('Exam fee', '$195')]
    >>> fee_lines("acm_rn")[0].amount
    'Not known'
    """
    rows = rows_where("fees", certification_id=certification_id)
    by_kind = {
        str(kind["fee_code"]): [row for row in rows if row["fee_code"] == kind["fee_code"]]
        for kind in table("fee_kinds")
    }
    names = {str(kind["fee_code"]): str(kind["fee_name"]) for kind in table("fee_kinds")}
    return tuple(_line(code, names[code], of) for code, of in by_kind.items() if of)


def spell_usd(amount: Decimal) -> str:
    """Write an amount of U.S. dollars.

    Examples
    --------
    >>> spell_usd(Decimal("1430"))
    '$1,430'
    """
    return say("credential.usd", number=spell_number(amount))


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


def _line(fee_code: str, name: str, rows: list[Row]) -> FeeLine:
    current = [row for row in rows if not row["is_superseded"]]
    told = [_spelled(amounts(current))] if amounts(current) else []
    for code in dict.fromkeys(str(row["applicant_code"]) for row in current):
        special = () if code == EVERYONE else amounts(current, code)
        if special:
            told.append(say(f"credential.fee_for.{code}", amount=_spelled(special)))
    return FeeLine(
        fee_code=fee_code,
        name=name,
        amount=say("list.comma").join(told) or say("credential.not_known"),
        notes=tuple(dict.fromkeys(str(row["fee_note"]) for row in current if row["fee_note"])),
        is_known=bool(told),
        source_ids=tuple(dict.fromkeys(str(row["source_id"]) for row in current)),
    )


def _spelled(found: tuple[Stated, ...]) -> str:
    return join_words([spell_usd(Decimal(str(one.value))) for one in found], "or")
