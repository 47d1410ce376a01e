"""From a date in EDTF to its first and last day: the part of ISO 8601-2 that the tables use."""

from __future__ import annotations

import calendar
import re
from datetime import date

_ONE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?", re.ASCII)
_UNKNOWN = re.compile(r"(?!XXXX$)XX(?:XX|\d\d)(?:-(XX|\d\d)(?:-(XX|\d\d))?)?", re.ASCII)
FORMS = (
    "1938, 1938-08, 1938-08-24, 1926/1927 (throughout), [1938-08-10..1938-09-19] (once in "
    "between), [..1938-08-10] (no lower bound) or XXXX-06-03 (no year)"
)


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and the last day that a date in EDTF allows.

    Parameters
    ----------
    edtf : str
        A day, month or year; ``a/b`` throughout, ``[a..b]`` once somewhere between, either end
        open as ``..``; or a day or month without a year, ``XXXX-06-03``.

    Returns
    -------
    first, last : datetime.date or None
        Both inclusive; None where there is no bound.

    Raises
    ------
    ValueError
        If the string is none of these, is impossible, or ends before it begins.

    Examples
    --------
    >>> bounds("1926/1927")
    (datetime.date(1926, 1, 1), datetime.date(1927, 12, 31))
    >>> bounds("[..1938-08-10]")
    (None, datetime.date(1938, 8, 10))
    """
    if edtf.startswith("XX"):
        for part in edtf.split("/"):
            _check_unknown(part)
        return None, None
    first, last = _ends(edtf)
    begin = None if first == ".." else _days(first)[0]
    end = None if last == ".." else _days(last)[1]
    if begin is None and end is None:
        raise ValueError(f"{edtf!r} has no bound at all")
    if begin and end and begin > end:
        raise ValueError(f"{edtf!r} ends before it begins")
    return begin, end


def _check_unknown(part: str) -> None:
    match = _UNKNOWN.fullmatch(part)
    if not match:
        raise ValueError(f"{part!r} is no date in EDTF")
    month, day = (int(piece) if (piece or "XX") != "XX" else 1 for piece in match.groups())
    _last_day(2000, month, day)  # a leap year, and a long month: the day may exist


def _ends(edtf: str) -> tuple[str, str]:
    if edtf.startswith("[") and edtf.endswith("]"):
        match = re.fullmatch(r"\[([^.\[\]]*)\.\.([^.\[\]]*)\]", edtf)
        if match:
            return match[1] or "..", match[2] or ".."
    elif "/" in edtf:
        first, _, last = edtf.partition("/")
        return first, last
    return edtf, edtf


def _days(one: str) -> tuple[date, date]:
    match = _ONE.fullmatch(one)
    if not match:
        raise ValueError(f"{one!r} is no date in EDTF")
    year, *rest = (int(part) for part in match.groups() if part)
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    month, *day = rest
    last = _last_day(year, month, *day)
    return date(year, month, last if day else 1), date(year, month, last)


def _last_day(year: int, month: int, day: int | None = None) -> int:
    """Return the day, or the month's last if there is none."""
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    days = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= days:
        raise ValueError(f"month {month} of the year {year} has no day {day}")
    return day or days
