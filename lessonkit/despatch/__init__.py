"""A document as a reader holds it: its tables, what was added to them, and what was lost."""

from lessonkit.despatch.annotations import check_rows, events_csv, keep_rows
from lessonkit.despatch.authorship import whose_words
from lessonkit.despatch.concordance import in_context
from lessonkit.despatch.corpus import Many, load_all
from lessonkit.despatch.despatch import Despatch
from lessonkit.despatch.events import find_events
from lessonkit.despatch.files import events_beside, folder_of, read_text, write
from lessonkit.despatch.loading import load
from lessonkit.despatch.losses import losses_of
from lessonkit.despatch.schema import dictionary
from lessonkit.despatch.side_tables import coastline, load_cards, places
from lessonkit.despatch.tables import find_dates
from lessonkit.despatch.truths import document_of, facts_for, facts_of, truth

__all__ = [
    "Despatch",
    "Many",
    "check_rows",
    "coastline",
    "dictionary",
    "document_of",
    "events_beside",
    "events_csv",
    "facts_for",
    "facts_of",
    "find_dates",
    "find_events",
    "folder_of",
    "in_context",
    "keep_rows",
    "load",
    "load_all",
    "load_cards",
    "losses_of",
    "places",
    "read_text",
    "truth",
    "whose_words",
    "write",
]
