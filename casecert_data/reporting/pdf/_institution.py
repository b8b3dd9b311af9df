"""Whoever hands a page out, as the typesetter takes it."""

from base64 import b64decode
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from casecert_data.catalog import say
from casecert_data.reporting.model._institution import Institution

_FORMATS = MappingProxyType({"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"})


def institution_to_set(institution: Institution | None) -> Mapping[str, Any] | None:
    """Return an institution as plain values, its logo as a list of bytes.

    Examples
    --------
    >>> institution_to_set(Institution("Lakeside College"))["name"]
    'Lakeside College'
    """
    if institution is None:
        return None
    logo = institution.logo and {
        "format": _FORMATS[institution.logo.media_type],
        # typst reads no base64.
        "bytes": list(b64decode(institution.logo.content)),
        "alt": say("institution.logo", name=institution.name),
        "width": institution.logo.width,
    }
    reached = institution.contact.ways() if institution.contact else ()
    return institution.to_json() | {"logo": logo, "reached": reached}
