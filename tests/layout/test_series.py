"""Documents of the whole series in plain text, written for the tests: every trap of the layout."""

import pytest

import lessonkit
from lessonkit.despatch.tables import sections_table
from lessonkit.layout.spans import lay_out


def kinds(text):
    return [
        (span.kind, text[span.start : span.end])
        for span in lay_out(text).spans
        if span.kind != "blank"
    ]


def loaded(tmp_path, text, name="mine.txt", **options):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return lessonkit.load(tmp_path / name, **options)


TELEGRAM = (
    "793.94119/380: Telegram\n"
    "The Ambassador in Ruritania (Rassendyll) to the Secretary of State\n\n"
    "Strelsau, January 13, 1938—6 p. m.\n[Received January 13—9:15 a. m.]\n"
    "25. Our 23, January 12, 11 p. m. The conference was held today.\n\n"
    "1. Fish.\n\n2. Oil.\n\n3. Coal.\n\n"
    "* * * * * * *\n\n"
    "Repeated to Zenda.\n\n"
    "Rassendyll"
)


def test_a_telegram_with_all_that_stands_above_it():
    assert kinds(TELEGRAM) == [
        ("label", "793.94119/380: Telegram"),
        ("title", "The Ambassador in Ruritania (Rassendyll) to the Secretary of State"),
        ("dateline", "Strelsau, January 13, 1938—6 p. m.\n[Received January 13—9:15 a. m.]\n"),
        ("number", "25. "),
        ("paragraph", "Our 23, January 12, 11 p. m. The conference was held today."),
        ("paragraph", "1. Fish."), ("paragraph", "2. Oil."), ("paragraph", "3. Coal."),
        ("paragraph", "* * * * * * *"), ("paragraph", "Repeated to Zenda."),
        ("signature", "Rassendyll"),
    ]  # fmt: skip
    (section,) = sections_table(lay_out(TELEGRAM)).itertuples()
    assert section.text.startswith("25. Our 23")
    assert section.words == 29


def test_a_dateline_that_was_kept_dates_the_document(tmp_path):
    despatch = loaded(tmp_path, TELEGRAM)
    assert (despatch.number, despatch.signed) == ("25", "Rassendyll")
    assert str(despatch.written) == "1938-01-13"
    rows = despatch.dates[["phrase", "edtf", "basis", "where"]].to_numpy().tolist()
    assert ["January 12", "1938-01-12", "written", "body"] in rows
    assert [row[3] for row in rows[:2]] == ["dateline", "dateline"]


ENCLOSING = (
    "Mr. Sapt to Mr. Hay.\n\n"
    "No. 12.]\n\n"
    "[Extract.]\n\n"
    "Legation of the United States,\nStrelsau, June 21, 1901.\n\n"
    "Sir: I inclose a note.\n\n"
    "I have, etc.,\n\n"
    "Karl Sapt,\nChargé d’Affaires ad interim.\n\n"
    "[Inclosure in No. 12.—Translation.]\n\n"
    "Count Hentzau to Mr. Sapt.\n\n"
    "Foreign Office,\nStrelsau, June 20, 1901.\n\n"
    "Sir: The answer is no.\n\n"
    "Accept, etc.,\n\n"
    "Hentzau.\n"
)


def test_an_enclosure_has_title_and_signature_of_its_own(tmp_path):
    assert kinds(ENCLOSING) == [
        ("title", "Mr. Sapt to Mr. Hay."), ("number", "No. 12.]"), ("label", "[Extract.]"),
        ("dateline", "Legation of the United States,\nStrelsau, June 21, 1901."),
        ("salutation", "Sir:"), ("paragraph", " I inclose a note."[1:]),
        ("closing", "I have, etc.,"), ("signature", "Karl Sapt,\nChargé d’Affaires ad interim."),
        ("heading", "[Inclosure in No. 12.—Translation.]"), ("heading", "Count Hentzau to Mr. Sapt."),
        ("dateline", "Foreign Office,\nStrelsau, June 20, 1901."),
        ("salutation", "Sir:"), ("paragraph", "The answer is no."),
        ("closing", "Accept, etc.,"), ("signature", "Hentzau."),
    ]  # fmt: skip
    despatch = loaded(tmp_path, ENCLOSING)
    assert despatch.title == "Mr. Sapt to Mr. Hay."
    assert despatch.signed == "Karl Sapt, Chargé d’Affaires ad interim."
    assert despatch.sections["words"].tolist() == [5, 5]
    assert despatch.sections["heading"].fillna("–").tolist() == [
        "–", "[Inclosure in No. 12.—Translation.] Count Hentzau to Mr. Sapt.",
    ]  # fmt: skip
    assert str(despatch.written) == "1901-06-21"


