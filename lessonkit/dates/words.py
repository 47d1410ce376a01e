"""The words of the calendar: months, days, weekdays and years, in figures or written out.

Each is a piece of a pattern for the grammar above, and what reads its number. None of them can
run on: repeats have an upper limit, so a pattern made of them takes linear time.
"""

from __future__ import annotations

import calendar
import re

DASH = "[–‑−—-]"
NO_LETTER = r"(?![^\W\d_])"  # digits may follow: the marker of a note

_MONTHS = {name[:3].lower(): i for i, name in enumerate(calendar.month_name) if name}
FULL_NAMES = frozenset(name for name in calendar.month_name if name)
_FULL = "|".join(name for name in calendar.month_name if name)
_SHORT = r"Jan(?:[’']?r?y)?|Feb(?:[’']?y)?|Mar|Apr|Jun|Jul|Aug|(?:Sept?|Oct|Nov|Dec)(?:[’']?r)?"
_CAPITALS = "JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC"
MONTH = rf"(?:(?:{_FULL}|{_FULL.upper()}){NO_LETTER}|(?:{_SHORT}|{_CAPITALS})(?:\.|(?![^\W\d])))"

_WEEKDAYS = {name[:3].lower(): i for i, name in enumerate(calendar.day_name)}
WEEKDAY = rf"(?:{'|'.join(calendar.day_name)}){NO_LETTER}"
PART_OF_DAY = r"(?: (?:morning|forenoon|noon|afternoon|evening|night))"

_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth"
).split()
_SPELLED = {word: i for i, word in enumerate(_UNITS + _TEENS + ["twentieth"], start=1)}
_SPELLED |= {f"twenty-{word}": 20 + i for i, word in enumerate(_UNITS, start=1)}
_SPELLED |= {"thirtieth": 30, "thirty-first": 31}
_ENDS = {a: [word[1:].replace("-", "[ -]") for word in _SPELLED if word[0] == a] for a in "efnst"}
SPELLED_WORDS = [rf"[{a.upper()}{a}](?:{'|'.join(ends)})\b" for a, ends in _ENDS.items()]
SPELLED = f"(?:{'|'.join(SPELLED_WORDS)})"

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
TIME = r"(?: ?(?:[apAP]\. ?[mM]\b|[ap]m\b|o[’']? ?clock))"  # what follows the figure of an hour
HOUR = r"(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\. ?m|noon|midnight)"  # of a message: 9:15 a. m
FIGURES = rf"{_DAY}(?:st|nd|rd|th|d)(?=\d{{0,3}}(?!\w))"
NUMBER = rf"{_DAY}(?!\w|:\d|,\d{{3}}(?!\d))"
FIRST = rf"(?:{FIGURES}|{NUMBER})"
NEXT = rf"(?:{FIGURES}|{NUMBER}(?!\.\d|{TIME})|{SPELLED})"  # a day that is joined to another
JOIN = (
    rf"(?: ?{DASH} ?|/|(?:, (?:the )?{NEXT}){{0,9}},? (?:and|&|or|to|through|until|till) "
    r"(?:the )?)"
)
DAYS = rf"(?P<day>{FIRST}|{SPELLED})(?:(?P<join>{JOIN})(?P<last>{NEXT}))?"

YEAR = r"(?:1[5-9]\d\d|20\d\d)"
# a note's marker may be glued to a year; what a dash joins to it is the end of a range or a time
YEAR_END = rf"(?=[1-9]\d{{0,2}}\b|\b(?!{DASH}\d{{1,4}}(?!\d|:\d|\.\d|{TIME})|/\d))"
_ONES = "one two three four five six seven eight nine".split()
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_LOW = ("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").split()
_NUMERALS = {word: i for i, word in enumerate(_ONES, start=1)}
_NUMERALS |= {word: i for i, word in enumerate(_LOW, start=10)}
_NUMERALS |= {word: 10 * i for i, word in enumerate(_TENS, start=1)}
YEAR_IN_WORDS = (
    r"(?:[Oo]ne thousand,? (?P<hundreds>seven|eight|nine)|(?P<teens>[Ss]even|[Ee]igh|[Nn]ine)teen)"
    rf" hundred(?:,? and)?(?: (?P<below>(?:{'|'.join(_LOW + _TENS)}|{'|'.join(_ONES)})"
    rf"(?:[- ](?:{'|'.join(_ONES)}))?)\b)?"
)


def month_number(word: str) -> int:
    """Return the number of a month.

    Parameters
    ----------
    word : str
        Its English name, whole or short.

    Returns
    -------
    int

    Examples
    --------
    >>> month_number("Sept."), month_number("MAY")
    (9, 5)
    """
    return _MONTHS[word[:3].lower()]


def weekday_number(word: str) -> int:
    """Return the number of a weekday, Monday 0."""
    return _WEEKDAYS[word[:3].lower()]


def day_number(word: str) -> int:
    """Return the number of a day, in figures or written out."""
    if word[0].isdecimal():
        return int(word[:2] if word[1:2].isdecimal() else word[0])
    return _SPELLED[word.lower().replace(" ", "-")]


def year_in_words(match: re.Match) -> int:
    """Return the year of a match of `YEAR_IN_WORDS`."""
    if match["hundreds"]:
        year = 1000 + 100 * _NUMERALS[match["hundreds"]]
    else:
        year = {"s": 1700, "e": 1800, "n": 1900}[match["teens"][0].lower()]
    below = re.split(r"[- ]", match["below"]) if match["below"] else []
    return year + sum(_NUMERALS[word] for word in below)
