"""Ready citations of what casecert holds."""

from casecert_data.catalog import (
    cite_source,
    data_version,
    describe_table,
    field,
    say,
    source,
    table,
    table_columns,
    table_names,
)
from casecert_data.eligibility import certification_ids, names_of, read_rule
from casecert_data.errors import UnknownNameError


def cite(name: str) -> str:
    """Cite a table or a certification together with the sources that it rests on.

    Parameters
    ----------
    name
        Name of a table or key of a certification.

    Raises
    ------
    UnknownNameError
        If there is neither.

    Examples
    --------
    >>> print(cite("job_types").splitlines()[0])
    casecert, data version 2026.11.28: Job types (table job_types).
    """
    if name in table_names():
        what = say("cite.table", title=describe_table(name).title, name=name)
        used = _sources_of_table(name)
    elif name in certification_ids():
        what = say("cite.certification", name=names_of(name)["full_name"], key=name)
        used = tuple(
            dict.fromkeys(key for one in read_rule(name).criteria() for key in one.source_ids())
        )
    else:
        raise UnknownNameError.among("table or certification", name, _known())
    head = say("cite.head", version=data_version(), what=what)
    return "\n".join(
        [head, *(say("cite.rests_on", source=cite_source(source(one))) for one in used)]
    )


def _known() -> list[str]:
    return [*table_names(), *certification_ids()]


def _sources_of_table(name: str) -> tuple[str, ...]:
    columns = [one for one in table_columns(name) if field(one).refers_to == "sources"]
    used = (
        str(row[column]) for row in table(name) for column in columns if row[column] is not None
    )
    return tuple(dict.fromkeys(used))
