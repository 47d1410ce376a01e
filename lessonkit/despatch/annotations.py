"""The editor's file of events: read with every row checked, written for a person to complete."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

import pandas as pd

from lessonkit.dates import FORMS, bounds
from lessonkit.despatch.csv_rows import Row, read_rows
from lessonkit.despatch.despatch import Despatch
from lessonkit.despatch.files import events_beside, read_text, write
from lessonkit.despatch.schema import table
from lessonkit.errors import EventsError
from lessonkit.exercises import CERTAINTIES
from lessonkit.layout import PAGE, Layout, Places, find_quotation, nearest_passage

COLUMNS = (
    "event", "what", "phrase", "edtf", "certainty", "told_by", "hedge", "place", "quote", "note",
)  # fmt: skip
_CERTAINTY_OF = {"[": ("bounded",), "X": ("undated",)}  # by how a date in EDTF begins
_MORE = [2**power for power in range(4, 13)]  # characters that lengthen a quotation, in turn
_SHOWN = 8  # problems at a time: a page full of them helps nobody
_FEW = 3  # quotations: from fewer nobody can tell that they are another text's
_REFORMATTED = (
    " If your table program changed the date, format the column as text and write it again."
)


def read_events(name: str, content: str, laid: Layout, in_file: bool = True) -> pd.DataFrame:
    """Read an editor's file of events and check every row of it."""
    read = read_rows(name, content, COLUMNS, EventsError)
    problems: list[str] = []
    rows = list(_rows(name, read, laid, problems))
    if problems:
        other = in_file and _is_of_another_text(read, laid)
        most = 1 if other else _SHOWN
        more = len(problems) - most
        shown = problems[:most] + ([f"… and {more} more."] if more > 0 else [])
        shown += [_OTHER_TEXT.format(name)] * other
        said = "\n".join(shown)
        raise EventsError(said if in_file else said.replace(_REFORMATTED, ""))
    return table("events", rows)


_OTHER_TEXT = "{} was made for another text: rename or delete it, then run this cell again."


def _is_of_another_text(read: list[Row], laid: Layout) -> bool:
    """Tell whether most of a file's quotations do not occur."""
    quoted = [row.cells["quote"] for row in read if row.cells.get("quote")]
    absent = [
        quote
        for quote in quoted
        if not find_quotation(quote, laid.reading) and not find_quotation(quote, laid.text)
    ]
    return len(quoted) >= _FEW and len(absent) > len(quoted) / 2


def events_csv(laid: Layout, events: pd.DataFrame) -> str:
    """Write the program's events as an editor's file, for a person to complete.

    A sentence that occurs more than once is made longer until it is the only one, by 2,048
    characters at most.

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
    >>> from lessonkit.despatch.tables import dates_table
    >>> from lessonkit.despatch.events import program_events
    >>> from lessonkit.layout import lay_out
    >>> laid = lay_out("I came in 1901.")
    >>> print(events_csv(laid, program_events(laid, dates_table(laid, None))), end="")
    event,what,phrase,edtf,certainty,told_by,hedge,place,quote,note
    E01,,1901,1901,stated,,,,I came in 1901.,
    """
    flat = laid.reading.replace("\n", " ")
    places = events[["start", "end"]].to_numpy().tolist()
    quoted = [_anchor(flat, *laid.in_reading(*place)) for place in places]
    phrases = events["phrase"].map(_without_pages, na_action="ignore")
    rows = events.assign(quote=quoted, phrase=phrases)
    return rows[list(COLUMNS)].to_csv(index=False, lineterminator="\n")


def _without_pages(phrase: str) -> str:
    return " ".join(PAGE.sub(" ", phrase).split())


def _anchor(flat: str, start: int, end: int) -> str:
    """Return a quote that occurs once: more words behind it if need be, then before it."""
    left, right = start, end
    for more in _MORE:
        quote = flat[left:right]
        if flat.find(quote, flat.find(quote) + 1) < 0:
            return quote
        if right < len(flat):
            space = flat.find(" ", end + more)
            right = space if space >= 0 else len(flat)
        else:
            left = flat.rfind(" ", 0, max(start - more, 0)) + 1
    return flat[start:end]


