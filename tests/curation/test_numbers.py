"""Numbers that speak against each other: each is made, and must be told with its place."""

from datetime import date

import pytest
from support.own_data import OwnData

from casecert_data.curation import check_data, number_faults, table_faults

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        pytest.param(
            "renewals",
            "ccmc_stay_certified,,80,8,",
            "ccmc_stay_certified,,80,81,",
            "renewals.csv, line 2, column 'ethics_hours': expected at most 80, as in column "
            "'education_hours', found 81. Correct one of the two.",
            id="ethics above education",
        ),
        pytest.param(
            "exams",
            'with a break",180,150,',
            'with a break",150,180,',
            "exams.csv, line 3, column 'scored_question_count': expected at most 150, as in "
            "column 'question_count', found 180. Correct one of the two.",
            id="scored above all questions",
        ),
        pytest.param(
            "exam_results",
            ",206,129,62.6,",
            ",206,207,,",
            "exam_results.csv, line 5, column 'passed_count': expected at most 206, as in "
            "column 'candidate_count', found 207. Correct one of the two.",
            id="passed above sat",
        ),
        pytest.param(
            "exam_results",
            ",206,129,62.6,",
            ",206,129,62.7,",
            "exam_results.csv, line 5, column 'pass_rate_pct': expected 62.6, as passed_count "
            "and candidate_count make it, found 62.7. Correct one of the three.",
            id="rate of other counts",
        ),
        pytest.param(
            "fees",
            "235,no,Not paid back.,",
            ",no,,",
            "fees.csv, line 2: expected an amount_usd or a fee_note, found neither. Give the "
            "amount, or say what the source leaves out.",
            id="fee without amount or note",
        ),
        pytest.param(
            "exam_topics",
            "care management,30,",
            "care management,88.5,",
            "exam_topics.csv, ccm as careeremployer_ccm gives it: expected weights that add "
            "up to 100 percent at most, found 100.5. Correct a weight_pct.",
            id="weights above the whole",
        ),
    ],
)
def test_a_number_that_another_speaks_against_is_told(
    data: OwnData, name: str, old: str, new: str, told: str
) -> None:
    """Each number is within its own bounds, so only the two together show the slip."""
    data.replace(f"tables/{name}.csv", old, new)

    assert [*table_faults(name), *number_faults(name)] == [told]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        pytest.param("renewals", ",,80,8,", ",,80,80,", id="as many as the whole"),
        pytest.param("renewals", ",,80,8,", ",,,8,", id="whole not known"),
        pytest.param("exam_results", ",206,129,62.6,", ",206,,62.6,", id="a count not known"),
        pytest.param("exam_results", ",206,129,62.6,", ",206,129,,", id="rate not given"),
        pytest.param("exam_results", ",206,129,62.6,", ",80,45,56.2,", id="half rounded down"),
        pytest.param("exam_results", ",206,129,62.6,", ",80,45,56.3,", id="half rounded up"),
        pytest.param("fees", "235,no,Not paid back.,", ",no,Not paid back.,", id="note alone"),
        pytest.param("fees", "235,no,Not paid back.,", "235,no,,", id="amount alone"),
        pytest.param(
            "exam_topics", "care management,30,", "care management,88,", id="weights of 100"
        ),
    ],
)
def test_numbers_that_can_all_be_right_are_not_told(
    data: OwnData, name: str, old: str, new: str
) -> None:
    """A bound is reached before it is passed, and what is not known speaks against nothing."""
    data.replace(f"tables/{name}.csv", old, new)

    assert [*table_faults(name), *number_faults(name)] == []


def test_a_bound_that_the_table_lacks_is_told(data: OwnData) -> None:
    """A misspelt bound would bound nothing."""
    data.replace(
        "fields.toml",
        'at_most_column = "education_hours"',
        'at_most_column = "education_hour"',
    )

    (told,) = check_data(ON).faults

    assert told == (
        "renewals.csv, column 'ethics_hours': expected beside it the numbers of "
        "'education_hour', which fields.toml names in at_most_column, found none. Did you mean "
        "'education_hours'? Add the column, or correct fields.toml."
    )
