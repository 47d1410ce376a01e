"""The dates of a text, and for each where what its words leave out comes from.

What is missing is supplied in this order, and the column ``basis`` says which applied:

1. ``stated``: the words carry their year.
2. ``context``: the text around it.

   - A date joined to one that states its year ("June 3 and July 4, 1938") takes that, a day joined
     to one that names its month takes both; "of the same year", "of that month" are taken from the
     date before; a sentence that begins with a year ("In 1860 ...") gives it to its months, and one
     that goes on from a date of an earlier year ("On November 5, 1863, and in December") keeps to it.
   - Otherwise the year of the last day before it, in title or body, that states one. Of a range its
     last day counts; lone years and months do not, nor does the date of a treaty or a law, nor a term
     ("until"), nor one more than a year away from the latest or from the document's own: they tell
     history, or plans. Around New Year the year before or after is taken.
   - Where the document's own date is given and would say otherwise, the narrative yields in another
     paragraph, for the date of a telegram or letter, and for a month before the one it last named.
   - Where it is not given, the narrative must be sure: in the same paragraph with no unresolved
     date between, or agreed, two days or more all of one year; or the day lies between two that
     are stated.
   - A day alone ("the 8th") takes the month of the date before it in its paragraph.
   - In a quotation that its own date introduces, with or without quotation marks, in one with a
     dateline, in a telegram that stands in the text, and in an enclosure with a dateline, words count
     from that date. In an enclosure that has lost its dateline they count from none.

3. ``written``: the document's own date, where it is given or stands in the text, as its dateline or
   in its title.
   "Today", "last night", "Monday", "the 8th instant", "December 26 last" count from it. A month
   takes its year, or the year before for what would lie more than four months ahead; that of a
   telegram or letter is past; a verb in the future, or one in the past, moves it.
4. ``unresolved``: none of these; EDTF writes X for each figure that is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pandas as pd

from lessonkit.edtf import bounds
from lessonkit.errors import DateError, SourceError
from lessonkit.expression import Expression, Part
from lessonkit.expressions import expressions
from lessonkit.layout import Layout, layout
from lessonkit.relative import as_day
from lessonkit.sections import Places
from lessonkit.supply import Supply, Value
from lessonkit.tables import table


def find_dates(text: str, written: str | date | None = None) -> pd.DataFrame:
    """Find the dates of any text.

    Parameters
    ----------
    text : str
        Any text; a document's layout is used, a fragment's is plain.
    written : str, datetime.date or datetime.datetime, optional
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
    >>> find_dates("On July 14, 1938, not on the 24th of August")[["phrase", "edtf", "basis"]]
               phrase        edtf    basis
    0   July 14, 1938  1938-07-14   stated
    1  24th of August  1938-08-24  context
    """
    if not isinstance(text, str):
        raise SourceError(
            f"find_dates: expected a text, found {type(text).__name__}. Give the words themselves, "
            "such as despatch.text."
        )
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
    if written is None or (isinstance(written, date) and not isinstance(written, datetime)):
        return written
    try:
        if isinstance(written, datetime):
            written = written.isoformat()[:10]
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
    return table("dates", date_rows(laid, written, Places(laid)))


def date_rows(laid: Layout, written: date | None, places: Places) -> Iterator[tuple]:
    """Yield the rows of the dates table.

    Parameters
    ----------
    laid : Layout
        The document.
    written : datetime.date or None
        Its own date.
    places : Places
        What tells where in it a date stands.

    Yields
    ------
    tuple
        In the order of the table's columns.

    Examples
    --------
    >>> laid = layout("Since June 3, 1938")
    >>> next(date_rows(laid, None, Places(laid)))[:2]
    ('June 3, 1938', '1938-06-03')
    """
    found = list(expressions(laid.reading))
    spans = [laid.in_text(one.start, one.end) for one in found]
    stand = [places.of(start) for start, _ in spans]
    supply = Supply(laid.reading, found, [place.where for place in stand], written)
    for index, (one, place, (start, end)) in enumerate(zip(found, stand, spans, strict=True)):
        value = supply(index)
        yield (laid.text[start:end], *_days(one, value), value.basis, *place, start, end)


def _days(one: Expression, value: Value) -> tuple[str | None, date | None, date | None]:
    """Return EDTF, first and last day; EDTF is None for a day that no calendar of ours has."""
    if one.relation == "none":
        return None, None, None
    day = as_day(value.first) if value.until is None else None
    if day and day.year > 99:  # so are most
        return day.isoformat(), day, day
    edtf = _edtf(one, value)
    try:
        return edtf, *bounds(edtf)
    except ValueError:
        return None, None, None


def _edtf(one: Expression, value: Value) -> str:
    if value.until is None:
        return _part(one, value.first)
    last = _part(one, value.until)
    if one.joined == "/":
        return last
    edtf = f"{_part(one, value.first)}/{last}"
    return f"[{edtf.replace('/', '..')}]" if one.joined == "or" and value.first.year else edtf


def _part(one: Expression, part: Part) -> str:
    """Write a day, month or year in EDTF, an X for each figure that is not known."""
    year, month, day = part
    written = f"{year:04}" if (year or 0) > 99 else "XXXX" if year is None else f"XX{year:02}"
    is_day = day or one.relation == "day" or (one.weekday is not None and not year)
    if month or is_day or one.relation == "month":
        written += f"-{month:02}" if month else "-XX"
    if is_day:
        written += f"-{day:02}" if day else "-XX"
    return written
