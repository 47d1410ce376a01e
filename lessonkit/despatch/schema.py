"""The columns of every table, declared once: the empty table and the words about it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
from pandas.api.types import pandas_dtype

DATE = "datetime64[s]"

# a document's tables -> (the column that text[start:end] equals, {column: (dtype, meaning)})
TABLES: dict[str, tuple[str | None, dict[str, tuple[str, str]]]] = {
    "sections": (
        "text",
        {
            "section": ("int64", "number of the section, from 1"),
            "part": ("int64", "0 for the opening, one more at each lost centred heading"),
            "heading": ("str", "the section's own heading; missing where it has none"),
            "heading_lost": ("bool", "no heading of its own, but a lost centred one stood above"),
            "words": ("int64", "words of the reading's paragraphs, the heading not counted"),
            "first_page": ("Int64", "printed page where the section begins"),
            "last_page": ("Int64", "printed page where the section ends"),
            "text": ("str", "the section as it stands, page and note markers included"),
            "start": ("int64", "where the text begins, counted in characters from 0"),
            "end": ("int64", "where the text ends, the character after its last"),
        },
    ),
    "dates": (
        "phrase",
        {
            "phrase": ("str", "the date's words as they stand"),
            "edtf": (
                "str",
                "the date in EDTF (ISO 8601-2); missing for a day that our calendar does not have",
            ),
            "not_before": (DATE, "first day it can be; missing if unresolved"),
            "not_after": (DATE, "last day it can be; missing if unresolved"),
            "basis": (
                "str",
                "where what the words leave out is from: stated (nothing is missing), context (the "
                "text around it), written (the document's own date), or unresolved",
            ),
            "where": ("str", "title, dateline, body, closing or note"),
            "section": ("Int64", "section of the words, or of the marker of their note"),
            "page": ("Int64", "printed page of the words, or of the marker of their note"),
            "start": ("int64", "where the phrase begins in the text"),
            "end": ("int64", "where the phrase ends"),
        },
    ),
    "notes": (
        "text",
        {
            "note": ("int64", "number in the list at the end of the text"),
            "marker": ("str", "the mark in the text that calls it; missing where it is lost"),
            "text": ("str", "the note without its list number"),
            "by": ("str", "author (a footnote in the original) or editor"),
            "printed": ("boolean", "False where it says not printed; missing if nothing is said"),
            "section": ("Int64", "section of its marker"),
            "page": ("Int64", "printed page of its marker"),
            "marker_start": ("Int64", "where its marker stands in the text"),
            "start": ("int64", "where the note's text begins"),
            "end": ("int64", "where the note's text ends"),
        },
    ),
    "events": (
        "quote",
        {
            "event": ("str", "name of the event, E01 and on"),
            "what": ("str", "what happened, in a few words; missing where only a program read"),
            "phrase": ("str", "the words that date it; missing where there are none"),
            "edtf": ("str", "its date in EDTF: a/b throughout, [a..b] once somewhere between"),
            "not_before": (DATE, "first day it can be; missing if there is no such bound"),
            "not_after": (DATE, "last day it can be; missing if there is no such bound"),
            "certainty": (
                "str",
                "of the date in this document: stated, inferred (its year supplied, or from a "
                "word such as present), bounded (only limits), or undated",
            ),
            "told_by": ("str", "who tells it, through whom: from the event on, parted by >"),
            "hedge": ("str", "the words that keep the teller from vouching; missing if none"),
            "place": ("str", "where it happened, as the document calls the place"),
            "quote": ("str", "the passage that tells it"),
            "note": ("str", "what a reader should know of this row"),
            "section": ("Int64", "section of the passage, or of the marker of its note"),
            "page": ("Int64", "printed page of the passage, or of the marker of its note"),
            "found_by": ("str", "program or editor"),
            "start": ("int64", "where the passage begins in the text"),
            "end": ("int64", "where the passage ends"),
        },
    ),
    "spans": (
        None,
        {
            "kind": (
                "str",
                "title, label (file number, [Paraphrase]), number, dateline, salutation, heading, "
                "paragraph, page, marker, note, closing, signature or blank",
            ),
            "block": ("Int64", "which block of the text it is part of; missing for a blank"),
            "start": ("int64", "where the span begins"),
            "end": ("int64", "where the span ends, which is where the next begins"),
        },
    ),
    "losses": (
        None,
        {
            "what": ("str", "what the printed page has and the plain copy has not"),
            "basis": (
                "str",
                "how we know: encoding (the same document in TEI), card, or text (the blank lines "
                "of a heading, a note without its marker)",
            ),
            "start": ("int64", "where it stood; in a document read from TEI, where it stands"),
            "end": ("int64", "the same offset, but in a document read from TEI where it ends"),
        },
    ),
}

# tables that stand beside a document, and quote none of its words
BESIDE: dict[str, dict[str, tuple[str, str]]] = {
    "cards": {
        "card": ("str", "name of the card, K1 and on"),
        "claim": ("str", "the claim of the despatch that it bears on"),
        "event": ("str", "the row of the despatch's events that makes this claim"),
        "document": ("str", "the paper, by its number in the volume"),
        "link": ("str", "where to read the paper itself"),
        "date": ("str", "the day of the paper in EDTF, as exactly as our sources give it"),
        "informant": ("str", "who told its signer; missing where our sources do not say"),
        "paraphrase": ("str", "what it says, in our words but for what stands in quotation marks"),
        "edtf": ("str", "the day of what it tells, in EDTF; missing where it names none"),
        "not_before": (DATE, "first day of what it tells; missing if there is no such bound"),
        "not_after": (DATE, "last day of what it tells; missing if there is no such bound"),
        "confidence": ("str", "how we know: documented, and what of it is inferred or missing"),
    },
    "problems": {
        "document": ("str", "name of the document, or of the file where none could be read"),
        "path": ("str", "the file"),
        "problem": ("str", "what is wrong, in a sentence: expected, found, what to do"),
    },
}
_BESIDE = {
    "cards": "they stand beside a document",
    "problems": "what `load_all` could not read",
}


def table(name: str, rows: Iterable[tuple] = (), before: tuple[str, ...] = ()) -> pd.DataFrame:
    """Make one of the package's tables from rows in the order of its columns."""
    columns = dict.fromkeys(before, ("str", "")) | (
        BESIDE[name] if name in BESIDE else TABLES[name][1]
    )
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = {
        column: _array(value, dtype)
        for (column, (dtype, _)), value in zip(columns.items(), values, strict=True)
    }
    return pd.DataFrame(arrays)


