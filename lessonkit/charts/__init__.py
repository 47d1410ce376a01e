"""Charts: each takes a table and returns one object, its figure, alternative text and table."""

from lessonkit.charts.chart import Chart
from lessonkit.charts.dates import date_strip
from lessonkit.charts.grid import note_grid
from lessonkit.charts.map import place_map
from lessonkit.charts.strip import section_strip
from lessonkit.charts.timeline import timeline

__all__ = ["Chart", "date_strip", "note_grid", "place_map", "section_strip", "timeline"]
