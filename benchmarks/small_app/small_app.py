"""What every one of the small apps shows: bars of what some clients have and what they need."""

from casecert_data.charts import Chart, Gap, gap_bars

START, LEAST, MOST = 12, 3, 40
"""Where the slider stands at first, and how far it goes."""

_NEEDED = 60
_PARTS = 4


def charts(months: int, number: int) -> list[Chart]:
    """Describe the pictures for a position of the slider; every one of them changes with it."""
    return [_chart(client, months + client) for client in range(number)]


def words(months: int, number: int) -> list[str]:
    """Give what each of the pictures says then, and no other picture."""
    return [f"{_label(client)}: {months + client} months" for client in range(number)]


def _chart(client: int, months: int) -> Chart:
    names = [_label(client), *(f"Part {part}" for part in range(1, _PARTS))]
    return gap_bars(
        [
            Gap(label=name, needed=_NEEDED, found_low=months, found_high=months, unit="months")
            for name in names
        ]
    )


def _label(client: int) -> str:
    return f"Client {client}"
