"""Reads what students write, in any usual form: a number, a day, a few words."""

from __future__ import annotations

import calendar
import math
import re
import unicodedata
from datetime import date

from lessonkit.expressions import expressions

_WORD = re.compile(r"[A-Za-z]+")
_MONTHS = {name[:3] for name in calendar.month_name if name}


def as_number(value: object) -> float | None:
    """Return a number, also one written as text, else None.

    Parameters
    ----------
    value : object
        What the student gave.

    Returns
    -------
    float or None

    Examples
    --------
    >>> as_number("8"), as_number(8), as_number(True), as_number("eight")
    (8.0, 8.0, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def as_day(text: str) -> tuple[date | None, str]:
    """Read a day from an answer.

    Parameters
    ----------
    text : str
        Such as ``"4 September 1938"``, ``"Sept. 4th, 1938"``, ``"1938-09-04"``, ``"4.9.1938"``.

    Returns
    -------
    day : datetime.date or None
        None if the text is no single day.
    missing : str
        What is missing then: ``day``, ``year`` or ``month`` (4/9/1938 is two days).

    Examples
    --------
    >>> as_day("the 4th of September 1938")[0], as_day("4/9/1938")
    (datetime.date(1938, 9, 4), (None, 'month'))
    """
    text = _WORD.sub(lambda match: _as_written(match[0]), text.strip())
    try:
        if numeric := re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", text):
            return date(*map(int, numeric.group(3, 2, 1))), ""
        if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text):
            return date(*map(int, text.split("-"))), ""
        found = [one for one in expressions(text) if one.day]
        if len(found) == 1 and not found[0].last and found[0].year:
            return date(found[0].year, found[0].month, found[0].day), ""
    except ValueError:
        return None, "day"
    if re.fullmatch(r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}", text):
        return None, "month"
    return None, "year" if len(found) == 1 and not found[0].last else "day"


def _as_written(word: str) -> str:
    """Give a month its capital and take everything else its own: JULY, july, 4TH."""
    name = word.capitalize()
    return name if name[:3] in _MONTHS else word.lower()


def key_of(text: str) -> str:
    """Fold case, accents, punctuation and white space, so that only words are compared.

    Parameters
    ----------
    text : str
        A short text.

    Returns
    -------
    str

    Examples
    --------
    >>> key_of("“The  Chargé”!")
    'the charge'
    """
    letters = unicodedata.normalize("NFKD", text)
    letters = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"[^\w\s]", " ", letters.replace("’", "").replace("'", "")).split())
