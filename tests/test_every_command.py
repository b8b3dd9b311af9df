"""Every command: its help, its nearest name, its refusals; and a `check` that starts light."""

import doctest
import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from support.in_process import casecert
from support.project import FOLDER

from casecert_data.cli import _COMMANDS
from casecert_data.cli import _group as top_group

ARGUMENTS = {
    "app": ("--workspace", "--port", "--no-browser"),
    "batch": ("ROSTER", "--report", "--out", "--format", "--jobs", "--encoding", "-p"),
    "check": ("PERSON", "--certification", "--format"),
    "cite": ("NAME",),
    "copy": ("report", "NAME", "--to"),
    "data": ("check", "build"),
    "lab": ("--workspace", "--port", "--no-browser"),
    "list": (),
    "purge": ("DIR", "--yes"),
    "report": ("NAME", "--person", "--out", "--format", "--show-names", "-p"),
    "show": ("NAME", "--edition", "--on", "--format", "--out"),
    "template": ("FILE", "--certification", "--overwrite"),
}
DECIDING = ("batch", "check", "report")
HEAVY = ("pandas", "numpy", "pyarrow", "plotly", "ipywidgets", "papermill", "IPython", "typst")

PRINTS_WHAT_IS_LOADED = """
import json, sys
before = set(sys.modules)
from casecert_data.cli import main
try:
    main(sys.argv[1:])
finally:
    new = {name.partition(".")[0] for name in set(sys.modules) - before}
    print(json.dumps(sorted(new)), file=sys.stderr)
"""


