"""Every command that the README and the docs show can be typed as it stands there."""

import re
import shlex
from pathlib import Path

import click
import pytest
from oracle.commands import run
from support.project import FOLDER

from casecert_data.cli import _COMMANDS
from casecert_data.cli import _group as top_group

PAGES = [FOLDER / "README.md", *sorted((FOLDER / "docs").glob("*.md"))]
_CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (?:\.venv/bin/)?casecert (.+)$", re.MULTILINE)
_TOML = re.compile(r"^```toml\n(.*?)^```", re.MULTILINE | re.DOTALL)
_OPENS_A_BROWSER = ("app", "lab")


def shown_in(page: Path) -> list[list[str]]:
    """Return the commands that a page shows, without ``casecert``, in the order of the page."""
    blocks = _CONSOLE.findall(page.read_text("utf-8"))
    return [shlex.split(line) for block in blocks for line in _COMMAND.findall(block)]


SHOWN = [(page.name, shlex.join(words)) for page in PAGES for words in shown_in(page)]


def test_the_pages_show_commands() -> None:
    """Were they written in another way, the tests below would look at nothing."""
    assert len({page for page, _ in SHOWN}) >= 4
    assert len(SHOWN) >= 20


@pytest.mark.parametrize(("page", "line"), SHOWN)
def test_a_command_of_the_docs_takes_what_is_shown(page: str, line: str) -> None:
    """A renamed option would send readers away with an error."""
    name, *arguments = shlex.split(line)
    context = click.Context(top_group, **top_group.context_settings)
    command = top_group.get_command(context, name)

    assert name in _COMMANDS, page
    assert command is not None
    # Parsing alone: a command that is missing, or takes no such option, is an error here.
    command.make_context(name, arguments, parent=context, resilient_parsing=False)


@pytest.mark.slow
def test_the_commands_of_the_readme_run_one_after_the_other(tmp_path: Path) -> None:
    """As a stranger tries them: in an empty folder, with the profile that the page shows."""
    profile = "\n".join(_TOML.findall((FOLDER / "README.md").read_text("utf-8")))
    (tmp_path / "me.toml").write_text(profile, encoding="utf-8")
    for words in shown_in(FOLDER / "README.md"):
        if words[0] in _OPENS_A_BROWSER:
            continue
        # Nobody sits here to be asked.
        ran = run(*words, *(["--yes"] if words[0] == "purge" else []), folder=tmp_path)

        assert ran.code == 0, (words, ran.errors)

    assert (tmp_path / "roster.xlsx").is_file()
    assert not (tmp_path / "handouts" / "index.html").exists()
    assert (tmp_path / "handouts" / "person-without-id.pdf").is_file()
