"""A hundred hand-ins that mean harm, or had an accident: each writes itself, and says what is to come."""

import io
import json
import os
import stat
import zipfile
from typing import NamedTuple

from tests.support.hand_ins import (
    OF_OUTCOME,
    TITLES,
    answered,
    hand_in,
    notebook,
    output,
    record,
    save,
    signed,
)

BOMB = 15_000_000
RIGHT_1 = {e: OF_OUTCOME["right"][e][0] for e in ("1.1", "1.2", "1.3", "1.4", "1.5")}


class Case(NamedTuple):
    """Its name, what writes it (folder, name), the kind of its problem, a student's right answers."""

    name: str
    write: object
    kind: str | None
    student: str | None = None
    right: int | None = None


def raw(data):
    return lambda folder, name: (folder / name).write_bytes(data)


def made(notebook_):
    return lambda folder, name: save(folder / name, notebook_)


def lesson(student, cells=None, **changes):
    whole = hand_in(1, RIGHT_1, [student])
    return whole | {"cells": cells(whole["cells"]) if cells else whole["cells"]} | changes


def zipped(*entries):
    def write(folder, name):
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry, data in entries:
                archive.writestr(entry, data)

    return write


def linked_entry(name):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def locked(folder, name):
    zipped(("a.ipynb", "{}"))(folder, name)
    data = bytearray((folder / name).read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    (folder / name).write_bytes(data)


def spoilt(folder, name):
    """Change a letter of an entry, so that its checksum is wrong."""
    with zipfile.ZipFile(folder / name, "w") as archive:
        archive.writestr("a.ipynb", json.dumps(lesson("Spoilt")))
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data.replace(b"What is this thing", b"What was this thing", 1))


def sparse(folder, name):
    with (folder / name).open("wb") as file:
        file.truncate(100_000_000)


def nested_zip(depth):
    data = json.dumps(lesson("Too deep")).encode()
    for level in range(depth):
        path = f"{level}.zip" if level else "a.ipynb"
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(path, data)
        data = buffer.getvalue()
    return raw(data)


def link(target):
    return lambda folder, name: (folder / name).symlink_to(target)


def value(answer, exercise="1.1", **more):
    """Return a hand-in whose one answer is forged."""
    cell = {"cell_type": "code", "source": "", "outputs": [
        output("application/vnd.lessonkit.answer+json", record(exercise, answer, **more))]}  # fmt: skip
    return made(notebook(cell))


WHOLE = json.dumps(lesson("Cut")).encode()
CALLS = "open('ran', 'w'); import os; os.system('touch ran')"

