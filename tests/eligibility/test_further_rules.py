"""CMAC, CDMS, CMC and CMCN: rules and thresholds by hand from their issuers' pages."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice, product
from typing import Any

import pytest
from oracle.answers import decision, outcome
from oracle.further import cdms, cmac, cmc, cmcn
from oracle.further_people import (
    CARE,
    CARE_BACHELOR,
    DISABILITY,
    THRESHOLDS,
    WAYS,
    WITH_ACM,
    WITH_BACHELOR,
    WITH_MASTER,
    Stated,
    Threshold,
)
from oracle.leaves import Verdict
from oracle.read_further_by_hand import CRITERIA, PUBLISHERS, SHAPES

from casecert_data import decide
from casecert_data.catalog import sources
from casecert_data.credentials import is_closed
from casecert_data.curation import cases_of, opposing_criteria
from casecert_data.eligibility import (
    Criterion,
    Group,
    certification_ids,
    headline,
    read_rule,
    rule_edition_of,
)
from casecert_data.eligibility._evaluate import fold

ON = date(2026, 11, 28)
THE_FOUR = ("cmac", "cdms", "cmc", "cmcn")
EACH = pytest.mark.parametrize("certification_id", THE_FOUR)
JUDGES: dict[str, Callable[[Stated], Verdict]] = {
    "cmac": cmac,
    "cdms": cdms,
    "cmc": cmc,
    "cmcn": cmcn,
}

GRIDS: dict[str, tuple[dict[str, tuple[Any, ...]], int]] = {
    "cmac": (
        {
            "license_codes": (None, ["NONE"], ["RN"], ["APRN"], ["LPN"], ["SW_BACHELOR"]),
            "certification_codes": (None, ["NONE"], ["ACM_RN"], ["CCM"]),
            "degrees": (
                *(None, ["NONE"], ["bachelor:other"], ["master:nursing"]),
                *(["master:social_work"], ["bachelor:social_work", "bachelor:other"]),
            ),
            "acma_scope_months": (None, 23, 24),
            "acma_scope_hours": (None, 4159, 4160),
            "cm_administration_months": (None, 11, 12, 35, 36, {"at_least": 11, "at_most": 12}),
            "cm_months": (None, 35, 36, 59, 60, {"at_least": 59, "at_most": 60}),
        },
        37,
    ),
    "cdms": (
        {
            "license_codes": (None, ["NONE"], ["LPN"], ["APRN"], ["RN"]),
            "degrees": (None, ["NONE"], ["associate:nursing"], ["doctorate:other"]),
            "degree_is_accredited": (None, False, True),
            "disability_management_hours_last_60_months": (
                *(None, 2080, {"at_least": 2080, "at_most": 4000}, {"at_least": 2079}),
            ),
            "disability_management_hours_last_36_months": (
                *(None, 2079, 2080, {"at_most": 2080}),
            ),
            "disability_management_domains": (None, 1, 2),
        },
        1,
    ),
    "cmc": (
        {
            "degrees": (
                *(None, ["NONE"], ["associate:other"], ["associate:nursing"]),
                *(["bachelor:nursing"], ["master:other"], ["master:social_work"]),
            ),
            "has_rn_diploma": (None, False, True),
            "cm_months": (None, 23, 24, 35, 36, {"at_least": 23, "at_most": 24}),
            "cm_supervision_hours": (None, 99, 100, 149, 150),
            "direct_client_months": (None, 11, 12, 23, 24),
            "cm_is_paid": (None, False, True),
            "covered_care_management_domains": (None, False, True),
        },
        43,
    ),
    "cmcn": (
        {
            "license_codes": (
                *(None, ["NONE"], ["OTHER"], ["APRN"], ["APRN", "RN"], ["LPN"]),
                *(["SW_MASTER"], ["SW_CLINICAL"], ["LPC"], ["PHARMACIST"]),
            ),
            "completed_managed_care_course": (None, False, True),
            "has_managed_care_equivalent": (None, False, True),
        },
        1,
    ),
}
"""The cells of each fact, and of how many combinations one is decided."""

YEARS = {"two": 24, "three": 36, "five": 60, "one": 12}
"""Years in words, as months."""


def shape(node: Group | Criterion) -> str:
    """Write a node with & and |, in brackets."""
    if isinstance(node, Criterion):
        return node.id
    sign = " | " if node.is_choice else " & "
    return "(" + sign.join(map(shape, node.parts)) + ")"


def grid(certification_id: str) -> Iterator[Stated]:
    """Yield a profile for some combinations of a certification's cells; None is blank."""
    cells, one_of = GRIDS[certification_id]
    for values in islice(product(*cells.values()), 0, None, one_of):
        stated = dict(zip(cells, values, strict=True))
        yield {fact: value for fact, value in stated.items() if value is not None}


