"""The tag box: claim after claim, two questions each, and the code that hands the tags in."""

from __future__ import annotations

import html
import json

import ipywidgets
import pandas as pd
from IPython.display import display

from lessonkit.despatch import Despatch
from lessonkit.exercises import TAGS
from lessonkit.layout import Sentences
from lessonkit.style import HIGHLIGHT, INK, PAPER
from lessonkit.widgets._base import KEYS, as_code, button, row

_QUESTIONS = (
    "Hedged: does a word leave room for doubt?",
    "Attributed: does it say through whom it is known?",
)
_WORDS = {answers: tag for tag, answers in TAGS.items()}
_IN_A_LINE = 3  # tags in a line of code
_STYLE = (
    f"max-width:36em;padding:0.8em 1.6em;background:{PAPER};color:{INK};border:1px solid #d0d0d0;"
    "font:1.15em/1.6 Georgia,'Times New Roman',serif"
)


class TagBox(ipywidgets.VBox):
    """Claims one at a time, each in its sentence; two yes or no questions give it a tag.

    It keeps nothing: the code that it shows is what is handed in.

    Parameters
    ----------
    despatch : Despatch
        The document.
    claims : pandas.DataFrame
        Rows of its events table.
    tags : dict, optional
        Tags to begin with, such as those that a check has found fault with.

    Examples
    --------
    >>> import lessonkit
    >>> despatch = lessonkit.load()
    >>> box = TagBox(despatch, despatch.events.head(2))
    >>> box.hedged.value, box.attributed.value = "No", "Yes"
    >>> box.tags
    {'E01': 'attributed'}
    """

    def __init__(self, despatch: Despatch, claims: pd.DataFrame, tags: object = None):
        if not {"event", "start", "end"} <= set(claims) or claims.empty:
            raise ValueError("tag_box: expected rows of despatch.events, found none.")
        self._claims = [
            (str(claim.event), _sentence(despatch, claim.start, claim.end))
            for claim in claims.itertuples()
        ]
        begun = tags if isinstance(tags, dict) else {}  # the dots stand, or it is no dictionary
        self._answers = {event: _answers_of(begun.get(event)) for event, _ in self._claims}
        self.position = 0
        self.previous, self.next = button("Previous", "previous"), button("Next", "next")
        self.hedged, self.attributed = (_yes_or_no(question) for question in _QUESTIONS)
        self._status, self._page, self._code = (ipywidgets.HTML() for _ in range(3))
        self._status.add_class("lessonkit-status")
        self.previous.on_click(lambda _: self.go(self.position - 1))
        self.next.on_click(lambda _: self.go(self.position + 1))
        for switch in (self.hedged, self.attributed):
            switch.observe(self._keep, "value")
        bar = row(self.previous, self.next, self._status)
        super().__init__([bar, self._page, self.hedged, self.attributed, self._code])
        self.add_class("lessonkit-keys")
        self.go(0)

    @property
    def tags(self) -> dict[str, str]:
        """The tags so far: of each claim that has both answers one of the words of `TAGS`."""
        both = [tuple(self._answers[event].get(q) for q in _QUESTIONS) for event in self._answers]
        return {
            event: _WORDS[tuple(answer == "Yes" for answer in answers)]
            for event, answers in zip(self._answers, both, strict=True)
            if None not in answers
        }

    def go(self, position: int) -> None:
        """Show a claim: 0 is the first; beyond either end nothing moves."""
        self.position = min(max(position, 0), len(self._claims) - 1)
        event, sentence = self._claims[self.position]
        given = dict(self._answers[event])  # setting a switch calls _keep
        for switch in (self.hedged, self.attributed):
            switch.value = given.get(switch.description)
        self._page.value = f'<div style="{_STYLE}">{sentence}</div>'
        self._say()

    def _keep(self, change: dict) -> None:
        event, _ = self._claims[self.position]
        if change["new"] is not None:
            self._answers[event][change["owner"].description] = change["new"]
        self._say()

    def _say(self) -> None:
        event, _ = self._claims[self.position]
        tag = self.tags.get(event, "no tag yet")
        self._status.value = (
            f"Claim {self.position + 1} of {len(self._claims)}, {html.escape(event)}: {tag}. "
            f"{len(self.tags)} tagged"
        )
        self._code.value = (
            "The same in code. This box keeps nothing: to hand your tags in, put the code into the "
            "cell above, in place of the three dots (or of the tags that stand there), and run that."
            f"{as_code(code_of(self.tags))}"
        )

    def _ipython_display_(self) -> None:
        display({"text/html": KEYS, "text/plain": ""}, raw=True)
        bundle = self._repr_mimebundle_()
        blank = code_of({event: "..." for event, _ in self._claims})
        ask = " ".join(_QUESTIONS)
        words = ", ".join(TAGS)
        listed = "".join(
            f"<p><strong>{html.escape(event)}</strong> {text}</p>" for event, text in self._claims
        )
        bundle["text/plain"] = f"{ask} Give each claim a word: {words}.\n{blank}"
        bundle["text/html"] = (
            f'<div style="{_STYLE}"><p>{ask} Give each claim a word: {words}.</p>{listed}'
            f"{as_code(blank)}</div>"
        )
        display(bundle, raw=True)


