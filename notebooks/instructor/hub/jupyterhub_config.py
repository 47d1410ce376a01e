"""What a JupyterHub needs to know for these lessons; it adds to the settings that are there.

The lessons are laid into each student's folder `lessons`, never over a file, whenever the
student's server starts; then JupyterLab opens on that folder.
"""

# Run where the student's server runs, in the Python that has lessonkit. No braces, dollar or
# percent signs: the hubs' spawners put values of their own in the place of those.
START = """
import os, sys, tempfile
from pathlib import Path
import lessonkit
from lessonkit.cli import copy_lessons
try:
    copy_lessons(Path("lessons"))
except OSError as error:  # as when the disk is full: what is there can still be read
    print("The lessons cannot be copied:", error, file=sys.stderr)
settings = Path(lessonkit.__file__).resolve().parent / "jupyterlab"
# Kernels talk over files that no other student can open: ports are chosen before they are bound,
# and where twenty kernels start at once on one machine, two now and then choose the same.
os.environ["JUPYTER_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="jupyter-")
server = ["jupyterhub-singleuser", "--KernelManager.transport=ipc",
          "--LabApp.app_settings_dir=" + str(settings)]
os.execvp(server[0], server + sys.argv[1:])
"""

c.Spawner.cmd = ["python3", "-c", START]  # noqa: F821
c.Spawner.args = [  # noqa: F821
    # asks nobody about news or updates; students install nothing
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
]
c.Spawner.default_url = "/lab/tree/lessons"  # noqa: F821
c.Spawner.http_timeout = 120  # noqa: F821  (a whole class that comes at once has to wait)
c.Spawner.start_timeout = 300  # noqa: F821
c.JupyterHub.shutdown_on_logout = True  # noqa: F821  (the memory is free for the next student)
