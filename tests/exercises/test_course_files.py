"""A course's files: what is wrong in them is said with file, exercise, key, expected, and found."""

import json
import shutil

import jsonschema
import pytest

from lessonkit.errors import CourseError
from lessonkit.exercises import find_course, read_course
from lessonkit.exercises.schema import schema

from tests.support.broken_courses import BROKEN, BROKEN_COURSES, COURSE, LESSON

BUNDLED = find_course().folder


def write(folder, course=COURSE, lesson=LESSON):
    (folder / "lessons").mkdir(exist_ok=True)
    (folder / "course.toml").write_text(course, encoding="utf-8")
    (folder / "lessons" / "1.toml").write_text(lesson, encoding="utf-8")
    return folder


def test_a_course_with_every_kind_is_read(tmp_path):
    course = read_course(write(tmp_path))
    assert [*course.exercises][-1] == "1.10"
    assert course.lessons["1"].question == "What is it?"


@pytest.mark.parametrize(("old", "new", "words"), BROKEN)
def test_a_mistake_in_a_lesson_is_a_sentence(old, new, words, tmp_path):
    assert old in LESSON
    with pytest.raises(CourseError) as caught:
        read_course(write(tmp_path, lesson=LESSON.replace(old, new, 1)))
    said = str(caught.value)
    assert words in said
    assert said.startswith("lessons/1.toml") and said.endswith(".")
    assert "found" in said


@pytest.mark.parametrize(("old", "new", "words"), BROKEN_COURSES)
def test_a_mistake_in_a_course_is_a_sentence(old, new, words, tmp_path):
    with pytest.raises(CourseError) as caught:
        read_course(write(tmp_path, course=COURSE.replace(old, new, 1)))
    assert words in str(caught.value)


def test_a_file_that_is_no_text_is_a_sentence(tmp_path):
    write(tmp_path)
    (tmp_path / "lessons" / "1.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CourseError, match=r"lessons/1.toml: expected TOML"):
        read_course(tmp_path)


def tables(text):
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


@pytest.mark.parametrize("name", ["course", "lesson"])
def test_the_schemas_are_json_schemas(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_the_bundled_files_fit_the_schemas_by_another_program_too():
    lesson, course = (jsonschema.Draft202012Validator(schema(n)) for n in ("lesson", "course"))
    course.validate(tables((BUNDLED / "course.toml").read_text(encoding="utf-8")))
    for path in sorted((BUNDLED / "lessons").glob("*.toml")):
        lesson.validate(tables(path.read_text(encoding="utf-8")))
    lesson.validate(tables(LESSON))


def test_the_loader_and_another_program_read_the_schemas_alike():
    """What our reader of schemas refuses, jsonschema refuses, and the other way round."""
    from lessonkit.exercises.schema import faults

    other = jsonschema.Draft202012Validator(schema("lesson"))
    compared = 0
    for old, new, _ in BROKEN:
        table = tables(LESSON.replace(old, new, 1))
        if table is not None:
            ours = any(faults(table, schema("lesson"), schema("lesson")))
            plain = json.loads(json.dumps(table, default=lambda day: {"day": str(day)}))
            assert ours != other.is_valid(plain), (old, new)
            compared += 1
    assert compared > 40


def test_a_message_is_changed_by_one_edit_in_one_file(tmp_path, monkeypatch, capsys):
    import lessonkit

    shutil.copytree(BUNDLED, tmp_path / "course")
    shutil.copytree(find_course().part("seeds"), tmp_path / "course" / "seeds")
    monkeypatch.chdir(tmp_path / "course")
    path = tmp_path / "course" / "lessons" / "1.toml"
    said = "Look at the word just below “No. 1667”: is that how a telegram begins?"
    text = path.read_text(encoding="utf-8")
    lessonkit.check("1.2", "A")
    assert said in capsys.readouterr().out
    assert said in text
    path.write_text(text.replace(said, "Is a telegram greeted?"), encoding="utf-8")
    lessonkit.check("1.2", "A")
    assert "Is a telegram greeted?" in capsys.readouterr().out


def test_named_patterns_are_filled_in(tmp_path):
    lesson = LESSON.replace("accept = 'kirk'", "accept = '^{name}$'").replace(
        'version = "1"\n\n', 'version = "1"\n[patterns]\nname = "(?:kirk|hull)"\n\n', 1
    )
    from lessonkit.exercises import Facts, assess

    exercise = read_course(write(tmp_path, lesson=lesson)).exercises["1.3"]
    assert assess(exercise, "Kirk", Facts()).outcome == "right"
