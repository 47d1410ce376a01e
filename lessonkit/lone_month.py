"""Whether a month's name that stands alone means the month: May I, the March on Rome, in August."""

from __future__ import annotations

import re

from lessonkit.calendar_words import FULL_NAMES

# before a month that is also a word (may, march, august) or is cut short
_CUES = (
    "in of since until till by during early late mid last next this to from through before after "
    "about for between and or following around end beginning latter the"
).split(" ")
_CUE = re.compile(rf"\b(?:{'|'.join(f'[{c[0].upper()}{c[0]}]{c[1:]}' for c in _CUES)})[ -]$")
_CUT_SHORT = frozenset("Feb Apr Aug Sep Sept Oct Nov Dec".split())  # no other word
_DOUBTFUL = frozenset({"May", "March", "August", "MAY", "MARCH", "AUGUST"})
_NO_MONTH = re.compile(r" (?:Revolution|Day|Fourth)\b")
_ROW = re.compile(rf"\b(?:{'|'.join(FULL_NAMES)}),? [\d,]+[;,] $")  # July, 358; August, 291
_ON = re.compile(r" (?:on|upon|of|to|toward|towards|from|past|through)\b")  # the March on Rome
_NAMED = re.compile(r"\b(?:Mr|Mrs|Miss|Dr|Messrs|Gen|Col|Capt|Lady|Sir|Cape|St|Fort)\b\.? $")


def is_month(reading: str, start: int, end: int) -> bool:
    """Tell whether a month's name that stands alone means the month.

    Parameters
    ----------
    reading : str
        The text.
    start, end : int
        Where the name stands.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_month("early in May", 9, 12), is_month("May I ask", 0, 3)
    (True, False)
    """
    word = reading[start:end]
    before = reading[max(start - 24, 0) : start]
    if _NO_MONTH.match(reading, end) or _NAMED.search(before):
        return False
    if word.title() not in FULL_NAMES:
        return (word[-1] == "." or word in _CUT_SHORT) and bool(_CUE.search(before))
    if word in _DOUBTFUL:
        cue = _CUE.search(before) or _ROW.search(before)
        return bool(cue) and not (cue[0].lower() == "the " and _ON.match(reading, end))
    return True
