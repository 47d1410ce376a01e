"""Events: the editor's thirty rows, the program's by rule, and what a wrong file is told."""

import csv
import io
import time
import unicodedata

import edtf as reference
import pandas as pd
import pytest
from hypothesis import given, settings

import lessonkit
from lessonkit.dates.edtf import bounds
from lessonkit.despatch.annotations import COLUMNS, events_csv, read_events
from lessonkit.despatch.events import program_events
from lessonkit.despatch.tables import dates_table
from lessonkit.layout import nearest_passage
from lessonkit.layout.sentences import Sentences
from lessonkit.layout.spans import lay_out

from test_layout import TEXTS
from texts import LETTER

DESPATCH = lessonkit.load()

# Read from the despatch by hand: event, certainty, first day, last day, section
TRUTH = """
E01 stated   1905-09-05 1905-09-05 4
E02 stated   1926-01-01 1927-12-31 7
E03 stated   1928-01-01 1928-12-31 7
E04 stated   1930-01-01 1931-12-31 7
E05 stated   1933-01-01 1933-12-31 7
E06 stated   1933-01-01 1934-12-31 7
E07 stated   1933-01-01 1935-12-31 7
E08 stated   1938-05-31 1938-05-31 6
E09 inferred 1938-06-03 1938-06-03 5
E10 bounded  1938-06-03 1938-08-24 5
E11 stated   1938-06-29 1938-06-29 –
E12 undated  –          –          3
E13 bounded  –          1938-08-10 3
E14 stated   1938-07-14 1938-07-14 1
E15 bounded  –          1938-08-10 3
E16 inferred 1938-08-10 1938-08-10 3
E17 inferred 1938-08-10 1938-09-19 3
E18 bounded  1938-08-10 1938-09-19 4
E19 bounded  1938-08-10 1938-09-19 4
E20 inferred 1938-09-19 1938-09-19 4
E21 bounded  1938-05-31 1938-08-21 6
E22 bounded  1938-05-31 1938-08-21 6
E23 stated   1938-08-21 1938-08-21 6
E24 inferred 1938-08-24 1938-08-24 5
E25 stated   1938-09-04 1938-09-04 7
E26 inferred 1938-09-04 1938-09-04 7
E27 stated   1938-09-05 1938-09-05 –
E28 undated  –          –          8
E29 bounded  –          1938-09-19 8
E30 inferred 1938-09-19 1938-09-19 8
"""


def test_the_editors_events():
    events = DESPATCH.events
    assert events["found_by"].eq("editor").all()
    columns = ["event", "certainty", "not_before", "not_after", "section"]
    found = [
        ["–" if pd.isna(value) else str(value)[:10] for value in row]
        for row in events[columns].to_numpy()
    ]
    assert found == [line.split() for line in TRUTH.split("\n") if line]


def test_every_row_quotes_the_text_and_dates_are_valid_edtf():
    for row in DESPATCH.events.itertuples():
        assert DESPATCH.text[row.start : row.end] == row.quote
        assert pd.isna(row.edtf) == (row.certainty == "undated")
        if pd.notna(row.edtf) and not row.edtf.startswith("[.."):
            reference.parse_edtf(row.edtf)


def test_chains_of_tellers_end_with_who_wrote():
    for row in DESPATCH.events.itertuples():
        assert row.told_by.split(" > ")[-1] in ("Kirk", "FRUS editors"), row.event


def test_claims_without_teller_or_hedge():
    """Named in lesson 4: the closing, the credentials, the problems put into the background."""
    events = DESPATCH.events.set_index("event")
    assert events.loc[["E17", "E18", "E25"], "hedge"].isna().all()
    assert set(events.loc[["E17", "E18", "E25"], "told_by"]) == {"Kirk", "unnamed > Kirk"}


def test_the_programs_events():
    laid = DESPATCH.layout
    events = program_events(laid, dates_table(laid, None))
    assert len(events) == 17
    assert events["certainty"].tolist() == ["stated", *["inferred"] * 3, *["stated"] * 13]
    assert events["quote"][7].startswith("In 1928 he was Chief of Staff")
    assert events["quote"][15] == "7. See Embassy’s despatch No. 1426, June 29, 1938."
    empty = ["what", "told_by", "hedge", "place", "note"]
    assert events[empty].isna().all(axis=None)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_the_programs_events_of_any_text(text):
    laid = lay_out(text)
    dates = dates_table(laid, None)
    events = program_events(laid, dates)
    assert len(events) == len(dates)
    for event, found in zip(events.itertuples(), dates.itertuples(), strict=True):
        assert text[event.start : event.end] == event.quote
        assert event.start <= found.start < found.end <= event.end
        assert event.phrase == found.phrase
        assert (event.edtf == found.edtf) or (pd.isna(event.edtf) and pd.isna(found.edtf))
        assert (event.not_before == found.not_before) or pd.isna(found.not_before)


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


def test_sentences():
    text = "He saw Mr. A. C. Kirk, No. 7. “So he did.” On Aug. 4th (a Monday?) it rained.\nYes.\n5. No."
    expected = [
        "He saw Mr. A. C. Kirk, No. 7.",
        "“So he did.”",
        "On Aug. 4th (a Monday?) it rained.",
        "Yes.",
        "5. No.",
    ]
    spans = [(text.index(sentence), text.index(sentence) + len(sentence)) for sentence in expected]
    for start, end in spans:
        assert {Sentences(text).around(at) for at in range(start, end)} == {(start, end)}


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1938", "1938-01-01", "1938-12-31"),
        ("1936-02", "1936-02-01", "1936-02-29"),
        ("1938-08-24?", "1938-08-24", "1938-08-24"),
        ("1938-08-10/1938-09", "1938-08-10", "1938-09-30"),
        ("[1938-06-03..1938-08-24]", "1938-06-03", "1938-08-24"),
        ("[..1938-08-10]", "None", "1938-08-10"),
        ("[1938-08-10..]", "1938-08-10", "None"),
        ("1938/..", "1938-01-01", "None"),
        ("XXXX-06-03", "None", "None"),
    ],
)
def test_bounds(edtf, first, last):
    assert [str(day) for day in bounds(edtf)] == [first, last]


@pytest.mark.parametrize(
    "edtf",
    ["", "August", "38", "1938-13", "1938-02-30", "1938-09/1938-08", "[..]", "../..", "XXXX", "[1938]",
     "1938/1939/1940", "XXXX-02-31", "1938-8-4"],
)  # fmt: skip
def test_what_is_no_edtf(edtf):
    with pytest.raises(ValueError, match="."):
        bounds(edtf)


LAID = lay_out(LETTER)
ROW = {"event": "E1", "edtf": "1921-03-03", "certainty": "stated", "quote": "of March 3, 1921"}


def file(*rows, columns=COLUMNS):
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


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


def test_one_wrong_letter_leads_to_the_passage():
    words = DESPATCH.reading.split()
    missed = 0
    for at in range(0, len(words) - 8, 7):
        passage = words[at : at + 8]
        longest = max(range(8), key=lambda i: len(passage[i]))
        wrong = passage.copy()
        wrong[longest] = wrong[longest][:2] + "q" + wrong[longest][3:]
        missed += " ".join(passage) != nearest_passage(" ".join(wrong), DESPATCH.reading)
    assert missed == 0


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
