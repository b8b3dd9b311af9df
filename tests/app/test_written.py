"""What the dashboards' server gives of the files that a page has just written, and to whom."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.opened import Answer, Opened, opened, wait_until

from casecert_data.panels._written_links import WRITTEN_ADDRESS
from casecert_data.reporting._files import write_whole

pytestmark = pytest.mark.slow

PERSONAL = "Ann-Quixwell-871"
PAGE = f"<title>{PERSONAL}</title>".encode()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Serve a workspace with a handout in it."""
    folder = tmp_path_factory.mktemp("app") / "mine"
    with opened("app", folder) as running:
        assert wait_until(lambda: bool(noted(running)))
        yield running


@pytest.fixture(scope="module")
def cookie(app: Opened) -> str:
    """Be let in by the token, and return what a browser would keep."""
    answer = app.ask(f"/?token={app.token}")
    return answer.headers["set-cookie"].partition(";")[0]


def noted(app: Opened) -> list[Path]:
    """Return the folders in which kernels note what they have written."""
    return sorted(app.private.glob("casecert-*/written-*"))


def note(app: Opened, key: str, path: Path, content: bytes = PAGE) -> str:
    """Write a file and note it as a kernel does; return its address."""
    path.parent.mkdir(exist_ok=True)
    file = write_whole(path, content)
    told = json.dumps({"path": str(path), "sha256": file.sha256})
    (noted(app)[0] / key).write_text(told)
    return f"{WRITTEN_ADDRESS}{key}"


def asked(app: Opened, cookie: str, path: str, **headers: str) -> Answer:
    """Ask as somebody who was let in."""
    return app.ask(path, Cookie=cookie, **headers)


@pytest.mark.parametrize(
    ("name", "content_type"),
    [("person-Ann.html", "text/html; charset=utf-8"), ("person-Ann.pdf", "application/pdf")],
)
def test_what_was_just_written_is_given_by_its_key(
    app: Opened, cookie: str, name: str, content_type: str
) -> None:
    """Under its own name, kept nowhere, and able to do nothing."""
    address = note(app, "a" * 48, app.workspace / "handouts" / name)
    answer = asked(app, cookie, address)

    assert (answer.status, answer.text) == (200, PAGE.decode())
    assert answer.headers["content-type"] == content_type
    assert answer.headers["content-disposition"] == f"inline; filename*=UTF-8''{name}"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "script" not in policy
    assert ("sandbox" in policy) == name.endswith(".html")


def test_nobody_gets_it_without_the_cookie_or_from_another_site(
    app: Opened, cookie: str
) -> None:
    """The key alone opens nothing."""
    address = note(app, "b" * 48, app.workspace / "handouts" / "one.html")
    answers = [
        app.ask(address),
        asked(app, cookie, address, Origin="http://elsewhere.example"),
        asked(app, cookie, address, Sec_Fetch_Site="cross-site"),
        asked(app, cookie, address, Host="elsewhere.example"),
    ]

    assert [one.status for one in answers] == [403] * 4
    assert [PERSONAL in one.text for one in answers] == [False] * 4


@pytest.mark.parametrize(
    "path",
    [
        "c" * 48,
        "C" * 48,
        "*" * 48,
        "?" * 48,
        "",
        "handouts/one.html",
        "..%2F..%2Fhandouts%2Fone.html",
        "%2Fetc%2Fpasswd",
    ],
)
def test_what_is_no_key_of_a_file_is_no_page(app: Opened, cookie: str, path: str) -> None:
    """Not a path, and no pattern that stands for many keys."""
    note(app, "d" * 48, app.workspace / "handouts" / "one.html")
    answer = asked(app, cookie, f"{WRITTEN_ADDRESS}{path}")

    assert answer.status == 404
    assert PERSONAL not in answer.text


def test_a_file_that_is_no_handout_of_the_workspace_is_not_given(
    app: Opened, cookie: str, tmp_path: Path
) -> None:
    """Whatever a kernel notes: the server looks for itself."""
    inside = app.workspace / "handouts"
    inside.mkdir(exist_ok=True)
    (inside / "link.html").symlink_to(write_whole(tmp_path / "far.html", PAGE).path)
    places = [
        tmp_path / "outside.html",
        inside / ".." / ".." / "above.html",
        inside / "clients.csv",
        inside / "me.toml",
        app.workspace / "mine.ipynb",
    ]
    addresses = [note(app, f"{at:048x}", path) for at, path in enumerate(places)]
    told = json.loads((noted(app)[0] / f"{0:048x}").read_text())
    told["path"] = str(inside / "link.html")
    (noted(app)[0] / ("e" * 48)).write_text(json.dumps(told))
    addresses.append(f"{WRITTEN_ADDRESS}{'e' * 48}")

    assert [asked(app, cookie, one).status for one in addresses] == [404] * 6


def test_what_has_changed_or_gone_since_is_not_given(app: Opened, cookie: str) -> None:
    """The link was to the page that was written then."""
    path = app.workspace / "handouts" / "two.html"
    address = note(app, "f" * 48, path)
    path.write_bytes(b"another person")
    changed = asked(app, cookie, address)
    path.unlink()
    gone = asked(app, cookie, address)

    assert (changed.status, gone.status) == (404, 404)
    assert "another person" not in changed.text


def test_the_folders_of_keys_are_for_their_owner_alone(app: Opened) -> None:
    """Each kernel has its own."""
    assert {path.stat().st_mode & 0o777 for path in noted(app)} == {0o700}
