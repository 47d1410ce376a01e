"""Questions whose answer lies between two limits, either of which the text may leave open."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from lessonkit.dates import bounds
from lessonkit.dates.model import Expression
from lessonkit.dates.scanner import expressions
from lessonkit.despatch import Despatch
from lessonkit.exercises.answers import is_of_the_calendar
from lessonkit.exercises.exercise import NEARLY, RIGHT, UNCLEAR, Feedback
from lessonkit.exercises.judges import Judge, Wrong

_ISO = re.compile(r"\b(\d{4})-(\d\d?)-(\d\d?)(?:[T ][\d:.]+)?")
_DOTTED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
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
    """Read two limits from an answer, in any usual form.

    Parameters
    ----------
    answer : object
        EDTF (``"[1938-06-03..1938-08-24]"``), words (``"between 3 June and 24 August 1938"``,
        ``"after 3 June 1938"``), two dates in a list, or a dictionary of them.

    Returns
    -------
    Interval or None
        None if there is no date in it, or none with a year.

    Examples
    --------
    >>> as_interval("between 3 June and 24 August 1938")[:2]
    (datetime.date(1938, 6, 3), datetime.date(1938, 8, 24))
    >>> as_interval("[1938-06-03..]").said, as_interval("after 3 June 1938").said
    (True, False)
    """
    if isinstance(answer, dict):
        answer = answer.get("set", list(answer.values()))
    if isinstance(answer, list):
        if len(answer) != 2 or not all(isinstance(part, str) for part in answer):
            return None
        answer = " to ".join(part if part.strip(" .…") else "open" for part in answer)
    if not isinstance(answer, str):
        return None
    text = answer.strip().replace("…", "..")
    compact = re.sub(r"\s|00:00(?::00)?|(?<=\d)T", "", text)
    if _EDTF.fullmatch(compact) and not re.search(r"\s[-–]\s", text):
        return _from_edtf(compact)
    return _from_words(text)


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
    text = _ISO.sub(lambda match: _spelled(*match.groups()), text)
    text = _DOTTED.sub(lambda match: _spelled(*match.groups()[::-1]), text)
    text = re.sub(r"[a-z]+", _with_capital, text)
    found = [one for one in expressions(text) if is_of_the_calendar(one)]
    year = next((one.year for one in reversed(found) if one.year), None)
    if not found or year is None or len(found) > 2:
        return None
    try:
        days = sorted(day for one in found for day in _days(one, one.year or year))
    except ValueError:
        return None
    return _limited(text, days, is_one=len(found) == 1 and not found[0].until)


def _spelled(year: str, month: str, day: str) -> str:
    named = dict(enumerate(calendar.month_name)).get(int(month))
    return f"{int(day)} {named} {year}" if named else ""


def _with_capital(word: re.Match) -> str:
    return word[0].capitalize() if word[0][:3].capitalize() in calendar.month_abbr else word[0]


def _days(one: Expression, year: int) -> list[date]:
    if one.day is None:
        return list(bounds(f"{year}-{one.month:02}"))
    last = one.until or one.first
    return [date(year, one.month, one.day), date(last.year or year, last.month, last.day)]


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
    truth: Callable[[Despatch], tuple[date, date]],
    right: str,
    right_open: str,
    wrong: list[Wrong],
    otherwise: str,
) -> Judge:
    """Judge two limits between which something happened once.

    The day after the lower limit is right, too ("after" may leave out the day itself), and so
    is an answer that says that the text gives no upper limit.

    Parameters
    ----------
    truth : callable
        How the two limits follow from the despatch.
    right : str
        What to say to them.
    right_open : str
        What to say to the lower limit with the word that there is no upper one.
    wrong : list of Wrong
        Misconceptions, looked for in order; `when` is ``lasting``, or has a part for each limit:
        a day, ``right``, ``*`` (any day), ``=`` (the day of the first) or ``none``, or several
        of them parted by ``|``.
    otherwise : str
        What to say to any other limits.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = interval(lambda _: (date(1938, 6, 3), date(1938, 8, 24)), "Yes.", "So far yes.",
    ...                  [Wrong("a point", "* =", "A point?")], "Look again.")
    >>> judge("[1938-06-03..1938-08-24]", None).outcome, judge("3 June 1938", None).message
    ('right', 'A point?')
    """

    def judge(answer: object, despatch: Despatch) -> Feedback:
        given = as_interval(answer)
        if given is None:
            return Feedback(UNCLEAR, _what_is_missing(answer))
        first, last = truth(despatch)
        lower = given.first in (first, first + timedelta(days=1))
        if lower and given.last == last and not given.lasting:
            return Feedback(RIGHT, right)
        if lower and given.last is None and given.said and not given.lasting:
            return Feedback(RIGHT, right_open)
        for mistake in wrong:
            if _holds(mistake.when.split(), given, lower, given.last == last):
                return Feedback(NEARLY, mistake.message, mistake.name)
        return Feedback(NEARLY, otherwise)

    return judge


_HOW = (
    'Write two days with their year, for example "between 3 June and 24 August 1938" or '
    '"[1938-06-03..1938-08-24]". If the text gives one of them only, say so in words.'
)


def _what_is_missing(answer: object) -> str:
    """Say why two limits cannot be read: the year, their order, or all of it."""
    text = answer if isinstance(answer, str) else ""
    found = [one for one in expressions(re.sub(r"[a-z]+", _with_capital, text)) if one.month]
    if found and not re.search(r"\d{4}", text):
        return f"Of which year? {_HOW}"
    days = [date(*map(int, match.groups())) for match in _ISO.finditer(text)][:2]
    if len(days) == 2 and days[0] > days[1]:
        return "The first of your two days is later than the second: the earlier one comes first."
    return _HOW


def _holds(when: list[str], given: Interval, lower: bool, upper: bool) -> bool:
    if when == ["lasting"]:
        return given.lasting and lower and (upper or given.last is None)
    sides = zip(when, (given.first, given.last), (lower, upper), strict=True)
    return all(
        any(_fits(sign, limit, fits, given.first) for sign in signs.split("|"))
        for signs, limit, fits in sides
    )


def _fits(sign: str, limit: date | None, is_right: bool, first: date | None) -> bool:
    if sign == "right":
        return is_right
    if limit is None or sign == "none":
        return limit is None and sign == "none"
    return sign == "*" or limit == (first if sign == "=" else date.fromisoformat(sign))
