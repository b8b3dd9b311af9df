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


def compile_templates() -> None:
    """Compile every template now, so that the first answer need not wait for it.

    Examples
    --------
    >>> compile_templates()
    """
    for name in _environment().list_templates(extensions=["html"]):
        _environment().get_template(name)


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
