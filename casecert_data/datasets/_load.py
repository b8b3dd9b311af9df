"""A table as a fresh, plain frame whose columns have the types that their descriptions say."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

import pandas as pd

from casecert_data.catalog import describe_table, field, table, table_columns, table_names

# One type for a kind, whatever the rows hold: a column of empty cells keeps its type.
_DTYPES: Mapping[str, str] = MappingProxyType(
    {
        "text": "string",
        "key": "string",
        "reference": "string",
        "code": "string",
        "integer": "Int64",
        "number": "Float64",
        "date": "datetime64[s]",
        "yes_no": "boolean",
    }
)


def names() -> list[str]:
    """Name every table that `load` knows.

    Examples
    --------
    >>> "employer_support" in names()
    True
    """
    return list(table_names())


def load(name: str) -> pd.DataFrame:
    """Load a curated table.

    Parameters
    ----------
    name
        One of `names`.

    Returns
    -------
    pandas.DataFrame
        Shape ``(n, k)``: a row for each row of the table, in its order, and a column for
        each of its columns. A fresh frame each time: changing it changes nothing else.
        Text is ``string``, numbers ``Int64`` or ``Float64``, days ``datetime64[s]``, yes and no
        ``boolean``; only an empty cell is missing.

    Raises
    ------
    UnknownNameError
        If there is no such table; the message names the nearest.

    Examples
    --------
    >>> load("employer_support")["share_pct"].tolist()
    [58.0, <NA>, 88.0]
    """
    rows = table(name)
    columns = {
        column: pd.Series(
            [_plain(row[column]) for row in rows], dtype=_DTYPES[field(column).kind]
        )
        for column in table_columns(name)
    }
    return pd.DataFrame(columns)


def codebook(name: str) -> pd.DataFrame:
    """Describe the columns of a table.

    Parameters
    ----------
    name
        One of `names`.

    Returns
    -------
    pandas.DataFrame
        Shape ``(k, 7)``, a row for each column of the table: ``column``, ``title``,
        ``meaning``, ``kind``, ``unit``, ``vocabulary``, ``refers_to``; empty where one does
        not apply.

    Raises
    ------
    UnknownNameError
        If there is no such table.

    Examples
    --------
    >>> codebook("job_types")["column"].tolist()
    ['job_type_id', 'job_type_name', 'short_name', 'source_id', 'locator']
    """
    described = [field(column) for column in table_columns(describe_table(name).name)]
    return pd.DataFrame(
        {
            "column": [one.name for one in described],
            "title": [one.title for one in described],
            "meaning": [one.meaning for one in described],
            "kind": [one.kind for one in described],
            "unit": [one.unit for one in described],
            "vocabulary": [one.vocabulary for one in described],
            "refers_to": [one.refers_to for one in described],
        },
        dtype="string",
    )


def _plain(value: object) -> object:
    # pandas knows no Decimal; the tables hold few enough digits for a float to keep them.
    return float(value) if isinstance(value, Decimal) else value
