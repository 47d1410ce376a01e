"""The package as it is installed: light to import, complete as a wheel, layered."""

import doctest
import importlib.metadata
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import lessonkit
from lessonkit.despatch.schema import dictionary

from tests.support import ROOT


def run(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


BLOCKED = ("pandas", "numpy", "matplotlib", "IPython", "ipywidgets", "dateutil")
WITHOUT = f"""
import importlib, pkgutil, sys

class Blocked:
    def find_spec(name, path=None, target=None):
        if name.partition(".")[0] in {BLOCKED}:
            raise ModuleNotFoundError(f"{{name}} is blocked", name=name)

sys.meta_path.insert(0, Blocked)
"""
THIRD_PARTY = """
tops = {name.partition(".")[0] for name in set(sys.modules) - before}
print(*sorted(tops - set(sys.stdlib_module_names) - {"lessonkit"}))
"""


def test_import_loads_nothing_but_the_standard_library():
    assert run(f"import sys\nbefore = set(sys.modules)\nimport lessonkit\n{THIRD_PARTY}") == ""


@pytest.mark.parametrize("package", ["dates", "layout", "exercises"])
def test_a_package_needs_nothing_but_the_standard_library(package):
    load = f"""
before = set(sys.modules)
import lessonkit.{package} as package
for module in pkgutil.walk_packages(package.__path__, "lessonkit.{package}."):
    importlib.import_module(module.name)
"""
    assert run(WITHOUT + load + THIRD_PARTY) == ""


@pytest.mark.parametrize("name", BLOCKED)
def test_what_is_blocked_cannot_be_imported(name):
    code = f"try:\n    import {name}\nexcept ModuleNotFoundError as error:\n    print(error)"
    assert run(WITHOUT + code) == f"{name} is blocked"


def test_a_text_is_read_without_what_draws_it():
    code = "import sys, lessonkit; lessonkit.load().sections; print(*sys.modules)"
    loaded = {name.split(".")[0] for name in run(code).split()}
    assert "pandas" in loaded
    assert not loaded & {"matplotlib", "ipywidgets", "IPython", "nbformat", "nbclient"}


def test_charts_and_widgets_come_when_they_are_asked_for():
    code = "import sys, lessonkit; lessonkit.charts, lessonkit.widgets; print(*sys.modules)"
    assert {"matplotlib", "ipywidgets"} <= set(run(code).split())


def test_the_public_names_alone_are_offered():
    assert lessonkit.__all__ == sorted(lessonkit.__all__)
    assert dir(lessonkit) == lessonkit.__all__
    assert run("import lessonkit; print(*dir(lessonkit))").split() == lessonkit.__all__


def test_every_public_name_loads():
    for name in lessonkit.__all__:
        assert getattr(lessonkit, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'chart'"):
        lessonkit.chart  # noqa: B018


def test_a_star_brings_the_public_names_and_no_other():
    code = "before = {*globals(), 'before'}\nfrom lessonkit import *\nprint(*sorted({*globals()} - before))"
    assert run(code).split() == lessonkit.__all__


def test_a_notebook_completes_the_public_names():
    code = """
import lessonkit
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell

shell = InteractiveShell()
shell.push({"lessonkit": lessonkit})
with provisionalcompleter():
    print(*(found.text for found in shell.Completer.completions("lessonkit.", 10)))
"""
    assert {*run(code).split()} == {*lessonkit.__all__} - {"__version__"}


def build_wheel(folder):
    from hatchling.builders.wheel import WheelBuilder

    (built,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return Path(built)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.mark.slow
def test_wheel_has_seeds_and_lessons_and_no_masters(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        guides = [name for name in names if b"# Teaching guide" in archive.read(name)]
        archive.extractall(tmp_path)
    assert guides == []  # under whatever name
    assert "lessonkit/course/seeds/frus1938v03-d283.txt" in names
    assert "lessonkit/course/notebooks/student/01-what-is-this-thing.ipynb" in names
    assert "lessonkit/course/seeds/corroboration.csv" in names
    assert "lessonkit/course/lessons/1.toml" in names
    assert "lessonkit/jupyterlab/overrides.json" in names
    assert "lessonkit/py.typed" in names
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


@pytest.mark.slow
def test_a_wheel_built_twice_is_the_same(wheel, tmp_path):
    assert build_wheel(tmp_path).read_bytes() == wheel.read_bytes()


def test_version_is_the_same_everywhere():
    version = lessonkit.__version__
    assert importlib.metadata.version("lessonkit") == version
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
