"""Closed programs and letters that mislead are told where they matter."""

import pytest

from casecert_data.jobs import closed_programs_of, job_ids, name_clashes_of


def test_the_closed_credential_for_children_and_families_is_told_where_it_was_meant() -> None:
    """The C-CYFSW takes no new applications."""
    assert {key for key in job_ids() if closed_programs_of(key)} == {
        *("hospital", "nursing"),
        *("juvenile", "child"),
    }
    (closed,) = closed_programs_of("child")
    assert closed.name == "Certified Children, Youth, and Family Social Worker (C-CYFSW)"
    assert "no new applications" in closed.words


@pytest.mark.parametrize("key", ["prison", "correctional"])
def test_the_two_ccms_are_told_apart_in_corrections(key: str) -> None:
    """Its double is held there."""
    (clash,) = name_clashes_of(key)

    assert clash.certification_id == "ccm"
    assert "prisons and jails" in clash.words


def test_the_two_cmcs_are_told_apart_where_one_is_made_for_the_job() -> None:
    """Nurses in cardiac care have another CMC."""
    assert "cmc" in {one.certification_id for one in name_clashes_of("geriatric")}


def test_nothing_is_warned_of_where_nothing_misleads() -> None:
    """A warning on every page is read on none."""
    assert name_clashes_of("housing") == ()
    assert closed_programs_of("housing") == ()
