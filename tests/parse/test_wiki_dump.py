"""Encyclopedia dumps. All names are invented."""

import pytest

from pipeline.parse import wiki_dump
from pipeline.records import PassageKind as Kind

DUMP = """= Quiet Harbour (novel) =

Infobox
- Genre: Sea story: tall tales
- Author: Jon Aske
- Ja Kanji: 静かな港
- Sequel

, also known as , is a novel by Jon Aske.

== Characters ==
=== Crew ===
;

 The captain of the ship.
; Mira
: The cook.
* Per, the mate
== Accolades ==
Some prizes.
| Year | Award |
| 2001 | Pine Prize |
| Grand Prix |

| Date | Place |
| May | Lund |
== See also ==
- Night Pier, a novel
== References ==
- Aske, J.: Letters
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(passage.kind.value, passage.text) for passage in wiki_dump.read(text).passages]


def test_a_dump_in_reading_order() -> None:
    assert kinds(DUMP) == [
        ("title", "Quiet Harbour (novel)"),
        ("infobox", "Genre: Sea story: tall tales"),
        ("infobox", "Author: Jon Aske"),
        ("infobox", "Ja Kanji: 静かな港"),
        ("list_item", "Sequel"),
        ("prose", ", also known as , is a novel by Jon Aske."),
        ("heading", "Characters"),
        ("heading", "Crew"),
        ("prose", "The captain of the ship."),
        ("list_item", "Mira"),
        ("prose", "The cook."),
        ("list_item", "Per, the mate"),
        ("heading", "Accolades"),
        ("prose", "Some prizes."),
        ("table_row", "| Year | Award |"),
        ("table_row", "| 2001 | Pine Prize |"),
        ("table_row", "| Grand Prix |"),
        ("table_row", "| Date | Place |"),
        ("table_row", "| May | Lund |"),
        ("heading", "See also"),
        ("list_item", "Night Pier, a novel"),
        ("heading", "References"),
        ("furniture", "Aske, J.: Letters"),
    ]


def test_title_sections_cells_and_tables() -> None:
    parsed = wiki_dump.read(DUMP)
    assert parsed.metadata.title == "Quiet Harbour (novel)"
    assert parsed.metadata.published_on is None
    sections = {passage.text: passage.section for passage in parsed.passages}
    assert sections["Crew"] == ("Characters",)
    assert sections["The cook."] == ("Characters", "Crew")
    assert sections["Some prizes."] == ("Accolades",)
    entries = [[cell.text for cell in p.cells] for p in parsed.passages if p.kind == Kind.INFOBOX]
    assert entries == [["Genre", "Sea story: tall tales"], ["Author", "Jon Aske"], ["Ja Kanji", "静かな港"]]
    assert [(table.section, len(table.rows)) for table in parsed.tables] == [(("Accolades",), 2), (("Accolades",), 1)]


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("==Plot==", "heading", "Plot"),
        ("=== Plot ==", "prose", "=== Plot =="),
        ("======= Deep =======", "prose", "======= Deep ======="),
        ("== ==", "prose", "== =="),
        ("== A == B ==", "heading", "A == B"),
        ("-not a list", "prose", "-not a list"),
        ("# first", "list_item", "first"),
        ("Category:Novels of 2001", "furniture", "Category:Novels of 2001"),
        ("Main article: Night Pier", "furniture", "Main article: Night Pier"),
        ("For other uses, see Harbour (disambiguation).", "furniture", "For other uses, see Harbour (disambiguation)."),
        (
            "This article is about the novel. For the film, see Pier.",
            "furniture",
            "This article is about the novel. For the film, see Pier.",
        ),
    ],
)
def test_lines_of_a_dump(line: str, kind: str, text: str) -> None:
    assert kinds(f"= T =\n{line}\n")[1] == (kind, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DUMP, True),
        ("Intro.\n\n== One ==\nText.\n== Two ==\nText.", True),
        ("A headline\n\nA paragraph with = and == in it.\n== One ==\n", False),
        ("", False),
        ("=" * 5000, False),
    ],
)
def test_dumps_are_recognised_by_their_headings(text: str, expected: bool) -> None:
    assert wiki_dump.recognises(text) is expected


def test_a_table_cut_off_in_mid_row_keeps_its_last_row() -> None:
    parsed = wiki_dump.read("= T =\n| Year | Award |\n| 2001 | Pine Prize |\n| 2002 | Harbo")
    assert [cell.text for cell in parsed.passages[-1].cells] == ["2002", "Harbo"]
    assert len(parsed.tables[0].rows) == 2


def test_an_infobox_without_its_name() -> None:
    assert kinds("= T =\n- Author: Jon Aske\n- Genre: Tale\n\nText.\n- Item: one")[1:] == [
        ("infobox", "Author: Jon Aske"),
        ("infobox", "Genre: Tale"),
        ("prose", "Text."),
        ("list_item", "Item: one"),
    ]


@pytest.mark.parametrize(
    ("between", "kind"),
    [
        ("Manga\n", "infobox"),
        ("Anime television series\n", "infobox"),
        ("Manga\n\n", "prose"),
        ("Ann Oba wrote it.\n", "prose"),
        ("It has three parts: a manga and more\n", "prose"),
    ],
)
def test_a_bare_line_heads_a_part_of_an_infobox(between: str, kind: str) -> None:
    text = f"= Quiet Harbour =\n\nInfobox\n- Genre: Sea story\n{between}- Author: Jon Aske\n\nIt is long."
    assert (kind, between.strip()) in kinds(text)
    assert (("infobox" if kind == "infobox" else "list_item"), "Author: Jon Aske") in kinds(text)
