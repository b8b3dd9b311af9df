"""`casecert show NAME`: rows of a table, rule of a certification, parameters of a report."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from casecert_data.catalog import (
    as_sentence,
    code_label,
    fact,
    field,
    say,
    source,
    spell_old,
    table,
    table_columns,
    table_names,
)
from casecert_data.eligibility import (
    Criterion,
    Group,
    certification_ids,
    names_of,
    read_rule,
    refuse_closed,
)
from casecert_data.errors import TakeawayError, UnknownNameError
from casecert_data.profiles import EDITIONS, read_day
from casecert_data.reporting import Parameter
from casecert_data.shipped import reports_folder

_TEXT = "text"
_FORMATS = (_TEXT, "csv", "xlsx")


@click.command(name="show")
@click.argument("name", metavar="NAME")
@click.option(
    "--edition",
    default="issuer",
    show_default=True,
    metavar="issuer|article",
    help="Whose account of a certification's rule: the issuer's pages, or one article.",
)
@click.option(
    "--on",
    metavar="DATE",
    help="Day on which old sources are marked, YYYY-MM-DD; today by default.",
)
@click.option(
    "--format",
    "file_format",
    default=_TEXT,
    show_default=True,
    metavar="text|csv|xlsx",
    help="text: on the screen; csv, xlsx: a table as a file.",
)
@click.option("--out", metavar="FILE", help="File to write the table to.")
def command(name: str, edition: str, on: str | None, file_format: str, out: str | None) -> None:
    """Show NAME: a table's rows, a certification's rule, or a report's parameters.

    'casecert list' names them all.
    """
    day = read_day("--on", on)
    if edition not in EDITIONS:
        raise UnknownNameError.among("edition", edition, EDITIONS)
    if file_format not in _FORMATS:
        raise UnknownNameError.among("format", file_format, _FORMATS)
    if file_format != _TEXT or out is not None:
        click.echo(say("takeaway.wrote", path=_written(name, file_format, out)))
        return
    if name in table_names():
        lines = _table_lines(name, day)
    elif name in certification_ids():
        lines = _rule_lines(name, edition)
    elif name in _report_names() or (Path(name) / "report.toml").is_file():
        lines = _report_lines(name)
    else:
        refuse_closed(name)
        kind = "table, certification or report"
        raise UnknownNameError.among(kind, name, _shown_names())
    for line in lines:
        click.echo(line)


def _written(name: str, file_format: str, out: str | None) -> Path:
    """Write a table as a file, whole or not at all."""
    if out is None:
        raise TakeawayError.without_file(file_format)
    if file_format == _TEXT:
        raise TakeawayError.without_format(out, " or ".join(_FORMATS[1:]))
    path = Path(out)
    if path.suffix.casefold() != f".{file_format}":
        raise TakeawayError.other_ending(out, file_format)
    if name not in table_names():
        if name in _shown_names():
            raise TakeawayError.not_a_table(f"--format {file_format}", name)
        raise UnknownNameError.among("table", name, table_names())
    from casecert_data.takeaway import whole_table, write_file

    taken = whole_table(name)
    content = taken.as_csv() if file_format == "csv" else taken.as_xlsx()
    return write_file(path, content)


def _report_names() -> list[str]:
    return [path.parent.name for path in sorted(reports_folder().glob("*/report.toml"))]


def _shown_names() -> list[str]:
    return [*table_names(), *certification_ids(), *_report_names()]


def _table_lines(name: str, on: date) -> Iterator[str]:
    for at, row in enumerate(table(name), start=1):
        yield say("show.row", number=at)
        for column in table_columns(name):
            if row[column] is not None:
                yield f"  {field(column).title}: {_cell(column, row[column], on)}"


def _cell(column: str, value: object, on: date) -> str:
    of = field(column)
    if of.refers_to == "sources":
        old = spell_old(source(str(value)), on)
        return f"{value} [{old}]" if old else str(value)
    if of.kind == "code":
        return code_label(str(of.vocabulary), str(value))
    if of.kind == "yes_no":
        return say("show.yes" if value else "show.no")
    return say("show.with_unit", value=value, unit=of.unit) if of.unit else str(value)


def _rule_lines(name: str, edition: str) -> Iterator[str]:
    rule = read_rule(name, edition=edition)
    yield names_of(name)["full_name"]
    yield say("show.edition", edition=rule.edition_id)
    yield from _node_lines(rule.root, 0)


def _node_lines(node: Group | Criterion, depth: int) -> Iterator[str]:
    blanks = "  " * depth
    if isinstance(node, Criterion):
        yield f"{blanks}- {node.text}"
        needed = json.dumps(node.needed.to_json())
        yield f"{blanks}    {fact(node.fact).name} {needed} ({node.source_id}: {node.locator})"
        yield from (f"{blanks}    {line}" for line in _more_of(node))
        return
    how = say("show.any_of" if node.is_choice else "show.all_of")
    yield f"{blanks}{node.title}: {how}" if node.title else f"{blanks}{how}"
    for part in node.parts:
        yield from _node_lines(part, depth + 1)


def _more_of(criterion: Criterion) -> Iterator[str]:
    yield say("show.criterion", criterion_id=criterion.id)
    if criterion.open:
        yield say("show.open")
    for source_id, locator in criterion.also:
        yield say("show.also", source_id=source_id, locator=locator)
    for one in criterion.remarks:
        yield say("show.remark", code=one.code, text=one.text, source_id=one.source_id)


def _report_lines(name: str) -> Iterator[str]:
    from casecert_data.reporting import read_report

    spec = read_report(name)
    yield spec.title
    for one in spec.parameters.values():
        told = [as_sentence(one.description), say("show.takes", what=one.takes())]
        if one.default is not None and one.kind != "person_ref":
            told.append(say("show.default", value=_default(one)))
        yield f"  {one.name}: {' '.join(told)}"


def _default(parameter: Parameter) -> str:
    if isinstance(parameter.default, bool):
        return say("show.yes" if parameter.default else "show.no")
    return str(parameter.default)
