"""The panels in their views: each topic, some people, each measure, job and certification."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import product
from types import MappingProxyType

from casecert_data.eligibility import certification_ids
from casecert_data.jobs import job_ids
from casecert_data.panels import (
    ClientPanel,
    ComparePanel,
    EmployerSupportPanel,
    JobsPanel,
    StartPanel,
)
from casecert_data.panels._panel import Panel
from casecert_data.panels._start_topics import TOPICS
from casecert_data.profiles import EDITIONS

ON = "2026-11-28"
PEOPLE = ("", "R-001", "R-004", "R-014", "R-018", "R-020", "R-027")


def _figures(measure: str) -> EmployerSupportPanel:
    panel = EmployerSupportPanel(on=ON)
    panel.view.value = "over_time"
    panel.measure.value = measure
    return panel


def _compared(at: int, person: str, edition: str) -> ComparePanel:
    ids = certification_ids()[at : at + 4]
    return ComparePanel(certifications=ids, opens_on=person, edition=edition, on=ON)


_MEASURES = [code for _, code in EmployerSupportPanel(on=ON).measure.options]

EVERY_VIEW: Mapping[str, Callable[[], Panel]] = MappingProxyType(
    {
        **{f"start-{one}": partial(StartPanel, one, on=ON) for one in TOPICS},
        **{f"client-{one}": partial(ClientPanel, opens_on=one, on=ON) for one in PEOPLE},
        "employers": partial(EmployerSupportPanel, on=ON),
        **{f"employers-{one}": partial(_figures, one) for one in _MEASURES},
        **{f"jobs-{one}": partial(JobsPanel, one, on=ON) for one in job_ids()},
        **{
            "-".join(["compare", *map(str, asked)]): partial(_compared, *asked)
            for asked in product((0, 4, 8, 12), ("", "R-014"), EDITIONS)
        },
    }
)
"""How each view is opened, by its name."""