def _rows(name: str, read: list[Row], laid: Layout, problems: list[str]) -> Iterator[tuple]:
    places = Places(laid)
    seen: dict[str, int] = {}
    for line, cells, wrong in read:
        where = f"{name}, line {line}"
        if wrong:
            problems.append(f"{where}: {wrong}")
            continue
        row = {column: cell or None for column, cell in cells.items()}
        row["certainty"] = row["certainty"] and row["certainty"].casefold()
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
    if row["phrase"] is None or find_quotation(row["phrase"], laid.reading):
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
        days = bounds(row["edtf"])
    except ValueError as error:
        return (None, None), (
            f"edtf: found {_found(row['edtf'])} ({error}); expected a form such as {FORMS}."
            + _REFORMATTED
        )
    expected = _CERTAINTY_OF.get(row["edtf"][0], ("stated", "inferred"))
    if row["certainty"] in CERTAINTIES and row["certainty"] not in expected:
        return (None, None), (
            f"certainty is {row['certainty']}, but a date like {_found(row['edtf'])} is "
            f"{' or '.join(expected)}. Mend one of the two."
        )
    return days, None


def _quoted(row: dict, laid: Layout) -> tuple[tuple[int, int], str | None]:
    if row["quote"] is None:
        return (0, 0), "expected a quotation, found an empty cell. Copy the passage into it."
    found = [laid.in_text(*place) for place in find_quotation(row["quote"], laid.reading)]
    found = found or find_quotation(row["quote"], laid.text)  # copied with page and note markers
    if len(found) == 1:
        return found[0], None
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
    nearest = nearest_passage(words, laid.reading)
    return f"The nearest passage is “{nearest}”." if nearest else "Nothing is like it."


def _found(value: str | None) -> str:
    if value is None:
        return "an empty cell"
    return f"“{value[:160]}{'…' if len(value) > 160 else ''}”"


_NAME = "your rows"


def check_rows(rows: Iterable[dict], despatch: Despatch) -> pd.DataFrame:
    """Check rows that a reader wrote, and make them a table of events.

    Parameters
    ----------
    rows : iterable of dict
        Column to value. A column that is left out is empty; ``event`` becomes M1 and on. A row
        that still holds a ``...`` is not finished: it is passed over.
    despatch : Despatch
        The document that they are about.

    Returns
    -------
    pandas.DataFrame
        Shape (finished rows, 17); `found_by` is ``editor``.

    Raises
    ------
    EventsError
        If rows are wrong: a quotation that does not occur in the reading exactly once, a date
        that is no EDTF, an unknown certainty. Every row with a problem is named.

    Examples
    --------
    >>> import lessonkit
    >>> despatch = lessonkit.load()
    >>> one = {"what": "an open secret", "certainty": "undated", "quote": "it is an open secret"}
    >>> lessonkit.check_rows([one, {"what": ...}], despatch)["event"].tolist()
    ['M1']
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, row in enumerate(rows, start=1):
        _check_columns(number, row)
        finished = not any(cell is ... for cell in row.values())
        cells = {"event": f"M{number}"} | row if finished else {}
        writer.writerow([_cell(cells.get(column)) for column in COLUMNS])
    try:
        return read_events(_NAME, table.getvalue(), despatch.layout, in_file=False)
    except EventsError as error:  # in a notebook there is no file with lines, but a first row
        said = re.sub(r"\bline (\d+)", lambda line: f"row {int(line[1]) - 1}", str(error))
        raise EventsError(said) from None


def keep_rows(rows: pd.DataFrame, despatch: Despatch) -> str:
    """Write rows of events into the file beside their text, never over one that is there.

    Parameters
    ----------
    rows : pandas.DataFrame
        A table of events with the columns of ``Despatch.events``.
    despatch : Despatch
        The document that they are about. The rows of the bundled despatch are not kept: they
        would be taken for those of a text that comes later.

    Returns
    -------
    str
        What was done, as a sentence.

    Raises
    ------
    SourceError
        If the text's file can't be read.

    Examples
    --------
    >>> import lessonkit
    >>> despatch = lessonkit.load()
    >>> lessonkit.keep_rows(despatch.events, despatch)
    'Nothing is kept: you read the bundled text, which has its table. Your own text comes first.'
    """
    path = despatch.path
    if path is None:
        return (
            "Nothing is kept: you read the bundled text, which has its table. Your own text comes "
            "first."
        )
    file = events_beside(path, despatch.document)
    if despatch.document is None and read_text(path) != despatch.text:
        return f"Nothing is kept: {path.name} has changed since it was loaded. Load it again first."
    if not write(file, events_csv(despatch.layout, rows), replace=False):
        return (
            f"{file.name} is there already and stays as it is. Rename it to keep these rows, too."
        )
    return f"Kept in {file.name}: {len(rows)} row{'' if len(rows) == 1 else 's'}."


def _check_columns(number: int, row: dict) -> None:
    unknown = [str(column) for column in row if column not in COLUMNS]
    if unknown:
        raise EventsError(
            f"{_NAME}, row {number}: expected some of the columns {', '.join(COLUMNS)}; found "
            f"{', '.join(unknown)}. Mend the word before the colon."
        )


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
