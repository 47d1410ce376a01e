"""Widgets: each shows the line of code that it stands for, and has a static fallback."""

from lessonkit.widgets.date_box import DateBox, date_box
from lessonkit.widgets.match import Match, match
from lessonkit.widgets.reader import Reader, reader
from lessonkit.widgets.tags import TagBox, tag_box

__all__ = ["DateBox", "Match", "Reader", "TagBox", "date_box", "match", "reader", "tag_box"]
