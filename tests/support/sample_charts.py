"""Charts that several tests draw: as in the handouts, odd ones, and ones with hostile text."""

import re
from decimal import Decimal

from casecert_data.charts import (
    Chart,
    ChartTable,
    Gap,
    Lane,
    Segment,
    Tick,
    gap_bars,
    support_bars,
)

Row = dict[str, object]

HOSTILE = "</text><script>alert('1')</script> & \"q\" ]]> $x$ <b>b</b> \x00\x08\x1b \ud800 &lt;"
"""Markup, entities, a formula, control characters and half a character."""


def statistic(
    who: str,
    what: str,
    share: str | None = None,
    words: str | None = None,
    most: int | None = None,
) -> Row:
    """Make a row of the table ``employer_support``."""
    return {
        "certification_id": "ccm",
        "respondent_text": who,
        "finding_text": what,
        "share_pct": None if share is None else Decimal(share),
        "share_words": words,
        "share_at_most_pct": None if most is None else Decimal(most),
    }


PAY = statistic("Employers", "pay for it", "58")
REQUIRE = statistic("Employers", "require it", None, "nearly half", 50)
HELPED = statistic("Case managers who hold the CCM", "say it has helped", "88")
UNKNOWN = statistic("Employers", "promote for it")
SUPPORT = [PAY, REQUIRE, HELPED]
"""What employers and certified people say, in the order of the article."""

WORK = Gap(
    label="Work, last 3 years",
    needed=2000,
    found_low=1400,
    found_high=1400,
    unit="hours",
    amount="of work",
)
EDUCATION = Gap(
    label="Education, last 3 years",
    needed=30,
    found_low=18,
    found_high=18,
    unit="hours",
    amount="of education",
)
RANGE = Gap(label="Full-time", needed=24, found_low=12, found_high=18, unit="months")
CROSSING = Gap(label="Supervising", needed=12, found_low=9, found_high=14, unit="months")
OPEN = Gap(label="Full-time", needed=24, found_low=12, unit="months")
BLANK = Gap(label="Under a CCM", needed=12, unit="months")
ENOUGH = Gap(label="As a nurse", needed=2, found_low=5, found_high=5, unit="years")
GAPS = [WORK, EDUCATION, RANGE, CROSSING, OPEN, BLANK, ENOUGH]
"""Every form that a gap can have."""


def hostile_chart() -> Chart:
    """Make a chart in which every word means harm."""
    mark = Tick(1, HOSTILE)
    plain = Lane(HOSTILE, (Segment(0, 2, "data"),), value=HOSTILE, note=HOSTILE, group=HOSTILE)
    missing = Lane(
        HOSTILE,
        (Segment(0, 1, "possible"), Segment(1, 2, "missing")),
        missing=HOSTILE,
        threshold=2,
        threshold_label=HOSTILE,
        marks=(mark,),
    )
    table = ChartTable(HOSTILE, (HOSTILE,), ((HOSTILE,),))
    return Chart(HOSTILE, HOSTILE, HOSTILE, (plain, missing), 2, (mark,), table)


def charts() -> dict[str, Chart]:
    """Return every sample by a name."""
    return {
        "support": support_bars(SUPPORT),
        "support_unknown": support_bars([PAY, UNKNOWN, REQUIRE]),
        "gaps": gap_bars(GAPS),
        "hostile": hostile_chart(),
    }


def numbers_in(*texts: str) -> set[str]:
    """Return the numbers that stand in texts, as they are written."""
    return {number for text in texts for number in re.findall(r"\d[\d,.]*\d|\d", text)}
