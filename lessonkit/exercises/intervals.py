"""Questions whose answer lies between two limits, either of which the text may leave open."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from lessonkit.dates import Dated, bounds
from lessonkit.exercises.answers import dates_in, is_range
from lessonkit.exercises.exercise import NEARLY, RIGHT, UNCLEAR, Feedback, Judge
from lessonkit.exercises.facts import Facts
from lessonkit.exercises.judges import Wrong

_FIGURES = re.compile(
    r"\b(\d{4})-(\d\d?)-(\d\d?)(?:[T ]\d\d?:[\d:]+(?:\.\d+)?)?"
    r"|\b(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})\b"
)
_JOINED = re.compile(r"(?<=\w)(?: ?[-‑−—–] ?| (?:to|and|or|through|until|till) )(?=\w)")
_EDTF = re.compile(r"[\[{]?[\dX.][\dX./-]*[\]}]?")
_NO_MORE = re.compile(  # what says that the text gives no upper bound; "not sure" does not
    r"\b(?:no|without an?) (?:\w+ ){0,2}(?:bound|limit|end|day|date)\b"
    r"|\b(?:upper|end|latest|later|other|until when)\b.*\b(?:not|missing|nowhere|never)\b"
    r"|\b(?:not|never) (?:say|tell|give|state|name|in)\w*|\b(?:open|unknown|unstated|nothing)\b"
    r"|\b(?:gives?|has|names?|is) (?:us )?only\b|\bonly (?:one|the|this|a|\d)|\bone (?:day )?only\b",
    re.IGNORECASE,
)
_NOT_EITHER = re.compile(r"\bnot? (?:before|earlier|after|later)\b(?: than)?", re.IGNORECASE)
_FROM = re.compile(r"\b(?:after|since|from|not before|no(?:t)? earlier|later)\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:before|until|till|by|not after|no(?:t)? later|up to)\b", re.IGNORECASE)


class Interval(NamedTuple):
    """What an answer says: the two limits; None where it gives none.

    `lasting` is an interval that is filled all the time (``a/b``), `said` an upper limit of which
    the answer says in words or signs that there is none.
    """

    first: date | None
    last: date | None
    lasting: bool = False
    said: bool = False


def as_interval(answer: object) -> Interval | None:
    """Read two limits from an answer: EDTF, words, two dates in a list, or a dictionary of them.

    None if there is no date in it, or none with a year.

    >>> as_interval("between 3 June and 24 August 1938")[:2]
    (datetime.date(1938, 6, 3), datetime.date(1938, 8, 24))
    >>> as_interval("[1938-06-03..]").said, as_interval("after 3 June 1938").said
    (True, False)
    """
    text = _as_text(answer).strip().replace("…", "..")
    compact = re.sub(r"\s|00:00(?::00)?|(?<=\d)T", "", text)
    if _EDTF.fullmatch(compact) and not re.search(r"\s[-–]\s", text):
        return _from_edtf(compact)
    return _from_words(text)


def _as_text(answer: object) -> str:
    """Write an answer as text, two dates in a list as one to the other; empty if it is neither."""
    if isinstance(answer, dict):
        answer = answer.get("set", list(answer.values()))
    match answer:
        case [str(), str()]:
            return " to ".join(part if part.strip(" .…") else "open" for part in answer)
        case str():
            return answer
    return ""


def _from_edtf(text: str) -> Interval | None:
    if text.count("..") == 1 and "/" not in text:
        text = f"[{text.strip('[]{}')}]"
    try:
        first, last = bounds(text)
    except ValueError:
        return None
    if first is None and last is None:
        return None
    return Interval(first, last, lasting="/" in text, said=last is None)


def _from_words(text: str) -> Interval | None:
    found = _dates_in(text)
    year = next((one.not_after.year for one in reversed(found) if one.not_after), None)
    if year is None or len(found) > 2 or _no_such_day(text):
        return None
    try:
        edtf = [one.edtf.replace("XXXX", f"{year}") for one in found if one.edtf]
        days = [day for each in map(bounds, edtf) for day in each if day]
        written = set(re.findall(r"\d{4}", text))
        if len(written) == 1 and max(days) - min(days) > timedelta(183):  # the later stands first
            days = [day.replace(year=int(written.pop())) for day in days]
    except ValueError:
        return None
    return _limited(text, sorted(days), is_one=len(found) == 1 and not is_range(found[0]))


def _dates_in(text: str) -> list[Dated]:
    """Return the dates of an answer; a range that ends before it begins is two."""
    text = _FIGURES.sub(_spelled, text)
    found = dates_in(text)
    return found if all(one.edtf for one in found) else dates_in(_JOINED.sub("; ", text))


def _spelled(figures: re.Match) -> str:
    """Write a day in figures with the name of its month, if there can be such a day."""
    year, month, day = figures.group(*((1, 2, 3) if figures[1] else (6, 5, 4)))
    is_day = 0 < int(month) < 13 and 0 < int(day) < 32
    return f"{int(day)} {calendar.month_name[int(month)]} {year}" if is_day else figures[0]


def _no_such_day(text: str) -> str:
    """Say why the calendar does not have a day of the text; empty if it has them all."""
    phrase = next((one.phrase.title() for one in _dates_in(text) if one.edtf is None), "")
    year = int(re.findall(r"\d{4}", f"{phrase} {text} 2000")[0])
    for month, name in enumerate(calendar.month_name):
        if month and name[:3] in phrase and (days := calendar.monthrange(year, month)[1]) < 31:
            name = f"{name} {year}" if month == 2 else name
            return f"The calendar has no such day. {name} has {days} days."
    is_other = phrase or _FIGURES.search(_FIGURES.sub(_spelled, text))
    return "The calendar has no such day." if is_other else ""


def _limited(text: str, days: list[date], is_one: bool) -> Interval:
    """Say on which side of its one day an answer lies; of two or more it takes the outermost."""
    said = bool(_NO_MORE.search(_NOT_EITHER.sub(" ", text)))
    if not is_one or days[0] != days[-1]:
        return Interval(days[0], days[-1])
    if _FROM.search(text) or said:
        return Interval(days[0], None, said=said)
    if _TO.search(text):
        return Interval(None, days[0])
    return Interval(days[0], days[0])


def interval(
    truth: Callable[[Facts], tuple[date, date]],
    right: str,
    right_open: str,
    wrong: list[Wrong],
    otherwise: str,
) -> Judge:
    """Judge two limits between which something happened once.

    The day after the lower limit is right, too ("after" may leave out the day itself), and so
    is an answer that says that the text gives no upper limit: `right_open` is said to it.
    `when` is ``("lasting",)``, or has for each limit its signs: a day, ``right``, ``any``,
    ``same`` (the day of the first), or ``none``.

    >>> judge = interval(lambda _: (date(1938, 6, 3), date(1938, 8, 24)), "Yes.", "So far yes.",
    ...                  [Wrong("a point", (("any",), ("same",)), "A point?")], "Look again.")
    >>> judge("[1938-06-03..1938-08-24]", Facts()).outcome, judge("3 June 1938", Facts()).message
    ('right', 'A point?')
    """

    def judge(answer: object, facts: Facts) -> Feedback:
        given = as_interval(answer)
        if given is None:
            return Feedback(UNCLEAR, _what_is_missing(answer))
        first, last = truth(facts)
        lower = given.first in (first, first + timedelta(days=1))
        if lower and given.last == last and not given.lasting:
            return Feedback(RIGHT, right)
        if lower and given.last is None and given.said and not given.lasting:
            return Feedback(RIGHT, right_open)
        for mistake in wrong:
            if _holds(mistake.when, given, lower, given.last == last):
                return Feedback(NEARLY, mistake.message, mistake.name)
        return Feedback(NEARLY, otherwise)

    return judge


_HOW = (
    'Write two days with their year, for example "between 3 June and 24 August 1938" or '
    '"[1938-06-03..1938-08-24]". If the text gives one of them only, say so in words.'
)


def _what_is_missing(answer: object) -> str:
    """Say why two limits cannot be read: the year, their order, or all of it."""
    text = _as_text(answer)
    if dates_in(text, lone_months=True) and not re.search(r"\d{4}", text):
        return f"Of which year? {_HOW}"
    if missing := _no_such_day(text):
        return missing
    days = [tuple(map(int, match.group(1, 2, 3))) for match in _FIGURES.finditer(text) if match[1]]
    if len(days) > 1 and days[0] > days[1]:
        return "The first of your two days is later than the second: the earlier one comes first."
    return _HOW


def _holds(when: tuple, given: Interval, lower: bool, upper: bool) -> bool:
    if when == ("lasting",):
        return given.lasting and lower and (upper or given.last is None)
    sides = zip(when, (given.first, given.last), (lower, upper), strict=True)
    return all(
        any(_fits(sign, limit, fits, given.first) for sign in signs) for signs, limit, fits in sides
    )


def _fits(sign: str, limit: date | None, is_right: bool, first: date | None) -> bool:
    if sign == "right":
        return is_right
    if limit is None or sign == "none":
        return limit is None and sign == "none"
    return sign == "any" or limit == (first if sign == "same" else date.fromisoformat(sign))
