"""What the manifest says, and what it never says."""

import json
import stat
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from casecert_data import __version__
from casecert_data.catalog import data_version
from casecert_data.reporting._files import write_whole
from casecert_data.reporting.batches._manifest import (
    Manifest,
    ManifestEntry,
    Volume,
    write_manifest,
)


def manifest_in(folder: Path) -> Manifest:
    """Make a manifest of one page that was written and one that was not."""
    page = write_whole(folder / "person-p-1.html", b"page")
    return Manifest(
        report="person",
        edition="issuer",
        on="2026-11-23",
        entries=(
            ManifestEntry("p-1", None, (page,)),
            ManifestEntry("p-2", "cell 3 of the template stopped with ValueError", ()),
        ),
    )


def test_a_manifest_has_the_form_that_others_read(tmp_path: Path) -> None:
    """The names are fixed: programs outside this project read them."""
    path = write_manifest(manifest_in(tmp_path), tmp_path)

    assert path.name == "manifest.json"
    assert json.loads(path.read_text("utf-8")) == {
        "report": "person",
        "edition": "issuer",
        "data_version": data_version(),
        "code_version": __version__,
        "on": "2026-11-23",
        "files": [
            {
                "person_id": "p-1",
                "status": "ok",
                "error": None,
                "outputs": [
                    {
                        "path": "person-p-1.html",
                        "sha256": sha256(b"page").hexdigest(),
                        "bytes": 4,
                    }
                ],
            },
            {
                "person_id": "p-2",
                "status": "failed",
                "error": "cell 3 of the template stopped with ValueError",
                "outputs": [],
            },
        ],
        "volumes": [],
        "earlier": [],
    }


def test_a_manifest_is_its_owners_alone(tmp_path: Path) -> None:
    """It lists who is in the class, if only by pseudonym."""
    path = write_manifest(manifest_in(tmp_path), tmp_path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_can_be_moved_with_its_manifest(tmp_path: Path) -> None:
    """Its paths are seen from the folder it lies in."""
    path = write_manifest(manifest_in(tmp_path), tmp_path)

    assert str(tmp_path) not in path.read_text("utf-8")


def test_a_volume_is_listed_with_whom_it_holds(tmp_path: Path) -> None:
    """Who prints a part of a class finds the right file."""
    volume = Volume(write_whole(tmp_path / "volume-1.pdf", b"pages"), "p-1", "p-9")
    path = write_manifest(replace(manifest_in(tmp_path), volumes=(volume,)), tmp_path)

    assert json.loads(path.read_text("utf-8"))["volumes"] == [
        {
            "path": "volume-1.pdf",
            "sha256": sha256(b"pages").hexdigest(),
            "bytes": 5,
            "first": "p-1",
            "last": "p-9",
            "made_from": "",
        }
    ]
