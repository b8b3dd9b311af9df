"""Small steps from words of tables to sentences, and from any text to one that can be shown."""

import re

_NOT_SHOWN = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def shown_text(text: str) -> str:
    """Put a mark in the place of each character that neither XML nor a page can hold.

    Examples
    --------
    >>> shown_text("R-014" + chr(0))
    'R-014�'
    """
    return _NOT_SHOWN.sub("\N{REPLACEMENT CHARACTER}", text)


def start_sentence(text: str) -> str:
    """Begin with a capital letter.

    Examples
    --------
    >>> start_sentence("nearly half")
    'Nearly half'
    """
    return text[:1].upper() + text[1:]


def inside_sentence(text: str) -> str:
    """Begin with a small letter, unless the first word is a name in capitals.

    Examples
    --------
    >>> inside_sentence("Case managers who hold the CCM"), inside_sentence("CCM holders")
    ('case managers who hold the CCM', 'CCM holders')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
