"""Years that stand alone, and their ranges and decades: told from other numbers of four digits."""

from __future__ import annotations

import re

from lessonkit.dates.exclude import is_count, is_numbered, is_plural
from lessonkit.dates.model import Expression, Part
from lessonkit.dates.words import DASH, YEAR

_RANGE = re.compile(
    rf"(?<![\d./])(?P<first>{YEAR})(?: ?{DASH} ?|/)[’']?(?P<last>\d{{4}}|\d\d?)(?![\w/]|{DASH}\w)"
)
_UNTIL = re.compile(
    rf"(?:(?:, {YEAR}){{1,9}},? (?P<list>and|or)| (?P<pair>and|or)|,? (?:to|through|until|till))"
    rf"(?: the year)? (?P<last>{YEAR})(?!\w|/|{DASH}\d|,\d{{3}}(?!\d))"
)
_DECADE = re.compile(r"(?<![\d./])(?P<decade>1[789]\d0)[’']?s\b")
_YEAR = re.compile(rf"(?<![\d./])(?P<year>1[789]\d\d)(?!\w|/|{DASH}\d|,\d{{3}}(?!\d)|\.\d+ [a-z])")
_SHORT = re.compile(rf"(?<!\w)[’'](?P<first>\d\d)(?:{DASH}[’']?(?P<last>\d\d))?(?!\w)")
_BEFORE_MONTH = re.compile(rf"(?<![\d./])(?P<year>{YEAR}),? (?=[JFMASOND])")
_SURE = re.compile(
    r"(?:\b(?:in|since|until|till|before|after|during|through|throughout|years?|spring|summer|autumn|"
    r"fall|winter|season|early|late|mid|pre|post|early as|late as|fy|circa|beginning|end|crop|"
    r"(?:prior|up|down|back|over|off|previous|subsequent|runs?|extended|prolonged|postponed) to)|\()"
    r"[ -]?$"
)
_LIKELY = re.compile(
    r"(?:\b(?:of|by|from|between|for|about|around|than|the|with|against|under|over|within|as|that|"
    r"this|his|its|their|our|on|toward|towards)[ -]|^|\n|[.] )$"
)
_JOINED = re.compile(r"\b(?:and|or|to|through) $")
_DATED_THING = re.compile(
    r" (?:treaty|treaties|agreements?|conventions?|protocols?|pacts?|law|act|constitution|revolution|"
    r"war|elections?|crop|harvest|season|decree|regulations?|declaration|conference|budget|level|"
    r"campaign|program|model|edition|figures|estimates|alone)\b"
)
_ANOTHER_YEAR = re.compile(rf"(?:{YEAR}|{DASH}\d\d)(?:,| and| or|, and|, or) $")
_LISTED = re.compile(r"[a-z]\.?, $")  # London, 1937.
_ROW = re.compile(r",? [$£]?\d{1,3}(?:,\d{3})+\b")  # of a table: 1923, 37,000 tons
_ITEM = re.compile(r"[:;] $")
_STOP = re.compile(r"[;.,)\]]|\n|$")
_SIGHT = 20  # characters before a year: more than the longest of the words above
_LONGEST_RANGE = 60  # years
_NEAR = 6  # characters between two years of one list
_IN_REACH = 40  # characters between two years that "and" or "to" may join


def years_at(reading: str, at: int, since_last: int) -> Expression | None:
    """Read a year, several years or a decade that stand alone."""
    for pattern, read in ((_RANGE, _range), (_DECADE, _decade), (_YEAR, _year)):
        match = pattern.match(reading, at)
        if match:
            return read(reading, match, since_last)
    return None


def short_years(reading: str, at: int) -> Expression | None:
    """Read a year of two figures after an apostrophe, or two: ’98, ’98–’99."""
    match = _SHORT.match(reading, max(at - 1, 0))
    if not match:
        return None
    until = Part(int(match["last"])) if match["last"] else None
    return Expression(*match.span(), Part(int(match["first"])), until)


def year_before(reading: str, at: int) -> tuple[int, int] | None:
    """Read a year that a month and a day may follow: 1897, June 3."""
    match = _BEFORE_MONTH.match(reading, at)
    if match and not is_numbered(reading, at):
        return int(match["year"]), match.end()
    return None


def _range(reading: str, match: re.Match, since_last: int) -> Expression | None:
    first = int(match["first"])
    last = _last_year(first, match["last"])
    if last is None or is_numbered(reading, match.start()):
        return None
    if is_count(reading, match.end()):
        return None
    return Expression(*match.span(), Part(first), Part(last))


def _decade(reading: str, match: re.Match, since_last: int) -> Expression:
    first = int(match["decade"])
    return Expression(*match.span(), Part(first), Part(first + 9))


def _year(reading: str, match: re.Match, since_last: int) -> Expression | None:
    at, end = match.span()
    before = reading[max(at - _SIGHT, 0) : at].lower()
    if since_last <= _IN_REACH and "\n" in reading[at - since_last : at]:
        since_last = _IN_REACH + 1  # what another block says vouches for nothing
    sure = bool(_SURE.search(before))
    if is_numbered(reading, at) or is_count(reading, end, likely_a_year=sure):
        return None
    likely = (
        (_LIKELY.search(before) and not is_plural(reading, end))
        or (since_last <= _IN_REACH and _JOINED.search(before))
        or (_LISTED.search(before) and _STOP.match(reading, end))
    )
    in_a_list = since_last <= _NEAR if _ANOTHER_YEAR.search(before) else None
    listed = likely if in_a_list is None else in_a_list
    in_a_row = _ROW.match(reading, end) and (since_last <= _IN_REACH or _ITEM.search(before))
    if not (sure or listed or in_a_row or _DATED_THING.match(reading, end)):
        return None
    one = Expression(at, end, Part(int(match["year"])))
    return one if in_a_list else _through(reading, one)


def _through(reading: str, one: Expression) -> Expression:
    """Read on to the last of several years: 1869 and 1870, 1885 to 1890, 1879, 1880, and 1881."""
    match = _UNTIL.match(reading, one.end)
    if not match or is_count(reading, match.end(), likely_a_year=True):
        return one
    last = Part(int(match["last"]))
    joined = "or" if "or" in (match["list"], match["pair"]) else ""
    return one._replace(end=match.end(), until=last, joined=joined) if one.first < last else one


def _last_year(first: int, last: str) -> int | None:
    """Complete the second year of a range: 1926–27, 1899–01, 1926–7; None if it does not follow."""
    unit = 10 ** len(last)
    year = first // unit * unit + int(last)
    if year <= first and len(last) == 2:
        year += unit
    return year if first < year <= first + _LONGEST_RANGE else None
