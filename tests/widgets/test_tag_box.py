"""The tag box: two answers a claim make a tag, and the code that is shown hands it in."""

import ast

import pytest

import lessonkit
from lessonkit.exercises import judge, storable
from lessonkit.widgets import tag_box
from lessonkit.widgets._tag_box import code_of

from tests.support.answers.lesson4 import PLAIN
from tests.support.texts import LETTER

DESPATCH = lessonkit.load()
EVENTS = DESPATCH.events
CLAIMS = EVENTS[EVENTS["event"].isin(list(PLAIN))]
YES_OR_NO = {"neither": ("No", "No"), "hedged": ("Yes", "No"),
             "attributed": ("No", "Yes"), "both": ("Yes", "Yes")}  # fmt: skip


@pytest.fixture
def box():
    return tag_box(DESPATCH, CLAIMS)


def tag(box, word):
    box.hedged.value, box.attributed.value = YES_OR_NO[word]


def test_all_claims_tagged_are_what_the_check_takes(box):
    for number, word in enumerate(PLAIN.values(), start=1):
        tag(box, word)
        assert len(box.tags) == number
        box.next.click()
    assert box.tags == PLAIN
    shown = box._code.value.split("<pre")[1].split(">", 1)[1].split("</pre>")[0]
    code = shown.replace("&quot;", '"')
    assert max(map(len, code.splitlines())) <= 76
    assert ast.literal_eval(code) == PLAIN == storable(PLAIN)
    assert judge("4.2", ast.literal_eval(code)).outcome == "right"


def test_one_answer_is_no_tag_and_going_on_forgets_nothing(box):
    box.hedged.value = "Yes"
    assert box.tags == {}
    box.next.click()
    assert (box.hedged.value, box.attributed.value) == (None, None)
    tag(box, "neither")
    box.previous.click()
    assert (box.hedged.value, box.attributed.value) == ("Yes", None)
    box.attributed.value = "Yes"
    assert box.tags == {"E12": "both", "E17": "neither"}
    box.hedged.value = "No"
    assert box.tags["E12"] == "attributed"


def test_tags_to_begin_with_can_be_mended():
    box = tag_box(DESPATCH, CLAIMS, PLAIN | {"E18": "hedged"})
    assert box.tags == PLAIN | {"E18": "hedged"}
    box.go(2)
    assert (box.hedged.value, box.attributed.value) == ("Yes", "No")
    box.hedged.value = "No"
    assert box.tags == PLAIN
    for other in (
        ...,
        None,
        "both",
        {"E99": "both"},
        {"E12": 3},
        {"E12": ["both"]},
        {"E12": "yes"},
    ):
        assert tag_box(DESPATCH, CLAIMS, other).tags == {}


def test_the_line_says_where_one_is_and_nothing_moves_beyond_the_ends(box):
    box.previous.click()
    assert box._status.value == "Claim 1 of 8, E12: no tag yet. 0 tagged"
    tag(box, "both")
    assert box._status.value == "Claim 1 of 8, E12: both. 1 tagged"
    for _ in range(20):
        box.next.click()
    assert box._status.value.startswith("Claim 8 of 8, E29: no tag yet.")
    assert "lessonkit-status" in box._status._dom_classes
    assert "lessonkit-keys" in box._dom_classes


def test_a_claim_is_shown_in_its_whole_sentence(box):
    shown = box._page.value
    assert "Soviet officials, according to the Embassy’s information, were alleged" in shown
    assert (
        ">half of the short four-months’ working season was consumed in futile attempts</mark>"
        in shown
    )
    assert "Since the Changkufeng" not in shown
    assert "[Page 294]" not in shown


def test_every_switch_has_a_name_and_no_answer_at_first(box):
    assert box.hedged.description == "Hedged: does a word leave room for doubt?"
    assert box.attributed.description == "Attributed: does it say through whom it is known?"
    assert box.hedged.value is box.attributed.value is None


def test_without_a_widget_there_are_the_claims_and_the_code(box, monkeypatch):
    kept = []
    monkeypatch.setattr(
        "lessonkit.widgets._tag_box.display", lambda bundle, raw: kept.append(bundle)
    )
    box._ipython_display_()
    assert "<script>" in kept[0]["text/html"]
    assert kept[1]["text/html"].count("</mark>") == 8
    assert '"E12": "...", "E17": "...", "E18": "...",' in kept[1]["text/plain"]
    assert "neither, hedged, attributed, both" in kept[1]["text/plain"]


def test_all_text_is_escaped(tmp_path):
    (tmp_path / "mine.txt").write_text(LETTER.replace("Regiment", "<b>&</b>"), encoding="utf-8")
    mine = lessonkit.load(tmp_path / "mine.txt")
    events = mine.events.assign(event="<i>")
    box = tag_box(mine, events)
    for position in range(len(events)):
        box.go(position)
        tag(box, "both")
        assert "<b>" not in box._page.value + box._code.value + box._status.value
        assert "<i>" not in box._page.value + box._code.value + box._status.value
    assert "&lt;b&gt;" in " ".join(sentence for _, sentence in box._claims)


def test_what_are_no_claims_is_refused():
    for wrong in (CLAIMS.head(0), DESPATCH.sections):
        with pytest.raises(ValueError, match=r"tag_box: expected rows of despatch\.events"):
            tag_box(DESPATCH, wrong)
    assert code_of({}) == "{}"
