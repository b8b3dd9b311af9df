"""A mapping file to fill in, with every name that a column may be given."""

from collections.abc import Collection

from casecert_data.catalog import read_text
from casecert_data.shipped import data_folder
from casecert_data.takeaway._roster_facts import roster_facts

_HEAD = ("samples", "mapping.toml")


def mapping_template(certifications: Collection[str] = ()) -> str:
    """Return the text of a mapping file in which nothing is mapped yet.

    Every fact has a line with its question, which begins with ``#`` and so does nothing.

    Parameters
    ----------
    certifications
        Keys of the certifications that ask; none for every fact that there is.

    Raises
    ------
    UnknownNameError
        If there is no such certification.

    Examples
    --------
    >>> mapping_template().splitlines()[-1].startswith('# "" = ')
    True
    """
    lines = [f'# "" = "{one.name}"  # {one.question}' for one in roster_facts(certifications)]
    return "\n".join([read_text(data_folder().joinpath(*_HEAD)).rstrip(), *lines, ""])
