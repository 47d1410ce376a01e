"""The grammar of words that count from the day of writing: today, last night, Monday, next year."""

from __future__ import annotations

import re

from lessonkit.dates.day_month import day_alone, day_first, month_first
from lessonkit.dates.model import Expression, Part
from lessonkit.dates.words import PART_OF_DAY, WEEKDAY, weekday_number

_TODAY = re.compile(
    r"(?:[Tt]o-?day|[Tt]o-?night|[Tt]his (?:morning|forenoon|noon|afternoon|evening|day|date))"
    r"(?![^\W\d])(?! week)"
)
_DAYS = (
    (re.compile(r"[Dd]ay before yesterday|[Nn]ight before last"), -2),
    (re.compile(rf"[Yy]esterday{PART_OF_DAY}?(?![^\W\d])|[Ll]ast (?:night|evening)\b"), -1),
    (re.compile(rf"[Tt]o-?morrow{PART_OF_DAY}?(?![^\W\d])"), 1),
    (re.compile(r"[Dd]ay after to-?morrow"), 2),
)
_UNIT = re.compile(
    r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Pp]resent|[Cc]urrent)(?: past| last)? "
    r"(?P<unit>month|year)(?![^\W\d])"
)
_NEAREST = re.compile(r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast)(?: past| coming)? ")
_WEEKDAY = re.compile(rf"(?P<name>{WEEKDAY})(?P<part>{PART_OF_DAY})?")
_AFTER_WEEKDAY = re.compile(r",? (?:\(?the |on the |night of )?|, (?:on )?(?:the )?")
_NEAR = re.compile(r",? (?P<near>last|next|past|instant|inst\b\.?)(?!\w)(?! (?:week|month|year)\b)")
_OF_WEEK = re.compile(r",? (?:of )?(?P<which>this|last|next) week\b")
_NO_WEEKDAY = re.compile(r"\b(?:[Ee]very|[Ee]ach|Good|Easter|Ash|Black|Bloody|Palm|Whit)[ -]$")
_PAPER = re.compile(
    r" (?:Times|Express|Post|Evening Post|[Ss]chool|Review|Dispatch|Herald|Star|Mail)\b"
)
_FEASTS = {
    "Christmas": (12, 25),
    "Christmas Day": (12, 25),
    "Christmas day": (12, 25),
    "Christmas Eve": (12, 24),
    "New Year’s Day": (1, 1),
    "New Year’s Eve": (12, 31),
    "May Day": (5, 1),
}
_FEAST = re.compile(
    rf"(?:{'|'.join(sorted(_FEASTS, reverse=True))})(?![^\W\d])".replace("’", "[’']")
)
_SHIFT = {"this": 0, "present": 0, "current": 0, "last": -1, "past": -1, "next": 1}
_NO_DAY = re.compile(r"\b(?:to|until|till|up to|unto|at|In|in|the) $")  # to this day
_A_STRETCH = re.compile(r"\b(?:[Tt]he|[Ff]or|these) $")  # for the last year


def counted(reading: str, at: int) -> Expression | None:
    """Read words that count days, months or years from the day of writing."""
    before = reading[max(at - 12, 0) : at]
    match = _TODAY.match(reading, at)
    if match:
        idle = match[0].lower() in ("this day", "this date") and _NO_DAY.search(before)
        return None if idle else Expression(*match.span(), relation="day")
    for pattern, shift in _DAYS:
        if match := pattern.match(reading, at):
            return Expression(*match.span(), relation="day", shift=shift)
    match = _UNIT.match(reading, at)
    if not match:
        return None
    shift = _SHIFT[match["which"].lower()]
    if shift and _A_STRETCH.search(before):
        return None
    return Expression(*match.span(), relation=match["unit"], shift=shift)


def nearest(reading: str, at: int) -> Expression | None:
    """Read a weekday or month that a word before it places: last Monday, next June 3."""
    match = _NEAREST.match(reading, at)
    if not match:
        return None
    one = weekday(reading, match.end()) or month_first(reading, match.end())
    if not one or one.stated:
        return None
    if one.relation == "near":  # on this Monday next
        return one._replace(start=at)
    return one._replace(start=at, relation="near", shift=_SHIFT[match["which"].lower()])


def weekday(reading: str, at: int) -> Expression | None:
    """Read a weekday, with the date that follows it."""
    match = _WEEKDAY.match(reading, at)
    if not match or _NO_WEEKDAY.search(reading[max(at - 12, 0) : at]):
        return None
    number, end = weekday_number(match["name"]), match.end()
    dated = _date_after(reading, end)
    if dated:
        return dated._replace(start=at, weekday=number)
    if near := _NEAR.match(reading, end):
        if dated := _date_after(reading, near.end()):  # Thursday next, the 21st instant
            return dated._replace(start=at, weekday=number)
        shift = _SHIFT.get(near["near"], 0)
        return Expression(at, near.end(), weekday=number, relation="near", shift=shift)
    if week := _OF_WEEK.match(reading, end):
        shift = _SHIFT[week["which"]]
        return Expression(at, week.end(), weekday=number, relation="week", shift=shift)
    return None if _PAPER.match(reading, end) else Expression(at, end, weekday=number)


def _date_after(reading: str, end: int) -> Expression | None:
    gap = _AFTER_WEEKDAY.match(reading, end)
    if not gap:
        return None
    at = gap.end()
    one = month_first(reading, at) or day_first(reading, at) or day_alone(reading, at, named=True)
    return one if one and one.day else None


def feast(reading: str, at: int) -> Expression | None:
    """Read the name of a day that has the same date every year."""
    match = _FEAST.match(reading, at)
    if not match:
        return None
    return Expression(*match.span(), Part(None, *_FEASTS[match[0].replace("'", "’")]))
