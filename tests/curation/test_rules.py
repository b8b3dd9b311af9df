"""Faults of a rule file: each is made, and must be told with its place."""

from datetime import date

import pytest
from support.own_data import OwnData

from casecert_data.curation import check_data, opposing_criteria
from casecert_data.eligibility import Rule, read_rule

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param(
            'fact = "cm_months"\n',
            'fact = "cm_month"\n',
            "ccm.toml, criterion.months_any_supervisor.fact: expected a fact, "
            "found 'cm_month'. Did you mean 'cm_months'?",
            id="unknown fact",
        ),
        pytest.param(
            '"PHARMACIST"',
            '"PHARMACISTS"',
            "ccm.toml, criterion.license.any_of: expected a code of the vocabulary, "
            "found 'PHARMACISTS'. Did you mean 'PHARMACIST'?",
            id="unknown code",
        ),
        pytest.param(
            'unsettled = ["APRN"]',
            'unsettled = ["ARPN"]',
            "ccm.toml, criterion.license.unsettled: expected a code of the vocabulary, "
            "found 'ARPN'. Did you mean 'APRN'?",
            id="unknown unsettled code",
        ),
        pytest.param(
            'all_of = ["background", "work", "character", "references"]',
            'all_of = ["background", "work", "character"]',
            "ccm.toml, references: expected a group or criterion that the rule uses, "
            "found 'references'.",
            id="unused group",
        ),
        pytest.param(
            'any_of = ["license", "degree", "certification"]',
            'any_of = ["license", "degree"]',
            "ccm.toml, certification: expected a group or criterion that the rule uses, "
            "found 'certification'.",
            id="unused criterion",
        ),
        pytest.param(
            'any_of = ["license", "degree", "certification"]',
            'any_of = ["license", "degree", "certification"]\nall_of = ["license"]',
            "ccm.toml, group.background: expected either all_of or any_of, with parts, "
            "found ['all_of', 'any_of'].",
            id="both any_of and all_of",
        ),
        pytest.param(
            'any_of = ["license", "degree", "certification"]',
            "any_of = []",
            "ccm.toml, group.background: expected either all_of or any_of, with parts, found",
            id="group without parts",
        ),
        pytest.param(
            'all_of = ["good_character"]',
            'all_of = ["good_character", "character"]',
            "ccm.toml, group.character.all_of[1]: expected a group that does not hold itself, "
            "found 'character'.",
            id="group that holds itself",
        ),
        pytest.param(
            'any_of = ["license", "degree", "certification"]',
            'any_of = ["license", "degre", "certification"]',
            "ccm.toml, group.background.any_of[1]: expected the name of a group or a "
            "criterion, found 'degre'. Did you mean 'degree'?",
            id="unknown part",
        ),
        pytest.param(
            'fact = "cm_months"\nat_least = 24',
            'fact = "cm_months"\nat_least = 24\nfewer_than = 30',
            "ccm.toml, criterion.months_any_supervisor: expected one comparison "
            "(at_least, fewer_than, any_of, none_of, is), found 'at_least, fewer_than'.",
            id="two comparisons",
        ),
        pytest.param(
            'fact = "cm_months"\nat_least = 24',
            'fact = "cm_months"',
            "ccm.toml, criterion.months_any_supervisor: expected one comparison "
            "(at_least, fewer_than, any_of, none_of, is), found 'none'.",
            id="no comparison",
        ),
        pytest.param(
            'fact = "cm_months"\nat_least = 24',
            'fact = "cm_months"\nis = true',
            "ccm.toml, criterion.months_any_supervisor.is: expected a comparison for "
            "cm_months, found 'is'.",
            id="comparison of another kind",
        ),
        pytest.param(
            "at_least = 24",
            "at_least = -24",
            "ccm.toml, criterion.months_any_supervisor.at_least: expected a number of 0 or "
            "more, found -24.",
            id="number below 0",
        ),
        pytest.param(
            'source_id = "coursera_certified_case_manager"',
            'source_id = "coursera"',
            "ccm.toml, criterion.license.source_id: expected a source, found 'coursera'.",
            id="unknown source",
        ),
        pytest.param(
            'locator = "Which certification should you choose?, CCM, paragraph 2"',
            'locator = ""',
            "ccm.toml, criterion.license: expected a value for locator, found ''.",
            id="missing locator",
        ),
        pytest.param(
            'source_id = "coursera_certified_case_manager"\n',
            "",
            "ccm.toml, criterion.license: expected a value for source_id, found None.",
            id="missing source_id",
        ),
        pytest.param(
            'edition_id = "article"',
            'edition_id = "articel"',
            "ccm.toml, edition_id: expected an edition, found 'articel'. "
            "Did you mean 'article'?",
            id="unknown edition",
        ),
        pytest.param(
            'waived_by = ["not_self_employed"]',
            'waived_by = ["self_employed"]',
            "ccm.toml, group.references.waived_by: expected a part of it, "
            "found 'self_employed'. Did you mean 'not_self_employed'?",
            id="waived by what it does not hold",
        ),
        pytest.param(
            'asks_for = "good character"',
            'ask_for = "good character"',
            "ccm.toml, group.character.ask_for: expected a known property, found 'ask_for'. "
            "Did you mean 'asks_for'?",
            id="misspelt property of a group",
        ),
        pytest.param(
            "open = true",
            "opened = true",
            "ccm.toml, criterion.certification.opened: expected a known property, "
            "found 'opened'. Did you mean 'open'?",
            id="misspelt property of a criterion",
        ),
        pytest.param(
            'certification_id = "ccm"',
            'certification_id = "cmm"',
            "ccm.toml: expected certification_id 'ccm', like the file's name.",
            id="another certification",
        ),
        pytest.param(
            'title = "Good character"\n',
            "",
            "ccm.toml, article, character: expected a group with a title, so that it can be "
            "shown.",
            id="need without a title",
        ),
        pytest.param(
            'lacking = "not being self-employed"\n',
            "",
            "ccm.toml, article, not_self_employed: expected words for 'lacking', found none.",
            id="no words for what is lacking",
        ),
    ],
)
def test_a_fault_of_a_rule_is_told_with_its_place(
    data: OwnData, old: str, new: str, told: str
) -> None:
    """Whoever wrote the rule finds the line by the file and the names in it."""
    data.replace("rules/ccm.toml", old, new)
    found = check_data(ON).faults

    assert any(fault.startswith(told) for fault in found), found