# --- the files against what was read by hand --------------------------------------------


@EACH
def test_thresholds_and_lists_are_those_that_were_read(certification_id: str) -> None:
    """Each number and code was read again, apart from the rule; in the order of the rule."""
    found = {
        one.id: (
            one.fact,
            one.needed.comparison,
            set(one.needed.value) if isinstance(one.needed.value, tuple) else one.needed.value,
        )
        for one in read_rule(certification_id).criteria()
    }

    assert list(found.items()) == list(CRITERIA[certification_id].items())


@EACH
def test_alternatives_join_as_they_were_read(certification_id: str) -> None:
    """Which are all needed, and of which one is enough."""
    assert shape(read_rule(certification_id).root)[1:-1] == SHAPES[certification_id]


@EACH
def test_only_the_issuer_tells_of_it(certification_id: str) -> None:
    """The article is silent, so its edition is answered by the issuer's rule, and says so."""
    assert rule_edition_of(certification_id, "article") == "issuer"


def test_the_four_come_after_the_articles_in_the_order_of_the_contract() -> None:
    """Answers, tables and rosters follow it."""
    ids = certification_ids()

    assert ids[ids.index("cmgt_bc") + 1 :][:4] == THE_FOUR


@EACH
def test_a_criterion_stands_on_a_page_of_the_issuer(certification_id: str) -> None:
    """And says where on it."""
    criteria = read_rule(certification_id).criteria()

    assert {sources()[one.source_id].publisher for one in criteria} == PUBLISHERS[
        certification_id
    ]
    assert all(one.locator.strip() for one in criteria)


def test_only_the_hours_of_36_months_refuse_nobody() -> None:
    """The issuer's pages differ on them alone; everything else stands on its newest page."""
    silent = {
        (certification_id, one.id)
        for certification_id in THE_FOUR
        for one in read_rule(certification_id).criteria()
        if not one.refuses
    }

    assert silent == {("cdms", "hours_last_36_months")}


def test_no_list_of_theirs_gives_only_examples() -> None:
    """Each issuer names what it takes, so what is not named does not count."""
    criteria = [one for key in THE_FOUR for one in read_rule(key).criteria()]

    assert [one.id for one in criteria if one.open or one.excluded] == []


def test_what_their_lists_leave_unsettled_is_known() -> None:
    """An APRN is built on an RN; a degree in social work may make a social worker."""
    social_work = {"bachelor:social_work", "master:social_work", "doctorate:social_work"}
    found = {
        (key, one.id): set(one.unsettled)
        for key in THE_FOUR
        for one in read_rule(key).criteria()
        if one.unsettled
    }

    assert found == {
        ("cmac", "no_nurse_or_social_worker"): {"APRN"},
        ("cmac", "bachelor"): social_work,
        ("cmac", "master"): social_work - {"bachelor:social_work"},
        ("cdms", "license"): {"APRN"},
        ("cmcn", "license"): {"APRN"},
    }


def test_a_full_time_week_of_the_cmc_has_35_hours_and_no_other_says() -> None:
    """The NACCM alone names one; its words say so too."""
    weeks = {key: read_rule(key).full_time_hours for key in THE_FOUR}
    texts = [one.text for one in read_rule("cmc").criteria() if one.fact == "cm_months"]

    assert weeks == {"cmac": None, "cdms": None, "cmc": 35, "cmcn": None}
    assert all("35 hours a week" in text for text in texts)


