"""All that a client can read: messages, tables, rules, facts, columns and closed lists."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from casecert_data.catalog import (
    code_label,
    code_names,
    facts,
    field,
    fields,
    table,
    table_columns,
    table_names,
    vocabulary_names,
)
from casecert_data.shipped import data_folder, reports_folder

# Where the words of others stand as they are: names, addresses and headings of their pages.
QUOTED = {
    *("title", "publisher", "url", "contact_url"),
    *("locator", "acronym_locator", "exam_locator", "upkeep_locator", "article_locator"),
}
# Names of tables, rules, notebooks and reports, for the checks of the data alone.
PLACES = {"carriers", "shown_in"}
NO_WORDS = {"fact", "source_id", "locator", "edition_id", "certification_id"}


def client_words() -> Iterator[tuple[str, str]]:
    """Give each text that a client can read, with its place."""
    for path in sorted((*data_folder().glob("rules/*.toml"), *data_folder().glob("*/en.toml"))):
        yield from texts_of(path.name, path)
    for path in sorted(reports_folder().glob("*/report.toml")):
        yield from texts_of(f"{path.parent.name}/{path.name}", path)
    yield from _cells()
    for fact in facts().values():
        words = (fact.label, fact.meaning, fact.question, fact.clause, fact.find_out)
        yield from ((f"facts.{fact.name}", text) for text in words)
    for one in fields().values():
        yield from ((f"fields.{one.name}", text) for text in (one.title, one.meaning))
    for vocabulary in vocabulary_names():
        for code in code_names(vocabulary):
            yield f"{vocabulary}.{code}", code_label(vocabulary, code)


def _cells() -> Iterator[tuple[str, str]]:
    for name in table_names():
        for column in table_columns(name):
            if field(column).kind == "text" and column not in QUOTED | PLACES:
                yield from ((f"{name}.{column}", str(row[column] or "")) for row in table(name))


def texts_of(file: str, path: Path) -> Iterator[tuple[str, str]]:
    """Give each text of a TOML file, with the names that lead to it."""
    yield from _texts(file, tomllib.loads(path.read_text("utf-8")))


def _texts(place: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(place, one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in NO_WORDS:
                yield from _texts(f"{place}.{name}", one)
