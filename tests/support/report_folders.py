"""Small report folders, written from a few lines of code, for tests of what runs reports."""

import json
from collections.abc import Sequence
from pathlib import Path

ABOUT_PERSON = """
title = "A page about a person"
reader = "The person"
about = "person"

[parameters.person_ref]
kind = "person_ref"
description = "Whom the page is about"
default = "sample"

[parameters.edition]
kind = "edition"
description = "Whose words to follow"
default = "issuer"

[parameters.on]
kind = "date"
description = "The day asked about"
"""

ABOUT_CERTIFICATION = """
title = "A page about a certification"
reader = "Students"
about = "certification"

[parameters.certification_id]
kind = "certification"
description = "Which certification"
default = "ccm"

[parameters.with_sources]
kind = "yes_no"
description = "Whether the sources are listed"
default = true
"""

ABOUT_COMPARISON = """
title = "Certifications side by side"
reader = "Students"
about = "comparison"

[parameters.certification_ids]
kind = "certifications"
description = "Which certifications"
default = "ccm, acm_rn"

[parameters.person_ref]
kind = "person_ref"
description = "For whom"
default = ""
"""

ABOUT_CAREER = """
title = "A page about the career"
reader = "Students"
about = "career"

[parameters.on]
kind = "date"
description = "The day on which the page speaks"
default = "2026-11-23"
"""

PERSON_PARAMETERS = 'person_ref = "sample"\nedition = "issuer"\non = "2026-11-23"'
COMPARISON_PARAMETERS = 'certification_ids = "ccm, acm_rn"\nperson_ref = ""'
CAREER_PARAMETERS = 'on = "2026-11-23"'
CERTIFICATION_PARAMETERS = 'certification_id = "ccm"\nwith_sources = True'

SHOW = """
from IPython.display import display

def show(title, *words):
    head = {"block": "head", "series": [], "stamp": [], "title": title}
    spans = [{"kind": "text", "text": str(word)} for word in words]
    texts = [{"part": "text", "inline": [span]} for span in spans]
    section = {"block": "section", "section_id": "facts", "heading": "Facts", "parts": texts}
    bundle = {"application/vnd.casecert.blocks+json": {"blocks": [head, section]}}
    display({**bundle, "text/plain": f"{title}: {words}"}, raw=True)
"""
"""Cell that defines ``show``, which puts out a page in the form that a report's cells do."""

SHOW_PERSON = """
person = current_person(person_ref)
show("Page", person.person_id, person.display_name, person.facts.get("cm_months"), on, edition)
"""


def write_report(
    folder: Path,
    *cells: str,
    toml: str = ABOUT_PERSON,
    parameters: str = PERSON_PARAMETERS,
) -> Path:
    """Write a report folder whose template runs these cells after its parameters."""
    sources = [
        parameters,
        "from casecert_data.reporting import current_person\n" + SHOW,
        *cells,
    ]
    folder.mkdir(parents=True)
    (folder / "report.toml").write_text(toml, encoding="utf-8")
    (folder / "template.ipynb").write_text(notebook_text(sources), encoding="utf-8")
    return folder


def notebook_text(sources: Sequence[str]) -> str:
    """Write a notebook of a title and these code cells, the first one tagged ``parameters``."""
    title: dict[str, object] = {
        "cell_type": "markdown",
        "id": "title",
        "metadata": {},
        "source": "# A page",
    }
    code: list[dict[str, object]] = [
        {
            "cell_type": "code",
            "execution_count": None,
            "id": f"cell-{at}",
            "metadata": {} if at else {"tags": ["parameters"]},
            "outputs": [],
            "source": source,
        }
        for at, source in enumerate(sources)
    ]
    cells = [title, *code]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