def tag_box(despatch: Despatch, claims: pd.DataFrame, tags: object = None) -> TagBox:
    """Open a box to tag claims in: hedged? attributed?

    Parameters
    ----------
    despatch : Despatch
        The document.
    claims : pandas.DataFrame
        Rows of its events table.
    tags : dict, optional
        Tags to begin with; anything else, such as ``...``, is none.

    Returns
    -------
    TagBox

    Raises
    ------
    ValueError
        If there are no such rows.

    Examples
    --------
    >>> import lessonkit
    >>> despatch = lessonkit.load()
    >>> tag_box(despatch, despatch.events.head(3), {"E02": "both"}).tags
    {'E02': 'both'}
    """
    return TagBox(despatch, claims, tags)


def code_of(tags: dict[str, str]) -> str:
    """Write tags as the code that hands them in.

    Parameters
    ----------
    tags : dict
        Claim to tag.

    Returns
    -------
    str

    Examples
    --------
    >>> print(code_of({"E12": "both", "E17": "neither"}))
    {
        "E12": "both", "E17": "neither",
    }
    >>> code_of({})
    '{}'
    """
    if not tags:
        return "{}"
    pairs = [f'{json.dumps(event, ensure_ascii=False)}: "{tag}",' for event, tag in tags.items()]
    lines = [" ".join(pairs[at : at + _IN_A_LINE]) for at in range(0, len(pairs), _IN_A_LINE)]
    return "\n".join(["{", *(f"    {line}" for line in lines), "}"])


def _sentence(despatch: Despatch, start: int, end: int) -> str:
    """Return the sentence of a passage as HTML, the passage itself set off."""
    laid = despatch.layout
    first, last = laid.in_reading(int(start), int(end))
    sentences = Sentences(laid.reading)
    begin, stop = sentences.around(first)[0], sentences.around(last - 1)[1]
    before, passage, after = (
        html.escape(laid.reading[a:b], quote=False)
        for a, b in ((begin, first), (first, last), (last, stop))
    )
    return f'{before}<mark style="background:{HIGHLIGHT};color:{INK}">{passage}</mark>{after}'


def _answers_of(tag: object) -> dict[str, str]:
    answers = TAGS.get(tag) if isinstance(tag, str) else None
    return {q: "Yes" if a else "No" for q, a in zip(_QUESTIONS, answers or (), strict=False)}


def _yes_or_no(question: str) -> ipywidgets.ToggleButtons:
    return ipywidgets.ToggleButtons(
        options=["Yes", "No"], value=None, description=question,
        style={"button_width": "5em", "description_width": "initial"},
    )  # fmt: skip
