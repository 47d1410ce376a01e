"""Notebooks that 0.1 handed out and students answered: `check` goes on reading them."""

import nbformat
import pytest
from nbclient import NotebookClient

from lessonkit.classroom import ANSWER

from tests.support import ROOT

pytestmark = pytest.mark.slow
OLD = sorted((ROOT / "tests" / "fixtures" / "hand-ins-0.1").glob("*.ipynb"))


def kept(notebook):
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return {
        o.data[ANSWER]["exercise"]: o.data[ANSWER] for o in outputs if ANSWER in o.get("data", {})
    }


def said(notebook):
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    texts = [output.get("data", {}).get("text/plain", "") for output in outputs]
    return [text.split(".")[:3] for text in texts if text[:1].isdecimal() and text[1:2] == "."]


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.stem[:2])
def test_a_notebook_of_0_1_runs_and_is_checked_as_before(path, tmp_path):
    before = nbformat.read(path, as_version=4)
    after = nbformat.from_dict(before)
    NotebookClient(
        after, kernel_name="python3", timeout=120, resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    old, new = kept(before), kept(after)
    assert len(old) == 4
    assert {id_: one["answer"] for id_, one in old.items()} == {
        id_: one["answer"] for id_, one in new.items()
    }
    assert all("format" not in one and "course" not in one for one in old.values())
    assert all((one["format"], one["course"]) == (2, "kirk-1938") for one in new.values())
    assert said(before) == said(after)
    assert len(said(after)) >= 4
