"""What people click in a notebook: controls above, one answer below."""

from casecert_data.panels._chart_widget import ChartWidget

__all__ = ["ChartWidget"]
