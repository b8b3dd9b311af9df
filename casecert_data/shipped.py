"""Where the files that ship with casecert lie, in a wheel and in a checkout alike."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """Return the folder of curated tables, rules, cases and messages.

    Examples
    --------
    >>> (data_folder() / "sources.csv").is_file()
    True
    """
    return _PACKAGE / "data"


def notebooks_folder() -> Path:
    """Return the folder of notebooks that people open.

    Examples
    --------
    >>> notebooks_folder().name
    'notebooks'
    """
    return _beside_or_inside("notebooks")


def reports_folder() -> Path:
    """Return the folder that holds one folder for each report.

    Examples
    --------
    >>> (reports_folder() / "person" / "report.toml").is_file()
    True
    """
    return _beside_or_inside("reports")


def _beside_or_inside(name: str) -> Path:
    # A wheel maps the two top-level folders into the package; a checkout has them beside it.
    inside = _PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
