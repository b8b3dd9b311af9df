"""One report made in memory, so that the processes copied from this one have it behind them."""

from importlib import import_module

from casecert_data.catalog import message_keys, table, table_names
from casecert_data.catalog._messages import LANGUAGE
from casecert_data.reporting._collect import collect_page, notebook_to_hand_on
from casecert_data.reporting._job import Job
from casecert_data.reporting.making._run import execute_here
from casecert_data.reporting.specs._report_spec import read_report


def rehearse(name: str) -> None:
    """Make a shipped report about its sample person, up to where a PDF would be set.

    Setting one would start threads, and each copy of this process would wait for them for ever.
    Nothing is written. Every table is read, also those that only other people's pages show.
    """
    for one in table_names():
        table(one)
    message_keys()
    report = read_report(name)
    job = Job(
        template=report.template,
        values={one: spec.default for one, spec in report.parameters.items() if spec.default},
        person=None,
        out=report.template.parent,
        stem=name,
        formats=(),
    )
    cells = execute_here(job)
    page = collect_page(cells, language=LANGUAGE, subject=None).page
    notebook_to_hand_on(cells)
    import_module("casecert_data.reporting.html").render_html(page)
    import_module("casecert_data.reporting.pdf").prepare_pdf(page)