CASES = [
    *(Case(f"cut{at}.ipynb", raw(WHOLE[: len(WHOLE) * at // 10]), "not read") for at in range(1, 10)),
    Case("empty.ipynb", raw(b""), "not read"),
    Case("blank.ipynb", raw(b" \n\n "), "not read"),
    Case("nul.ipynb", raw(b"\x00" * 5000), "not read"),
    Case("picture.ipynb", raw(b"\x89PNG\r\n\x1a\n" + bytes(range(256))), "not read"),
    Case("page.ipynb", raw(b"<!DOCTYPE html><script>alert(1)</script>"), "not read"),
    Case("latin.ipynb", raw(b'{"cells": ["caf\xe9"]}'), "not read"),
    Case("deep.ipynb", raw(b"[" * 200_000), "not read"),
    Case("deeper.ipynb", raw(b'{"cells":' * 100_000), "not read"),
    Case("deepest.ipynb", raw(b'{"cells":' + b"[" * 100_000 + b"]" * 100_000 + b"}"), "not read"),
    Case("digits.ipynb", raw(b'{"cells": ' + b"9" * 50_000 + b"}"), "not read"),
    Case("list.ipynb", raw(b"[]"), "not read"),
    Case("text.ipynb", raw(b'"cells"'), "not read"),
    Case("celled.ipynb", raw(b'{"cells": {"a": 1}}'), "not read"),
    Case("old-format.ipynb", raw(b'{"worksheets": [{"cells": []}], "nbformat": 3}'), "not read"),
    Case("numbers.ipynb", raw(b'{"cells": [1, null, "x", [], {}]}'), "no answers"),
    Case("outputs.ipynb", raw(b'{"cells": [{"outputs": {"a": 1}}, {"outputs": [1, {"data": []}]}]}'), "no answers"),
    Case("sources.ipynb", raw(b'{"cells": [{"cell_type": "code", "source": [1, {}, "check("]}]}'), "no answers"),
    Case("big.ipynb", sparse, "too large"),
    Case("blown-up.ipynb", raw(b'{"cells": []}' + b" " * 20_000_001), "too large"),
    Case("essay.docx", raw(b"PK"), "no notebook"),
    Case("virus.exe", raw(b"MZ"), "no notebook"),
    Case("run.py", raw(CALLS.encode()), "no notebook"),
    # zip files
    Case("escape.zip", zipped(("../../escaped.ipynb", WHOLE)), "outside"),
    Case("root.zip", zipped(("/lessonkit-escaped.ipynb", WHOLE)), "outside"),
    Case("drive.zip", zipped(("C:/escaped.ipynb", WHOLE)), "outside"),
    Case("back.zip", zipped(("..\\..\\escaped.ipynb", WHOLE)), "outside"),
    Case("bomb.zip", zipped(*((f"{i}.ipynb", b"0" * BOMB) for i in range(12))), "not read"),
    Case("many.zip", zipped(*((f"{i}.ipynb", b"") for i in range(20_001))), "not read"),
    Case("large.zip", zipped(("a.ipynb", b" " * 20_000_001)), "too large"),
    Case("link.zip", zipped((linked_entry("a.ipynb"), "/etc/passwd")), "a link"),
    Case("locked.zip", locked, "locked"),
    Case("spoilt.zip", spoilt, "not read"),
    Case("deep.zip", nested_zip(4), "zip in zip"),
    Case("no.zip", raw(b"this is no zip file"), "not read"),
    Case("cut.zip", raw(b"PK\x03\x04" + bytes(200)), "not read"),
    Case("other.zip", zipped(("essay.pdf", b"%PDF")), "no notebook"),
    Case("inner.zip", nested_zip(2), None, "Too deep", 4),
    # what is no file
    Case("linked.ipynb", link("/etc/passwd"), "a link"),
    Case("loop.ipynb", link("loop.ipynb"), "a link"),
    Case("up", link(".."), "a link"),
    Case("gone.ipynb", link("nowhere"), "a link"),
    Case("pipe.ipynb", lambda folder, name: os.mkfifo(folder / name), "no file"),
    # accidents that do no harm
    Case("doubled.ipynb", made(lesson("Doubled", lambda c: [x for x in c for _ in "ab"])), None, "Doubled", 4),
    Case("moved.ipynb", made(lesson("Moved", lambda c: c[::-1])), None, "Moved", 4),
    Case("deleted.ipynb", made(lesson("Deleted", lambda c: [x for x in c if "1.2" not in str(x["source"])])), None, "Deleted", 3),
    Case("only.ipynb", made(lesson("Only", lambda c: [x for x in c if x.get("outputs")])), None, "Only", 4),
    Case("merged.ipynb", made(lesson("Merged", lambda c: [{
        "cell_type": "code", "source": "\n".join("".join(x["source"]) for x in c if x["cell_type"] == "code"),
        "outputs": [o for x in c for o in x.get("outputs", [])]}])), None, "Merged", 4),
    Case("bare.ipynb", made(lesson("Bare", lambda c: [
        {"source": x["source"], "outputs": x.get("outputs", [])} for x in c], metadata={})), None, "Bare", 4),
    Case("unversioned.ipynb", made({"cells": lesson("Unversioned")["cells"]}), None, "Unversioned", 4),
    Case("marked.ipynb", raw(b"\xef\xbb\xbf" + json.dumps(lesson("Marked")).encode()), None, "Marked", 4),
    Case("wide.ipynb", raw(json.dumps(lesson("Wide")).encode("utf-16")), None, "Wide", 4),
    Case("renamed.ipynb.txt", made(lesson("Renamed")), None, "Renamed", 4),
    Case(f"{TITLES[7]}", made(lesson("Another lesson")), None, "Another lesson", 4),
    Case(f"copy of {TITLES[2]}", made(lesson("A third lesson")), None, "A third lesson", 4),
    Case("twice.ipynb", made(notebook(signed("Twice"), answered("1.1", "Kirk"), answered("1.1", "Hull"))), None, "Twice", 0),
    Case("mended.ipynb", made(notebook(signed("Mended"), answered("1.1", "Hull"), answered("1.1", "Kirk"))), None, "Mended", 1),
    # forged
    Case("boast.ipynb", made(notebook(signed("Boast"), answered("1.1", "Hull", outcome="right", points=99))), None, "Boast", 0),
    Case("boast-right.ipynb", made(notebook(signed("True boast"), answered("1.1", "Kirk", outcome="nearly"))), None, "True boast", 1),
    Case("version0.ipynb", made(notebook(signed("Version 0"), answered("1.1", "Kirk", version="0"))), "older version", "Version 0", 1),
    Case("version9.ipynb", value("Kirk", version=["9", {}]), "older version"),
    Case("versionless.ipynb", value("Kirk", version=None), "older version"),
    Case("format3.ipynb", value("Kirk", format=3), "unknown format"),
    Case("format-list.ipynb", value("Kirk", format=[{}, "=1"]), "unknown format"),
    Case("course-other.ipynb", value("Kirk", course="other"), "of another course"),
    Case("course-dict.ipynb", value("Kirk", course={"a": ["<b>"] * 99_999}), "of another course"),
    Case("course-formula.ipynb", value("Kirk", course="=1+1\x00"), "of another course"),
    Case("course-null.ipynb", made(notebook(signed("No course"), answered("1.1", "Kirk", course=None))), None, "No course", 1),
    Case("class-name.ipynb", made(lesson("Class name", metadata={"lessonkit": {"course": "History 204"}})), None, "Class name", 4),
    Case("metadata-list.ipynb", made(lesson("Metadata", metadata=[{"lessonkit": 1}])), None, "Metadata", 4),
    Case("no-such.ipynb", value("Kirk", exercise="9.9"), "no such exercise"),
    Case("script-id.ipynb", value("Kirk", exercise="<script>alert(1)</script>"), "no such exercise"),
    Case("formula-id.ipynb", value("Kirk", exercise="=1+1"), "no such exercise"),
    Case("dict-id.ipynb", value("Kirk", exercise={"1": "1"}), "no such exercise"),
    Case("changed.ipynb", made(notebook(answered("1.1", "Hull") | {"source": 'check("1.1", "Kirk")'})), "not as written"),
    Case("reset.ipynb", made(notebook(answered("1.1", "Kirk") | {"source": 'a = ...\ncheck("1.1", a)'})), "not as written"),
    Case("not-run.ipynb", made(notebook(answered("1.1", "Kirk") | {"outputs": []})), "not run"),
    Case("names-list.ipynb", made(notebook(answered("1.1", "Kirk", names=[1, None, {}, ["x"]]))), None),
    Case("names-dict.ipynb", made(notebook({"outputs": [output("application/vnd.lessonkit.names+json", {"names": {}})]})), "no answers"),
    *(Case(f"value{place}.ipynb", value(answer, exercise), None) for place, (answer, exercise) in enumerate([
        (None, "1.1"), (True, "1.3"), ({"set": ["A"]}, "1.2"), ([[[[[]]]]], "1.3"), (10**400, "4.3"), (1e308, "5.1"),
        (float("nan"), "4.3"), (float("inf"), "4.3"), ("x" * 100_000, "1.5"), (["x"] * 50_000, "8.3"), ("\ud800", "1.5"),
        ({"E12": {"a": 1}}, "4.2"), ({"E12": "both", "": ""}, "4.2"), ("“" * 9_000, "1.5"), ('"' * 9_000, "2.5"),
        ("a " * 4_900, "7.5"), ([{"what": None}] * 3, "8.3"), ("(" * 9_000, "5.2"), ("1938-" * 1_900, "2.1"),
    ])),
    Case("deep-answer.ipynb", raw(json.dumps(notebook(answered("1.3", 1))).replace('"answer": 1', '"answer": '
         + "[" * 400 + "]" * 400).encode()), "not as written"),
    Case("parser.ipynb", made(notebook({"cell_type": "code", "source": "check(" + "(" * 9000, "outputs": []})), "no answers"),
    Case("minus.ipynb", made(notebook({"cell_type": "code", "source": 'check("1.1", ' + "-" * 15_000 + "1)", "outputs": []})), "no answers"),
    Case("long-cell.ipynb", made(notebook({"cell_type": "code", "source": "check(1)\n" * 9000, "outputs": []})), "no answers"),
    # names that mean something elsewhere
    *(Case(f"name{place}.ipynb", made(notebook(signed(name), answered("1.1", "Kirk"))), None, shown, 1) for place, (name, shown)
      in enumerate([
        ("Lovelace, Ada", "Lovelace, Ada"), ('Ada "the first"', 'Ada "the first"'), ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+1+1", "'+1+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1+2", "'=1+2"), ("one\ntwo", "one two"),
        ("nul\x00nul", "nulnul"), ("\u202egnp.exe", "gnp.exe"), ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("../../etc/passwd", "../../etc/passwd"), ("n" * 5_000, "n" * 80), ("half\ud83d", "half"), ("＝1+1", "'＝1+1"),
        ("'; DROP TABLE students; --", "'; DROP TABLE students; --"), ("a;b", "a;b"), ("你好 🎓", "你好 🎓"),
      ])),
    # scripts and formulas in prose
    *(Case(f"prose{place}.ipynb", made(notebook(signed(f"Prose {place}"), answered("1.5", text))), None, f"Prose {place}", 0)
      for place, text in enumerate([
        "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</p></article></main><h1>Mine</h1>", "=HYPERLINK(\"http://x\")",
        "+1", "-1", "@x", "\r=1", "<iframe src='https://example.org'></iframe>", "&lt;b&gt;", "{{7*7}}", "*bold* `code` <b>",
        "<style>*{display:none}</style>", "  =1+1",
      ])),
    # cells that would write
    Case("writes.ipynb", made(notebook(signed("Writes"), *({**answered("1.1", "Kirk"), "source": CALLS} for _ in range(30)))),
         None, "Writes", 1),
    Case("magic.ipynb", made(notebook({"cell_type": "code", "source": "!touch ran\n%run run.py\ncheck(__import__('os').system('touch ran'), 1)",
         "outputs": []})), "no answers"),
]  # fmt: skip
