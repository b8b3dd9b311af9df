"""A page that is drawn and then looked at ends as one whose pieces are measured first."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
import typst
from support.page_words import career, comparison, handout, person, sample_class

from casecert_data.reporting.model._blocks import Page
from casecert_data.reporting.pdf import _page
from casecert_data.reporting.pdf._fonts import shipped_fonts

MEASURED = {
    "looked-at(normal, spans)": "measured(normal)",
    "if not normal.all(is-counted)": "if true",
}
"""What tells without measuring, and what to put in its place so that everything is measured."""

SHIPPED = Path(str(files("casecert_data.reporting.pdf").joinpath("templates")))

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def always_measured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the typesetter's templates, so that every page is measured before it is drawn."""
    copy = tmp_path_factory.mktemp("typst") / "templates"
    shutil.copytree(SHIPPED, copy)
    plan = (copy / "plan.typ").read_text("utf-8")
    for quick, slow in MEASURED.items():
        assert plan.count(quick) == 1
        plan = plan.replace(quick, slow)
    (copy / "plan.typ").write_text(plan, "utf-8")
    return copy


def set_by(templates: Path, page: Page) -> bytes:
    """Set a page by a folder of templates, in as many rounds as it needs."""
    pdf: bytes
    pdf, warnings = typst.compile_with_warnings(
        str(templates / "page.typ"),
        root=str(templates),
        font_paths=shipped_fonts(),
        sys_inputs={"given": json.dumps(_page._given(page))},  # noqa: SLF001 - what is set
        pdf_standards=["ua-1"],
    )
    assert [one.message for one in warnings] == []
    return pdf


@pytest.mark.parametrize("person_id", sorted(sample_class()))
def test_a_persons_page_is_the_same(person_id: str, always_measured: Path) -> None:
    """Some of the class fit at once, some are saved a page by less air, some are cut."""
    page = person(person_id)

    assert set_by(SHIPPED, page) == set_by(always_measured, page)


@pytest.mark.parametrize(
    "page",
    [career(), handout("ccm", "issuer"), comparison("ccm,acm_rn,cmgt_bc,cmac")],
    ids=["career", "certification", "comparison"],
)
def test_other_pages_are_the_same(page: Page, always_measured: Path) -> None:
    """Those with broad tables, too, which may end anywhere."""
    assert set_by(SHIPPED, page) == set_by(always_measured, page)
