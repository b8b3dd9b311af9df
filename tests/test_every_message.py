"""Every message is used and every use has a message; and the words promise nothing."""

import ast
import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import pytest
from support.client_words import client_words
from support.project import FOLDER, files, package_files

from casecert_data.catalog import code_names, message_keys, read_toml
from casecert_data.reporting.batches._summary_page import _WORDS, _WORDS_ABOUT
from casecert_data.shipped import data_folder

OUTCOMES = ("met", "not_met", "unknown", "not_needed")
UNITS = ("months", "hours", "years", "organizations", "semester_hours", "fields")

# Keys that the code puts together, each hole written {}, with all that can stand in the hole.
# The reason is why it is put together: one more outcome, unit or section needs no new code.
DYNAMIC = {
    # an outcome's word, wherever one is shown
    "outcome.{}": OUTCOMES,
    # a fact says its unit
    "unit.{}": UNITS,
    "unit_name.{}": UNITS,
    # a number with its unit, alone or as what is still missing
    "{}.{}": tuple(f"{kind}.{one}" for kind in ("unit", "chart.more") for one in UNITS),
    # what values a parameter of each kind takes; other kinds list them all
    "parameter.{}": (
        *("certifications", "questions_of", "person_ref", "date", "number", "text", "yes_no"),
    ),
    "parameter.{}_from": ("date", "number"),
    "parameter.{}_to": ("date", "number"),
    # what a figure of plotly calls its arrays
    "own.figure.key.{}": (
        *("labels", "parents", "locations", "lat", "lon", "theta", "x", "y", "z", "r", "low"),
        *("q1", "median", "q3", "high", "open", "close", "base", "values", "value"),
    ),
    # what an educator's own cell holds that is shown otherwise than it was meant
    "own.note.{}": ("before_head", "cut", "figure", "formula", "link", "object", "raw"),
    # a day's month
    "date.month.m{}": tuple(str(month) for month in range(1, 13)),
    # how a list joins
    "list.{}": ("and", "or"),
    # how many certifications; the contract knows thirteen
    "number.n{}": tuple(str(count) for count in range(1, 14)),
    # joints of the ways in, and the foot, for both renderers
    "page.{}": ("and", "or", "foot", "said"),
    # the words around a batch's files; tests/reporting/test_summary_page.py reads the page
    "summary.{}": _WORDS,
    "summary.{}.series": ("others", "people"),
    "summary.{}.{}": tuple(
        f"{about}.{name}" for about in ("others", "people") for name in _WORDS_ABOUT
    ),
    # whose words a page follows
    "shown.stands_in.{}": ("article", "issuer"),
    "shown.edition.{}": ("article", "issuer"),
    "panel.tag.{}": ("article", "issuer"),
    # who wrote the sources of a page
    "shown.group.{}": ("primary", "secondary", "dated"),
    "panel.source.standing.{}": ("primary", "secondary", "dated"),
    # columns and titles of a chart
    "chart.gap.title.{}": ("needed", "possible"),
    "chart.gap.column.{}": ("label", "found", "missing", "needed"),
    "chart.support.{}": ("statement", "next_statement"),
    "chart.support.column.{}": ("respondents", "finding", "share"),
    "chart.history.column.{}": ("who", "when", "answers", "share"),
    # jobs that are expected to come, or to go
    "jobs.outlook.{}": ("grow", "shrink"),
    # facts, figures and sections of the handout on a job type
    "job_type_page.{}": (
        *("sector", "usual", "possible", "places", "people", "near", "counted"),
    ),
    "job_type_page.figure.{}": (
        *("occupation", "p10", "p25", "median", "p75", "p90", "growth", "openings"),
    ),
    "job_type_page.heading.{}": ("answer", "care", "who", "pay"),
    "chart.pay.column.{}": ("occupation", "low", "lower", "middle", "upper", "high"),
    # the employer panel's figures of now, or by year
    "panel.support.view.{}": ("now", "over_time"),
    # sections of a page are methods of its class
    "certification_page.heading.{}": (
        *("glance", "ways", "prepare", "details", "differences", "employers", "jobs", "care"),
    ),
    "certification_page.glance.{}": ("issuer", "standing", "exam", "upkeep"),
    "certification_page.caution.{}": (
        *("unsupported_claim", "contradiction", "depends", "not_in_source", "advice"),
    ),
    "certification_page.papers.{}": ("article", "issuer"),
    "career_page.heading.{}": (
        *("work", "reasons", "steps", "ways", "certifications", "care", "next"),
    ),
    "career_page.{}": ("people", "needs", "settings"),
    "employer_page.heading.{}": ("now", "over_time", "not_comparable", "asked", "not_known"),
    "employer_page.column.{}": ("when", "invited_count", "answer_count", "usable_count"),
    # whether all or some of a rule is from pages that may not refuse, and their standing
    "shown.refuses_nobody.{}": tuple(
        f"{share}_{standing}"
        for share in ("all", "some")
        for standing in ("secondary", "dated")
    ),
    # rows and sections of the page that compares, and for whom each certification is
    "comparison_page.heading.{}": ("asked", "takes", "differences"),
    "comparison_page.row_name.{}": (
        *("outcome", "audience", "field", "background", "work", "others"),
        *("exam", "fees", "keep", "trust", "apply", "whose"),
    ),
    "comparison_page.base.{}": code_names("base_code"),
    "comparison_page.all.n{}": ("2", "3", "4"),
    "comparison_page.sure.{}": ("main", *code_names("standing_code")),
    "comparison_page.stands_in.{}": ("article", "issuer"),
    # how a fact of each kind is written, and what a sheet of explanations says of it
    "template.how.{}": ("text", "date", "yes_no", "code"),
    "template.own.{}": ("label", "question", "meaning", "how", "asked_by"),
    "template.column.{}": (
        *("name", "label", "question", "meaning", "how", "asked_by"),
        *("used_in", "code", "code_name", "code_meaning"),
    ),
    # buttons that save
    "panel.takeaway.as.{}": ("csv", "xlsx", "svg", "png"),
    "panel.takeaway.shown.{}": (
        *("side_by_side", "near", "takes", "differences", "places", "home"),
        *("outcomes", "needs", "answers", "jobs", "fits", "job", "pay", "outlook"),
    ),
    "panel.takeaway.head.{}": (
        *("certification", "kind", "term", "words", "point", "article", "whose", "other"),
        *("note", "requirement", "where", "need", "how", "way", "result"),
    ),
    "panel.desk.{}": ("save", "handout", "takeaway"),
    # lines, sections and questions of the form to fill in by hand
    "intake_page.line.{}": ("person_id", "as_of"),
    "intake_page.heading.{}": ("background", "work", "other"),
    "details.{}": ("apply", "exam", "content", "dates", "keep", "trust"),
    # a point's name, a cost's part and a special price are columns and codes of tables
    "credential.point.{}": (
        *("exam_form", "exam_topics", "delivery", "approval", "scoring", "results", "retake"),
        *("windows", "validity", "education", "renewal", "renewal_window"),
        *("accreditation", "acceptance", "pass_rate", "certified_count"),
    ),
    "credential.cost.part.{}": ("application", "exam", "renewal"),
    "credential.fee_for.{}": ("member", "discount"),
    "person_page.others.{}{}": tuple(
        form + tier for form in ("", "any_") for tier in ("first", "field", "other")
    ),
    "person_page.lead.{}": ("held", "met", "unknown", "near"),
    # how a finding is told in a terminal: with its reason, as a blank, or plainly
    "check.{}": (
        *("finding", "finding_with_reason", "finding_blank", "finding_blank_with_reason"),
    ),
    # what panels say: a kind of answer, how a number is typed
    "panel.compare.{}": (
        *("held", "met", "one_answer", "answers", "issuer", "aged", "not_met"),
    ),
    "place.inside.{}": ("DC", "MP", "VI"),
    "place.level.{}": code_names("license_code")[:-1],
    "place.membership.{}": (
        *("active", "in_force", "enacted", "enacted_on", "partial", "not_member", "not_known"),
    ),
    "panel.number.{}": ("range", "or_more", "or_less"),
    # how many certifications stand side by side, or that no more do
    "panel.offer.{}": ("up_to", "full"),
    # the desk for one client: its buttons, its parts, its ways to answer, whom others are for
    # steps back and forth
    "panel.steps.do.{}": ("undo", "redo", "reset"),
    "panel.steps.done.{}": ("undo", "redo", "reset"),
    "panel.steps.nothing.{}": ("undo", "redo", "reset"),
    "panel.client.way.{}": ("form", "questions"),
    "panel.client.others.{}": ("first", "field", "other"),
    "panel.client.{}": ("settles", "for_it"),
    # by what jobs are chosen, what fits first, and what is told of one
    "panel.jobs.{}": ("setting", "population", "base"),
    "panel.jobs.any.{}": ("setting", "population", "base"),
    "panel.jobs.sentence.{}": ("made_for", "possible"),
    "panel.jobs.fact.{}": ("places", "people"),
    "panel.jobs.from.{}": ("usual", "possible"),
    # whose words stand beside the requirement with another outcome
    "panel.differences.by.{}": ("article", "issuer"),
    # what a notebook is called in the bar above the dashboards; a new one brings its own name
    "app.short.{}": (
        *("00_start", "01_compare_pathways", "02_check_a_client", "03_plan_a_path"),
        *("04_employer_support", "05_jobs"),
    ),
    # why a page is not shown
    "app.refused.{}": ("token", "site", "none", "broken"),
    "app.refused.{}_do": ("token", "site", "none", "broken"),
    # rows of the comparison and what opens their rest; topics of the start panel
    "panel.takes.{}": ("apply", "exam", "dates", "cost", "keep", "trust"),
    "panel.takes.more.{}": ("exam", "cost", "keep", "trust"),
    "panel.start.topic.{}": (*("work", "people", "reasons", "steps", "care", "next"),),
    "panel.start.said.{}": (*("work", "people", "reasons", "steps", "care", "next"),),
    "panel.start.heading.{}": ("needs_served", "people_served", "settings"),
}

