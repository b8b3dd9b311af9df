"""What people click in a notebook: controls above, one answer below."""

from casecert_data.panels._chart_widget import ChartWidget
from casecert_data.panels._client_panel import ClientPanel
from casecert_data.panels._compare_panel import ComparePanel
from casecert_data.panels._employer_panel import EmployerSupportPanel
from casecert_data.panels._jobs_panel import JobsPanel
from casecert_data.panels._start_panel import StartPanel

__all__ = [
    "ChartWidget",
    "ClientPanel",
    "ComparePanel",
    "EmployerSupportPanel",
    "JobsPanel",
    "StartPanel",
]
