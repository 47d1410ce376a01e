"""Questions answered in prose: what a machine can see of it, and what it leaves to a reader."""

from __future__ import annotations

import re
from typing import NamedTuple

from lessonkit.exercises.exercise import NEARLY, RIGHT, UNCLEAR, Feedback, Judge
from lessonkit.exercises.facts import Facts
from lessonkit.layout import PAGE, occurs, plain_words, quoted_passages

_SHORTEST_QUOTATION = 3  # words


class Required(NamedTuple):
    """One thing more that a paragraph must hold: a pattern, in the text or in a quotation."""

    pattern: str
    in_quotation: bool
    misconception: str
    say: str


def prose(
    words: tuple[int, int], rubric: str, required: Required | None = None, misquoted: str = ""
) -> Judge:
    """Judge a paragraph by what a machine can see: its length, and that it quotes the document.

    `words` are the fewest and the most; `rubric`, what a reader will look for, is shown with
    every answer; `misquoted` is said where no quotation is in the document.

    >>> judge = prose((3, 9), "Claim, quotation, limit.")
    >>> judge('Kirk calls it "an open secret".', Facts(reading="it is an open secret")).outcome
    'right'
    """

    def judge(answer: object, facts: Facts) -> Feedback:
        if not isinstance(answer, str):
            return Feedback(UNCLEAR, 'Write your text between three quotation marks: """ here """.')
        outcome, name, said = _prose(answer, facts, *words)
        if name == "misquoted" and misquoted:
            said = misquoted
        if outcome == RIGHT and required and not _holds(required, answer, facts):
            outcome, name, said = NEARLY, required.misconception, required.say
        return Feedback(outcome, f"{said}\n{rubric}", name)

    return judge


def _holds(required: Required, text: str, facts: Facts) -> bool:
    if not required.in_quotation:
        return re.search(required.pattern, text) is not None
    return any(
        re.search(required.pattern, plain_words(quoted)) and occurs(quoted, facts.reading)
        for quoted in _quotations(text)
    )


def _quotations(text: str) -> list[str]:
    return [q for q in quoted_passages(text) if len(q.split()) >= _SHORTEST_QUOTATION]


def _prose(text: str, facts: Facts, shortest: int, longest: int) -> tuple[str, str | None, str]:
    words = len(text.split())
    text = " ".join(PAGE.sub(" ", text).split())  # a copied passage may hold a page's number
    quoted = _quotations(text)
    missing = [
        q
        for q in quoted  # a copied passage may hold the marks that the reading leaves out
        if not occurs(q, facts.reading) and not occurs(q, facts.text)
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
    if missing and len(missing) == len(quoted):  # the student's own words may be quoted, too
        return (
            NEARLY,
            "misquoted",
            (
                f"These exact words are not in the document: “{missing[0][:120]}”. Compare them with the "
                "reader word by word."
            ),
        )
    if not quoted:
        return (
            NEARLY,
            "no quotation",
            (
                "A claim needs its proof: quote at least three words of the document, between "
                'quotation marks, "like this".'
            ),
        )
    return (
        RIGHT,
        None,
        (
            f"{words} words{_found(len(quoted), len(missing), facts)} That is all a computer can check; "
            "your partner or instructor judges the rest."
        ),
    )


def _found(quoted: int, missing: int, facts: Facts) -> str:
    """Say how many of the quotations are in the document, where not all of them are."""
    if not missing:
        return ", and what you quote is in the document."
    some = "One of your quotations is"
    if quoted - missing > 1:
        some = f"{quoted - missing} of your quotations are"
    document = f"No. {facts.number}" if facts.number else "the document"
    others = "the other" if missing == 1 else "the others"
    return f". {some} in {document}; {others} no program has checked."


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

    >>> judge = alternative_text("Yes.")
    >>> judge("a chart of words", Facts()).misconception
    'only the kind'
    >>> judge("Bar chart, a row for each section, along the words: the longest has 324.", Facts()).outcome
    'right'
    """

    def judge(answer: object, _: Facts) -> Feedback:
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
