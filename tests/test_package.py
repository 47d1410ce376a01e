"""The package as it is installed: light to import, complete as a wheel, layered."""

import doctest
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import lessonkit
from lessonkit.despatch.schema import dictionary

ROOT = Path(__file__).parent.parent


def run(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_import_is_light():
    code = "import sys, lessonkit; lessonkit.load().sections; print(*sys.modules)"
    loaded = {name.split(".")[0] for name in run(code).split()}
    assert "pandas" in loaded
    assert not loaded & {"matplotlib", "ipywidgets", "IPython", "nbformat", "nbclient"}


def test_charts_and_widgets_come_when_they_are_asked_for():
    code = "import sys, lessonkit; lessonkit.charts, lessonkit.widgets; print(*sys.modules)"
    assert {"matplotlib", "ipywidgets"} <= set(run(code).split())


def test_a_notebook_offers_the_public_names_alone():
    assert sorted(dir(lessonkit)) == sorted(lessonkit.__all__)


def test_public_names_exist():
    assert sorted(lessonkit.__all__) == lessonkit.__all__
    for name in lessonkit.__all__:
        assert getattr(lessonkit, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'chart'"):
        lessonkit.chart  # noqa: B018


def test_no_file_is_long():
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in [*(ROOT / "lessonkit").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    }
    assert {name: length for name, length in lengths.items() if length > 310} == {}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    from hatchling.builders.wheel import WheelBuilder

    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return Path(built)


def test_wheel_has_seeds_and_lessons_and_no_masters(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        guides = [name for name in names if b"# Teaching guide" in archive.read(name)]
        archive.extractall(tmp_path)
    assert guides == []  # under whatever name
    assert "lessonkit/seeds/frus1938v03-d283.txt" in names
    assert "lessonkit/notebooks/student/01-what-is-this-thing.ipynb" in names
    assert "lessonkit/seeds/corroboration.csv" in names
    assert "lessonkit/jupyterlab/overrides.json" in names
    assert not [name for name in names if "instructor" in name or "tests" in name]
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import lessonkit; "
        "from lessonkit.cli import copy_lessons; from pathlib import Path; "
        f"print(lessonkit.__file__, len(lessonkit.load_cards()), len(lessonkit.load().sections), "
        f"copy_lessons(Path({str(tmp_path / 'mine')!r})))"
    )
    said = run(code)
    assert str(tmp_path / "lessonkit") in said
    lessons = sorted(path.name for path in (ROOT / "notebooks" / "student").glob("*.ipynb"))
    assert f" 6 8 ({lessons}, [])" in said


def test_version_stands_once():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    version = text.split('version = "')[1].split('"')[0]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"version: {version}" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_constraints_pin_names_and_nothing_else():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        name, _, version = line.partition("==")
        assert name and version, line
        assert "/" not in line and " " not in line, line
    assert lines == sorted(lines, key=str.lower)


def test_the_readme_has_the_data_dictionary_and_its_examples_run():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert dictionary() in readme
    results = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert results.attempted >= 4
    assert results.failed == 0


def test_the_readme_names_every_lesson():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for number, path in enumerate(
        sorted((ROOT / "notebooks" / "student").glob("*.ipynb")), start=1
    ):
        lesson = json.loads(path.read_text(encoding="utf-8"))
        title = lesson["cells"][0]["source"][0].removeprefix("# ").strip()
        assert f"| {number} | {title} |" in readme
