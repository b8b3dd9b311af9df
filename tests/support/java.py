"""Java, on which the checkers of PDF and HTML run."""

import os
import shutil

import pytest


def needs_java() -> None:
    """Leave a test out where there is no Java; where all has to be there, fail it."""
    if shutil.which("java") is None:
        message = "Java is not installed (on Debian: apt-get install default-jre-headless)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
