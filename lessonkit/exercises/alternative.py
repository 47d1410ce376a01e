"""Questions whose answer is the alternative text of a chart."""

from __future__ import annotations

import re

from lessonkit.despatch import Despatch
from lessonkit.exercises.engine import NEARLY, RIGHT, UNCLEAR, Feedback
from lessonkit.exercises.kinds import Judge

SHORTEST, LONGEST = 40, 300  # characters: what a listener can hold

_PICTURE = re.compile(
    r"^\W*(?:an? |the |this )?(?:image|picture|photo|screenshot)\b", re.IGNORECASE
)
_KIND = re.compile(
    r"\b(?:charts?|plots?|graphs?|diagrams?|strips?|time ?-?lines?|bars?|histograms?|dots?)\b",
    re.IGNORECASE,
)
_AXES = re.compile(
    r"\b(?:ax[ei]s|along|across|against|over time|per|a row (?:each|for|a)|one (?:row )?(?:for|per)|rows? of|"
    r"from (?:the )?top|(?:from )?left to right|horizontal\w*|vertical\w*|upright|"
    r"line of (?:time|days|weeks|months|years|dates)|taller|longer)\b",
    re.IGNORECASE,
)
# numbers that only name a thing: a paper, a card, a row, a year
_NAMES = re.compile(r"\bno\.?\s*\d+|\b(?:[KdE]|lesson |doc\. )\d+\b|\b1[89]\d\d\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
_A_ROW = re.compile(r"\bone (?:row|line|bar|point|dot)\b", re.IGNORECASE)  # says no finding

_ASKED = {
    "no kind": "what kind of chart is it? (dots, bars, a strip, a timeline …)",
    "no axes": "what runs along it? Name the axes: along what, and a row for what",
    "no number": "what does it show? One finding, with its number",
}


def alternative_text(right: str) -> Judge:
    """Judge alternative text by what a machine can see: length, kind, axes, a number.

    Parameters
    ----------
    right : str
        What to say if all of it is there.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = alternative_text("Yes.")
    >>> judge("a chart of words", None).misconception
    'only the kind'
    >>> judge("Bar chart, a row for each section, along the words: the longest has 324.", None).outcome
    'right'
    """

    def judge(answer: object, _: Despatch) -> Feedback:
        if not isinstance(answer, str):
            return Feedback(UNCLEAR, "Write one or two sentences between quotation marks.")
        text = " ".join(answer.split())
        if name := _problem(text):
            return Feedback(NEARLY, _message(name, text), name)
        return Feedback(RIGHT, f"{len(text)} characters: kind, axes and a number. {right}")

    return judge


def _missing(text: str) -> list[str]:
    bare = _A_ROW.sub(" ", _NAMES.sub(" ", text))
    signs = (("no kind", _KIND, text), ("no axes", _AXES, text), ("no number", _NUMBER, bare))
    return [name for name, pattern, where in signs if not pattern.search(where)]


def _problem(text: str) -> str | None:
    missing = _missing(text)
    if _PICTURE.match(text):
        return "announces a picture"
    if missing == ["no axes", "no number"]:
        return "only the kind"
    if missing:
        return missing[0]
    if len(text) < SHORTEST:
        return "short"
    return "long" if len(text) > LONGEST else None


def _message(name: str, text: str) -> str:
    if name == "announces a picture":
        return (
            "Whoever listens has just heard that an image comes: the machine says so by itself. "
            "Begin with what kind of chart it is."
        )
    if name in ("short", "long"):
        return f"{len(text)} characters; {SHORTEST} to {LONGEST} are what a listener can hold. " + (
            "What would they ask next?" if name == "short" else "Which words could go?"
        )
    asked = "; ".join(_ASKED[one] for one in _missing(text))
    return f"Read it to somebody who cannot see the chart. They will ask: {asked}."
