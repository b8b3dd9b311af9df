"""A mapping file to fill in, with every name that a column may be given."""

from casecert_data.catalog import facts, read_text
from casecert_data.shipped import data_folder

_HEAD = ("samples", "mapping.toml")


def mapping_template() -> str:
    """Return the text of a mapping file in which nothing is mapped yet.

    Every fact has a line with its question, which begins with ``#`` and so does nothing.

    Examples
    --------
    >>> mapping_template().splitlines()[-1].startswith('# "" = ')
    True
    """
    lines = [f'# "" = "{one.name}"  # {one.question}' for one in facts().values()]
    return "\n".join([read_text(data_folder().joinpath(*_HEAD)).rstrip(), *lines, ""])
