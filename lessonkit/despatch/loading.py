"""Opens a document: plain text with what lies beside it, or one document of a volume in TEI."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from lessonkit.dates import as_date
from lessonkit.despatch.despatch import Despatch
from lessonkit.despatch.files import Source, is_volume, path_of, read, read_beside
from lessonkit.errors import DocumentError
from lessonkit.layout import Layout, day_of, lay_out

_NUMBER_ALONE = re.compile(r"\W*(?:No\.?|Number)? ?\d+\W*$")  # who begins so lost the title
_MARKUP = re.compile(r"\s*(?:<[!?a-z]|\{\\rtf|%PDF)", re.IGNORECASE)


def load(
    path: str | Path | None = None,
    written: str | date | None = None,
    document: str | None = None,
    tei: str | Path | None = None,
) -> Despatch:
    """Open a document of the series.

    Parameters
    ----------
    path : str or pathlib.Path, optional
        A plain text file as the Office of the Historian's site gives it, or a volume in TEI
        (``volume.xml``; needs ``lessonkit[tei]``). Without one, the bundled despatch.
    written : str or datetime.date, optional
        The document's own date, ``"YYYY-MM-DD"``, to date what it says. Without one, the date
        on the card beside the file (``mine.toml`` beside ``mine.txt``), else the dateline's,
        where there is one. The bundled despatch is read without its date: finding it is lesson 2.
    document : str, optional
        Which document of the volume, such as ``"d283"``.
    tei : str or pathlib.Path, optional
        The volume in TEI that has the document of a plain text file, too: then ``losses`` says
        exactly what the text has lost.

    Returns
    -------
    Despatch

    Raises
    ------
    SourceError
        If the file cannot be read as text, or the volume is no XML.
    DocumentError
        If the text is no document: a web page, or without a title. If the volume has no such
        document.
    EventsError
        If the file of events beside the text (``mine.events.csv``, beside a volume
        ``volume-d283.events.csv``) does not fit it.
    DateError
        If `written` is no date.

    Examples
    --------
    >>> import lessonkit
    >>> despatch = lessonkit.load()
    >>> despatch.signed, len(despatch.sections)
    ('A. C. Kirk', 8)
    """
    if path is not None and is_volume(path):
        return _from_volume(path_of(path), document, written)
    if document is not None and tei is None:
        raise DocumentError(
            f"{str(path)[:80]}: expected a volume in TEI, such as 'volume.xml', because a document "
            f"({document}) is named; found another file. Name the volume, or leave document out."
        )
    despatch = from_source(read(path), written, bundled=path is None)
    if path is not None:
        despatch = replace(despatch, path=path_of(path))
    if tei is None:
        return despatch
    whole = _from_volume(path_of(tei), document, None)
    return replace(despatch, whole=whole, written=despatch.written or whole.written)


def from_source(read: Source, written: str | date | None = None, bundled: bool = False) -> Despatch:
    """Make a despatch of a file that was read."""
    if _MARKUP.match(read.text):
        raise DocumentError(
            f"{read.name}, line 1: expected plain text, found a web page (HTML) or another "
            "program's format. Open it there, copy the document's text and save it as plain text."
        )
    laid = lay_out(read.text)
    title = next((read.text[b.start : b.end] for b in laid.blocks if b.kind == "title"), "No. 0")
    if _NUMBER_ALONE.match(title):
        raise DocumentError(
            f"{read.name}, line 1: expected the document's title, such as 'The Chargé in the "
            "Soviet Union (Kirk) to the Secretary of State', then a blank line and the text; "
            f"found {_first_words(read.text)!r}. Put the title in the first line"
            + (", and leave the second line empty." if _runs_on(read.text) else ".")
        )
    own = as_date(written if written is not None else read.card.get("written"))
    own = own or _dateline_day(laid)
    used = own if not bundled or written is not None else None
    return Despatch(laid, read.card, used, _annotations(read.events, laid))


def from_division(division, written: str | date | None = None) -> Despatch:
    """Make a despatch of a document of a volume."""
    from lessonkit.tei import encoded

    read = encoded(division)
    own = as_date(written if written is not None else read.card.get("written"))
    return Despatch(read.layout, read.card, own, left_out=read.lost)


def _from_volume(path: Path, document: str | None, written: str | date | None) -> Despatch:
    from lessonkit.tei import one_of

    division = one_of(path, document)
    despatch = from_division(division, written)
    annotations = _annotations(read_beside(path, division.name), despatch.layout)
    return replace(despatch, path=path, document=division.name, annotations=annotations)


def _dateline_day(laid: Layout) -> date | None:
    """Return the day in the document's own dateline, where the text kept it."""
    own = [b for b in laid.blocks if b.dateline and not b.enclosure]
    lines = [laid.text[b.start : b.start + b.dateline] for b in own]
    return next(filter(None, map(day_of, lines)), None)


def _annotations(events: tuple[str, str] | None, laid: Layout) -> pd.DataFrame | None:
    if events is None:
        return None
    from lessonkit.despatch.annotations import read_events  # here, because most documents have none

    return read_events(*events, laid)


def _runs_on(text: str) -> bool:
    """Tell whether the first line is followed by a line that is not empty."""
    first, *rest = text.lstrip().split("\n", 2)
    return bool(first and rest and rest[0].strip())


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:8])[:80] + ("…" if len(words) > 8 else "")
