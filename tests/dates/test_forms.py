"""The grammar of dates: the forms that the series uses, what they mean, and what is none."""

from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lessonkit import DateError, SourceError, find_dates

from tests.support.scoring import measure, own_documents


def found(text, written="1938-05-28"):  # a Saturday
    table = find_dates(text, written=written)
    rows = zip(table["phrase"], table["edtf"], table["edtf"].isna(), strict=True)
    return [(phrase, None if missing else edtf) for phrase, edtf, missing in rows]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        # day and month, in either order
        ("June 3d", "1938-06-03"),
        ("1st June, 1897", "1897-06-01"),
        ("1897, June 3", "1897-06-03"),
        ("31 January", "1938-01-31"),
        ("June the 3d, 1897", "1897-06-03"),
        ("fifth day of May, 1897", "1897-05-05"),
        ("5th day of the month of May, 1897", "1897-05-05"),
        ("eighteenth day of June, one thousand eight hundred and ninety-seven", "1897-06-18"),
        ("3d of June, in the year of our Lord 1897", "1897-06-03"),
        ("June 3, A. D. 1897", "1897-06-03"),
        ("May of 1937", "1937-05"),
        ("Dec 29", "1937-12-29"),
        ("Jan’y 4, 1862", "1862-01-04"),
        ("5/27/38", "1938-05-27"),
        ("1938-05-27", "1938-05-27"),
        # several
        ("April 3, 5 and 8", "1938-04-03/1938-04-08"),
        ("3d and 17th ultimo", "1938-04-03/1938-04-17"),
        ("April 30–May 2", "1938-04-30/1938-05-02"),
        ("December 28, 1937–January 3, 1938", "1937-12-28/1938-01-03"),
        ("February and March", "1938-02/1938-03"),
        ("December and January, 1938", "1937-12/1938-01"),
        ("September or October 1937", "[1937-09..1937-10]"),
        ("May 25/26", "1938-05-25/1938-05-26"),
        ("February 1/14, 1918", "1918-02-14"),
        # years
        ("’32", "1932"),
        ("’00", "1900"),
        ("June 3, ’00", "1900-06-03"),
        ("December 28–January 3, ’00", "1899-12-28/1900-01-03"),
        ("’98–’99", "1898/1899"),
        ("1841–’42", "1841/1842"),
        ("1930’s", "1930/1939"),
        ("May, ’37", "1937-05"),
        ("26th year of the Republic", "1937"),
        # from the day of writing
        ("today", "1938-05-28"),
        ("this morning", "1938-05-28"),
        ("yesterday evening", "1938-05-27"),
        ("last night", "1938-05-27"),
        ("day before yesterday", "1938-05-26"),
        ("to-morrow", "1938-05-29"),
        ("4th instant", "1938-05-04"),
        ("4th inst.", "1938-05-04"),
        ("4th ultimo", "1938-04-04"),
        ("4th prox.", "1938-06-04"),
        ("4th of the present month", "1938-05-04"),
        ("21st of last month", "1938-04-21"),
        ("December 26 last", "1937-12-26"),
        ("10th of March last", "1938-03-10"),
        ("1st of July next", "1938-07-01"),
        ("last June", "1937-06"),
        ("December of last year", "1937-12"),
        ("April 4 this year", "1938-04-04"),
        ("last month", "1938-04"),
        ("last year", "1937"),
        ("last Monday", "1938-05-23"),
        ("next Monday", "1938-05-30"),
        ("Monday last", "1938-05-23"),
        ("Friday night", "1938-05-27"),
        ("Saturday, the 7th", "1938-05-07"),
        ("Tuesday, the 3d instant", "1938-05-03"),
        ("Sunday, April 24", "1938-04-24"),
        ("Christmas Eve", "1937-12-24"),
    ],
)
def test_forms(phrase, expected):
    assert found(f"He came there {phrase}, they said.") == [(phrase, expected)]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Sofia, May 28, 1938—6 p. m.", "May 28, 1938", "1938-05-28"),
        ("[Received May 28—3:15 a. m.]", "May 28", "1938-05-28"),
        ("my 264, May 21, 5 and 6 p. m.", "May 21", "1938-05-21"),
        ("(Embtel 354, April 61)", "April 6", "1938-04-06"),
        ("the night of April 3–4", "April 3–4", "1938-04-03/1938-04-04"),
        ("on or about the 1st of May", "1st of May", "1938-05-01"),
        ("in early May", "May", "1938-05"),
        ("mid-April", "April", "1938-04"),
        ("spring of 1931", "1931", "1931"),
        ("the fiscal year 1937–38", "1937–38", "1937/1938"),
        ("invocation 1921 treaty", "1921", "1921"),
        ("my despatch of the 24th", "24th", "1938-05-24"),
        ("my despatch of the 30th", "30th", "1938-04-30"),
    ],
)
def test_forms_among_other_words(text, phrase, expected):
    assert found(text) == [(phrase, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "May I ask; in that case. May it please; They MAY AGREE TO MARCH; the March on Rome; Mr. May said",
        "the 8th Route Army, the 38th parallel, the 2d reading, article 3d, the 1st and 2d classes",
        "to this day; every Monday; on Mondays; Sunday school; for the last month of it; the next day",
        "C.449.M.235.1937.VII, 893.77 Manchuria/135, No. 2/37, 4–1548, at 10:30 a. m., noon, 5 o’clock",
        "trains Nos. 12 March and 14; the first of these; the second Division; next to nothing; 1/2, 5/7",
        "tel. 1938; tels. 1937 and 1938; desp. 1927; Cmd. 1928; the S. S. 1928; S.S. 1938; n. 1928; fn. 1928",
        "Art. 1928, about 1928 km. from here, 1938 kms by rail",
        "vol. 1920, room 1938, 1,938 dollars, of 1938 dwellings, 1938.5 miles, about 1900 Americans",
    ],
)
def test_no_dates(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on the 5th and again on the 12th of May.", ["1938-05-05", "1938-05-12"]),
        ("On March 8 he came; on the 11th he left.", ["1938-03-08", "1938-03-11"]),
        ("On April 30 he came; on the 2d he left.", ["1938-04-30", "1938-05-02"]),
        ("On May 3, 1937, he came, and on the 9th of the same month he left.",
         ["1937-05-03", "1937-05-09"]),
        ("On May 3, 1934; on August 1st of the same year.", ["1934-05-03", "1934-08-01"]),
        ("In 1860 the same was done in August.", ["1860", "1860-08"]),
        ("He was there on Saturday, the 14th, and on Monday.", ["1938-05-14", "1938-05-16"]),
        ("Between the 3d of March and the 5th of April last.", ["1938-03-03", "1938-04-05"]),
        # a telegram is past, what will be is ahead
        ("Your 64, August 21, 5 p. m. It will open on August 21.", ["1937-08-21", "1938-08-21"]),
        ("He will leave Tuesday. He came Tuesday.", ["1938-05-31", "1938-05-24"]),
        # the narrative goes forward, and ends with its paragraph
        ("On November 3, 1937, he came; on March 2 he left.", ["1937-11-03", "1938-03-02"]),
        ("On August 3, 1937, he came.\n\nOn September 2 he left; in October he was back.",
         ["1937-08-03", "1938-09-02", "1937-10"]),
    ],
)  # fmt: skip
def test_what_is_left_out_is_supplied(text, values):
    assert [value for _, value in found(text)] == values


