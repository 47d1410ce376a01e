"""The pytest plugin of these tests, the doctests, and the notebooks (``-p`` in pyproject.toml).

It gives the kernels of the notebook tests files to talk over, where there are such: a kernel's
ports are chosen before it binds them; on a busy machine, with several test processes and a
browser, another program now and then takes one first, and the kernel dies. IPython's folder
is a new one, too: the settings of whoever runs the tests change no output. What the examples in
docstrings write goes with the process that ran them. What one example or test has answered is
forgotten before the next, in whatever order they run. And it gives the browser tests a page.
"""

import os
import sys
import tempfile

import nbval.kernel
import pytest
from jupyter_client.manager import KernelManager

# a failure there shows its values
pytest.register_assert_rewrite(*(f"tests.support.{name}" for name in ("lab", "looks", "work")))

from tests.support import ROOT  # noqa: E402
from tests.support.lab import CHROMIUM, FLAGS  # noqa: E402

_FIXTURES = ROOT / "tests" / "fixtures"
_FOLDER = tempfile.TemporaryDirectory(prefix="lessonkit-", ignore_cleanup_errors=True)
os.environ["IPYTHONDIR"] = os.environ["DASK_TEMPORARY_DIRECTORY"] = _FOLDER.name


def _manager(**settings):
    folder = tempfile.mkdtemp(dir=_FOLDER.name)
    return KernelManager(transport="ipc", ip=os.path.join(folder, "kernel"), **settings)


if os.name == "posix":
    nbval.kernel.KernelManager = _manager


def pytest_ignore_collect(collection_path):
    """Pass over settings that only a JupyterHub can read, and over what tests read as data."""
    is_ours = collection_path.name == "jupyterhub_config.py" or collection_path == _FIXTURES
    return True if is_ours else None


def pytest_collection_modifyitems(items):
    """Skip the browser tests where there is no browser."""
    if not CHROMIUM:
        skip = pytest.mark.skip(reason="no Chromium on this machine: install chromium")
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(skip)


@pytest.fixture(autouse=True)
def no_traces(request, monkeypatch):
    """Let what an example in a docstring writes go when the process does."""
    if isinstance(request.node, pytest.DoctestItem):
        monkeypatch.setattr(tempfile, "tempdir", _FOLDER.name)


@pytest.fixture(autouse=True)
def nothing_answered():
    """Forget what was answered before."""
    session = sys.modules.get("lessonkit.classroom.session")
    for name in ("_outcomes", "_tried", "_hints_given", "signed", "_declared"):
        getattr(session, name, set()).clear()


@pytest.fixture
def page():
    """Open a page in Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_page(viewport={"width": 1280, "height": 900})
        browser.close()
