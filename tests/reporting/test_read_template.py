"""A template as papermill reads it: checked once, and never one run's for the next."""

from pathlib import Path

from support.report_folders import SHOW_PERSON, write_report

from casecert_data.reporting.making._run import read_template


def test_each_run_has_a_template_of_its_own(tmp_path: Path) -> None:
    """What one report puts into its cells stands in no other."""
    template = write_report(tmp_path / "page", SHOW_PERSON) / "template.ipynb"
    first = read_template(template)
    untouched = read_template(template)
    first.cells[1].source = "person_ref = 'p-001'"
    first.cells[1].metadata["tags"].append("one run's")

    assert read_template(template) == untouched


def test_a_template_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    """An educator saves it while the process that forks its reports still runs."""
    template = write_report(tmp_path / "page", SHOW_PERSON) / "template.ipynb"
    before = read_template(template)
    template.write_text(template.read_text("utf-8").replace("# A page", "# New"), "utf-8")

    assert before.cells[0].source == "# A page"
    assert read_template(template).cells[0].source == "# New"
