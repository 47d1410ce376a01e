"""Feeds the readers of texts and of volumes what no one would write, guided by coverage.

``make fuzz`` runs it for an hour (``make fuzz SECONDS=60`` for less), half of it each. It is no
part of the tests: what it finds is mended, and kept as a test. An input ends the run if it raises
anything but the public exception, if its spans do not tile it, or if it takes more than 5 seconds
or 1 GB.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tests.support import ROOT

LIMITS = ["-timeout=5", "-rss_limit_mb=1024", "-max_len=20000", "-print_final_stats=1"]
SURVEY = (  # what the dates and the layout look for, to be put together anew
    "June 3|193886|1926–27|’32|the 18th instant|ultimo|last Monday|of the same year|[Page 294]|"
    "No. 1509|Sir:|Respectfully yours,|[Inclosure 2 in No. 3.]|Received|  1. Not printed.|*|†|5a|"
    "“|”|a. m.|[Paraphrase]|June 3 and 4|first|between|\x20\x20\x20|\n\n|Monday|yesterday"
).split("|")
TAGS = (
    "p head opener dateline seg salute closer signed note quote list item label table row cell hi "
    "date placeName lb pb div postscript figure lg l foreign unknown"
).split()
ATTRIBUTES = [
    ("rend", "inline"), ("rend", "center"), ("rend", "flushleft"), ("type", "source"), ("n", "5"),
    ("type", "document"), ("n", "*"), ("n", "294"), ("when", "1938-05-28"), ("when", "soon"),
    ("xml:id", "d2"), ("target", "#d2fn5"),
]  # fmt: skip
_END = "</div></body></text></TEI>"


def main(seconds):
    for kind, words, seeds in (
        ("text", SURVEY, sorted((ROOT / "tests" / "gold").glob("*.txt"))),
        ("tei", SURVEY, []),
    ):
        with tempfile.TemporaryDirectory(prefix="lessonkit-") as name:
            folder = Path(name)
            (folder / "words").write_text("".join(map(_entry, words)), "ascii")
            corpus = folder / "corpus"
            corpus.mkdir()
            for seed in [*seeds, *_volumes(folder, kind)]:
                (corpus / seed.name).write_bytes(seed.read_bytes())
            limits = [*LIMITS, f"-dict={folder / 'words'}", f"-max_total_time={int(seconds / 2)}"]
            subprocess.run(
                [sys.executable, "-m", "tests.support.fuzz", kind, str(corpus), *limits,
                 f"-artifact_prefix={os.getcwd()}{os.sep}"], check=True,
            )  # fmt: skip


def _entry(words):
    """Write an entry of libFuzzer's dictionary: bytes that are not plain in figures."""
    plain = "".join(
        chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}"
        for byte in words.encode()
    )
    return f'"{plain}"\n'


def _volumes(folder, kind):
    if kind == "text":
        return []
    from tests.support.encoding import volume

    letter = [("title", "Mr. Hay to Mr. Wu."), ("dateline", "Rome", "1901-05-02", "May 2, 1901", ""),
              ("salute", "Sir:"), ("p", "On June 3", ("note", "5", "Not printed."), " he came."),
              ("closing", "I am, etc.,"), ("signed", "John Hay")]  # fmt: skip
    seed = folder / "volume"
    seed.write_text(volume([(1, "5", letter), (2, "6", letter)]), "utf-8")
    return [seed]


def _tree(given):
    """Write elements in one another, as the bytes choose."""
    written, opened = ['<TEI><text><body><div type="document" xml:id="d1">'], []
    while given.remaining_bytes():
        choice = given.ConsumeIntInRange(0, 4)
        if choice == 0 and opened:
            written.append(f"</{opened.pop()}>")
        elif choice < 3:
            tag = given.PickValueInList(TAGS)
            name, value = given.PickValueInList(ATTRIBUTES)
            written.append(f"<{tag} {name}={quoteattr(value)}>")
            opened.append(tag)
        elif choice == 3:
            written.append(escape(given.PickValueInList(SURVEY)))
        else:
            written.append(escape(given.ConsumeUnicodeNoSurrogates(12)))
    return "".join([*written, *(f"</{tag}>" for tag in opened[::-1]), _END]).encode()


def _try(kind):
    import atheris

    with atheris.instrument_imports(include=["lessonkit"]):
        import lessonkit
        import lessonkit.despatch
        import lessonkit.tei
        from lessonkit.errors import LessonkitError

    scratch = Path(tempfile.mkdtemp(prefix="lessonkit-"))

    def text(data):
        words = data.decode("utf-8", "surrogateescape" if data[:1] < b"\x80" else "replace")
        for written in (None, "1938-05-28"):
            lessonkit.find_dates(words, written=written)
        _open(data, "mine.txt")

    def tei(data):
        _open(data if data[:1] == b"<" else _tree(atheris.FuzzedDataProvider(data)), "volume.xml")

    def _open(data, name):
        path = scratch / name
        path.write_bytes(data)
        try:
            opened = lessonkit.load(path)
        except LessonkitError:
            return
        end = 0
        for span in opened.spans.itertuples():
            assert span.start == end < span.end
            end = span.end
        assert end == len(opened.text)
        for table in ("sections", "dates", "notes", "events", "losses"):
            getattr(opened, table)
        str(opened)

    atheris.Setup(sys.argv[:1] + sys.argv[2:], {"text": text, "tei": tei}[kind])
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] in (["text"], ["tei"]):
        _try(sys.argv[1])
    else:
        main(float(sys.argv[1]) if sys.argv[1:] else 3600)
