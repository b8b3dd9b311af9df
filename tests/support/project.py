"""The project's own files, as the tests of every file and every module read them."""

import subprocess
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent.parent
"""The folder of the checkout."""


@cache
def files() -> tuple[Path, ...]:
    """List what is, or is about to be, in the repository; paths as seen from its folder."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607
        cwd=FOLDER,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    paths = sorted({Path(name) for name in listed.split("\0") if name})
    return tuple(path for path in paths if (FOLDER / path).is_file())


@cache
def package_files() -> tuple[Path, ...]:
    """List the package's Python files; paths as seen from the checkout's folder."""
    return tuple(
        path for path in files() if path.parts[0] == "casecert_data" and path.suffix == ".py"
    )


def module_name(path: Path) -> str:
    """Name the module that a Python file of the package holds.

    Examples
    --------
    >>> module_name(Path("casecert_data/catalog/_files.py"))
    'casecert_data.catalog._files'
    >>> module_name(Path("casecert_data/catalog/__init__.py"))
    'casecert_data.catalog'
    """
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