def _array(values: tuple, dtype: str):
    """Return a column’s values; where none of pandas’ own kind is asked for, numpy is quicker."""
    if dtype in ("int64", "bool"):
        return np.array(values, dtype=dtype)
    return pd.Series(list(values), dtype=pandas_dtype(dtype)).array


def dictionary() -> str:
    """Write the data dictionary of all tables, as the README has it.

    Returns
    -------
    str
        Markdown: for each table its columns, their dtype and what they mean.

    Examples
    --------
    >>> dictionary().splitlines()[0]
    '**sections**: `text[start:end]` is the column `text`.'
    """
    described = [
        _described(name, _first(name, table[0]), table[1]) for name, table in TABLES.items()
    ]
    beside = [_described(name, _BESIDE[name], BESIDE[name]) for name in BESIDE]
    return "\n\n".join(described + beside)


def _first(name: str, quotation: str | None) -> str:
    if quotation:
        return f"`text[start:end]` is the column `{quotation}`"
    return "they tile the text" if name == "spans" else "in the order of the text"


def _described(name: str, first: str, columns: dict[str, tuple[str, str]]) -> str:
    rows = [f"| `{column}` | {dtype} | {meaning} |" for column, (dtype, meaning) in columns.items()]
    return "\n".join(
        [f"**{name}**: {first}.", "", "| column | dtype | meaning |", "|---|---|---|", *rows]
    )
