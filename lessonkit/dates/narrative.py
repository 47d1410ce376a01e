"""What the narrative of a text tells of the years it leaves out."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lessonkit.dates.arithmetic import as_day, from_day, part_of, weekday_fits
from lessonkit.dates.cues import is_about, is_ahead, is_message, is_narrative, same_sentence
from lessonkit.dates.model import Expression, Part

_HALF_A_YEAR = 6  # months
_SOON = 120  # days


class Mention(NamedTuple):
    """A date that was read: what it means, where it stands, its weekday."""

    first: Part
    block: int
    start: int
    end: int
    weekday: int | None


NOTHING = Mention(Part(), -1, -1000, -1000, None)


class Narrative:
    """Supplies a year from the dates before that state theirs."""

    def __init__(self, reading: str, stated: list[Expression]):
        self._reading = reading
        told = [one for one in stated if is_narrative(reading, one.start)]
        self._told_at = {one.start for one in told}
        told.sort(key=lambda one: one.first)
        while told and is_ahead(reading, told[-1].start, told[-1].end):  # of a plan
            self._told_at.discard(told.pop().start)
        parts = (part for one in told for part in (one.first, one.until) if part)
        days = sorted(day for day in map(as_day, parts) if day)
        self.latest = days[-1].year if days else None
        self._late = [day for day in days if day.year >= days[-1].year - 1]
        self._agreed = len(self._late) > 1 and self._late[0].year == self.latest
        self._stated = NOTHING  # the last date that states its year and counts
        self._followed = NOTHING  # the last one that counts or was supplied from it
        self._said = Expression(-1000, -1000)  # a lone year, or a month's
        self._unknown_to = -1  # where the last date ends that could not be resolved

    # what is read

    def tells(self, one: Expression) -> bool:
        """Tell whether a stated day is told, not a law's or a plan's."""
        return one.start in self._told_at

    def counts(self, one: Expression, base: date | None) -> bool:
        """Tell whether a stated year is the narrative's: no law's, no plan's, no history."""
        if not self.tells(one):
            return False
        year, month, _ = one.until if one.until and as_day(one.until) else one.first
        if year is None or (base and (year, month) > (base.year, base.month)):
            return False
        near = base.year if base else self.latest
        return near is None or abs(year - near) <= 1

    def tell(self, one: Expression, mention: Mention) -> None:
        """Remember a stated day that counts."""
        self._stated = self._followed = mention

    def supplied(self, mention: Mention) -> None:
        """Remember a date whose year the narrative supplied."""
        self._followed = mention

    def unknown(self, end: int) -> None:
        """Remember where a date ends that could not be resolved."""
        self._unknown_to = end

    def say(self, one: Expression) -> None:
        """Remember a lone year, or a month's."""
        self._said = one

    # what it tells

    @property
    def stated_year(self) -> int | None:
        """The year that was stated last."""
        return self._stated.first.year

    def known_since(self, end: int) -> bool:
        """Tell whether every date since an offset could be resolved."""
        return self._unknown_to <= end

    def said_after(self, end: int) -> int | None:
        """Return the lone year that was read after an offset."""
        return self._said.year if self._said.end > end else None

    def said_year(self, one: Expression) -> int | None:
        """Return the year that the sentence is about: In 1860 it came in August."""
        year = self.said_after(self._stated.end)
        if not year or is_message(self._reading, one.start, one.end):
            return None
        if 0 < one.month < self._said.month:
            return None  # in September 1932, and in January: of which year?
        end = self._said.end
        about = is_about(self._reading, end) and same_sentence(self._reading, end, one.start)
        return year if about else None

    def year(self, one: Expression, block: int) -> int | None:
        """Return the year of the narrative before; around New Year the one before or after it."""
        year, month, _ = self._last_in(block).first
        if year is None or self._stated is NOTHING:
            return None
        if month >= 11 and one.month <= 2:
            return year + 1
        return year - (month <= 2 and one.month >= 11)

    def is_closer(self, one: Expression, block: int, told: int, year: int) -> bool:
        """Tell whether the narrative says more than the document's own date does.

        It goes forward: a month before the one it last named is the next year's, if that has come.
        """
        if self._stated.block != block:
            return False
        if year == told + 1 and not self._is_later(one, told, self._last_in(block)):
            return False
        if same_sentence(self._reading, self._stated.end, one.start):
            return True
        if not is_message(self._reading, one.start, one.end):
            return True
        return is_message(self._reading, self._stated.start, self._stated.end)

    def is_sure(self, one: Expression, block: int, told: int) -> bool:
        """Tell whether the narrative is enough where the document's own date is not known."""
        first = Part(told, one.month, one.day)
        if one.day and not weekday_fits(first, one.weekday):
            return False
        if one.day and self._is_between(first):
            return True
        said = self._said
        if said.month and said.end > self._stated.end and said.year != told:
            return False
        if not self._agreed and (
            self._stated.block != block or self._unknown_to > self._stated.end
        ):
            return False
        if self._is_later(one, told, self._stated):
            return True
        early = self._stated.first.month - one.month >= _HALF_A_YEAR
        return not early and (self._agreed or not is_message(self._reading, one.start, one.end))

    def last_before(self, one: Expression) -> Part | None:
        """Return what "December last" means where only the narrative tells when it was written."""
        if not (one.relation == "near" and one.shift < 0 and one.month and self._agreed):
            return None
        first = from_day(one, self._late[-1], False)
        if first is None or first.year is None:
            return None
        again = as_day(Part(first.year + 1, first.month, first.day or 1))
        return first if again and (again - self._late[-1]).days > _SOON else None

    def _last_in(self, block: int) -> Mention:
        """Return the last date of a block, stated or supplied from one; or the last stated."""
        return self._followed if self._followed.block == block else self._stated

    @staticmethod
    def _is_later(one: Expression, told: int, mention: Mention) -> bool:
        year, month, day = mention.first
        return (told, one.month, one.day or 31) >= (year or 0, month, day)

    def _is_between(self, first: Part) -> bool:
        """Tell whether a day lies between two stated ones of late, and in another year would not."""
        if not self._late or first.year is None:
            return False
        last = part_of(self._late[-1])
        return part_of(self._late[0]) <= first <= last < first._replace(year=first.year + 1)
