"""How far a class agrees on the claims of lesson 4, and the two charts of class.html."""

import builtins
import math

import pandas as pd
import pytest

from lessonkit.charts import agreement_chart, outcome_bars
from lessonkit.exercises import find_course
from lessonkit.grading.agreement import agreement, tags_of
from lessonkit.grading.gradebook import class_book
from lessonkit.grading.model import Checked, HandIn

from tests.support.hand_ins import answered, graded, notebook, save, signed

REASON = "the library krippendorff is not installed: pip install 'lessonkit[agreement]'"
CLAIMS = ["E12", "E17", "E18", "E19", "E20", "E24", "E28", "E29"]
WHAT = {name: f"What {name} says" for name in CLAIMS}
PLAIN = dict(
    zip(CLAIMS, "both neither neither hedged attributed attributed both both".split(), strict=True)
)


@pytest.fixture
def library():
    pytest.importorskip("krippendorff", reason=REASON)


def row(measured, claim):
    return measured.claims.set_index("claim").loc[claim]


def test_a_class_that_agrees(library):
    measured = agreement([PLAIN] * 4, WHAT)
    assert measured.overall == {"hedged": 1.0, "attributed": 1.0, "the four words": 1.0}
    assert measured.claims["hedged"].tolist() == [1.0] * 8
    assert measured.claims["claim"].tolist() == CLAIMS
    assert measured.claims["tags"].tolist() == [4] * 8


def test_one_of_two_differs_on_one_claim(library):
    # by hand: 9 of 16 tags say hedged; one claim of eight is disputed, chance gives 126 of 240
    measured = agreement([PLAIN, PLAIN | {"E17": "hedged"}], WHAT)
    yes = 2 * 4 + 1  # E12, E19, E28, E29 twice, E17 once
    by_chance = 2 * yes * (16 - yes) / (16 * 15)
    assert by_chance == 0.525
    assert measured.overall["hedged"] == pytest.approx(1 - (2 / 16) / 0.525)
    assert measured.overall["hedged"] == pytest.approx(0.7619047619)
    assert measured.overall["attributed"] == 1.0
    assert row(measured, "E17")["hedged"] == pytest.approx(1 - 1 / 0.525)
    assert row(measured, "E12")["hedged"] == 1.0
    assert row(measured, "E17")[["hedged yes", "attributed yes", "tags"]].tolist() == [1, 0, 2]


def test_the_claims_make_up_the_whole(library):
    tags = [PLAIN, PLAIN | {"E20": "both", "E24": "neither"}, PLAIN | {"E12": "hedged"}]
    tags += [{"E12": "both", "E29": "hedged"}]
    measured = agreement(tags, WHAT)
    claims = measured.claims
    for question in ("hedged", "attributed"):
        mean = (claims[question] * claims["tags"]).sum() / claims["tags"].sum()
        assert mean == pytest.approx(measured.overall[question])
        assert 0 < measured.overall[question] < 1


def test_a_claim_that_one_alone_tagged_has_no_number(library):
    measured = agreement([PLAIN, {"E12": "both", "E17": "neither"}], WHAT)
    assert row(measured, "E12")["hedged"] == 1.0
    assert math.isnan(row(measured, "E18")["hedged"])
    assert measured.overall["hedged"] == 1.0


def test_one_answer_throughout_has_no_agreement_to_measure(library):
    measured = agreement([dict.fromkeys(CLAIMS, "hedged")] * 3, WHAT)
    assert measured.overall == {"hedged": None, "attributed": None, "the four words": None}
    assert measured.claims["hedged"].isna().all()


def test_fewer_than_two(library):
    assert agreement([PLAIN], WHAT) is None
    assert agreement([], WHAT) is None


def test_two_who_share_a_notebook_have_one_voice():
    shared = HandIn("a.ipynb", "2024", ("Ada", "Mary"), {"4.2": Checked("right", None, PLAIN)}, ())
    alone = HandIn(
        "b.ipynb", "2024", ("Eve",), {"4.2": Checked("nearly", None, {"E12": "Hedged"})}, ()
    )
    odd = HandIn("c.ipynb", "2024", ("Zoe",), {"4.2": Checked("unclear", None, "both")}, ())
    course = find_course()
    book = class_book([shared, alone, odd], course)
    assert tags_of(book, course.exercises["4.2"]) == [PLAIN, {"E12": "hedged"}]


@pytest.fixture
def two(tmp_path):
    for name, tags in (("Ada", PLAIN), ("Eve", PLAIN | {"E17": "hedged"})):
        save(tmp_path / "in" / f"{name}.ipynb", notebook(signed(name), answered("4.2", tags)))
    return tmp_path


def page(folder):
    graded(folder / "in", folder / "out")
    return (folder / "out" / "class.html").read_text(encoding="utf-8")


def test_the_page_shows_it(library, two):
    text = page(two)
    assert "from 2 hand-ins: hedged 0.76; attributed 1.00" in text
    assert "most divided on E17: hedged -0.90 and attributed 1.00" in text
    assert '<th scope="row">E17</th>' in text
    assert '<td class="n">-0.90</td>' in text


def test_without_the_library_the_page_says_how_to_have_it(two, monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name == "krippendorff":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    assert "pip install &#x27;lessonkit[agreement]&#x27;" in page(two)


TABLE = pd.DataFrame({
    "claim": ["E12", "E19", "E20"], "what": ["A loss", None, "A very long name of a claim, over forty letters"],
    "tags": [9, 9, 8], "hedged": [1.0, -0.25, None], "attributed": [0.8, 0.5, None],
})  # fmt: skip


@pytest.mark.parametrize("size", ["page", "room"])
def test_the_chart_of_agreement(size):
    chart = agreement_chart(TABLE, size)
    assert chart.table["claim"].tolist() == ["E19", "E12"]
    assert chart.alt == (
        "Dots and squares for 2 claims, along alpha, where 0 is chance and 1 is agreement. The class "
        "is most divided on E19: hedged -0.25 and attributed 0.50."
    )
    low, high = chart.figure.axes[0].get_xlim()
    assert low < -0.25
    assert high > 1


OUTCOMES = pd.DataFrame(
    [["1.1", 3, 1, 0, 2], ["1.2", 1, 4, 1, 0], ["1.3", 6, 0, 0, 0]],
    columns=["exercise", "right", "nearly", "unclear", "missing"],
)


@pytest.mark.parametrize("size", ["page", "room"])
def test_the_chart_of_outcomes(size):
    chart = outcome_bars(OUTCOMES, size)
    assert chart.table["exercise"].tolist() == ["1.2", "1.1", "1.3"]
    assert chart.alt == (
        "Horizontal bars of 3 exercises, from 0 to 6 students, by outcome. Fewest right answers: 1.2, "
        "1 right, 4 nearly, 1 unclear, 0 missing. Most: 1.3, 6."
    )
    bars = chart.figure.axes[0].patches
    assert [bar.get_width() for bar in bars] == [1, 4, 1, 3, 1, 2, 6]
    assert [bar.get_x() for bar in bars] == [0, 1, 5, 0, 3, 4, 0]
    assert chart.figure.axes[0].get_xlim() == (0, 6)


def test_charts_of_nothing():
    with pytest.raises(ValueError, match="empty table"):
        outcome_bars(OUTCOMES.head(0))
    with pytest.raises(ValueError, match="found none"):
        agreement_chart(TABLE.tail(1))
    assert len(outcome_bars(OUTCOMES.head(1)).alt) < 300
