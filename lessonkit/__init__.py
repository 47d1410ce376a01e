"""Reading one diplomatic despatch closely, with data.

>>> import lessonkit
>>> despatch = lessonkit.load()
>>> despatch.sections["words"].tolist()
[41, 49, 162, 118, 72, 70, 324, 120]

Every row of every table leads back to the words:

>>> row = despatch.dates.iloc[1]
>>> despatch.text[row.start : row.end]
'Aug. 10th'
"""

from importlib import import_module

from lessonkit.cards import load_cards
from lessonkit.dates import find_dates
from lessonkit.despatch import Despatch
from lessonkit.errors import (
    CardsError,
    DateError,
    DocumentError,
    EventsError,
    GradingError,
    LessonkitError,
    SourceError,
)
from lessonkit.opening import load

__all__ = [
    "CardsError",
    "DateError",
    "Despatch",
    "DocumentError",
    "EventsError",
    "GradingError",
    "LessonkitError",
    "SourceError",
    "charts",
    "check",
    "find_dates",
    "hint",
    "in_context",
    "load",
    "load_all",
    "load_cards",
    "progress",
    "reveal",
    "sign",
    "solution",
    "whose_words",
    "widgets",
]


def _open_reader(despatch: Despatch, **options):
    return import_module("lessonkit.widgets").Reader(despatch, **options)


Despatch.reader = staticmethod(_open_reader)


_ROOMS = {  # what a lesson needs when it is first asked for, so that the import stays light
    **dict.fromkeys(("check", "hint", "progress", "reveal", "solution"), "exercises.session"),
    "sign": "exercises.signing",
    "in_context": "context",
    "load_all": "many",
    "whose_words": "copied",
}


def __dir__() -> list[str]:
    """List the public names: what a notebook offers after a dot."""
    return [*__all__]


def __getattr__(name: str):
    """Load what is asked for from its room."""
    if name in ("charts", "widgets"):
        return import_module(f"lessonkit.{name}")
    if name in _ROOMS:
        return getattr(import_module(f"lessonkit.{_ROOMS[name]}"), name)
    raise AttributeError(f"module 'lessonkit' has no attribute {name!r}")
