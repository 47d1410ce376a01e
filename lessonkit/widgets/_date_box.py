"""The date box: try a date and see what it shows; after a try, reveal."""

from __future__ import annotations

import html

import ipywidgets
from IPython.display import display

from lessonkit.classroom import box, consider, exercise_named, revealed
from lessonkit.widgets._base import KEYS, button, row

_EXAMPLE = "14 July 1938"
_EMPTY = f"Write a day with its month and year into the line, for example {_EXAMPLE}, then Check."


class DateBox(ipywidgets.VBox):
    """A line to write a date in, Check and Reveal; it keeps nothing, the code it shows does.

    Parameters
    ----------
    exercise : str
        The exercise that asks for the date.

    Examples
    --------
    >>> box = DateBox("2.2")
    >>> box.text.value = "4 September 1938"
    >>> box.check.click()
    >>> "notes of its own" in box.message.value
    True
    """

    def __init__(self, exercise: str):
        exercise_named(exercise)  # a ValueError if there is none
        self.exercise = exercise
        self.text = ipywidgets.Text(
            description="Date", placeholder=_EXAMPLE, continuous_update=False
        )
        self.check = button("Check", "check")
        self.reveal = button("Reveal", "reveal")
        self.message, self.code = ipywidgets.HTML(), ipywidgets.HTML()
        self.message.add_class("lessonkit-status")
        self.check.on_click(lambda _: self._check())
        self.text.observe(lambda _: self._check(), "value")  # Enter, or leaving the line
        self.reveal.on_click(lambda _: self._reveal())
        bar = row(self.text, self.check, self.reveal)
        super().__init__([bar, self.message, self.code])
        self.add_class("lessonkit-keys")

    def _check(self) -> None:
        if not self.text.value.strip():
            self.message.value, self.code.value = box("unclear", "No date yet.", _EMPTY), ""
            return
        self.message.value = consider(self.exercise, self.text.value)[0]
        date = self.text.value.strip().replace("\\", "").replace('"', "")
        code = html.escape(f'check("{self.exercise}", "{date}")')
        self.code.value = (
            f"The same in code: <code>{code}</code>. This box keeps nothing: to hand it in, write "
            "the date in place of the three dots of the cell above, and run that."
        )

    def _reveal(self) -> None:
        self.message.value = revealed(self.exercise)[0]

    def _ipython_display_(self) -> None:
        display({"text/html": KEYS, "text/plain": ""}, raw=True)
        code = f'check("{self.exercise}", "{_EXAMPLE}")'
        bundle = self._repr_mimebundle_()
        bundle["text/plain"] = f"Try a date: {code}"
        bundle["text/html"] = f"<p>Try a date: <code>{html.escape(code)}</code></p>"
        display(bundle, raw=True)


def date_box(exercise: str) -> DateBox:
    """Open a box to try a date in.

    Parameters
    ----------
    exercise : str
        The exercise that asks for the date, such as ``"2.2"``.

    Returns
    -------
    DateBox

    Examples
    --------
    >>> date_box("2.2").check.description
    'Check'
    """
    return DateBox(exercise)
