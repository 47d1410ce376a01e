"""The claim cards: complete, true to the despatch, and refused with a sentence when they are wrong."""

import pandas as pd
import pytest

import lessonkit
from lessonkit.despatch.schema import BESIDE
from lessonkit.despatch.side_tables import CARD_COLUMNS

CARDS = lessonkit.load_cards()
HEADER = ",".join(CARD_COLUMNS)
ROW = "C9,truce,E16,d477,https://history.state.gov/x,1938-08-14,,Recession,,documented"


def test_the_bundled_cards():
    assert CARDS["card"].tolist() == ["K1", "K2", "K3", "K4", "K5", "K6"]
    assert CARDS["document"].tolist() == ["d155", "d468", "d160", "d201", "d475", "d476"]
    assert CARDS["claim"].tolist() == [c for c in ("consulates", "aid", "truce") for _ in "ab"]
    assert {column: str(CARDS[column].dtype) for column in CARDS} == {
        column: dtype for column, (dtype, _) in BESIDE["cards"].items()
    }
    for card in CARDS.itertuples():
        assert card.link.endswith(f"/frus1938v03/{card.document}")


def test_each_bears_on_a_row_of_the_despatch():
    events = lessonkit.load().events.set_index("event")
    told = {event: events.loc[event, "quote"] for event in CARDS["event"].unique()}
    assert list(told) == ["E18", "E29", "E16"]
    assert "forced Japan to close two additional Japanese consulates" in told["E18"]
    assert "no longer having difficulty in obtaining military supplies" in told["E29"]
    assert "truce of Aug. 10th" in told["E16"]


def test_what_is_not_known_is_missing_and_not_made_up():
    by_card = CARDS.set_index("card")
    assert pd.isna(by_card.loc["K4", "informant"]) and pd.isna(by_card.loc["K5", "informant"])
    assert by_card.loc["K6", "date"] == "[1938-08-11..1938-08-14]"
    assert "inferred" in by_card.loc["K6", "confidence"]
    assert (by_card.loc["K2", "not_before"], by_card.loc["K2", "not_after"]) == (
        pd.Timestamp(1938, 8, 6), pd.Timestamp(1938, 8, 6),
    )  # fmt: skip


def read(tmp_path, *rows, header=HEADER):
    path = tmp_path / "mine.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return lessonkit.load_cards(path)


def test_cards_of_ones_own(tmp_path):
    cards = read(tmp_path, ROW, "," * 9, ROW.replace("C9", "C10"))
    assert cards["card"].tolist() == ["C9", "C10"]
    assert len(read(tmp_path)) == 0


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (ROW.replace("C9", ""), "row 2: card: expected a value, found an empty cell"),
        (ROW.replace("https", "http"), "expected an address that begins with https://"),
        (ROW.replace("1938-08-14", "14 August"), "row 2: date: found “14 August”"),
        (ROW.replace("1938-08-14", ""), "date: expected a value"),
        (ROW.replace("Recession,", "Recession,1938-02-30"), "edtf: found “1938-02-30”"),
        (ROW + ",more", "expected 10 cells, found 11"),
        (f"{ROW}\n{ROW}", "row 3: the card C9 stands above already"),
    ],
)
def test_a_wrong_row_is_named(tmp_path, row, words):
    with pytest.raises(lessonkit.CardsError) as error:
        read(tmp_path, row)
    assert words in str(error.value)
    assert str(error.value).startswith("mine.csv, card in row")


def test_a_wrong_header_and_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(lessonkit.CardsError, match="missing: informant"):
        read(tmp_path, header=HEADER.replace("informant", "who"))
    with pytest.raises(lessonkit.CardsError, match="found .*card, more"):
        read(tmp_path, header=f"{HEADER},card,more")
    with pytest.raises(lessonkit.CardsError, match="nowhere.csv: expected a CSV file of cards"):
        lessonkit.load_cards(tmp_path / "nowhere.csv")
    (tmp_path / "empty.csv").write_bytes(b"")
    with pytest.raises(lessonkit.LessonkitError, match="line 1: expected the columns"):
        lessonkit.load_cards(tmp_path / "empty.csv")
    (tmp_path / "binary.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(lessonkit.CardsError, match="UTF-8"):
        lessonkit.load_cards(tmp_path / "binary.csv")
