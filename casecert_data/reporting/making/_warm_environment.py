"""What the warmed process finds around it, and what it does without."""

from types import MappingProxyType

ENVIRONMENT = MappingProxyType(
    {
        # A set in a template is gone through in the same order in each run, times are told as
        # in every other place, and text is read and written alike.
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        # No library starts threads that a copy of this process would lack.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "RAYON_NUM_THREADS": "1",
        "JE_ARROW_MALLOC_CONF": "background_thread:false",
        "JUPYTER_PLATFORM_DIRS": "1",
        # One template is checked: to write a program that checks thousands takes longer.
        "NBFORMAT_VALIDATOR": "jsonschema",
        "PLOTLY_RENDERER": "plotly_mimetype",
    }
)
"""What the environment of this process has on top of that of whoever starts it."""

NOT_USED = ("isoduration", "pyarrow", "rfc3987_syntax")
"""What papermill would import without using it, 1.8 seconds in all: a file system, and checks
of the addresses and durations that no notebook of ours has."""
