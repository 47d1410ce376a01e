"""Finds the words of a text that name a day, a month, a year or a range of them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_NUMBERS = {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name}
_NAMES = [name for name in calendar.month_name if name]
_MONTH = (
    "(?:"
    + "|".join(_NAMES + [name.upper() for name in _NAMES])
    + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|\b))"
)
_DASH = "[–‑−—-]"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|d)?(?!\w)"
_JOINED = rf"({_DASH}|/|(?:,\ {_DAY})*,?\ (?:and|to|or)\ (?:the\ )?)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_OF_DATE = rf"(?:,\ ?|\ )(?:of\ )?({_YEAR})(?=\d{{1,3}}\b|\b(?!{_DASH}\d))"  # a marker may be glued

_DATE = rf"""
    \b(?P<month_day>({_MONTH})\ ?({_DAY})(?:{_JOINED}({_DAY})(?!\ (?:of\ )?{_MONTH}))?(?:{_OF_DATE})?)
    |(?<!No\.\ )\b(?P<day_month>({_DAY})(?:{_JOINED}({_DAY}))?\ (?:day\ )?(?:of\ )?({_MONTH})(?!\ \d{{1,2}}\b)
        (?:{_OF_DATE})?)(?!\w)
    |\b(?P<month_year>({_MONTH}){_OF_DATE})
    |(?<![\d./])\b(?P<years>({_YEAR})(?:{_DASH}|/)(\d{{4}}|\d\d?))(?![\w/]|{_DASH})
    |(?<![\d./])\b(?P<year>1[789]\d\d)(?!\w|/|{_DASH}\d|,\d{{3}}(?!\d)|\.\d+\ (?:million|per))
    """
_NUMBER_OF = re.compile(  # what is counted or numbered here is no year
    r"(?:\b(?:Nos?\.?|pp?\.|pages?|files?|des?patch(?:es)?|dispatch(?:es)?|(?:air|tele)grams?|notes?|"
    r"law|resolutions?|articles?|serial|steamers?|ships?|vessels?|room|box)|[$£¥]|"
    r"Foreign Relations,)\s?(?:Nos?\.\s?)?[\d,;/ –-]*(?:(?:and|to|or|through) )?$",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"(?:\b(?:in|since|until|till|before|after|during|throughout|year|years|spring|summer|autumn|"
    r"fall|winter|season|early|late|mid|early as|late as)|\()[ -]?$",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"(?:\b(?:of|by|from|to|through|between|and|or|for|about|around|than|the)[ -]|^|\n|[.] )$",
    re.IGNORECASE,
)
_ANOTHER_YEAR = re.compile(rf"{_YEAR},?(?: and| or)? $")
_UNITS = re.compile(
    r"(?: (?:and|or|to) [\d,]+)?,? (?:[A-Z]\w+ )?"
    r"(?:men|persons|people|soldiers|troops|officers|families|refugees|laborers|"
    r"workers|cavalry|infantry|tons|miles|feet|acres|dollars|pounds|yen|rubles|roubles|francs|marks|"
    r"kilos|kilometers|meters|metres|hours|percent|per cent|p\.|Avenue|Street|Road)\b"
)
_PLURAL = re.compile(r" (?!(?:is|was|has|as|its|this|thus|always|besides|towards)\b)[a-z]+s\b")
_LONGEST_RANGE = 60  # years


@cache
def _pattern() -> re.Pattern:
    """Compile when the first text is read: it takes a fiftieth of the package's import."""
    return re.compile(_DATE, re.VERBOSE)


class Expression(NamedTuple):
    """Calendar words: where they stand, and what they say.

    `last` is the day or year of an end, `joined` how it is joined: "or" is one of the two, "/"
    two names of one day, by the old calendar and the new, anything else all that lies between.
    """

    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None
    last: int | None = None
    joined: str = ""


def expressions(reading: str) -> Iterator[Expression]:
    """Find the calendar words of a reading, in order.

    Numbers that only look like years are left out: those of despatches, telegrams, pages, files,
    ships and notes, amounts, and the year in the title of a cited volume.

    Parameters
    ----------
    reading : str
        The reading of a document, or any text.

    Yields
    ------
    Expression

    Examples
    --------
    >>> [found[2:] for found in expressions("From the 8th and 9th of June to 1926–27; No. 1928")]
    [(None, 6, 8, 9, 'and'), (1926, None, None, 1927, '')]
    """
    year_end = -1  # where the last lone year ended
    for match in _pattern().finditer(reading):
        kind = match.lastgroup
        parts = _PARTS[kind](match)
        if kind in ("year", "years"):
            follows = 0 <= match.start() - year_end <= 6
            if not _is_year(reading, match, kind == "years", follows):
                continue
            year_end = match.end()
        if kind == "years" and parts[3] is None:
            continue
        yield Expression(*match.span(), *parts)


def _parts(month: int, day: int | None, joined: int | None, last: int | None, year: int):
    """Return what reads an expression's parts from these groups after the named one."""

    def read(match: re.Match) -> tuple:
        at = match.re.groupindex[match.lastgroup]
        return (
            int(match[at + year]) if match[at + year] else None,
            _NUMBERS[match[at + month][:3].lower()],
            _number(match[at + day]) if day else None,
            _number(match[at + last]) if last else None,
            (re.findall(r"and|to|or|/", match[at + joined] or "") or [""])[-1] if joined else "",
        )

    return read


def _read_years(match: re.Match) -> tuple:
    at = match.re.groupindex["years"]
    first = int(match[at + 1])
    return first, None, None, _last_year(first, match[at + 2])


_PARTS = {
    "month_day": _parts(1, 2, 3, 4, 5),
    "day_month": _parts(4, 1, 2, 3, 5),
    "month_year": _parts(1, None, None, None, 2),
    "years": _read_years,
    "year": lambda match: (int(match["year"]), None, None, None),
}


def _number(day: str | None) -> int | None:
    return int(re.match(r"\d+", day)[0]) if day else None


def _last_year(first: int, last: str) -> int | None:
    """Complete the second year of a range: 1926–27, 1899–01, 1926–7; None if it does not follow."""
    unit = 10 ** len(last)
    year = first // unit * unit + int(last)
    if year <= first and len(last) == 2:
        year += unit
    return year if first < year <= first + _LONGEST_RANGE else None


def _is_year(reading: str, match: re.Match, is_range: bool, follows: bool) -> bool:
    """Tell a lone year, or two, from other numbers of four digits."""
    before = reading[max(match.start() - 60, 0) : match.start()]
    if _NUMBER_OF.search(before) or _UNITS.match(reading, match.end()):
        return False
    if is_range or _SURE.search(before):
        return True
    if _ANOTHER_YEAR.search(before):
        return follows
    return bool(_LIKELY.search(before)) and not _PLURAL.match(reading, match.end())
