"""The file of events beside a text: read, written, and told where it is wrong."""

import csv
import io
import time
import unicodedata

import pandas as pd
import pytest
from hypothesis import given, settings

import lessonkit
from lessonkit.despatch.annotations import COLUMNS, events_csv, read_events
from lessonkit.despatch.events import program_events
from lessonkit.despatch.tables import dates_table
from lessonkit.layout import lay_out

from tests.support.strategies import TEXTS
from tests.support.texts import LETTER

LAID = lay_out(LETTER)
ROW = {"event": "E1", "edtf": "1921-03-03", "certainty": "stated", "quote": "of March 3, 1921"}


def file(*rows, columns=COLUMNS):
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_any_file_of_annotations_is_read_or_refused_with_a_sentence(text):
    laid = lay_out(text)
    try:
        written = events_csv(laid, program_events(laid, dates_table(laid, None)))
        events = read_events("mine.events.csv", written, laid)
    except lessonkit.LessonkitError as error:
        assert "line" in str(error)
    else:
        for row in events.itertuples():
            assert text[row.start : row.end] == row.quote


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (file(ROW | {"quote": "of Marsh 3, 1921"}), 2, ["does not occur", "“of March 3, 1921,”"]),
        (file(ROW | {"quote": "Hentzow"}), 2, ["does not occur", "nearest passage is “Hentzau”"]),
        (file(ROW | {"quote": "a lost centered"}), 2, ["does not occur", "Copy the words"]),
        (file(ROW | {"quote": "§§"}), 2, ["does not occur", "Nothing is like it"]),
        (file(ROW | {"edtf": "3/3/1921"}), 2, ["“3/3/1921”", "table program changed the date"]),
        (file(ROW | {"certainty": "bounded"}), 2, ["bounded, but", "is stated or inferred"]),
        (file(ROW | {"edtf": "[..1921-03-03]"}), 2, ["stated, but", "is bounded"]),
        (file(ROW | {"certainty": "undated"}), 2, ["undated, but"]),
        (file(ROW | {"edtf": "XXXX-03-03"}), 2, ["stated, but", "is undated"]),
        (file(ROW, ROW | {"event": "E2", "quote": "the"}), 3, ["occurs 6 times", "Copy more"]),
        (file(ROW | {"quote": ""}), 2, ["expected a quotation", "empty cell"]),
        (file(ROW | {"edtf": "3 March 1921"}), 2, ["'3 March 1921'", "1938-08-24"]),
        (file(ROW | {"edtf": "1921-02-30"}), 2, ["no day 30"]),
        (file(ROW | {"edtf": ""}), 2, ["certainty is stated", "call the event undated"]),
        (file(ROW | {"certainty": "sure"}), 2, ["stated, inferred, bounded, undated", "“sure”"]),
        (file(ROW | {"phrase": "March 4"}), 2, ["the phrase “March 4” does not occur"]),
        (file(ROW | {"event": ""}), 2, ["event's name", "empty cell"]),
        (file(ROW, ROW), 3, ["E1 stands in line 2 already"]),
        (file(ROW, columns=(*COLUMNS, "mood")), 1, ["unknown: mood"]),
        (file({"event": "E1"}, columns=COLUMNS[:-1]), 1, ["missing: note"]),
        (file(ROW, columns=(*COLUMNS, "note")), 1, ["there twice: note"]),
        (file(ROW) + "E2,only two\n", 3, ["expected 10 cells, found 2"]),
        (file(ROW) + 'E2,"never closed\n\nE3\n', 3, ["quotation mark that is not closed"]),
        (file(ROW | {"note": "two\nlines"}, ROW), 4, ["E1 stands in line 2 already"]),
        ("", 1, ["missing: event, what"]),
    ],
)
def test_a_wrong_file_is_told_where_and_what(content, line, words):
    with pytest.raises(lessonkit.EventsError) as error:
        read_events("mine.events.csv", content, LAID)
    first = str(error.value).splitlines()[0]
    assert first.startswith(f"mine.events.csv, line {line}: ")
    assert [word for word in words if word not in first] == []


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(",", ";").replace("March 3; 1921", "March 3, 1921"),
        lambda text: text.replace(",", "\t").replace("March 3\t 1921", "March 3, 1921"),
        lambda text: text.replace("event", "Event", 1).replace("stated", "Stated"),
        lambda text: text.replace("note\n", "note,,\n").replace(",\n", ",,,\n"),
        lambda text: unicodedata.normalize("NFD", text),
    ],
    ids=["semicolons", "tabs", "capitals", "empty columns", "decomposed letters"],
)
def test_what_table_programs_do_is_no_error(change):
    (row,) = read_events("x", change(file(ROW)), LAID).itertuples()
    assert (row.quote, row.certainty) == (ROW["quote"], "stated")


