"""Texts and the temporal expressions in them. All rows are development examples; none comes from an article in raw/.

Rows of NEWS were published on Wednesday, 16 June 2021; rows of STORY have no publication date. A row lists the span and
its EDTF value, None where nothing resolves it, or an ISO 8601 duration; most negative rows list nothing.
"""

from datetime import date

import pytest

from pipeline.extract.dates import find_temporal_expressions

PUBLISHED = date(2021, 6, 16)

STORY: list[tuple[str, list[tuple[str, str | None]]]] = [
    # full dates
    ("on July 21, 2021.", [("July 21, 2021", "2021-07-21")]),
    ("on 14 May 2002, with", [("14 May 2002", "2002-05-14")]),
    ("on 31st May 2014.", [("31st May 2014", "2014-05-31")]),
    ("on the 4th of August 1914", [("4th of August 1914", "1914-08-04")]),
    ("March 12 2009", [("March 12 2009", "2009-03-12")]),
    ("Tuesday, 21 January 2025", [("Tuesday, 21 January 2025", "2025-01-21")]),
    ("Sept. 29, 2024", [("Sept. 29, 2024", "2024-09-29")]),
    ("born 3 Mar 1999", [("3 Mar 1999", "1999-03-03")]),
    ("on 9 June, 1944,", [("9 June, 1944", "1944-06-09")]),
    # numeric dates
    ("date 2025-04-06 Text", [("2025-04-06", "2025-04-06")]),
    ("on 09.01.2026 in", [("09.01.2026", "2026-01-09")]),
    ("until 22.03.2024)", [("22.03.2024", "2024-03-22")]),
    ("on 7/8/07.", [("7/8/07", "2007-07-08")]),
    ("on 25/12/1991.", [("25/12/1991", "1991-12-25")]),
    ("on 2012/05/14.", [("2012/05/14", "2012-05-14")]),
    ("on 2021-02-30.", []),
    ("on 31.02.2021.", []),
    ("at 2023-09-27T10:00", []),
    # months
    ("in July 2021.", [("July 2021", "2021-07")]),
    ("in July of 1943", [("July of 1943", "1943-07")]),
    ("November, 1989", [("November, 1989", "1989-11")]),
    ("in mid-July 1999", [("mid-July 1999", "1999-07")]),
    ("by the end of June 1999", [("the end of June 1999", "1999-06")]),
    # years
    ("in 2017,", [("2017", "2017")]),
    ("a 1937 novel", [("1937", "1937")]),
    ("in early 2011.", [("early 2011", "2011")]),
    ("by the end of 1999", [("the end of 1999", "1999")]),
    ("In the year 2000, she", [("2000", "2000")]),
    ("lowest since '82, they said", [("'82", "1982")]),
    ("2002 London, 2003 Melbourne", [("2002", "2002"), ("2003", "2003")]),
    ("(2009), (2011)", [("2009", "2009"), ("2011", "2011")]),
    ("| 2024 | Best Song |", [("2024", "2024")]),
    ("the 2008 film", [("2008", "2008")]),
    # decades and centuries
    ("during the 1980s.", [("1980s", "198X")]),
    ("since the mid-1990s.", [("mid-1990s", "199X")]),
    ("cars of the 70s and 80s.", [("70s", "197X"), ("80s", "198X")]),
    ("in the early '90s", [("early '90s", "199X")]),
    ("the 1960s and 1970s", [("1960s", "196X"), ("1970s", "197X")]),
    ("in the 18th century", [("the 18th century", "17XX")]),
    ("a nineteenth-century play", [("nineteenth-century", "18XX")]),
    ("in the late 5th century BC", [("the late 5th century BC", "-0499/-0400")]),
    ("the last quarter of the 19th century", [("the last quarter of the 19th century", "18XX")]),
    ("the first decade of the 20th century", [("the first decade of the 20th century", "190X")]),
    ("the second half of the 1920s", [("the second half of the 1920s", "192X")]),
    ("Throughout the nineties and in the early sixties", [("nineties", "199X"), ("early sixties", "196X")]),
    ("She was in her forties", []),
    # eras
    ("in 490 BC,", [("490 BC", "-0489")]),
    ("from 499 BC to 449 BC", [("499 BC to 449 BC", "-0498/-0448")]),
    ("the revolt of 499–493 BC", [("499–493 BC", "-0498/-0492")]),
    ("between 264 and 146 BC", [("264 and 146 BC", "-0263/-0145")]),
    ("in AD 79 it", [("AD 79", "0079")]),
    ("c. 50 BC", [("c. 50 BC", "-0049~")]),
    ("3000 BCE", [("3000 BCE", "-2999")]),
    # seasons and quarters
    ("in Summer 2024 it", [("Summer 2024", "2024-22")]),
    ("the spring of 1944", [("spring of 1944", "1944-21")]),
    ("in the winter of 1812-13", [("winter of 1812-13", "1813-24")]),
    ("the first quarter of 2009", [("the first quarter of 2009", "2009-33")]),
    ("Q3 2009", [("Q3 2009", "2009-35")]),
    ("the final quarter of 2009", [("the final quarter of 2009", "2009-36")]),
    ("the first half of 2010", [("the first half of 2010", "2010-40")]),
    # ranges in one phrase
    ("from July 14 to September 29, 2024, on", [("July 14 to September 29, 2024", "2024-07-14/2024-09-29")]),
    ("from July to September 2024.", [("July to September 2024", "2024-07/2024-09")]),
    ("from November to February 2010", [("November to February 2010", "2009-11/2010-02")]),
    ("from December 2008 to February", [("December 2008 to February", "2008-12/2009-02")]),
    ("September 1986 – February 1987", [("September 1986 – February 1987", "1986-09/1987-02")]),
    ("from autumn 2023 to March 2024", [("autumn 2023 to March 2024", "2023-23/2024-03")]),
    ("between September 2023 and 22.03.2024.", [("September 2023 and 22.03.2024", "2023-09/2024-03-22")]),
    ("between 2014 and 2016", [("2014 and 2016", "2014/2016")]),
    ("Feb 2–5, 2011", [("Feb 2–5, 2011", "2011-02-02/2011-02-05")]),
    ("14 to 16 May 2002", [("14 to 16 May 2002", "2002-05-14/2002-05-16")]),
    ("May 3, 4 and 5, 1999", [("May 3, 4 and 5, 1999", "1999-05-03/1999-05-05")]),
    ("on the night of 5/6 June 1944", [("5/6 June 1944", "1944-06-05/1944-06-06")]),
    ("from 2009 to 2010 and", [("2009 to 2010", "2009/2010")]),
    ("(2007–10)", [("2007–10", "2007/2010")]),
    ("2002–2007 (theatre)", [("2002–2007", "2002/2007")]),
    ("the 1943/44 season", [("1943/44", "1943/1944")]),
    ("June–August 1943", [("June–August 1943", "1943-06/1943-08")]),
    ("from late 1941 until early 1943", [("late 1941 until early 1943", "1941/1943")]),
    ("from the late 1950s to the early 1970s", [("late 1950s to the early 1970s", "195X/197X")]),
    ("in the 12th and 13th centuries", [("the 12th and 13th centuries", "11XX/12XX")]),
    ("from 1939 up to 1945", [("1939 up to 1945", "1939/1945")]),
    ("The Autumn/Winter 1999 show", [("The Autumn", "1999-23"), ("Winter 1999", "1999-24")]),
    ("from May 4, 2018, to July 3, 2019.", [("May 4, 2018, to July 3, 2019", "2018-05-04/2019-07-03")]),
    ("King Orm II (reigned 1212–1231)", [("1212–1231", "1212/1231")]),
    ("The tax year 2015-16 brought", [("2015-16", "2015/2016")]),
    # open ranges
    ("From 2016 onwards they met", [("2016 onwards", "2016/..")]),
    ("from 2016 on, they met", [("2016 on", "2016/..")]),
    ("(2012–), (2011– )", [("2012–", "2012/.."), ("2011–", "2011/..")]),
    ("1992-present", [("1992-present", "1992/..")]),
    ("9 June 2007 – present", [("9 June 2007 – present", "2007-06-09/..")]),
    ("1992 to the present", [("1992 to the present", "1992/..")]),
    # lists are no ranges
    ("in 2007 and 2009.", [("2007", "2007"), ("2009", "2009")]),
    ("in June and July 1943", [("June", "1943-06"), ("July 1943", "1943-07")]),
    ("June 5, 1999, July 6, 2000", [("June 5, 1999", "1999-06-05"), ("July 6, 2000", "2000-07-06")]),
    # about
    ("circa 1650", [("circa 1650", "1650~")]),
    ("around 1900, the", [("around 1900", "1900~")]),
    ("(born c. 1480; died", [("c. 1480", "1480~")]),
    # eras of Japan, days in words
    ("in Heisei 30 and Reiwa 3", [("Heisei 30", "2018"), ("Reiwa 3", "2021")]),
    ("the Heisei 45 line", []),
    ("The twenty-first of June, 1837,", [("The twenty-first of June, 1837", "1837-06-21")]),
    # counted from the date mentioned last
    ("In 1848 he came. By the end of the decade", [("1848", "1848"), ("the end of the decade", "184X")]),
    ("On 4 May 1958 it left; on the 12th it sank", [("4 May 1958", "1958-05-04"), ("the 12th", "1958-05-12")]),
    ("On 4 May 1958 it left; on the 12th floor", [("4 May 1958", "1958-05-04")]),
    (
        "On July 28, 1914, war began. The following day it spread; two days later it was everywhere.",
        [("July 28, 1914", "1914-07-28"), ("The following day", "1914-07-29"), ("two days later", "1914-07-31")],
    ),
    (
        "It was made in 2008. The following year he left. That year he won.",
        [("2008", "2008"), ("The following year", "2009"), ("That year", "2009")],
    ),
    ("In February 2021 and that same autumn.", [("February 2021", "2021-02"), ("that same autumn", "2021-23")]),
    ("In its 2025 edition, novels of the previous year", [("2025", "2025"), ("the previous year", "2024")]),
    (
        "In May 1940 it began; the following month it ended.",
        [("May 1940", "1940-05"), ("the following month", "1940-06")],
    ),
    ("In 1915, in April, and by late October,", [("1915", "1915"), ("April", "1915-04"), ("late October", "1915-10")]),
    ("on March 4, 2021, to follow that November", [("March 4, 2021", "2021-03-04"), ("that November", "2021-11")]),
    ("In 1917, on 8 March women marched", [("1917", "1917"), ("8 March", "1917-03-08")]),
    ("In 1944, in the last week of May", [("1944", "1944"), ("the last week of May", "1944-05-22/1944-05-28")]),
    ("On 10 May 1912 and in the early hours of the 15th.", [("10 May 1912", "1912-05-10"), ("the 15th", "1912-05-15")]),
    ("· 11. December 2022 ·", [("11. December 2022", "2022-12-11")]),
    ("In December 1915. In February, it", [("December 1915", "1915-12"), ("February", "1916-02")]),
    ("In 1915. In December of that year", [("1915", "1915"), ("December of that year", "1915-12")]),
    ("On 5 June 1944. The next morning,", [("5 June 1944", "1944-06-05"), ("The next morning", "1944-06-06")]),
    ("On Sunday, 7 October 1973. On Tuesday it", [("Sunday, 7 October 1973", "1973-10-07"), ("Tuesday", "1973-10-09")]),
    ("He came in 1990; a decade earlier", [("1990", "1990"), ("a decade earlier", "198X")]),
    ("On 3 May 1990. On the 16th, it", [("3 May 1990", "1990-05-03"), ("the 16th", "1990-05-16")]),
    ("It ran on August 10, 2011 and February 11.", [("August 10, 2011", "2011-08-10"), ("February 11", "2011-02-11")]),
    # nothing to count from
    ("The following year, he left.", [("The following year", None)]),
    ("In May, it closed.", [("May", None)]),
    ("yesterday", [("yesterday", None)]),
    # counts, not years; years, not counts
    ("It counted 1984 residents, and 1200-1500 people came", []),
    ("it was 1350 in 1900 and 1750 in 1950", [("1900", "1900"), ("1950", "1950")]),
    ("In 2011 students marched; since 1990 members pay", [("2011", "2011"), ("1990", "1990")]),
    ("on Saturday", [("Saturday", None)]),
    # durations
    ("in 10 years and 9 months.", [("10 years and 9 months", "P10Y9M")]),
    ("a two-hour special", [("two-hour", "PT2H")]),
    ("half a century after", [("half a century", "P50Y")]),
    ("eleven consecutive weeks", [("eleven consecutive weeks", "P11W")]),
    ("60–150 minutes", [("60–150 minutes", "PT60M/PT150M")]),
    ("two and a half years behind", [("two and a half years", "P2.5Y")]),
    ("two decades of work", [("two decades", "P20Y")]),
    ("for a week in", [("a week", "P1W")]),
    ("two days before the launch", [("two days", "P2D")]),
    # names, titles, codes, counts, ages: nothing
    ("the studio B-1 Films", []),
    ("the song “Tears 2000” won", []),
    ('the series "Summer of 1969" ended', []),
    ("at Orange Festa 2024 they", []),
    ("at The Quiet Awards 2024 last", []),
    ("Steel Walker 2049 opened", []),
    ("Love (2011 film)", []),
    ("ranked 18th in", []),
    ("the 9th Orchard Awards", []),
    ("18th Century Pictures presents", []),
    ("similarities to 2001: A Voyage", []),
    ("a force of 1500 men", []),
    ("over 2000 people came", []),
    ("Windows 2000 shipped", []),
    ("Flight 1902 and page 1845", []),
    ("at 1920 Maple Street", []),
    ("a score of 1999 out of 2000", []),
    ("the film 1917 and the novel 1984", []),
    ("call 555-2010", []),
    ("it was a Tuesday", []),
    ("about 1900 prisoners", []),
    ("US$2009 and 2000%", []),
    ("ISBN 978-4-09-199094-5", []),
    ("see https://example.org/2024/05/12/july-2021", []),
    ("model 1080i and MP3", []),
    ("a 25-year-old singer", []),
    ("at the age of 56", []),
    ("aged 20 years", []),
    ("its 40 years anniversary", []),
    ("at 7:42am or 16:08 UTC", []),
    ("15 a year", []),
    ("a quarter of them", []),
    ("May it be so.", []),
    ("it may take long", []),
    ("Theresa May resigned", []),
    ("April Ludgate smiled", []),
    ("in Weekly Sunday magazine", []),
    ("The Sunday Courier wrote", []),
    ("Black Friday sales", []),
    ("every Friday and each August", []),
    ("it moves to Friday Story Night", []),
    ("on Friday nights", []),
    ("prices fall 20 percent", []),
    ("the fall of the wall", []),
    ("Stars of Tomorrow", []),
    ("fiscal 2009", []),
    ("the present day", []),
    ("June 31, 2009", []),
]

