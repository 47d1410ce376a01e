"""Lesson 8 with a text of the reader's own: it runs from top to bottom, whatever the text.

More documents in plain text can be tried: name their folder in LESSONKIT_SAMPLES.
"""

import os
from pathlib import Path

import nbformat
import pytest

import lessonkit
from lessonkit.publish.editions import executed

from tests.support import ROOT, rules
from tests.support.texts import LETTER

pytestmark = pytest.mark.slow
LESSON = ROOT / "notebooks" / "student" / "08-your-own-despatch.ipynb"
DATELESS = (
    "Memorandum of Conversation, by the Chief of the Division (Moffat)\n\n"
    "The Chargé came in to see me and said that no action would be taken; <b>he</b> asked for $5.\n\n"
    "Pierrepont Moffat\n  1. Supra.\n"
)
OLD = (
    "Mr. Sherman to Baron von Thielmann.\r\n\r\nNo. 334.]\r\n\r\n"
    "Excellency: Referring to your note of the 10th of March last, and to that of December 31, 1896, "
    "I have the honor [Page 12] to inclose a certificate. It is alleged that in 1850\u201352 the ship "
    "was lost between June 3 and 4.\r\n\r\nAccept, etc.,\r\n\r\nJohn Sherman.\r\n"
)
LONG = LETTER.replace(
    "Respectfully yours,",
    "\n\n".join(
        f"On May {day}, 19{year}, it rained." for year in (11, 21, 35) for day in range(1, 29)
    )
    + "\n\nRespectfully yours,",
)
SAMPLES = sorted(Path(os.environ.get("LESSONKIT_SAMPLES", "nowhere")).glob("*.txt"))
TEXTS = {"letter": LETTER, "no date": DATELESS, "old": OLD, "long": LONG} | {
    path.stem: path.read_bytes().decode("utf-8") for path in SAMPLES
}


def run(folder, text, changes=()):
    """Run the lesson in a folder with mine.txt beside it, some of its words changed."""
    if text is not None:
        (folder / "mine.txt").write_bytes(text.encode("utf-8"))
    notebook = nbformat.read(LESSON, as_version=4)
    for before, after in changes:
        cells = [cell for cell in rules.code_cells(notebook) if before in cell.source]
        assert len(cells) == 1, before
        cells[0].source = cells[0].source.replace(before, after)
    return executed(notebook, folder)


def plain(notebook):
    return "\n".join(
        output.get("data", {}).get("text/plain", output.get("text", ""))
        for output in rules.outputs(notebook)
    )


@pytest.mark.parametrize("name", TEXTS)
def test_the_lesson_runs_on_any_text(name, tmp_path):
    notebook = run(tmp_path, TEXTS[name])
    for rule in rules.ALWAYS:
        assert list(rule(notebook)) == []
    mine = lessonkit.load(tmp_path / "mine.txt")
    assert mine.title in plain(notebook)
    assert f"rows: {len(mine.dates)}" in plain(notebook)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.txt"]  # nothing is written


ROWS = [
    ("one = {", 'one = {"what": "Line idle", "edtf": "1915/1917", "told_by": "Hentzau",\n'
     '    "certainty": "stated", "quote": "it lay idle in"}\n'
     'two = {"what": "Reference", "edtf": "", "told_by": "Hentzau",\n'
     '    "certainty": "undated", "quote": "I refer to my despatch"}\n'
     'three = {"what": "March", "edtf": "[1921-05-01..1921-05-31]", "told_by": "x",\n'
     '    "certainty": "bounded", "quote": "may march in"}\nblank = {'),
    ("rows = [one]", "rows = [one, two, three]"),
    ("[program]", "[program, added]"),
    ("#print(keep_rows(", "print(keep_rows("),
]  # fmt: skip


def test_three_rows_are_checked_drawn_kept_and_read_again(tmp_path):
    notebook = run(tmp_path, LETTER, ROWS)
    said = plain(notebook)
    assert "8.3 Complete, now it needs a reader." in said
    program = len(lessonkit.find_dates(LETTER))
    assert f"Kept in mine.events.csv: {program + 3} rows." in said
    assert f"yours: {program + 2} of {program + 3} events have a date" in said
    events = lessonkit.load(tmp_path / "mine.txt").events
    assert events["what"].dropna().tolist() == ["Line idle", "Reference", "March"]
    kept = (tmp_path / "mine.events.csv").read_bytes()
    again = run(tmp_path, None, [*ROWS, ('"what": "March"', '"what": "Another"')])
    assert "mine.events.csv is there already" in plain(again)  # never over a reader's file
    assert (tmp_path / "mine.events.csv").read_bytes() == kept


def test_without_a_text_nothing_is_kept_and_the_text_that_comes_later_is_read(tmp_path):
    keep = [("#print(keep_rows(", "print(keep_rows(")]
    assert "Nothing is kept: you read the bundled text" in plain(run(tmp_path, None, keep))
    assert list(tmp_path.iterdir()) == []
    assert "Kept in mine.events.csv" in plain(run(tmp_path, LETTER, keep))


def test_a_text_that_was_exchanged_is_told_from_its_table(tmp_path):
    run(tmp_path, LETTER, [("#print(keep_rows(", "print(keep_rows(")])
    (tmp_path / "mine.txt").write_bytes(OLD.encode("utf-8"))
    with pytest.raises(lessonkit.EventsError) as error:
        lessonkit.load(tmp_path / "mine.txt")
    first, *_, last = str(error.value).splitlines()
    assert first.startswith("mine.events.csv, line 2: the phrase “March 3, 1921”")
    assert last == (
        "mine.events.csv was made for another text: rename or delete it, then run this cell again."
    )
    assert len(str(error.value).splitlines()) == 3


def test_a_wrong_quotation_stops_with_the_nearest_passage(tmp_path):
    changes = [ROWS[0], ("it lay idle in", "it lay idel in")]
    with pytest.raises(
        Exception, match="your rows, row 1: .*nearest passage is “it lay idle in"
    ) as error:
        run(tmp_path, LETTER, changes)
    assert type(error.value).__name__ == "CellExecutionError"


def test_the_date_at_the_top_supplies_the_year(tmp_path):
    text = OLD.replace("of December 31, 1896, ", "of mine, ")
    assert lessonkit.find_dates(text)["edtf"][0] == "XXXX-03-10"
    dated = run(tmp_path, text, [("written=None", 'written="1897-05-21"')])
    assert "1897-03-10" in plain(dated)
