"""Awards of invented articles. Sentences marked DEVELOPMENT helped to write the rules, the others only test them."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.awards import find_awards
from pipeline.extract.reading import Findings, Reading
from pipeline.parse.tables import repair_table
from pipeline.records import (
    AwardStatement,
    Cell,
    Mention,
    Metadata,
    Name,
    ParsedArticle,
    Passage,
    PassageKind,
    Table,
)
from pipeline.values.spans import Alignment

WORK = Name("Grey Harbour", "WORK_OF_ART")
PERSON = Name("Ann Lee", "PERSON")
KINDS = {
    "!": PassageKind.TITLE,
    "#": PassageKind.HEADING,
    "*": PassageKind.LIST_ITEM,
    "|": PassageKind.TABLE_ROW,
    "-": PassageKind.INFOBOX,
}


def read(text: str, topic: Name | None = WORK, names: str = "") -> tuple[AwardStatement, ...]:
    """The statements of a small article: '# heading', '* item', '- key: value', '| cell | cell |', else prose.

    `names` are names that mentions know, with their labels: 'Bo Ek/PERSON; Cold Sea/WORK_OF_ART'.
    """
    passages, tables, lines, section, offset = [], [], [], (), 0
    for line in [*text.split("\n"), ""]:
        if not line.startswith("|") and lines:
            tables.append(repair_table(section, lines))
            lines = []
        mark = line[:1]
        start = 2 if mark in "!#*-" and mark and len(line) > 2 else 0
        if mark == "#":
            section = (line[2:],)
        cells = tuple(cut(line, offset)) if mark in ("|", "-") else ()
        if mark == "|":
            lines.append(list(cells))
        if line:
            alignment = Alignment.identity(offset + start, len(line) - start)
            within = () if mark in ("#", "!") else section
            passages.append(Passage(KINDS.get(mark, PassageKind.PROSE), line[start:], alignment, within, cells))
        offset += len(line) + 1
    article = ParsedArticle(text, "test", Metadata(), tuple(passages), tuple(tables))
    return find_awards(Reading(article, ()), Findings(mentions=tuple(mentions(text, names))), topic)


def cut(line: str, offset: int) -> list[Cell]:
    """The cells of a table row or of an infobox entry."""
    parts = line[1:-1].split("|") if line.startswith("|") else line[1:].split(":", 1)
    cells, start = [], offset + 1
    for part in parts:
        begin = start + len(part) - len(part.lstrip())
        cells.append(Cell(part.strip(), begin, begin + len(part.strip())))
        start += len(part) + 1
    return cells


def mentions(text: str, names: str) -> list[Mention]:
    found = []
    for entry in filter(None, names.split("; ")):
        name, label = entry.split("/")
        start = text.find(name)
        while start >= 0:
            found.append(Mention(start, start + len(name), name, label, None, "test"))
            start = text.find(name, start + 1)
    return found


def brief(statement: AwardStatement) -> str:
    """'award, edition, year | category | recipient | result rank', without what is None."""
    award = ", ".join(str(p) for p in (statement.award, statement.edition, statement.year) if p is not None)
    recipient = statement.recipient.text if statement.recipient else "?"
    outcome = " ".join(str(part) for part in (statement.result, statement.rank) if part is not None)
    return " | ".join((award, statement.category or "-", recipient, outcome or "-"))


SENTENCES = [
    # DEVELOPMENT
    ("It won Best Play at the 2012 Finch Awards.", ["Finch Awards, 2012 | Best Play | Grey Harbour | won"]),
    (
        "At The Finch Awards 2020 it won Best Play, Best Score and Best Sound Design, "
        "but lost Show of the Year to Cold Sea.",
        [
            "The Finch Awards, 2020 | Best Play | Grey Harbour | won",
            "The Finch Awards, 2020 | Best Score | Grey Harbour | won",
            "The Finch Awards, 2020 | Best Sound Design | Grey Harbour | won",
            "The Finch Awards, 2020 | Show of the Year | Grey Harbour | nominated",
            "The Finch Awards, 2020 | Show of the Year | Cold Sea | won",
        ],
    ),
    (
        "In the 2022 edition of the annual guide book Kore ga Ii!, the series ranked 18th in the bunko category, "
        "and 11th in the new work category. It ranked first in the bunko category in 2025.",
        [
            "Kore ga Ii!, 2022 | bunko | Grey Harbour | ranked 18",
            "Kore ga Ii!, 2022 | new work | Grey Harbour | ranked 11",
            "Kore ga Ii!, 2025 | bunko | Grey Harbour | ranked 1",
        ],
    ),
    (
        "In 2021 it took the 14th Kumo Taishō, while Bo Ek and Cy Dahl were given the Young Voice Prize "
        "at the 25th Heron Prize.",
        [
            "Kumo Taishō, 14, 2021 | - | Grey Harbour | won",
            "Heron Prize, 25, 2021 | Young Voice Prize | Bo Ek | won",
            "Heron Prize, 25, 2021 | Young Voice Prize | Cy Dahl | won",
        ],
    ),
    (
        "Grey Harbour was nominated for two Heron Awards in the category of 'Most Popular Show' in 2007 and 2008, "
        "losing to Cold Sea and Old Town respectively.",
        [
            "Heron Awards, 2007 | Most Popular Show | Grey Harbour | nominated",
            "Heron Awards, 2008 | Most Popular Show | Grey Harbour | nominated",
            "Heron Awards, 2007 | Most Popular Show | Cold Sea | won",
            "Heron Awards, 2008 | Most Popular Show | Old Town | won",
        ],
    ),
    (
        "In the 97th Lantern Best Ten, for 2003, the foreign films were headed by Cold Sea, with Old Town second; "
        "Grey Harbour had to be content with eighth place.",
        [
            "Lantern Best Ten, 97, 2003 | foreign films | Cold Sea | ranked 1",
            "Lantern Best Ten, 97, 2003 | foreign films | Old Town | ranked 2",
            "Lantern Best Ten, 97, 2003 | foreign films | Grey Harbour | ranked 8",
        ],
    ),
    ("The album peaked at number three on the Northern 200 chart.", ["Northern 200 | - | Grey Harbour | ranked 3"]),
    ("She received the Finch Award for Best Actress.", []),  # nobody is named whom 'she' could be
    ("The film received its premiere at the Sundown Film Festival.", []),
    ("It did not win the Heron Award.", []),
    ("The show failed to win any Heron Awards in 2008.", []),
    ("The winner of the Harbour Prize will be announced in May.", []),
    ("One of the best novels of the decade, it took the author ten years.", []),
    ("The best score prize at the 9th Finch Awards went to Bo Ek.", ["Finch Awards, 9 | best score | Bo Ek | won"]),
    (
        "Bo Ek beat Cy Dahl and Di Fox to win the best actor award at the Finch Awards.",
        [
            "Finch Awards | best actor | Bo Ek | won",
            "Finch Awards | best actor | Cy Dahl | nominated",
            "Finch Awards | best actor | Di Fox | nominated",
        ],
    ),
    (
        "The Finch Society has named Bo Ek as the winner of the 2031 Finch Prize.",
        ["Finch Prize, 2031 | - | Bo Ek | won"],
    ),
    (
        "Nominees for Best Film at the Finch Awards are Cold Sea, Old Town and Tin.",
        [f"Finch Awards | Best Film | {name} | nominated" for name in ("Cold Sea", "Old Town", "Tin")],
    ),
    (
        "It won the Finch Award for Best Play in 2003 and the Kite Award for Best Score in 2005.",
        [
            "Finch Award, 2003 | Best Play | Grey Harbour | won",
            "Kite Award, 2005 | Best Score | Grey Harbour | won",
        ],
    ),
    ("The novel won the 34th Finch prize for fiction.", ["Finch prize for fiction, 34 | - | Grey Harbour | won"]),
    ("It would have been the first novel to win the Finch Prize twice.", []),
    ("The film was selected as the entry for Best Foreign Film at the Finch Awards.", []),
    ("It was nominated for a Kite.", ["Kite | - | Grey Harbour | nominated"]),
    ("It received a TV adaptation.", []),
    # held back
    ("The novel was shortlisted for the 2015 Harbour Prize.", ["Harbour Prize, 2015 | - | Grey Harbour | nominated"]),
    (
        "It was nominated for Best Animated Feature at the 91st Heron Awards and won the Kite Prize for Best Score.",
        [
            "Heron Awards, 91 | Best Animated Feature | Grey Harbour | nominated",
            "Kite Prize | Best Score | Grey Harbour | won",
        ],
    ),
    (
        "In 2020, the manga won the 44th Kodama Manga Award in the general category.",
        ["Kodama Manga Award, 44, 2020 | general | Grey Harbour | won"],
    ),
    (
        "It was the first manga to win both the Kite Award and the Heron Prize.",
        ["Kite Award | - | Grey Harbour | won", "Heron Prize | - | Grey Harbour | won"],
    ),
    (
        "At the 12th Finch Awards, Bo Ek and Cy Dahl shared the Best Director award.",
        ["Finch Awards, 12 | Best Director | Bo Ek | won", "Finch Awards, 12 | Best Director | Cy Dahl | won"],
    ),
    (
        "The film won the Golden Reed at the 2019 Lakeside Film Festival.",
        ["Lakeside Film Festival, 2019 | Golden Reed | Grey Harbour | won"],
    ),
    (
        "The series was ranked 5th in the readers category of the 2017 edition of Kore ga Ii!.",
        ["Kore ga Ii!, 2017 | readers | Grey Harbour | ranked 5"],
    ),
    (
        "The film earned Bo Ek a Heron Award nomination for Best Actor.",
        ["Heron Award | Best Actor | Bo Ek | nominated"],
    ),
    ("He declined the Harbour Prize in 1964.", []),
    ("It is expected to win the Harbour Prize.", []),
    ("The Heron Awards were held in Kiel.", []),
    ("The novel has been compared to the work of Harbour Prize winner Bo Ek.", []),
    ("The film was shown at the Lakeside Film Festival in 2015.", []),
]


# DEVELOPMENT: wordings of news and encyclopedias, with the names that mentions know.
KNOWN = "Bo Ek/PERSON; Cy Dahl/PERSON; Cold Sea/WORK_OF_ART; Old Town/WORK_OF_ART"
WORDINGS = [
    (
        "It won the Finch Prize for Fiction in 1993, the Alder Award in 1994 and the Heron Medal in 1995.",
        [
            "Finch Prize for Fiction, 1993 | - | Grey Harbour | won",
            "Alder Award, 1994 | - | Grey Harbour | won",
            "Heron Medal, 1995 | - | Grey Harbour | won",
        ],
    ),
    (
        "Bo Ek was awarded the Finch Medal in 2004, and in 2010 he shared the Alder Prize with Cy Dahl.",
        [
            "Finch Medal, 2004 | - | Bo Ek | won",
            "Alder Prize, 2010 | - | Bo Ek | won",
            "Alder Prize, 2010 | - | Cy Dahl | won",
        ],
    ),
    (
        "The awards for best actor and best actress went to Bo Ek and Cy Dahl respectively at the 2011 Finch Awards.",
        ["Finch Awards, 2011 | best actor | Bo Ek | won", "Finch Awards, 2011 | best actress | Cy Dahl | won"],
    ),
    (
        "Among the other winners at the 2015 Finch Awards were Bo Ek for Best Director and Cy Dahl for Best Actress.",
        ["Finch Awards, 2015 | Best Director | Bo Ek | won", "Finch Awards, 2015 | Best Actress | Cy Dahl | won"],
    ),
    (
        "Bo Ek was named Author of the Year at the 2016 Finch Awards, while Old Town by Cy Dahl was Book of the Year.",
        [
            "Finch Awards, 2016 | Author of the Year | Bo Ek | won",
            "Finch Awards, 2016 | Book of the Year | Old Town | won",
        ],
    ),
    (
        "Two books have been longlisted for the 2019 Finch Prize: Cold Sea by Bo Ek; and Old Town by Cy Dahl.",
        ["Finch Prize, 2019 | - | Cold Sea | nominated", "Finch Prize, 2019 | - | Old Town | nominated"],
    ),
    (
        "In May 2015, Cold Sea won the top prize, the Golden Heron, at the 12th Lakeside Film Festival.",
        ["Lakeside Film Festival, 12, 2015 | Golden Heron | Cold Sea | won"],
    ),
    (
        "It closed. At the 2016 Finch Awards it won Bold Debut and was up for Kind Voice, which went to Cold Sea.",
        [
            "Finch Awards, 2016 | Bold Debut | Grey Harbour | won",
            "Finch Awards, 2016 | Kind Voice | Grey Harbour | nominated",
            "Finch Awards, 2016 | Kind Voice | Cold Sea | won",
        ],
    ),
    (
        "The show picked up Best Comedy at the 2022 Finch Awards, with Bo Ek and Cy Dahl winning Best Duo.",
        [
            "Finch Awards, 2022 | Best Comedy | Grey Harbour | won",
            "Finch Awards, 2022 | Best Duo | Bo Ek | won",
            "Finch Awards, 2022 | Best Duo | Cy Dahl | won",
        ],
    ),
    ("Bo Ek has won the £25,000 Finch Prize for Cold Sea.", ["Finch Prize | - | Bo Ek | won"]),
    ("It was published in 2018, and won the Finch Prize.", ["Finch Prize | - | Grey Harbour | won"]),
    (
        "Previous winners of the Finch Prize include Bo Ek and Cy Dahl.",
        ["Finch Prize | - | Bo Ek | won", "Finch Prize | - | Cy Dahl | won"],
    ),
    ("Critics expect Cold Sea to win the 2031 Finch Award for Best Score.", []),
    ("The award was presented to Bo Ek by Cy Dahl.", []),
    ("Bo Ek has served on the jury of the Finch Prize and presented the 2009 Alder Awards.", []),
    ("The winner will receive £50,000 and the Finch Medal.", []),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_wordings(text: str, expected: list[str]) -> None:
    assert sorted(map(brief, read(text, WORK, KNOWN))) == sorted(expected)


LINES = [  # DEVELOPMENT
    (
        "# Finch Prize\n# Past winners\n* 2017: Bo Ek, Salt Roads\n* 2018: not awarded\n* 2019: Cy Dahl and Di Fox",
        [
            "Finch Prize, 2017 | - | Bo Ek | won",
            "Finch Prize, 2019 | - | Cy Dahl | won",
            "Finch Prize, 2019 | - | Di Fox | won",
        ],
    ),
    (
        'The results of the 2021 Finch Prize are in.\nWinner: "Low Tide" by Bo Ek\nRunner-up: "Paper Sun" by Cy Dahl',
        ["Finch Prize, 2021 | - | Low Tide | won", "Finch Prize, 2021 | - | Paper Sun | nominated"],
    ),
    (
        "# 22:15 Best Score\nA surprise! Bo Ek wins for Cold Sea. He beat Cy Dahl.",
        ["Finch Awards, 2031 | Best Score | Bo Ek | won", "Finch Awards, 2031 | Best Score | Cy Dahl | nominated"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_lines_of_articles_about_one_award(text: str, expected: list[str]) -> None:
    title = "Finch Awards 2031 live" if "22:15" in text else "Finch Prize"
    assert sorted(map(brief, read(f"! {title}\n{text}", None, KNOWN))) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sorted(map(brief, read(text))) == sorted(expected)


def test_the_subject_of_a_persons_page_is_the_person_and_what_follows_for_is_the_work() -> None:
    (statement,) = read("She won Best Actress for Cold Sea at the 2014 Finch Awards.", PERSON)
    assert statement.recipient == PERSON
    assert statement.work == Name("Cold Sea", "WORK_OF_ART")


def test_labels_come_from_mentions() -> None:
    (statement,) = read("Lantern Works was named Studio of the Year at the Kite Awards.", None, "Lantern Works/ORG")
    assert statement.recipient == Name("Lantern Works", "ORG")


HEAD = "# Awards\n| Year | Award | Category | Nominee | Result |\n"
TABLES = [
    (
        HEAD + "| 2005 | 11th Finch Awards | Best Play | N/A | Won |\n| Best Actor | Per Moe | Nominated |",
        WORK,
        [
            "Finch Awards, 11, 2005 | Best Play | Grey Harbour | won",
            "Finch Awards, 11, 2005 | Best Actor | Per Moe | nominated",
        ],
    ),
    (
        HEAD + "| 2005 | Finch Awards | Best Music Direction | Bo Ek, Cy Dahl and Per Moe | Won |",
        WORK,
        [f"Finch Awards, 2005 | Best Music Direction | {name} | won" for name in ("Bo Ek", "Cy Dahl", "Per Moe")],
    ),
    (
        HEAD + '| 2005 | Finch Awards 2004 | Best Song | "Rain on Tin", by Bo Ek | Won |\n'
        '| 2006 | Finch Awards | Best Episode | Episode 4: "Low Tide" | Nominated |',
        WORK,
        [
            "Finch Awards, 2005 | Best Song | Rain on Tin | won",
            "Finch Awards, 2006 | Best Episode | Low Tide | nominated",
        ],
    ),
    (
        "# Awards\n| Year | Award | Category | Work | Result |\n"
        "| 2005 | Finch Awards | Best Actress | Cold Sea | Won |\n"
        "| 2006 | Heron Awards | Best Duo, with Bo Ek | Old Town | |",
        PERSON,
        [
            "Finch Awards, 2005 | Best Actress | Ann Lee | won",
            "Heron Awards, 2006 | Best Duo | Ann Lee | -",
            "Heron Awards, 2006 | Best Duo | Bo Ek | -",
        ],
    ),
    (
        "# Finch Music Awards\n| Year | Recipient | Award | Result |\n"
        '| 1988 | Ann Lee (herself) | Best Singer | Won |\n| "Rain on Tin" | Best Song | Nominated |',
        WORK,
        [
            "Finch Music Awards, 1988 | Best Singer | Ann Lee | won",
            "Finch Music Awards, 1988 | Best Song | Rain on Tin | nominated",
        ],
    ),
    (
        "# Rankings\n| Year | Publisher | Accolade | Rank |\n| 1999 | Lantern Magazine | The 100 Best Songs | 17 |",
        WORK,
        ["The 100 Best Songs, 1999 | - | Grey Harbour | ranked 17"],
    ),
    (
        "# Festival circuit\n| Date | Festival | Place | Awards |\n| 2 May 2011 | Lakeside Film Festival | Kiel | |\n"
        "| 9 May 2011 | Kite Film Festival | Ulm | Best Score, Best Sound |",
        WORK,
        [
            "Kite Film Festival, 2011 | Best Score | Grey Harbour | -",
            "Kite Film Festival, 2011 | Best Sound | Grey Harbour | -",
        ],
    ),
    ("# Cast\n| Character | Actor |\n| Mia | Ann Lee |\n| Tom | Bo Ek |", WORK, []),
    ("# Filmography\n| Year | Title | Role |\n| 2001 | Cold Sea | Mia |\n| 2002 | Old Town | Eva |", PERSON, []),
]


@pytest.mark.parametrize(("text", "topic", "expected"), TABLES)
def test_tables(text: str, topic: Name, expected: list[str]) -> None:
    assert list(map(brief, read(text, topic))) == expected


def test_a_name_that_the_cut_took_is_unknown() -> None:
    text = (
        "# Awards\n| Year | Award | Category |\n| 2011 | Finch Awards | Best Series |\n"
        "| Best Hero | Per Moe | |\n| Best Drama | Cold Sea | |\n| Kite Awards | Best Voice | Ida Blau |"
    )
    assert list(map(brief, read(text))) == [
        "Finch Awards, 2011 | Best Series | ? | -",
        "Finch Awards, 2011 | Best Hero | Per Moe | -",
        "Finch Awards, 2011 | Best Drama | Cold Sea | -",
        "Kite Awards, 2011 | Best Voice | Ida Blau | -",
    ]


def test_prose_that_repeats_a_row_adds_its_result_and_its_evidence() -> None:
    text = (
        "It won the 2005 Finch Award for Best Play.\n# Awards\n| Year | Award | Category |\n"
        "| 2005 | Finch Awards | Best Play |\n| 2006 | Heron Awards | Best Play |"
    )
    first, second = read(text)
    assert (first.award, first.result, second.result) == ("Finch Awards", "won", None)
    assert {text[span.start : span.end] for span in first.evidence} >= {"won", "Best Play", "Finch Awards", "2005"}


def test_prose_that_contradicts_a_row_is_a_row_of_its_own() -> None:
    text = (
        HEAD
        + "| 2005 | Finch Awards | Best Play | Cold Sea | Nominated |\n\n"
        + "Cold Sea won Best Play at the 2005 Finch Awards."
    )
    assert [statement.result for statement in read(text)] == ["nominated", "won"]


REPORT = (
    "The 12th Finch Awards were handed out on Friday. {rule}\n"
    "# Best Play\n* {mark}Cold Sea\n* Old Town\n# Best Actor\n* {mark}Per Moe (Cold Sea)\n* Bo Ek (Old Town)"
)


@pytest.mark.parametrize(
    ("rule", "mark", "results"),
    [
        ("The name on top won; any below it were nominated.", "", ["won", "nominated"] * 2),
        ("Here are the winners and the other nominees.", "WINNER: ", ["won", "nominated"] * 2),
        ("Here are the winners.", "WINNER: ", ["won", None] * 2),
        ("Here are the films.", "", []),
        ("Here are the nominees.", "", ["nominated"] * 4),
    ],
)
def test_lists_of_winners(rule: str, mark: str, results: list[str | None]) -> None:
    statements = read(REPORT.format(rule=rule, mark=mark), None)
    assert [s.result for s in statements] == results
    recipients = ["Cold Sea", "Old Town", "Per Moe", "Bo Ek"] if results else []
    assert [s.recipient.text for s in statements if s.recipient] == recipients
    assert {(s.award, s.edition) for s in statements} == ({("Finch Awards", 12)} if results else set())


def test_a_list_without_a_rule_or_a_mark_tells_nothing() -> None:
    assert read("The 12th Finch Awards.\n# See also\n* Cold Sea\n* Old Town", None) == ()


def test_awards_as_list_items() -> None:
    text = (
        "# Awards and nominations\n* 2015: Finch Award for Best Actress (Cold Sea) – Won\n"
        "* 2017 – Heron Awards – Best Voice – Nominated\n* Harbour Prize, 2019\n* Moved to Kiel in 2020"
    )
    statements = read(text, PERSON)
    assert list(map(brief, statements)) == [
        "Finch Award, 2015 | Best Actress | Ann Lee | won",
        "Heron Awards, 2017 | Best Voice | Ann Lee | nominated",
        "Harbour Prize, 2019 | - | Ann Lee | -",
    ]
    assert statements[0].work == Name("Cold Sea", "WORK_OF_ART")


def test_the_awards_line_of_an_infobox() -> None:
    statements = read("- Awards: 2003, Finch Award for Best Play, Lantern Best Score Award, 2007, Harbour Prize")
    assert list(map(brief, statements)) == [
        "Finch Award, 2003 | Best Play | Grey Harbour | -",
        "Lantern, 2003 | Best Score Award | Grey Harbour | -",
        "Harbour Prize, 2007 | - | Grey Harbour | -",
    ]


def test_evidence_lies_in_the_text() -> None:
    for text, topic, _ in TABLES:
        for statement in read(text, topic):
            assert statement.evidence
            assert all(0 <= span.start < span.end <= len(text) for span in statement.evidence)


def test_a_table_without_rows_or_roles_is_no_awards_table() -> None:
    table = Table((), (), (), ())
    article = ParsedArticle("", "test", Metadata(), (), (table,))
    assert find_awards(Reading(article, ()), Findings(), WORK) == ()


WORDS = st.sampled_from(
    "It won lost ranked was nominated for at the and Best Play Heron Awards Prize Ann Lee 2001 3rd first 'Top' "
    '"Rain" category , . : ( ) award of in — # * - | 12th'.split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=14).map(" ".join), max_size=4).map("\n".join))
def test_any_words_give_valid_statements(text: str) -> None:
    for statement in read(text):
        assert statement.award
        assert statement.result in (None, "won", "nominated", "ranked")
        assert statement.evidence
        assert all(text[span.start : span.end].strip() for span in statement.evidence)


@pytest.mark.parametrize(
    "unit",
    [
        "It won Best Play at the Heron Awards. ",
        "Heron Award ",
        "Ann ",
        "A",
        "the most popular ",
        "1st 2nd 2001 ",
        "(",
        "The Heron small prize ",
        "best small score, ",
        "beat Ann and ",
    ],
)
def test_long_passages_are_read_in_time(unit: str) -> None:
    started = process_time()
    read(unit * (60_000 // len(unit)))
    assert process_time() - started < 6


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("Grey Harbour won Best Film at the ninth Finch Awards.", 9),
        ("Grey Harbour won Best Film at the twenty-first annual Finch Awards.", 21),
        ("Grey Harbour won Best Film at the sixth edition of the Finch Awards.", 6),
        ("Grey Harbour won the third of four trophies at the Finch Awards.", None),
        ("It was the fifth time that Grey Harbour won at the former Finch Awards.", None),
    ],
)
def test_an_ordinal_in_words_before_the_name_is_its_edition(text: str, edition: int | None) -> None:
    assert {statement.edition for statement in read(text)} <= {edition}
    assert edition is None or read(text)


CEREMONY = """! “Cold Sea” sinks everyone at the 6th Premios Garza
Rain delayed the sixth edition of the Premios Garza de Cine 2025, where Cold Sea was loved.
# BEST FILM
* Winner: Cold Sea
* Old Town
# BEST SCREENPLAY
* Winner: Per Moe, Cold Sea
* Bo Ek, Old Town
# BEST OPENING
* Winner: “Salt”, Lemon Quay (Cold Sea)
* “Drip, Drip, Drip”, Kylie Moss (Old Town)
# BEST VOICE (public vote, tie)
* Winner: Ann Lee as Sister Kite in Cold Sea
* Winner: Mia Lund, Old Town"""
CREW = "Per Moe/PERSON; Bo Ek/PERSON; Ann Lee/PERSON; Mia Lund/PERSON; Cold Sea/WORK_OF_ART; Old Town/WORK_OF_ART"


def test_a_report_whose_award_has_a_longer_name_in_the_text() -> None:
    """A Romance name, an edition in words, quoted songs with commas, how a category was decided."""
    statements = [s for s in read(CEREMONY, None, CREW) if s.category]
    assert {(s.award, s.edition, s.year) for s in statements} == {("Premios Garza de Cine", 6, 2025)}
    assert [(s.category, s.recipient.text, s.result) for s in statements if s.recipient] == [
        ("BEST FILM", "Cold Sea", "won"),
        ("BEST FILM", "Old Town", None),
        ("BEST SCREENPLAY", "Per Moe", "won"),
        ("BEST SCREENPLAY", "Bo Ek", None),
        ("BEST OPENING", "Salt", "won"),
        ("BEST OPENING", "Drip, Drip, Drip", None),
        ("BEST VOICE", "Ann Lee", "won"),
        ("BEST VOICE", "Mia Lund", "won"),
    ]


def test_a_category_in_a_list_may_say_how_it_was_decided() -> None:
    text = "! The 2025 Heron Awards\nHere are the winners.\n* Best Film (tie)\n* Winner: Cold Sea\n* Winner: Old Town"
    listed = [s for s in read(text, None, "Cold Sea/WORK_OF_ART; Old Town/WORK_OF_ART") if s.category]
    assert [(s.category, s.recipient.text, s.result) for s in listed if s.recipient] == [
        ("Best Film", "Cold Sea", "won"),
        ("Best Film", "Old Town", "won"),
    ]


def test_a_field_of_an_award_is_not_its_longer_name() -> None:
    text = (
        "! Winners of the 2025 Heron Award\nThe Heron Award for Debuts is new. Here are the winners.\n"
        "# Best Film\n* Winner: Cold Sea\n# Best Song\n* Winner: Salt"
    )
    listed = [s for s in read(text, None) if s.category in ("Best Film", "Best Song")]
    assert [(s.award, s.category) for s in listed] == [("Heron Award", "Best Film"), ("Heron Award", "Best Song")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee won the Premio Garza in 2019.", "Premio Garza"),
        ("It took the 12th Prêmio Garça de Ouro.", "Prêmio Garça de Ouro"),
        ("The Troféu Maré went to Ann Lee.", "Troféu Maré"),
        ("The Medalha de la Plata was given to Ann Lee.", "Medalha de la Plata"),
    ],
)
def test_names_whose_noun_comes_first(text: str, name: str) -> None:
    assert {s.award for s in read(text, WORK, "Ann Lee/PERSON")} == {name}
