"""What the words of a date say, before any year is supplied."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """A day, month or year as far as the words give it.

    A year below 100 is one of two figures; a day with no month stands in a month that the words
    do not name. A month or day that they do not name is 0.
    """

    year: int | None = None
    month: int = 0
    day: int = 0


class Expression(NamedTuple):
    """Calendar words: where they stand, and what they say."""

    start: int
    end: int
    first: Part = Part()  # the day, month or year, or the first of them
    until: Part | None = None  # the last of them, where there are several
    # "or" is one of the two, "/" two names of one day, by the old calendar and the new, anything
    # else all that lies between
    joined: str = ""
    weekday: int | None = None  # the weekday named with it, Monday 0
    # what the words count from: day, week, month and year from the day of writing, near from it to
    # the nearest such date, same month and same year from the date before in the text, none from a
    # calendar that is not ours; empty if from nothing
    relation: str = ""
    shift: int = 0  # how many units from there: -1 for yesterday and for ultimo, 1 for next year

    @property
    def year(self) -> int | None:
        """The year of the first part."""
        return self.first.year

    @property
    def month(self) -> int:
        """The month of the first part, or 0."""
        return self.first.month

    @property
    def day(self) -> int:
        """The day of the first part, or 0."""
        return self.first.day

    @property
    def stated(self) -> bool:
        """Whether the words give their year in full."""
        return (self.first.year or 0) > 99 and not self.relation
