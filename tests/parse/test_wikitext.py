"""Pages of wikitext. All names are invented."""

import pytest

from pipeline.errors import ArticleRejected
from pipeline.parse import parse_article, wikitext
from pipeline.parse.layouts import sniff
from pipeline.parse.markup import clean
from pipeline.parse.parts import join_parts
from pipeline.parse.wikitext.infobox import is_infobox
from pipeline.parse.wikitext.inline import read_inline
from pipeline.parse.wikitext.tree import parse
from pipeline.records import Article
from pipeline.vocabulary import load_vocabulary
from tests.parse.marked_articles import check_places

VOCABULARY = load_vocabulary("wikitext")


def shown(raw: str) -> str:
    marked = join_parts(raw, read_inline(raw, parse(raw)), is_list=True)
    return marked.text if marked is not None else ""


def passages(raw: str) -> list[tuple[str, str]]:
    parsed = wikitext.read(raw)
    check_places(parsed, raw)
    return [(passage.kind.value, passage.text) for passage in parsed.passages]


@pytest.mark.parametrize("entry", VOCABULARY["template"], ids=lambda entry: entry["name"])
def test_each_template_shows_what_its_examples_say(entry: dict[str, list[dict[str, str]]]) -> None:
    assert entry["examples"]
    assert [(e["wikitext"], shown(e["wikitext"])) for e in entry["examples"]] == [
        (e["wikitext"], e["shows"]) for e in entry["examples"]
    ]


def test_no_template_has_two_rules() -> None:
    names = [name for entry in VOCABULARY["template"] for name in entry["templates"]]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize("raw", [*VOCABULARY["unread"]["examples"], *VOCABULARY["links"]["examples"]])
def test_what_shows_nothing(raw: str) -> None:
    assert shown(raw) == ""


@pytest.mark.parametrize("raw", VOCABULARY["links"]["counter_examples"])
def test_links_that_show(raw: str) -> None:
    assert shown(raw) != ""


@pytest.mark.parametrize("key", ["examples", "counter_examples"])
def test_names_of_infoboxes(key: str) -> None:
    for name in VOCABULARY["infobox"][key]:
        raw = "{{" + name + "|a=b}}"
        assert is_infobox(raw, parse(raw).children[0]) == (key == "examples"), name


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("''Night Pier'' and '''Kites'''", "Night Pier and Kites"),
        ("'''''Night Pier''''' ran", "Night Pier ran"),
        ("the captain's ''Kites''' end", "the captain's Kites end"),
        ("[[Mira Holm]]'s [[pier (place)|old pier]]s", "Mira Holm's old piers"),
        ("[[Lund (town)|]] and [[:Category:Towns]]", "Lund and Category:Towns"),
        ("[[sv:Stilla hamnen]]The sea", "The sea"),
        ("See [https://example.com/a?b=c the ''site''] [https://example.com].", "See the site ."),
        ("a sea<ref>Holm, ''Sea''</ref>, a <ref name=x />pier", "a sea, a pier"),
        ('a sea<ref name="x">{{cite web|a=[[b]]}}</ref>.', "a sea."),
        ("one<!-- not <b> this -->two", "onetwo"),
        ("one <nowiki>[[two]] {{x}}</nowiki>", "one [[two]] {{x}}"),
        ("<small>one</small><br />two", "one, two"),
        ('<span style="display:none">1</span>one', "one"),
        ("one{{efn|a note}} two&nbsp;three &amp; four", "one two three & four"),
        ("[[File:Pier.jpg|thumb|A [[pier]] in {{nowrap|Lund}}]]one", "one"),
        ("{{unknown|a|{{nowrap|b}}}}one", "one"),
        ("one [sic] two ] three", "one [sic] two ] three"),
        ("one {{broken two", "one broken two"),
        ("one [[broken two", "one broken two"),
        ("one }} two ]] three", "one two three"),
        ("{{ubl|[[A]]|b=c|{{nowrap|B D}}}}", "A, B D"),
        ("{{nowrap|1=one = two}}", "one = two"),
        ("__NOTOC__one", "one"),
        ("<gallery>\nPier.jpg|A pier\n</gallery>one", "one"),
    ],
)
def test_inline(raw: str, text: str) -> None:
    assert shown(raw) == text


def test_a_span_holds_the_words_without_the_marks_around_them() -> None:
    raw = "by [[Mira Holm (writer)|Mira ''Holm'']] and {{nihongo|Quiet Harbour|静かな港}}"
    marked = clean(raw, [atom for atom in read_inline(raw, parse(raw)) if not isinstance(atom, str)])
    assert marked is not None
    assert marked.text == "by Mira Holm and Quiet Harbour (静かな港)"
    name = marked.part(3, 12)
    assert name is not None
    assert raw[name.start : name.end] == "Mira ''Holm"
    native = marked.part(marked.text.index("静"), marked.text.index("港") + 1)
    assert native is not None
    assert raw[native.start : native.end] == "静かな港"


