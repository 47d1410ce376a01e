"""Finds the dates of a text, and says for each where its year comes from.

A missing year is supplied in this order, and the column ``basis`` says which applied:

1. ``stated``: the words carry their year.
2. ``context``: the last date with a stated year before it in the body. Years that stand alone,
   ranges, and dates more than a year older than the newest so far do not count: they tell
   history.
3. ``written``: the document's own date, where it is given.
4. ``unresolved``: none of these; EDTF writes the year as XXXX.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pandas as pd

from lessonkit.edtf import bounds
from lessonkit.layout import Layout, layout
from lessonkit.sections import Places
from lessonkit.tables import table

_MONTHS = (
    "Jan(?:uary|\\.)|Feb(?:ruary|\\.)|Mar(?:ch|\\.)|Apr(?:il|\\.)|May|June?|July?|"
    "Aug(?:ust|\\.)|Sept?(?:ember|\\.)|Oct(?:ober|\\.)|Nov(?:ember|\\.)|Dec(?:ember|\\.)"
)
_MONTH = f"(?:{_MONTHS})"
_NUMBERS = {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name}
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|d)?(?!\w)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_CITED = r"(?=\d{1,3}\b|\b(?![–-]\d))"  # a note marker may be glued to a year

_DATE = re.compile(
    rf"""
    \b(?P<month>{_MONTH})\ (?P<day>{_DAY})(?:,?\ (?P<year>{_YEAR}){_CITED})?
    |(?<!No\.\ )\b(?P<day2>{_DAY})\ (?:of\ )?(?P<month2>{_MONTH})(?!\ \d{{1,2}}\b)
        (?:,?\ (?P<year2>{_YEAR}){_CITED})?(?!\w)
    |\b(?P<month3>{_MONTH}),?\ (?:of\ )?(?P<year3>{_YEAR}){_CITED}
    |\b(?P<first>{_YEAR})[–-](?P<last>{_YEAR}|\d\d)(?![\w–-])
    |\b(?P<alone>{_YEAR})(?![\w/–-]|[.,]\d)
    """,
    re.VERBOSE,
)
_BEFORE_A_YEAR = re.compile(
    r"(?:\b(?:in|In|of|since|Since|until|Until|till|before|Before|after|After|by|By|from|From|"
    r"during|During|through|between|Between|and|to|early|late|mid|year|years|spring|summer|"
    r"autumn|fall|winter|season)|\(|\b[Tt]he(?= \d{4} ))[ -]?$"
)
_AFTER_A_NUMBER = re.compile(
    r",? (?:men|persons|people|soldiers|troops|officers|families|refugees|laborers|workers|"
    r"tons|miles|meters|metres|kilometers|acres|dollars|pounds|yen|rubles|roubles|francs|marks|"
    r"rounds|planes|rifles|copies|words|votes|bales|barrels|horses|hours|percent|per cent|p\.)"
)


class Found(NamedTuple):
    """A date as its words give it; month and day may be missing, ``last`` ends a range."""

    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None
    last: int | None = None


def find_dates(text: str, written: str | date | None = None) -> pd.DataFrame:
    """Find the dates of any text.

    Parameters
    ----------
    text : str
        Any text; a document's layout is used, a fragment's is plain.
    written : str or datetime.date, optional
        The document's own date, ``"YYYY-MM-DD"``.

    Returns
    -------
    pandas.DataFrame
        Shape (dates, 10), the columns of ``Despatch.dates``; in the order of the text.

    Raises
    ------
    ValueError
        If `written` is no date.

    Examples
    --------
    >>> find_dates("From July 14, 1938, to the 24th of August")[["phrase", "edtf", "basis"]]
               phrase        edtf    basis
    0   July 14, 1938  1938-07-14   stated
    1  24th of August  1938-08-24  context
    """
    return dates_table(layout(text), as_date(written))


def as_date(written: str | date | None) -> date | None:
    """Read the document's own date.

    Parameters
    ----------
    written : str, datetime.date or None
        A string is ``"YYYY-MM-DD"``.

    Returns
    -------
    datetime.date or None

    Raises
    ------
    ValueError
        If the string is no date.

    Examples
    --------
    >>> as_date("1938-07-14")
    datetime.date(1938, 7, 14)
    """
    if written is None or isinstance(written, date):
        return written
    try:
        return date.fromisoformat(written)
    except (TypeError, ValueError):
        raise ValueError(
            f"written: expected a date such as '1938-07-14', found {written!r}. "
            "Give year, month and day, or leave it out."
        ) from None


def dates_table(laid: Layout, written: date | None) -> pd.DataFrame:
    """Make the dates table of a document that is laid out.

    Parameters
    ----------
    laid : Layout
        The document.
    written : datetime.date or None
        Its own date.

    Returns
    -------
    pandas.DataFrame
        Shape (dates, 10).

    Examples
    --------
    >>> dates_table(layout("Since June 3"), date(1938, 9, 1))["basis"].tolist()
    ['written']
    """
    return table("dates", _rows(laid, written))


def _rows(laid: Layout, written: date | None) -> Iterator[tuple]:
    places = Places(laid)
    context: int | None = None
    newest = 0
    for found in _found(laid.reading):
        start, end = laid.in_text(found.start, found.end)
        place = places.of(start)
        year, basis = _year(found, context, written)
        if place.where == "body" and basis == "stated" and found.month and found.year >= newest - 1:
            context, newest = found.year, max(newest, found.year)
        edtf, first, last = _value(found, year)
        yield (laid.text[start:end], edtf, first, last, basis, *place, start, end)


def _found(reading: str) -> Iterator[Found]:
    for match in _DATE.finditer(reading):
        groups = match.groupdict()
        if groups["alone"] and not _is_year(reading, match):
            continue
        month = groups["month"] or groups["month2"] or groups["month3"]
        day = groups["day"] or groups["day2"]
        year = groups["year"] or groups["year2"] or groups["year3"] or groups["first"]
        year = int(year or groups["alone"]) if year or groups["alone"] else None
        last = _last_year(year, groups["last"]) if groups["last"] else None
        if groups["last"] and last is None:
            continue
        yield Found(
            *match.span(),
            year,
            _NUMBERS[month[:3].lower()] if month else None,
            int(re.match(r"\d+", day)[0]) if day else None,
            last,
        )


def _is_year(reading: str, match: re.Match) -> bool:
    """Tell a year that stands alone from any other number of four digits."""
    before = reading[max(match.start() - 12, 0) : match.start()]
    return bool(_BEFORE_A_YEAR.search(before)) and not _AFTER_A_NUMBER.match(reading, match.end())


def _last_year(first: int, last: str) -> int | None:
    """Complete the second year of a range: 1926–27, 1899–1901; None if it does not follow."""
    year = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if len(last) == 2 and year <= first:
        year += 100
    return year if first < year <= first + 60 else None


def _year(found: Found, context: int | None, written: date | None) -> tuple[int | None, str]:
    if found.year:
        return found.year, "stated"
    if context:
        return context, "context"
    if written:
        return written.year, "written"
    return None, "unresolved"


def _value(found: Found, year: int | None) -> tuple[str | None, date | None, date | None]:
    """Return EDTF, first and last day; EDTF is None for a day the calendar does not have."""
    parts = [f"{year:04}" if year else "XXXX"]
    parts += [f"{part:02}" for part in (found.month, found.day) if part]
    edtf = "-".join(parts) + (f"/{found.last}" if found.last else "")
    try:
        return edtf, *bounds(edtf)
    except ValueError:
        return None, None, None
