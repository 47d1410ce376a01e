"""Reads what students write, in any usual form: a number, a day, a few words."""

from __future__ import annotations

import calendar
import math
import re
import unicodedata
from datetime import date

from lessonkit.dates import Dated, find

_MONTHS = {"sept": 9} | {
    name[:end].lower(): number
    for number, name in enumerate(calendar.month_name)
    for end in (3, None)
    if name
}
_NO_PARTS = {"the", "of", "in", "on", "at", "ad", "st", "nd", "rd", "th"} | {
    name[:end].lower() for name in calendar.day_name for end in (3, None)
}
_PART = re.compile(r"\d+|[^\W\d_]+|\.\.|[^\s\w.,;/'-]")
_TIME = re.compile(r"(?<=\d)(?:t|,? )\d\d?:\d\d(?::[\d.]+)?(?: ?[ap]m|z|[+-]\d\d:\d\d)?$")
_HYPHENS = re.compile(r"\b(\d\d?)[-/.]([A-Za-z]{3,9})[-/.](?=\d{4})")
_OTHER_WORDS = re.compile(r"\b(?:before|after|until|till|since|not|and|or|to|between|from)\b|[–?]")
# a month with a day or a year in EDTF; a month's name, or figures alone, in a date that has no EDTF
_WITH_MONTH = re.compile(r"\[?(?:XX)?\d\d(?:\d\d)?-\d\d|XXXX-\d\d-\d\d")
_OURS = re.compile("|".join(calendar.month_abbr[1:]) + "|^[^a-z]+$", re.IGNORECASE)


def as_number(value: object) -> float | None:
    """Return a number, also one written as text, else None.

    >>> as_number("8"), as_number(8), as_number(True), as_number("eight")
    (8.0, 8.0, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def as_day(text: str) -> tuple[date | None, str]:
    """Read a day from an answer, in any usual form; None, and what is missing, if it is no single day.

    What is missing is a ``day``, ``which`` day of a month or year, its ``year``, ``four`` figures of
    it, which is the ``month`` (4/9/1938 is two days), the month's ``name``, a day in the
    ``calendar``; or there are other ``words`` beside.

    >>> as_day("the 4th of September 1938")[0], as_day("4/9/1938")
    (datetime.date(1938, 9, 4), (None, 'month'))
    >>> [as_day(text)[1] for text in ("4 Sptember 1938", "September 1938", "4 September 38")]
    ['name', 'which', 'four']
    """
    text = re.sub(r"^(?:not before|on|in) (?:the )?|^the |[.?!]$", "", text.strip().lower())
    named = dates_in(text)
    if _OTHER_WORDS.search(text) or len(named) > 1 or any(map(is_range, named)):
        return None, "day"
    if not re.search(r"\d{4}", text):
        return None, _without_year(text, bool(named))
    return _in_figures(text) or _in_words(text, named)


def dates_in(text: str, lone_months: bool = False) -> list[Dated]:
    """Return the dates of an answer that name a month, in any case, with a day or a year.

    One that the calendar does not have is among them, with no EDTF.
    """
    text = re.sub(r"[a-z]+", _with_capital, _HYPHENS.sub(r"\1 \2 ", text))
    return [
        one
        for one in find(text)
        if (_OURS.search(one.phrase) if one.edtf is None else _WITH_MONTH.match(one.edtf))
        or (lone_months and re.match(r"XXXX-\d\d", one.edtf or ""))
    ]


def _with_capital(word: re.Match) -> str:
    return word[0].capitalize() if word[0][:3] in _MONTHS else word[0]


def is_range(one: Dated) -> bool:
    """Tell whether words name more than a day or a month; 4/5 September does, 4/9/1938 does not."""
    joined = re.search(r"\d ?[-‑−—–/&]|\b(?:to|and|or|through|until|till)\b", one.phrase)
    return bool(re.search(r"/|\.\.", one.edtf or "") or joined and re.search("[a-z]", one.phrase))


def _without_year(text: str, is_named: bool) -> str:
    if re.search(r"\d(?:st|nd|rd|th)?[ ,./-]+[’']?\d\d *$|[a-z][ ,./-]+[’']?[3-9]\d *$", text):
        return "four"
    return "year" if is_named or re.match(r"\D*\d.*[a-z]{3}", text) else "day"


def _in_figures(text: str) -> tuple[date | None, str] | None:
    """Read a year of four figures with a month and a day, in any order; None if there is more."""
    text = re.sub(r"\b(\d{4})(\d\d)(\d\d)\b", r"\1-\2-\3", _TIME.sub("", text.strip()))
    parts = [part for part in _PART.findall(text) if part not in _NO_PARTS]
    kinds = "".join(map(_kind, parts))
    of_kind = dict(zip(kinds, parts, strict=True))
    match "".join(sorted(kinds)):
        case "y" | "my" | "ny":
            return None, "which"
        case "mny":
            readings = [(_MONTHS[of_kind["m"]], int(of_kind["n"]))]
        case "nny" if kinds != "nyn":
            one, other = (int(part) for part in parts if len(part) < 3)
            readings = [(one, other)] if kinds == "ynn" else [(other, one), (one, other)]
        case _:
            return None
    days = [day for reading in readings if (day := _day(int(of_kind["y"]), *reading))]
    if not days:
        is_month = any(0 < month < 13 for month, day in readings if day < 32 or "m" in kinds)
        return None, "calendar" if is_month else "day"
    if days[0] != days[-1] and not re.fullmatch(r"\d+[. ]+\d+[. ]+\d+", text):
        return None, "month"
    return days[0], ""


def _kind(part: str) -> str:
    """Tell a month's name, a number of one or two figures, a year, and what is none of them."""
    if not part.isdecimal():
        return "m" if part in _MONTHS else "?"
    return {1: "n", 2: "n", 4: "y"}.get(len(part), "?")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_words(text: str, named: list[Dated]) -> tuple[date | None, str]:
    """Read what is no date in figures: a day in words, or say what else stands there."""
    if not named:
        return None, "name" if re.search(r"[a-z]{3}", text) and re.search(r"\d", text) else "day"
    (one,) = named
    if one.edtf is None:
        return None, "calendar"
    if one.edtf.count("-") < 2:
        return None, "which"
    beside = re.sub(r"[\s,.]", "", text[: one.start] + text[one.end :])
    return (None, "words") if beside or one.not_before is None else (one.not_before, "")


def key_of(text: str) -> str:
    """Fold case, accents, punctuation and white space, so that only words are compared.

    >>> key_of("“The  Chargé”!")
    'the charge'
    """
    letters = unicodedata.normalize("NFKD", text)
    letters = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"[^\w\s]", " ", letters.replace("’", "").replace("'", "")).split())
