"""Charts: each takes a table and returns one object, its figure, alternative text and table."""

from lessonkit.charts._chart import Chart
from lessonkit.charts._claim_timeline import claim_cards
from lessonkit.charts._class_results import agreement_chart, outcome_bars
from lessonkit.charts._date_strip import date_strip
from lessonkit.charts._note_grid import note_grid
from lessonkit.charts._place_map import place_map
from lessonkit.charts._section_strip import section_strip
from lessonkit.charts._teller_chains import teller_chart
from lessonkit.charts._timeline import timeline
from lessonkit.charts._two_timelines import both_timelines
from lessonkit.charts._word_bars import word_bars

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
