"""What is told of one job type, as plain values: what fits, who does it, what is expected."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from casecert_data.catalog import code_names, join_words, rows_where, say, spell_number
from casecert_data.eligibility import lowered, names_of
from casecert_data.jobs import (
    MADE_FOR,
    NOT_DESIGNED,
    POSSIBLE,
    Fit,
    Job,
    Occupation,
    all_occupations,
    closed_programs_of,
    fits_of,
    gap_of,
    job,
    name_clashes_of,
    occupations_of,
)
from casecert_data.panels._compare_sentence import names_in_sentence
from casecert_data.panels._sources import Cited, cited

_NAMED_AT_MOST = 3
_OTHERS = "others"


class JobLine(NamedTuple):
    """One thing to know."""

    term: str
    """What it is about; empty where its heading says it."""
    words: str
    """What is so."""
    cited: Cited
    """Who says so."""


class FitGroup(NamedTuple):
    """Credentials that fit a job type in the same way."""

    code: str
    """Code of the list ``fit_code``, or ``others`` for those of other professions."""
    title: str
    """Its heading."""
    lines: tuple[JobLine, ...]
    """At least one."""
    is_folded: bool
    """Whether it is seen only on a click."""


class Expected(NamedTuple):
    """What is expected of one occupation, and why a job type is counted there."""

    title: str
    """The occupation."""
    role: str
    """How near it is."""
    words: str
    """Outlook in a sentence or two."""
    cited: Cited
    """Who says so."""
    evidence: tuple[JobLine, ...]
    """Why it is counted there."""


class JobView(NamedTuple):
    """One job type, from what fits to what is expected."""

    job: Job
    """The job type."""
    sentence: str
    """What fits it, in a sentence."""
    gap: JobLine | None
    """What people hold instead, where nothing national is made for it."""
    fits: tuple[FitGroup, ...]
    """The credentials, what fits best first."""
    cautions: tuple[JobLine, ...]
    """Names that are easily mixed up, and programs that are closed."""
    facts: tuple[JobLine, ...]
    """The work, where and for whom it is done, and who does it."""
    expected: tuple[Expected, ...]
    """The occupations with a known outlook, the nearest first; all together last."""
    overlaps: tuple[JobLine, ...]
    """Job types that do some of the same work."""

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Name every source, in the order of what is told."""
        return tuple(dict.fromkeys(one for line in self._lines() for one in line.source_ids))

    def _lines(self) -> Iterator[Cited]:
        told = [*(line for group in self.fits for line in group.lines), *self.cautions]
        told = [*([self.gap] if self.gap else ()), *told, *self.facts, *self.overlaps]
        yield from (line.cited for line in told)
        for one in self.expected:
            yield from (one.cited, *(line.cited for line in one.evidence))


def job_view(job_type_id: str, base_code: str | None, on: date) -> JobView:
    """Return what is told of a job type.

    Parameters
    ----------
    job_type_id
        Key of the job type.
    base_code
        Profession that somebody comes from; certifications that do not take it come last.
    on
        Day on which the sources' ages are told.

    Examples
    --------
    >>> job_view("hospital", "nurse", date(2026, 11, 28)).sentence
    'Hospital: the ACM for nurses and the CCM fit first.'
    """
    of, fits = job(job_type_id), fits_of(job_type_id)
    open_to = tuple(one for one in fits if _takes(one, base_code))
    closed_to = tuple(one for one in fits if one not in open_to)
    gap = gap_of(job_type_id)
    return JobView(
        job=of,
        sentence=_none_made(of, gap.words) if gap else _sentence(of, open_to),
        gap=None if gap is None else JobLine("", gap.instead, cited(gap.source_ids, on)),
        fits=tuple(_groups(open_to, closed_to, on)),
        cautions=tuple(_cautions(job_type_id, on)),
        facts=tuple(_facts(of, on)),
        expected=tuple(
            _expected(one, on)
            for one in (*occupations_of(job_type_id), all_occupations())
            if one.outlook is not None
        ),
        overlaps=tuple(
            JobLine(one.name, one.words, cited([one.source_id], on)) for one in of.overlaps
        ),
    )


