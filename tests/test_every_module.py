"""Every module and every test: small, first things first, and named for what it holds."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.project import FOLDER, files, package_files

LINES_OF_A_MODULE = 400
LINES_OF_A_FUNCTION = 40
WORDS_OF_A_CLAIM = 3
VAGUE = {"common", "helper", "helpers", "lib", "misc", "shared", "util", "utils"}

TEST_FILES = [
    path for path in files() if path.parts[0] == "tests" and path.name.startswith("test_")
]


def tree_of(path: Path) -> ast.Module:
    """Read a Python file of the project as its syntax tree."""
    return ast.parse((FOLDER / path).read_text("utf-8"))


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """List the functions and methods of a file, inner ones included."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of_body(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function's body, without its docstring."""
    body = function.body[ast.get_docstring(function) is not None :]
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", package_files(), ids=str)
def test_a_module_fits_in_the_head(path: Path) -> None:
    """A module of more lines, or with a longer function, is two that have not met yet."""
    lines = len((FOLDER / path).read_text("utf-8").splitlines())
    long = [f.name for f in functions_of(path) if lines_of_body(f) > LINES_OF_A_FUNCTION]

    assert lines <= LINES_OF_A_MODULE
    assert long == []


@pytest.mark.parametrize("path", package_files(), ids=str)
def test_a_module_inside_a_package_is_private(path: Path) -> None:
    """A package exports through its __init__, so that its rooms can be moved about."""
    inside = len(path.parts) > 2

    assert path.stem.startswith("_") or not inside
    assert path.stem.strip("_") not in VAGUE


@pytest.mark.parametrize(
    "path", [path for path in package_files() if path.name == "__init__.py"], ids=str
)
def test_a_package_says_what_it_exports(path: Path) -> None:
    """Without __all__ every import of an __init__ would be a promise."""
    named = {
        target.id
        for node in tree_of(path).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }

    assert "__all__" in named


@pytest.mark.parametrize("path", TEST_FILES, ids=str)
def test_a_test_is_a_claim_with_its_reason(path: Path) -> None:
    """The name says what holds, the docstring why: a failure then explains itself."""
    tests = [f for f in functions_of(path) if f.name.startswith("test_")]
    unclear = [
        test.name
        for test in tests
        if len(test.name.split("_")) - 1 < WORDS_OF_A_CLAIM or not ast.get_docstring(test)
    ]

    assert tests
    assert unclear == []
