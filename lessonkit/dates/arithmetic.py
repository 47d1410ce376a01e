"""From words that count from a day to the day, month or year they mean."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from lessonkit.dates.model import Expression, Part

_MONTHS_AHEAD = 4
_SOON = 45  # days: a date this near ahead is taken as that
_TO_COME = 10  # years that a year of two figures may lie ahead
_LATEST = 300  # days ahead that words about the future may mean


def part_of(day: date) -> Part:
    """Return a day as a part.

    Parameters
    ----------
    day : datetime.date
        The day.

    Returns
    -------
    Part

    Examples
    --------
    >>> part_of(date(1938, 7, 14))
    Part(year=1938, month=7, day=14)
    """
    return Part(day.year, day.month, day.day)


def as_day(part: Part) -> date | None:
    """Return a part as a day; None if it is no whole day of the calendar.

    Parameters
    ----------
    part : Part
        The day, month or year.

    Returns
    -------
    datetime.date or None

    Examples
    --------
    >>> as_day(Part(1938, 7, 14)), as_day(Part(1938, 7))
    (datetime.date(1938, 7, 14), None)
    """
    if None in part:
        return None
    try:
        return date(*part)
    except ValueError:
        return None


def moved(year: int, month: int, by: int) -> tuple[int, int]:
    """Return the year and month some months on.

    Parameters
    ----------
    year, month : int
        The month.
    by : int
        How many months on; back if negative.

    Returns
    -------
    (int, int)

    Examples
    --------
    >>> moved(1938, 1, -1)
    (1937, 12)
    """
    months = year * 12 + month - 1 + by
    return months // 12, months % 12 + 1


def in_order(first: Part, until: Part | None) -> Part | None:
    """Supply what the end of a range leaves out, so that it follows its beginning.

    Parameters
    ----------
    first : Part
        The beginning, its year supplied or not.
    until : Part or None
        The end as the words give it.

    Returns
    -------
    Part or None

    Examples
    --------
    >>> in_order(Part(1937, 12), Part(None, 1))
    Part(year=1938, month=1, day=None)
    """
    if until is None or (until.year or 0) > 99:
        return until
    if first.month is None and until.month is None and until.day is None:
        return until
    month = until.month or first.month
    year = first.year
    if year and month and first.month and month < first.month:
        year += 1
    return Part(year, month, until.day)


def from_day(one: Expression, base: date, ahead: bool) -> Part | None:
    """Return what an expression means that counts from a day.

    Parameters
    ----------
    one : Expression
        Its relation is day, week, month, year or near, or it is a weekday alone.
    base : datetime.date
        The day it counts from.
    ahead : bool
        Whether the words around it speak of what is to come.

    Returns
    -------
    Part or None
        The first part; None if it counts from no day, or leaves the calendar.

    Examples
    --------
    >>> from_day(Expression(0, 9, relation="day", shift=-1), date(1938, 3, 1), False)
    Part(year=1938, month=2, day=28)
    """
    try:
        return _from_day(one, base, ahead)
    except (OverflowError, ValueError):
        return None


def _from_day(one: Expression, base: date, ahead: bool) -> Part | None:
    if one.relation == "day":
        return part_of(base + timedelta(one.shift))
    if one.relation == "week":
        return part_of(base + timedelta(one.weekday - base.weekday() + 7 * one.shift))
    if one.relation == "month":
        return Part(*moved(base.year, base.month, one.shift), one.day)
    if one.relation == "year":
        return Part(base.year + one.shift, one.month, one.day)
    if one.month:
        return Part(_nearest_year(one, base), one.month, one.day) if one.relation else None
    if one.weekday is not None and one.day is None:
        return _weekday(one, base, ahead)
    return None


def _weekday(one: Expression, base: date, ahead: bool) -> Part:
    days = (one.weekday - base.weekday()) % 7
    if one.relation and one.shift == 0:  # this Monday
        return part_of(base + timedelta(one.weekday - base.weekday()))
    forward = one.shift > 0 if one.relation else ahead
    return part_of(base + timedelta((days or 7) if forward else days - 7))


def _nearest_year(one: Expression, base: date) -> int:
    """Return the year of the month, or day of it, that was last, is next, or is this year's."""
    passed = (one.month, one.day or 0) < (base.month, base.day if one.day else 0)
    if one.shift < 0:
        return base.year - (not passed)
    if one.shift > 0:
        same_month = one.day is None and one.month == base.month
        return base.year + (passed or same_month)
    return base.year


