"""The server of the dashboards: whom it answers, what it refuses, and what it leaves behind."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.opened import Answer, Opened, is_running, opened, wait_until

pytestmark = pytest.mark.slow

COMPARE = "/voila/render/01_compare_pathways.ipynb"
ELSEWHERE = "http://elsewhere.example"
PERSONAL = "Ann-Quixwell-871"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Serve a workspace with a table, a picture and a notebook beside the shipped ones."""
    folder = tmp_path_factory.mktemp("app") / "mine"
    folder.mkdir()
    (folder / "clients.csv").write_text(PERSONAL, "utf-8")
    (folder / "client.svg").write_text(f"<svg>{PERSONAL}</svg>", "utf-8")
    cell = {"cell_type": "code", "metadata": {}, "source": f"raise ValueError({PERSONAL!r})"}
    broken = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "broken.ipynb").write_text(json.dumps(broken), "utf-8")
    with opened("app", folder) as running:
        yield running


@pytest.fixture(scope="module")
def cookie(app: Opened) -> str:
    """Be let in by the token, and return what a browser would keep."""
    answer = app.ask(f"/?token={app.token}")
    return answer.headers["set-cookie"].partition(";")[0]


def inside(app: Opened, cookie: str, path: str, **headers: str) -> Answer:
    """Ask for a path as somebody who was let in."""
    return app.ask(path, Cookie=cookie, **headers)


def test_the_address_is_of_this_machine_and_has_a_token(app: Opened) -> None:
    """One that nobody guesses, and new each time."""
    assert re.fullmatch(r"http://127\.0\.0\.1:\d{4,5}/\?token=[0-9a-f]{48}", app.line)


def test_the_token_leaves_the_address_at_once(app: Opened) -> None:
    """The history of a browser is read by whoever sits there next."""
    answer = app.ask(f"/?token={app.token}")

    assert (answer.status, answer.headers["location"]) == (302, "/")
    assert "SameSite=Strict" in answer.headers["set-cookie"]
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "expires" not in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize(
    "path", ["/", COMPARE, "/nothing", "/api/kernels", "/?token=", "/?token=0123456789abcdef"]
)
def test_without_the_token_nothing_is_shown(app: Opened, path: str) -> None:
    """Not even which notebooks there are; and the page says how to get in."""
    answer = app.ask(path)

    assert answer.status == 403
    assert "Which certification" not in answer.text
    assert "Use the whole address that casecert printed" in answer.text


def test_the_start_page_lists_the_questions(app: Opened, cookie: str) -> None:
    """The user's own notebook among them."""
    answer = inside(app, cookie, "/")

    assert answer.status == 200
    assert "Which certification fits this person?" in answer.text
    assert "Your own notebooks" in answer.text
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/clients.csv",
        "/client.svg",
        "/01_compare_pathways.ipynb",
        "/voila/files/clients.csv",
        "/voila/files/client.svg",
        "/voila/files/01_compare_pathways.ipynb",
        "/files/clients.csv",
        "/voila/render/clients.csv",
        "/voila/render/no_such_notebook.ipynb",
        "/voila/render/..%2Fmine%2Fbroken.ipynb",
        "/voila/render/%2Fetc%2Fpasswd",
        "/voila/render/.casecert.json",
        "/voila/render/sub/broken.ipynb",
        "/voila/tree",
        "/voila/tree/",
        "/voila/api/contents",
        "/api/contents",
        "/api/kernels",
        "/api/sessions",
        "/api/terminals",
        "/tree",
        "/lab",
        "/login",
        "/metrics",
    ],
)
def test_a_file_or_a_service_is_no_page(app: Opened, cookie: str, path: str) -> None:
    """Neither by its path nor by what Voila or Jupyter would answer there."""
    answer = inside(app, cookie, path)

    assert answer.status == 404
    assert PERSONAL not in answer.text
    assert "There is no such page" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/voila/static/0.5.13/../../../../../../etc/passwd",
        "/voila/static/0.5.13/%2e%2e/%2e%2e/voila/handler.py",
        "/voila/templates/lab/static/..%2F..%2Fconf.json",
        "/voila/labextensions/../../../etc/passwd",
    ],
)
def test_nothing_outside_the_folder_of_a_file_is_served(
    app: Opened, cookie: str, path: str
) -> None:
    """Going up is refused."""
    assert inside(app, cookie, path).status in {403, 404}


