"""The answer for one client: a sentence, the next question, each outcome, and the sources."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import ipywidgets

from casecert_data.catalog import say, spell_date
from casecert_data.credentials import offers_for
from casecert_data.eligibility import Answer, Decision, names_of
from casecert_data.panels._client_view import OtherGroup, other_groups, ruled_lines
from casecert_data.panels._compare_sentence import compare_sentence
from casecert_data.panels._compare_view import Column, columns_of
from casecert_data.panels._explained import Explained
from casecert_data.panels._page import render
from casecert_data.panels._panel import framed
from casecert_data.panels._place_view import PlaceView, place_html, place_view
from casecert_data.panels._sources import Cited, cited, numbers_in, source_lines
from casecert_data.profiles import Profile


class ClientAnswer:
    """What changes when something else is known of the client, but for the question itself.

    Parameters
    ----------
    on
        The day asked about.
    card
        The next question, which stands beside the outcomes.
    also
        The choice of one more certification, which stands below them.
    still_true
        What is pressed where totals from an earlier day still hold.
    """

    columns: tuple[Column, ...]
    """What is told of each certification that is told in full."""
    sentence: str
    """The answer in a sentence."""
    html: str
    """The outcomes, as they are shown."""
    others: tuple[OtherGroup, ...]
    """What is told of the certifications that are not told in full."""
    place: PlaceView | None
    """What is known of the home state; None where nothing is."""
    notes: tuple[str, ...]
    """What is said below the answer's sentence."""

    def __init__(
        self,
        on: date,
        card: ipywidgets.Widget,
        also: ipywidgets.Widget,
        still_true: ipywidgets.Button,
    ) -> None:
        self._on, self._still_true = on, still_true
        self.columns, self.sentence, self.html = (), "", ""
        self.others, self.place, self.notes = (), None, ()
        self._ids: tuple[str, ...] = ()
        self._status, self._results, self._others = (ipywidgets.HTML() for _ in range(3))
        self._place, self._sources = ipywidgets.HTML(), ipywidgets.HTML()
        self._status.add_class("cc-status")
        still_true.add_class("cc-still-true")
        results = [self._results, self._others, framed([also], "cc-field")]
        both = framed([card, framed(results, "cc-results")], "cc-check")
        self.widgets = [self._status, still_true, both, self._place, self._sources]
        """All of it, from top to bottom."""

    def show(
        self,
        profile: Profile,
        answer: Answer,
        told: Sequence[Decision],
        *,
        to_correct: Iterable[str],
    ) -> None:
        """Tell some decisions in full, and the rest in a few lines.

        Parameters
        ----------
        profile
            What is known of the client.
        answer
            All decisions.
        told
            Those that are told in full, in order.
        to_correct
            Labels of the fields that cannot be read.
        """
        is_judged = bool(profile.facts)
        offers = offers_for(profile.facts)
        columns = columns_of(
            replace(answer, decisions=tuple(told)),
            is_judged=is_judged,
            offers={one.certification_id: one for one in offers} if is_judged else {},
        )
        # What it takes beside its requirements is told where certifications are compared.
        self.columns = tuple(replace(one, takes=(), mixed_up=None) for one in columns)
        licenses = profile.facts.get("license_codes")
        home = (profile.home_state, licenses if isinstance(licenses, tuple) else None, self._on)
        self.place = place_view(*home)
        ids = [one for column in self.columns for one in column.source_ids]
        home_ids = () if self.place is None else self.place.source_ids
        self._ids = tuple(dict.fromkeys([*ids, *home_ids]))
        self.sentence = (
            compare_sentence(told) if is_judged else say("panel.client.nothing_known")
        )
        self.html = render(
            "client.html",
            columns=self.columns,
            ruled=[list(ruled_lines(one)) for one in told],
            numbers_of=self.numbers_of,
        )
        rest = [one for one in answer.decisions if one not in told] if is_judged else []
        view = Explained()
        self._results.value = view.mark(self.html)
        self.others = other_groups(rest, offers)
        others = render("client_others.html", groups=self.others)
        self._others.value = view.mark(others)
        self._place.value = view.mark(place_html(*home, numbers_of=self.numbers_of))
        self._say(profile, answer, to_correct)

    def _say(self, profile: Profile, answer: Answer, to_correct: Iterable[str]) -> None:
        notes = [say("panel.fault.counts_as_unknown", label=one) for one in to_correct]
        as_of = profile.as_of
        is_aged = as_of is not None and as_of != self._on
        if as_of is not None and is_aged:
            notes.append(say("panel.aged", date=spell_date(as_of)))
        notes += [
            say("panel.ruling.left_out", name=names_of(one)["full_name"])
            for one in answer.rulings_left_out
        ]
        if cited(self._ids, self._on).ages:
            notes.append(say("panel.source.some_old"))
        self.notes = tuple(notes)
        self._still_true.layout.display = None if is_aged else "none"
        self._status.value = render("status.html", sentence=self.sentence, notes=notes)
        self._sources.value = render(
            "sources.html",
            sources=source_lines(self._ids, self._on),
            foot=say("panel.worked_out", date=spell_date(self._on)),
        )

    def numbers_of(self, where: Cited) -> list[int]:
        """Return the numbers under which the answer lists the sources of some words."""
        return numbers_in(self._ids)(where)
