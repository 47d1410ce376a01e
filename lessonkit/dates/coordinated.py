"""Dates that share a month or a year: the 5th and again on the 12th of May, June 3 and July 4, 1938."""

from __future__ import annotations

import re
from datetime import date

from lessonkit.dates.arithmetic import from_day
from lessonkit.dates.model import Expression

_AGAIN = re.compile(r",? (?:and|or|to|until)(?: again)?(?: on| of| from)?(?: the)? ")
_JOIN = re.compile(r"(?:[–‑−—/-]|,? (?:and|to|or|until|through) (?:on |of )?(?:the )?)")
_LIST = re.compile(r", (?:the |on |and )?")
_APART = 30  # characters between two dates that are joined, at the most


def with_months(reading: str, found: list[Expression]) -> list[Expression]:
    """Give a day its month where another day follows that names it."""
    shared = list(found)
    for index in range(len(found) - 2, -1, -1):
        one, other = shared[index], shared[index + 1]
        if _lacks_month(one, other) and _AGAIN.fullmatch(reading, one.end, other.start):
            until = one.until
            shared[index] = one._replace(
                first=one.first._replace(year=other.year, month=other.month),
                until=until and until._replace(year=other.year, month=other.month),
                relation=other.relation,
                shift=other.shift,
            )
    return shared


def _lacks_month(one: Expression, other: Expression) -> bool:
    lone = one.day and not one.month and not one.relation
    return bool(lone and other.day > one.day and other.start - one.end < _APART)


def joined_years(reading: str, found: list[Expression], written: date | None) -> list[int | None]:
    """Find for each date the year that it shares with one it is joined to, further on."""
    years: list[int | None] = [None] * len(found)
    following: tuple[Expression, int] | None = None
    linked = False
    for index in range(len(found) - 1, -1, -1):
        one = found[index]
        if following and one.month and one.year is None and not one.relation:
            years[index] = _shared(reading, one, *following, linked)
        linked = years[index] is not None
        year = years[index] or _own_year(one, written)
        following = (one, year) if year and one.month else None
    return years


def _shared(
    reading: str, one: Expression, other: Expression, year: int, linked: bool
) -> int | None:
    if other.start - one.end > _APART:
        return None
    between = reading[one.end : other.start]
    if not (_JOIN.fullmatch(between) or (linked and _LIST.fullmatch(between))):
        return None
    earlier = (one.month, one.day) <= (other.month, other.day or 31)
    return year - (not earlier)


def _own_year(one: Expression, written: date | None) -> int | None:
    if one.stated:
        return one.year
    if one.month and written and one.relation in ("near", "year"):
        first = from_day(one, written, False)
        return first and first.year
    return None