def test_words_copied_with_their_marks_are_found():
    row = ROW | {"quote": "of March 3, 1921,4 and", "phrase": ""}
    (found,) = read_events("x", file(row), LAID).itertuples()
    assert found.quote == "of March 3, 1921,4 and"
    row = ROW | {"quote": "second [Page 88] took", "edtf": "1921-04-11"}
    (found,) = read_events("x", file(row), LAID).itertuples()
    assert found.quote == "second [Page 88] took"


def test_a_text_that_repeats_is_annotated_in_reasonable_time_and_read_again():
    laid = lay_out("\n\n".join([LETTER] * 20))
    events = program_events(laid, dates_table(laid, None))
    started = time.process_time()
    content = events_csv(laid, events)
    assert time.process_time() - started < 20  # it once took minutes for three copies
    assert len(content) < 300_000


def test_a_sentence_that_occurs_twice_is_anchored_by_what_follows():
    text = "Mr. Hay to Mr. Wu.\n\nI came in 1901. I came in 1901. He left."
    laid = lay_out(text)
    events = program_events(laid, dates_table(laid, None))
    read = read_events("x", events_csv(laid, events), laid)
    assert read["section"].tolist() == events["section"].tolist() == [1, 1]
    assert read["start"].tolist() == events["start"].tolist()


def test_every_wrong_line_is_named_and_many_are_counted():
    rows = [ROW | {"event": f"E{n}", "certainty": "sure"} for n in range(20)]
    with pytest.raises(lessonkit.EventsError) as error:
        read_events("mine.events.csv", file(*rows), LAID)
    lines = str(error.value).splitlines()
    assert lines[7].startswith("mine.events.csv, line 9: ")
    assert lines[8] == "… and 12 more."


def test_the_file_beside_the_text_is_the_table(tmp_path):
    (tmp_path / "mine.txt").write_text(LETTER, encoding="utf-8")
    assert lessonkit.load(tmp_path / "mine.txt").events["found_by"].eq("program").all()
    content = file(ROW | {"what": "=danger", "told_by": "Hentzau"})
    (tmp_path / "mine.events.csv").write_bytes(content.replace("\n", "\r\n").encode("utf-8-sig"))
    (row,) = lessonkit.load(tmp_path / "mine.txt").events.itertuples()
    assert (row.found_by, row.what, row.page, row.quote) == ("editor", "=danger", 87, ROW["quote"])
    (tmp_path / "mine.events.csv").write_text(file(ROW | {"certainty": ""}), encoding="utf-8")
    with pytest.raises(lessonkit.EventsError, match="line 2: certainty"):
        lessonkit.load(tmp_path / "mine.txt")


def test_a_quotation_across_a_page_break_is_found():
    content = file(ROW | {"quote": "the second took place", "edtf": "1921-04-11"})
    (row,) = read_events("x", content, LAID).itertuples()
    assert row.quote == "the second [Page 88] took place"


def test_what_an_editor_completed_is_written_and_read_again_the_same():
    despatch = lessonkit.load()
    again = read_events("x", events_csv(despatch.layout, despatch.events), despatch.layout)
    assert len(again) == 30
    pd.testing.assert_frame_equal(again, despatch.events)
