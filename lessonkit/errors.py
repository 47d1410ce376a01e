"""What can go wrong with a document, said in sentences a reader can act on.

The whole tree::

    LessonkitError              catch this one to catch them all
    ├── SourceError             the file cannot be read: no text, or no table of places
    ├── DocumentError           the text is no document of the series
    ├── EventsError             the file of events does not fit the text
    ├── CardsError              the file of claim cards is not as it should be
    ├── CourseError             a file of a course is not as it should be, or another course's
    ├── GradingError            there is nothing to grade, or the table of marks is none
    └── DateError               a date that was given is no day (a ValueError, too)

Every message names the file, what was expected, what was found and what to do.
"""


class LessonkitError(Exception):
    """The one public exception: something is wrong with what was given.

    Examples
    --------
    >>> issubclass(SourceError, LessonkitError)
    True
    """


class SourceError(LessonkitError):
    """The file cannot be read: missing, a folder, empty, binary, changed, a wrong row."""


class DocumentError(LessonkitError):
    """The text can be read but is no document of the series: no title, or a web page."""


class EventsError(LessonkitError):
    """The file of events does not fit: a column, a quotation, a date or a certainty is wrong."""


class CardsError(LessonkitError):
    """The file of claim cards is not as it should be: a column, a name, a link or a date."""


class GradingError(LessonkitError):
    """The hand-ins cannot be graded, or a class not built: the folder, the marks, the engine."""


class DateError(LessonkitError, ValueError):
    """A date that was given is no day, such as ``written="September 1938"``."""


class CourseError(LessonkitError):
    """A course is not as it should be: a file of its lessons, a key, an answer, or its document."""
