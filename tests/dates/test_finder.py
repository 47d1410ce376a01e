"""What is a date and what only looks like one; where a missing year comes from."""

from datetime import date

import edtf
import pandas as pd
import pytest

import lessonkit
from lessonkit import find_dates

from tests.support.texts import FRAGMENT, LETTER


def found(text, **options):
    table = find_dates(text, **options)
    return [tuple(row) for row in table[["phrase", "edtf", "basis"]].to_numpy()]


def test_letter():
    assert found(LETTER) == [
        ("March 3, 1921", "1921-03-03", "stated"),
        ("April 9th", "1921-04-09", "context"),
        ("11th of April", "1921-04-11", "context"),
        ("1908", "1908", "stated"),
        ("1915–17", "1915/1917", "stated"),
        ("May 1921", "1921-05", "stated"),
        ("June 1, 1921", "1921-06-01", "stated"),
    ]


def test_a_glued_marker_is_no_part_of_the_year():
    assert found(FRAGMENT)[2][:2] == ("January 1, 1938", "1938-01-01")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("July 14, 1938", "1938-07-14"),
        ("Aug. 10th, 1938", "1938-08-10"),
        ("24 August 1938", "1938-08-24"),
        ("24th of August, 1938", "1938-08-24"),
        ("Sept. 4, 1938", "1938-09-04"),
        ("February 1938", "1938-02"),
        ("1926–27", "1926/1927"),
        ("1930-31", "1930/1931"),
        ("1899–1901", "1899/1901"),
        ("1898–02", "1898/1902"),
        ("1926–7", "1926/1927"),
        ("1926/27", "1926/1927"),
        ("Sept 4, 1938", "1938-09-04"),
        ("JULY 14, 1938", "1938-07-14"),
        ("July 14,1938", "1938-07-14"),
        ("9th day of March 1932", "1932-03-09"),
    ],
)
def test_forms(phrase, expected):
    assert found(f"He wrote in the city in {phrase}, as they say.") == [
        (phrase, expected, "stated")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Embassy’s despatch No. 1472 and telegram 1926 were sent.",
        "See p. 1905, pp. 1905 ff., and [Page 1905] the end.",
        "the refrigerator ship No. 1, the steamer No. 1922",
        "the 6th and 18th National Revolutionary Armies and the 8th Corps",
        "File 761.94/1098, resolution No. 2/37, at 10:30 a. m., 1,938 rubles",
        "They lost 1938 men in 1500 tons of mud.",
        "by 1900 miles, in 1500 rounds",
        "They may 3 times march 5 miles.",
        "Foreign Relations, 1905, p. 824",
        "1938–39567 and 1926–27–28 and 1926–1925",
        "telegrams Nos. 1904 and 1905, Nos. 1904, 1905 and 1906, despatches 1926–27",
        "p. 1905, and 1906; pp. 1905-1910; pages 1905–06; file 1924-25; note 1905 of 2000 pages",
        "a force of 1800 Japanese troops, of 1750 cavalry, from 1750 to 1900 men, of 1936 dwellings",
        "between 1500 and 2000 Japanese; at 1915 Connecticut Avenue; of 1938.5 million",
        "The sum was raised to 1,938 and then to 1938,500.",
    ],
)
def test_no_dates(text):
    assert found(text) == []


def test_years_alone_and_in_a_row():
    text = "In 1928,5 he left; since 1931.6 The war of 1895, 1905, and 1922; in 1926 or 1927."
    assert find_dates(text)["edtf"].tolist() == [
        "1928", "1931", "1895/1922", "[1926..1927]"
    ]  # fmt: skip
    assert found("1917 was bad; as early as 1931 and for 1937, the 1928 agreement")[0][1] == "1917"


def test_a_missing_year_comes_from_the_narrative_before_it():
    text = "Before June 1 nothing; on July 14, 1937, much; on June 3 more."
    assert found(text) == [
        ("June 1", "XXXX-06-01", "unresolved"),
        ("July 14, 1937", "1937-07-14", "stated"),
        ("June 3", "1937-06-03", "context"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # a plan, a law, a treaty: no year for what follows
        ("It expires on December 31, 1945. On July 14, 1938, he came. On August 2 he left.",
         ["1945-12-31", "1938-07-14", "1938-08-02"]),
        ("Under the Treaty of February 21, 1911, they trade. On June 3 they closed.",
         ["1911-02-21", "XXXX-06-03"]),
        # the year that follows in the same phrase
        ("On July 14, 1937, he came. Between June 3 and July 4, 1938, it rained.",
         ["1937-07-14", "1938-06-03/1938-07-04"]),
        ("From December 28 to January 3, 1938, it snowed.", ["1937-12-28/1938-01-03"]),
        ("On May 1 and 2, 1938, and on the 8th and 9th of June", ["1938-05-01/1938-05-02",
         "1938-06-08/1938-06-09"]),
        ("Sept. 4–5, 1938", ["1938-09-04/1938-09-05"]),
        ("on June 3 and 4", ["XXXX-06-03/XXXX-06-04"]),
        ("On June 8, 9, and 10, 1937, and on the 8th, 9th and 10th of July",
         ["1937-06-08/1937-06-10", "1937-07-08/1937-07-10"]),
        ("On May 5 or 6, 1938", ["[1938-05-05..1938-05-06]"]),
        # the old calendar and the new
        ("Since May 3, 1938, the convention of July 15/28, 1907", ["1938-05-03", "1907-07-28"]),
        ("Since May 3, 1938, signed August 23/September 5, 1905",
         ["1938-05-03", "1905-08-23", "1905-09-05"]),
        # New Year
        ("On December 28, 1937, he wrote. On January 5 he called.", ["1937-12-28", "1938-01-05"]),
        ("On January 3, 1938, he wrote that on December 20 he had called.",
         ["1938-01-03", "1937-12-20"]),
    ],
)  # fmt: skip
def test_which_year_is_supplied(text, values):
    assert find_dates(text)["edtf"].tolist() == values


