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

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from lessonkit.dates.arithmetic import as_day
from lessonkit.dates.edtf import bounds
from lessonkit.dates.model import Expression, Part
from lessonkit.dates.resolver import Supply, Value
from lessonkit.dates.scanner import expressions
from lessonkit.errors import DateError


class Dated(NamedTuple):
    """A date of a text.

    Attributes
    ----------
    start, end : int
        Where its words are in the text, end exclusive.
    phrase : str
        The words.
    edtf : str or None
        The date in EDTF (ISO 8601-2); None for a day that the calendar doesn't have.
    not_before, not_after : datetime.date or None
        The first and the last day it can be, both inclusive.
    basis : str
        ``stated``, ``context``, ``written`` or ``unresolved``.

    Examples
    --------
    >>> find("On July 14, 1938, he left.")[0].edtf
    '1938-07-14'
    """

    start: int
    end: int
    phrase: str
    edtf: str | None
    not_before: date | None
    not_after: date | None
    basis: str


def find(
    text: str, written: date | None = None, where: Callable[[int], str] | None = None
) -> list[Dated]:
    """Find the dates of a text.

    Parameters
    ----------
    text : str
        Any text. Page numbers and note markers inside the words hide a date, so a document
        gives its reading.
    written : datetime.date, optional
        The document's own date, which dates what it says.
    where : callable, optional
        From an offset to where in the document it is: ``title``, ``dateline``, ``body``,
        ``closing`` or ``note``. Without it, all of the text is body.

    Returns
    -------
    list of Dated
        In the order of the text.

    Examples
    --------
    >>> for one in find("On July 14, 1938, not on the 24th of August"):
    ...     print(one.phrase, one.edtf, one.basis)
    July 14, 1938 1938-07-14 stated
    24th of August 1938-08-24 context
    """
    return list(_found(text, written, where))


def _found(text: str, written: date | None, where: Callable[[int], str] | None) -> Iterator[Dated]:
    found = list(expressions(text))
    places = [where(one.start) for one in found] if where else ["body"] * len(found)
    supply = Supply(text, found, places, written)
    for index, one in enumerate(found):
        value = supply(index)
        days = _first_and_last(one, value)
        yield Dated(one.start, one.end, text[one.start : one.end], *days, value.basis)


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


def _first_and_last(one: Expression, value: Value) -> tuple[str | None, date | None, date | None]:
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
