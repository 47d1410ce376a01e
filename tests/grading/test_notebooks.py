"""What the source of a cell says: read, and never run."""

import pytest

from lessonkit.grading.notebooks import UNKNOWN, written_answers


@pytest.mark.parametrize(
    ("source", "answers"),
    [
        ('check("1.1", "Kirk")', {"1.1": "Kirk"}),
        ('a = "Kirk"\nb = a\ncheck("1.1", b)\n#hint("1.1")', {"1.1": "Kirk"}),
        ('a = 8\ncheck("1.3", [a, 6])', {"1.3": [8, 6]}),
        ('check(1.3, (8, -6))', {"1.3": (8, -6)}),
        ('check("4.2", {"E12": "both"})', {"4.2": {"E12": "both"}}),
        ('check("6.1", {"A", "B"})', {"6.1": {"A", "B"}}),
        ('lessonkit.check("1.1", ...)', {"1.1": ...}),
        ('check("1.1", "a" "b")', {"1.1": "ab"}),
        ('a = 1\na = 2\ncheck("1.3", a)\na = 3', {"1.3": 2}),
        ('check("1.3", len(x))', {"1.3": UNKNOWN}),
        ('check("1.3", other)', {"1.3": UNKNOWN}),
        ('a = [1]\na.append(2)\ncheck("1.3", a)', {"1.3": UNKNOWN}),
        ('a = 1\na += 1\ncheck("1.3", a)', {"1.3": UNKNOWN}),
        ('a = 1\nif x:\n    a = 2\ncheck("1.3", a)', {"1.3": UNKNOWN}),
        ('a = 1\nfor a in x: pass\ncheck("1.3", a)', {"1.3": UNKNOWN}),
        ('check("1.3", f"{x}")', {"1.3": UNKNOWN}),
        ('check("1.3", {**x})', {"1.3": UNKNOWN}),
        ('check("1.3", {[]: 1})', {"1.3": UNKNOWN}),
        ("%matplotlib inline\ncheck('1.1', 'Kirk')", {}),
        ("check(", {}), ("check()", {}), ('check("1.1")', {}), ("", {}),
    ],
)  # fmt: skip
def test_what_a_source_says_is_read_and_not_run(source, answers):
    assert written_answers(source) == answers
