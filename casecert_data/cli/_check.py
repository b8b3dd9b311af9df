"""`casecert check PERSON`: decide for one person, in words or as JSON."""

import json

import click

from casecert_data.catalog import code_label, fact, say, source, spell_date
from casecert_data.cli._options import deciding
from casecert_data.eligibility import (
    Answer,
    Decision,
    Finding,
    found_words,
    headline,
    names_of,
    unknown_reason,
)
from casecert_data.profiles import decide


@click.command(name="check")
@click.argument("person", metavar="PERSON")
@click.option(
    "--certification",
    "certifications",
    multiple=True,
    metavar="ID",
    help="Decide this one only; may be given again.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@deciding
def command(
    *,
    person: str,
    certifications: tuple[str, ...],
    form: str,
    edition: str,
    on: str | None,
    assume: tuple[str, ...],
) -> None:
    """Decide each certification for PERSON, a TOML or JSON file, and say why."""
    answer = decide(
        person, edition=edition, on=on, certifications=certifications or None, assume=assume
    )
    if form == "json":
        click.echo(json.dumps(answer.to_json(), ensure_ascii=False, indent=2))
        return
    for line in _lines(answer):
        click.echo(line)


def _lines(answer: Answer) -> list[str]:
    lines = [say("check.head", date=spell_date(answer.on))]
    for name, value in answer.assumed:
        lines.append(say("check.assumed", label=fact(name).label, value=value))
    for decision in answer.decisions:
        lines += ["", *_decision_lines(decision, answer)]
    for left_out in answer.left_out:
        lines += ["", say("check.left_out", name=names_of(left_out)["full_name"])]
    return [*lines, "", *_source_lines(answer), say("check.foot")]


def _decision_lines(decision: Decision, answer: Answer) -> list[str]:
    name = names_of(decision.certification_id)["full_name"]
    outcome = code_label("outcome_code", decision.outcome)
    lines = [say("check.outcome", outcome=outcome, name=name)]
    lines.append(f"  {headline(decision, answer.on)}")
    if decision.apart_from_declarations != decision.outcome:
        apart = code_label("outcome_code", decision.apart_from_declarations)
        lines.append("  " + say("check.apart", outcome=apart))
    lines += [f"    {_finding_line(finding)}" for finding in decision.criteria]
    if decision.next_question is not None:
        lines.append("  " + say("check.ask", question=fact(decision.next_question).question))
    return lines


def _finding_line(finding: Finding) -> str:
    reason = unknown_reason(finding)
    outcome = code_label("outcome_code", finding.outcome)
    return say(
        "check.finding_with_reason" if reason else "check.finding",
        outcome=outcome,
        text=finding.text,
        found=found_words(finding.fact, finding.found),
        reason=reason,
    )


def _source_lines(answer: Answer) -> list[str]:
    used = dict.fromkeys(f.source_id for d in answer.decisions for f in d.criteria)
    return [
        say(
            "check.source",
            title=source(one).title,
            publisher=source(one).publisher,
            note=source(one).source_note,
        )
        for one in used
    ]
