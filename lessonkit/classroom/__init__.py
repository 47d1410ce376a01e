"""What students call in a notebook: check, hint, reveal, solution, progress, sign."""

from lessonkit.classroom.messages import as_html, as_plain, box, show
from lessonkit.classroom.session import (
    ANSWER,
    NAMES,
    check,
    consider,
    exercise_named,
    hint,
    progress,
    reveal,
    revealed,
    sign,
    solution,
)
from lessonkit.classroom.solutions import NAME, open_key, pack

A, B, C, D = "A", "B", "C", "D"  # so that a choice can be written without quotation marks

__all__ = [
    "A",
    "ANSWER",
    "B",
    "C",
    "D",
    "NAME",
    "NAMES",
    "as_html",
    "as_plain",
    "box",
    "check",
    "consider",
    "exercise_named",
    "hint",
    "open_key",
    "pack",
    "progress",
    "reveal",
    "revealed",
    "show",
    "sign",
    "solution",
]
