"""The editor's file of events: read with every row checked, written for a person to complete."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pandas as pd

from lessonkit import quotes
from lessonkit.edtf import FORMS, bounds
from lessonkit.errors import EventsError
from lessonkit.events import CERTAINTIES
from lessonkit.layout import Layout
from lessonkit.sections import Places
from lessonkit.tables import table

COLUMNS = (
    "event", "what", "phrase", "edtf", "certainty", "told_by", "hedge", "place", "quote", "note",
)  # fmt: skip
_SHOWN = 8  # problems at a time: a page full of them helps nobody


def read_events(name: str, content: str, laid: Layout) -> pd.DataFrame:
    """Read an editor's file of events and check every row of it.

    Parameters
    ----------
    name : str
        The file's name, for messages.
    content : str
        The file: CSV with the columns of `COLUMNS` in any order, one row an event.
    laid : Layout
        The document that it is about.

    Returns
    -------
    pandas.DataFrame
        Shape (rows, 17), in the file's order; `found_by` is ``editor``.

    Raises
    ------
    EventsError
        If a column is missing or unknown, or rows are wrong: a quotation that does not occur in
        the reading exactly once, a date that is no EDTF, an unknown certainty. Every line with a
        problem is named.

    Examples
    --------
    >>> from lessonkit.layout import layout
    >>> content = ",".join(COLUMNS) + "\\nE01,arrival,,1901,stated,Wu > Hay,,,I came,\\n"
    >>> read_events("mine.events.csv", content, layout("In 1901 I came."))["quote"].tolist()
    ['I came']
    """
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    try:
        header = [column.strip() for column in next(reader, [])]
        _check_header(name, header)
        lines = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise EventsError(
            f"{name}, line {reader.line_num}: expected a row of a CSV file, found something else "
            f"({error}). Look for a quotation mark that is not closed."
        ) from None
    problems: list[str] = []
    rows = list(_rows(name, header, lines, laid, problems))
    if problems:
        more = len(problems) - _SHOWN
        shown = problems[:_SHOWN] + ([f"… and {more} more."] if more > 0 else [])
        raise EventsError("\n".join(shown))
    return table("events", rows)


def events_csv(laid: Layout, events: pd.DataFrame) -> str:
    """Write the program's events as an editor's file, for a person to complete.

    A sentence that occurs more than once is made longer until it is the only one.

    Parameters
    ----------
    laid : Layout
        The document.
    events : pandas.DataFrame
        Its events table.

    Returns
    -------
    str
        CSV with the columns of `COLUMNS`.

    Examples
    --------
    >>> from lessonkit.dates import dates_table
    >>> from lessonkit.events import program_events
    >>> from lessonkit.layout import layout
    >>> laid = layout("I came in 1901.")
    >>> print(events_csv(laid, program_events(laid, dates_table(laid, None))), end="")
    event,what,phrase,edtf,certainty,told_by,hedge,place,quote,note
    E01,,1901,1901,stated,,,,I came in 1901.,
    """
    rows = events.assign(quote=[_anchor(laid, row) for row in events.itertuples()])
    phrases = [laid.read(*span) for span in _phrases(laid, events)]
    return rows.assign(phrase=phrases)[list(COLUMNS)].to_csv(index=False, lineterminator="\n")


def _phrases(laid: Layout, events: pd.DataFrame) -> Iterator[tuple[int, int]]:
    for row in events.itertuples():
        start = laid.text.index(row.phrase, row.start)
        yield start, start + len(row.phrase)


def _anchor(laid: Layout, row) -> str:
    """Return the reading of a row's quote, longer to the left if it occurs more than once."""
    start, end = laid.in_reading(row.start, row.end)
    while start and len(quotes.find(laid.reading[start:end], laid.reading)) > 1:
        start = laid.reading.rfind(" ", 0, max(start - 1, 0)) + 1
    return " ".join(laid.reading[start:end].split())


