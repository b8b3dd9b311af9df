"""The page that a folder of handouts is opened by: what is there, what failed, what to do."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from casecert_data.catalog import say, spell_date
from casecert_data.catalog._messages import LANGUAGE
from casecert_data.errors import ReportError
from casecert_data.reporting._files import WrittenFile, inside, write_whole
from casecert_data.reporting.batches._manifest import PERSON, key_in

SUMMARY_NAME = "index.html"
"""Its file name, which a browser that is given the folder opens by itself."""

_MAKER = "casecert batch"
"""How the page says in its head who wrote it."""

_KILOBYTE = 1000

_WORDS = (
    "again",
    "failed_heading",
    "failed_text",
    "files",
    "foot",
    "handouts_heading",
    "made_heading",
    "next_heading",
    "remove",
    "to",
    "volumes_heading",
    "volumes_text",
    "why",
)
"""Messages that the template asks for by name."""

_WORDS_ABOUT = ("hand_out", "lead", "subject")
"""Those that are others for people than for anything else."""


def write_summary(folder: Path, manifest: Mapping[str, Any], *, title: str) -> WrittenFile:
    """Write the page that lists a batch's files, whole or not at all.

    It says what the manifest says, and so nothing of anybody but the pseudonyms.

    Parameters
    ----------
    folder
        Folder of the files.
    manifest
        What ``manifest.json`` holds.
    title
        Title of the report.

    Raises
    ------
    OSError
        If the disk refuses.
    """
    html = summary_page(manifest, title=title)
    return write_whole(inside(folder, SUMMARY_NAME), html.encode())


def is_summary(path: Path) -> bool:
    """Tell whether a file is the page of a batch, and not somebody else's.

    Examples
    --------
    >>> is_summary(Path("no-such-page.html"))
    False
    """
    try:
        return f'content="{_MAKER}"'.encode() in path.read_bytes()
    except OSError:
        return False


def refuse_another_page(folder: Path) -> None:
    """Refuse a folder that another page opens: it would be lost.

    Raises
    ------
    ReportError
        If its ``index.html`` is somebody else's.
    """
    path = folder / SUMMARY_NAME
    if path.exists() and not is_summary(path):
        raise ReportError.another_page(path)


def summary_page(manifest: Mapping[str, Any], *, title: str) -> str:
    """Draw the page that lists a batch's files: one HTML file without a script.

    Parameters
    ----------
    manifest
        What ``manifest.json`` holds.
    title
        Title of the report.

    Examples
    --------
    >>> output = {"path": "person-p1.pdf", "sha256": "", "bytes": 45_000}
    >>> one = {"person_id": "p1", "status": "ok", "error": None, "outputs": [output]}
    >>> manifest = {"edition": "issuer", "on": "2026-11-23", "files": [one]}
    >>> manifest |= {"report": "person", "data_version": "1", "code_version": "1"}
    >>> page = summary_page(manifest, title="Where you stand")
    >>> "<h1>1 handout is here</h1>" in page
    True
    >>> '<a href="person-p1.pdf">PDF<span class="vh"> of p1</span></a> 45 kB' in page
    True
    """
    from casecert_data.reporting.html import fill_template  # noqa: PLC0415 - brings in Jinja

    keys = dict(map(key_in, manifest["files"]))
    about = "others" if keys and PERSON not in keys else "people"
    entries = [_entry(entry) for entry in manifest["files"]]
    failed = [entry for entry in entries if entry["error"]]
    here = len(entries) - len(failed)
    day = spell_date(date.fromisoformat(manifest["on"]))
    return fill_template(
        "summary.html",
        language=LANGUAGE,
        maker=_MAKER,
        title=_answer(here, len(failed)),
        report=say(f"summary.{about}.series", title=title),
        stamp=say("summary.stamp", date=day),
        edition=manifest["edition"],
        edition_word=say(f"shown.edition.{manifest['edition']}"),
        facts=[
            (say("summary.report"), manifest["report"]),
            (say("summary.data_version"), manifest["data_version"]),
            (say("summary.code_version"), manifest["code_version"]),
        ],
        entries=entries,
        failed=failed,
        volumes=[_volume(one) for one in manifest.get("volumes", ())],
        words={name: say(f"summary.{name}") for name in _WORDS}
        | {name: say(f"summary.{about}.{name}") for name in _WORDS_ABOUT},
    )


def _answer(here: int, failed: int) -> str:
    answer = say("summary.here", count=here)
    return f"{answer}, {say('summary.failed', count=failed)}" if failed else answer


def _entry(entry: Mapping[str, Any]) -> dict[str, Any]:
    _, key = key_in(entry)
    of_what = say("summary.of", key=key)
    return {
        "key": key,
        "error": entry["error"],
        "links": [_link(output, of_what) for output in entry["outputs"]],
    }


def _volume(volume: Mapping[str, Any]) -> dict[str, str]:
    link = _link(volume, say("summary.volume"))
    return link | {"first": volume["first"], "last": volume["last"]}


def _link(output: Mapping[str, Any], of_what: str) -> dict[str, str]:
    path = str(output["path"])
    return {
        "path": path,
        "kind": path.rpartition(".")[2].upper(),
        "of": of_what,
        "size": say("summary.size", kilobytes=f"{-(-int(output['bytes']) // _KILOBYTE):,}"),
    }
