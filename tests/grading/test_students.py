"""Whose a hand-in is, by the name of its file."""

import pytest

from lessonkit.exercises import find_course
from lessonkit.grading.students import lesson_names, student_of


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("Ada Lovelace_7_assignsubmission_file_/x.ipynb", "Ada Lovelace"),
        ("all.zip/Ada Lovelace_7_assignsubmission_file/mine.zip/x.ipynb", "Ada Lovelace"),
        ("lovelaceada_12_345_01-what-is-this-thing.ipynb", "lovelaceada"),
        ("all.zip/lovelaceada_LATE_12_345_who-says-so-1.ipynb", "lovelaceada"),
        ("ada.ipynb", "ada"), ("s1234567.ipynb", "s1234567"), ("1234567.ipynb", "1234567"),
        ("week 1/ada.ipynb", "ada"), ("ada/01-what-is-this-thing.ipynb", "ada"),
        ("ada/01-what-is-this-thing-Copy1.ipynb", "ada"), ("ada/lesson 2 final (3).ipynb", "ada"),
        ("Ada Lovelace - 04-who-says-so.ipynb", "Ada Lovelace"),
        ("ada.zip/04-who-says-so.ipynb", "ada"), ("all.zip/ada/04-who-says-so.ipynb", "ada"),
        ("04-who-says-so.ipynb", "spring"), ("Untitled.ipynb", "spring"),
    ],
)  # fmt: skip
def test_whose_it_is_by_its_name(name, student):
    assert student_of(name, "spring", lesson_names(find_course())) == student
