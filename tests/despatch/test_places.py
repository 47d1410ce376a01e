"""The table of places and the coastline: every row checked, and refused with a sentence."""

import pytest

import lessonkit
from lessonkit.despatch import coastline, folder_of, places
from lessonkit.errors import SourceError

HEADER = "place,today,latitude,longitude,identity,position,note,source\n"
ROW = "Toyohara,Yuzhno-Sakhalinsk,46.97,142.73,sure,sure,,an atlas\n"


def test_every_place_is_named_in_the_despatch_and_has_a_source():
    table, reading = places(), lessonkit.load().reading
    assert len(table) == 16
    for row in table.itertuples():
        assert row.place in reading or row.place == "Okha"
        assert row.source
    assert "Okha-on-Sakhalin" in reading


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "line 1: expected the columns place, today, latitude"),
        ("place,today\n", "found place, today"),
        (HEADER + "Toyohara,Yuzhno\n", "line 2: expected 8 cells, found 2"),
        (
            HEADER + ROW + ROW.replace("46.97", "north"),
            "line 3: latitude: expected degrees between -90",
        ),
        (HEADER + ROW.replace("142.73", "242"), "line 2: longitude: expected degrees between -180"),
        (HEADER + ROW.replace("46.97", "nan"), "found “nan”"),
        (
            HEADER + ROW.replace("sure,sure", "maybe,sure"),
            "identity: expected one of sure, uncertain",
        ),
        (HEADER + ROW.replace("sure,sure", "sure,"), "position: expected one of sure, near"),
        (HEADER + ROW.replace("Toyohara", " "), "found an empty cell"),
    ],
)
def test_a_wrong_table_is_refused_with_file_and_line(content, words, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match="mine.csv") as caught:
        places(path)
    assert words in str(caught.value)


def test_what_cannot_be_read_is_refused(tmp_path):
    (tmp_path / "bytes.csv").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.csv", tmp_path, tmp_path / "bytes.csv"):
        with pytest.raises(SourceError, match="cannot be read"):
            places(path)


def test_the_coast_is_of_the_region_and_says_where_it_is_from():
    points = [point for outline in coastline() for point in outline]
    assert all(90 <= longitude <= 179 and 20 <= latitude <= 64 for longitude, latitude in points)
    header = (folder_of("seeds") / "coastline.txt").read_text(encoding="utf-8")[:600]
    for words in ("Natural Earth", "4.1.0", "public domain", "world-atlas 2.0.2"):
        assert words in header