def test_a_paper_is_received_when_it_has_been_written():
    text = "Rome, December 28, 9 p. m.\n[Received January 5, 7:20 a. m.]"
    assert find_dates(text, written="1937-12-28")["edtf"].tolist() == ["1937-12-28", "1938-01-05"]


QUOTED = (
    "His letter of May 3 reads: “I came yesterday, and shall leave tomorrow for the coast.” "
    "He is here today."
)
ENCLOSING = (
    "Mr. Hay to Mr. Wu.\n\nSir: He came yesterday.\n\n[Inclosure.]\n\nPeking, March 4, 1938.\n\n"
    "Sir: He came yesterday."
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (QUOTED, ["1938-05-03", "1938-05-02", "1938-05-04", "1938-05-28"]),
        (ENCLOSING, ["1938-05-27", "1938-03-04", "1938-03-03"]),
    ],
)
def test_a_quotation_and_an_enclosure_count_from_their_own_date(text, values):
    assert [value for _, value in found(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Yesterday; the 12th ultimo; December 26 last; last year; ’32; on the 8th.",
         ["XXXX-XX-XX", "XXXX-XX-12", "XXXX-12-26", None, "XX32", "XXXX-XX-08"]),
        ("On July 14, 1937, he came.\n\nOn August 2 he left.", ["1937-07-14", "XXXX-08-02"]),
        ("On July 14, 1937, he came. Yesterday he left, not on August 2.",
         ["1937-07-14", "XXXX-XX-XX", "XXXX-08-02"]),
        ("On July 14 and 16, 1937, he came.\n\nOn July 20, 1937, he left.\n\nOn August 2 it rained.",
         ["1937-07-14/1937-07-16", "1937-07-20", "1937-08-02"]),
        ("From December 3, 1937, to April 5, 1938.\n\nOn March 2 he came. On July 2 he left.",
         ["1937-12-03/1938-04-05", "1938-03-02", "XXXX-07-02"]),
        ("Sofia, May 28, 1938—6 p. m.\n\nHe came yesterday.", ["1938-05-28", "1938-05-27"]),
        ("the sixth day of the fifth moon; Kuang Hsü, 31st year", [None, None]),
    ],
)  # fmt: skip
def test_without_a_date_nothing_is_guessed(text, values):
    assert [value for _, value in found(text, None)] == values
    table = find_dates(text)
    unknown = table["edtf"].isna() | table["edtf"].str.startswith("XX").eq(True)
    assert table["not_before"].isna().equals(unknown)
    assert table["basis"].eq("unresolved").equals(unknown)