def test_groups_that_hold_each_other_are_told(data: OwnData) -> None:
    """Else the rule would have no end."""
    data.replace("rules/ccm.toml", 'all_of = ["good_character"]', 'all_of = ["references"]')
    data.replace(
        "rules/ccm.toml",
        'any_of = ["not_self_employed", "client_references"]',
        'any_of = ["not_self_employed", "character"]',
    )

    assert (
        "ccm.toml, group.references.any_of[1]: expected a group that does not hold itself, "
        "found 'character'. Correct the entry."
    ) in check_data(ON).faults


def test_a_second_edition_is_named_in_the_place(data: OwnData) -> None:
    """A file with two editions has two criteria of one name."""
    text = data.read("rules/cmgt_bc.toml")
    second = text[text.index("[[edition]]") :].replace("at_least = 30\n", "at_least = -30\n")
    data.append("rules/cmgt_bc.toml", "\n" + second)

    assert any(
        fault.startswith(
            "cmgt_bc.toml, edition[1].criterion.education_hours.at_least: expected a number of "
            "0 or more, found -30."
        )
        for fault in check_data(ON).faults
    )


OPPOSED = """
[edition.criterion.newcomer]
fact = "cm_months"
fewer_than = 24
text = "New to case management"
row = "New"
source_id = "coursera_certified_case_manager"
locator = "x"
"""


def test_opposing_criteria_are_told(data: OwnData) -> None:
    """Of "24 or more" and "fewer than 24" one always holds, though both may be unknown."""
    oppose(data, 0)

    assert (
        "ccm.toml, article: expected criteria that pull one way, found months_any_supervisor "
        "and newcomer against each other, so that 'unknown' may hide what is certain. "
        "State one otherwise."
    ) in check_data(ON).faults


def test_opposing_criteria_of_every_edition_are_told(data: OwnData) -> None:
    """Also where nobody asks for the edition by default."""
    oppose(data, 1)

    assert any(
        fault.startswith("ccm.toml, issuer: expected criteria that pull one way")
        for fault in check_data(ON).faults
    )


def test_a_fault_of_a_rule_that_holds_later_is_told(data: OwnData) -> None:
    """It would come out on the day on which the rule starts."""
    text = data.read("rules/cmgt_bc.toml")
    later = text[text.index("[[edition]]") :].replace(
        'edition_id = "article"\n', 'edition_id = "article"\nstarts_on = 2030-01-01\n'
    )
    data.append("rules/cmgt_bc.toml", "\n" + later.replace('title = "Education"\n', ""))

    assert (
        "cmgt_bc.toml, article from 2030-01-01, education: expected a group with a title, so "
        "that it can be shown."
    ) in check_data(ON).faults


