"""The question that is answered with a paragraph: what a machine can see of it, and what it leaves."""

from __future__ import annotations

import re
from collections.abc import Callable

from lessonkit.despatch import Despatch
from lessonkit.exercises.exercise import NEARLY, RIGHT, UNCLEAR, Feedback
from lessonkit.exercises.judges import Judge
from lessonkit.layout import PAGE, occurs, quoted_passages


def prose(shortest: int, longest: int, rubric: str) -> Judge:
    """Judge a paragraph by what a machine can see: its length, and that it quotes the text.

    Parameters
    ----------
    shortest, longest : int
        Words.
    rubric : str
        What a reader will look for; shown with every answer.

    Returns
    -------
    callable

    Examples
    --------
    >>> import lessonkit
    >>> judge = prose(3, 9, "Claim, quotation, limit.")
    >>> judge('Kirk calls it "an open secret".', lessonkit.load()).outcome
    'right'
    """

    def judge(answer: object, despatch: Despatch) -> Feedback:
        if not isinstance(answer, str):
            return Feedback(UNCLEAR, 'Write your text between three quotation marks: """ here """.')
        outcome, name, said = _prose(answer, despatch, shortest, longest)
        return Feedback(outcome, f"{said}\n{rubric}", name)

    return judge


def _prose(
    text: str, despatch: Despatch, shortest: int, longest: int
) -> tuple[str, str | None, str]:
    words = len(text.split())
    text = " ".join(
        PAGE.sub(" ", text).split()
    )  # whoever copies from the text copies a page's number, too
    quoted = [q for q in quoted_passages(text) if len(q.split()) >= 3]
    missing = [
        q
        for q in quoted  # a copied passage may hold the marks that the reading leaves out
        if not occurs(q, despatch.reading) and not occurs(q, despatch.text)
    ]
    if words < shortest:
        return NEARLY, "short", (
            f"{words} word{'' if words == 1 else 's'} so far; {shortest} to {longest} give you room for a claim, the "
            "words that prove it, and a limit. Which of the three is missing?"
        )  # fmt: skip
    if words > longest:
        return NEARLY, "long", (
            f"{words} words; the reader has time for {longest}. Which sentence could go without "
            "your claim losing its proof?"
        )  # fmt: skip
    if missing and len(missing) == len(quoted):  # one's own words may stand in marks beside it
        return NEARLY, "misquoted", (
            f"These words do not stand in the despatch like that: “{missing[0][:120]}”. "
            "Compare them with the reader word by word."
        )  # fmt: skip
    if not quoted:
        return NEARLY, "no quotation", (
            "A claim needs its proof: quote at least three words of the despatch, between "
            'quotation marks, "like this".'
        )  # fmt: skip
    return RIGHT, None, (
        f"{words} words{_stands(len(quoted), len(missing), despatch)} A machine sees no more; your "
        "partner or instructor reads the rest."
    )  # fmt: skip


def _stands(quoted: int, missing: int, despatch: Despatch) -> str:
    """Say how many of the quotations stand in the despatch, where not all of them do."""
    if not missing:
        return ", and what you quote stands in the despatch."
    there = "One of your quotations stands"
    if quoted - missing > 1:
        there = f"{quoted - missing} of your quotations stand"
    others = "the other" if missing == 1 else "the others"
    return f". {there} in No. {despatch.number}; {others} no machine has checked."


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


def further(
    judge: Judge, holds: Callable[[object, Despatch], object], name: str, message: str
) -> Judge:
    """Ask one thing more of an answer that a judge calls right.

    Parameters
    ----------
    judge : callable
        Judges first; whatever it does not call right stays as it is.
    holds : callable
        Whether the answer to a document has what is asked for besides.
    name, message : str
        The misconception of an answer that has not, and what to say to it.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = further(lambda answer, _: Feedback(RIGHT, "Yes."), lambda a, _: "7" in a, "no 7", "Which?")
    >>> judge("7 words", None).message, judge("words", None).message
    ('Yes.', 'Which?')
    """

    def judged(answer: object, despatch: Despatch) -> Feedback:
        feedback = judge(answer, despatch)
        if feedback.outcome != RIGHT or holds(answer, despatch):
            return feedback
        return Feedback(NEARLY, message, name)

    return judged
