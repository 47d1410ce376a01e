"""Gives the kernels of the notebook tests files to talk over, where there are such.

A kernel's ports are chosen before it binds them; on a busy machine, with several test processes
and a browser, another program now and then takes one first, and the kernel dies. IPython's folder
is a new one, too: the settings of whoever runs the tests change no output. What the examples in
docstrings write goes with the process that ran them. And what one example or test has answered
is forgotten before the next, in whatever order they run.
"""

import os
import sys
import tempfile

import nbval.kernel
import pytest
from jupyter_client.manager import KernelManager

# settings that only a JupyterHub can read
collect_ignore = ["notebooks/instructor/hub/jupyterhub_config.py"]

_FOLDER = tempfile.TemporaryDirectory(prefix="lessonkit-", ignore_cleanup_errors=True)
os.environ["IPYTHONDIR"] = os.environ["DASK_TEMPORARY_DIRECTORY"] = _FOLDER.name


def _manager(**settings):
    folder = tempfile.mkdtemp(dir=_FOLDER.name)
    return KernelManager(transport="ipc", ip=os.path.join(folder, "kernel"), **settings)


if os.name == "posix":
    nbval.kernel.KernelManager = _manager


@pytest.fixture(autouse=True)
def no_traces(request, monkeypatch):
    """Let what an example in a docstring writes go when the process does."""
    if isinstance(request.node, pytest.DoctestItem):
        monkeypatch.setattr(tempfile, "tempdir", _FOLDER.name)


@pytest.fixture(autouse=True)
def nothing_answered():
    """Forget what was answered before."""
    session = sys.modules.get("lessonkit.classroom.session")
    for name in ("_outcomes", "_tried", "_hints_given", "signed"):
        getattr(session, name, set()).clear()
