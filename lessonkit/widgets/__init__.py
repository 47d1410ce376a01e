"""Widgets: each shows the line of code that it stands for, and has a static fallback."""

from lessonkit.widgets.reader import Reader, reader

__all__ = ["Reader", "reader"]
