"""Reading one diplomatic despatch closely, with data.

>>> import lessonkit
>>> despatch = lessonkit.load()
>>> despatch.sections["words"].tolist()
[41, 49, 162, 118, 72, 70, 324, 120]

Every row of every table leads back to the words:

>>> row = despatch.dates.iloc[1]
>>> despatch.text[row.start : row.end]
'Aug. 10th'

What can go wrong is one tree of exceptions::

    LessonkitError              catch this one to catch them all
    ├── SourceError             the file can't be read: no text, or no table of places
    ├── DocumentError           the text is no document of the series
    ├── EventsError             the file of events does not fit the text
    ├── CardsError              the file of claim cards is not as it should be
    ├── CourseError             a file of a course is not as it should be, or another course's
    ├── GradingError            there is nothing to grade, or the table of marks is none
    └── DateError               a date that was given is no day (a ValueError, too)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what an editor and a type checker see; names load on first use
    from lessonkit import charts, widgets
    from lessonkit.classroom import A, B, C, D, check, hint, progress, reveal, sign, solution
    from lessonkit.despatch import (
        Despatch,
        check_rows,
        find_dates,
        find_events,
        in_context,
        keep_rows,
        load,
        load_all,
        load_cards,
        whose_words,
    )
    from lessonkit.errors import (
        CardsError,
        CourseError,
        DateError,
        DocumentError,
        EventsError,
        GradingError,
        LessonkitError,
        SourceError,
    )

__version__ = "0.2.0"

__all__ = [
    "A",
    "B",
    "C",
    "CardsError",
    "CourseError",
    "D",
    "DateError",
    "Despatch",
    "DocumentError",
    "EventsError",
    "GradingError",
    "LessonkitError",
    "SourceError",
    "__version__",
    "charts",
    "check",
    "check_rows",
    "find_dates",
    "find_events",
    "hint",
    "in_context",
    "keep_rows",
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

_HOME = {
    "classroom": "A B C D check hint progress reveal sign solution",
    "despatch": "Despatch check_rows find_dates find_events in_context keep_rows load load_all "
    "load_cards whose_words",
    "errors": "CardsError CourseError DateError DocumentError EventsError GradingError LessonkitError "
    "SourceError",
}
_PACKAGE_OF = {name: package for package, names in _HOME.items() for name in names.split()}


def __dir__() -> list[str]:
    """List the public names: what a notebook offers after a dot."""
    return [*__all__]


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for."""
    if name in ("charts", "widgets"):
        return import_module(f"lessonkit.{name}")
    if name not in _PACKAGE_OF:
        raise AttributeError(f"module 'lessonkit' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"lessonkit.{_PACKAGE_OF[name]}"), name)
    return value
