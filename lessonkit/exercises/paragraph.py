"""The question that is answered with a paragraph: what a machine can see of it, and what it leaves."""

from __future__ import annotations

from lessonkit import quotes
from lessonkit.despatch import Despatch
from lessonkit.exercises.engine import NEARLY, RIGHT, UNCLEAR, Feedback
from lessonkit.exercises.kinds import Judge
from lessonkit.marks import PAGE


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
    quoted = [q for q in quotes.quotations(text) if len(q.split()) >= 3]
    missing = [
        q
        for q in quoted  # a copied passage may hold the marks that the reading leaves out
        if not quotes.occurs(q, despatch.reading) and not quotes.occurs(q, despatch.text)
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
