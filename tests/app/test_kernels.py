"""Kernels of JupyterLab keep what they print to the notebook."""

import asyncio

import pytest

from casecert_data.app._kernels import SilentKernel

pytestmark = pytest.mark.slow

START_SECONDS = 300


async def print_past_the_notebook(word: str) -> None:
    """Have a kernel write a word to the error stream that it was started with, and end it."""
    kernel = SilentKernel(kernel_name="python3")
    await kernel.start_kernel()
    client = kernel.client()
    client.start_channels()
    await client.wait_for_ready(timeout=START_SECONDS)
    # The kernel keeps its own stream where it found it, below the one that it shows.
    said = f"import sys; print({word!r}, file=sys.__stderr__, flush=True)"
    reply = await client.execute_interactive(said, timeout=START_SECONDS)
    client.stop_channels()
    await kernel.shutdown_kernel(now=True)

    assert reply["content"]["status"] == "ok"


def test_what_a_kernel_prints_does_not_reach_the_terminal(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """It could quote what was entered, and would stand there for whoever comes next."""
    asyncio.run(print_past_the_notebook("canary"))

    assert "canary" not in "".join(capfd.readouterr())
