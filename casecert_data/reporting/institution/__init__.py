"""An institution's own name, logo, color and contact: read, checked and made harmless."""

from casecert_data.reporting.institution._read import read_institution

__all__ = ["read_institution"]