PROMISES = re.compile(
    r"\b(you are|you.re|is|are) (not )?(eligible|qualified|approved|accepted)\b"
    r"|\beligib\w*|\bqualif\w+|\bguarant\w+|\bensures?\b|\bwill be certified\b",
    re.IGNORECASE,
)
# Names that others gave: they are told as they are.
GIVEN_NAMES = (
    *("occupations.occupation_title", "job_occupations.onet_title"),
    *("job_occupations.evidence_title", "other_credentials.other_credential_name"),
)
BRITISH = re.compile(
    r"\b(licence|behaviour|favour|colour|honour|labour|neighbour|centre|programme\b|counsell"
    r"|organis|recognis|specialis[ei]|summaris|practis|enrol(s|ment)?\b|fulfil(s|ment)?\b"
    r"|judgement|ageing\b|travell|cancell(ed|ing)|whilst\b|defence|grey\b)",
    re.IGNORECASE,
)


class Use(NamedTuple):
    """One place that asks for a message."""

    file: str
    keys: tuple[str, ...]
    """The keys that it can ask for; with {} where the code puts one together."""
    values: set[str] | None
    """The names of what it fills in; None where that cannot be read off."""


def keys_in(node: ast.expr) -> tuple[str, ...]:
    """Read the keys that an expression can give, {} where a part cannot be read off."""
    if isinstance(node, ast.Constant):
        return (str(node.value),)
    if isinstance(node, ast.IfExp):
        return keys_in(node.body) + keys_in(node.orelse)
    if isinstance(node, ast.FormattedValue):
        return keys_in(node.value) or ("{}",)
    if isinstance(node, ast.JoinedStr):
        choices = [keys_in(value) for value in node.values]
        return tuple("".join(parts) for parts in product(*choices))
    return ("{}",) if isinstance(node, ast.Name) else ()


