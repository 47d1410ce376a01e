"""The grammar of a day, a month or a range of them: in either order, joined, with what follows."""

from __future__ import annotations

import re
from typing import NamedTuple

from lessonkit.dates.exclude import is_count, is_month, is_numbered
from lessonkit.dates.model import Expression, Part
from lessonkit.dates.words import (
    DASH,
    DAYS,
    FIGURES,
    FIRST,
    FULL_NAMES,
    JOIN,
    MONTH,
    NEXT,
    SPELLED,
    YEAR,
    YEAR_END,
    YEAR_IN_WORDS,
    day_number,
    month_number,
    year_in_words,
)

_OTHER_MONTH = rf"(?!,? (?:day )?(?:of )?{MONTH})"  # June 3 to 4 July
_MONTH_FIRST = re.compile(
    rf"(?P<month>{MONTH})(?: |,? the |)(?P<day>{FIRST}|{SPELLED})"
    rf"(?:(?P<join>{JOIN})(?P<last>{NEXT}){_OTHER_MONTH})?"
)
_MONTH_AND_DAY = re.compile(rf"(?P<month>{MONTH})(?: |,? the |)(?P<day>{NEXT})")
_GLUED = re.compile(  # April 61 is April 6 and a marker
    rf"(?P<month>{MONTH}) (?!{YEAR})(?P<day>3[01]|[12]\d|[1-9])(?=[1-9]\d{{0,1}}(?![\w/:]|,\d))"
)
_DAY_FIRST = re.compile(
    rf"{DAYS}(?: day)?(?P<of>,? of)?(?: the)?(?: month of)? ?(?P<month>{MONTH})(?! \d{{1,2}}\b(?!:))"
)
_MONTH_JOIN = (
    rf"(?: ?{DASH} ?|/|(?:, {MONTH}){{0,9}},? (?:and|&|or|to|through|until|till) "
    r"(?:the end of |end of |early |late |mid-|in )?)"
)
_MONTHS = re.compile(
    rf"(?P<month>{MONTH})(?P<year>,? {YEAR}(?= ?{DASH}|,? (?:to|through|until|till) ))?"
    rf"(?P<join>{_MONTH_JOIN})(?P<until>{MONTH})"
    r"(?! ?\d{1,2}(?!\d))"
)
_MONTH = re.compile(MONTH)
_DAYS_ALONE = re.compile(rf"(?P<day>{FIGURES})(?:(?P<join>{JOIN})(?P<last>{NEXT}))?")
_ANY_DAYS = re.compile(DAYS)
_RANGE = re.compile(  # between a day and the last of a range of them
    rf" ?{DASH} ?|,? (?:to|until|till|through)(?: and including)? (?:on )?(?:the )?"
)
_BETWEEN = re.compile(r"\b[Bb]etween (?:the )?$")
_AND = re.compile(r",? and (?:the )?")
_JOINERS = re.compile(r"\bor\b|/")

# what may follow a day that stands without its month; a noun may not: the 8th Army
_NO_NOUN = re.compile(
    r"\d{0,3}(?:[.,;:)\]”’—!?]|$|\n| \(| (?:and|or|to|at|I|we|he|she|it|they|you|his|her|my|our|their|"
    r"your|its|the|this|that|these|those|which|who|whose|when|where|with|without|in|on|by|for|from|"
    r"as|was|were|is|are|has|had|have|will|would|shall|should|may|might|must|can|could|did|does|do|"
    r"not|but|if|before|after|until|since|between|about|through|under|against|while|there|no|"
    r"only|also|then|(?!meeting|hearing|sitting|reading)[a-z]+(?:ing|ed))\b)"
)
_NO_DAY = re.compile(
    r" (?:and|or|to) (?:the )?(?:3[2-9]|[4-9]\d|\d{3})(?:st|nd|rd|th|d)\b"
)  # 25th and 39th
_ON_A_DAY = re.compile(r"\b(?:[Oo]n(?: or about)?|[Bb]y) the $")
_RANKED = re.compile(  # what is not said of a day even after "on the"
    r" (?:parallel|floor|ballot|reading|meridian|page|line|degree|article|paragraph|clause|century|"
    r"anniversary|session|meeting|day|moon|instance|occasion|round|item|part|class|section|point|"
    r"battalions?|regiments?|divisions?|brigades?|companies|infantry|cavalry|"
    r"(?:[A-Z]\w+ )?(?:Arm(?:y|ies)|Corps|Divisions?|Regiments?|Infantry|Cavalry|Route|Group|Marines|"
    r"Brigades?|Battalions?|Congress|Street|Avenue|Fleet|Squadron|Amendment|Party|Zone|Session))\b"
)
_ON_THE = re.compile(
    r"(?:[a-z,;:)—”.(]\d{0,3} |^|\n)(?:[Tt]he |[Oo]n (?:the )?|[Oo]n or about the )$"
    r"|\b(?:of|since|until|till|by|before|after|through|between|from|to|left|met|came|went|began|\w+ed) $"
    r"|\d(?:st|nd|rd|th|d)?, $"
)
_NUMBERED = re.compile(
    r"\b(?:articles?|sections?|paragraphs?|chapters?|clauses?|volumes?|editions?|classe?s?|items?|"
    r"lines?|Articles?)(?:,? (?:the|of|on))* $"
)