def _sentence(of: Job, fits: Iterable[Fit]) -> str:
    by_code: dict[str, list[str]] = {}
    for one in fits:
        if one.certification_id is not None:
            by_code.setdefault(one.fit_code, []).append(one.certification_id)
    for code in (MADE_FOR, POSSIBLE):
        named = by_code.get(code, [])[:_NAMED_AT_MOST]
        if named:
            return say(
                f"panel.jobs.sentence.{code}",
                count=len(named),
                job=of.short_name,
                names=names_in_sentence(named),
            )
    return say("panel.jobs.sentence.none", job=of.short_name)


def _none_made(of: Job, words: str) -> str:
    return say("panel.jobs.sentence.gap", job=of.short_name, words=lowered(words))


def _takes(fit: Fit, base_code: str | None) -> bool:
    if base_code is None or fit.certification_id is None:
        return True
    key = {"certification_id": fit.certification_id, "base_code": base_code}
    return bool(rows_where("certification_audiences", **key))


def _groups(
    open_to: tuple[Fit, ...], closed_to: tuple[Fit, ...], on: date
) -> Iterator[FitGroup]:
    for code in code_names("fit_code"):
        found = [one for one in open_to if one.fit_code == code]
        if found:
            lines = tuple(_fit_line(one, on) for one in found)
            yield FitGroup(code, found[0].label, lines, code == NOT_DESIGNED)
    if closed_to:
        lines = tuple(_fit_line(one, on) for one in closed_to)
        yield FitGroup(_OTHERS, say("panel.jobs.others"), lines, is_folded=True)


def _fit_line(fit: Fit, on: date) -> JobLine:
    words = [fit.reason]
    if fit.kind:
        words.append(say("panel.jobs.given_by", kind=fit.kind, issuer=fit.issuer))
    if fit.place:
        words.append(say("panel.jobs.asked_in", place=fit.place))
    return JobLine(fit.name, " ".join(words), cited(fit.source_ids, on))


def _cautions(job_type_id: str, on: date) -> Iterator[JobLine]:
    for clash in name_clashes_of(job_type_id):
        name = names_of(clash.certification_id)["acronym"]
        yield JobLine(
            say("panel.jobs.mixed_up", name=name), clash.words, cited(clash.source_ids, on)
        )
    for closed in closed_programs_of(job_type_id):
        yield JobLine(
            say("panel.jobs.closed", name=closed.name),
            closed.words,
            cited(closed.source_ids, on),
        )


def _facts(of: Job, on: date) -> Iterator[JobLine]:
    work = f"{of.work} {of.note}".strip()
    yield JobLine(say("panel.jobs.fact.work"), work, cited(of.source_ids, on))
    for name, coded in (("places", of.places), ("people", of.populations)):
        words = join_words([one.label for one in coded])
        yield JobLine(
            say(f"panel.jobs.fact.{name}"),
            words[:1].upper() + words[1:] + ".",
            cited((one.source_id for one in coded), on),
        )
    for base in of.bases:
        often = "usual" if base.is_usual else "possible"
        yield JobLine(
            say(f"panel.jobs.from.{often}", base=base.label),
            base.reason,
            cited([base.source_id], on),
        )


def _expected(one: Occupation, on: date) -> Expected:
    evidence = tuple(
        JobLine(
            say("panel.jobs.listed", title=each.title),
            say("panel.jobs.sure", match=each.match, reason=each.reason),
            cited([each.source_id], on),
        )
        for each in one.evidence
    )
    outlook, pay = one.outlook, one.pay
    said = "" if outlook is None else outlook.words
    if pay is not None:
        said = f"{say('panel.jobs.counted', number=spell_number(pay.employment))} {said}"
    figures = [it.source_id for it in (pay, outlook) if it is not None]
    role = one.role or say("jobs.pay.compare")
    return Expected(one.title, role, said, cited(figures, on), evidence)
