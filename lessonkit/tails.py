"""What may follow a day or a month and says which year or month is meant: 1938, ’38, last, instant."""

from __future__ import annotations

import re
from typing import NamedTuple

from lessonkit.calendar_words import FULL_NAMES, YEAR, YEAR_END, YEAR_IN_WORDS, year_in_words
from lessonkit.numbered import is_count

_WHICH = (
    r"(?P<which>this|instant|present|current|last|past|next|coming|same|that|said|preceding|"
    r"previous|following|ensuing)"
)
_SHIFT = {"last": -1, "past": -1, "next": 1, "coming": 1, "previous": -1, "preceding": -1}
_SHIFT |= {"following": 1, "ensuing": 1, "ult": -1, "pro": 1}
_FROM_BEFORE = {"same", "that", "said", "preceding", "previous", "following", "ensuing"}

_ANNO = r"in the year (?:of our Lord,? )?|A\. ?D\.,? "
_MONTHS = "|".join(sorted(FULL_NAMES))
_YEAR = re.compile(
    rf"(?:,? (?:of )?(?:the year )?|,|,? (?:{_ANNO}))(?P<year>{YEAR}){YEAR_END}"
    r"|,? (?:of )?[’'](?P<short>\d\d)(?!\w)"
    rf"|,? (?:{_ANNO})?(?P<words>{YEAR_IN_WORDS})"
    rf"|,? (?:(?:in|of) )?(?:the )?{_WHICH} year\b"
    r"|,? (?P<near>last(?: past)?|next|(?:ultimo|ult|proximo|prox|instant|inst)\b\.?)"
    rf"(?!\w| (?:week|night|evening|month|day|few|two|three|of|{_MONTHS})\b)"
)
_MONTH = re.compile(
    r"(?: day)?,? (?P<word>instant|inst\b\.?|ultimo|ult\b\.?|proximo|prox\b\.?)(?!\w)"
    rf"|(?: day)?,? of (?:the )?{_WHICH} month\b"
    r"|(?: day)? of (?P<the>the) month\b(?! of)"
)


class Tail(NamedTuple):
    """Where it ends, the year it gives, or what the year or month counts from."""

    end: int
    year: int | None = None
    relation: str = ""
    shift: int = 0


def year_tail(reading: str, at: int) -> Tail:
    """Read what follows a month, or a day of one, and says which year is meant.

    Parameters
    ----------
    reading : str
        The text.
    at : int
        Where the month or the day ends.

    Returns
    -------
    Tail
        It ends at `at` if nothing follows that does.

    Examples
    --------
    >>> year_tail("June 3, 1897", 6).year, year_tail("June 3 last", 6).relation
    (1897, 'near')
    """
    match = _YEAR.match(reading, at)
    if not match:
        return Tail(at)
    if match["year"]:
        counts = is_count(reading, match.end(), likely_a_year=True)  # on 3 April, 1948 men
        return Tail(at) if counts else Tail(match.end(), int(match["year"]))
    if match["short"]:
        return Tail(match.end(), int(match["short"]))
    if match["words"]:
        return Tail(match.end(), year_in_words(match))
    if match["which"]:
        relation = "same year" if match["which"] in _FROM_BEFORE else "year"
        return Tail(match.end(), None, relation, _SHIFT.get(match["which"], 0))
    near = match["near"]
    return Tail(match.end(), None, "near", _SHIFT.get(near[:4]) or _SHIFT.get(near[:3], 0))


def month_tail(reading: str, at: int) -> Tail | None:
    """Read what follows a day and says which month is meant, without naming it.

    Parameters
    ----------
    reading : str
        The text.
    at : int
        Where the day ends.

    Returns
    -------
    Tail or None

    Examples
    --------
    >>> month_tail("the 12th ultimo", 8)
    Tail(end=15, year=None, relation='month', shift=-1)
    """
    match = _MONTH.match(reading, at)
    if not match:
        return None
    if match["word"]:
        return Tail(match.end(), None, "month", _SHIFT.get(match["word"][:3], 0))
    if match["the"] or match["which"] in _FROM_BEFORE:
        return Tail(match.end(), None, "same month", _SHIFT.get(match["which"], 0))
    return Tail(match.end(), None, "month", _SHIFT.get(match["which"], 0))
