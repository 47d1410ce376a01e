"""What the words of a date say, before any year is supplied."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """A day, month or year as far as the words give it.

    A year below 100 is one of two figures; a day with no month stands in a month that the words
    do not name.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None


class Expression(NamedTuple):
    """Calendar words: where they stand, and what they say.

    Attributes
    ----------
    start, end : int
        Where they stand in the reading.
    first : Part
        The day, month or year, or the first of them.
    until : Part or None
        The last of them, where there are several.
    joined : str
        How `until` is joined: "or" is one of the two, "/" two names of one day, by the old
        calendar and the new, anything else all that lies between.
    weekday : int or None
        The weekday named with it, Monday 0.
    relation : str
        What the words count from: ``day``, ``week``, ``month`` and ``year`` from the day of writing,
        ``near`` from it to the nearest such date, ``same month`` and ``same year`` from the date
        before in the text, ``none`` from a calendar that is not ours; empty if from nothing.
    shift : int
        How many units from there: -1 for yesterday and for ultimo, 1 for next year.
    """

    start: int
    end: int
    first: Part = Part()
    until: Part | None = None
    joined: str = ""
    weekday: int | None = None
    relation: str = ""
    shift: int = 0

    @property
    def year(self) -> int | None:
        """The year of the first part."""
        return self.first.year

    @property
    def month(self) -> int | None:
        """The month of the first part."""
        return self.first.month

    @property
    def day(self) -> int | None:
        """The day of the first part."""
        return self.first.day

    @property
    def stated(self) -> bool:
        """Whether the words give their year in full."""
        return (self.first.year or 0) > 99 and not self.relation
