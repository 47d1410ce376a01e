"""A hundred hostile hand-ins: each harmless, each listed, and nothing of them is run."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lessonkit.grading import grade

from tests.support.hand_ins import cells_of, save_few, table
from tests.support.hostile import CASES

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    top = tmp_path_factory.mktemp("hostile")
    folder = save_few(top / "a" / "hand-ins", lessons=(1,))
    for case in CASES:
        case.write(folder, case.name)
    before = sorted(top.rglob("*"))
    grade(folder, top / "out")
    new = [path for path in sorted(top.rglob("*")) if path not in before]
    return top / "out", new


def test_they_are_a_hundred_and_more():
    assert len(CASES) >= 100
    assert max(Counter(case.name for case in CASES).values()) == 1


def test_nothing_but_the_grades_was_written(graded):
    out, new = graded
    assert {path.name for path in new} == {
        "out", "scores.csv", "class.html", "review.html", "review.csv", "problems.csv",
    }  # fmt: skip
    assert not Path("/lessonkit-escaped.ipynb").exists()
    assert not Path("ran").exists()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_is_listed_as_what_it_is(case, graded):
    kinds = {
        row["kind"]
        for row in table(graded[0] / "problems.csv")
        if row["file"].split("/")[0] == " ".join(case.name.split())
    }
    if case.kind:
        assert case.kind in kinds
        assert kinds <= {case.kind, "no answers"}
    else:
        assert kinds == set()


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.student], ids=lambda case: case.name
)
def test_each_earns_what_its_answers_earn(case, graded):
    row = next(row for row in table(graded[0] / "scores.csv") if row["student"] == case.student)
    right = [name for name, cell in row.items() if name.endswith("outcome") and cell == "right"]
    assert len(right) == case.right


@pytest.mark.parametrize("name", ["bomb.zip", "many.zip"])
def test_a_bomb_is_refused_as_a_whole(name, graded):
    rows = [r for r in table(graded[0] / "problems.csv") if r["file"].startswith(name)]
    assert [row["file"] for row in rows] == [name]
    assert "It would open to" in rows[0]["what"]


def test_the_others_lose_nothing(graded):
    rows = {row["student"]: row for row in table(graded[0] / "scores.csv")}
    for name in ("Ada Lovelace", "Mary Somerville"):
        assert rows[name]["points"] == "5"
        assert rows[name]["1.5 outcome"] == "complete"


def test_no_cell_is_a_formula(graded):
    cells = [cell for path in graded[0].glob("*.csv") for cell in cells_of(path)]
    assert len(cells) > 1000
    assert not [cell for cell in cells if re.match(r"\s*[=+\-@＝]", cell)]


class Page(HTMLParser):
    """Collects the elements of a page, and what they point to."""

    def __init__(self, text):
        super().__init__()
        self.found, self.events, self.links, self.words = Counter(), [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found[tag] += 1
        self.events += [name for name, _ in attrs if name.startswith("on")]
        self.links += [value for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize("name", ["class.html", "review.html"])
def test_no_page_runs_or_fetches_anything(name, graded):
    page = Page((graded[0] / name).read_text(encoding="utf-8"))
    assert not {"script", "iframe", "object", "link", "form", "base"} & set(page.found)
    assert page.found["style"] == 1
    assert page.found["h1"] == 1
    assert page.events == []
    assert not [link for link in page.links if not link.startswith(("#", "data:image/png;base64,"))]


def test_prose_is_shown_as_it_was_written(graded):
    page = Page((graded[0] / "review.html").read_text(encoding="utf-8"))
    for text in ("<script>alert(1)</script>", "</p></article></main><h1>Mine</h1>", "&lt;b&gt;"):
        assert text in page.words
