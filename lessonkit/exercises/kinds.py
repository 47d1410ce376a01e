"""The kinds of questions: each makes the judge of one exercise from its key and messages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from lessonkit import quotes
from lessonkit.despatch import Despatch
from lessonkit.exercises.answers import as_day, as_number, key_of
from lessonkit.exercises.engine import NEARLY, RIGHT, UNCLEAR, Feedback

Judge = Callable[[object, Despatch], Feedback]
_once = lru_cache(maxsize=1)  # what follows from the despatch is the same for a whole class


class Wrong(NamedTuple):
    """A misconception: its name, what answer shows it, and what to say."""

    name: str
    when: str
    message: str


def choice(
    options: dict[str, str],
    key: str,
    right: str,
    wrong: list[Wrong],
    also: dict[str, str] | None = None,
) -> Judge:
    """Judge a choice between options that are called A, B, C …

    Parameters
    ----------
    options : dict
        Letter to wording.
    key : str
        The right letter.
    right : str
        What to say to it.
    wrong : list of Wrong
        One for each other letter, which is its `when`.
    also : dict, optional
        Other words for an option, to its letter.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = choice({"A": "yes", "B": "no"}, "A", "Yes.", [Wrong("no", "B", "Look again.")])
    >>> judge("b", None).misconception
    'no'
    """
    by_letter = {mistake.when: mistake for mistake in wrong}
    by_wording = {
        form: letter for letter, wording in options.items() for form in _forms(letter, wording)
    } | (also or {})

    def judge(answer: object, _: Despatch) -> Feedback:
        letter = by_wording.get(key_of(answer)) if isinstance(answer, str) else None
        if letter == key:
            return Feedback(RIGHT, right)
        if letter in by_letter:
            return Feedback(NEARLY, by_letter[letter].message, by_letter[letter].name)
        letters = ", ".join(options)
        return Feedback(UNCLEAR, f'Choose one of {letters} and write it like this: "A".')

    return judge


def _forms(letter: str, wording: str) -> list[str]:
    """Return the ways to write an option: its letter, its words, both; without the article."""
    words = key_of(wording)
    bare = re.sub(r"^(?:a|an|the) ", "", words)
    return [
        letter.lower(),
        words,
        bare,
        f"the {bare}",
        *(f"{letter.lower()} {w}" for w in (words, bare)),
    ]


def numbers(
    parts: list[tuple[str, Callable[[Despatch], float], list[Wrong], str]],
    right: str,
    tolerance: float = 0,
) -> Judge:
    """Judge one number or several; the first that is not right is spoken of.

    Parameters
    ----------
    parts : list of (str, callable, list of Wrong, str)
        For each number what it is, how it follows from the despatch, the misconceptions (`when`
        is the number as text), and what to say to any other number.
    right : str
        What to say if all are right.
    tolerance : float
        How far each may lie from the truth, in its own unit.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = numbers([("rows", lambda despatch: 8, [], "Count again.")], "Yes.")
    >>> judge(8, None).outcome, judge([7], None).outcome, judge("eight", None).outcome
    ('right', 'nearly', 'unclear')
    """

    parts = [(name, _once(truth), *said) for name, truth, *said in parts]

    def judge(answer: object, despatch: Despatch) -> Feedback:
        given = [as_number(part) for part in (answer if isinstance(answer, list) else [answer])]
        if None in given or len(given) != len(parts):
            names = " and ".join(part[0] for part in parts)
            return Feedback(UNCLEAR, f"Write {names} in digits, without quotation marks.")
        for number, (_, truth, wrong, otherwise) in zip(given, parts, strict=True):
            if abs(number - truth(despatch)) > tolerance:
                for mistake in wrong:
                    if number == float(mistake.when):
                        return Feedback(NEARLY, mistake.message, mistake.name)
                return Feedback(NEARLY, otherwise)
        return Feedback(RIGHT, right)

    return judge


def day(truth: Callable[[Despatch], date], right: str, wrong: list[Wrong], otherwise: str) -> Judge:
    """Judge a day, in any usual form.

    Parameters
    ----------
    truth : callable
        How the day follows from the despatch.
    right : str
        What to say to it.
    wrong : list of Wrong
        Misconceptions; `when` has days, ``YYYY-MM-DD``, parted by spaces; ``YYYY-MM-DD..`` is
        that day and all later ones.
    otherwise : str
        What to say to any other day.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = day(lambda despatch: date(1938, 9, 4), "Yes.", [], "Look again.")
    >>> judge("Sept. 4th, 1938", None).outcome, judge("September 4", None).message
    ('right', 'Of which year? Write the day with its year in full, for example "14 July 1938".')
    """

    truth = _once(truth)

    def judge(answer: object, despatch: Despatch) -> Feedback:
        given, missing = as_day(answer) if isinstance(answer, str) else (None, "day")
        if given is None:
            return Feedback(UNCLEAR, _MISSING[missing])
        if given == truth(despatch):
            return Feedback(RIGHT, right)
        for mistake in wrong:
            if any(_is_among(given, days) for days in mistake.when.split()):
                return Feedback(NEARLY, mistake.message, mistake.name)
        return Feedback(NEARLY, otherwise)

    return judge


_MISSING = {
    "day": 'Write one day with its month and year, for example "14 July 1938" or "1938-07-14".',
    "year": 'Of which year? Write the day with its year in full, for example "14 July 1938".',
    "month": 'Which number is the month? Write it as a word, for example "14 July 1938".',
    "calendar": "The calendar has no such day. How many days has that month?",
}


def _is_among(given: date, days: str) -> bool:
    first, open_end, _ = days.partition("..")
    return given.isoformat() == first or bool(open_end and given.isoformat() > first)


def short_text(accept: str, right: str, wrong: list[Wrong], otherwise: str) -> Judge:
    """Judge a few words, without regard to case, accents, punctuation and quotation marks.

    Parameters
    ----------
    accept : str
        A regular expression that a right answer holds.
    right : str
        What to say to it.
    wrong : list of Wrong
        Misconceptions, looked for first; `when` is a regular expression.
    otherwise : str
        What to say to any other answer.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = short_text("charge", "Yes.", [], "Look again.")
    >>> judge("The Chargé!", None).outcome
    'right'
    """

    def judge(answer: object, _: Despatch) -> Feedback:
        if not isinstance(answer, str):
            return Feedback(UNCLEAR, "Write a few words between quotation marks.")
        given = key_of(answer)
        for mistake in wrong:
            if re.search(mistake.when, given):
                return Feedback(NEARLY, mistake.message, mistake.name)
        return Feedback(RIGHT, right) if re.search(accept, given) else Feedback(NEARLY, otherwise)

    return judge


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
