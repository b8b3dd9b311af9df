"""Exam, dates, renewal and standing of a certification, point by point, in words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from casecert_data.catalog import (
    Row,
    as_sentence,
    code_label,
    join_words,
    rows_where,
    say,
    source,
    spell_month,
    spell_number,
)
from casecert_data.credentials._stated import stated
from casecert_data.eligibility import check_certification
from casecert_data.errors import UnknownNameError

_MINUTES_IN_HOUR = 60
_FORM = ("form_text", "duration_minutes", "question_count")
_TOLD = ("delivery_text", "approval_text", "scoring_text", "results_text", "retake_text")


class Point(NamedTuple):
    """One thing to know of a certification."""

    name: str
    """Key of the point, such as ``exam_form``."""
    term: str
    """What it is called."""
    words: str
    """What is so, one or more sentences; that it is not known, where nobody says."""
    source_ids: tuple[str, ...]
    """Who says so, or who was asked in vain."""
    is_known: bool
    """Whether any source says anything."""
    url: str = ""
    """Address that goes with it, if any."""


def points_of(certification_id: str, group: str) -> tuple[Point, ...]:
    """Return the points of one group on a certification.

    Parameters
    ----------
    certification_id
        Key of the certification.
    group
        One of `GROUPS`.

    Raises
    ------
    UnknownNameError
        If there is no such certification or group.

    Examples
    --------
    >>> [point.words for point in points_of("ccm", "keep")][:2]
    ['5 years.', '80 hours, 8 of them in ethics. Or: take the exam again.']
    >>> points_of("acm_rn", "trust")[2].words
    'Not known.'
    """
    if group not in GROUPS:
        raise UnknownNameError.among("group", group, GROUPS)
    return tuple(GROUPS[group](check_certification(certification_id)))


def _contacts(certification_id: str) -> Iterator[Point]:
    for row in rows_where("contacts", certification_id=certification_id):
        code = str(row["contact_code"])
        yield Point(
            code,
            code_label("contact_code", code),
            str(row["contact_text"]),
            (str(row["source_id"]),),
            is_known=True,
            url=str(row["contact_url"] or ""),
        )


def _exam(certification_id: str) -> Iterator[Point]:
    current = _current(rows_where("exams", certification_id=certification_id))
    counted = _that_say(current, "question_count")
    times = [spell_time(int(str(one.value))) for one in stated(current, "duration_minutes")]
    forms = _texts(current, "form_text")
    questions = [_questions(row) for row in counted]
    if (forms or times) and not questions:
        questions = [say("credential.questions_unknown")]
    if any(row["has_exam"] is False for row in current):
        # Of an exam that there is not, nothing else is to be known.
        none = [row for row in current if row["has_exam"] is False]
        yield _point("exam_form", forms, none)
        yield from (
            one for one in (_of_column(current, name) for name in _TOLD) if one.is_known
        )
        return
    used = [row for row in current if any(row[one] is not None for one in _FORM)]
    yield _point("exam_form", [*forms, *times, *questions], used or current)
    yield _topics(certification_id, current)
    for column in _TOLD:
        yield _of_column(current, column)


def _questions(row: Row) -> str:
    number = spell_number(int(str(row["question_count"])))
    if row["scored_question_count"] is None:
        return say("credential.questions", number=number)
    scored = spell_number(int(str(row["scored_question_count"])))
    return say("credential.questions_scored", number=number, scored=scored)


def spell_time(minutes: int) -> str:
    """Write a length of time in hours.

    Examples
    --------
    >>> spell_time(180), spell_time(210)
    ('3 hours', '3.5 hours')
    """
    hours = Fraction(minutes, _MINUTES_IN_HOUR)
    return say("unit.hours", count=1 if hours == 1 else 2, number=spell_number(hours))


def _topics(certification_id: str, exams: Sequence[Row]) -> Point:
    rows = rows_where("exam_topics", certification_id=certification_id)
    current = _current(rows)
    shown = current or list(rows)
    if not shown:
        return _point("exam_topics", [], exams)
    weighed = _that_say(shown, "weight_pct")
    rest = [str(row["exam_topic_name"]) for row in shown if row["weight_pct"] is None]
    told = join_words([_weighed(row) for row in weighed])
    if rest and weighed:
        told = say("credential.topics_unweighed", known=told, rest=join_words(rest))
    elif rest:
        told = say("credential.topics_all_unweighed", rest=join_words(rest))
    if not current:
        outline = shown[0]["outline_date"]
        told = say("credential.topics_older", month=spell_month(outline), topics=told)  # type: ignore[arg-type]
    return _point("exam_topics", [told], shown)


def _weighed(row: Row) -> str:
    weight = spell_number(Decimal(str(row["weight_pct"])))
    return say("credential.topic", name=row["exam_topic_name"], weight=weight)


def _dates(certification_id: str) -> Iterator[Point]:
    rows = rows_where("exam_windows", certification_id=certification_id)
    windows = [
        say("credential.window", exam=row["exam_time_text"], apply=row["apply_text"])
        for row in rows
    ]
    told = [join_words(windows)] if windows else []
    notes = dict.fromkeys(str(row["window_note"]) for row in rows if row["window_note"])
    yield _point("windows", [*told, *notes], rows)


def _keep(certification_id: str) -> Iterator[Point]:
    rows = _current(rows_where("renewals", certification_id=certification_id))
    years = [
        say("unit.years", count=int(str(one.value)), number=one.value)
        for one in stated(rows, "validity_years")
    ]
    yield _point(
        "validity",
        [join_words(years, "or")] if years else [],
        _that_say(rows, "validity_years") or rows,
    )
    education = [_education(row) for row in rows if row["education_hours"] is not None]
    instead = [say("credential.instead", what=one) for one in _texts(rows, "instead_text")]
    telling = _that_say(rows, "education_hours") or rows
    yield _point("education", [*education, *instead], telling)
    for column in ("renewal_text", "renewal_window_text"):
        if _texts(rows, column):
            yield _of_column(rows, column)


def _education(row: Row) -> str:
    hours = spell_number(int(str(row["education_hours"])))
    if row["ethics_hours"] is None:
        return say("credential.education", hours=hours)
    return say("credential.education_with_ethics", hours=hours, ethics=row["ethics_hours"])


def _trust(certification_id: str) -> Iterator[Point]:
    rows = rows_where("recognitions", certification_id=certification_id)
    for code in ("accreditation", "acceptance"):
        of_kind = [row for row in rows if row["recognition_code"] == code]
        named = [str(row["recognizer_name"]) for row in of_kind if row["recognizer_name"]]
        told = [join_words(named)] if named else []
        if code == "accreditation" and any(_is_not_own(row) for row in of_kind):
            # Who accredits is for the issuer to say: what another page says is told as such.
            told = [str(row["recognition_text"]) for row in of_kind if row["recognizer_name"]]
        if of_kind:
            yield _point(code, told, of_kind)
    results = rows_where("exam_results", certification_id=certification_id)
    rates = [_result(row) for row in results if row["pass_rate_pct"] is not None]
    notes = [str(row["result_note"]) for row in results if row["result_note"]]
    # Not published is one thing, not found another: the note tells which.
    yield _point("pass_rate", [*rates, *notes], results)._replace(is_known=bool(rates))
    counts = rows_where("certified_counts", certification_id=certification_id)
    known = [row for row in counts if row["certified_count"] is not None]
    newest = sorted(known, key=lambda row: int(str(row["count_year"])))[-1:]
    told = [
        say(
            f"credential.{'count_more' if row['is_more_than'] else 'count'}",
            number=spell_number(int(str(row["certified_count"]))),
            year=row["count_year"],
        )
        for row in newest
    ]
    yield _point("certified_count", told, newest or counts)


def _is_not_own(row: Row) -> bool:
    return source(str(row["source_id"])).standing_code == "secondary"


def _result(row: Row) -> str:
    if row["candidate_count"] is None:
        share = spell_number(Decimal(str(row["pass_rate_pct"])))
        return say("credential.result_alone", share=share, year=row["result_year"])
    return say(
        "credential.result",
        share=spell_number(Decimal(str(row["pass_rate_pct"]))),
        number=row["candidate_count"],
        year=row["result_year"],
    )


def _texts(rows: Sequence[Row], column: str) -> list[str]:
    return [str(one.value) for one in stated(rows, column)]


def _current(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if not row["is_superseded"]]


def _that_say(rows: Sequence[Row], column: str) -> Sequence[Row]:
    return [row for row in rows if row[column] is not None]


def _of_column(rows: Sequence[Row], column: str) -> Point:
    told = _texts(rows, column)
    return _point(column.removesuffix("_text"), told, _that_say(rows, column) or rows)


def _point(name: str, told: Sequence[str], rows: Sequence[Row]) -> Point:
    words = " ".join(as_sentence(one) for one in dict.fromkeys(told))
    ids = tuple(dict.fromkeys(str(row["source_id"]) for row in rows))
    return Point(
        name,
        say(f"credential.point.{name}"),
        words or say("credential.unknown"),
        ids,
        is_known=bool(words),
    )


GROUPS: Mapping[str, Callable[[str], Iterator[Point]]] = MappingProxyType(
    {"apply": _contacts, "exam": _exam, "dates": _dates, "keep": _keep, "trust": _trust}
)
"""The groups of points, in the order in which they are told."""
