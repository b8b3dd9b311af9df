"""An institution's own name, logo, color and contact: read, checked and made harmless."""

from casecert_data.reporting.institution._read import (
    institution_of_environment,
    read_institution,
)

__all__ = ["institution_of_environment", "read_institution"]
