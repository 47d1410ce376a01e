"""A student at work: the lessons in a real JupyterLab, in Chromium, by keyboard."""

import json

import pytest

from tests.support import ROOT
from tests.support.lab import Lesson, jupyterlab
from tests.support.looks import Requests, controls, violations
from tests.support.work import WORK, keys_change_no_cell

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STUDENT = ROOT / "notebooks" / "student"
LESSONS = sorted(path.stem for path in STUDENT.glob("*.ipynb"))
OUTPUTS = ".jp-OutputArea-output"
THEMES = ("JupyterLab Dark", "JupyterLab Light")


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with jupyterlab(home / "work", home) as (address, token):
        yield address, token, home / "work"


def test_there_is_work_for_every_lesson():
    assert [int(name[:2]) for name in LESSONS] == list(WORK)


@pytest.mark.parametrize("name", LESSONS)
def test_a_student_works_through_a_lesson(name, lab, page):
    address, token, folder = lab
    work = WORK[int(name[:2])]
    words = f'check("{work.exercise}"'
    requests = Requests(page, address, address.replace("http", "ws"))
    lesson = Lesson(page, address, token, f"{name}.ipynb")
    assert not [cell for cell in lesson.cells().values() if cell["outputs"]]

    lesson.run_all()
    ran = [cell for cell in lesson.cells().values() if cell["count"]]
    assert [cell["count"] for cell in ran] == list(range(1, len(ran) + 1))
    assert not [o for cell in ran for o in cell["outputs"] if o["output_type"] == "error"]

    lesson.answer("sign(names", "names = ...", 'names = "Ada"')
    shown = lesson.answer(words, work.blank, work.blank.replace("...", work.wrong))
    assert f"{work.exercise} Look again." in shown
    assert work.message in shown
    assert "Hint 1 of " in lesson.answer(
        words, f'#hint("{work.exercise}")', f'hint("{work.exercise}")'
    )
    assert f"{work.exercise} Right." in lesson.answer(words, work.wrong, work.right)

    work.use(lesson, page)
    assert [control for control in controls(page, OUTPUTS) if not control[1]] == []
    lesson.lay_open()
    for theme in THEMES:
        lesson.wear(theme)
        assert violations(page, OUTPUTS) == []

    lesson.save()
    lesson.open()
    assert f"{work.exercise} Right." in lesson.html(lesson.cell_with(words))
    page.get_by_text(f"{work.exercise} Right.").wait_for()
    kept = _stored(folder / f"{name}.ipynb", work.exercise)
    assert kept["answer"] == json.loads(work.right)
    assert kept["names"] == ["Ada"]
    assert requests.away == []


FAULTS = {
    '<img src="data:,">': "image-alt",
    "<button></button>": "button-name",
    "<table><tr><td headers=none>1</td></tr></table>": "td-headers-attr",
    '<p style="color:#b4b4b4;background:#fff">two to one</p>': "color-contrast",
}


def test_planted_faults_are_found(lab, page):
    address, token, _ = lab
    requests = Requests(page, address, address.replace("http", "ws"))
    lesson = Lesson(page, address, token, f"{LESSONS[0]}.ipynb")
    lesson.run_all()
    page.get_by_role("button", name="Next", exact=True).focus()
    page.evaluate("() => document.activeElement.removeAttribute('data-lm-suppress-shortcuts')")
    with pytest.raises(AssertionError):
        keys_change_no_cell(lesson, page)
    page.evaluate("() => { new Image().src = 'http://127.0.0.1:9/away.png' }")
    page.wait_for_timeout(200)
    assert requests.away == ["http://127.0.0.1:9/away.png"]
    lesson.lay_open()
    for fault, rule in FAULTS.items():
        page.evaluate("html => document.querySelector('.lessonkit-box').innerHTML += html", fault)
        assert rule in [name for name, _ in violations(page, OUTPUTS)]
    assert [control for control in controls(page, OUTPUTS) if not control[1]] == [("button", "")]


def _stored(path, exercise):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    kept = [
        output["data"]["application/vnd.lessonkit.answer+json"]
        for cell in notebook["cells"]
        for output in cell.get("outputs", [])
        if "application/vnd.lessonkit.answer+json" in output.get("data", {})
    ]
    return [answer for answer in kept if answer["exercise"] == exercise][-1]