@pytest.mark.parametrize("path", ["/", COMPARE])
def test_another_site_is_refused(app: Opened, cookie: str, path: str) -> None:
    """Nobody else's page can start a kernel here, or show one in a frame."""
    by_origin = inside(app, cookie, path, Origin=ELSEWHERE)
    by_link = inside(app, cookie, path, Sec_Fetch_Site="cross-site")

    assert (by_origin.status, by_link.status) == (403, 403)
    assert "A page on another site led here" in by_link.text
    assert app.kernels() == []


@pytest.mark.parametrize("host", ["elsewhere.example", "127.0.0.1.elsewhere.example"])
def test_a_name_that_only_leads_here_is_refused(app: Opened, cookie: str, host: str) -> None:
    """Another site could let its own name lead to this machine."""
    assert inside(app, cookie, "/", Host=host).status == 403


def test_a_page_allows_no_other_machine_and_no_frame(app: Opened, cookie: str) -> None:
    """The browser itself holds it."""
    policy = inside(app, cookie, "/").headers["content-security-policy"]

    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http:" not in policy.replace("http://127.0.0.1", "")
    assert "https:" not in policy


def test_a_kernel_is_not_ended_by_another_page(app: Opened, cookie: str) -> None:
    """Without the cookie's own secret, a request to end one is refused."""
    nobody = "00000000-0000-0000-0000-000000000000"
    asked = (f"/voila/api/shutdown/{nobody}", "POST", "")

    assert app.ask(*asked).status == 403
    assert app.ask(*asked, Cookie=cookie).status == 403
    assert app.ask(*asked, Cookie=cookie, Origin=ELSEWHERE).status == 404


def test_a_question_in_the_address_changes_nothing(app: Opened, cookie: str) -> None:
    """No other template, no other look: what is asked for is left unread."""
    asked = f"{COMPARE}?template=base&voila-template=reveal&voila-theme=dark&theme=dark"
    answer = inside(app, cookie, asked)

    assert answer.status == 200
    assert '<body class="theme-light"' in answer.text
    assert "reveal" not in answer.text


def test_a_dashboard_shows_no_code(app: Opened, cookie: str) -> None:
    """Not in the page, and not in what the page is made from."""
    answer = inside(app, cookie, COMPARE)

    assert answer.status == 200
    assert "application/vnd.jupyter.widget-view+json" in answer.text
    assert "ComparePanel(" not in answer.text
    assert "from casecert_data" not in answer.text


def test_a_notebook_that_stops_is_told_without_its_words(app: Opened, cookie: str) -> None:
    """What a step says could quote a person; its kind says enough to go on."""
    answer = inside(app, cookie, "/voila/render/broken.ipynb")

    assert answer.status == 200
    assert "This page could not get ready" in answer.text
    assert "One of its steps stopped: ValueError." in answer.text
    assert PERSONAL not in answer.text
    assert PERSONAL not in app.log.read_text("utf-8")


def test_the_log_says_what_was_done_and_nothing_else(app: Opened) -> None:
    """No address, no token, no name of a file that was asked for."""
    lines = app.log.read_text("utf-8").splitlines()

    assert [one for one in lines if not one.startswith("Copied ")] == [
        "The dashboards are open. Press Ctrl-C here to end them."
    ]


def test_ctrl_c_ends_everything(tmp_path: Path) -> None:
    """No kernel, no file and no process is left, and the end is quiet."""
    with opened("app", tmp_path / "mine") as running:
        key = running.ask(f"/?token={running.token}").headers["set-cookie"].partition(";")[0]
        # Nobody closes this page, so its kernel is still there at the end.
        inside(running, key, COMPARE)
        kernels, processes = running.kernels(), running.processes()
        code = running.end()

        assert len(kernels) == 1
        assert len(processes) == 2
        assert code == 0
        assert wait_until(lambda: not any(map(is_running, processes)))
        assert [path.name for path in running.private.iterdir()] == [running.log.name]
        assert "Traceback" not in running.log.read_text("utf-8")