def test_blocks_in_reading_order() -> None:
    raw = (
        "{{Short description|x}}\n<!-- c --> '''Quiet Harbour''' is a\nnovel.\n\n"
        "== Plot ==<!-- c -->\n: {{Main|x}}\n* one\n** two\n; term\n: its text\n----\nEnd.\n"
        "=== Ending ===\nA line\n{{columns-list|\n* three\n}}\n"
        "==References==\nHolm, M.\n"
    )
    assert passages(raw) == [
        ("prose", "Quiet Harbour is a novel."),
        ("heading", "Plot"),
        ("list_item", "one"),
        ("list_item", "two"),
        ("list_item", "term"),
        ("prose", "its text"),
        ("prose", "End."),
        ("heading", "Ending"),
        ("prose", "A line"),
        ("list_item", "three"),
        ("heading", "References"),
        ("furniture", "Holm, M."),
    ]
    parsed = wikitext.read(raw)
    assert parsed.metadata.title == "Quiet Harbour"
    assert parsed.is_encyclopedia
    assert {p.text: p.section for p in parsed.passages}["A line"] == ("Plot", "Ending")


def test_an_infobox() -> None:
    raw = (
        "{{Infobox book\n| name = ''Quiet Harbour''<!-- x -->\n| image = a.jpg\n| authors = [[Mira Holm]]<br>Jon Aske\n"
        "| pub_date = {{start date|2019|3}}\n| isbn =\n| label1 = Mood\n| data1 = calm\n| producer2 = Bo Marsh\n"
        "| module = {{Infobox film| director = Lars Ek}}\n}}'''Quiet''' text."
    )
    parsed = wikitext.read(raw)
    check_places(parsed, raw)
    assert passages(raw) == [
        ("title", "Quiet Harbour"),
        ("infobox", "authors: Mira Holm, Jon Aske"),
        ("infobox", "release date: March 2019"),
        ("infobox", "Mood: calm"),
        ("infobox", "producer: Bo Marsh"),
        ("infobox", "director: Lars Ek"),
        ("prose", "Quiet text."),
    ]
    key, value = parsed.passages[2].cells
    assert (raw[key.start : key.end], raw[value.start : value.end]) == ("pub_date", "2019|3")
    assert parsed.metadata.title == "Quiet Harbour"


TABLE = """{| class="wikitable"
|+ Awards of ''Quiet Harbour''
! Year !! Award !! Category !! Result
|-
! scope="row" rowspan=2 | 2019
| rowspan="9" | [[Heron Awards]]<ref>x | y</ref>
| Best Score || {{won}}
|-
| Best Song
| style="background: #fdd" | {{nom}}
|-
| 2020 || Best Sound ||
| colspan=4 | A note across
|-
|
|}"""


def test_a_table_with_row_spans() -> None:
    parsed = wikitext.read(f"== Awards ==\n{TABLE}\n")
    check_places(parsed, parsed.text)
    (table,) = parsed.tables
    assert table.section == ("Awards",)
    assert table.roles[:4] == ("year", "award", "category", "result")
    rows = [[cell.text if cell else None for cell in row[:4]] for row in table.rows]
    assert rows[:3] == [
        ["2019", "Heron Awards", "Best Score", "Won"],
        ["2019", "Heron Awards", "Best Song", "Nominated"],
        ["2020", "Heron Awards", "Best Sound", ""],
    ]
    assert table.rows[0][1] is table.rows[1][1]
    result = table.rows[1][3]
    assert result is not None
    assert parsed.text[result.start : result.end] == "{{nom}}"
    assert [p.text for p in parsed.passages if p.kind == "caption"] == ["Awards of Quiet Harbour"]


def test_a_table_that_lays_out_the_page_is_read_as_blocks() -> None:
    raw = "{|\n| \n* one\n* two\n|\n{| class=wikitable\n! A !! B\n|-\n| c || d\n|}\n|}"
    assert passages(raw) == [("list_item", "one"), ("list_item", "two"), ("table_row", "A | B"), ("table_row", "c | d")]


def test_the_rest_of_a_broken_infobox_is_not_read() -> None:
    raw = "{{Infobox film\n| director = Lars Ek\n| writer = [[Mira Holm]]\n\n'''Kites''' is a film.\n"
    assert passages(raw)[-1] == ("prose", "Kites is a film.")
    assert {kind for kind, _ in passages(raw)[:-1]} <= {"furniture", "prose"}
    assert ("infobox", "director: Lars Ek") not in passages(raw)


@pytest.mark.parametrize(
    ("raw", "layout"),
    [
        ("{{Infobox film\n| name = Kites\n}}\n'''Kites''' is a film.", "wikitext"),
        ("'''Kites''' is a [[film]] by [[Mira Holm]].\n\n== Plot ==\nA sea.", "wikitext"),
        ("A.\n{| class=x\n! A\n|-\n| b\n|}", "wikitext"),
        ("= Kites =\n\nKites is a film.\n\n== Plot ==\nA [[sea]]. {{x}} '''b'''", "wiki_dump"),
        ("Kites is a film.\n\n== Plot ==\nA sea.\n\n== Cast ==\nMira", "wiki_dump"),
        ("A film [[sic]] by Mira Holm opened on Monday. It's good.", "web_text"),
        ("Kites {{ a }} opened '''today''' in Lund.", "web_text"),
    ],
)
def test_recognised_by_content(raw: str, layout: str) -> None:
    assert sniff(raw).name == layout


@pytest.mark.parametrize("raw", ["{{Infobox film\n| name =\n}}", "{{Infobox film\n|image=x.jpg}}\n[[Category:Films]]"])
def test_a_page_without_anything_to_read_is_rejected(raw: str) -> None:
    with pytest.raises(ArticleRejected, match="no readable text"):
        parse_article(Article("x.wiki", raw, "", "utf-8"))
