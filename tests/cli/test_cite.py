"""`casecert cite NAME`: what `casecert_data.cite` gives, on the terminal."""

from support.in_process import casecert

from casecert_data import cite


def test_a_table_is_cited_as_in_python() -> None:
    """One wording, wherever it is asked for."""
    assert casecert("cite", "employer_support").out == cite("employer_support") + "\n"


def test_a_certification_is_cited_by_its_sources() -> None:
    """Ready to be pasted into a paper."""
    first, *rest = casecert("cite", "acm_rn").out.splitlines()

    assert first == (
        "casecert, data version 2026.11.28: requirements of the Accredited Case Manager for "
        "nurses (ACM-RN) (certification acm_rn)."
    )
    assert [line.partition(". No date.")[0] for line in rest] == [
        "- American Case Management Association. ACM Examination Application",
        "- American Case Management Association. ACM FAQs (chapter page)",
        "- American Case Management Association. ACM FAQs",
    ]


def test_a_certification_without_an_issuers_rule_is_cited_by_the_article() -> None:
    """Whoever decided is cited, and nobody else."""
    _, *rest = casecert("cite", "cmgt_bc").out.splitlines()

    assert [line.split(".")[0] for line in rest] == ["- Coursera Staff"]


def test_a_report_cannot_be_cited() -> None:
    """A page cites its own sources."""
    ran = casecert("cite", "person")

    assert (ran.code, ran.out) == (2, "")
    assert ran.errors.startswith("No table or certification is called 'person'.")
