"""The notes in a grid: whose they are, what they say of printing, which marker is lost."""

import pandas as pd
import pytest
from matplotlib.patches import Rectangle

import lessonkit
from lessonkit.charts import note_grid

from tests.support.texts import LETTER

DESPATCH = lessonkit.load()
NOTES, MARKS = DESPATCH.notes, DESPATCH.card["printed_marks"]
PLAIN = (
    "Grid of 9 notes as cards: 4 of the author’s own above, 5 of the editors’ below; 3 and 3 of them "
    "say that something is not printed (left column)."
)
LOST = " Dashed cards have lost their marker: 3 of the author’s own, 0 of the editors’."


def words(chart):
    return [text.get_text() for text in chart.figure.axes[0].texts if text.get_text()]


def cards(chart):
    patches = chart.figure.axes[0].patches
    return [patch for patch in patches if type(patch) is Rectangle and patch.get_width() > 1]


@pytest.mark.parametrize("size", ["page", "room"])
def test_note_grid(size):
    chart = note_grid(NOTES, size=size)
    assert chart.alt == PLAIN
    assert len(cards(chart)) == 9
    assert list(chart.table) == ["note", "text", "by", "printed"]
    smallest = min(text.get_fontsize() for text in chart.figure.axes[0].texts)
    assert smallest >= (9 if size == "page" else 18)


def test_it_gives_no_marker_away_before_the_print_is_shown():
    chart = note_grid(NOTES)
    shown = " ".join([*words(chart), chart.caption, chart._repr_html_().split("<details>")[1]])
    assert "marker" not in shown
    assert not [card for card in cards(chart) if card.get_linestyle() != "-"]


def test_with_the_marks_of_the_print():
    chart = note_grid(NOTES, MARKS)
    assert chart.alt == PLAIN + LOST
    dashed = [card.get_linestyle() != "-" for card in cards(chart)]
    assert dashed == [False, True, True, True, False, False, False, False, False]
    assert words(chart).count("lost: †") == 2
    assert {"lost: ‡", "marker *", "marker 5", "marker 9"} <= set(words(chart))
    assert chart.table["in_print"].tolist() == ["5", "6", "7", "*", "†", "8", "†", "9", "‡"]


def test_the_words_follow_the_table():
    some = note_grid(NOTES[NOTES["by"] == "editor"])
    assert "0 of the author’s own above, 5 of the editors’ below" in some.alt
    assert "0 and 3 of them" in some.alt
    printed = note_grid(NOTES.assign(printed=True, marker=pd.NA), MARKS)
    assert "; 0 and 0 of them" in printed.alt
    assert "4 of the author’s own, 5 of the editors’." in printed.alt
    assert "printed" in words(printed)


@pytest.mark.parametrize("marks", [None, MARKS])
@pytest.mark.parametrize("size", ["page", "room"])
def test_no_text_is_cut_off_or_overlaps(marks, size):
    chart = note_grid(NOTES, marks, size=size)
    chart.figure.canvas.draw()
    boxes = [text.get_window_extent() for text in chart.figure.axes[0].texts if text.get_text()]
    assert all(chart.figure.bbox.contains(*corner) for box in boxes for corner in box.corners())
    assert not [1 for i, a in enumerate(boxes) for b in boxes[:i] if a.overlaps(b)]


def test_long_notes_and_signs_fit(tmp_path):
    long = LETTER.replace("See p. 1914.", "See $5_{ and " + "a very long note indeed " * 20)
    (tmp_path / "mine.txt").write_text(long, encoding="utf-8")
    chart = note_grid(lessonkit.load(tmp_path / "mine.txt").notes)
    chart.figure.canvas.draw()
    assert [word for word in words(chart) if word.endswith("…")]
    assert "Grid of 3 notes" in chart.alt


def test_what_is_refused():
    with pytest.raises(ValueError, match="expected one of 'page', 'room', found 'wall'"):
        note_grid(NOTES, size="wall")
    for empty in (NOTES.head(0), NOTES.assign(by="nobody")):
        with pytest.raises(ValueError, match="at least one note"):
            note_grid(empty)
    with pytest.raises(ValueError, match="a mark for each of 9 notes, found 2"):
        note_grid(NOTES, ["5", "6"])


def test_it_is_the_same_every_time():
    assert note_grid(NOTES, MARKS).png() == note_grid(NOTES, MARKS).png()
