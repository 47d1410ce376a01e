"""Widgets: each shows the line of code that it stands for, and has a static fallback."""

from lessonkit.widgets.date_box import DateBox, date_box
from lessonkit.widgets.reader import Reader, reader
from lessonkit.widgets.tags import TagBox, tag_box

__all__ = ["DateBox", "Reader", "TagBox", "date_box", "reader", "tag_box"]
