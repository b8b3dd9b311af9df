"""`casecert check PERSON`: decide for one person, in words or as JSON."""

from collections.abc import Iterator, Sequence
from datetime import date

import click

from casecert_data.catalog import (
    as_sentence,
    code_label,
    fact,
    say,
    source,
    spell_date,
    spell_old,
)
from casecert_data.cli._options import deciding
from casecert_data.credentials import told_in_full
from casecert_data.eligibility import (
    NOT_NEEDED,
    UNKNOWN,
    Answer,
    Decision,
    Finding,
    Need,
    found_words,
    headline,
    names_of,
    needs_of,
    question_of,
    read_rule,
    ruled_words,
    unknown_reason,
)
from casecert_data.places import PlaceLine, place_lines, place_of
from casecert_data.profiles import Profile, decide, read_day, read_profile


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
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Sentences to read, or JSON for other programs.",
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
    """Say where PERSON, a file in TOML or JSON, stands with each certification, and why."""
    profile = read_profile(person)
    answer = decide(
        profile,
        edition=edition,
        on=read_day("--on", on),
        certifications=certifications or None,
        assume=assume,
    )
    if form == "json":
        import json

        click.echo(json.dumps(answer.to_json(), ensure_ascii=False, indent=2))
        return
    # Of thirteen certifications, those for this person's profession are told in full.
    full, others = told_in_full(answer, profile.facts)
    if certifications:
        full, others = answer.decisions, ()
    for line in _lines(answer, full, others, profile):
        click.echo(line)


def _lines(
    answer: Answer, full: Sequence[Decision], others: Sequence[Decision], profile: Profile
) -> list[str]:
    lines = [say("check.head", date=spell_date(answer.on))]
    for name, value in answer.assumed:
        lines.append(say("check.assumed", label=fact(name).label, value=value))
    for decision in full:
        lines += ["", *_decision_lines(decision, answer)]
    if others:
        lines += ["", say("check.others"), *(f"  {_short_line(one)}" for one in others)]
    for left_out in answer.left_out:
        lines += ["", say("check.left_out", name=names_of(left_out)["full_name"])]
    for unused in answer.rulings_left_out:
        lines += ["", say("check.rulings_left_out", name=names_of(unused)["full_name"])]
    at_home = _at_home(profile)
    if profile.home_state is not None and at_home:
        heading = place_of(profile.home_state).heading
        lines += ["", heading, *(f"  {line.words}" for line in at_home)]
    sources = [key for line in at_home for key in line.source_ids]
    told = (*_source_lines(full, sources, answer.on), *_ruled_lines(full))
    return [*lines, "", *told, say("check.foot")]


def _at_home(profile: Profile) -> tuple[PlaceLine, ...]:
    """Tell what is known of the home state and concerns the licenses; it judges nothing."""
    if profile.home_state is None:
        return ()
    held = profile.facts.get("license_codes")
    return place_lines(profile.home_state, held if isinstance(held, tuple) else None)


def _decision_lines(decision: Decision, answer: Answer) -> list[str]:
    name = names_of(decision.certification_id)["full_name"]
    outcome = code_label("outcome_code", decision.outcome)
    lines = [say("check.outcome", outcome=outcome, name=name)]
    lines.append(f"  {headline(decision, answer.on)}")
    if decision.apart_from_declarations != decision.outcome:
        apart = code_label("outcome_code", decision.apart_from_declarations)
        lines.append("  " + say("check.apart", outcome=apart))
    if decision.rule_edition != answer.edition:
        issuer = names_of(decision.certification_id)["issuer_acronym"]
        lines.append("  " + say(f"shown.stands_in.{decision.rule_edition}", issuer=issuer))
    rule = read_rule(decision.certification_id, edition=decision.rule_edition)
    for need in needs_of(rule, decision):
        lines += [f"  {line}" for line in _need_lines(need)]
    question = question_of(decision)
    if question is not None:
        lines.append("  " + say("check.ask", question=fact(question.fact).question))
    return lines


def _need_lines(need: Need) -> Iterator[str]:
    if need.is_waived:
        yield say("check.waived", title=need.title, text=need.waiver)
        return
    choice = say("check.any_one") if need.is_choice else ""
    outcome = say(f"outcome.{need.outcome}")
    yield say("check.need", title=need.title, outcome=outcome, choice=choice).rstrip()
    for way in need.ways:
        deeper = "    "
        if need.is_choice and len(way.findings) > 1:
            # One way of several that asks for more than one thing: under its own heading, or
            # its parts would read as ways of their own.
            way_outcome = say(f"outcome.{way.outcome}")
            yield "    " + say("check.way", outcome=way_outcome, text=way.text)
            deeper = "      "
        for finding in way.findings:
            yield deeper + _finding_line(finding, str(way.outcome))


def _finding_line(finding: Finding, way_outcome: str) -> str:
    # An option of a need that is met without it is no failure.
    shown = way_outcome if way_outcome == NOT_NEEDED else finding.outcome
    reason = ruled_words(finding) if shown == finding.outcome else ""
    if shown == UNKNOWN and finding.found is not None:
        reason = unknown_reason(finding)
    form = "finding" if finding.found is not None else "finding_blank"
    if reason:
        form = f"{form}_with_reason"
    return say(
        f"check.{form}",
        outcome=say(f"outcome.{shown}"),
        text=finding.text,
        found=found_words(finding.fact, finding.found),
        reason=reason,
    )


def _short_line(decision: Decision) -> str:
    outcome = code_label("outcome_code", decision.outcome)
    name = names_of(decision.certification_id)["full_name"]
    return say("check.short", outcome=outcome, name=name, key=decision.certification_id)


def _source_lines(decisions: Sequence[Decision], others: Sequence[str], on: date) -> list[str]:
    used = dict.fromkeys([*(f.source_id for d in decisions for f in d.criteria), *others])
    return [
        say(
            "check.source",
            title=as_sentence(source(one).title),
            publisher=source(one).publisher,
            note=source(one).source_note,
            old=spell_old(source(one), on),
        ).rstrip()
        for one in used
    ]


def _ruled_lines(decisions: Sequence[Decision]) -> Iterator[str]:
    for finding in (one for decision in decisions for one in decision.criteria):
        if finding.ruled_on is not None:
            yield say(
                "check.ruled",
                date=spell_date(finding.ruled_on),
                text=finding.text,
                outcome=say(f"outcome.{finding.outcome}"),
                by=finding.ruled_by,
            )
