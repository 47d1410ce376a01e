"""Reading files: what is no error, and what each error says."""

import shutil

import pytest

import lessonkit
from lessonkit import cli
from lessonkit.despatch.files import BUNDLED, folder_of

from tests.support.texts import LETTER


@pytest.fixture
def mine(tmp_path):
    def write(content, name="mine.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.mark.parametrize(
    "raw",
    [
        LETTER.encode("utf-8-sig"),
        LETTER.replace("\n", "\r\n").encode(),
        LETTER.replace("\n", "\r").encode(),
    ],
    ids=["byte order mark", "Windows", "old Mac"],
)
def test_line_ends_and_byte_order_marks_are_no_errors(mine, raw):
    assert lessonkit.load(mine(raw)).text == LETTER


def test_ten_megabytes_are_no_error(mine):
    long = LETTER.replace("The line", "The long line " * 700_000, 1)
    assert len(long) > 9_800_000
    assert lessonkit.load(mine(long)).sections["words"][1] > 2_000_000


@pytest.mark.parametrize(
    ("raw", "kind", "words"),
    [
        (b"", "SourceError", "mine.txt: expected text, found an empty file"),
        (b" \r\n\n", "SourceError", "found an empty file"),
        (b"a\x00b", "SourceError", "mine.txt: expected plain text, found binary data"),
        (
            "Mr. Hay\nto Zürich".encode("latin-1"),
            "SourceError",
            "mine.txt, line 2: expected text in UTF-8, found a byte that is not (0xfc)",
        ),
        ("\n <!DOCTYPE html><p>x", "DocumentError", "found a web page (HTML)"),
        ("<!-- saved from a page -->", "DocumentError", "found a web page (HTML)"),
        ("<span>Mr. Hay to Mr. Wu</span>\n\nx", "DocumentError", "found a web page (HTML)"),
        (r"{\rtf1 Mr. Hay to Mr. Wu}", "DocumentError", "another program's format"),
        (
            "Mr. Hay to Mr. Wu\nSir: I came.",
            "DocumentError",
            "line, and leave the second line empty.",
        ),
        ("It was a dark night.\n\nIt rained.", "DocumentError", "Put the title in the first line."),
        ("It was a dark night.\n\nIt rained.", "DocumentError", "found 'It was a dark night. It"),
    ],
)
def test_errors_say_what_was_expected_and_found(mine, raw, kind, words):
    with pytest.raises(getattr(lessonkit, kind)) as error:
        lessonkit.load(mine(raw))
    assert words in str(error.value)
    assert isinstance(error.value, lessonkit.LessonkitError)


def test_a_folder_and_a_missing_file(tmp_path):
    with pytest.raises(lessonkit.SourceError, match="expected a text file, found a folder"):
        lessonkit.load(tmp_path)
    with pytest.raises(lessonkit.SourceError, match="no such file"):
        lessonkit.load(tmp_path / "yours.txt")


def test_a_despatch_that_was_changed_is_refused(tmp_path):
    for name in (BUNDLED, BUNDLED.replace(".txt", ".toml")):
        shutil.copy(folder_of("seeds") / name, tmp_path / name)
    path = tmp_path / BUNDLED
    path.write_bytes(path.read_bytes().replace(b"Aug. 10th", b"Aug. 11th"))
    with pytest.raises(lessonkit.SourceError, match="not the text that its card describes"):
        lessonkit.load(path)


def test_the_card_gives_the_date_of_writing(mine):
    mine("written = 1936-09-01", "mine.toml")
    path = mine("Mr. Hay to Mr. Wu.\n\nI came on June 3.")
    assert lessonkit.load(path).dates["basis"].tolist() == ["written"]
    assert lessonkit.load(path, written="1935-09-01").dates["edtf"].tolist() == ["1935-06-03"]


@pytest.mark.parametrize("value", ['"September 1938"', "1938", '"1938-W29"', '"1938-02-30"'])
def test_a_card_whose_date_is_no_day(mine, value):
    mine(f"written = {value}", "mine.toml")
    with pytest.raises(lessonkit.SourceError, match=r"mine\.toml: expected the key written"):
        lessonkit.load(mine("Mr. Hay to Mr. Wu.\n\nI came on June 3."))


def test_a_card_that_is_no_toml(mine):
    mine("written: 1936", "mine.toml")
    with pytest.raises(lessonkit.SourceError, match=r"mine\.toml: expected a card in TOML"):
        lessonkit.load(mine("Mr. Hay to Mr. Wu.\n\nI came."))


def test_the_bundled_despatch_is_read_without_its_date():
    assert lessonkit.load().written is None
    assert str(lessonkit.load().card["written"]) == "1938-09-19"


@pytest.mark.parametrize("name", [3, True, ["a"], "a\0", "a text\n\nof two lines"])
def test_what_is_no_files_name(name):
    with pytest.raises(lessonkit.SourceError, match="expected the name of a file"):
        lessonkit.load(name)


def test_a_name_that_is_too_long():
    with pytest.raises(lessonkit.SourceError, match="cannot be opened|no such file"):
        lessonkit.load("x" * 5000)


def test_a_card_whose_fingerprint_is_no_text(mine):
    mine("sha256 = 5", "mine.toml")
    with pytest.raises(lessonkit.SourceError, match="sha256 to be text, found 5"):
        lessonkit.load(mine("Mr. Hay to Mr. Wu.\n\nI came."))


def test_a_card_saved_with_a_byte_order_mark(mine):
    mine("\ufeffwritten = 1938-09-19", "mine.toml")
    assert str(lessonkit.load(mine("Mr. Hay to Mr. Wu.\n\nI came.")).written) == "1938-09-19"


@pytest.mark.parametrize("name", ["", ".", "/", "./"])
def test_a_folder_with_no_name_of_its_own(name, capsys):
    with pytest.raises(lessonkit.SourceError, match="expected a text file, found a folder"):
        lessonkit.load(name)
    assert cli.main(["annotate", name]) == 1
    assert "found a folder" in capsys.readouterr().err


def test_the_home_folder_is_known(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "mine.txt").write_text("Mr. Hay to Mr. Wu.\n\nI came.", encoding="utf-8")
    assert lessonkit.load("~/mine.txt").recipient == "Mr. Wu"


@pytest.mark.parametrize("start", ["No. 1667", "[No. 1667]", "1667."])
def test_a_text_that_begins_with_its_number_has_lost_its_title(mine, start):
    with pytest.raises(lessonkit.DocumentError, match="expected the document's title"):
        lessonkit.load(mine(f"{start}\n\nSir: I came."))
