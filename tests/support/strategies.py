"""Texts for hypothesis: a document cut, doubled, and put together anew."""

from hypothesis import strategies as st

import lessonkit

from tests.support.texts import FRAGMENT, LETTER

DESPATCH = lessonkit.load().text
PIECES = [
    "[Page 294]", "[Page 3", "[Page IV]", "\n\n", "\n\n\n", "\n", " ", "\t", "\xa0", "\u2028", "5", "*",
    "†", "19386", "Sir:", "My dear Mr. Kirk:", "Respectfully yours,", "\n  1. Not printed.",
    "\n  2. x [Footnote in the original.]", "1926–27", "June 3", "the 24th of August", "Feb. 30th",
    "No. 7", "“", "\ud800", "🗺", "İ",
]  # fmt: skip


@st.composite
def mangled(draw):
    """A document cut, doubled and reordered, with pieces of the series put in anywhere."""
    text = draw(st.sampled_from([DESPATCH, LETTER, FRAGMENT]))
    for _ in range(draw(st.integers(0, 6))):
        at, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        piece = draw(st.sampled_from(PIECES) | st.text(max_size=5) | st.just(text[at:end]))
        text = text[:at] + piece + (text[end:] if draw(st.booleans()) else text[at:])
    return text


TEXTS = mangled() | st.text() | st.lists(st.sampled_from(PIECES)).map("".join)
