"""Class builds: the chosen lessons, outputs cleared, with or without solutions; nothing overwritten."""

import nbformat
import pytest

from lessonkit.cli import main
from lessonkit.errors import GradingError
from lessonkit.publish import build_class

from tests.support import ROOT

MASTERS = ROOT / "notebooks" / "instructor"
FIRST, FOURTH = "01-what-is-this-thing.ipynb", "04-who-says-so.ipynb"


def lesson(folder, name=FIRST):
    made = nbformat.read(folder / name, as_version=4)
    nbformat.validate(made)
    return made


def tags(made):
    return {tag for cell in made.cells for tag in cell.metadata.get("tags", [])}


def test_the_chosen_lessons_are_written_with_outputs_cleared(tmp_path):
    assert build_class(tmp_path / "new" / "class", [4, 1]) == ([FIRST, FOURTH], [])
    assert sorted(path.name for path in (tmp_path / "new" / "class").iterdir()) == [FIRST, FOURTH]
    for name in (FIRST, FOURTH):
        made = lesson(tmp_path / "new" / "class", name)
        assert [c for c in made.cells if c.get("outputs") or c.get("execution_count")] == []
        assert not {"solution", "instructor"} & tags(made)


def test_with_solutions(tmp_path):
    build_class(tmp_path, [1], MASTERS)
    made = lesson(tmp_path)
    assert {"solution", "instructor"} <= tags(made)
    assert any("A. C. Kirk" in cell.source for cell in made.cells)
    assert [cell for cell in made.cells if cell.get("outputs")] == []


def test_all_lessons_without_a_choice(tmp_path):
    assert len(build_class(tmp_path)[0]) == 8


def test_a_second_run_overwrites_nothing(tmp_path):
    build_class(tmp_path, [1])
    (tmp_path / FIRST).write_text("my work")
    assert build_class(tmp_path, [1, 4], heading="Another") == ([FOURTH], [FIRST])
    assert (tmp_path / FIRST).read_text() == "my work"


def test_the_class_is_named_below_the_heading_as_mere_text(tmp_path):
    build_class(tmp_path, [1], heading=" History 204 <b>*autumn*</b>\n# ")
    made = lesson(tmp_path)
    assert made.cells[0].source.splitlines()[:4] == [
        "# What is this thing?", "", "History 204 &lt;b&gt;\\*autumn\\*&lt;/b&gt; \\#", "",
    ]  # fmt: skip
    assert made.metadata.lessonkit["class"] == "History 204 <b>*autumn*</b> #"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"lessons": [1, 9]}, "no lesson 9"),
        ({"masters": "nowhere"}, "--solutions=notebooks/instructor"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_written(tmp_path, options, words):
    with pytest.raises(GradingError, match=words):
        build_class(tmp_path / "class", **options)
    assert not (tmp_path / "class").exists()


def test_the_command(tmp_path, capsys):
    arguments = [
        "new-class",
        str(tmp_path),
        "--lessons",
        "1",
        "--class",
        "History 204",
        "--solutions",
    ]
    assert main(arguments) == 0
    assert capsys.readouterr().out == f"wrote {FIRST}\n"
    assert main(arguments) == 0
    assert capsys.readouterr().out == f"kept yours: {FIRST} is already there\n"
    assert "solution" in tags(lesson(tmp_path))
    assert "History 204" in lesson(tmp_path).cells[0].source


def test_numbers_that_are_none(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["new-class", str(tmp_path), "--lessons", "one"])
    assert "expected numbers parted by commas" in capsys.readouterr().err
