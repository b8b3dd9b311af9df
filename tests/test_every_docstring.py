"""Every docstring and page: examples run, public names are described, frames have a shape."""

import doctest
import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest
from support.project import FOLDER, files, module_name, package_files

# papermill imports our engine while it is imported itself; nobody imports them the other way.
import_module("papermill.engines")

MODULES = [
    name for path in package_files() if not (name := module_name(path)).endswith("__main__")
]
PAGES = [path for path in files() if path.suffix == ".md"]
PACKAGES = [module_name(path) for path in package_files() if path.name == "__init__.py"]
OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
SAYS_ITS_SHAPE = re.compile(r"[Ss]hape ``\([^)]+\)``")


def public_callables(package: str) -> Iterator[tuple[str, Callable[..., object]]]:
    """List the functions and classes that a package exports, by their full names."""
    module = import_module(package)
    for name in getattr(module, "__all__", ()):
        value = getattr(module, name)
        if inspect.isfunction(value) or inspect.isclass(value):
            yield f"{package}.{name}", value


@pytest.mark.parametrize("name", MODULES)
def test_every_example_is_true(name: str) -> None:
    """An example that no longer holds misleads more than none."""
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    said = StringIO()
    for example in doctest.DocTestFinder(exclude_empty=True).find(import_module(name)):
        runner.run(example, out=said.write)

    assert runner.failures == 0, said.getvalue()


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_example_on_a_page_is_true(page: Path) -> None:
    """The README is the first thing that anybody tries."""
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    said = StringIO()
    text = (FOLDER / page).read_text("utf-8")
    runner.run(
        doctest.DocTestParser().get_doctest(text, {}, str(page), None, 0), out=said.write
    )

    assert runner.failures == 0, said.getvalue()


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_is_described(package: str) -> None:
    """What a package exports is read by people who do not read its code."""
    silent = [name for name, value in public_callables(package) if not inspect.getdoc(value)]

    assert silent == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_frame_states_its_shape(package: str) -> None:
    """Whoever gets a table needs to know what one row of it is, and how wide it is."""
    shapeless = [
        name
        for name, value in public_callables(package)
        if "DataFrame" in str(getattr(value, "__annotations__", {}).get("return", ""))
        and not SAYS_ITS_SHAPE.search(inspect.getdoc(value) or "")
    ]

    assert shapeless == []
