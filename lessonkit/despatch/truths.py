"""Truths: named functions from any document to a value, None where it has no such thing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from lessonkit.dates import find
from lessonkit.despatch.authorship import whose_words
from lessonkit.despatch.despatch import Despatch
from lessonkit.despatch.events import find_events
from lessonkit.despatch.files import read_text
from lessonkit.despatch.loading import load
from lessonkit.exercises import OF_WORDS, TRUTHS, Course, Facts

Value = int | str | list[str] | dict[str, int] | None


def facts_of(despatch: Despatch, keys: Iterable[str] = ()) -> Facts:
    """Return what a judge needs to know of a document.

    Parameters
    ----------
    despatch : Despatch
        The document.
    keys : iterable of str
        The truths about given words that are asked for, such as ``"day_of: June 3"``; all others
        are always there.

    Returns
    -------
    Facts

    Examples
    --------
    >>> import lessonkit
    >>> facts_of(lessonkit.load()).truths["latest_day_in_body"]
    '1938-09-04'
    """
    names = [*(name for name in TRUTHS if name not in OF_WORDS), *keys]
    truths: dict[str, object] = {key: truth(despatch, key) for key in dict.fromkeys(names)}
    return Facts(despatch.text, despatch.reading, despatch.number, truths)


def truth(despatch: Despatch, key: str) -> Value:
    """Return a truth about a document.

    Parameters
    ----------
    despatch : Despatch
        The document.
    key : str
        A name of `lessonkit.exercises.TRUTHS`; for one about given words they follow a colon,
        separated by ``|``: ``"days_between: June 3 | 24th of August"``.

    Returns
    -------
    int, str, list, dict or None
        None where the document has no such thing. A day is ``"YYYY-MM-DD"``.

    Examples
    --------
    >>> import lessonkit
    >>> truth(lessonkit.load(), "days_between: June 3 | 24th of August")
    82
    """
    name, colon, words = key.partition(": ")
    return _TRUTHS[name](despatch, *(words.split(" | ") if colon else ()))


def document_of(course: Course) -> Despatch:
    """Load the document of a course.

    Parameters
    ----------
    course : Course
        The course.

    Returns
    -------
    Despatch

    Raises
    ------
    LessonkitError
        If it can't be loaded.

    Examples
    --------
    >>> from lessonkit.exercises import find_course
    >>> document_of(find_course()).number
    '1667'
    """
    if course.is_bundled:
        return load()
    return load(course.part("seeds") / course.document, written=course.written)


def facts_for(course: Course) -> Facts:
    """Return the facts of a course: those in its ``facts.json``, or computed if they are stale.

    Parameters
    ----------
    course : Course
        The course.

    Returns
    -------
    Facts

    Raises
    ------
    LessonkitError
        If its document can't be loaded.

    Examples
    --------
    >>> from lessonkit.exercises import find_course
    >>> facts_for(find_course()).number
    '1667'
    """
    document = course.part("seeds") / course.document
    beside = _beside(document)
    stored = course.stored_facts
    if stored and stored.beside == beside and stored.text == read_text(document):
        return stored
    return replace(facts_of(document_of(course), course.truth_keys), beside=beside)


def _beside(document: Path) -> str:
    """Return the fingerprint of the card and the events beside a document."""
    digest = hashlib.sha256()
    for ending in (".toml", ".events.csv"):
        path = document.with_suffix(ending)
        digest.update(path.read_bytes() if path.is_file() else b"-")
    return digest.hexdigest()


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day_on_card(despatch: Despatch, key: str) -> date | None:
    day = despatch.card.get(key)
    return day if type(day) is date else None


def _written(despatch: Despatch) -> date | None:
    return _day_on_card(despatch, "written") or despatch.written


def _days(later: date | None, earlier: date | None) -> int | None:
    return (later - earlier).days if later and earlier else None


def _latest(dates: pd.DataFrame) -> date | None:
    days = dates.loc[dates["not_before"] == dates["not_after"], "not_before"]
    return None if days.empty else days.max().date()


def _latest_in_body(despatch: Despatch) -> date | None:
    dates = despatch.dates
    return _latest(dates[dates["where"] == "body"])


def _latest_by_author(despatch: Despatch) -> date | None:
    """Return the latest day that the author wrote, in the body or in a note of theirs."""
    dates, notes = despatch.dates, despatch.notes
    own = notes[notes["by"] == "author"]
    in_own = [bool(((own["start"] <= at) & (at < own["end"])).any()) for at in dates["start"]]
    return _latest(dates[(dates["where"] == "body") | pd.Series(in_own, dates.index, dtype=bool)])


def _day_of(despatch: Despatch, phrase: str) -> date | None:
    dates = despatch.dates
    days = dates.loc[dates["phrase"] == phrase, "not_before"].dropna()
    return None if days.empty else days.iloc[0].date()


def _days_between(despatch: Despatch, first: str, last: str) -> int | None:
    return _days(_day_of(despatch, last), _day_of(despatch, first))


def _longest(column: str) -> Callable[[Despatch], int | None]:
    def longest(despatch: Despatch) -> int | None:
        table = whose_words(despatch)
        if table.empty:
            return None
        row = table.iloc[int(table["words"].argmax())]
        return int(row["words"] - row["copied"] if column == "uncopied" else row[column])

    return longest


def _occurrences(despatch: Despatch, words: str, but_not: str = "") -> int:
    """Count words in the reading, but not where they are part of others."""
    reading = despatch.reading
    return reading.count(words) - (reading.count(but_not) if but_not else 0)


def _called(despatch: Despatch) -> dict[str, int] | None:
    """Return the note that each marker in the text calls; two markers alike are no pairs."""
    called = despatch.notes.dropna(subset="marker")
    pairs = dict(zip(called["marker"].tolist(), called["note"].tolist(), strict=True))
    return pairs if pairs and len(pairs) == len(called) else None


def _without_a_date(despatch: Despatch) -> int | None:
    """Count the editor's events whose words of time, if any, hold no date the program finds."""
    if despatch.annotations is None:
        return None
    return sum(pd.isna(words) or not find(words) for words in despatch.events["phrase"])