def test_an_enclosure_whose_label_was_lost_begins_with_its_title():
    text = ENCLOSING.replace("[Inclosure in No. 12.—Translation.]\n\n", "\n")
    named = kinds(text)
    assert ("heading", "Count Hentzau to Mr. Sapt.") in named
    assert [kind for kind, _ in named].count("signature") == 2


@pytest.mark.parametrize(
    "first",
    ["893.77 Zenda/135", "893.102S/1604½", "File No. 763.72/1234", "501.BB Zenda/2-1447: Telegram",
     "811.001 Elphberg, R. D./4321½", "740.00119 Control (Zenda)/1-145", "Case 774/120"],
)  # fmt: skip
@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_a_file_number_may_stand_first(first, apart):
    named = kinds(f"{first}{apart}Memorandum by the Counselor (Sapt)\n\nIt rained for days.")
    assert named == [
        ("label", first), ("title", "Memorandum by the Counselor (Sapt)"),
        ("paragraph", "It rained for days."),
    ]  # fmt: skip


HEAD = "The Minister in Ruritania (Sapt) to the Secretary of State\n\n"
SIGNATURES = [
    "Sapt",
    "For the Secretary of State:\nRupert Hentzau",
    "S[tanley] K. H[entzau]",
    "Karl Sapt\nAdmiral, U. S. Navy\nChief of Staff to the Commander in Chief\nof the Army and Navy",
    "[seal.]\nKarl Sapt",
    "Karl Sapt.\n\nJohn Hay.",
]


@pytest.mark.parametrize("signature", SIGNATURES)
def test_signatures_in_several_lines(signature, tmp_path):
    despatch = loaded(tmp_path, f"{HEAD}I came here.\n\nRepeated to Zenda, Hof.\n\n{signature}")
    assert despatch.signed == " ".join(signature.split())
    assert despatch.sections["words"].tolist() == [7]


def test_what_stands_below_a_signature_is_no_part_of_it(tmp_path):
    below = "Hon. John Hay,\nSecretary of State.\n\nEnclosures:\nCopy of a note."
    despatch = loaded(tmp_path, f"{HEAD}I came here.\n\nI am, sir, etc.,\n\nKarl Sapt.\n\n{below}")
    assert despatch.signed == "Karl Sapt."
    assert [kind for kind, _ in kinds(despatch.text)][-4:] == [
        "closing", "signature", "closing", "closing",
    ]  # fmt: skip


def test_no_salutation_closing_or_signature():
    text = f"{HEAD}It rained for days.\n\nThen it stopped."
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "paragraph"]


def test_labels_are_no_headings():
    text = f"{HEAD}[Paraphrase]\n\nConfidential\n\nIt rained for days.\n\n[Extract]\n\nIt stopped."
    assert [kind for kind, _ in kinds(text)] == [
        "title", "label", "label", "paragraph", "paragraph", "paragraph",
    ]  # fmt: skip


def test_a_list_that_a_colon_announces_is_no_list_of_notes():
    text = f"{HEAD}He asked for three things:\n  1. Fish.\n  2. Oil.\n  3. Coal."
    assert lay_out(text).notes == []


def test_a_list_is_no_telegrams_number():
    text = f"{HEAD}1. It rained.\n\n2. It stopped."
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "paragraph"]


def called(body, notes):
    listed = "".join(f"\n  {i}. {note}" for i, note in enumerate(notes, start=1))
    return [mark and mark.value for mark in lay_out(f"{HEAD}{body}\n\nSapt{listed}").called_by]


OWN = "See my No. 5. [Footnote in the original.]"


@pytest.mark.parametrize(
    ("body", "notes", "expected"),
    [
        ("He,5 she5a and it6 came.", ["x"] * 3, ["5", "5a", "6"]),
        ("He,5 the Consul 6 and it7 came.", ["x"] * 3, ["5", "6", "7"]),
        ("The Consul 6 and the Minister 7 came on June 8 with 9 men.", ["x"] * 2, ["6", "7"]),
        ("He,* she† and it‡ came.", ["x"] * 3, ["*", "†", "‡"]),
        ("He,5 she* and it6 came.", ["x"] * 3, ["5", "*", "6"]),
        ("He and it,6 she* came.7", ["x", "x", OWN, "x"], [None, "6", "*", "7"]),
        ("He came on June 8 with 9 men.", ["x"], [None]),
        ("He,5 she and it7 came.", ["x"] * 3, ["5", None, "7"]),
        ("He,5 she came on * * * days.", ["x", OWN], ["5", None]),
    ],
)
def test_markers_call_their_notes(body, notes, expected):
    assert called(body, notes) == expected