@EACH
def test_no_two_criteria_oppose(certification_id: str) -> None:
    """Not even in the CMAC, which asks in one track that somebody is no nurse."""
    assert opposing_criteria(read_rule(certification_id)) == ()


@EACH
def test_every_criterion_decides_a_case(certification_id: str) -> None:
    """Turn one criterion alone, and the outcome of some case turns: none is idle."""
    rule = read_rule(certification_id)
    turned_to = {"met": "not_met", "not_met": "met", "unknown": "met"}
    deciding = set()
    for case in cases_of(certification_id):
        found = decide(case.facts, on=case.on, certifications=[certification_id]).decisions[0]
        outcomes = {one.id: one.outcome for one in found.criteria}
        for name, was in outcomes.items():
            turned = fold(rule.root, {**outcomes, name: turned_to[was]})
            deciding |= {name} if turned != found.outcome else set()

    assert {one.id for one in rule.criteria()} - deciding == set()


@pytest.mark.parametrize("certification_id", ["cmac", "cmc"])
def test_years_in_the_words_are_the_months_that_are_compared(certification_id: str) -> None:
    """The issuers speak of years, and the facts are months."""
    told = {
        one.id: (YEARS[one.box_title.lower().split()[0]], one.needed.value)
        for one in read_rule(certification_id).criteria()
        if one.box_title.lower().endswith(("year", "years"))
    }

    assert len(told) == {"cmac": 5, "cmc": 4}[certification_id]
    assert [name for name, (words, value) in told.items() if words != value] == []


# --- ways in and thresholds --------------------------------------------------------------


@pytest.mark.parametrize(("certification_id", "profile"), WAYS.values(), ids=WAYS)
def test_one_way_in_is_enough(certification_id: str, profile: Stated) -> None:
    """Whatever else is not there."""
    assert outcome(profile, certification_id) == "met"


@pytest.mark.parametrize("step", [-1, -0.01, 0, 0.01, 1])
@pytest.mark.parametrize("threshold", THRESHOLDS.values(), ids=THRESHOLDS)
def test_a_threshold_is_met_from_exactly_its_amount_on(
    threshold: Threshold, step: float
) -> None:
    """Every amount is "at least": one less is not enough, the amount itself is."""
    certification_id, profile, fact, amount = threshold
    stated = {**profile, fact: amount + step}

    assert outcome(stated, certification_id) == ("met" if step >= 0 else "not_met")


@pytest.mark.parametrize("threshold", THRESHOLDS.values(), ids=THRESHOLDS)
def test_a_threshold_inside_an_interval_is_unknown_and_asked_for(threshold: Threshold) -> None:
    """An interval has a value on either side."""
    certification_id, profile, fact, amount = threshold
    found = decision(
        {**profile, fact: {"at_least": amount - 1, "at_most": amount}}, certification_id
    )

    assert (found["outcome"], found["next_question"]) == ("unknown", fact)


@pytest.mark.parametrize(
    ("five_years", "three_years", "expected"),
    [
        (2079, 0, "not_met"),
        (2079, 2079, "not_met"),
        (2080, 0, "unknown"),
        (2080, 2079, "unknown"),
        (6000, 2079, "unknown"),
        (2080, 2080, "met"),
        (2081, 2081, "met"),
    ],
)
def test_hours_between_three_and_five_years_back_settle_nothing(
    five_years: int, three_years: int, expected: str
) -> None:
    """Inside 36 months all pages agree, outside of 60 too; between them they differ."""
    stated = {
        **DISABILITY,
        "disability_management_hours_last_60_months": five_years,
        "disability_management_hours_last_36_months": three_years,
    }

    assert outcome(stated, "cdms") == expected


def test_what_the_cdms_lacks_between_the_two_is_told_as_the_pages_differ() -> None:
    """The cause is the source, and not the person."""
    stated = {**DISABILITY, "disability_management_hours_last_36_months": 2079}
    causes = {one["id"]: one["cause"] for one in decision(stated, "cdms")["criteria"]}

    assert causes["hours_last_36_months"] == "secondary_rule"


