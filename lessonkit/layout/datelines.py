"""The lines at a document's top that say where and when it was written, and when received."""

from __future__ import annotations

import re
from datetime import date

from lessonkit.dates import HOUR, month_number

_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June|July|Aug(?:ust|\.)|"
    r"Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = rf"(?:{_MONTH} {_NUMBER}|{_NUMBER} (?:of )?{_MONTH})"
_HOUR = rf"(?:{HOUR}(?:(?<=m)\.)?|\d{{4}} hours)"
_PLACE = r"\[?[A-ZÀ-Þ][^\n\d;:?!]{1,70}?,\]? "
_RECEIVED = (
    rf"[\[(]?(?:Received|Rec[’']d)\b(?: at [A-Z]\w+)?[ ,:]*(?:{_DAY}(?:,? \d{{4}})?|{_HOUR})?"
    rf"[^\n\])a-z]{{0,12}}(?:{_HOUR})?[.,]?[\])]?\.?"
)
_DATE_LINE = (
    rf"(?:{_PLACE})?\[?{_DAY},? \d{{4}}\.?\]?(?:\d{{1,2}})?(?:[—–, -]+{_HOUR})?[.,]?\]?"
    rf"(?: ?{_RECEIVED})?"
)
_LINE = re.compile(rf"(?:{_DATE_LINE}|{_RECEIVED})(?=\n|$)")
_PLACES = re.compile(r"(?:[A-ZÀ-Þ][\w .’'&-]{1,60},\n){1,3}")

_PARTS = (
    rf"(?:({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?|(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTH}))"
)
_WRITTEN = re.compile(rf"{_PARTS},? (\d{{4}})")
_RECEIVED_ON = re.compile(rf"\b(?:Received|Rec[’']d)\b[^\d\n]{{0,40}}?{_PARTS}(?:,? (\d{{4}}))?")


def dateline_end(block: str) -> int:
    """Tell how far the lines at a block's start reach that give place, date and receipt."""
    places = _PLACES.match(block)
    end = at = places.end() if places else 0
    found = False
    while match := _LINE.match(block, at):
        found, end = True, match.end()
        at = end + 1
    return min(at, len(block)) if found else 0


def day_of(dateline: str) -> date | None:
    """Return the day that a dateline gives.

    Parameters
    ----------
    dateline : str
        Place, day and year, perhaps the hour and when it was received.

    Returns
    -------
    datetime.date or None
        None where it gives none, or no day of the calendar.

    Examples
    --------
    >>> day_of("Tokyo, June 3, 1938—6 p. m.")
    datetime.date(1938, 6, 3)
    """
    match = _WRITTEN.search(dateline)
    if not match:
        return None
    try:
        return date(int(match[5]), *_month_and_day(match))
    except ValueError:
        return None


def _month_and_day(match: re.Match) -> tuple[int, int]:
    return month_number(match[1] or match[4]), int(match[2] or match[3])


def received_on(dateline: str, written: date | None) -> date | None:
    """Return the day that a dateline says the document was received.

    Parameters
    ----------
    dateline : str
        Place, day and year, and behind them such as "[Received October 19.]".
    written : datetime.date or None
        When it was written: a year that is not given is the first that fits.

    Returns
    -------
    datetime.date or None

    Examples
    --------
    >>> received_on("Moscow, December 19, 1938.\\n[Received January 9.]", date(1938, 12, 19))
    datetime.date(1939, 1, 9)
    """
    match = _RECEIVED_ON.search(dateline)
    if not match:
        return None
    year = int(match[5]) if match[5] else written.year if written else None
    if year is None:
        return None
    try:
        received = date(year, *_month_and_day(match))
        early = written and not match[5] and received < written
        return received.replace(year=year + 1) if early else received
    except ValueError:
        return None
