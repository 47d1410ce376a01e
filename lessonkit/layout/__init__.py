"""From a text to its blocks, spans, sections, and the reading. Standard library only."""

from lessonkit.layout.blocks import Block
from lessonkit.layout.classify import telegram_number
from lessonkit.layout.datelines import day_of, received_on
from lessonkit.layout.page_breaks import PAGE, Mark, is_authors
from lessonkit.layout.patterns import (
    NUMBER,
    SALUTATION,
    is_closing,
    is_enclosure,
    is_file_number,
    is_label,
    is_signature,
)
from lessonkit.layout.quotations import (
    find_quotation,
    nearest_passage,
    occurs,
    plain_words,
    quoted_passages,
)
from lessonkit.layout.sections import Place, Places, Section, sections_of
from lessonkit.layout.sentences import Sentences
from lessonkit.layout.spans import Layout, Span, lay_out

__all__ = [
    "Block",
    "Layout",
    "Mark",
    "NUMBER",
    "PAGE",
    "Place",
    "Places",
    "SALUTATION",
    "Section",
    "Sentences",
    "Span",
    "day_of",
    "find_quotation",
    "is_authors",
    "is_closing",
    "is_enclosure",
    "is_file_number",
    "is_label",
    "is_signature",
    "lay_out",
    "nearest_passage",
    "occurs",
    "plain_words",
    "quoted_passages",
    "received_on",
    "sections_of",
    "telegram_number",
]
