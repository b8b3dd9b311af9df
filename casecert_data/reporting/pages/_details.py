"""Exam, cost, renewal, standing and differences of a certification, as lines of a page."""

from collections.abc import Iterable, Iterator

from casecert_data.catalog import join_words, rows_where, say, source
from casecert_data.charts import support_words
from casecert_data.credentials import (
    Difference,
    Point,
    cost_of,
    differences_of,
    fee_lines,
    points_of,
)
from casecert_data.eligibility import lowered, names_of
from casecert_data.jobs import job, jobs_for
from casecert_data.reporting.model._blocks import FactItem, FactsPart, Inline, Span
from casecert_data.reporting.pages._shown import Citations, spaced

# A sheet has two pages: what a reader needs before the exam, and not what comes after it.
_EXAM = ("exam_form", "delivery")
_CONTENT = ("exam_topics",)
_DATES = ("windows", "results")
_TRUST = ("accreditation", "pass_rate", "certified_count")
# In these rows the row's own name says what the first words are about.
_UNNAMED = ("apply", "exam", "content", "dates")


def details_part(certification_id: str, cited: Citations) -> FactsPart:
    """Return how to apply, exam, dates, fees, renewal, standing and jobs, in a line or two."""
    points = {
        group: points_of(certification_id, group)
        for group in ("apply", "exam", "dates", "keep", "trust")
    }
    exam = points["exam"]
    rows = (
        ("apply", points["apply"]),
        ("exam", [one for one in exam if one.name in _EXAM]),
        ("content", [one for one in exam if one.name in _CONTENT]),
        ("dates", [one for one in (*points["dates"], *exam) if one.name in _DATES]),
    )
    trust = [one for one in points["trust"] if one.name in _TRUST]
    after = (("keep", points["keep"]), ("trust", trust))
    items = [
        *(_item(name, told, cited) for name, told in rows if told),
        *_cost_items(certification_id, cited),
        *(_item(name, told, cited) for name, told in after if told),
        *_jobs_items(certification_id, cited),
        _employers_item(certification_id, cited),
    ]
    return FactsPart(tuple(items), wide=True)


def differences_part(certification_id: str, cited: Citations) -> FactsPart:
    """Return two tagged lines for each difference, with since when and how sure it is.

    What can change an outcome comes first; of the rest, what the other page adds.
    """
    found = differences_of(certification_id)
    # Where nothing can change an outcome, there is room to tell the rest in full.
    judged = [one for one in found if one.is_judged] or list(found)
    other = [one for one in found if one not in judged]
    items = [*difference_items(judged, cited)]
    if other:
        lines = [_short_line(one, cited) for one in other]
        items.append(FactItem(say("difference.also"), spaced(*lines)))
    return FactsPart(tuple(items), wide=True)


def difference_items(differences: Iterable[Difference], cited: Citations) -> Iterator[FactItem]:
    """Yield an item of two tagged lines for each difference."""
    for one in differences:
        tag = Span.tag(say("panel.tag.article"), "article")
        note = say("difference.note", since=lowered(one.since), sure=lowered(one.sure_word))
        other = spaced(
            side_tag(one.source_id),
            Span.plain(one.other_text),
            Span.plain(note),
            cited.ref(one.source_id),
        )
        yield FactItem(one.name, spaced(tag, Span.plain(one.article_text)), (other,))


def clash_lines(certification_id: str, cited: Citations) -> Iterator[Inline]:
    """Yield a line for each other certification that is easily taken for this one.

    Examples
    --------
    >>> from datetime import date
    >>> [line[0].text[:34] for line in clash_lines("cmc", Citations(date(2026, 11, 28)))]
    ['Another CMC is for nurses in cardi']
    """
    for row in rows_where("name_clashes", certification_id=certification_id):
        words = Span.plain(str(row["told_apart_text"]))
        yield spaced(words, cited.ref(str(row["source_id"])))


def side_tag(source_id: str) -> Span:
    """Return the tag of the page that says something else than the article.

    Examples
    --------
    >>> side_tag("acma_faq_hours").text, side_tag("mometrix_cmgt").text
    ('Issuer', 'Other page')
    """
    # An old page of the issuer's is the issuer's page all the same.
    if source(source_id).standing_code == "secondary":
        return Span.tag(say("shown.other_page"), "article")
    return Span.tag(say("panel.tag.issuer"), "issuer")


def _short_line(one: Difference, cited: Citations) -> Inline:
    return spaced(Span.plain(one.other_text), cited.ref(one.source_id))


def _item(name: str, points: Iterable[Point], cited: Citations) -> FactItem:
    spans: list[Span] = []
    for at, one in enumerate(points):
        is_plain = at == 0 and name in _UNNAMED
        words = one.words if is_plain else say("details.named", term=one.term, words=one.words)
        spans += [*_blank(spans), Span.plain(f"{words} "), *cited.refs(one.source_ids)]
    return FactItem(say(f"details.{name}"), tuple(spans))


def _cost_items(certification_id: str, cited: Citations) -> Iterator[FactItem]:
    spans: list[Span] = []
    for one in fee_lines(certification_id):
        if one.is_known and one.is_counted:
            told = [say("credential.fee", name=one.name, amount=one.amount), *one.notes]
            spans += [*_blank(spans), Span.plain(" ".join(told) + " ")]
            spans += cited.refs(one.source_ids)
    if spans:
        yield FactItem(say("details.fees"), tuple(spans))
    cost = cost_of(certification_id)
    asked = (
        ()
        if spans
        else (one for line in fee_lines(certification_id) for one in line.source_ids)
    )
    yield FactItem(
        say("details.cost"), spaced(Span.plain(cost.sentence), *_joined(cited.refs(asked)))
    )


def _jobs_items(certification_id: str, cited: Citations) -> Iterator[FactItem]:
    """Yield the jobs that it is made for; where there are none, those that it may fit."""
    fits = jobs_for(certification_id)
    best = [one for one in fits if one.fit_code == fits[0].fit_code]
    if best:
        names = join_words([lowered(job(one.job_type_id).short_name) for one in best])
        words = say("details.jobs_in_our_view", fit=best[0].label, names=names)
        refs = cited.refs(key for one in best for key in one.source_ids)
        yield FactItem(say("details.jobs"), (Span.plain(f"{words} "), *refs))


def _employers_item(certification_id: str, cited: Citations) -> FactItem:
    rows = rows_where("employer_support", certification_id=certification_id)
    if not rows:
        acronym = names_of(certification_id)["acronym"]
        words = (Span.plain(say("details.no_figures", acronym=acronym)),)
        return FactItem(say("details.employers"), words)
    ids = [str(row[one]) for one in ("source_id", "quoted_by_source_id") for row in rows]
    aged = cited.aged(ids)
    told = spaced(Span.plain(support_words(rows)), aged)
    return FactItem(say("details.employers"), told)


def _blank(spans: list[Span]) -> list[Span]:
    return [Span.plain(" ")] if spans else []


def _joined(refs: Inline) -> tuple[Inline, ...]:
    return (refs,) if refs else ()
