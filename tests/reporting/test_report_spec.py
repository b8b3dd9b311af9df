"""What report.toml may say, and which values a parameter takes."""

from pathlib import Path

import pytest
from support.report_folders import (
    ABOUT_CAREER,
    ABOUT_CERTIFICATION,
    ABOUT_COMPARISON,
    ABOUT_PERSON,
    CAREER_PARAMETERS,
    CERTIFICATION_PARAMETERS,
    COMPARISON_PARAMETERS,
    PERSON_PARAMETERS,
    write_report,
)

from casecert_data.errors import CasecertError, FileError, ReportError, UnknownNameError
from casecert_data.reporting import Person, read_report, report_job
from casecert_data.reporting.specs._report_spec import parameters_cell, template_parameters


@pytest.fixture
def about_certification(tmp_path: Path) -> Path:
    """Write a report about a certification."""
    return write_report(
        tmp_path / "leaflet", toml=ABOUT_CERTIFICATION, parameters=CERTIFICATION_PARAMETERS
    )


def test_a_report_is_read_from_anybodys_folder(about_certification: Path) -> None:
    """An educator's own copy is a report like ours."""
    report = read_report(about_certification)

    assert (report.name, report.about, report.subject) == (
        "leaflet",
        "certification",
        "certification_id",
    )


@pytest.fixture
def about_career(tmp_path: Path) -> Path:
    """Write a report about the career."""
    return write_report(tmp_path / "leaflet", toml=ABOUT_CAREER, parameters=CAREER_PARAMETERS)


def test_a_report_on_the_career_has_no_subject(about_career: Path) -> None:
    """So its files are named for the report alone."""
    report = read_report(about_career)
    job = report_job(report, {}, out=Path("out"), formats=["html"], day="2026-11-24")

    assert (report.about, report.subject) == ("career", None)
    assert (job.stem, job.values) == ("leaflet", {"on": "2026-11-24"})


@pytest.fixture
def about_comparison(tmp_path: Path) -> Path:
    """Write a report that sets certifications side by side."""
    return write_report(
        tmp_path / "leaflet", toml=ABOUT_COMPARISON, parameters=COMPARISON_PARAMETERS
    )


@pytest.mark.parametrize(
    "text", ["ccm, acm_sw, cdms", "ccm;acm_sw;cdms", "ccm acm_sw cdms", " ccm,acm_sw ;cdms "]
)
def test_several_certifications_are_named_with_any_mark_between(
    text: str, about_comparison: Path
) -> None:
    """In their order, and the template gets them in one form."""
    values = read_report(about_comparison).values({"certification_ids": text})

    assert values == {"certification_ids": "ccm, acm_sw, cdms"}


def test_the_files_of_a_comparison_name_what_is_compared(about_comparison: Path) -> None:
    """And the person for whom it is made, so that no page replaces another person's."""
    report = read_report(about_comparison)
    person = Person("R-014", {"person_id": "R-014"}, {})
    jobs = [
        report_job(report, {}, out=Path("out"), formats=["html"], day="2026-11-24", person=whom)
        for whom in (None, person)
    ]

    assert [job.stem for job in jobs] == ["leaflet-ccm-acm_rn", "leaflet-ccm-acm_rn-R-014"]
    assert jobs[1].values == {"certification_ids": "ccm, acm_rn", "person_ref": "R-014"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ccm, acm_rm", r"found 'acm_rm'. Did you mean 'acm_rn'\?"),
        ("acm_sv crk", r"found 'acm_sv'. Did you mean 'acm_sw'\?, 'crk'. Did you mean 'crc'"),
        ("ccm", r"expected two to four certifications, found one: ccm\. Name more\."),
        ("", r"expected two to four certifications, found none\. Name more\."),
        ("ccm,cmc,cmac,crc,cdms", r"two to four certifications, found 5: .*Leave some out\."),
        ("ccm, acm_rn, ccm", r"each certification once, found 'ccm' more than once\."),
    ],
)
def test_certifications_that_cannot_be_compared_are_refused(
    text: str, told: str, about_comparison: Path
) -> None:
    """The message names report, parameter, what is wrong and what to do."""
    report = read_report(about_comparison)

    with pytest.raises(ReportError, match=told) as refused:
        report.values({"certification_ids": text})

    assert str(refused.value).startswith("report 'leaflet', parameter 'certification_ids': ")