def loaded_by(*arguments: str) -> set[str]:
    """Run a command in a fresh interpreter; return the packages that it loads."""
    ran = subprocess.run(
        [sys.executable, "-c", PRINTS_WHAT_IS_LOADED, *arguments],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return set(json.loads(ran.stderr))


def test_every_command_is_known_here() -> None:
    """A new one brings its arguments into the tests below."""
    assert set(ARGUMENTS) == set(_COMMANDS)


@pytest.mark.parametrize("command", ARGUMENTS)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_a_command_says_what_it_does_and_takes(command: str, option: str) -> None:
    """Whoever has forgotten an option finds it without a manual."""
    ran = casecert(command, option)

    assert ran.code == 0
    assert ran.out.startswith(f"Usage: casecert {command} ")
    assert [one for one in ARGUMENTS[command] if one not in ran.out] == []


def every_help() -> dict[str, click.Command]:
    """Find every command and the commands inside it, by the words that one types."""
    context = click.Context(top_group)
    top = {name: top_group.get_command(context, name) for name in _COMMANDS}
    commands = {name: one for name, one in top.items() if one is not None}
    inner = {
        f"{name} {word}": one
        for name, group in commands.items()
        if isinstance(group, click.Group)
        for word, one in group.commands.items()
    }
    return commands | inner


@pytest.mark.parametrize("command", every_help())
def test_every_option_is_explained(command: str) -> None:
    """A name alone says little to whoever sees it for the first time."""
    options = [one for one in every_help()[command].params if isinstance(one, click.Option)]

    assert [one.name for one in options if not str(one.help or "").endswith(".")] == []


@pytest.mark.parametrize("group", [(), ("data",)])
def test_what_a_command_does_is_said_in_a_line_that_is_not_cut(group: tuple[str, ...]) -> None:
    """A list of commands ends none of its lines in three dots."""
    _, _, listed = casecert(*group, "--help").out.partition("Commands:\n")

    assert listed.count("\n") >= 2
    assert "..." not in listed


@pytest.mark.parametrize("command", ["app", "lab"])
def test_what_opens_a_browser_says_how_it_ends_and_what_if_none_opens(command: str) -> None:
    """What the program prints is no matter to whoever asks what to do."""
    told = " ".join(casecert(command, "--help").out.split())

    assert "Keep the terminal open" in told
    assert "Ctrl-C in it to end" in told
    assert "If no browser opens, copy the address" in told
    assert "one line" not in told


@pytest.mark.parametrize("command", DECIDING)
def test_a_deciding_command_takes_what_all_of_them_take(command: str) -> None:
    """Whose words, which day, what is taken for granted, whose data."""
    help_text = casecert(command, "--help").out

    assert all(one in help_text for one in ("--edition", "--on", "--assume", "--data"))


def test_casecert_lists_its_commands() -> None:
    """Each with a line on what it does, without loading any of them."""
    ran = casecert("--help")

    assert all(f"  {name}" in ran.out for name in ARGUMENTS)


def test_no_command_at_all_shows_how_to_ask() -> None:
    """Nobody is left in front of an empty line."""
    ran = casecert()

    assert ran.code == 2
    assert "Usage: casecert" in ran.out + ran.errors


def test_the_versions_of_code_and_facts_are_told() -> None:
    """They move apart: a report says which of each it was made with."""
    assert casecert("--version").out == "casecert 0.1.0, data 2026.11.28\n"


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("chek", "check"), ("Check", "check"), ("sow", "show"), ("reports", "report")],
)
def test_an_unknown_command_is_refused_with_the_nearest(typed: str, nearest: str) -> None:
    """One message, exit code 2, and all commands listed."""
    ran = casecert(typed, "anything")

    assert (ran.code, ran.out) == (2, "")
    assert ran.errors == (
        f"No command is called {typed!r}. Did you mean {nearest!r}?\n"
        f"Known commands: {', '.join(sorted(ARGUMENTS))}.\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "no-such-file.toml"),
        ("cite", "no_such_table"),
        ("show", "no_such_table"),
        ("report", "no_such_report", "--out", "nowhere"),
        ("batch", "no-such-file.csv", "--report", "person", "--out", "nowhere"),
        ("data", "check", "--on", "2026-02-30"),
        ("check", "no-such-file.toml", "--data", "mine"),
        ("check",),
        ("check", "--no-such-option"),
        ("data", "chek"),
        ("list", "tables"),
    ],
    ids=" ".join,
)
def test_bad_input_is_one_message_and_exit_code_2(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback, nothing on the output, nothing half-written."""
    monkeypatch.chdir(tmp_path)
    ran = casecert(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.errors.strip()
    assert "Traceback" not in ran.errors
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_casecert_itself_is_not_dressed_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what the caller can put right becomes a message; a bug keeps its traceback."""

    def broken(*_: object, **__: object) -> None:
        raise KeyError("a bug")

    monkeypatch.setattr("casecert_data.datasets.cite", broken)

    with pytest.raises(KeyError, match="a bug"):
        casecert("cite", "ccm")


@pytest.fixture
def person(tmp_path: Path) -> str:
    """Write a profile and return where it lies."""
    path = tmp_path / "person.toml"
    path.write_text('license_codes = ["RN"]\ncm_months = 16\n', encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("form", ["text", "json"])
def test_check_loads_nothing_heavy(person: str, form: str) -> None:
    """An answer in a moment: the standard library, click and the core are enough."""
    loaded = loaded_by("check", person, "--on", "2026-11-23", "--format", form)

    assert loaded.isdisjoint(HEAVY)
    assert loaded - set(sys.stdlib_module_names) == {"casecert_data", "click"}


@pytest.mark.parametrize("arguments", [("--help",), ("list",), ("show", "ccm"), ("--version",)])
def test_what_only_reads_the_catalog_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    """Pandas is for frames, and papermill for reports."""
    assert loaded_by(*arguments).isdisjoint(HEAVY)


@pytest.mark.parametrize("command", ARGUMENTS)
def test_every_command_is_named_in_the_readme(command: str) -> None:
    """What there is, is told where people look first."""
    assert f"casecert {command}" in (FOLDER / "README.md").read_text("utf-8")


def test_the_examples_of_the_readme_are_true() -> None:
    """Whoever tries the first lines gets what they promise."""
    failed, tried = doctest.testfile(str(FOLDER / "README.md"), module_relative=False)

    assert failed == 0
    assert tried >= 4