def _rows_of_both(despatch: Despatch) -> int | None:
    if despatch.annotations is None:
        return None
    return len(find_events(despatch)) + len(despatch.events)


def _lost_markers(despatch: Despatch) -> list[str]:
    return [
        f"{entry['what'].removeprefix('note marker ')} behind “{entry['after']}”"
        for entry in despatch.card.get("lost", [])
        if entry.get("what", "").startswith("note marker") and "after" in entry
    ]


def _card(key: str) -> Callable[[Despatch], str | None]:
    def on_card(despatch: Despatch) -> str | None:
        value = despatch.card.get(key)
        return value if isinstance(value, str) else None

    return on_card


def _texts(key: str) -> Callable[[Despatch], list[str] | None]:
    def on_card(despatch: Despatch) -> list[str] | None:
        value = despatch.card.get(key)
        return value if isinstance(value, list) and value else None

    return on_card


def _first_page(despatch: Despatch) -> int | None:
    pages = despatch.sections["first_page"].dropna()
    return None if pages.empty else int(pages.iloc[0])


_TRUTHS: dict[str, Callable[..., Value]] = {
    "day_of": lambda despatch, words: _iso(_day_of(despatch, words)),
    "days_between": _days_between,
    "days_from_bound_to_date": lambda d: _days(_written(d), _latest_by_author(d)),
    "days_from_date_to_receipt": lambda d: _days(_day_on_card(d, "received"), _written(d)),
    "editor_events_without_a_date": _without_a_date,
    "file_number": _card("file_number"),
    "first_page": _first_page,
    "latest_day_by_author": lambda despatch: _iso(_latest_by_author(despatch)),
    "latest_day_in_body": lambda despatch: _iso(_latest_in_body(despatch)),
    "longest_section": _longest("section"),
    "lost_headings": _texts("lost_headings"),
    "lost_markers": lambda despatch: _lost_markers(despatch) or None,
    "note_of_each_marker": _called,
    "number_of_headings": lambda d: int(d.sections["heading"].notna().sum()) or None,
    "number_of_lost_markers": lambda despatch: len(_lost_markers(despatch)) or None,
    "number_of_markers": lambda d: int(d.notes["marker"].notna().sum()) or None,
    "number_of_sections": lambda despatch: len(despatch.sections) or None,
    "occurrences": _occurrences,
    "own_words_of_longest_section": _longest("own"),
    "place": _card("place"),
    "printed_marks": _texts("printed_marks"),
    "received": lambda despatch: _iso(_day_on_card(despatch, "received")),
    "rows_of_both_tables": _rows_of_both,
    "uncopied_words_of_longest_section": _longest("uncopied"),
    "words_of_longest_section": _longest("words"),
    "written": lambda despatch: _iso(_written(despatch)),
}
