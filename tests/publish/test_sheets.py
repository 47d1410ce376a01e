"""On paper: the same numbered lines for everyone, lines to write on, results at the end."""

import html
import re

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

import lessonkit
from lessonkit.cli import main
from lessonkit.publish import despatch_on_paper, lesson_on_paper

from tests.support import ROOT
from tests.support.texts import LETTER

DESPATCH = lessonkit.load()
STUDENT = ROOT / "notebooks" / "student"
LESSONS = sorted(STUDENT.glob("*.ipynb"))
ANSWERED = new_output(
    "display_data",
    data={"text/html": "<b>3.1 Right.</b>", "application/vnd.lessonkit.answer+json": {"exercise": "3.1"}},
)  # fmt: skip


def lines(sheet):
    """Return the numbered lines of a sheet as text, the first of them first."""
    set_ = re.findall(r'<span class="line"[^>]*>(.*?) </span>(?=<|$)', sheet)
    return [html.unescape(re.sub(r"<[^>]+>", "", line)) for line in set_]


def mine(folder, text):
    (folder / "mine.txt").write_text(text, encoding="utf-8")
    return lessonkit.load(folder / "mine.txt")


def test_lines_are_short_and_every_fifth_is_numbered():
    sheet = despatch_on_paper(DESPATCH)
    set_ = lines(sheet)
    assert max(map(len, set_)) <= 52 + len("[page 294]")
    assert re.findall(r'data-n="(\d+)"', sheet) == [str(n) for n in range(5, len(set_) + 1, 5)]
    assert set_[9] == "General Relations."
    assert set_[39] == "of the boundary commission and the approach of the"


def test_no_word_is_lost_and_none_added():
    text = " ".join(" ".join(lines(despatch_on_paper(DESPATCH))).split())
    expected = re.sub(r"\[Page (\d+)\]", r"[page \1]", DESPATCH.text)
    assert text == " ".join(re.sub(r"\n {2}(?=\d\. )", "\n", expected).split())


def test_sections_are_marked_and_nothing_is_slanted():
    sheet = despatch_on_paper(DESPATCH)
    assert re.findall(r"§ (\d)", sheet) == list("12345678")
    assert not re.search(r"<(?:em|i)\b", sheet)
    assert "italic" not in sheet


def test_a_sheet_asks_for_no_other_file():
    for sheet in (despatch_on_paper(DESPATCH), lesson_on_paper(nbformat.read(LESSONS[0], 4))):
        assert not re.search(r'(?:src|href)="(?!data:|#)|@import|url\(|<script|<link', sheet)


def test_words_of_a_document_are_escaped_and_odd_ones_do_no_harm(tmp_path):
    text = LETTER.replace("crowns", "<b>&</b>").replace("Hentzau)", 'H"ent\\zau</style>)')
    sheet = despatch_on_paper(mine(tmp_path, text.replace("idle", "\ue000idle" + "x" * 200)))
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in sheet
    assert "<b>" not in sheet
    assert sheet.count("</style>") == 1
    assert "x" * 200 in sheet
    assert sheet.count("<sup>") == 3
    assert "\ue000" not in sheet


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_has_lines_to_write_on_and_results_at_the_end(path):
    notebook = nbformat.read(path, as_version=4)
    sheet = lesson_on_paper(notebook)
    before, results = sheet.split('<div class="results"></div>')
    assert 'class="lessonkit-box"' not in before  # no "Not yet", no bar of progress
    assert before.count('class="rule"') >= 3 * 3 + 12
    assert "Name: ____" in before
    assert "<img" not in before
    assert before.count("Then turn to <b>Result ") == results.count("<h3") >= 1
    assert results.count("<details open>") == results.count("<img")


def test_an_answer_that_is_given_stays():
    cell = new_code_cell('check("3.1", "A")', outputs=[ANSWERED])
    sheet = lesson_on_paper(new_notebook(cells=[cell]))
    assert "3.1 Right." in sheet
    assert 'class="rule"' not in sheet


def test_print_writes_and_never_over(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["print"]) == 0
    assert main(["print", "2"]) == 0
    assert main(["print", str(LESSONS[0]), "--out", "one.html"]) == 0
    names = ["02-when-was-it-written.html", "despatch.html", "one.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    (tmp_path / "despatch.html").write_text("mine")
    assert main(["print"]) == 1
    assert (tmp_path / "despatch.html").read_text() == "mine"
    assert "kept yours: despatch.html" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("nothere.ipynb", None, "there is no such file"), ("99", None, "there is no such file"),
        ("mine.ipynb", "{", "mine.ipynb: expected a notebook, found something else"),
        ("mine.txt", "no title here, just words " * 20, "expected the document's title"),
    ],
)  # fmt: skip
def test_print_says_what_is_wrong(name, content, said, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    if content:
        (tmp_path / name).write_text(content)
    assert main(["print", name]) == 1
    assert said in capsys.readouterr().err
    assert not list(tmp_path.glob("*.html"))
