"""The line of a file on which a name is given, for the message that tells of a fault."""

import re

_ENTRY = re.compile(r"(\w+)\[(\d+)\](?:\.(\w+))?")


def line_of(text: str, name: str) -> int | None:
    r"""Return the line on which a name is given, as an editor counts; None if it is nowhere.

    The parsers give no line for a value, so the line of its name serves. An entry of a list of
    tables, such as ``rulings[1].outcome``, has the line of its name, or of its heading.

    Examples
    --------
    >>> line_of("# me\ncm_months = 3", "cm_months")
    2
    >>> line_of("[[rulings]]\noutcome = 1\n[[rulings]]\noutcome = 2", "rulings[1].outcome")
    4
    """
    if not name:
        return None
    entry = _ENTRY.fullmatch(name)
    if entry is None:
        return _first(text.splitlines(), _given(name))
    listed, at, inside = entry[1], int(entry[2]), entry[3]
    lines = text.splitlines()
    heading = re.compile(rf"^\s*\[\[\s*{re.escape(listed)}\s*\]\]")
    heads = [number for number, line in enumerate(lines) if heading.match(line)]
    if at >= len(heads):
        return _first(lines, _given(listed))
    start, end = heads[at], (heads[at + 1] if at + 1 < len(heads) else len(lines))
    within = _first(lines[start:end], _given(inside)) if inside else None
    return start + (within or 1)


def _given(name: str) -> re.Pattern[str]:
    return re.compile(rf"""^[\s{{,\[]*["']?{re.escape(name)}["']?\s*[=:\]]""")


def _first(lines: list[str], pattern: re.Pattern[str]) -> int | None:
    return next((at for at, line in enumerate(lines, start=1) if pattern.match(line)), None)
