"""Charts: each takes a table and returns one object, its figure, alternative text and table."""

from lessonkit.charts.agreement import agreement_chart
from lessonkit.charts.bars import word_bars
from lessonkit.charts.both import both_timelines
from lessonkit.charts.chart import Chart
from lessonkit.charts.claims import claim_cards
from lessonkit.charts.dates import date_strip
from lessonkit.charts.grid import note_grid
from lessonkit.charts.map import place_map
from lessonkit.charts.outcomes import outcome_bars
from lessonkit.charts.strip import section_strip
from lessonkit.charts.tellers import teller_chart
from lessonkit.charts.timeline import timeline

__all__ = [
    "Chart",
    "agreement_chart",
    "both_timelines",
    "claim_cards",
    "date_strip",
    "note_grid",
    "outcome_bars",
    "place_map",
    "section_strip",
    "teller_chart",
    "timeline",
    "word_bars",
]
