"""A volume in TEI: what the encoding says, and that a plain copy of it says the same but for losses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lessonkit
from lessonkit.despatch.collate import collated
from lessonkit.layout.spans import lay_out

pytest.importorskip("lxml", reason="the extra tei is not installed")

from tests.support.encoding import plain, volume

OWN = "[Footnote in the original.]"
DESPATCH = [
    ("file", "761.94/1098"),
    ("title", "The Chargé in Ruritania (Sapt) to the Secretary of State"),
    ("number", "No. 1667"),
    ("dateline", "Strelsau", "1938-12-19", "December 19, 1938", "January 9"),
    ("p", "Sir: With reference to No. 1472, dated July 14, 1938,", ("note", "5", "Not printed."),
     " regarding the treaty, I report what followed on August 3."),
    ("centre", "Zenda"),
    ("heading", "General Relations."),
    ("p", "They have been quiet in these ", ("page", "294"), "endeavors.", ("note", "*", f"No. 7. {OWN}"),
     " A protest of May 31", ("note", "†", f"No. 8. {OWN}"), " is attached.", ("note", "6", "Infra."),
     " Another came."),
    ("centre", "Hof"),
    ("p", "The new Ambassador,", ("note", "‡", f"No. 9. {OWN}"), " came on September 4, 1938."),
    ("items", "fish;", "oil."),
    ("quote", "Nobody may march in May 1938."),
    ("closing", "Respectfully yours,"),
    ("signed", "Karl Sapt", "Chargé d’Affaires ad interim"),
]  # fmt: skip
LOST = [
    "number of page 293", "file number 761.94/1098",
    "dateline: Strelsau, December 19, 1938. [Received January 9.]", "heading Zenda",
    "note marker † (note 3)", "heading Hof", "note marker ‡ (note 5)",
]  # fmt: skip


@pytest.fixture
def both(tmp_path):
    def load(blocks, page="293", **options):
        (tmp_path / "v.xml").write_text(volume([(283, page, blocks)]), encoding="utf-8")
        (tmp_path / "d.txt").write_text(plain(blocks), encoding="utf-8")
        whole = lessonkit.load(tmp_path / "v.xml", document="d283")
        return whole, lessonkit.load(tmp_path / "d.txt", tei=tmp_path / "v.xml", document="d283")

    return load


def test_what_the_encoding_says(both):
    whole, _ = both(DESPATCH)
    assert whole.text == "[Page 293]\n\n" + plain(DESPATCH, whole=True).replace(
        "\n\nZenda", "\n\n\nZenda"
    ).replace("\n\nHof", "\n\n\nHof")
    assert {key: str(value) for key, value in whole.card.items()} == {
        "title": "The Chargé in Ruritania (Sapt) to the Secretary of State",
        "place": "Strelsau", "written": "1938-12-19", "received": "1939-01-09",
        "file_number": "761.94/1098", "volume": "Ruritania", "document": "283",
        "pages": "[293, 294]", "printed_marks": "['5', '*', '†', '6', '‡']",
    }  # fmt: skip
    assert (whole.number, str(whole.written)) == ("1667", "1938-12-19")
    assert whole.signed == "Karl Sapt Chargé d’Affaires ad interim"
    assert whole.notes["marker"].tolist() == ["5", "*", "†", "6", "‡"]
    assert whole.notes["by"].str[0].tolist() == ["e", "a", "a", "e", "a"]
    assert whole.notes["page"].tolist() == [293, 294, 294, 294, 294]
    assert whole.sections["heading"].fillna("–").tolist() == [
        "–",
        "Zenda General Relations.",
        "Hof",
    ]
    assert whole.sections["part"].tolist() == [0, 1, 2]
    assert whole.sections["words"].tolist() == [20, 16, 18]
    assert not whole.sections["heading_lost"].any()
    assert whole.dates.loc[whole.dates["where"] == "dateline", "edtf"].tolist()[0] == "1938-12-19"


def test_losses_are_listed_and_stand_in_the_encoded_text(both):
    whole, copy = both(DESPATCH)
    assert whole.losses["what"].tolist() == LOST
    assert [whole.text[row.start : row.end] for row in whole.losses.itertuples()] == [
        "[Page 293]", "761.94/1098", "Strelsau, December 19, 1938.\n[Received January 9.]", "Zenda",
        "†", "Hof", "‡",
    ]  # fmt: skip
    assert copy.losses["what"].tolist() == LOST
    assert set(copy.losses["basis"]) == {"encoding"}
    stood = [copy.text[row.start :][:9] for row in copy.losses.itertuples()]
    assert stood == [
        "The Charg",
        "The Charg",
        "Sir: With",
        "General R",
        " is attac",
        "The new A",
        " came on ",
    ]


def compare(whole, copy):
    """Assert that two forms of a document differ in nothing but what is listed as lost."""
    lost = whole.losses["what"].tolist()
    assert copy.losses["what"].tolist() == lost
    ours, theirs = whole.sections, copy.sections
    assert ours["words"].tolist() == theirs["words"].tolist()
    assert ours["part"].tolist() == theirs["part"].tolist()
    gone = [name.removeprefix("heading ") for name in lost if name.startswith("heading ")]
    for one, other in zip(ours["heading"], theirs["heading"], strict=True):
        kept = "" if one != one else one
        for name in gone:
            kept = kept.removeprefix(name).strip()
        assert kept == ("" if other != other else other)
    rows = ["text", "by", "printed"]
    gone = [f"note marker {m} (note {n})" in lost for n, m in enumerate(whole.notes["marker"], 1)]
    same = [not here for here in gone]
    assert whole.notes[rows].equals(copy.notes[rows])
    assert whole.notes.loc[same, ["marker", "section"]].equals(
        copy.notes.loc[same, ["marker", "section"]]
    )
    assert copy.notes.loc[gone, "marker"].isna().all()
    stated = whole.dates[whole.dates["where"] != "dateline"]
    columns = ["phrase", "edtf", "basis", "where"]
    assert stated[columns].to_numpy().tolist() == copy.dates[columns].to_numpy().tolist()


def test_a_plain_copy_says_the_same_but_for_what_it_lost(both):
    compare(*both(DESPATCH))


WORDS = "the treaty was signed and men came to Zenda on June 3 with a note of May 4, 1937".split()


@st.composite
def documents(draw):
    symbols = draw(st.sampled_from(["*", "†‡"]))  # where some are lost, whose the rest are is open
    marks = iter(range(draw(st.integers(1, 20)), 99))
    pages = iter(range(294, 400))

    def words():
        pieces = []
        for _ in range(draw(st.integers(1, 4))):
            some = draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=9))
            pieces.append(f"It said that {' '.join(some)} again.")
            kind = draw(st.sampled_from(["", "", "note", "own", "page"]))
            if kind == "note":
                pieces += [("note", str(next(marks)), "Not printed."), " "]
            elif kind == "own":
                pieces += [("note", draw(st.sampled_from(symbols)), f"See No. 3. {OWN}"), " "]
            elif kind == "page":
                pieces += [" ", ("page", str(next(pages)))]
            else:
                pieces.append(" ")
        return [*pieces, "So be it."]

    blocks = [("title", "The Chargé in Ruritania (Sapt) to the Secretary of State")]
    if draw(st.booleans()):
        blocks.insert(0, ("file", f"{draw(st.integers(100, 999))}.94/{draw(st.integers(1, 99))}"))
    if draw(st.booleans()):
        blocks.append(("number", f"No. {draw(st.integers(1, 2000))}"))
    blocks.append(
        (
            "dateline",
            "Strelsau",
            "1938-02-19",
            "February 19, 1938",
            draw(st.sampled_from(["", "March 2"])),
        )
    )
    blocks.append(("p", "Sir: I report.", *words()))
    for kind in draw(
        st.lists(st.sampled_from(["p", "centre", "heading", "quote", "p"]), max_size=6)
    ):
        if kind == "centre":
            blocks.append((kind, draw(st.sampled_from(["Zenda", "Hof"]))))
        elif kind == "heading":
            blocks.append((kind, draw(st.sampled_from(["The Railway", "Talks With Hentzau"]))))
        blocks.append(("p" if kind in ("centre", "heading") else kind, *words()))
    if draw(st.booleans()):
        blocks.append(("closing", "Respectfully yours,"))
    blocks.append(("signed", "Karl Sapt", *draw(st.sampled_from([[], ["Counselor of Embassy"]]))))
    return blocks


@settings(max_examples=30, deadline=None)
@given(blocks=documents())
def test_any_document_and_its_plain_copy(blocks, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pair")
    (folder / "v.xml").write_text(volume([(1, "293", blocks)]), encoding="utf-8")
    (folder / "d.txt").write_text(plain(blocks), encoding="utf-8")
    whole = lessonkit.load(folder / "v.xml")
    assert not whole.notes["marker"].isna().any()
    compare(whole, lessonkit.load(folder / "d.txt", tei=folder / "v.xml"))
    spans, end = whole.spans, 0
    for span in spans.itertuples():
        assert span.start == end < span.end
        assert (span.kind == "blank") == (not whole.text[span.start : span.end].strip())
        end = span.end
    assert end == len(whole.text)


def refused(folder, content, **options):
    path = folder / "v.xml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(lessonkit.LessonkitError) as error:
        lessonkit.load(path, **options)
    said = str(error.value)
    assert said.startswith("v.xml")
    assert "Traceback" not in said and "\n" not in said
    return type(error.value).__name__, said


GOOD = volume([(1, "3", DESPATCH), (2, "4", DESPATCH)])
BOMB = "<!DOCTYPE TEI [" + '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)
)  # fmt: skip


def within(doctype, words="x"):
    head, _, rest = GOOD.partition("\n")
    return head + doctype + rest.replace("Nobody may march", words)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (within(BOMB + "]>", "&a9;"), "without entities of its own"),
        (within(BOMB + "]>").replace('n="1"', 'n="&a9;"'), "expected XML"),
        (within('<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]>', "&x;"), "without entities"),
        (within('<!DOCTYPE TEI SYSTEM "http://nowhere.example/x.dtd">'), "without entities"),
        (within('<!DOCTYPE TEI [<!ENTITY % x SYSTEM "x.ent"> %x;]>'), "expected XML"),
        (within("", "&nbsp;"), "line"),
        (GOOD[:900], "expected XML that is whole"),
        (GOOD.replace("</head>", "</haed>", 3), "line 2"),
        (GOOD.replace('encoding="UTF-8"', 'encoding="latin-9000"'), "expected XML"),
        (GOOD.encode("latin-1", "replace").replace(b"Charg\xe9", b"Charg\xe9\xff"), "expected XML"),
        (GOOD.replace('encoding="UTF-8"', 'encoding="UTF-16"'), "expected XML"),
        (b"", "expected XML"),
        (b"\x00\x01\x02", "expected XML"),
        ("plain words", "expected XML"),
        ("<TEI/>", "expected a volume in TEI with documents"),
        ("<html><body><div>x</div></body></html>", "expected a volume in TEI with documents"),
        ("<a>" * 400 + "</a>" * 400, "expected XML"),
    ],
)  # fmt: skip
def test_a_volume_that_is_none_gets_one_sentence(tmp_path, content, expected):
    _, said = refused(tmp_path, content, document="d9")
    assert expected in said


def test_a_document_that_is_not_there_is_named_with_those_that_are(tmp_path):
    kind, said = refused(tmp_path, GOOD, document="d9")
    assert (kind, "'d9', found d1, d2." in said) == ("DocumentError", True)
    assert "found 2 documents: d1, d2." in refused(tmp_path, GOOD)[1]
    untitled = volume([(1, None, [("p", "x")])])
    (tmp_path / "v.xml").write_text(untitled)
    with pytest.raises(lessonkit.DocumentError, match="document d1: expected a title"):
        lessonkit.load(tmp_path / "v.xml")


def test_a_number_names_a_document_too(tmp_path):
    (tmp_path / "v.xml").write_text(GOOD, encoding="utf-8")
    assert lessonkit.load(tmp_path / "v.xml", document="2").card["document"] == "2"


def test_utf_16_and_no_name_space_are_no_errors(tmp_path):
    plainer = GOOD.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")
    for content in (plainer.encode(), GOOD.replace("UTF-8", "UTF-16").encode("utf-16")):
        (tmp_path / "v.xml").write_bytes(content)
        assert lessonkit.load(tmp_path / "v.xml", document="d1").number == "1667"


def test_a_text_and_another_documents_encoding_are_told_apart(tmp_path):
    (tmp_path / "v.xml").write_text(GOOD, encoding="utf-8")
    other = "Mr. Hay to Mr. Wu.\n\n" + " ".join(f"Word{i} comes." for i in range(3000))
    (tmp_path / "d.txt").write_text(other, encoding="utf-8")
    long = GOOD.replace("Nobody may march", " ".join(f"other{i} words" for i in range(2000)))
    (tmp_path / "v.xml").write_text(long, encoding="utf-8")
    copy = lessonkit.load(tmp_path / "d.txt", tei=tmp_path / "v.xml", document="d1")
    with pytest.raises(lessonkit.DocumentError, match="too little in common"):
        copy.losses  # noqa: B018


def test_the_bundled_despatch_collated_with_its_print_gives_its_card(tmp_path):
    """What its card lists as lost, put back into the text, is found by collating the two."""
    bundled = lessonkit.load()
    text = bundled.text
    for before, after in (
        ("\n\n\nGeneral Relations.", "\n\n\nJAPAN\n\nGeneral Relations."),
        ("\n\nOppression”", "\n\n“Oppression”"),
        ("May 31, 1938. A full", "May 31, 1938.† A full"),
        ("\n\n\nThe new Chinese", "\n\n\nCHINA\n\nThe new Chinese"),
        ("to the Soviet Union, General", "to the Soviet Union,† General"),
        ("the Soviet press General Yang is", "the Soviet press‡ General Yang is"),
        ("No. 1667\n\n", "No. 1667\n\nMoscow, September 19, 1938.\n[Received October 19.]\n\n"),
    ):
        assert text.count(before) == 1
        text = text.replace(before, after)
    found = collated(bundled.layout, lay_out("[Page 293]\n\n761.94/1098\n\n" + text))
    assert [what for what, _ in found] == [entry["what"] for entry in bundled.card["lost"]]
    places = [at for _, at in found]
    assert places[:3] == [0, 0, 75]
    assert places[3:] == bundled.losses["start"].tolist()[3:]
