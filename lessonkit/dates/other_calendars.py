"""Dates of other calendars: years of an era, and the moons of China, which are not reckoned here."""

from __future__ import annotations

import re

from lessonkit.dates.model import Expression, Part
from lessonkit.dates.words import FIGURES, SPELLED

_CIVIL = {"mei": 1867, "tai": 1911, "sho": 1925, "rep": 1911}  # year 0, once the calendar was ours
_SINCE = {"mei": 6}  # Japan counted by the moon until the fifth year of Meiji
_REIGN = (
    r"(?:K[wu]ang[- ][Hh]s[üu]|Tung[- ][Cc]hih?|Hs[üu]an[- ][Tt]ung|Hsien[- ][Ff]eng|Mei-?ji|Taish[oō]|"
    r"Sh[oō]wa)"
)
_NUMBER = r"\d{1,2}(?:st|nd|rd|th|d)?"
_AFTER = rf"{_REIGN},? (?:the )?{_NUMBER}(?: year)?(?!\w)"
_YEAR_OF = (
    rf"{_NUMBER} year of (?:the (?:reign|Emperor|era) (?:of )?)?"
    rf"(?:{_REIGN}|the (?:Chinese )?Republic(?: of China)?)(?!\w)"
)
_DAY = rf"(?:{FIGURES}|{SPELLED})"
_MOON = rf"(?:{_DAY}|\w{{1,5}}th|intercalary) (?:intercalary )?moon"
_OF_MOON = rf"(?:(?:{_DAY} )(?:day )?of the )?{_MOON}(?:,? (?:the )?{_DAY} day)?"
_ERA = re.compile(rf"(?:{_AFTER})|(?:{_YEAR_OF})")
_LUNAR = re.compile(_OF_MOON)
_NAME = re.compile(rf"{_REIGN}|Republic")
_FIGURE = re.compile(r"\d+")


def era(reading: str, at: int) -> Expression | None:
    """Read a year of an era, or a day or month by the moon."""
    match = _ERA.match(reading, at)
    if not match:
        lunar = _LUNAR.match(reading, at)
        return Expression(*lunar.span(), relation="none") if lunar else None
    name = _NAME.findall(match[0])[0][:3].lower()
    number = int(_FIGURE.findall(match[0])[0])
    if name not in _CIVIL or number < _SINCE.get(name, 1):
        return Expression(*match.span(), relation="none")
    return Expression(*match.span(), Part(_CIVIL[name] + number))