def test_our_labelled_texts():
    score, _ = measure(own_documents())
    assert score.labels >= 1669
    assert score.f1(score.overlapping) >= 0.97
    assert score.f1(score.exact) >= 0.94
    assert score.right / score.labels >= 0.92
    blind, _ = measure(own_documents(), given=False)
    assert blind.right / blind.labels >= 0.47
    assert blind.false / blind.labels <= 0.03


WORDS = (
    "June May March 3 3d 31 1938 ’38 ’00 , and to – / the of on last next instant ultimo Monday today "
    "yesterday “ ” this year month in [Page 3] No. first twenty-first moon \n \n\n ( ) 1 p. m. will "
    "one thousand eight hundred Inclosure Christmas 1/14 193886 Sept. 0 00 9999 same 29 February"
).split(" ")


@example("Monday Monday", "9999-12-31")
@given(
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
    st.sampled_from([None, "1938-02-28", "0001-01-01", "9999-12-31"]),
)
def test_any_row_of_such_words_is_read(text, written):
    for row in find_dates(text, written=written).itertuples():
        assert text[row.start : row.end] == row.phrase
        assert (row.not_before == row.not_before) == (row.not_after == row.not_after)
        assert not row.not_before > row.not_after


class OwnDate(date):
    """A day of another library, such as one that stops the clock in tests."""


@pytest.mark.parametrize(
    "written",
    [
        pd.Timestamp("1938-09-19"), datetime(1938, 9, 19, 12), date(1938, 9, 19), OwnDate(1938, 9, 19),
    ],
)  # fmt: skip
def test_a_date_from_a_table_is_a_date(written):
    assert find_dates("June 3, he", written)["edtf"].tolist() == ["1938-06-03"]


@pytest.mark.parametrize("written", [pd.NaT, 1938, "1938", "1938-13-45", b"1938-09-19"])
def test_what_is_no_date(written):
    with pytest.raises(DateError, match="expected a date such as '1938-07-14'"):
        find_dates("June 3, he", written)


@pytest.mark.parametrize("text", [None, 5, b"June 3, 1938", pd.Series(["June 3, 1938"])])
def test_what_is_no_text(text):
    with pytest.raises(SourceError, match="find_dates: expected a text, found"):
        find_dates(text)
