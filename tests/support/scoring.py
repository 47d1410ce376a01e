"""Measures a finder of dates by the labelling rules of ``tests/gold/README.md``."""

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lessonkit import find_dates
from lessonkit.dates.edtf import bounds

from tests.support import ROOT

OWN = ROOT / "tests" / "gold"
_LABEL = re.compile(r"\{([^{}|]*)\|([^{}|]*)\|([a-z]*)\}")


class Label(NamedTuple):
    start: int
    end: int
    first: str | None
    last: str | None
    kind: str  # full, partial, deictic, archaic, or doubtful: counts neither way
    end_with_time: int | None = None


class Found(NamedTuple):
    start: int
    end: int
    first: str | None
    last: str | None


class Document(NamedTuple):
    name: str
    text: str
    written: str
    labels: list[Label]


@dataclass
class Score:
    """Counts over documents; the figures of the issue are its properties."""

    labels: int = 0
    found: int = 0
    overlapping: int = 0
    exact: int = 0
    right: int = 0
    false: int = 0  # a value given that is not so, of a label or of what is no date

    def f1(self, hits):
        return 2 * hits / (self.labels + self.found) if self.labels + self.found else 1.0

    def __str__(self):
        share = max(self.labels, 1)
        return (
            f"labels {self.labels:4} found {self.found:4}  "
            f"precision {self.overlapping / max(self.found, 1):.3f} "
            f"recall {self.overlapping / share:.3f}  "
            f"overlap F1 {self.f1(self.overlapping):.3f} exact F1 {self.f1(self.exact):.3f}  "
            f"right {self.right / share:.3f} false {self.false / share:.3f}"
        )


def read_own(path):
    head, _, marked = path.read_text(encoding="utf-8").partition("\n")
    text, labels, end = "", [], 0
    for match in _LABEL.finditer(marked):
        text += marked[end : match.start()]
        first, last = (str(day) for day in bounds(match[2])) if match[2] else (None, None)
        labels.append(Label(len(text), len(text) + len(match[1]), first, last, match[3]))
        text += match[1]
        end = match.end()
    return Document(path.stem, text + marked[end:], head.partition(": ")[2], labels)


def read_sample(path):
    given = json.loads((path.parent / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
    labels = [
        Label(
            one["start"],
            one["end"],
            one.get("iso_start"),
            one.get("iso_end"),
            "doubtful" if one.get("doubtful") else one["class"],
            one.get("end_with_time"),
        )
        for one in given["dates"]
    ]
    return Document(path.stem, path.read_text(encoding="utf-8"), given["doc_date"], labels)


def own_documents():
    return [read_own(path) for path in sorted(OWN.glob("*.txt"))]


def sample_documents(folder):
    return [read_sample(path) for path in sorted(Path(folder).glob("*.txt"))]


def ours(text, written):
    frame = find_dates(text, written=written)
    days = [
        [None if day != day else str(day.date()) for day in frame[column]]
        for column in ("not_before", "not_after")
    ]
    return [Found(*row) for row in zip(frame["start"], frame["end"], *days, strict=True)]


def touch(one, other):
    return one.start < other.end and other.start < one.end


def compare(document, found):
    """Score one document; yield what went wrong as lines, too."""
    score, wrong = Score(), []
    counted = [label for label in document.labels if label.kind != "doubtful"]
    doubtful = [label for label in document.labels if label.kind == "doubtful"]
    left = [one for one in found if not any(touch(one, label) for label in doubtful)]
    score.labels, score.found = len(counted), len(left)
    for label in counted:
        mine = next((one for one in left if touch(one, label)), None)
        words = document.text[label.start : label.end]
        if mine is None:
            wrong.append(f"missed   {words!r} ({label.kind})")
            continue
        left.remove(mine)
        score.overlapping += 1
        exact = mine.start == label.start and mine.end in (label.end, label.end_with_time)
        score.exact += exact
        value = (mine.first, mine.last) == (label.first, label.last)
        score.right += value
        score.false += mine.first is not None and not value
        if not exact:
            wrong.append(f"span     {words!r}: found {document.text[mine.start : mine.end]!r}")
        if not value:
            given = "nothing" if mine.first is None else f"{mine.first} to {mine.last}"
            wrong.append(f"value    {words!r} = {label.first} to {label.last}: found {given}")
    score.false += sum(one.first is not None for one in left)
    wrong += [f"no date  {document.text[one.start : one.end]!r}" for one in left]
    return score, wrong


def measure(documents, finder=ours, given=True):
    total, lines = Counter(), []
    for document in documents:
        score, wrong = compare(document, finder(document.text, document.written if given else None))
        total.update(vars(score))
        lines += [f"{document.name}: {line}" for line in wrong]
    return Score(**total), lines


def main(folder=None):
    documents = {"own": own_documents()}
    if folder:
        documents["samples"] = sample_documents(folder)
    for name, group in documents.items():
        for given in (True, False):
            score, lines = measure(group, given=given)
            print(f"{name}, date {'given' if given else 'not given'}: {score}")
            if "-v" in sys.argv:
                shown = [line for line in lines if given or "found nothing" not in line]
                print(*shown, sep="\n")


if __name__ == "__main__":
    main(*[argument for argument in sys.argv[1:] if argument != "-v"])
