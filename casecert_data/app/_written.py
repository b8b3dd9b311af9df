"""The files that a dashboard has just written, given to whoever has their key."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import quote

from tornado.web import HTTPError

from casecert_data.app._handlers import OwnPage
from casecert_data.app._waiting import FOLDERS

KEY = r"(?P<key>[0-9a-f]{48})"
"""A key as it stands in an address."""

_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# A page of a report runs nothing, and must not be able to: it could ask for more of the app.
_PAGE = (
    f"{_NOTHING}; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "sandbox allow-popups allow-popups-to-escape-sandbox"
)
# A browser shows a PDF by a plug-in of its own.
_PDF = f"{_NOTHING}; style-src 'unsafe-inline'; object-src 'self'"


class _Form(NamedTuple):
    """How a kind of file is sent."""

    content_type: str
    """What it is."""
    policy: str
    """What it may do in a browser."""


_FORMS: Mapping[str, _Form] = MappingProxyType(
    {
        ".html": _Form("text/html; charset=utf-8", _PAGE),
        ".pdf": _Form("application/pdf", _PDF),
    }
)


class WrittenPage(OwnPage):
    """A handout that a page which is still open has just written."""

    def initialize(self, workspace: Path, noted: Path) -> None:  # type: ignore[override]
        """Take where kernels note what they have written."""
        super().initialize(workspace)
        self.noted = noted

    def get(self, key: str) -> None:
        """Send the file, as long as it lies in the workspace and is what was written."""
        path = self._path(key)
        content = None if path is None else _content(path, self._told["sha256"])
        if path is None or content is None:
            raise HTTPError(404)
        form = _FORMS[path.suffix]
        self._keep_nowhere()
        self.set_header("Content-Type", form.content_type)
        self.set_header("Content-Security-Policy", form.policy)
        self.set_header("Content-Disposition", f"inline; filename*=UTF-8''{quote(path.name)}")
        self.finish(content)

    def _path(self, key: str) -> Path | None:
        """Return the file of a key, if it is one that may be sent."""
        self._told = _noted(self.noted, key)
        path = Path(self._told["path"]).resolve()
        inside = path.is_relative_to(self.workspace.resolve())
        return path if inside and path.suffix in _FORMS else None


def _noted(folder: Path, key: str) -> dict[str, Any]:
    for entry in folder.glob(f"{FOLDERS}*/{key}"):
        try:
            told: dict[str, Any] = json.loads(entry.read_text("utf-8"))
        except (OSError, ValueError):
            break  # its kernel has ended meanwhile
        return told
    raise HTTPError(404)


def _content(path: Path, digest: str) -> bytes | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return content if sha256(content).hexdigest() == digest else None
