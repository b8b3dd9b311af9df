"""Every exception, and every sentence of an error, for whoever runs casecert.

Five parts, in this order: where, which column or fact, what was expected, what was found, what
to do. All inherit `CasecertError`, so one ``except`` catches them.
"""

from casecert_data.errors._app import PortError, WorkspaceError
from casecert_data.errors._casecert_error import SHOWN_AT_MOST, CasecertError
from casecert_data.errors._catalog import CatalogError, DataCheckError
from casecert_data.errors._charts import ChartError
from casecert_data.errors._data_faults import DataFault
from casecert_data.errors._failed_reports import ReportFailedError
from casecert_data.errors._files import FileError
from casecert_data.errors._institution import InstitutionError
from casecert_data.errors._mappings import MappingError
from casecert_data.errors._names import (
    ClosedProgramError,
    DateRefusedError,
    OptionError,
    UnknownNameError,
)
from casecert_data.errors._nearest import did_you_mean, nearest
from casecert_data.errors._own_cells import OwnCellError
from casecert_data.errors._pages import PageError
from casecert_data.errors._profiles import ProfileError
from casecert_data.errors._reports import ReportError
from casecert_data.errors._roster_files import RosterFileError
from casecert_data.errors._rosters import RosterError, RosterPlaces
from casecert_data.errors._takeaway import TakeawayError

__all__ = [
    "SHOWN_AT_MOST",
    "CasecertError",
    "CatalogError",
    "ChartError",
    "ClosedProgramError",
    "DataCheckError",
    "DataFault",
    "DateRefusedError",
    "FileError",
    "InstitutionError",
    "MappingError",
    "OptionError",
    "OwnCellError",
    "PageError",
    "PortError",
    "ProfileError",
    "ReportError",
    "ReportFailedError",
    "RosterError",
    "RosterFileError",
    "RosterPlaces",
    "TakeawayError",
    "UnknownNameError",
    "WorkspaceError",
    "did_you_mean",
    "nearest",
]
