"""Whoever hands out a page: name, logo, color, contact and last words, as a page's pieces."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from casecert_data.reporting.model._pieces import Piece

INSTITUTION_VARIABLE = "CASECERT_INSTITUTION"
"""Environment variable that names the institution's file where nothing else does."""


@dataclass(frozen=True, slots=True)
class Logo(Piece):
    """A picture that was read, made harmless and written anew."""

    media_type: Literal["image/png", "image/jpeg", "image/svg+xml"]
    """What its bytes are."""
    content: str
    """Its bytes in base64."""
    width: int
    """How wide it stands on a page, in thousandths of an inch."""
    height: int
    """How high it stands on a page, in thousandths of an inch."""


@dataclass(frozen=True, slots=True)
class Contact(Piece):
    """How an institution is reached; each in the words of its file, or None."""

    address: str | None = None
    """Street and town, in one line."""
    phone: str | None = None
    """Number, as it is written."""
    mail: str | None = None
    """Address of its mailbox."""
    web: str | None = None
    """Address of its page, with ``https://``."""

    def ways(self) -> tuple[tuple[str, str | None], ...]:
        """Return each way to reach it, as words and what they lead to; None for no link.

        Examples
        --------
        >>> Contact(phone="218 555 0114", web="https://college.example/").ways()
        (('218 555 0114', None), ('college.example', 'https://college.example/'))
        """
        mail = self.mail and (self.mail, f"mailto:{self.mail}")
        web = self.web and (self.web.partition("://")[2].rstrip("/"), self.web)
        plain = ((words, None) for words in (self.address, self.phone) if words)
        return (*plain, *(one for one in (mail, web) if one))


@dataclass(frozen=True, slots=True)
class Institution(Piece):
    """What a page shows of whoever hands it out.

    Examples
    --------
    >>> college = Institution("Lakeside College", color="#1d4f86")
    >>> college.digest == Institution("Lakeside College", color="#1d4f86").digest
    True
    """

    name: str
    """As it stands at the top of the page, in the metadata and as the logo's text."""
    logo: Logo | None = None
    """At the right end of the masthead."""
    color: str | None = None
    """Of the rule under the masthead, such as ``#1d4f86``; ink if None."""
    contact: Contact | None = None
    """Under the name."""
    footer: str | None = None
    """Last words of the page."""

    def check(self) -> None:
        """Refuse an empty name."""
        self.require_text("name")

    def words(self) -> str:
        """Return all that is said of it, for whoever needs to know the letters.

        Examples
        --------
        >>> Institution("Lakeside College", footer="Room 210.").words()
        'Lakeside College Room 210.'
        """
        ways = (words for words, _ in self.contact.ways()) if self.contact else ()
        return " ".join(filter(None, (self.name, *ways, self.footer)))

    @property
    def digest(self) -> str:
        """Return 64 hexadecimal digits that change with anything that a page shows of it."""
        return sha256(json.dumps(self.to_json(), sort_keys=True).encode()).hexdigest()
