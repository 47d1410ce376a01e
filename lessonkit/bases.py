"""From which day the words of a passage count: the document's, an enclosure's, a quoted letter's."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from lessonkit.expression import Expression
from lessonkit.insertions import Quotations, is_dateline, letter_end
from lessonkit.narrative import Mention
from lessonkit.relative import as_day


class Bases:
    """Tells from which day the words count, as the text is read from its beginning to its end.

    Parameters
    ----------
    reading : str
        The text.
    written : datetime.date or None
        The document's own date.

    Attributes
    ----------
    day : datetime.date or None
        The day that the passage counts from, quotations set aside.
    basis : str
        ``written`` for the document's own, ``context`` for one found within it.

    Examples
    --------
    >>> Bases("On June 3", date(1938, 7, 14)).basis
    'written'
    """

    def __init__(self, reading: str, written: date | None):
        self._reading = reading
        self._written = written
        self._quotations = Quotations(reading)
        self._quoted: dict[int, date | None] = {}  # by the beginning of a quotation its own day
        self._enclosures = 0
        self.day, self.basis = written, "written"
        self._inserted: tuple[date | None, int] = None, -1  # a telegram in the text, and its end
        self._is_presumed = False  # the document's day in an enclosure that has lost its own

    def pass_to(self, at: int) -> None:
        """Forget the date of an enclosure where the next one begins."""
        passed = bisect_right(self._quotations.enclosures, at)
        if passed > self._enclosures:
            self._enclosures = passed
            self.day, self.basis, self._is_presumed = self._written, "written", True
            self._inserted = None, -1

    def read(self, one: Expression, in_title: bool) -> bool:
        """Take a dateline as the day from which what follows counts; tell whether it is one.

        So is the day that a title gives: that of minutes or of a conversation.
        """
        day = as_day(one.first) if one.until is None else None
        quotation = self._quotations.dated_at(one.start) if day else None
        if quotation is not None:
            self._quoted[quotation] = day
        if not day or not (in_title or is_dateline(self._reading, one.start, one.end)):
            return False
        if self.day is None or self._is_presumed:
            self.basis = "written" if self.day is None else "context"
            self.day, self._is_presumed = day, False
            return True
        if day != self.day and not in_title:
            self._inserted = day, letter_end(self._reading, one.end)
        return False

    def of(self, at: int, recent: list[Mention], exactly: bool) -> tuple[date | None, str]:
        """Return the day that an offset counts from.

        `recent` are the dates before it, the last first. Of an enclosure without a date of its own the
        document's day tells the year, but not exactly the day.
        """
        if at < self._inserted[1]:
            return self._inserted[0], "context"
        day = None if exactly and self._is_presumed else self.day
        start = self._quotations.around(at)
        if start is None:
            return day, self.basis
        if start not in self._quoted:
            self._quoted[start] = self._introducing(at, recent)
        own = self._quoted[start]
        return (own, "context") if own else (day, self.basis)

    def _introducing(self, at: int, recent: list[Mention]) -> date | None:
        """Return the day of the letter that a quotation is from."""
        for index, one in enumerate(recent):
            if self._quotations.introduced_at(at, one.start, one.end, is_last=index == 0):
                return as_day(one.first)
        return None
