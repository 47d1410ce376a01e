"""Widgets: each shows the line of code that it stands for, and has a static fallback."""

from lessonkit.widgets._date_box import DateBox, date_box
from lessonkit.widgets._match_box import Match, match
from lessonkit.widgets._reader import Reader, reader, still
from lessonkit.widgets._tag_box import TagBox, tag_box

__all__ = [
    "DateBox",
    "Match",
    "Reader",
    "TagBox",
    "date_box",
    "match",
    "reader",
    "still",
    "tag_box",
]