def year_from(
    one: Expression,
    base: date,
    is_ahead: Callable[[], bool],
    is_message: Callable[[], bool],
    is_past: Callable[[], bool],
) -> int:
    """Return the year of a month, or a day of it, that a document of this day names without one.

    Parameters
    ----------
    one : Expression
        It has a month and no year.
    base : datetime.date
        The document's day.
    is_ahead, is_message, is_past : callable
        Tell whether the words around it speak of what is to come, whether it is the date of a
        telegram or letter, which has been written, and whether they tell what has happened; asked
        only where the answer matters.

    Returns
    -------
    int

    Examples
    --------
    >>> june = Expression(0, 6, Part(None, 6, 3))
    >>> told = {"is_ahead": lambda: False, "is_past": lambda: False}
    >>> day = date(1938, 5, 28)
    >>> [year_from(june, day, is_message=lambda: sent, **told) for sent in (False, True)]
    [1938, 1937]
    """
    days = _days_to(one.month, one.day, base)
    if _LATEST - 365 < days <= 1:
        return base.year
    if is_message():
        return base.year - (days > 1)
    if days < 0:
        return base.year + is_ahead()
    if days > _SOON and is_past() and not is_ahead():
        return base.year - 1
    far = one.month - base.month > _MONTHS_AHEAD
    return base.year - (far and not (days < _LATEST and is_ahead()))


def _days_to(month: int, day: int | None, base: date) -> int:
    """Return how far ahead in the base's own year a day lies; a month that runs is at hand."""
    if day is None and month == base.month:
        return 0
    last = monthrange(base.year, month)[1]
    return (date(base.year, month, min(day or 1, last)) - base).days


def weekday_fits(first: Part, weekday: int | None) -> bool:
    """Tell whether a day falls on the weekday that is named with it; True if none is.

    Parameters
    ----------
    first : Part
        The day, all of it given.
    weekday : int or None
        Monday 0.

    Returns
    -------
    bool

    Examples
    --------
    >>> weekday_fits(Part(1938, 7, 14), 3)
    True
    """
    try:
        return weekday is None or date(*first).weekday() == weekday
    except ValueError:
        return True


def on_weekday(one: Expression, first: Part) -> Part:
    """Move a day by a month if only then it falls on its weekday.

    Parameters
    ----------
    one : Expression
        It may have a weekday.
    first : Part
        The day, as far as it is known.

    Returns
    -------
    Part

    Examples
    --------
    >>> on_weekday(Expression(0, 16, Part(None, None, 14), weekday=3), Part(1938, 8, 14))
    Part(year=1938, month=7, day=14)
    """
    if one.weekday is None or not first.year or weekday_fits(first, one.weekday):
        return first
    others = [Part(*moved(first.year, first.month, by), one.day) for by in (-1, 1)]
    return next((part for part in others if weekday_fits(part, one.weekday)), first)


def with_century(part: Part | None, known: int) -> Part | None:
    """Supply the century of a year of two figures: the latest that has begun.

    Parameters
    ----------
    part : Part or None
        The day, month or year.
    known : int
        The year of the document, or one near it.

    Returns
    -------
    Part or None

    Examples
    --------
    >>> with_century(Part(98), 1901), with_century(Part(5), 1901)
    (Part(year=1898, month=None, day=None), Part(year=1905, month=None, day=None))
    """
    if part is None or part.year is None or part.year > 99:
        return part
    year = known // 100 * 100 + part.year
    return part._replace(year=year - 100 * (year > known + _TO_COME))