def test_an_edition_that_stands_twice_is_told(data: OwnData) -> None:
    """Only one of the two would ever be read."""
    text = data.read("rules/cmgt_bc.toml")
    data.append("rules/cmgt_bc.toml", "\n" + text[text.index("[[edition]]") :])

    assert (
        "cmgt_bc.toml, article: expected each edition once from each start, found it again. "
        "Remove one, or give it a starts_on."
    ) in check_data(ON).faults


def test_a_word_of_an_edition_that_nothing_reads_is_told(data: OwnData) -> None:
    """A misspelt start would make a rule hold on any day."""
    data.replace(
        "rules/ccm.toml",
        'edition_id = "issuer"\n',
        'edition_id = "issuer"\nstart_on = 2027-01-01\n',
    )

    assert (
        "ccm.toml, edition[1]: expected one of edition_id, starts_on, full_time_hours, all_of, "
        "any_of, group, criterion, found 'start_on'. Did you mean 'starts_on'? Correct the "
        "entry, or remove it."
    ) in check_data(ON).faults


def test_a_rule_file_without_an_edition_is_told(data: OwnData) -> None:
    """It would say nothing at all."""
    data.replace("rules/cmgt_bc.toml", "[[edition]]", "[[editions]]")

    assert any(
        fault.startswith("cmgt_bc.toml, edition: expected at least one [[edition]], found ")
        for fault in check_data(ON).faults
    )


def oppose(data: OwnData, edition: int) -> None:
    """Let one edition of the CCM's rule ask for more and for less of one fact."""
    head, *editions = data.read("rules/ccm.toml").split("[[edition]]")
    changed = editions[edition].replace('supervising"]', 'supervising", "newcomer"]')
    editions[edition] = changed.rstrip("\n") + "\n" + OPPOSED
    data.write("rules/ccm.toml", "[[edition]]".join([head, *editions]))


def rule_with(data: OwnData, *criteria: str) -> Rule:
    """Return a rule that asks for any of these comparisons."""
    names = [f"c{at}" for at, _ in enumerate(criteria)]
    written = "".join(
        f'[edition.criterion.{name}]\n{comparison}\ntext = "T"\nsource_id = "'
        f'coursera_certified_case_manager"\nlocator = "L"\n'
        for name, comparison in zip(names, criteria, strict=True)
    )
    data.write(
        "rules/ccm.toml",
        'certification_id = "ccm"\n[[edition]]\nedition_id = "article"\n'
        f"any_of = {names}\n{written}",
    )
    return read_rule("ccm")


@pytest.mark.parametrize(
    ("one", "other", "opposes"),
    [
        ("at_least = 24", "fewer_than = 24", True),
        ("at_least = 12", "fewer_than = 24", True),
        ("at_least = 12", "at_least = 24", False),
        ("fewer_than = 12", "fewer_than = 24", False),
    ],
)
def test_numbers_oppose_where_one_asks_for_more_and_one_for_less(
    data: OwnData, one: str, other: str, *, opposes: bool
) -> None:
    """Two thresholds in one direction are monotone, whatever their numbers."""
    fact = 'fact = "cm_months"\n'
    rule = rule_with(data, fact + one, fact + other)

    assert bool(opposing_criteria(rule)) is opposes


@pytest.mark.parametrize(
    ("one", "other", "opposes"),
    [
        ('any_of = ["RN"]', 'none_of = ["RN"]', True),
        ('any_of = ["RN"]', 'any_of = ["LPN"]', False),
        ('none_of = ["RN"]', 'none_of = ["LPN"]', False),
    ],
)
def test_lists_oppose_where_one_asks_for_a_code_and_one_for_its_absence(
    data: OwnData, one: str, other: str, *, opposes: bool
) -> None:
    """One more code can then help one criterion and harm the other."""
    fact = 'fact = "license_codes"\n'
    rule = rule_with(data, fact + one, fact + other)

    assert bool(opposing_criteria(rule)) is opposes


@pytest.mark.parametrize(("other", "opposes"), [("false", True), ("true", False)])
def test_answers_oppose_where_one_wants_yes_and_one_wants_no(
    data: OwnData, other: str, *, opposes: bool
) -> None:
    """Of the two one always holds, but a blank answer makes both unknown."""
    fact = 'fact = "is_self_employed"\n'
    rule = rule_with(data, fact + "is = true", fact + f"is = {other}")

    assert bool(opposing_criteria(rule)) is opposes


def test_criteria_of_different_facts_never_oppose(data: OwnData) -> None:
    """More months and fewer hours are two things."""
    rule = rule_with(
        data,
        'fact = "cm_months"\nat_least = 24',
        'fact = "health_system_cm_months"\nfewer_than = 24',
    )

    assert opposing_criteria(rule) == ()