def _check_header(name: str, header: list[str]) -> None:
    missing = [column for column in COLUMNS if column not in header]
    unknown = [column or "(no name)" for column in header if column not in COLUMNS]
    twice = sorted({column for column in header if header.count(column) > 1} - set(unknown))
    for what, columns in (("missing", missing), ("unknown", unknown), ("there twice", twice)):
        if columns:
            raise EventsError(
                f"{name}, line 1: expected the columns {', '.join(COLUMNS)}; "
                f"{what}: {', '.join(columns)}. Mend the first line."
            )


def _rows(
    name: str, header: list[str], lines: list[tuple[int, list[str]]], laid: Layout, problems: list
) -> Iterator[tuple]:
    places = Places(laid)
    seen: dict[str, int] = {}
    for line, cells in lines:
        where = f"{name}, line {line}"
        if len(cells) != len(header):
            problems.append(
                f"{where}: expected {len(header)} cells, found {len(cells)}. A cell with a comma "
                "in it needs quotation marks around it."
            )
            continue
        row = {column: cell.strip() or None for column, cell in zip(header, cells, strict=True)}
        found = [_name(row, seen, line), _certainty(row), _phrase(row, laid)]
        (first, last), bad_date = _dated(row)
        (start, end), bad_quote = _quoted(row, laid)
        said = [problem for problem in (*found, bad_date, bad_quote) if problem]
        problems += [f"{where}: {problem}" for problem in said]
        if not said:
            place = places.of(start)
            yield (
                row["event"], row["what"], row["phrase"], row["edtf"], first, last,
                row["certainty"], row["told_by"], row["hedge"], row["place"],
                laid.text[start:end], row["note"], place.section, place.page, "editor", start, end,
            )  # fmt: skip


def _name(row: dict, seen: dict[str, int], line: int) -> str | None:
    if not row["event"]:
        return "expected the event's name, such as E01, found an empty cell. Give it one."
    before = seen.setdefault(row["event"], line)
    if before != line:
        return f"the event {row['event']} stands in line {before} already. Give it another name."
    return None


def _certainty(row: dict) -> str | None:
    if row["certainty"] in CERTAINTIES:
        return None
    return (
        f"certainty: expected one of {', '.join(CERTAINTIES)}, found "
        f"{_found(row['certainty'])}. Choose one of them."
    )


def _phrase(row: dict, laid: Layout) -> str | None:
    if row["phrase"] is None or quotes.find(row["phrase"], laid.reading):
        return None
    return (
        f"the phrase {_found(row['phrase'])} does not occur in the text. "
        f"{_nearest(row['phrase'], laid)} Copy the words as they stand, or leave the cell empty."
    )


def _dated(row: dict) -> tuple[tuple, str | None]:
    if row["edtf"] is None:
        if row["certainty"] in ("stated", "inferred", "bounded"):
            return (None, None), (
                f"certainty is {row['certainty']}, so a date is expected, and the cell edtf is "
                "empty. Give the date, or call the event undated."
            )
        return (None, None), None
    try:
        return bounds(row["edtf"]), None
    except ValueError as error:
        return (None, None), f"edtf: {error}. Expected a form such as {FORMS}."


def _quoted(row: dict, laid: Layout) -> tuple[tuple[int, int], str | None]:
    if row["quote"] is None:
        return (0, 0), "expected a quotation, found an empty cell. Copy the passage into it."
    found = quotes.find(row["quote"], laid.reading)
    if len(found) == 1:
        return laid.in_text(*found[0]), None
    if found:
        return (0, 0), (
            f"the quotation {_found(row['quote'])} occurs {len(found)} times. Copy more of the "
            "words around it, until it is the only one."
        )
    return (0, 0), (
        f"the quotation {_found(row['quote'])} does not occur in the text. "
        f"{_nearest(row['quote'], laid)} Copy the words as they stand."
    )


def _nearest(words: str, laid: Layout) -> str:
    nearest = quotes.nearest(words, laid.reading)
    return f"The nearest passage is “{nearest}”." if nearest else "Nothing is like it."


def _found(value: str | None) -> str:
    if value is None:
        return "an empty cell"
    return f"“{value[:160]}{'…' if len(value) > 160 else ''}”"