def uses() -> Iterator[Use]:
    """Find every call of `say` in the package's code and in its templates."""
    for path in package_files():
        for node in ast.walk(ast.parse((FOLDER / path).read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                names = {keyword.arg for keyword in node.keywords}
                values = None if None in names else {str(name) for name in names}
                # A plain name was given its key elsewhere, where it stands as a text.
                keys = tuple(key for key in keys_in(node.args[0]) if key != "{}")
                yield Use(str(path), keys, values)
    for path in files():
        if path.parts[0] == "casecert_data" and path.suffix in {".html", ".typ"}:
            text = (FOLDER / path).read_text("utf-8")
            for call in re.findall(r"\bsay\(([^()]*)\)", text):
                written = re.findall(r'"([a-z_.]+)"( ~)?', call)
                asked = tuple(key + "{}" * bool(joined) for key, joined in written)
                yield Use(str(path), asked, None)


def expanded(key: str) -> tuple[str, ...]:
    """Return the keys that one with holes can become."""
    if "{}" not in key:
        return (key,)
    hole = key[key.index("{}") : key.rindex("{}") + 2]
    return tuple(key.replace(hole, value) for value in DYNAMIC[key])


def texts(key: str) -> list[str]:
    """Return the forms of a message."""
    entry: object = MESSAGES
    for part in key.split("."):
        assert isinstance(entry, dict)
        entry = entry[part]
    return [str(text) for text in entry.values()] if isinstance(entry, dict) else [str(entry)]


def places(key: str) -> set[str]:
    """Return the places of a message, in all its forms."""
    return {place for text in texts(key) for place in re.findall(r"\{([a-z_]+)\}", text)}


MESSAGES = read_toml(data_folder() / "messages/en.toml")
USES = list(uses())
CONSTANTS = {
    node.value
    for path in package_files()
    for node in ast.walk(ast.parse((FOLDER / path).read_text("utf-8")))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}
"""A key that is chosen before it is asked for stands in the code as a text of its own."""


def test_every_key_that_is_put_together_is_known_here() -> None:
    """And every one that is known here is still put together somewhere."""
    put_together = {key for use in USES for key in use.keys if "{}" in key}

    assert put_together == set(DYNAMIC)


def test_every_message_that_is_asked_for_exists() -> None:
    """A missing one would be found by a client."""
    asked = {(one, use.file) for use in USES for key in use.keys for one in expanded(key)}

    assert {(one, file) for one, file in asked if one not in message_keys()} == set()


def test_every_message_is_asked_for() -> None:
    """One that nothing says is translated in vain."""
    asked = {one for use in USES for key in use.keys for one in expanded(key)}

    assert set(message_keys()) - asked - CONSTANTS == set()


def test_every_place_in_a_message_is_filled() -> None:
    """A hole in a sentence stops the page; so each call is held against all its messages."""
    holes = [
        (use.file, one, sorted(places(one) - use.values))
        for use in USES
        if use.values is not None
        for key in use.keys
        for one in expanded(key)
        if not places(one) <= use.values
    ]

    assert holes == []


def test_every_value_that_is_given_has_a_place() -> None:
    """What is given and never said was forgotten in the sentence."""
    # A call that chooses among messages gives what any of them needs.
    unused = [
        (use.file, use.keys, sorted(rest))
        for use in USES
        if use.values and len(use.keys) == 1 and "{}" not in use.keys[0]
        for said in [
            {name for key in use.keys for one in expanded(key) for name in places(one)}
        ]
        if (rest := use.values - said - {"count"})
    ]

    assert unused == []


def test_a_message_with_a_count_is_asked_for_with_one() -> None:
    """Without a count there is no way to choose between one and many."""
    countless = [
        (use.file, one)
        for use in USES
        if use.values is not None and "count" not in use.values
        for key in use.keys
        for one in expanded(key)
        if len(texts(one)) > 1
    ]

    assert countless == []


@pytest.mark.parametrize("key", message_keys())
def test_a_message_is_one_clean_line(key: str) -> None:
    """Renderers add blanks where they need them."""
    for text in texts(key):
        assert text.strip()
        assert "\n" not in text
        assert "  " not in text


def test_no_word_promises_anything() -> None:
    """Nobody here can say who is eligible: the issuer decides."""
    found = [(place, text) for place, text in client_words() if PROMISES.search(text)]

    assert [one for one in found if one[0] not in GIVEN_NAMES] == []


def test_the_promise_that_is_looked_for_would_be_found() -> None:
    """The test above reads what it should."""
    assert PROMISES.search("You are not eligible.")
    assert PROMISES.search("You\u2019re qualified for it.")
    assert not PROMISES.search("appears to meet the published requirements")


def test_the_spelling_is_american() -> None:
    """One spelling, so that a search finds every place."""
    assert [(place, text) for place, text in client_words() if BRITISH.search(text)] == []


@pytest.mark.parametrize("word", ["licence", "behavioural", "organisation", "counsellor"])
def test_a_british_spelling_would_be_found(word: str) -> None:
    """The test above reads what it should."""
    assert BRITISH.search(f"a {word} of it")


@pytest.mark.parametrize("word", ["license", "behavioral", "organization", "otherwise"])
def test_an_american_spelling_is_none_of_them(word: str) -> None:
    """And it finds nothing that is not there."""
    assert not BRITISH.search(f"a {word} of it")


def test_a_client_reads_no_straight_quotes() -> None:
    """Print uses curly ones; a straight one is a leftover of typing."""
    straight = [
        (key, text)
        for key in message_keys()
        for text in texts(key)
        if "'" in text or '"' in text
    ]

    assert straight == []
