"""One question at a time: what to ask now, a place for the answer, and what each would mean."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

import ipywidgets

from casecert_data.catalog import fact, say
from casecert_data.panels._compare_sentence import names_in_sentence
from casecert_data.panels._controls import in_grid
from casecert_data.panels._explained import Explained
from casecert_data.panels._field import Field
from casecert_data.panels._fields import field_for
from casecert_data.panels._next_question import NextQuestion
from casecert_data.panels._page import render
from casecert_data.panels._panel import Guard, framed
from casecert_data.panels._what_if import Consequence


class QuestionCard:
    """The next question, with a field of its own and two buttons.

    Parameters
    ----------
    guard
        Does a piece of work, and shows what it raises.
    answered
        Called with the name of a fact and what was answered.
    put_off
        Called with the name of a fact that is not to be asked now; None asks all again.

    Examples
    --------
    >>> given = []
    >>> card = QuestionCard(lambda work: work(), lambda *one: given.append(one), print)
    >>> card.show(NextQuestion("rn_years", ("cmgt_bc",), 1), ())
    >>> card.field.value = "5"
    >>> card.use.click()
    >>> given[0][0]
    'rn_years'
    """

    def __init__(
        self,
        guard: Guard,
        answered: Callable[[str, Any], None],
        put_off: Callable[[str | None], None],
    ) -> None:
        self._guard, self._answered, self._put_off = guard, answered, put_off
        self._is_pressed = False
        self.asked: NextQuestion | None = None
        """What is asked now; None where nothing is."""
        self.consequences: tuple[Consequence, ...] = ()
        """What each answer would mean."""
        self.field: Field[Any] | None = None
        """The place for the answer."""
        self.use = ipywidgets.Button(description=say("panel.client.use"))
        """Takes the answer over."""
        self.skip = ipywidgets.Button(description=say("panel.client.skip"))
        """Puts the question off."""
        self.again = ipywidgets.Button(description=say("panel.client.again"))
        """Asks what was put off."""
        self.use.add_class("cc-primary")
        self.use.on_click(lambda _: guard(self._use))
        self.skip.on_click(lambda _: guard(self._skip))
        self.again.on_click(lambda _: guard(lambda: put_off(None)))
        self._question, self._means = ipywidgets.HTML(), ipywidgets.HTML()
        self._question.add_class("cc-status")
        self._place = in_grid([])
        self._place.add_class("cc-asked")
        buttons = ipywidgets.HBox([self.use, self.skip, self.again])
        buttons.add_class("cc-btns")
        self.widget = framed([self._question, self._place, buttons, self._means], "cc-card")
        """The whole card."""

    @property
    def words(self) -> str:
        """What is asked, in words."""
        return "" if self.asked is None else fact(self.asked.fact).question

    def show(
        self,
        asked: NextQuestion | None,
        consequences: Sequence[Consequence],
        *,
        put_off: Collection[str] = (),
        known: object = None,
        numbers: Sequence[int] = (),
    ) -> None:
        """Ask a question, or say that none is left.

        Parameters
        ----------
        asked
            The question; None where none is left.
        consequences
            What each answer would mean.
        put_off
            Questions that were put off.
        known
            What is known so far of the fact that is asked for.
        numbers
            The numbers under which the view lists who asks for it.
        """
        is_new = asked is None or self.asked is None or asked.fact != self.asked.fact
        self.asked, self.consequences = asked, tuple(consequences)
        if asked is None:
            self.field = None
            self._place.children = []
        elif is_new:
            self.field = field_for(asked.fact)
            self._is_pressed = False
            self.field.fill(known)
            self.field.observe(lambda _: self._guard(self._use_what_came_late))
            self.field.lay_open()
            self.field.explain(Explained())
            self._place.children = [self.field.widget]
        self._question.value = render(
            "ask.html", card=self, settles=self._settles(), put_off=put_off
        )
        self._means.value = render(
            "means.html", consequences=self.consequences, numbers=numbers
        )
        is_asking = asked is not None
        for one, is_shown in (
            (self._place, is_asking),
            (self.use, is_asking),
            (self.skip, is_asking),
            (self.again, bool(put_off) and not is_asking),
        ):
            one.layout.display = None if is_shown else "none"

    def _settles(self) -> str:
        if self.asked is None:
            return ""
        key = "settles" if self.asked.answers == 1 else "for_it"
        return say(
            f"panel.client.{key}",
            names=names_in_sentence(self.asked.certification_ids),
            count=self.asked.answers,
        )

    def _use(self) -> None:
        if self.asked is None or self.field is None:
            return
        answer = self.field.read()
        if answer is None:
            self._is_pressed = True
            self.field.mark(self.field.error or say("panel.client.no_answer"))
            return
        self._answered(self.asked.fact, answer)

    def _use_what_came_late(self) -> None:
        # A busy browser sends the press of a button before what was typed just before it.
        is_typed = isinstance(self.field and self.field.control, ipywidgets.Text)
        if self._is_pressed and is_typed and self.field and self.field.read() is not None:
            self._use()

    def _skip(self) -> None:
        if self.asked is not None:
            self._put_off(self.asked.fact)
