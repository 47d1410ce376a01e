"""The judges of most kinds of questions: each is made from an exercise's key and messages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from lessonkit.exercises.answers import as_day, as_number, key_of
from lessonkit.exercises.exercise import NEARLY, RIGHT, UNCLEAR, Feedback, Judge
from lessonkit.exercises.facts import Facts


class Wrong(NamedTuple):
    """A misconception: its name, what answers show it (each kind has its own way), what to say."""

    name: str
    when: tuple
    message: str


class Part(NamedTuple):
    """One of the numbers asked for: what it is, its truth, misconceptions, what to say to others."""

    what: str
    truth: Callable[[Facts], float]
    wrong: list[Wrong]
    otherwise: str


def _nearly(mistake: Wrong) -> Feedback:
    return Feedback(NEARLY, mistake.message, mistake.name)


def choice(
    options: dict[str, str],
    key: str,
    right: str,
    wrong: list[Wrong],
    also: dict[str, str] | None = None,
    asides: dict[str, str] | None = None,
) -> Judge:
    """Judge a choice between options that are called A, B, C …; `when` has letters.

    `also` has other words for an option, `asides` words that are no option, with what to say.

    >>> judge = choice({"A": "yes", "B": "no"}, "A", "Yes.", [Wrong("no", ("B",), "Look again.")])
    >>> judge("b", Facts()).misconception
    'no'
    """
    by_letter = {letter: mistake for mistake in wrong for letter in mistake.when}
    by_wording = {
        form: letter for letter, wording in options.items() for form in _forms(letter, wording)
    } | (also or {})

    def judge(answer: object, _: Facts) -> Feedback:
        words = key_of(answer) if isinstance(answer, str) else ""
        letter = by_wording.get(words) or _letter_first(answer, options)
        if letter == key:
            return Feedback(RIGHT, right)
        if letter in by_letter:
            return _nearly(by_letter[letter])
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


def numbers(parts: list[Part], right: str, tolerance: float = 0) -> Judge:
    """Judge one number or several, in order: the first that is wrong is named; `when` has numbers.

    >>> judge = numbers([Part("rows", lambda facts: 8, [], "Count again.")], "Yes.")
    >>> judge(8, Facts()).outcome, judge([7], Facts()).outcome, judge("eight", Facts()).outcome
    ('right', 'nearly', 'unclear')
    """

    def judge(answer: object, facts: Facts) -> Feedback:
        read = [as_number(part) for part in (answer if isinstance(answer, list) else [answer])]
        given = [number for number in read if number is not None]
        if not len(read) == len(given) == len(parts):
            names = " and ".join(part.what for part in parts)
            return Feedback(UNCLEAR, f"Write {names} in digits, without quotation marks.")
        for number, part in zip(given, parts, strict=True):
            if abs(number - part.truth(facts)) > tolerance:
                shown = (mistake for mistake in part.wrong if number in mistake.when)
                mistake = next(shown, None)
                return _nearly(mistake) if mistake else Feedback(NEARLY, part.otherwise)
        return Feedback(RIGHT, right)

    return judge


def day(truth: Callable[[Facts], date], right: str, wrong: list[Wrong], otherwise: str) -> Judge:
    """Judge a day, in any usual form.

    `when` has days, ``YYYY-MM-DD``; two joined by ``..`` are these and all days between.

    >>> judge = day(lambda facts: date(1938, 9, 4), "Yes.", [], "Look again.")
    >>> judge("Sept. 4th, 1938", Facts()).outcome, judge("September 4", Facts()).message
    ('right', 'Of which year? Write the day with its year. For example "14 July 1938", or "1938-07-14".')
    """

    def judge(answer: object, facts: Facts) -> Feedback:
        given, missing = as_day(answer) if isinstance(answer, str) else (None, _unquoted(answer))
        if given is None:
            return Feedback(UNCLEAR, f"{_MISSING[missing]} {_LIKE_THIS}")
        the_day = truth(facts)
        if given == the_day:
            return Feedback(RIGHT, right)
        for mistake in wrong:
            if any(_is_among(given, days) for days in mistake.when):
                return _nearly(mistake)
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
    """Judge a few words, without regard to case, accents, punctuation, and quotation marks.

    `accept` is a regular expression that a right answer holds; `when` has others, tried first.

    >>> judge = short_text("charge", "Yes.", [], "Look again.")
    >>> judge("The Chargé!", Facts()).outcome
    'right'
    """

    def judge(answer: object, _: Facts) -> Feedback:
        if not isinstance(answer, str):
            return Feedback(UNCLEAR, "Write a few words between quotation marks.")
        given = key_of(answer)
        for mistake in wrong:
            if any(re.search(pattern, given) for pattern in mistake.when):
                return _nearly(mistake)
        return Feedback(RIGHT, right) if re.search(accept, given) else Feedback(NEARLY, otherwise)

    return judge


def order(
    letters: list[str], answers: list[str], right: str, wrong: list[Wrong], otherwise: str
) -> Judge:
    """Judge an order of lines called A, B, C … (a Parsons problem).

    `answers` has every order that works; `when` two letters, the first put before the second.

    >>> judge = order(["A", "B"], ["BA"], "Yes.", [Wrong("too soon", ("A", "B"), "B first.")], "")
    >>> [judge(answer, Facts()).outcome for answer in ("b, a", ["A", "B"], "A")]
    ['right', 'nearly', 'unclear']
    """

    def judge(answer: object, _: Facts) -> Feedback:
        parts = answer if isinstance(answer, list) else [answer]
        given = "".join(
            re.sub(r"[^A-Z]", "", part.upper()) for part in parts if isinstance(part, str)
        )
        if sorted(given) != sorted(letters):
            example = "".join(reversed(letters))
            return Feedback(
                UNCLEAR, f'Use each of {", ".join(letters)} once, like this: "{example}".'
            )
        if given in answers:
            return Feedback(RIGHT, right)
        for mistake in wrong:
            first, second = mistake.when
            if given.index(first) < given.index(second):
                return _nearly(mistake)
        return Feedback(NEARLY, otherwise)

    return judge


def several(
    options: list[str], answer: list[str], right: str, wrong: list[Wrong], otherwise: str
) -> Judge:
    """Judge a set: which of the options hold, named in any order.

    `when` has two sets: what was named, and what was left out.

    >>> judge = several(["1", "2", "3"], ["1", "3"], "Yes.", [], "Look again.")
    >>> judge({"set": [1, 3]}, Facts()).outcome, judge([1, 2], Facts()).message
    ('right', '1 of the 2 that you name is right. Look again.')
    """
    known = {key_of(option): option for option in options}

    def judge(given: object, _: Facts) -> Feedback:
        named = _named(given, known)
        if not named:
            return Feedback(
                UNCLEAR, f"Name some of {', '.join(options)}, like this: {_like(options)}."
            )
        if named == set(answer):
            return Feedback(RIGHT, right)
        for mistake in wrong:
            with_these, without = mistake.when
            if with_these <= named and not without & named:
                return _nearly(mistake)
        hits = len(named & set(answer))
        be = "is" if hits < 2 else "are"
        count = f"{hits or 'None'} of the {len(named)} that you name {be} right."
        return Feedback(NEARLY, f"{count} {otherwise}")

    return judge


def _named(answer: object, known: dict[str, str]) -> set[str]:
    """Return the options named, none of them if something else is named as well."""
    if isinstance(answer, dict):
        answer = answer.get("set", [])
    if isinstance(answer, str):
        answer = re.split(r"[,;]|\band\b", answer) if key_of(answer) not in known else [answer]
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
    truth: Callable[[Facts], dict[str, int]], right: str, wrong: list[Wrong], otherwise: str
) -> Judge:
    """Judge pairs, for each name a number; `when` has pairs that all are in the answer.

    >>> judge = pairs(lambda facts: {"5": 1, "*": 2}, "Yes.", [], "Look again.")
    >>> judge({"5": 1, "*": "2"}, Facts()).outcome, judge({"5": 2, "*": 2}, Facts()).message
    ('right', '1 of 2 fits. Look again.')
    >>> judge({"5": 1}, Facts()).message
    'Give each its number. Still without one: *.'
    """

    def judge(answer: object, facts: Facts) -> Feedback:
        known = truth(facts)
        given = _paired(answer, known)
        if missing := [name for name in known if given.get(name) is None]:
            return Feedback(
                UNCLEAR, f"Give each its number. Still without one: {', '.join(missing)}."
            )
        if given == known:
            return Feedback(RIGHT, right)
        for mistake in wrong:
            if all(given.get(name) == number for name, number in mistake.when):
                return _nearly(mistake)
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
    given = {str(name).strip(): as_number(number) for name, number in answer.items()}
    return {name: given.get(name) for name in known} if set(given) <= set(known) else {}