def month_first(reading: str, at: int) -> Expression | None:
    """Read a date that begins with its month."""
    match = _MONTH_FIRST.match(reading, at) or _GLUED.match(reading, at)
    if match:
        return _with_range(reading, _dated(reading, at, match))
    return _months(reading, at)


def day_first(reading: str, at: int) -> Expression | None:
    """Read a date that begins with its day."""
    match = _DAY_FIRST.match(reading, at)
    if match and (match["of"] or match["day"][0].isdecimal()):
        if match["of"] or not match["day"].isdecimal() or not is_numbered(reading, at):
            return _with_range(reading, _dated(reading, at, match))
        return None
    match = _ANY_DAYS.match(reading, at)
    if match and (tail := month_tail(reading, match.end())):
        return _shifted(at, match, tail)
    return None


def day_alone(reading: str, at: int, named: bool = False) -> Expression | None:
    """Read a day whose month is not named: the 8th."""
    match = _DAYS_ALONE.match(reading, at)
    if not match:
        return None
    if _NO_DAY.match(reading, match.end()):
        return None
    before = reading[max(at - 30, 0) : at]
    on_a_day = _ON_A_DAY.search(before) and not _RANKED.match(reading, match.end())
    if not (on_a_day or _NO_NOUN.match(reading, match.end())):
        return None
    if not named and (not _ON_THE.search(before) or _NUMBERED.search(before)):
        return None
    return _dated(reading, at, match)


def _dated(reading: str, at: int, match: re.Match) -> Expression:
    """Make an expression of a day, or days of one month, and what follows."""
    parts = match.groupdict()
    named, last_words = parts.get("month"), parts.get("last")
    day, end = day_number(parts["day"]), match.end()
    last = day_number(last_words) if last_words else None
    if last is not None and last <= day:  # June 30, 5 and 6 p. m.
        first_part_only = named and match.start("month") < match.start("day")
        end, last = (match.end("day") if first_part_only else end), None
    month = month_number(named) if named else 0
    tail = year_tail(reading, end) if named else Tail(end)
    until = Part(tail.year, month, last) if last else None
    joined = _joined(parts["join"], last - day) if last else ""
    first = Part(tail.year, month, day)
    return Expression(at, tail.end, first, until, joined, None, tail.relation, tail.shift)


def _joined(words: str | None, days: int | None) -> str:
    """Tell how two days are joined; a slash joins two names of one day if 10 to 13 days part them."""
    found = _JOINERS.findall(words or "")
    if not found:
        return ""
    return found[-1] if found[-1] == "or" or 10 <= (days or 0) <= 13 else ""


def _shifted(at: int, match: re.Match, tail: Tail) -> Expression:
    day = day_number(match["day"])
    last = day_number(match["last"]) if match["last"] else None
    until = Part(day=last) if last and last > day else None
    joined = _joined(match["join"], last and last - day) if until else ""
    return Expression(at, tail.end, Part(day=day), until, joined, None, tail.relation, tail.shift)


def _with_range(reading: str, one: Expression) -> Expression:
    """Read on to the last day of a range, where it is another month's: June 30–July 2."""
    if one.until or one.relation:
        return one
    joint = _RANGE.match(reading, one.end) or _AND.match(reading, one.end)
    if not joint or (joint.re is _AND and not _is_between(reading, one.start)):
        return one
    at = joint.end()
    match = _MONTH_AND_DAY.match(reading, at) or _DAY_FIRST.match(reading, at)
    if not match:
        return one
    other = _dated(reading, at, match)
    if other.relation:
        return one
    year = other.year if one.year is None else one.year
    if one.year is None and year is not None and one.first[1:] > other.first[1:]:
        year = year - 1 if year else 99  # December 28–January 3, 1938
    return other._replace(
        start=one.start, first=one.first._replace(year=year), until=other.until or other.first
    )


def _months(reading: str, at: int) -> Expression | None:
    """Read a month, or several, and what follows; alone it must be sure to be one."""
    match = _MONTHS.match(reading, at)
    if match:
        return _months_joined(reading, at, match)
    match = _MONTH.match(reading, at)
    if not match:
        return None
    tail = year_tail(reading, match.end())
    if tail.end == match.end() and not is_month(reading, at, match.end()):
        return None
    first = Part(tail.year, month_number(match[0]))
    one = Expression(at, tail.end, first, None, "", None, tail.relation, tail.shift)
    return _with_last_month(reading, one)


