"""HTML of the answers, from templates in which every word of a person stays text."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from casecert_data.catalog import say


def render(template: str, **values: Any) -> str:
    """Fill one of the package's templates; what looks like markup in a value is shown as text.

    Examples
    --------
    >>> render("hint.html", words="Tom & Ann <b>")
    '<p class="cc-hint">Tom &amp; Ann &lt;b&gt;</p>'
    """
    return _environment().get_template(template).render(**values).strip()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(say=say)
    return environment
