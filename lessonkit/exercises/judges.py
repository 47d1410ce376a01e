"""The kinds of questions: each makes the judge of one exercise from its key and messages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from lessonkit.despatch import Despatch
from lessonkit.exercises.answers import as_day, as_number, key_of
from lessonkit.exercises.exercise import NEARLY, RIGHT, UNCLEAR, Feedback

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


def several(
    options: list[str],
    truth: Callable[[Despatch], set[str]],
    right: str,
    wrong: list[Wrong],
    otherwise: str,
) -> Judge:
    """Judge a set: which of the options hold, in whatever order they are named.

    Parameters
    ----------
    options : list of str
        All that can be named, each a word or a number.
    truth : callable
        How the right ones follow from the despatch.
    right : str
        What to say to them.
    wrong : list of Wrong
        Misconceptions, looked for in order; `when` has options parted by spaces, each with ``+``
        (was named) or ``-`` (was left out) before it, that all hold of the answer.
    otherwise : str
        What to say to any other set, after how many of those named are right.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = several(["1", "2", "3"], lambda despatch: {"1", "3"}, "Yes.", [], "Look again.")
    >>> judge({"set": [1, 3]}, None).outcome, judge("3 and 1", None).outcome
    ('right', 'right')
    >>> judge([1, 2], None).message
    '1 of the 2 that you name is right. Look again.'
    """
    known = {key_of(option): option for option in options}

    def judge(answer: object, despatch: Despatch) -> Feedback:
        named = _named(answer, known)
        if not named:
            return Feedback(
                UNCLEAR, f"Name some of {', '.join(options)}, like this: {_like(options)}."
            )
        if named == truth(despatch):
            return Feedback(RIGHT, right)
        for mistake in wrong:
            signs = mistake.when.split()
            if all((sign[1:] in named) == (sign[0] == "+") for sign in signs):
                return Feedback(NEARLY, mistake.message, mistake.name)
        hits = len(named & truth(despatch))
        count = f"{hits or 'None'} of the {len(named)} that you name {'is' if hits < 2 else 'are'} right."
        return Feedback(NEARLY, f"{count} {otherwise}")

    return judge


def order(
    lines: list[str], rights: list[str], right: str, wrong: list[Wrong], otherwise: str
) -> Judge:
    """Judge an order of lines that are called A, B, C … (a Parsons problem).

    Parameters
    ----------
    lines : list of str
        The letters that are put in order.
    rights : list of str
        Every order that works, such as ``"BADC"``.
    right : str
        What to say to them.
    wrong : list of Wrong
        Misconceptions, looked for in order; `when` has two letters, the first of which was
        put before the second.
    otherwise : str
        What to say to any other order.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = order(["A", "B"], ["BA"], "Yes.", [Wrong("too soon", "AB", "B first.")], "")
    >>> judge("b, a", None).outcome, judge(["A", "B"], None).misconception, judge("A", None).outcome
    ('right', 'too soon', 'unclear')
    """

    def judge(answer: object, _: Despatch) -> Feedback:
        parts = answer if isinstance(answer, list) else [answer]
        given = "".join(
            re.sub(r"[^A-Z]", "", part.upper()) for part in parts if isinstance(part, str)
        )
        if sorted(given) != sorted(lines):
            letters = ", ".join(lines)
            example = "".join(reversed(lines))
            return Feedback(UNCLEAR, f'Use each of {letters} once, like this: "{example}".')
        if given in rights:
            return Feedback(RIGHT, right)
        for mistake in wrong:
            first, second = mistake.when
            if given.index(first) < given.index(second):
                return Feedback(NEARLY, mistake.message, mistake.name)
        return Feedback(NEARLY, otherwise)

    return judge


def _named(answer: object, known: dict[str, str]) -> set[str]:
    """Return the options named, none of them if something else is named as well."""
    if isinstance(answer, dict):
        answer = answer.get("set", [])
    if isinstance(answer, str):
        answer = re.split(r"[,;\s]+|\band\b", answer)
    parts = answer if isinstance(answer, list) else [answer]
    kept = [part for part in parts if isinstance(part, str | int) and not isinstance(part, bool)]
    keys = [key for part in kept if (key := key_of(str(part)))]
    if len(kept) < len(parts) or any(key not in known for key in keys):
        return set()
    return {known[key] for key in keys}


def _like(options: list[str]) -> str:
    digits = all(option.isdigit() for option in options)
    return "{" + ", ".join(option if digits else f'"{option}"' for option in options[:2]) + "}"


def pairs(
    truth: Callable[[Despatch], dict[str, int]], right: str, wrong: list[Wrong], otherwise: str
) -> Judge:
    """Judge pairs: for each name a number.

    Parameters
    ----------
    truth : callable
        How the pairs follow from the despatch.
    right : str
        What to say to them.
    wrong : list of Wrong
        Misconceptions, looked for in order; `when` has pairs such as ``5:5`` parted by spaces
        that all stand in the answer.
    otherwise : str
        What to say to any other pairs, after how many of them fit; not which.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = pairs(lambda despatch: {"5": 1, "*": 2}, "Yes.", [], "Look again.")
    >>> judge({"5": 1, "*": "2"}, None).outcome, judge({"5": 2, "*": 2}, None).message
    ('right', '1 of 2 fits. Look again.')
    >>> judge({"5": 1}, None).message
    'Give each its number. Still without one: *.'
    """

    def judge(answer: object, despatch: Despatch) -> Feedback:
        known = truth(despatch)
        given = _paired(answer, known)
        if missing := [name for name in known if given.get(name) is None]:
            return Feedback(
                UNCLEAR, f"Give each its number. Still without one: {', '.join(missing)}."
            )
        if given == known:
            return Feedback(RIGHT, right)
        for mistake in wrong:
            if all(given[name] == float(number) for name, number in _split(mistake.when)):
                return Feedback(NEARLY, mistake.message, mistake.name)
        hits = sum(given[name] == number for name, number in known.items())
        fits = f"{hits or 'None'} of {len(known)} {'fits' if hits < 2 else 'fit'}."
        return Feedback(NEARLY, f"{fits} {otherwise}")

    return judge


def _paired(answer: object, known: dict[str, int]) -> dict[str, float | None]:
    """Return the pairs given: of a dictionary, or of a list in the order of the known names."""
    if isinstance(answer, list) and len(answer) == len(known):
        answer = dict(zip(known, answer, strict=True))
    if not isinstance(answer, dict):
        return {}
    given = {name.strip(): as_number(number) for name, number in answer.items()}
    return {name: given.get(name) for name in known} if set(given) <= set(known) else {}


def _split(when: str) -> list[tuple[str, str]]:
    return [tuple(pair.rsplit(":", 1)) for pair in when.split()]
