"""Finds the words of a text that name a day, a month, a year or a range of them.

One quick pass stops where such words may begin: at a month, a number, a weekday, a word such as
"yesterday". There the grammar is asked, form by form, and the first that reads the words wins.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from functools import cache

from lessonkit.calendar_words import SPELLED
from lessonkit.deixis import counted, feast, nearest, weekday
from lessonkit.eras import era
from lessonkit.expression import Expression
from lessonkit.figures import in_figures
from lessonkit.forms import day_alone, day_first, month_first
from lessonkit.years import short_years, year_before, years_at

Form = Callable[[str, int], Expression | None]
_STOPS = rf"""
    \b(?=[0-9A-Zc-flnpsty])  # a quick no to most words
    (?:(?P<number>\d+)
    |(?P<month>J(?:an|un|ul|AN|UN|UL)|Feb|FEB|M(?:ar|ay|AR|AY)|A(?:pr|ug|PR|UG)|S(?:ep|EP)|Oct|OCT
        |Nov|NOV|D(?:ec|EC))
    |(?P<weekday>{"|".join(calendar.day_name)})
    |(?P<word>[Tt](?:o-?(?:day|night|morrow)|his\b)|[Yy]esterday|[Ll]ast\b|[Nn](?:ext\b|ight\ before)
        |[Pp](?:resent|ast)\b|[Cc]urrent\b|[Dd]ay\ (?:before|after))
    |(?P<feast>Christmas|New\ Year)
    |(?P<era>K[wu]ang|Tung|Hs[üu]an|Hsien|Mei|Taish|Sh[oō]wa)
    |(?P<spelled>{SPELLED}))
    """
_SENTENCE_END = re.compile(r"[”’\"')\]]*(?: [“‘\"(\[]*[A-Z]|\n|$)")
_YEAR_AND_MONTH = re.compile(r",? ")


@cache
def _stops() -> re.Pattern:
    """Compile when the first text is read: it takes a fiftieth of the package's import."""
    return re.compile(_STOPS, re.VERBOSE)


def _year_first(reading: str, at: int) -> Expression | None:
    """Read a date that begins with its year: 1897, June 3."""
    before = year_before(reading, at)
    gap = before and _YEAR_AND_MONTH.match(reading, before[1])
    one = month_first(reading, gap.end()) if gap else None
    if not one or one.year is not None or one.relation or not one.day:
        return None
    until = one.until and one.until._replace(year=before[0])
    return one._replace(start=at, first=one.first._replace(year=before[0]), until=until)


_FORMS: dict[str, tuple[Form, ...]] = {
    "month": (feast, month_first),
    "weekday": (weekday,),
    "word": (counted, nearest),
    "feast": (feast,),
    "era": (era,),
    "spelled": (era, day_first),
}
_DAY_FORMS: tuple[Form, ...] = (in_figures, era, day_first, day_alone)
_YEAR_FORMS: tuple[Form, ...] = (in_figures, _year_first)


def expressions(reading: str) -> Iterator[Expression]:
    """Find the calendar words of a reading, in order.

    Numbers that only look like dates are left out: those of despatches, telegrams, pages, files,
    ships and notes, hours, amounts, and the year in the title of a cited volume.

    Parameters
    ----------
    reading : str
        The reading of a document, or any text.

    Yields
    ------
    Expression

    Examples
    --------
    >>> text = "From the 8th and 9th of June to 1926–27; No. 1928"
    >>> [text[found.start : found.end] for found in expressions(text)]
    ['8th and 9th of June', '1926–27']
    """
    stops = _stops()
    at, last_year_end = 0, -1000
    while match := stops.search(reading, at):
        one, at = _read(reading, match, last_year_end), match.end()
        if one:
            at = one.end
            one = _without_stop(reading, one)
            if one.stated:
                last_year_end = one.end
            yield one


def _without_stop(reading: str, one: Expression) -> Expression:
    """Leave the point that ends a sentence out of a word cut short: he came on 4 Sept."""
    ends = reading[one.end - 1] == "." and _SENTENCE_END.match(reading, one.end)
    return one._replace(end=one.end - 1) if ends else one


def _read(reading: str, match: re.Match, last_year_end: int) -> Expression | None:
    kind, at = match.lastgroup, match.start()
    if kind == "number":
        return _read_number(reading, at, match.end() - at, last_year_end)
    return _first_of(_FORMS[kind], reading, at)


def _read_number(reading: str, at: int, figures: int, last_year_end: int) -> Expression | None:
    if figures == 4:
        one = _first_of(_YEAR_FORMS, reading, at)
        return one or years_at(reading, at, last_year_end)
    if figures > 2:
        return None
    if at and reading[at - 1] in "’'" and (short := short_years(reading, at - 1)):
        return short
    return _first_of(_DAY_FORMS, reading, at)


def _first_of(forms: tuple[Form, ...], reading: str, at: int) -> Expression | None:
    for form in forms:
        if one := form(reading, at):
            return one
    return None