NEWS: list[tuple[str, list[tuple[str, str | None]]]] = [
    # days around the publication
    ("was announced today", [("today", "2021-06-16")]),
    ("was announced yesterday in", [("yesterday", "2021-06-15")]),
    ("went live this morning.", [("this morning", "2021-06-16")]),
    ("last night", [("last night", "2021-06-15")]),
    ("the day before yesterday", [("the day before yesterday", "2021-06-14")]),
    ("it was announced on Wednesday.", [("Wednesday", "2021-06-16")]),
    ("the company said Tuesday on", [("Tuesday", "2021-06-15")]),
    ("handed out on Friday evening at", [("Friday evening", "2021-06-11")]),
    ("markets will stay closed until Friday", [("Friday", "2021-06-18")]),
    ("this Sunday, the", [("this Sunday", "2021-06-20")]),
    ("last Friday", [("last Friday", "2021-06-11")]),
    ("next Friday", [("next Friday", "2021-06-18")]),
    ("this Friday, June 18, 2021, with", [("this Friday, June 18, 2021", "2021-06-18")]),
    ("Friday of next week, the 25th of June, starts", [("Friday of next week, the 25th of June", "2021-06-25")]),
    ("on Thursday morning last week.", [("Thursday morning last week", "2021-06-10")]),
    # weeks
    ("last week", [("last week", "2021-06-07/2021-06-13")]),
    ("this week", [("this week", "2021-06-14/2021-06-20")]),
    ("a week ago", [("a week ago", "2021-06-09")]),
    ("the last week of March", [("the last week of March", "2021-03-22/2021-03-28")]),
    ("last weekend", [("last weekend", "2021-06-12/2021-06-13")]),
    # months and seasons
    ("next month", [("next month", "2021-07")]),
    ("it won last month", [("last month", "2021-05")]),
    ("three months ago", [("three months ago", "2021-03")]),
    ("released in Japan last July", [("last July", "2020-07")]),
    ("This January came", [("This January", "2021-01")]),
    ("since last October because", [("last October", "2020-10")]),
    ("a 14th is due on 18 December.", [("18 December", "2021-12-18")]),
    ("it was released on September 15.", [("September 15", "2020-09-15")]),
    ("Cases to be heard on July 14.", [("July 14", "2021-07-14")]),
    ("sales rose in May", [("May", "2021-05")]),
    ("will open next summer", [("next summer", "2022-22")]),
    ("A bow in the fall seems likely", [("the fall", "2021-23")]),
    ("in October of next year", [("October of next year", "2022-10")]),
    ("wait until Boxing Day.", [("Boxing Day", "2021-12-26")]),
    # quarters
    ("profits fell in the fourth quarter", [("the fourth quarter", "2020-36")]),
    ("the first quarter of last year", [("the first quarter of last year", "2020-33")]),
    ("last quarter", [("last quarter", "2021-33")]),
    (
        "In February, compared to the same period last year",
        [("February", "2021-02"), ("the same period last year", "2020-02")],
    ),
    # years
    ("this year's festival", [("this year", "2021")]),
    ("last year", [("last year", "2020")]),
    ("by the end of this year", [("the end of this year", "2021")]),
    ("two years ago", [("two years ago", "2019")]),
    ("the adventure is over, and twenty years later she leaves", [("twenty years", "P20Y")]),
    ("over the next decade", [("the next decade", "P10Y")]),
    # which way the verbs look
    ("it takes effect on 1 January.", [("1 January", "2022-01-01")]),
    ("Flights resume Monday, they said", [("Monday", "2021-06-21")]),
    ("A free game drops on two consoles on December 8.", [("December 8", "2021-12-08")]),
    ("a film by Mo, written by Al, which bows Sept. 13.", [("Sept. 13", "2021-09-13")]),
    ("stands atop plans announced in January, in which 20 should close", [("January", "2021-01")]),
    ("it had sold a million copies by September", [("September", "2020-09")]),
    ("we hope to have it by Christmas", [("Christmas", "2021-12-25")]),
    ("Officials in Lund Tuesday denied it", [("Tuesday", "2021-06-15")]),
    ("He starred in Ruby Tuesday opposite her", []),
    # the second date shares the year of the first
    (
        "It began on July 8, 2019, and ended on Dec. 2.",
        [("July 8, 2019", "2019-07-08"), ("Dec. 2", "2019-12-02")],
    ),
    ("It closed in Oct. 2018 and opened in March.", [("Oct. 2018", "2018-10"), ("March", "2019-03")]),
    ("It was out on July 8, 2019, and opens on Feb. 2.", [("July 8, 2019", "2019-07-08"), ("Feb. 2", "2022-02-02")]),
    # a life told, and what is said of it now
    (
        "Born in 1941, she sang in 1960, 1964, 1970 and 1987. In March she fell. Her last film opens on 21 July.",
        [(y, y) for y in ("1941", "1960", "1964", "1970", "1987")] + [("March", "1987-03"), ("21 July", "2021-07-21")],
    ),
    (
        "She wrote in 1960, 1964, 1970 and 1987 and died on Monday. A book was done last autumn.",
        [(y, y) for y in ("1960", "1964", "1970", "1987")] + [("Monday", "2021-06-14"), ("last autumn", "2020-23")],
    ),
    # history in news: the publication does not pull it
    (
        "In May 2008, and on the same day in 1994",
        [("May 2008", "2008-05"), ("the same day", "2021-06-16"), ("1994", "1994")],
    ),
]


def _found(text: str, published_on: date | None) -> list[tuple[str, str | None]]:
    found = find_temporal_expressions(text, published_on)
    return [(text[each.start : each.end], each.edtf or each.duration) for each in found]


@pytest.mark.parametrize(("text", "expected"), STORY)
def test_without_publication_date(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert _found(text, None) == expected


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_in_news(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert _found(text, PUBLISHED) == expected
