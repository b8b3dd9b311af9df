"""Reports: a template and its parameters in, a page in a person's hand out.

Each name is imported when it is first used: papermill imports this package, which holds its
engine, wherever casecert is installed; and a template needs little of it.
"""

from importlib import import_module
from typing import Any

_HOME_OF = {
    "CareerPage": "casecert_data.reporting.pages._career_page",
    "CertificationPage": "casecert_data.reporting.pages._certification_page",
    "ComparisonPage": "casecert_data.reporting.pages._comparison_page",
    "EmployerSupportPage": "casecert_data.reporting.pages._employer_support_page",
    "FORMATS": "casecert_data.reporting._job",
    "IntakePage": "casecert_data.reporting.pages._intake_page",
    "JobTypePage": "casecert_data.reporting.pages._job_type_page",
    "Limits": "casecert_data.reporting.making._limits",
    "Outcome": "casecert_data.reporting._job",
    "Parameter": "casecert_data.reporting.specs._parameters",
    "Person": "casecert_data.reporting._person_ref",
    "PersonPage": "casecert_data.reporting.pages._person_page",
    "Report": "casecert_data.reporting.specs._report_spec",
    "Told": "casecert_data.reporting.batches._run_batch",
    "copy_report": "casecert_data.reporting.specs._own_copy",
    "current_assumptions": "casecert_data.reporting._person_ref",
    "current_person": "casecert_data.reporting._person_ref",
    "default_workers": "casecert_data.reporting.batches._batch",
    "institution_of_environment": "casecert_data.reporting.institution",
    "person_if_any": "casecert_data.reporting._person_ref",
    "plan_batch": "casecert_data.reporting.batches._batch",
    "plan_subjects": "casecert_data.reporting.batches._subjects",
    "plan_purge": "casecert_data.reporting.batches._purge",
    "purge": "casecert_data.reporting.batches._purge",
    "read_formats": "casecert_data.reporting._job",
    "read_institution": "casecert_data.reporting.institution",
    "read_subjects": "casecert_data.reporting.batches._subjects",
    "read_report": "casecert_data.reporting.specs._report_spec",
    "report_job": "casecert_data.reporting._job",
    "report_names": "casecert_data.reporting.specs._report_spec",
    "run_batch": "casecert_data.reporting.batches._run_batch",
    "run_report": "casecert_data.reporting.making._crew",
}

__all__ = [*_HOME_OF]  # noqa: PLE0604 - the names come from the table above


def __getattr__(name: str) -> Any:
    """Import a public name from its home on first use."""
    if name not in _HOME_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, also those not yet imported."""
    return sorted({*globals(), *_HOME_OF})
