"""Finds the words of a text that name a day, a month, a year or a range of them.

One quick pass stops where such words may begin: at a month, a number, a weekday, a word such as
"yesterday". There the grammar is asked, form by form, and the first that reads the words wins.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from functools import cache

from lessonkit.dates.day_month import day_alone, day_first, month_first
from lessonkit.dates.model import Expression
from lessonkit.dates.numeric import in_figures
from lessonkit.dates.other_calendars import era
from lessonkit.dates.relative import counted, feast, nearest, weekday
from lessonkit.dates.words import DASH, SPELLED_WORDS
from lessonkit.dates.years import short_years, year_before, years_at

Form = Callable[[str, int], Expression | None]
_AFTER_DAY = (  # without one of these a number is no day
    rf"st|nd|rd|th|d|/| ?{DASH}| ?[JFMASOND]|,? (?:and|&|or|of|to|th|ti|until|day|month|year|inst|ult|"
    r"prox|[JFMASOND])|, [0-9EFNSTefnst]"
)
_STARTS = {  # how the words of each kind begin: a letter, or a set of them, is a quick no to others
    "short": [r"[0-9]\d(?<=[’']\d\d)"],
    "figures": [r"[0-9]\d?/\d\d?/\d\d", r"[12]\d\d\d-\d\d-\d\d"],
    "reckoned": [r"[0-9]\d?(?:st|nd|rd|th|d)? (?:year of|(?:day )?of the|moon|intercalary)"],
    "day": [rf"[0-9]\d?(?={_AFTER_DAY})"],
    "year": [r"[12]\d\d\d(?!\d)"],
    "month": ["J(?:an|AN|u[nl]|U[NL])", "F(?:eb|EB)", "M(?:a[ry]|A[RY])", "A(?:pr|PR|ug|UG)",
              "S(?:ep|EP)", "O(?:ct|CT)", "N(?:ov|OV)", "D(?:ec|EC)"],
    "weekday": list(calendar.day_name),
    "word": [r"[Tt](?:o-?(?:day|night|morrow)|his\b)", "[Yy]esterday", r"[Ll]ast\b", r"[Nn]ext\b",
             "[Nn]ight before", r"[Pp](?:resent|ast)\b", r"[Cc]urrent\b", "[Dd]ay (?:before|after)"],
    "feast": ["Christmas", "New Year"],
    "era": ["K[wu]ang", "Tung", "Hs[üu]an", "Hsien", "Mei", "Taish", "Sh[oō]wa"],
    "spelled": SPELLED_WORDS,
}  # fmt: skip
_INITIALS = "0-9ACDEFHJKLMNOPSTWYcdeflnpsty"
_INITIAL = re.compile(r"\[[^\]]+\]|.")
_SENTENCE_END = re.compile(r"[”’\"')\]]*(?: [“‘\"(\[]*[A-Z]|\n|$)")


@cache
def _starts() -> tuple[list[str], re.Pattern, re.Pattern]:
    """Compile what finds a start at once, and behind a character that is part of no word.

    When the first text is read: it takes a fiftieth of the package's import. Starts with one initial
    stand together; an empty group behind each tells its kind, of which the list is returned, too.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    for kind, starts in _STARTS.items():
        for start in starts:
            initial = _INITIAL.findall(start)[0]
            groups.setdefault(initial, []).append((start.removeprefix(initial) + "()", kind))
    any_start = "|".join(
        f"{initial}(?:{'|'.join(rest for rest, _ in group)})" for initial, group in groups.items()
    )
    kinds = ["", *(kind for group in groups.values() for _, kind in group)]  # groups count from 1
    further_on = rf"[^0-9A-Za-z_](?=[{_INITIALS}])\b(?:{any_start})"
    return kinds, re.compile(f"(?:{any_start})"), re.compile(further_on)


def _year_first(reading: str, at: int) -> Expression | None:
    """Read a date that begins with its year: 1897, June 3."""
    year, begin = year_before(reading, at) or (None, at)
    one = month_first(reading, begin) if year else None
    if not one or one.year is not None or one.relation or not one.day:
        return None
    until = one.until and one.until._replace(year=year)
    return one._replace(start=at, first=one.first._replace(year=year), until=until)


_DAY_FORMS: tuple[Form, ...] = (day_first, day_alone)
_FORMS: dict[str, tuple[Form, ...]] = {
    "figures": (in_figures, *_DAY_FORMS, _year_first),
    "short": (short_years, *_DAY_FORMS),
    "reckoned": (era, *_DAY_FORMS),
    "day": _DAY_FORMS,
    "year": (_year_first,),
    "month": (month_first, feast),
    "weekday": (weekday,),
    "word": (counted, nearest),
    "feast": (feast,),
    "era": (era,),
    "spelled": (era, day_first),
}


def expressions(reading: str) -> Iterator[Expression]:
    """Find the calendar words of a reading, in order.

    Numbers that only look like dates are left out: those of despatches, telegrams, pages, files,
    ships and notes, hours, amounts, and the year in the title of a cited volume.
    """
    kinds, at_once, further_on = _starts()
    match = at_once.match(reading) or further_on.search(reading)
    last_year_end = -1000
    while match:
        start, at = match.start() + (match.re is further_on), match.end()
        one = _read(reading, kinds[match.lastindex or 0], start, start - last_year_end)
        if one:
            at = one.end
            one = _without_stop(reading, one)
            if one.stated:
                last_year_end = one.end
            yield one
        match = further_on.search(reading, at - 1)


def _without_stop(reading: str, one: Expression) -> Expression:
    """Leave the point that ends a sentence out of a word cut short: he came on 4 Sept."""
    ends = reading[one.end - 1] == "." and _SENTENCE_END.match(reading, one.end)
    return one._replace(end=one.end - 1) if ends else one


def _read(reading: str, kind: str, at: int, since_year: int) -> Expression | None:
    for form in _FORMS[kind]:
        if one := form(reading, at):
            return one
    return years_at(reading, at, since_year) if kind in ("year", "figures") else None
