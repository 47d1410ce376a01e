"""Supplies what the words of a date leave out, in the order of precedence that `dates` states."""

from __future__ import annotations

from datetime import date
from math import inf
from typing import NamedTuple

from lessonkit.dates.anchors import Bases
from lessonkit.dates.arithmetic import (
    as_day,
    from_day,
    in_order,
    moved,
    on_weekday,
    part_of,
    weekday_fits,
    with_century,
    year_from,
)
from lessonkit.dates.coordinated import joined_years, with_months
from lessonkit.dates.cues import (
    is_ahead,
    is_message,
    is_narrative,
    is_of_then,
    is_past,
    is_received,
    same_sentence,
)
from lessonkit.dates.model import Expression, Part
from lessonkit.dates.narrative import NOTHING, Mention, Narrative

_LONG = 20  # days back from one day to the next: it is the next month's
_RECENT = 120  # days back within which a date to come may still be set beside one that is past
_LOOKED_AT = 3  # dates that may introduce a quotation, the last ones
_NEWS = 60  # days back that a document tells of without their year, whatever went before
_TOLD = ("title", "body")


class Value(NamedTuple):
    """What a date means, as far as it can be known, and where that is from."""

    first: Part
    until: Part | None
    basis: str


class Supply:
    """Supplies the missing parts of each date in turn."""

    def __init__(
        self, reading: str, found: list[Expression], where: list[str], written: date | None
    ):
        self._reading = reading
        self._where = where
        self._found = with_months(reading, found)
        self._joined = joined_years(reading, self._found, written)
        self._bases = Bases(reading, written)
        days = [
            one for one, place in zip(found, where, strict=True) if place in (*_TOLD, "dateline")
        ]
        self._narrative = Narrative(reading, [one for one in days if one.stated and one.day])
        self._block = self._read_to = 0
        self._before = NOTHING  # the last date with a month
        self._recent: list[Mention] = []  # the last few of them, the last first
        self._told = NOTHING  # the last that is not a law's

    def __call__(self, index: int) -> Value:
        """Return what a date means; they must be asked for in order."""
        one = self._found[index]
        self._block += self._reading.count("\n", self._read_to, one.start)
        self._read_to = one.start
        self._bases.pass_to(one.start)
        value = self._value(one, self._joined[index])
        self._remember(one, value, self._where[index])
        return value

    def _remember(self, one: Expression, value: Value, where: str) -> None:
        known = value.basis != "unresolved"
        last = (
            value.until if value.until and value.until.year and value.until.month else value.first
        )
        mention = Mention(last, self._block, one.start, one.end, one.weekday)
        if one.month or (known and value.first.month):
            self._before = mention
            self._recent = [mention, *self._recent[: _LOOKED_AT - 1]]
            if not self._is_aside(one, where):
                self._told = mention
        if not known:
            self._narrative.unknown(one.end)
        elif value.basis == "context" and value.first.year and value.first.month:
            self._narrative.supplied(mention)
        if one.stated:
            self._remember_stated(one, mention, where)

    def _is_aside(self, one: Expression, where: str) -> bool:
        """Tell whether a day is a law's, or of old in a paragraph that tells of late."""
        if not (one.stated and one.day and where in _TOLD):
            return False
        told, base = self._told, self._bases.day
        if not self._narrative.tells(one):
            return True
        late = base and told.block == self._block and (told.first.year or 0) >= base.year
        return bool(base and late and one.year and base.year - one.year > 1)

    def _remember_stated(self, one: Expression, mention: Mention, where: str) -> None:
        if not one.day and not one.until:
            self._narrative.say(one)
        if one.day:
            counts = self._narrative.counts(one, self._bases.day)
            if (self._bases.read(one, where == "title") or where in _TOLD) and counts:
                self._narrative.tell(one, mention)

    def _base(self, one: Expression, exactly: bool = True) -> tuple[date | None, str]:
        return self._bases.of(one.start, self._recent, exactly)

    def _ahead(self, one: Expression) -> bool:
        return is_ahead(self._reading, one.start, one.end)

    def _value(self, one: Expression, joined: int | None) -> Value:
        if one.stated:
            return _whole(one, one.first, "stated")
        if one.year is not None:
            return self._of_two_figures(one)
        if one.relation.startswith("same"):
            return self._same(one)
        if one.relation or one.first == Part():
            return self._counted(one)
        if not one.month:
            return self._day_alone(one)
        year, basis = (joined, "context") if joined else self._year(one)
        return _whole(one, one.first._replace(year=year), basis)

    def _of_two_figures(self, one: Expression) -> Value:
        """Supply the century of a year of two figures: the latest that has begun."""
        base = self._bases.day
        known = base.year if base else self._narrative.stated_year or self._narrative.latest
        if not known:
            return _whole(one, one.first, "unresolved")
        first, until = with_century(one.first, known), one.until and with_century(one.until, known)
        return Value(first, in_order(first, until), "written" if base else "context")

    def _same(self, one: Expression) -> Value:
        """Take the month or year of the date before in the text."""
        said = self._narrative.said_after(self._before.end)
        year, month, _ = Part(said) if said else self._before.first
        if one.relation == "same year":
            first = one.first._replace(year=year + one.shift if year else None)
        elif year and month:
            first = Part(*moved(year, month, one.shift), one.day)
        else:
            first = Part(None, 0 if one.shift else month, one.day)
        return _whole(one, first, "context" if first.year else "unresolved")

    def _counted(self, one: Expression) -> Value:
        base, basis = self._base(one)
        if base is None:
            first, basis = self._narrative.last_before(one), "context"
        else:
            first = from_day(one, base, ahead=one.weekday is not None and self._ahead(one))
        if first is None:
            return _whole(one, one.first, "unresolved")
        if base and one.first == Part() and not one.relation:
            first = self._weekday_after(one, first, base)
        return _whole(one, first, basis)

    def _weekday_after(self, one: Expression, first: Part, base: date) -> Part:
        """Count a weekday from the one named before it: on Saturday, the 9th, and on Monday."""
        named = (m for m in self._recent if m.weekday is not None and m.block == self._block)
        day = as_day(next(named, NOTHING).first)
        if not day or first > part_of(base):
            return first
        return min(first, from_day(one, day, ahead=True) or first)

    def _day_alone(self, one: Expression) -> Value:
        """Supply the month of a day: of the date before it, else of the document's own."""
        base, basis = self._base(one)
        if self._is_near(one, base):
            first, basis = self._month_after(one, base), "context"
        elif base:
            first = self._month_from(one, base)
        else:
            first = one.first
        first = on_weekday(one, first)
        return _whole(one, first, basis if first.year else "unresolved")

    def _is_near(self, one: Expression, base: date | None) -> bool:
        """Tell whether the date before it says which month a day is of."""
        before = self._told
        if before.block != self._block or not before.first.month:
            return False
        if base is None:
            return self._narrative.known_since(before.end) and not self._ahead(one)
        if not is_message(self._reading, one.start, one.end):
            return True
        return is_message(self._reading, before.start, before.end)

    def _month_after(self, one: Expression, base: date | None) -> Part:
        year, month, day = before = self._told.first
        if day - one.day >= _LONG:
            next_year, month = moved(year or 4, month, 1)
            year = year and next_year
        first = Part(year, month, one.day)
        if not year or not base:
            return first
        to_come = self._ahead(one) and not is_of_then(self._reading, one.start)
        if to_come and first < part_of(base) and _days_back(before, base) < _RECENT:
            return self._month_from(one, base)
        if day and before <= part_of(base) < first and not self._ahead(one):
            return Part(*moved(year, month, -1), one.day)
        return first

    def _month_from(self, one: Expression, base: date) -> Part:
        by = int(one.day < base.day) if self._ahead(one) else -int(one.day > base.day)
        return Part(*moved(base.year, base.month, by), one.day)

    def _year(self, one: Expression) -> tuple[int | None, str]:
        """Supply the year of a month, or of a day of one."""
        narrative, block = self._narrative, self._block
        if said := narrative.said_year(one):
            return said, "context"
        told = narrative.year(one, block)
        base, basis = self._base(one, exactly=False)
        if not base:
            sure = told if told and narrative.is_sure(one, block, told) else self._going_on(one)
            return (sure, "context") if sure else (None, "unresolved")
        year = self._year_from(one, base)
        going_on = self._going_on(one, base)
        if told:
            closer = told == year or narrative.is_closer(one, block, told, year)
            if told < year and self._is_to_come(one, year, base):
                return told, "context"
            if closer and not self._is_to_come(one, told, base, ahead=told < base.year <= year):
                return told, "context"
        if going_on and going_on < year and not self._is_news(one, year, base):
            return going_on, "context"
        return year, basis

    def _is_news(self, one: Expression, year: int, base: date) -> bool:
        """Tell whether a day lies shortly back and in another sentence than the date before."""
        shortly = 0 <= _days_back(Part(year, one.month, one.day), base) < _NEWS
        return shortly and not same_sentence(self._reading, self._before.end, one.start)

    def _is_to_come(self, one: Expression, year: int, base: date, ahead: bool = False) -> bool:
        """Tell whether a year puts what is past after the document's day, or what is ahead before."""
        later = Part(year, one.month, one.day or 1) > part_of(base)
        if ahead or not later:
            return ahead and not later and self._ahead(one)
        return is_past(self._reading, one.start) and not self._ahead(one)

    def _going_on(self, one: Expression, base: date | None = None) -> int | None:
        """Return the year of the date before, if the words go on from it.

        They do in one sentence; and in a paragraph that tells of years long before the document's.
        """
        before = self._before
        year, month, day = before.first
        if not (year and month) or before.block != self._block or self._ahead(one):
            return None
        if is_message(self._reading, one.start, one.end):
            return None
        old = base is not None and day > 0 and base.year - year > 1
        same = same_sentence(self._reading, before.end, one.start)
        later = (one.month, one.day or 31) >= (month, day)
        if not (later and (same or old)) and not (old and same and month - one.month <= 1):
            return None
        return year if is_narrative(self._reading, before.start) else None

    def _year_from(self, one: Expression, base: date) -> int:
        received = is_received(self._reading, one.start)
        year = year_from(
            one,
            base,
            is_ahead=lambda: received or self._ahead(one),
            is_message=lambda: not received and is_message(self._reading, one.start, one.end),
            is_past=lambda: not received and is_past(self._reading, one.start),
        )
        if one.weekday is None or not one.day:
            return year
        years = (year, year - 1, year + 1)
        return next(
            (y for y in years if weekday_fits(one.first._replace(year=y), one.weekday)), year
        )


def _whole(one: Expression, first: Part, basis: str) -> Value:
    return Value(first, in_order(first, one.until), basis)


def _days_back(first: Part, base: date) -> float:
    day = as_day(first._replace(day=first.day or 1))
    return (base - day).days if day else inf
