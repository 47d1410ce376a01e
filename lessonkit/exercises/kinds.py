"""The kinds of questions: each makes the judge of one exercise from its key and messages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

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
    asides: dict[str, str] | None = None,
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
    asides : dict, optional
        Words that are no option, to what to say to them.

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
        words = key_of(answer) if isinstance(answer, str) else ""
        letter = by_wording.get(words) or _letter_first(answer, options)
        if letter == key:
            return Feedback(RIGHT, right)
        if letter in by_letter:
            return Feedback(NEARLY, by_letter[letter].message, by_letter[letter].name)
        like_this = f'Choose one of {", ".join(options)} and write it like this: "A".'
        return Feedback(UNCLEAR, f"{(asides or {}).get(words, '')} {like_this}".strip())

    return judge


def _letter_first(answer: object, options: dict[str, str]) -> str | None:
    """Read the letter in "B, because of Sir"; "A telegram" begins with none."""
    found = isinstance(answer, str) and re.match(
        r"\W*([a-z])\s*(?:[,.:;)–—-]|because\b)", answer.lower()
    )
    return found[1].upper() if found and found[1].upper() in options else None


def _forms(letter: str, wording: str) -> list[str]:
    """Return the ways to write an option: letter, words, both; no article, nothing in brackets."""
    whole = [key_of(wording), key_of(wording.partition("(")[0])]
    bare = [re.sub(r"^(?:a|an|the) ", "", words) for words in whole]
    words = [*whole, *bare, *(f"the {one}" for one in bare)]
    return [letter.lower(), *words, *(f"{letter.lower()} {one}" for one in words)]


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
        has numbers, parted by spaces), and what to say to any other number.
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
                    if number in map(float, mistake.when.split()):
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
        Misconceptions; `when` has days, ``YYYY-MM-DD``, parted by spaces; two of them joined
        by ``..`` are these and all days between.
    otherwise : str
        What to say to any other day.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = day(lambda despatch: date(1938, 9, 4), "Yes.", [], "Look again.")
    >>> judge("Sept. 4th, 1938", None).outcome, judge("September 4", None).message
    ('right', 'Of which year? Write the day with its year. For example "14 July 1938", or "1938-07-14".')
    """

    truth = _once(truth)

    def judge(answer: object, despatch: Despatch) -> Feedback:
        given, missing = as_day(answer) if isinstance(answer, str) else (None, _unquoted(answer))
        if given is None:
            return Feedback(UNCLEAR, f"{_MISSING[missing]} {_LIKE_THIS}")
        the_day = truth(despatch)
        if given == the_day:
            return Feedback(RIGHT, right)
        for mistake in wrong:
            if any(_is_among(given, days) for days in mistake.when.split()):
                return Feedback(NEARLY, mistake.message, mistake.name)
        if (given.month, given.day) == (the_day.month, the_day.day):
            return Feedback(NEARLY, _OTHER_YEAR, "another year")
        return Feedback(NEARLY, otherwise)

    return judge


_OTHER_YEAR = "Look at the year once more: is that the one in the text?"
_LIKE_THIS = 'For example "14 July 1938", or "1938-07-14".'
_MISSING = {
    "day": "Write one day with its month and year, between quotation marks.",
    "which": "Which day of it?",
    "year": "Of which year? Write the day with its year.",
    "four": "Write the year in full, with its four figures.",
    "month": "Which number is the month? Write it as a word.",
    "name": "I can read no month in that. Is its name spelt right? The day may go in digits.",
    "words": "Write only the day, please, and no other words beside it.",
    "calendar": "The calendar has no such day. How many days has that month?",
    "sum": "Python has made a number of that. Put quotation marks around the day.",
}


def _unquoted(answer: object) -> str:
    is_number = isinstance(answer, int | float) and not isinstance(answer, bool)
    return "sum" if is_number else "day"


def _is_among(given: date, days: str) -> bool:
    first, dots, last = days.partition("..")
    return first <= given.isoformat() <= (last if dots else first)


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
