"""Which facts a roster to fill in has columns for."""

from collections.abc import Collection

from casecert_data.catalog import Fact, facts
from casecert_data.credentials import asked_facts


def roster_facts(certifications: Collection[str] = ()) -> list[Fact]:
    """Return the facts that these certifications ask for, in the order of ``facts.toml``.

    What tells people and days apart is always among them.

    Parameters
    ----------
    certifications
        Keys of certifications; none for every fact.

    Raises
    ------
    UnknownNameError
        If there is no such certification.

    Examples
    --------
    >>> [one.name for one in roster_facts(["cmgt_bc"])][:3]
    ['person_id', 'display_name', 'as_of']
    >>> len(roster_facts(["cmgt_bc"])) < len(roster_facts())
    True
    """
    if not certifications:
        return [*facts().values()]
    asked = asked_facts(certifications)
    names = {*asked.who, *asked.common, *(name for own in asked.own.values() for name in own)}
    return [one for one in facts().values() if not one.topic or one.name in names]