@EACH
def test_every_combination_of_cells_agrees_with_the_second_evaluator(
    certification_id: str,
) -> None:
    """Written from the issuers' words alone, it knows nothing of the engine or the files."""
    judge = JUDGES[certification_id]
    differing = [
        stated
        for stated in grid(certification_id)
        if outcome(stated, certification_id) != judge(stated).outcome
    ]

    assert differing == []


# --- who it is for -----------------------------------------------------------------------


def test_a_nurse_is_told_to_get_the_acm_and_not_to_give_up_the_license() -> None:
    """Nobody would; the change that nobody makes comes last, and as out of reach."""
    stated = {
        **WITH_MASTER,
        "license_codes": ["RN"],
        "cm_administration_months": 24,
        "acma_scope_months": 24,
    }
    sets = decision(stated, "cmac")["missing"]

    assert [[entry["fact"] for entry in one] for one in sets] == [
        ["certification_codes"],
        ["license_codes"],
    ]
    assert [[entry["can_change"] for entry in one] for one in sets] == [[True], [False]]


@pytest.mark.parametrize(
    ("certification_id", "stated"),
    [
        ("cmac", {**WITH_MASTER, "license_codes": ["RN"]}),
        ("cmac", {**WITH_MASTER, "degrees": ["NONE"]}),
        ("cdms", {"license_codes": ["LPC"], "degrees": ["NONE"]}),
        ("cmc", {"degrees": ["associate:other"], "has_rn_diploma": False}),
        ("cmcn", {"license_codes": ["SW_MASTER"]}),
    ],
)
def test_it_is_not_for_somebody_without_the_background(
    certification_id: str, stated: Stated
) -> None:
    """A screen then speaks of something else first."""
    found = decide(stated, on=ON, certifications=[certification_id]).decisions[0]

    assert is_closed(found)


@pytest.mark.parametrize(
    ("certification_id", "stated"),
    [
        ("cmac", WITH_ACM),
        ("cmac", WITH_BACHELOR),
        ("cdms", {"license_codes": ["RN"]}),
        ("cmc", {"degrees": ["associate:nursing"]}),
        ("cmcn", {"license_codes": ["LPN"]}),
    ],
)
def test_it_stays_in_sight_of_somebody_who_only_lacks_work(
    certification_id: str, stated: Stated
) -> None:
    """Work and courses can be added; the background is there."""
    found = decide(stated, on=ON, certifications=[certification_id]).decisions[0]

    assert not is_closed(found)


# --- in words ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("certification_id", "stated", "expected"),
    [
        (
            "cmc",
            {**CARE, "cm_supervision_hours": 80},
            "Still missing: 20 more hours of supervision or advice on cases.",
        ),
        (
            "cmc",
            {**CARE_BACHELOR, "direct_client_months": 10},
            "Still missing: 2 more months of work with clients.",
        ),
        (
            "cmac",
            {**WITH_MASTER, "cm_administration_months": 11, "cm_months": 35},
            (
                "Still missing: 1 more month of leading case management, or 1 more month of"
                " case management."
            ),
        ),
        (
            "cmac",
            {**WITH_ACM, "acma_scope_months": 20, "acma_scope_hours": 4000},
            (
                "Still missing: 4 more months of work in or leading case management, or 160"
                " more hours of work in or leading case management."
            ),
        ),
        (
            "cdms",
            {**DISABILITY, "disability_management_hours_last_36_months": 2079},
            (
                "An older page asks for more: 1 more hour of paid work in disability or absence"
                " management. Whether that still holds, only the CCMC can say."
            ),
        ),
    ],
    ids=["supervision", "clients", "second track", "first track", "older page"],
)
def test_what_is_missing_is_told_by_the_shortest_ways_alone(
    certification_id: str, stated: Stated, expected: str
) -> None:
    """Who has one background is not told to get another, nor more where less is enough."""
    found = decide(stated, on=ON, certifications=[certification_id]).decisions[0]

    assert headline(found, ON) == expected
