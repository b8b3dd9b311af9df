"""papermill's command line and ``jupyter nbconvert``, both for each report."""

from _commands import make_html
from _people import measure, task

FOUND = task("Make the reports by papermill's command line and jupyter nbconvert.")

measure(FOUND, lambda person, private: make_html(FOUND, person, private))
