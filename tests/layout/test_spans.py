"""What holds for every text: spans tile, the reading maps back, every row quotes the text."""

import pytest
from hypothesis import example, given, settings

from lessonkit.despatch.tables import dates_table, notes_table, sections_table
from lessonkit.layout.spans import lay_out

from tests.support.strategies import DESPATCH, TEXTS
from tests.support.texts import FRAGMENT, LETTER


@pytest.mark.parametrize("text", [DESPATCH, LETTER, FRAGMENT, "", " \n", "[Page 1]", "x"])
def test_texts_of_ours(text):
    holds_together(text)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("My dear [Page 3] Sir: x")
@example("It is.\n\nSo [Page 1] [Page 2] is it.")
@example("See [Page A.5] here\n\nx\n  1. y")
def test_any_text(text):
    holds_together(text)


def holds_together(text):
    laid = lay_out(text)
    end = 0
    for span in laid.spans:
        assert span.start == end < span.end
        end = span.end
        words = text[span.start : span.end]
        assert (span.kind == "blank") == (not words.strip()) == (span.block is None)
    assert end == len(text)
    assert laid.reading == laid.reading.strip()
    for at, character in enumerate(laid.reading):
        offset, _ = laid.in_text(at, at + 1)
        assert character == text[offset] or (character in " \n" and text[offset].isspace())
    kept = [span for span in laid.spans if span.kind not in ("page", "marker", "blank")]
    said = "".join(text[span.start : span.end] for span in kept)
    assert "".join(laid.reading.split()) == "".join(said.split())
    for table, quotation in (
        (sections_table(laid), "text"),
        (dates_table(laid, None), "phrase"),
        (notes_table(laid), "text"),
    ):
        for row in table.itertuples():
            assert text[row.start : row.end] == getattr(row, quotation)
            assert row.start < row.end


def test_kinds_of_the_letter():
    spans = [(s.kind, LETTER[s.start : s.end]) for s in lay_out(LETTER).spans if s.kind != "blank"]
    assert spans[:6] == [
        ("title", "The Minister in Ruritania (Hentzau) to the Secretary of State"),
        ("number", "No. 12"),
        ("salutation", "Sir:"),
        ("paragraph", "I refer to my despatch No. 1911 of March 3, 1921,"),
        ("marker", "4"),
        ("paragraph", "and to the talks of April 9th, of which the second "),
    ]
    assert spans[6] == ("page", "[Page 88]")
    assert [s for s in spans if s[0] == "marker"] == [("marker", m) for m in ("4", "*", "5")]
    assert [kind for kind, _ in spans[-5:]] == ["closing", "signature", "note", "note", "note"]


def test_sections_of_the_letter():
    sections = sections_table(lay_out(LETTER))
    assert sections["heading"].fillna("–").tolist() == ["–", "The Railway", "–"]
    assert sections["part"].tolist() == [0, 1, 2]
    assert sections["heading_lost"].tolist() == [False, False, True]
    assert sections["words"].tolist() == [30, 34, 6]
    assert sections["first_page"].tolist() == [87, 88, 88]


def test_notes_of_the_letter():
    notes = notes_table(lay_out(LETTER))
    assert notes["marker"].tolist() == ["4", "*", "5"]
    assert notes["by"].tolist() == ["editor", "author", "editor"]
    assert notes["page"].tolist() == [87, 88, 88]


def test_reading_leaves_out_marks_and_joins_white_space():
    text = "It is signed,5 see\n  [Page 9]  the\tend[Page 10]ing.\n\nYes.\n  1. Not printed."
    assert lay_out(text).reading == "It is signed, see the ending.\nYes.\n1. Not printed."


HEAD = "The Ambassador in Japan (Grew) to the Secretary of State\n\nNo. 2987\n\n"
FOOT = "\n\nRespectfully yours,\n\nJoseph C. Grew\n  1. Not printed."


@pytest.mark.parametrize(
    "before",
    ["The loan was for 4.5 million yen.", "At 6.30 p. m. he saw G-2.", "It cost 1,500 in 1926–27."],
)
def test_a_number_that_is_no_marker_is_not_taken_for_one(before):
    laid = lay_out(f"{HEAD}Sir: {before}\n\nIt was signed on June 3, 1938.12{FOOT}")
    assert [marker.value for marker in laid.markers] == ["12"]
    assert before in laid.reading


def kinds(text):
    return [(block.kind, text[block.start : block.end]) for block in lay_out(text).blocks]


def test_a_page_break_between_blocks_is_no_part_of_them():
    text = f"[Page 293]\n\n{HEAD}Sir: Yes, he is.\n\n[Page 294]{FOOT}"
    assert [kind for kind, _ in kinds(text)] == [
        "page", "title", "number", "paragraph", "page", "closing", "signature", "note"
    ]  # fmt: skip
    (section,) = sections_table(lay_out(text)).itertuples()
    assert (section.words, section.last_page) == (4, 293)


@pytest.mark.parametrize(
    "title",
    [
        "The Ambassador in China (Johnson), temporarily at Washington, to the Secretary of State",
        "The Secretary of State to all American diplomatic officers",
        "M. d'Avenel to Mr. Hay.",
        "Message of the President",
        "Memorandum by the Chief of the Division of Far Eastern Affairs (Hamilton)",
    ],
)
def test_titles(title):
    assert kinds(f"{title}\n\nIt rained for days.")[0] == ("title", title)


@pytest.mark.parametrize(
    "last",
    ["I have, on June 4, told him.", "Accept the invitation for June 5.", "Yours of June 3."],
)
def test_a_last_sentence_is_no_closing(last):
    text = f"{HEAD}Sir: Yes, he is here.\n\n{last}\n\nJoseph C. Grew"
    assert ("paragraph", last) in kinds(text)


def test_a_list_inside_a_note_is_part_of_it():
    text = f"{HEAD}Sir: Yes,5 he is.6{FOOT}\n  2. The points:\n  1. Fish.\n  2. Oil."
    assert [words.split()[1] for kind, words in kinds(text) if kind == "note"] == ["Not", "The"]


def test_a_heading_with_a_gap_below_it_opens_one_section():
    text = f"{HEAD}Sir: Yes, he is.\n\n\nThe Railway\n\n\nIt is built.{FOOT}"
    assert sections_table(lay_out(text))["heading"].fillna("–").tolist() == ["–", "The Railway"]


def test_a_dateline_is_neither_heading_nor_signature():
    text = f"{HEAD}Tokyo, June 3, 1938.\n\nSir: Yes, he is.\n\nTokyo, June 4, 1938."
    assert [kind for kind, _ in kinds(text)][2:] == ["paragraph"] * 3
