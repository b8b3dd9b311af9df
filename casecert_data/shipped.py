"""Where the files that ship with casecert lie, in a wheel and in a checkout alike."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def is_installed(path: Path) -> bool:
    """Tell whether a path lies inside the installed package, which belongs to nobody's work.

    Examples
    --------
    >>> is_installed(data_folder() / "mine.csv"), is_installed(Path.home() / "mine.csv")
    (True, False)
    """
    return path.resolve().is_relative_to(_PACKAGE)


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


def changelog_path() -> Path:
    """Return the changelog, which tells every change of the facts.

    Examples
    --------
    >>> changelog_path().name
    'CHANGELOG.md'
    """
    return _beside_or_inside("CHANGELOG.md")


def _beside_or_inside(name: str) -> Path:
    # A wheel maps what lies at the top level into the package; a checkout has it beside it.
    inside = _PACKAGE / "_shipped" / name
    return inside if inside.exists() else _PACKAGE.parent / name