def test_the_date_of_writing_keeps_far_years_out_and_is_not_passed():
    treaty = "Under the law of May 1, 1911, and since May 1, 1911. On June 3 they closed."
    assert find_dates(treaty, written="1938-06-10")["edtf"].tolist()[-1] == "1938-06-03"
    assert found("On December 28 he came.", written="1938-01-05")[0][1] == "1937-12-28"


def test_history_and_ranges_do_not_supply_the_year():
    text = (
        "On July 14, 1937, they recalled the treaty of September 5, 1905, the campaign of 1926–27 "
        "and the year 1928. On June 3 they met."
    )
    assert found(text)[-1] == ("June 3", "1937-06-03", "context")


def test_the_documents_own_date_comes_last():
    assert found("On June 3", written="1936-09-01") == [("June 3", "1936-06-03", "written")]
    assert found("On May 1, 1935, and June 3", written="1936-09-01")[1][1] == "1935-06-03"


def test_a_day_that_the_calendar_does_not_have():
    table = find_dates("On February 30, 1938, and on February 29, 1938, and June 31")
    assert table["edtf"].isna().all()
    assert table["not_before"].isna().all()


def test_unresolved_has_no_days():
    table = find_dates("On June 3")
    assert table["basis"].tolist() == ["unresolved"]
    assert table[["not_before", "not_after"]].isna().all(axis=None)


def test_month_and_year_span_whole_units():
    table = find_dates("From February 1936 to 1938 and in 1933")
    assert table["not_after"].tolist() == [
        pd.Timestamp("1936-02-29"), pd.Timestamp("1938-12-31"), pd.Timestamp("1933-12-31")
    ]  # fmt: skip


def test_a_date_across_a_page_break_keeps_the_break_in_its_phrase():
    text = "It was on September [Page 295] 4, 1938, in the city."
    (row,) = find_dates(text).itertuples()
    assert (row.phrase, row.edtf) == ("September [Page 295] 4, 1938", "1938-09-04")


@pytest.mark.parametrize("text", [LETTER, FRAGMENT, lessonkit.load().text])
def test_edtf_strings_are_valid(text):
    for value in find_dates(text)["edtf"]:
        assert str(edtf.parse_edtf(value)) == value


@pytest.mark.parametrize("written", ["1938-13-01", "September 1938", 1938])
def test_a_wrong_date_of_writing_is_refused(written):
    with pytest.raises(lessonkit.DateError, match="expected a date such as"):
        find_dates("On June 3", written=written)


