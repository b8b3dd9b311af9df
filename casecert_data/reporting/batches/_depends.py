"""What a report is made from, as one digest: equal digests, equal files."""

import json
import os
import platform
import re
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import casecert_data
from casecert_data.reporting._font_files import font_files
from casecert_data.reporting._job import Job

_MADE_BY = (
    *("ipython", "jinja2", "markdown-it-py", "markupsafe", "nbformat"),
    *("numpy", "pandas", "papermill", "pillow", "plotly", "pyarrow", "typst"),
)
_COMPILED = "__pycache__"
_SPEC = "report.toml"


class Dependencies:
    """Digests of what the reports of one template are made from.

    Parameters
    ----------
    template
        The notebook, beside its ``report.toml``.
    """

    def __init__(self, template: Path) -> None:
        # The same for each report, and so read once.
        parts = (_code_digest(), _versions(), font_files(), *_report_files(template))
        self._shared = _digest_of(parts)

    def digest(self, job: Job) -> str:
        """Return a digest of all that decides what a job's files hold.

        It stands for the person's facts as far as the report is told them, the parameters, the
        names and formats of the files, who hands them out, the template with its
        ``report.toml`` and what lies beside it, the facts and the code of casecert, the
        versions of what runs, draws and sets, and the typefaces that are there.
        """
        institution = None if job.institution is None else job.institution.digest
        person = None if job.person is None else asdict(job.person)
        parts = (self._shared, job.values, person, job.stem, job.formats, institution)
        return _digest_of(parts)


def _report_files(template: Path) -> list[tuple[str, str]]:
    """Return name and digest of the template, and of what it can read beside it.

    That is ``report.toml``, each module, and each file whose name stands in the template or in
    one of the modules.
    """
    folder = template.parent
    sources = [template, *sorted(folder.glob("*.py"))]
    text = "\n".join(one.read_text(encoding="utf-8", errors="replace") for one in sources)
    named = (one for one in _files_below(folder) if _is_named(one.name, text))
    found = {*sources, folder / _SPEC, *named}
    return [
        (one.relative_to(folder).as_posix(), _digest_of_file(one))
        for one in sorted(found)
        if one.is_file()
    ]


def _files_below(folder: Path) -> Iterator[Path]:
    """Find the files of a folder and of those in it that are not hidden."""
    for place, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if not one.startswith(".") and one != _COMPILED]
        yield from (Path(place) / name for name in names)


def _is_named(name: str, text: str) -> bool:
    # The first question is quick, since most names stand nowhere.
    return name in text and bool(re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w.-])", text))


@cache
def _code_digest() -> str:
    """Return a digest of casecert itself: its code, its facts, its words, its layouts."""
    package = Path(casecert_data.__file__).parent
    files = sorted(
        one for one in package.rglob("*") if one.is_file() and _COMPILED not in one.parts
    )
    return _digest_of(
        [(one.relative_to(package).as_posix(), _digest_of_file(one)) for one in files]
    )


@cache
def _versions() -> tuple[tuple[str, str], ...]:
    """Return the versions of what runs a template, and draws and sets a page."""
    versions = ((name, _version(name)) for name in _MADE_BY)
    return (("python", platform.python_version()), *versions)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _digest_of_file(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _digest_of(parts: object) -> str:
    text = json.dumps(parts, sort_keys=True, default=str)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