def test_a_comparison_is_made_for_one_person_at_most(tmp_path: Path) -> None:
    """Two people on one page would see each other's outcomes."""
    toml = f"""{ABOUT_COMPARISON}
[parameters.other_person]
kind = "person_ref"
description = "A second one"
"""
    folder = write_report(tmp_path / "page", toml=toml, parameters=COMPARISON_PARAMETERS)

    with pytest.raises(ReportError, match="at most one parameter of kind person_ref"):
        read_report(folder)


def test_a_report_on_the_career_may_ask_for_a_certification(tmp_path: Path) -> None:
    """An educator's own may compare one with the rest; it stays no subject."""
    toml = f"""{ABOUT_CAREER}
[parameters.certification_id]
kind = "certification"
description = "Which certification is told first"
default = "ccm"
"""
    parameters = f'{CAREER_PARAMETERS}\ncertification_id = "ccm"'
    report = read_report(write_report(tmp_path / "page", toml=toml, parameters=parameters))

    assert report.subject is None


def test_a_default_holds_where_nothing_is_given(about_certification: Path) -> None:
    """The template gets every parameter, also those that nobody named."""
    assert read_report(about_certification).values({}) == {
        "certification_id": "ccm",
        "with_sources": True,
    }


@pytest.mark.parametrize(
    ("text", "value"), [("yes", True), ("no", False), ("True", True), ("false", False)]
)
def test_a_yes_or_no_is_typed_for_the_template(
    text: str, value: object, about_certification: Path
) -> None:
    """A template that reads the text "no" would take it for true."""
    values = read_report(about_certification).values({"with_sources": text})

    assert values["with_sources"] is value


def test_a_misspelt_parameter_is_refused_with_the_nearest_name(
    about_certification: Path,
) -> None:
    """A silent default would write a handout on another certification."""
    with pytest.raises(
        ReportError, match=r"'certificaton_id'.*Did you mean 'certification_id'\?"
    ):
        read_report(about_certification).values({"certificaton_id": "ccm"})


def test_a_name_with_code_in_it_is_refused(about_certification: Path) -> None:
    """Papermill would write the name into the template and run it."""
    with pytest.raises(ReportError, match="expected the name of one of its parameters"):
        read_report(about_certification).values({"x=1;import os;y": "1"})


def test_an_unknown_certification_is_refused_with_the_nearest(
    about_certification: Path,
) -> None:
    """The list of what there is stands in the message."""
    with pytest.raises(ReportError, match=r"expected one of ccm, .*Did you mean 'acm_rn'\?"):
        read_report(about_certification).values({"certification_id": "acm_rm"})


@pytest.mark.parametrize("text", ["2026-02-30", "23.11.2026", "20261123", "2026-W47-1", ""])
def test_a_day_that_is_none_is_refused(text: str, tmp_path: Path) -> None:
    """A day is written in one way, the year first."""
    report = read_report(write_report(tmp_path / "page"))

    with pytest.raises(ReportError, match="'on': expected a day that exists, as YYYY-MM-DD"):
        report.values({"on": text})


def test_an_unknown_edition_is_refused_with_the_known(tmp_path: Path) -> None:
    """There are two, and the message names them."""
    report = read_report(write_report(tmp_path / "page"))

    with pytest.raises(ReportError, match="'edition': expected one of issuer, article"):
        report.values({"on": "2026-11-23", "edition": "isuer"})


def test_a_parameter_without_default_must_be_given(tmp_path: Path) -> None:
    """The message says how."""
    report = read_report(write_report(tmp_path / "page"))

    with pytest.raises(ReportError, match=r"'on' \(The day asked about\).*-p on=VALUE"):
        report.values({})


def test_a_person_cannot_be_set_as_a_parameter(tmp_path: Path) -> None:
    """Papermill keeps its parameters in the notebook; a person comes beside it."""
    report = read_report(write_report(tmp_path / "page"))

    with pytest.raises(ReportError, match="Name the person's file by --person FILE"):
        report.values({"person_ref": "Ann"})


