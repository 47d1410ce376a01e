"""Supplies what the words of a date leave out, in the order of precedence that `dates` states."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta
from typing import NamedTuple

from lessonkit.expression import Expression, Part
from lessonkit.relative import from_day, in_order, moved, part_of, weekday_fits, year_from
from lessonkit.surroundings import (
    Quotations,
    is_about,
    is_ahead,
    is_dateline,
    is_message,
    is_narrative,
    is_past,
    same_sentence,
)

_JOIN = re.compile(r"(?:[–‑−—/-]|,? (?:and|to|or|until|through) (?:the |on (?:the )?|of (?:the )?)?)")
_LIST = re.compile(r", (?:the |on |and )?")
_AGAIN = re.compile(r",? (?:and|or|to|until)(?: again)?(?: on| of| from)?(?: the)? ")
_LONG = 20  # days back in a list of days: the next month's
_HALF_A_YEAR = 6  # months
_SOON = 120  # days


class Value(NamedTuple):
    """What a date means, as far as it can be known, and where that is from."""

    first: Part
    until: Part | None
    basis: str


class _Mention(NamedTuple):
    """A date that was read: what it means, and where it stands."""

    first: Part
    block: int
    end: int
    message: bool
    weekday: int | None


class Supply:
    """Supplies the missing parts of each date in turn.

    Parameters
    ----------
    reading : str
        The text.
    found : list of Expression
        Its dates, in order.
    told : list of bool
        For each whether it stands in title or body.
    written : datetime.date or None
        The document's own date.

    Examples
    --------
    >>> june = Expression(3, 9, Part(None, 6, 3))
    >>> supply = Supply("On June 3", [june], [True], date(1938, 7, 14))
    >>> supply(0).first, supply(0).basis
    (Part(year=1938, month=6, day=3), 'written')
    """

    def __init__(self, reading: str, found: list[Expression], told: list[bool], written: date | None):
        self._reading = reading
        self._found = _share_months(reading, found)
        self._told = told
        self._written = written
        self._base, self._basis = written, "written"
        self._quotations = Quotations(reading)
        self._block, self._read_to, self._enclosures = 0, 0, 0
        self._narrated: _Mention | None = None  # the last date that states its year and counts
        self._followed: _Mention | None = None  # the last one that counts or is supplied from it
        self._mentioned: _Mention | None = None  # the last date with a month
        self._said: tuple[int, int] | None = None  # a lone year, or a month's, and where it ends
        self._quoted: dict[int, date | None] = {}  # by the beginning of a quotation its own day
        self._narratives = sorted(
            one.first
            for one, tells in zip(found, told, strict=True)
            if tells and one.stated and one.day and is_narrative(reading, one.start)
        )
        self._latest = self._narratives[-1].year if self._narratives else None
        self._agreed = len(self._narratives) > 1 and self._narratives[0].year == self._latest
        self._unknown_to = -1  # where the last date ends that could not be resolved
        self._joined = self._joined_years()

    def __call__(self, index: int) -> Value:
        """Return what a date means; they must be asked for in order."""
        one = self._found[index]
        self._block += self._reading.count("\n", self._read_to, one.start)
        self._read_to = one.start
        self._pass_enclosures(one.start)
        value = self._value(one, self._joined[index])
        self._remember(one, value, self._told[index])
        return value

    # what is known where

    def _pass_enclosures(self, at: int) -> None:
        """Forget the date of an enclosure where the next one begins."""
        passed = bisect_right(self._quotations.enclosures, at)
        if passed > self._enclosures:
            self._enclosures = passed
            self._base, self._basis = self._written, "written"

    def _base_of(self, one: Expression) -> tuple[date | None, str]:
        """Return the day from which the words count: of the quotation they stand in, else of all."""
        start = self._quotations.around(one.start)
        if start is None:
            return self._base, self._basis
        if start not in self._quoted:
            self._quoted[start] = self._introduction(one.start)
        own = self._quoted[start]
        return (own, "context") if own else (self._base, self._basis)

    def _introduction(self, at: int) -> date | None:
        """Return the day of a letter or telegram that is quoted, from the words before it."""
        before = self._mentioned
        if before and self._quotations.introduced_at(at, before.end):
            return _as_day(before.first)
        return None

    def _remember(self, one: Expression, value: Value, tells: bool) -> None:
        message = is_message(self._reading, one.start, one.end)
        mention = _Mention(value.first, self._block, one.end, message, one.weekday)
        if value.first.month and value.basis != "unresolved" or one.month:
            self._mentioned = mention
        if value.basis == "unresolved":
            self._unknown_to = one.end
        if value.basis == "context" and value.first.year and value.first.month:
            self._followed = mention
        if one.stated and not one.day and not one.until:
            self._said = one.year, one.end
        if not (one.stated and one.day and tells):
            return
        if self._counts(one):
            self._narrated = self._followed = mention
        if one.day and is_dateline(self._reading, one.start, one.end):
            self._open_letter(value.first)

    def _open_letter(self, first: Part) -> None:
        """Take a dateline as the day from which what follows counts."""
        day = _as_day(first)
        if day and (self._written is None or self._enclosures):
            self._basis = "written" if self._base is None else "context"
            self._base = day

    def _counts(self, one: Expression) -> bool:
        """Tell whether a stated year is the narrative's: no law's, no plan's, no history."""
        if not is_narrative(self._reading, one.start):
            return False
        if self._base and one.first[:2] > (self._base.year, self._base.month):
            return False
        near = self._base.year if self._base else self._latest
        return near is None or abs(one.year - near) <= 1

    # the order of precedence

    def _value(self, one: Expression, joined: int | None) -> Value:
        if one.stated:
            return Value(one.first, in_order(one.first, one.until), "stated")
        if one.year:
            return self._short(one)
        if one.relation.startswith("same"):
            return self._same(one)
        if one.relation or one.first == Part():
            return self._counted(one)
        if one.month is None:
            return self._day_alone(one)
        year, basis = self._year(one, joined)
        first = one.first._replace(year=year)
        return Value(first, in_order(first, one.until), basis)

    def _short(self, one: Expression) -> Value:
        """Supply the century of a year of two figures: the latest that has begun."""
        narrated = self._narrated
        known = self._base.year if self._base else (narrated and narrated.first.year) or self._latest
        if not known:
            return Value(one.first, one.until, "unresolved")

        def whole(part: Part | None) -> Part | None:
            if part is None or part.year is None or part.year > 99:
                return part
            year = known // 100 * 100 + part.year
            return part._replace(year=year - 100 * (year > known + 10))

        first = whole(one.first)
        return Value(first, in_order(first, whole(one.until)), "written" if self._base else "context")

    def _same(self, one: Expression) -> Value:
        """Take the month or year of the date before in the text."""
        before = self._mentioned.first if self._mentioned else Part()
        if self._said and (not self._mentioned or self._said[1] > self._mentioned.end):
            before = Part(self._said[0])
        if one.relation == "same year":
            year = before.year + one.shift if before.year else None
            first = one.first._replace(year=year)
        elif before.year and before.month:
            first = Part(*moved(before.year, before.month, one.shift), one.day)
        else:
            first = Part(None, before.month if not one.shift else None, one.day)
        until = in_order(first, one.until)
        return Value(first, until, "context" if first.year else "unresolved")

    def _counted(self, one: Expression) -> Value:
        base, basis = self._base_of(one)
        ahead = is_ahead(self._reading, one.start, one.end)
        first = from_day(one, base, ahead) if base else self._last_before(one)
        basis = basis if base else "context"
        if first is None:
            return Value(one.first, in_order(one.first, one.until), "unresolved")
        before = self._mentioned
        if base and one.first == Part() and one.weekday is not None and not (one.relation or ahead):
            first = self._weekday_after(one, before, first)
        return Value(first, in_order(first, one.until), basis)

    def _weekday_after(self, one: Expression, before: _Mention | None, first: Part) -> Part:
        """Count a weekday from the one named before it: on Saturday, the 9th, and on Monday."""
        day = before and before.weekday is not None and _as_day(before.first)
        if not day or not same_sentence(self._reading, before.end, one.start):
            return first
        follows = part_of(day + timedelta((one.weekday - day.weekday()) % 7 or 7))
        return min(follows, first)

    def _last_before(self, one: Expression) -> Part | None:
        """Return what "last" means where the narrative alone tells about when it was written."""
        if not (one.relation == "near" and one.shift < 0 and one.month and self._agreed):
            return None
        day = _as_day(self._narratives[-1])
        first = from_day(one, day, False) if day else None
        again = first and _as_day(Part(first.year + 1, first.month, first.day or 1))
        return first if again and (again - day).days > _SOON else None

    def _day_alone(self, one: Expression) -> Value:
        """Supply the month of a day: of the date before it, else of the document's own."""
        base, basis = self._base_of(one)
        before = self._mentioned
        near = before and before.block == self._block and before.first.month
        message = is_message(self._reading, one.start, one.end)
        near = near and (base or self._unknown_to <= before.end)
        if near and not (message and base and not before.message):
            first, basis = self._month_after(one, before.first, base), "context"
        elif base:
            first = self._month_from(one, base)
        else:
            first = one.first
        first = self._on_weekday(one, first)
        basis = basis if first.year else "unresolved"
        return Value(first, in_order(first, one.until), basis)

    def _month_after(self, one: Expression, before: Part, base: date | None) -> Part:
        year, month = before.year, before.month
        back = (before.day or 0) - one.day
        if back >= _LONG:
            year, month = moved(year or 4, month, 1)
            year = before.year and year
        first = Part(year, month, one.day)
        told = base and before.year and before.day and before <= part_of(base)
        if told and first > part_of(base) and not is_ahead(self._reading, one.start, one.end):
            return Part(*moved(year, month, -1), one.day)
        return first

    def _month_from(self, one: Expression, base: date) -> Part:
        if is_ahead(self._reading, one.start, one.end):
            return Part(*moved(base.year, base.month, int(one.day < base.day)), one.day)
        return Part(*moved(base.year, base.month, -int(one.day > base.day)), one.day)

    def _on_weekday(self, one: Expression, first: Part) -> Part:
        """Move a day by a month if only then it falls on its weekday."""
        if one.weekday is None or not first.year or weekday_fits(first, one.weekday):
            return first
        others = [Part(*moved(first.year, first.month, by), one.day) for by in (-1, 1)]
        return next((part for part in others if weekday_fits(part, one.weekday)), first)

    def _year(self, one: Expression, joined: int | None) -> tuple[int | None, str]:
        """Supply the year of a month, or of a day of one."""
        said = joined or self._said_year(one)
        if said:
            return said, "context"
        told = self._told_year(one)
        base, basis = self._base_of(one)
        if not base:
            return (told, "context") if told and self._is_sure(one, told) else (None, "unresolved")
        year = self._year_from(one, base)
        if told == year or (told and self._is_closer(one, told, year)):
            return told, "context"
        return year, basis

    def _year_from(self, one: Expression, base: date) -> int:
        message = is_message(self._reading, one.start, one.end)
        ahead = not message and is_ahead(self._reading, one.start, one.end)
        past = is_past(self._reading, one.start)
        year = year_from(one, base, ahead, message, past)
        if one.weekday is None or one.day is None:
            return year
        years = (year, year - 1, year + 1)
        fits = (y for y in years if weekday_fits(Part(y, one.month, one.day), one.weekday))
        return next(fits, year)

    def _said_year(self, one: Expression) -> int | None:
        """Return the year that the sentence is about: In 1860 it came in August."""
        if not self._said or is_message(self._reading, one.start, one.end):
            return None
        year, end = self._said
        if self._narrated and self._narrated.end > end:
            return None
        about = is_about(self._reading, end) and same_sentence(self._reading, end, one.start)
        return year if about else None

    def _told_year(self, one: Expression) -> int | None:
        """Return the year of the narrative before; around New Year the one before or after it."""
        if not self._narrated:
            return None
        followed = self._followed if self._followed.block == self._block else self._narrated
        year, month, _ = followed.first
        if month >= 11 and one.month <= 2:
            return year + 1
        return year - (month <= 2 and one.month >= 11)

    def _is_closer(self, one: Expression, told: int, year: int) -> bool:
        """Tell whether the narrative says more than the document's own date does.

        It goes forward: a month before the one it last named is the next year's, if that has come.
        """
        narrated = self._narrated
        if narrated.block != self._block or (year == told + 1 and not self._is_later(one, told)):
            return False
        if same_sentence(self._reading, narrated.end, one.start):
            return True
        return narrated.message or not is_message(self._reading, one.start, one.end)

    def _is_later(self, one: Expression, told: int) -> bool:
        year, month, day = self._narrated.first
        return (told, one.month, one.day or 31) >= (year, month, day or 0)

    def _is_sure(self, one: Expression, told: int) -> bool:
        """Tell whether the narrative alone is enough, where the document's own date is not known."""
        narrated = self._narrated
        first = Part(told, one.month, one.day)
        if one.day and not weekday_fits(first, one.weekday):
            return False
        if one.day and self._is_between(first):
            return True
        near = narrated.block == self._block
        if not near and not self._agreed or (self._unknown_to > narrated.end and not self._agreed):
            return False
        early = narrated.first.month - one.month >= _HALF_A_YEAR
        if self._is_later(one, told):
            return True
        return not early and (self._agreed or not is_message(self._reading, one.start, one.end))

    def _is_between(self, first: Part) -> bool:
        """Tell whether a day lies between two stated ones of late, and in another year would not."""
        late = [part for part in self._narratives if part.year >= self._latest - 1]
        next_year = first._replace(year=first.year + 1)
        return late[0] <= first <= late[-1] < next_year

    # dates that share a year

    def _joined_years(self) -> list[int | None]:
        """Find for each date the year that it shares with one it is joined to, further on."""
        years: list[int | None] = [None] * len(self._found)
        following, linked = None, False
        for index in range(len(self._found) - 1, -1, -1):
            one = self._found[index]
            if following and not one.year and one.month and not one.relation:
                years[index] = self._shared(one, *following, linked)
            linked = years[index] is not None
            year = years[index] or (one.year if one.stated else self._near_year(one))
            following = (one, year) if year and one.month else None
        return years

    def _shared(self, one: Expression, other: Expression, year: int, linked: bool) -> int | None:
        between = self._reading[one.end : min(other.start, one.end + 20)]
        if other.start > one.end + 20 or not (
            _JOIN.fullmatch(between) or (linked and _LIST.fullmatch(between))
        ):
            return None
        earlier = (one.month, one.day or 0) <= (other.month, other.day or 31)
        return year - (not earlier)

    def _near_year(self, one: Expression) -> int | None:
        if not (one.relation in ("near", "year") and one.month and self._written):
            return None
        first = from_day(one, self._written, False)
        return first and first.year


def _share_months(reading: str, found: list[Expression]) -> list[Expression]:
    """Give a day its month where another follows that names it: the 5th and again on the 12th of May."""
    shared = list(found)
    for index in range(len(found) - 2, -1, -1):
        one, other = shared[index], shared[index + 1]
        if one.month or not one.day or one.relation or not (other.day and other.day > one.day):
            continue
        if other.start - one.end < 30 and _AGAIN.fullmatch(reading, one.end, other.start):
            first, until = one.first._replace(month=other.month, year=other.year), one.until
            until = until and until._replace(month=other.month, year=other.year)
            relation = other.relation, other.shift
            shared[index] = one._replace(
                first=first, until=until, relation=relation[0], shift=relation[1]
            )
    return shared


def _as_day(first: Part) -> date | None:
    try:
        return date(*first)
    except (TypeError, ValueError):
        return None
