"""Documents that the tests read, written for them."""

LETTER = (
    "The Minister in Ruritania (Hentzau) to the Secretary of State\n\n"
    "No. 12\n\n"
    "Sir: I refer to my despatch No. 1911 of March 3, 1921,4 and to the talks of April 9th, "
    "of which the second [Page 88] took place on the 11th of April.\n\n\n"
    "The Railway\n\n"
    "The line was begun in 1908 and was built by 1500 men; it lay idle in 1915–17. The "
    "steamer No. 1922 and the 23d Regiment may march in May 1921.* It cost 1,350 crowns.5\n\n\n"
    "Without a heading, a new part.\n\n"
    "Respectfully yours,\n\n"
    "Rupert Hentzau\n"
    "  1. Not printed.\n"
    "  2. Telegram No. 7, June 1, 1921. [Footnote in the original.]\n"
    "  3. See p. 1914."
)
FRAGMENT = "He came on June 3 and left on the 24th of August, as January 1, 193886 shows."