def test_an_unknown_report_is_refused_with_the_known(tmp_path: Path) -> None:
    """A misspelt name is the most likely fault of all."""
    with pytest.raises(UnknownNameError, match="No report is called 'certificatoin'"):
        read_report("certificatoin")
    with pytest.raises(UnknownNameError, match="No report is called"):
        read_report(tmp_path / "absent")


@pytest.mark.parametrize("name", ["report.toml", "template.ipynb"])
def test_a_folder_that_lacks_a_file_is_refused(name: str, about_certification: Path) -> None:
    """The message names what is missing."""
    (about_certification / name).unlink()

    with pytest.raises(ReportError, match=f"found no {name}"):
        read_report(about_certification)


BROKEN = {
    "no title": ('title = "A page about a person"\n', "", "title: expected words, found None"),
    "an unknown entry": ("reader =", "raeder =", "Did you mean 'reader'"),
    "an unknown subject": (
        'about = "person"',
        'about = "class"',
        "one of certification, comparison, person, career",
    ),
    "an unknown kind": ('kind = "date"', 'kind = "dat"', "Did you mean 'date'"),
    "an entry that nothing reads": (
        'default = "sample"',
        'defualt = "s"',
        "Did you mean 'default'",
    ),
    "a default that does not fit": ('default = "issuer"', 'default = "isuer"', "one of issuer"),
    "a name that is no name": ("[parameters.on]", '[parameters."o n"]', "a plain Python name"),
    "a name that Python has": ("[parameters.on]", "[parameters.print]", "a plain Python name"),
    "a parameter that is no table": ("[parameters.on]", "[x]", "Known: title"),
    "no person": (
        'kind = "person_ref"',
        'kind = "text"',
        "exactly one parameter of kind",
    ),
    "a person on a page about the career": (
        'about = "person"',
        'about = "career"',
        "no parameter of kind person_ref, because it is not about a person, found 'person_ref'",
    ),
    "broken TOML": ("title =", "title", "expected TOML"),
}


@pytest.mark.parametrize(("old", "new", "told"), BROKEN.values(), ids=BROKEN)
def test_a_broken_description_is_refused_in_words(
    old: str, new: str, told: str, tmp_path: Path
) -> None:
    """Educators write report.toml by hand: the message names the entry and what it expects."""
    assert old in ABOUT_PERSON
    folder = write_report(tmp_path / "page", toml=ABOUT_PERSON.replace(old, new, 1))

    with pytest.raises(CasecertError, match=told) as refused:
        read_report(folder)

    assert "report.toml" in str(refused.value) or "report 'page'" in str(refused.value)


@pytest.mark.parametrize(
    "parameters", ['person_ref = "x"', PERSON_PARAMETERS + "\nextra = 1", "x = 1"]
)
def test_a_template_that_declares_other_parameters_is_refused(
    parameters: str, tmp_path: Path
) -> None:
    """Else a value would be checked, passed on, and used by nothing."""
    folder = write_report(tmp_path / "page", parameters=parameters)

    with pytest.raises(ReportError, match="tagged 'parameters' that assigns exactly"):
        read_report(folder)


@pytest.mark.parametrize("text", ["{", "[]", '{"nbformat": 3}', "\u00e9"])
def test_a_template_that_is_no_notebook_is_refused(text: str, tmp_path: Path) -> None:
    """The message says what to do, not where the parser stopped."""
    folder = write_report(tmp_path / "page")
    (folder / "template.ipynb").write_text(text, encoding="utf-8")

    with pytest.raises(ReportError, match=r"expected a Jupyter notebook \(format 4\)"):
        read_report(folder)


def test_an_empty_template_is_refused_as_empty(tmp_path: Path) -> None:
    """It was probably not saved."""
    folder = write_report(tmp_path / "page")
    (folder / "template.ipynb").write_text("", encoding="utf-8")

    with pytest.raises(FileError, match="found an empty file"):
        read_report(folder)


def test_the_parameters_of_a_template_are_those_its_cell_assigns(tmp_path: Path) -> None:
    """In the order of the cell, which comes after the title."""
    template = write_report(tmp_path / "page") / "template.ipynb"

    assert template_parameters(template) == ("person_ref", "edition", "on")
    assert parameters_cell(template) == 1
