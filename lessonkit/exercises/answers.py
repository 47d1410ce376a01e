"""Reads what students write, in any usual form: a number, a day, a few words."""

from __future__ import annotations

import calendar
import math
import re
import unicodedata
from datetime import date, datetime

from dateutil import parser
from dateutil.parser import ParserError

from lessonkit.dates.model import Expression
from lessonkit.dates.scanner import expressions

_MONTHS = {name[:3].lower() for name in calendar.month_name if name}
_OTHER_WORDS = re.compile(r"\b(?:before|after|until|till|since|not|and|or|to|between|from)\b|[–?]")


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
        What is missing then: a ``day``, ``which`` day of a month or year, its ``year``, ``four``
        figures of it, which is the ``month`` (4/9/1938 is two days), the month's ``name``, a day
        in the ``calendar``; or there are other ``words`` beside.

    Examples
    --------
    >>> as_day("the 4th of September 1938")[0], as_day("4/9/1938")
    (datetime.date(1938, 9, 4), (None, 'month'))
    >>> [as_day(text)[1] for text in ("4 Sptember 1938", "September 1938", "4 September 38")]
    ['name', 'which', 'four']
    """
    text = re.sub(r"^(?:not before|on|in) (?:the )?|^the |[.?!]$", "", text.strip().lower())
    words = _as_written(text)
    named = [one for one in expressions(words) if is_of_the_calendar(one)]
    text = re.sub(r"\b(?:the|of)\b|(?<=\d)[.](?= )", " ", text)
    if _OTHER_WORDS.search(text) or len(named) > 1 or any(one.until for one in named):
        return None, "day"
    if not re.search(r"\d{4}", text):
        return None, _without_year(text, named)
    dotted = re.fullmatch(r"\s*\d{1,2}[. ]+\d{1,2}[. ]+\d{4}\s*", text)
    try:
        one, other = _parse(text, 1, True), _parse(text, 2, True)
        ambiguous = one != _parse(text, 1, False) and not dotted
    except ParserError as error:
        return _in_words(words, named, "day" in str(error))
    except (OverflowError, ValueError):
        return None, "day"
    if one != other:
        return None, "which"
    return (None, "month") if ambiguous else (one, "")


def _without_year(text: str, named: list[Expression]) -> str:
    if re.search(r"\d(?:st|nd|rd|th)?[ ,./-]+[’']?\d\d *$|[a-z][ ,./-]+[’']?[3-9]\d *$", text):
        return "four"
    return "year" if named or re.search(r"\d.*[a-z]{3}", text) else "day"


def _in_words(text: str, named: list[Expression], no_such_day: bool) -> tuple[date | None, str]:
    """Read what is no date in figures: a day in words, or say what else stands there."""
    if not named:
        return None, "name" if re.search(r"[a-z]{3}", text) and re.search(r"\d", text) else "day"
    (one,) = named
    if one.day and one.year and one.year > 99:
        try:
            read = date(one.year, one.month, one.day)
        except ValueError:
            return None, "calendar"
        beside = re.sub(r"[\s,.]", "", text[: one.start] + text[one.end :])
        return (None, "words") if beside else (read, "")
    return None, "calendar" if no_such_day else "which"


def is_of_the_calendar(one: Expression) -> bool:
    """Tell whether words name a month with a day or a year, whatever day they are written on.

    Parameters
    ----------
    one : Expression
        What was found.

    Returns
    -------
    bool

    Examples
    --------
    >>> [is_of_the_calendar(one) for one in expressions("in May, on May 3, today")]
    [False, True, False]
    """
    return bool(one.month and (one.day or one.year) and not one.relation)


def _parse(text: str, missing: int, day_first: bool) -> date:
    """Parse with a value for what is missing: two values that differ show that something is."""
    year_first = re.match(r"\s*\d{4}", text) is not None
    return parser.parse(
        text, default=datetime(missing, missing, missing), dayfirst=day_first and not year_first
    ).date()


def _as_written(text: str) -> str:
    """Give months their capital: july, as July."""
    return re.sub(r"[a-z]+", lambda match: match[0].capitalize() if match[0][:3] in _MONTHS else match[0],
                  text)  # fmt: skip


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
