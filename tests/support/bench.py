"""Figures for speed and memory, each a ratio to a floor or a peer measured in this run.

``make bench`` prints them; no test depends on them.
"""

import resource
import subprocess
import sys
import tempfile
import textwrap
import time
import tracemalloc
from itertools import chain
from pathlib import Path

import lessonkit
from lessonkit.despatch.despatch import Despatch
from lessonkit.despatch.schema import TABLES, table
from lessonkit.layout.spans import lay_out

from tests.support import ROOT

TEXT = lessonkit.load().text


def cpu_of_process(*arguments):
    """Return the CPU seconds of a Python process and those it starts, user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cpu_of(function):
    start = time.process_time()
    function()
    return time.process_time() - start


def smallest(times, *functions):
    """Return each function's smallest value; they take turns, so that both meet the same noise."""
    values = [[function() for function in functions] for _ in range(times)]
    return [min(column) for column in zip(*values, strict=True)]


def read_all(despatch):
    return [getattr(despatch, name) for name in TABLES]


def of_import():
    ours, pandas = smallest(
        15,
        lambda: cpu_of_process("-c", "import lessonkit"),
        lambda: cpu_of_process("-c", "import pandas"),
    )
    return "import lessonkit, CPU", "import pandas", ours / pandas, 0.2


def of_load():
    ready = dict(zip(TABLES, read_all(lessonkit.load()), strict=True))
    rows = {
        name: [tuple(row) for row in frame.astype(object).where(frame.notna(), None).to_numpy()]
        for name, frame in ready.items()
    }
    ours, floor = smallest(
        30,
        lambda: cpu_of(lambda: read_all(lessonkit.load())),
        lambda: cpu_of(lambda: [table(name, rows[name]) for name in TABLES]),
    )
    return "load() and its tables, CPU", "pandas making them from rows", ours / floor, 5


def whole(times):
    text = "\n\n".join([TEXT] * times)
    return text, lambda: read_all(Despatch(lay_out(text), {}, None))


def of_growth():
    (small, read_small), (large, read_large) = whole(100), whole(1000)
    ours, floor = smallest(
        3,
        lambda: cpu_of(read_large) / len(large),
        lambda: min(cpu_of(read_small) for _ in range(3)) / len(small),
    )
    return "a character of 1,000 times the text", "one of 100 times", ours / floor, 1.3


def of_memory():
    text, read = whole(1000)
    tracemalloc.start()
    read()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return "peak memory, 1,000 times the text", "the text itself", peak / len(text.encode()), None


_IMPORTS_ALONE = """
import json, re, sys
from pathlib import Path
from jupyter_client.manager import start_new_kernel
for path in sorted(Path("notebooks").rglob("*.ipynb")):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    lines = "".join("".join(c["source"]) + chr(10) for c in cells if c["cell_type"] == "code")
    manager, client = start_new_kernel(kernel_name="python3")
    client.execute_interactive(chr(10).join(re.findall(r"^(?:from|import) .*$", lines, re.M)))
    client.stop_channels()
    manager.shutdown_kernel()
"""


def of_notebooks():
    nbval = ["-m", "pytest", "-q", "--numprocesses=0", "-p", "no:cacheprovider", "notebooks"]
    ours, floor = smallest(
        1, lambda: cpu_of_process(*nbval), lambda: cpu_of_process("-c", _IMPORTS_ALONE)
    )
    return "nbval over all notebooks, CPU", "their kernels, their imports", ours / floor, 1.5


PROSE = (
    "With reference to my despatch No. 211 of June 3, 1901, regarding the railway from Strelsau to "
    "the coast, I have the honor to report that the Minister of Works received me on Tuesday and "
    "showed me the plans of the company. He said that the line would be open by the autumn of next "
    "year, and that the loan of two million crowns, which the Chamber had voted on the 4th of May, "
    "was to be repaid within ten years. Of the former bridge, which the floods had carried away when "
    "he was a boy, nothing is left but three piers; the company’s engineers, whom I met at the house "
    "of a colleague, doubt whether these will ever bear the weight of an engine, and they have asked "
    "for new ones of stone. The Minister would not say what these are to cost. ",
    "As I told the Department in my telegram of July 14, 1901, nobody here believes that the garrison "
    "at the frontier will be withdrawn. The newspapers, which in March spoke of little else, are "
    "silent, and the Minister, when I put the question to him, said only that such things need time. "
    "A merchant of this city who came back from the frontier with his wagons tells me that he saw some "
    "1,500 men at work upon the road, that houses are being built for their officers, and that the "
    "inns along the river are full of contractors; he added that the price of oats has doubled. "
    "How much of this is so I have no means to say, as travelers are not allowed beyond the bridge. ",
)  # as dense in dates as the bundled despatch


def of_volume():
    """A volume of 1,000 despatches, and one of 1,000 telegrams, of our own words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "v.xml"
        for name, paragraphs in (("despatches", 5), ("telegrams", 1)):
            path.write_text(_encoded(PROSE * paragraphs), encoding="utf-8")
            yield f"load_all, 1,000 {name} in TEI", "lxml's parse + find_dates", _times(path), 2
        volumes = [
            subprocess.run(
                [sys.executable, "-c", _PEAK, str(path), times], capture_output=True, check=True
            )
            for times in ("1", "10")
        ]
        one, ten = (int(run.stdout) for run in volumes)
    yield "peak memory of ten volumes read", "one volume read", ten / one, 1.1


def wrapped(words):
    """Return words in lines as an encoder wraps and indents them."""
    return ("\n" + " " * 20).join(textwrap.wrap(words, 80))


def _encoded(paragraphs):
    from tests.support.encoding import volume

    blocks = [
        ("file", "761.94/12"), ("title", "Mr. Sapt to Mr. Hay."), ("number", "No. 7"),
        ("dateline", "Strelsau", "1901-08-03", "August 3, 1901", "August 20"),
        *[("p", wrapped(words), ("note", str(5 + n), "Not printed."), " ") for n, words in enumerate(paragraphs)],
        ("signed", "Karl Sapt"),
    ]  # fmt: skip
    return volume([(n, n, blocks) for n in range(1, 1001)])


def _times(path):
    """Compare reading a volume with the parse and the search for dates that it cannot do without."""
    from lxml import etree

    from lessonkit.despatch.loading import from_division
    from lessonkit.tei import divisions

    words = "\n\n".join(from_division(division).text for division in divisions(path))
    ours, parse, dates = smallest(
        3,
        lambda: cpu_of(lambda: lessonkit.load_all(path)),
        lambda: cpu_of(lambda: etree.parse(str(path))),
        lambda: cpu_of(lambda: lessonkit.find_dates(words)),
    )
    return ours / (parse + dates)


_PEAK = """
import resource, sys
from lessonkit.despatch import corpus as many
for _ in many._read(iter([sys.argv[1]] * int(sys.argv[2])), None): pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def main():
    print(f"{'what':36}{'measured against':32}{'ratio':>7}{'at most':>9}")
    missed = False
    figures = (figure() for figure in (of_import, of_load, of_growth, of_memory, of_notebooks))
    for what, floor, ratio, most in chain(figures, of_volume()):
        missed |= most is not None and ratio > most
        print(f"{what:36}{floor:32}{ratio:7.2f}{most if most else '–':>9}", flush=True)
    return missed


if __name__ == "__main__":
    sys.exit(main())
