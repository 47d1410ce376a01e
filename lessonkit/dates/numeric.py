"""Dates in figures alone: 1938-05-28, 5/28/38."""

from __future__ import annotations

import re

from lessonkit.dates.model import Expression, Part

_ISO = re.compile(r"(?<![\w./-])(1[5-9]\d\d|20\d\d)-([01]\d)-([0-3]\d)(?![\w/-])")
_SLASHED = re.compile(r"(?<![\w./-])(\d{1,2})/(\d{1,2})/(1[5-9]\d\d|20\d\d|\d\d)(?![\w/-])")


def in_figures(reading: str, at: int) -> Expression | None:
    """Read a date in figures; one with strokes has the month first, unless it cannot."""
    if match := _ISO.match(reading, at):
        year, month, day = map(int, match.groups())
    elif match := _SLASHED.match(reading, at):
        month, day, year = map(int, match.groups())
        if month > 12:
            month, day = day, month
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Expression(*match.span(), Part(year, month, day))
