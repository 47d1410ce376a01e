"""The dates of a text, and for each where its year comes from.

A missing year is supplied in this order, and the column ``basis`` says which applied:

1. ``stated``: the words carry their year.
2. ``context``: the narrative around it. A date joined by "and", "to" or a dash to one that states
   its year takes that; otherwise the year of the last date before it, in title or body, that
   states one. Lone years and ranges do not count, nor does the date of a treaty or a law, nor one
   more than a year away from the others or from the document's own: they tell history, or plans.
   Around New Year the year before or after is taken.
3. ``written``: the document's own date, where it is given: its year, or the year before for what
   would lie more than four months ahead.
4. ``unresolved``: none of these; EDTF writes the year as XXXX.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

import pandas as pd

from lessonkit.edtf import bounds
from lessonkit.errors import DateError
from lessonkit.expressions import Expression, expressions
from lessonkit.layout import Layout, layout
from lessonkit.sections import Places
from lessonkit.tables import table

_NO_NARRATIVE = re.compile(  # laws and plans
    r"\b(?:(?:treat(?:y|ies)|conventions?|agreements?|protocols?|acts?|laws?|decrees?)"
    r"(?: \w+){0,4},? (?:of|signed|dated)(?: on| the)*|expir\w+(?: on)?|valid until|due(?: on)?) $",
    re.IGNORECASE,
)
_JOIN = re.compile(r"(?:[–‑−—/-]|,? (?:and|to|or|until) (?:the |on )?)")
_MONTHS_AHEAD = 4


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
    DateError
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
    DateError
        If the string is no date.

    Examples
    --------
    >>> as_date("1938-07-14")
    datetime.date(1938, 7, 14)
    """
    if written is None or isinstance(written, date):
        return written
    try:
        return date.fromisoformat(written if len(written) == 10 else "")
    except (TypeError, ValueError):
        raise DateError(
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
    year_of = _Years(laid.reading, written)
    found = list(expressions(laid.reading))
    for one, following in zip_longest(found, found[1:]):
        start, end = laid.in_text(one.start, one.end)
        place = places.of(start)
        year, basis = year_of(one, following, counts=place.where in ("title", "body"))
        yield (laid.text[start:end], *_value(one, year), basis, *place, start, end)


class _Years:
    """Supplies the year of each date in turn, by the order of precedence above."""

    def __init__(self, reading: str, written: date | None):
        self._reading = reading
        self._written = written
        self._last: tuple[int, int] | None = None  # year and month of the last date that counts

    def __call__(
        self, one: Expression, following: Expression | None, counts: bool
    ) -> tuple[int | None, str]:
        if one.year:
            if counts and one.month and self._is_narrative(one):
                self._last = one.year, one.month
            return one.year, "stated"
        if following and following.year and self._joined(one, following):
            earlier = (one.month, one.day or 0) <= (following.month, following.day or 31)
            return following.year - (not earlier), "context"
        if self._last:
            return _around_new_year(*self._last, one.month), "context"
        if self._written:
            ahead = one.month - self._written.month
            return self._written.year - (ahead > _MONTHS_AHEAD), "written"
        return None, "unresolved"

    def _joined(self, one: Expression, following: Expression) -> bool:
        between = self._reading[one.end : following.start]
        return bool(following.month and _JOIN.fullmatch(between))

    def _is_narrative(self, one: Expression) -> bool:
        if _NO_NARRATIVE.search(self._reading, max(one.start - 60, 0), one.start):
            return False
        near = self._written.year if self._written else self._last and self._last[0]
        return near is None or abs(one.year - near) <= 1


def _around_new_year(year: int, month: int, wanted: int) -> int:
    """Return the year of a month that is named soon after another month of a year."""
    if month >= 11 and wanted <= 2:
        return year + 1
    return year - (month <= 2 and wanted >= 11)


def _value(found: Expression, year: int | None) -> tuple[str | None, date | None, date | None]:
    """Return EDTF, first and last day; EDTF is None for a day the calendar does not have."""
    day = found.last if found.joined == "/" else found.day
    parts = [f"{year:04}" if year else "XXXX"]
    parts += [f"{part:02}" for part in (found.month, day) if part]
    edtf = "-".join(parts)
    if found.last and found.joined != "/":
        last = f"{'-'.join(parts[:2])}-{found.last:02}" if day else f"{found.last}"
        edtf = f"[{edtf}..{last}]" if found.joined == "or" and year else f"{edtf}/{last}"
    try:
        return edtf, *bounds(edtf)
    except ValueError:
        return None, None, None
