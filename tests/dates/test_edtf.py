"""EDTF: the first and the last day of an expression, and what is none."""

import pytest

from lessonkit.dates.edtf import bounds


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1938", "1938-01-01", "1938-12-31"),
        ("1936-02", "1936-02-01", "1936-02-29"),
        ("1938-08-24?", "1938-08-24", "1938-08-24"),
        ("1938-08-10/1938-09", "1938-08-10", "1938-09-30"),
        ("[1938-06-03..1938-08-24]", "1938-06-03", "1938-08-24"),
        ("[..1938-08-10]", "None", "1938-08-10"),
        ("[1938-08-10..]", "1938-08-10", "None"),
        ("1938/..", "1938-01-01", "None"),
        ("XXXX-06-03", "None", "None"),
    ],
)
def test_bounds(edtf, first, last):
    assert [str(day) for day in bounds(edtf)] == [first, last]


@pytest.mark.parametrize(
    "edtf",
    ["", "August", "38", "1938-13", "1938-02-30", "1938-09/1938-08", "[..]", "../..", "XXXX", "[1938]",
     "1938/1939/1940", "XXXX-02-31", "1938-8-4"],
)  # fmt: skip
def test_what_is_no_edtf(edtf):
    with pytest.raises(ValueError, match="."):
        bounds(edtf)
