"""Any tree of elements is read whole: each of its words stands once in the text, in a span."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

etree = pytest.importorskip("lxml.etree", reason="the extra tei is not installed")

from lessonkit.despatch.tables import (  # noqa: E402
    notes_table,
    sections_table,
)
from lessonkit.layout.spans import lay_out  # noqa: E402
from lessonkit.tei import Division, encoded  # noqa: E402

pytestmark = pytest.mark.slow
TAGS = (
    "p p p head opener dateline seg salute closer signed note quote list item label table row cell hi "
    "persName date placeName lb pb div attachment postscript figure lg l ab foreign unknown"
).split()
SOME = {
    "rend": ["inline", "center", "flushleft", "italic", "blockquote"],
    "type": ["source", "document", "author"],
    "n": ["5", "6", "*", "†", "294", "x]y"],
    "when": ["1938-09-19", "1938", "soon"],
}
WHITE = ["", " ", "\n   "]


@st.composite
def trees(draw):
    """A document with elements anywhere in one another; every text in it is a word of its own."""
    words = iter(range(10_000))

    def text():
        return draw(st.sampled_from(["", f"word{next(words)}z", f" word{next(words)}z. ", *WHITE]))

    def element(depth):
        made = etree.Element(draw(st.sampled_from(TAGS)))
        for name, values in SOME.items():
            if value := draw(st.sampled_from([None, None, *values])):
                made.set(name, value)
        if made.tag not in ("lb", "pb"):
            made.text = text()
            for _ in range(draw(st.integers(0, 3)) if depth < 5 else 0):
                made.append(element(depth + 1))
        made.tail = text()
        return made

    root = etree.Element("div", n="1", type="document")
    root.append(etree.fromstring("<head>Mr. Hay to Mr. Wu.</head>"))
    for _ in range(draw(st.integers(1, 6))):
        root.append(element(0))
    return root


@settings(max_examples=150, deadline=None)
@given(trees(), st.sampled_from([None, "12", "xii"]))
def test_every_word_of_a_tree_stands_once_in_a_span(root, page):
    laid = encoded(Division(root, page, "v", None)).layout
    for word in "".join(f" {piece} " for piece in root.itertext()).split():
        once = laid.text.count(word.strip(".")) == 1 or not word.startswith("word")
        assert once, etree.tostring(root)
    end = 0
    for span in laid.spans:
        assert span.start == end < span.end
        assert (span.kind == "blank") == (not laid.text[span.start : span.end].strip())
        end = span.end
    assert end == len(laid.text)
    for mark in (*laid.pages, *laid.markers):
        assert laid.text[mark.start : mark.end] in (mark.value, f"[Page {mark.value}]")
    for table in (sections_table(laid), notes_table(laid)):
        for row in table.itertuples():
            assert laid.text[row.start : row.end] == row.text
    for at, character in enumerate(laid.reading):
        offset, _ = laid.in_text(at, at + 1)
        assert character == laid.text[offset] or character in " \n"
    lay_out(laid.text)