def test_written_may_be_a_date():
    assert found("June 3", written=date(1936, 9, 1))[0][1] == "1936-06-03"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # a range is one date, and so are days and years in a list
        ("From the 19th of May to the 2d of June, 1866", ["1866-05-19/1866-06-02"]),
        ("From July 1, 1861, to June 30, 1865; from March, 1861, to May, 1862",
         ["1861-07-01/1865-06-30", "1861-03/1862-05"]),
        ("from 1855 to 1860; in 1855 and 1856; in 1851, 1852, and 1853; in 1858 and 1,200 since",
         ["1855/1860", "1855/1856", "1851/1853", "1858"]),
        # a weekday, and the day it is
        ("He sails on Thursday next, the 22d instant.", ["1866-03-22"]),
        # a sentence that goes on from a year of old, and one that does not
        ("On November 5, 1863, he came, and again in December.", ["1863-11-05", "1863-12"]),
        ("He came on November 5, 1863, and left in June.", ["1863-11-05", "1865-06"]),
        # what lies ahead is not told as past
        ("In a note of July 17, 1866, it is told that on October 3 he was asked to come.",
         ["1866-07-17", "1865-10-03"]),
        ("Papers are to be exchanged before the end of December.", ["1866-12"]),
        ("The vote will be held in the month of October.", ["1866-10"]),
        # what was proposed has been
        ("He has proposed nothing since December.", ["1865-12"]),
        # history goes on; what is near is news; a law's day gives no other its month
        ("They met on April 15, 1858. In July they parted, and on February 3 he came.",
         ["1858-04-15", "1858-07", "1866-02-03"]),
        ("On March 13, though the decree of July 29, 1861, forbids it, she came; on the 17th she sailed.",
         ["1866-03-13", "1861-07-29", "1866-03-17"]),
        # what was to be, then
        ("On February 4 he left, and it was said that he would be back by the 12th.",
         ["1866-02-04", "1866-02-12"]),
        # a weekday goes on from the one before
        ("He came on Saturday, the 3d of March. On Monday I wrote.", ["1866-03-03", "1866-03-05"]),
        # a season of a year
        ("In the spring of 1860 he was told, under date of June 17, that all was well.",
         ["1860", "1860-06-17"]),
        ("In 1861 10,000 tons, 1862 12,500 tons, 1863 9,000 tons.", ["1861", "1862", "1863"]),
        ("between December, 1864, and March, 1865; By March he had left. In August he will be back.",
         ["1864-12/1865-03", "1866-03", "1866-08"]),
        # one day after another, and one that stands in a list
        ("The judge wrote on March 11, and on the 14th of the same month he left.",
         ["1866-03-11", "1866-03-14"]),
        ("In 1865 he saw: June, 112; July, 358; August, 291.", ["1865", "1865-06", "1865-07", "1865-08"]),
        ("They fought by the 3d and 5th battalions of Zenda.", []),
        ("Light winds were had until the 6th. It fell from 93,000 in 1863 and 81,000 tons in 1864.",
         ["1866-03-06", "1863", "1864"]),
        # what is to come, though a year was told
        ("He came on March 3, 1865. The money would have to be found before April 15.",
         ["1865-03-03", "1866-04-15"]),
        ("The men will be met as they were in November.", ["1865-11"]),
        ("He is said to be one of those who are not paid since August.", ["1865-08"]),
        ("On the coast the 25th and 39th regiments are scattered.", []),
        # a message that a colon leads to, and an answer that one does
        ("The consul telegraphed on the 5th instant:\n\nZenda burned Saturday. All safe.\n\nHe came yesterday.",
         ["1866-03-05", "1866-03-03", "1866-03-19"]),
        ("In reply to your telegram of March 5, I have to report as follows:\n\nZenda burned yesterday.",
         ["1866-03-05", "1866-03-19"]),
        # a letter that came later than it was written
        ("He tells it in a letter dated March 1, which came on the 7th instant. He writes: "
         "“I was told yesterday that a fair would be held here, and to-day it is.”",
         ["1866-03-01", "1866-03-07", "1866-02-28", "1866-03-01"]),
        # a quotation with a dateline
        ("He sent this: “Zenda, March 12, 1866. I came yesterday, and shall stay here a week.”",
         ["1866-03-12", "1866-03-11"]),
    ],
)  # fmt: skip
def test_a_document_of_march_20_1866(text, values):
    assert find_dates(text, written="1866-03-20")["edtf"].tolist() == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # a plan tells no year, and a proclamation is a law
        ("On July 20, 1906, they met; it is to be opened on September 15, 1907. He came on May 8.",
         ["1906-07-20", "1907-09-15", "1906-05-08"]),
        ("I spoke of the proclamation of May 13, 1861, as I wrote on February 18.",
         ["1861-05-13", "XXXX-02-18"]),
        # nor is the year sure where another was told of since
        ("In a note of July 17, 1882, it is told that they met in September, 1881. On October 3 he came.",
         ["1882-07-17", "1881-09", "XXXX-10-03"]),
        ("In September 1932 they met, and the rains of January are over.", ["1932-09", "XXXX-01"]),
    ],
)  # fmt: skip
def test_a_document_without_a_date(text, values):
    assert find_dates(text)["edtf"].tolist() == values


INSERTED = (
    "Mr. Hay to Mr. Wu.\n\nNo. 3.]\nLegation of the United States, Zenda, May 16, 1911. (Received May 29.)"
    "\n\nSir: I telegraphed yesterday:\n\nZenda, May 8, 1911—11 p. m.\n\nHe was taken to-night.\n\n"
    "Thayer.\n\nHe left yesterday.\n\nJohn Hay"
)


@pytest.mark.parametrize("written", [None, "1911-05-16"])
def test_a_telegram_in_the_text_counts_from_its_own_date_and_the_text_from_its_own(written):
    assert find_dates(INSERTED, written=written)["edtf"].tolist() == [
        "1911-05-16", "1911-05-29", "1911-05-15", "1911-05-08", "1911-05-08", "1911-05-15"
    ]  # fmt: skip


def test_the_day_of_a_title_is_the_documents():
    text = "Minutes of a Meeting, Zenda, November 14, 1946, 9 a. m.\n\nHe came yesterday.\n\nIt rained."
    assert find_dates(text)["edtf"].tolist() == ["1946-11-14", "1946-11-13"]


def test_an_unsigned_telegram_ends_where_an_enclosure_begins():
    text = INSERTED.partition("Thayer.")[0] + "[Inclosure.]\n\nHe came yesterday.\n\nKarl Sapt"
    assert find_dates(text, written="1911-05-16")["edtf"].tolist()[-1] == "XXXX-XX-XX"
