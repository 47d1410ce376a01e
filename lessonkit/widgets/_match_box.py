"""Match: choose for each marker in the text the note that it calls."""

from __future__ import annotations

import html

import ipywidgets
from IPython.display import display

from lessonkit.classroom import consider, exercise_named
from lessonkit.despatch import Despatch
from lessonkit.widgets._base import KEYS, as_code, button

_BEFORE, _AFTER = 72, 32  # characters shown of what stands around a marker
_NOTE = 60  # and of a note


class Match(ipywidgets.VBox):
    """For each marker its sentence and a list of notes; it keeps nothing, the code it shows does.

    Parameters
    ----------
    despatch : Despatch
        The document.
    exercise : str
        The exercise that asks for the pairs.
    pairs : dict, optional
        Pairs to begin with, such as those that a check has found fault with.

    Raises
    ------
    ValueError
        If there is no such exercise, or the text has no marker.

    Examples
    --------
    >>> import lessonkit
    >>> box = Match(lessonkit.load(), "6.2")
    >>> box.choices["5"].value = 5
    >>> box.check.click()
    >>> "Still without one: 6, 7, *, 8, 9" in box.message.value
    True
    """

    def __init__(self, despatch: Despatch, exercise: str, pairs: object = None):
        called = despatch.notes.dropna(subset="marker_start").sort_values("marker_start")
        exercise_named(exercise)  # a ValueError if there is none
        if called.empty:
            raise ValueError("match: expected a text with note markers, found none.")
        self.exercise = exercise
        notes = [
            (f"note {note}: {_short(words)}", note)
            for note, words in despatch.notes[["note", "text"]].itertuples(index=False)
        ]
        self.choices = {
            one.marker: ipywidgets.Dropdown(
                options=[("choose a note", None), *notes], description=f"Marker {one.marker}",
                layout={"width": "40em", "max_width": "100%"},
            )
            for one in called.itertuples()
        }  # fmt: skip
        self.check = button("Check", "check")
        self.message, self.code = ipywidgets.HTML(), ipywidgets.HTML()
        self.message.add_class("lessonkit-status")
        self.check.on_click(lambda _: self._check())
        begun = pairs if isinstance(pairs, dict) else {}  # the dots stand, or it is no dictionary
        for marker, choice in self.choices.items():
            if begun.get(marker) in despatch.notes["note"].tolist():
                choice.value = int(begun[marker])
            choice.observe(lambda _: self._say_code(), "value")
        self._places = [_around(despatch, one) for one in called.itertuples()]
        rows = [
            ipywidgets.VBox([ipywidgets.HTML(place), choice])
            for place, choice in zip(self._places, self.choices.values(), strict=True)
        ]
        super().__init__([*rows, self.check, self.message, self.code])
        self.add_class("lessonkit-keys")
        if begun:
            self._say_code()

    @property
    def answer(self) -> dict[str, int]:
        """The pairs chosen so far."""
        chosen = {marker: choice.value for marker, choice in self.choices.items()}
        return {marker: note for marker, note in chosen.items() if note is not None}

    def _check(self) -> None:
        self.message.value = consider(self.exercise, self.answer)[0]
        self._say_code()

    def _say_code(self) -> None:
        self.code.value = (
            "The same in code. This box keeps nothing: to hand it in, replace the first line of the cell "
            f"above by this one, and run that.{as_code(_code(self.answer))}"
        )

    def _ipython_display_(self) -> None:
        display({"text/html": KEYS, "text/plain": ""}, raw=True)
        code = _code(dict.fromkeys(self.choices, ...))
        bundle = self._repr_mimebundle_()
        bundle["text/plain"] = f"Choose a note for each marker: {code}"
        bundle["text/html"] = (
            f"{''.join(f'<p>{place}</p>' for place in self._places)}"
            f"<p>Choose a note for each marker: <code>{html.escape(code)}</code></p>"
        )
        display(bundle, raw=True)


def match(despatch: Despatch, exercise: str, pairs: object = None) -> Match:
    """Open a box to match each marker with its note.

    Parameters
    ----------
    despatch : Despatch
        The document.
    exercise : str
        The exercise that asks for the pairs, such as ``"6.2"``.
    pairs : dict, optional
        Pairs to begin with; anything else, such as ``...``, is none.

    Returns
    -------
    Match

    Examples
    --------
    >>> import lessonkit
    >>> match(lessonkit.load(), "6.2").choices["*"].description
    'Marker *'
    """
    return Match(despatch, exercise, pairs)


def _code(pairs: dict[str, object]) -> str:
    told = ", ".join(
        f'"{marker}": {"..." if note is ... else note}' for marker, note in pairs.items()
    )
    return f"calls = {{{told}}}"


def _around(despatch: Despatch, note) -> str:
    """Set the words around a marker, cut at spaces, the marker raised and in bold."""
    start, end = int(note.marker_start), int(note.marker_start) + len(note.marker)
    block = next(b for b in despatch.layout.blocks if b.start <= start < b.end)
    before = despatch.layout.read(block.start, start)
    after = despatch.layout.read(end, block.end)
    if len(before) > _BEFORE:
        before = "… " + before[-_BEFORE:].partition(" ")[2]
    if len(after) > _AFTER:
        after = after[:_AFTER].rpartition(" ")[0] + " …"
    return (
        f"<span>{html.escape(before)}<sup><b>{html.escape(note.marker)}</b></sup> "
        f"{html.escape(after)}</span>"
    )


def _short(words: str) -> str:
    return words if len(words) <= _NOTE else words[:_NOTE].rpartition(" ")[0] + " …"