def _with_last_month(reading: str, one: Expression) -> Expression:
    """Read on to the last month of a range: between December, 1910, and March, 1911."""
    gap = _AND.match(reading, one.end) if one.stated else None
    month = gap and _MONTH.match(reading, gap.end())
    if not month or not _is_between(reading, one.start):
        return one
    tail = year_tail(reading, month.end())
    if not tail.year:
        return one
    return one._replace(end=tail.end, until=Part(tail.year, month_number(month[0])))


def _is_between(reading: str, at: int) -> bool:
    return bool(_BETWEEN.search(reading, max(at - 12, 0), at))


def _months_joined(reading: str, at: int, match: re.Match) -> Expression:
    tail = year_tail(reading, match.end())
    month, last = month_number(match["month"]), month_number(match["until"])
    year = int(match["year"][-4:]) if match["year"] else tail.year
    if year and not match["year"] and month > last:
        year -= 1  # December and January, 1938
    return Expression(
        at, tail.end, Part(year, month), Part(tail.year, last),
        _joined(match["join"], None), None, tail.relation, tail.shift,
    )  # fmt: skip


_WHICH = (
    r"(?P<which>this|instant|present|current|last|past|next|coming|same|that|said|preceding|"
    r"previous|following|ensuing)"
)
_SHIFT = {"last": -1, "past": -1, "next": 1, "coming": 1, "previous": -1, "preceding": -1}
_SHIFT |= {"following": 1, "ensuing": 1, "ult": -1, "pro": 1}
_FROM_BEFORE = {"same", "that", "said", "preceding", "previous", "following", "ensuing"}

_ANNO = r"in the year (?:of our Lord,? )?|A\. ?D\.,? "
_TAIL_MONTHS = "|".join(sorted(FULL_NAMES))
_YEAR = re.compile(
    rf"(?:,? (?:of )?(?:the year )?|,|,? (?:{_ANNO}))(?P<year>{YEAR}){YEAR_END}"
    r"|,? (?:of )?[’'](?P<short>\d\d)(?!\w)"
    rf"|,? (?:{_ANNO})?(?P<words>{YEAR_IN_WORDS})"
    rf"|,? (?:(?:in|of) )?(?:the )?{_WHICH} year\b"
    r"|,? (?P<near>last(?: past)?|next|(?:ultimo|ult|proximo|prox|instant|inst)\b\.?)"
    rf"(?!\w| (?:week|night|evening|month|day|few|two|three|of|{_TAIL_MONTHS})\b)"
)
_TAIL_MONTH = re.compile(
    r"(?: day)?,? (?P<word>instant|inst\b\.?|ultimo|ult\b\.?|proximo|prox\b\.?)(?!\w)"
    rf"|(?: day)?,? of (?:the )?{_WHICH} month\b"
    r"|(?: day)? of (?P<the>the) month\b(?! of)"
)


class Tail(NamedTuple):
    """Where it ends, the year it gives, or what the year or month counts from."""

    end: int
    year: int | None = None
    relation: str = ""
    shift: int = 0


def year_tail(reading: str, at: int) -> Tail:
    """Read what follows a month, or a day of one, and says which year is meant."""
    match = _YEAR.match(reading, at)
    if not match:
        return Tail(at)
    if match["year"]:
        counts = is_count(reading, match.end(), likely_a_year=True)  # on 3 April, 1948 men
        return Tail(at) if counts else Tail(match.end(), int(match["year"]))
    if match["short"]:
        return Tail(match.end(), int(match["short"]))
    if match["words"]:
        return Tail(match.end(), year_in_words(match))
    if match["which"]:
        relation = "same year" if match["which"] in _FROM_BEFORE else "year"
        return Tail(match.end(), None, relation, _SHIFT.get(match["which"], 0))
    near = match["near"]
    return Tail(match.end(), None, "near", _SHIFT.get(near[:4]) or _SHIFT.get(near[:3], 0))


def month_tail(reading: str, at: int) -> Tail | None:
    """Read what follows a day and says which month is meant, without naming it."""
    match = _TAIL_MONTH.match(reading, at)
    if not match:
        return None
    if match["word"]:
        return Tail(match.end(), None, "month", _SHIFT.get(match["word"][:3], 0))
    if match["the"] or match["which"] in _FROM_BEFORE:
        return Tail(match.end(), None, "same month", _SHIFT.get(match["which"], 0))
    return Tail(match.end(), None, "month", _SHIFT.get(match["which"], 0))
