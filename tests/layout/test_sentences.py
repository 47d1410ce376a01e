"""Sentences: where the one around a place begins and ends."""

from lessonkit.layout.sentences import Sentences


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
