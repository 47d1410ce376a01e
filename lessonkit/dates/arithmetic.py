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
    """Return a day as a part."""
    return Part(day.year, day.month, day.day)


def as_day(part: Part) -> date | None:
    """Return a part as a day; None if it is no whole day of the calendar."""
    year, month, day = part
    try:
        return date(year, month, day) if year and month and day else None
    except ValueError:
        return None


def moved(year: int, month: int, by: int) -> tuple[int, int]:
    """Return the year and month some months on."""
    months = year * 12 + month - 1 + by
    return months // 12, months % 12 + 1


def in_order(first: Part, until: Part | None) -> Part | None:
    """Supply what the end of a range leaves out, so that it follows its beginning."""
    if until is None or (until.year or 0) > 99:
        return until
    if not (first.month or until.month or until.day):
        return until
    month = until.month or first.month
    year = first.year
    if year and 0 < month < first.month:
        year += 1
    return Part(year, month, until.day)


def from_day(one: Expression, base: date, ahead: bool) -> Part | None:
    """Return what an expression means that counts from a day."""
    try:
        return _from_day(one, base, ahead)
    except (OverflowError, ValueError):
        return None


def _from_day(one: Expression, base: date, ahead: bool) -> Part | None:
    if one.relation == "day":
        return part_of(base + timedelta(one.shift))
    to_weekday = None if one.weekday is None else one.weekday - base.weekday()
    if one.relation == "week" and to_weekday is not None:
        return part_of(base + timedelta(to_weekday + 7 * one.shift))
    if one.relation == "month":
        return Part(*moved(base.year, base.month, one.shift), one.day)
    if one.relation == "year":
        return one.first._replace(year=base.year + one.shift)
    if one.month:
        return one.first._replace(year=_nearest_year(one, base)) if one.relation else None
    if to_weekday is not None and not one.day:
        return _weekday(one, to_weekday, base, ahead)
    return None


def _weekday(one: Expression, to_weekday: int, base: date, ahead: bool) -> Part:
    days = to_weekday % 7
    if one.relation and one.shift == 0:  # this Monday
        return part_of(base + timedelta(to_weekday))
    forward = one.shift > 0 if one.relation else ahead
    return part_of(base + timedelta((days or 7) if forward else days - 7))


def _nearest_year(one: Expression, base: date) -> int:
    """Return the year of the month, or day of it, that was last, is next, or is this year's."""
    passed = (one.month, one.day) < (base.month, base.day if one.day else 0)
    if one.shift < 0:
        return base.year - (not passed)
    if one.shift > 0:
        same_month = not one.day and one.month == base.month
        return base.year + (passed or same_month)
    return base.year


def year_from(
    one: Expression,
    base: date,
    is_ahead: Callable[[], bool],
    is_message: Callable[[], bool],
    is_past: Callable[[], bool],
) -> int:
    """Return the year of a month, or a day of it, that a document of this day names without one."""
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


def _days_to(month: int, day: int, base: date) -> int:
    """Return how far ahead in the base's own year a day lies; a month that runs is at hand."""
    if not day and month == base.month:
        return 0
    last = monthrange(base.year, month)[1]
    return (date(base.year, month, min(day or 1, last)) - base).days


def weekday_fits(first: Part, weekday: int | None) -> bool:
    """Tell whether a day falls on the weekday that is named with it; True if none is."""
    day = None if weekday is None else as_day(first)
    return day is None or day.weekday() == weekday


def on_weekday(one: Expression, first: Part) -> Part:
    """Move a day by a month if only then it falls on its weekday."""
    if not first.year or weekday_fits(first, one.weekday):
        return first
    others = [Part(*moved(first.year, first.month, by), one.day) for by in (-1, 1)]
    return next((part for part in others if weekday_fits(part, one.weekday)), first)


def with_century(part: Part, known: int) -> Part:
    """Supply the century of a year of two figures: the latest that has begun."""
    if part.year is None or part.year > 99:
        return part
    year = known // 100 * 100 + part.year
    return part._replace(year=year - 100 * (year > known + _TO_COME))
