"""Whole articles, made by hand, without a trained model, so that each test asks one rule. Invented names."""

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.util import filter_spans

from pipeline.extract.mentions import find_mentions
from pipeline.extract.mentions.candidates import Candidate, settle, without_parts
from pipeline.extract.reading import Findings, Reading
from pipeline.records import Cell, DateMention, Metadata, ParsedArticle, Passage, PassageKind, Table
from pipeline.values.spans import Alignment

NLP = spacy.blank("en")


def article(*lines, layout="wiki_dump", entities=()):
    """A Reading of (kind, text) or (kind, text, section) lines; `entities` are what the model finds."""
    raw, passages = "", []
    for kind, text, *section in lines:
        cells = ()
        if kind in ("infobox", "table_row"):
            parts = text.split(": ", 1) if kind == "infobox" else [c.strip() for c in text.strip("| ").split("|")]
            cells = tuple(Cell(p, len(raw) + text.index(p), len(raw) + text.index(p) + len(p)) for p in parts)
        passages.append(
            Passage(PassageKind(kind), text, Alignment.identity(len(raw), len(text)), tuple(section), cells)
        )
        raw += text + "\n"
    docs = []
    for passage in passages:
        doc = NLP(passage.text)
        spans = [
            doc.char_span(at, at + len(name), label=label)
            for name, label in entities
            if (at := passage.text.find(name)) >= 0
        ]
        doc.set_ents(filter_spans(s for s in spans if s is not None))
        docs.append(doc)
    parsed = ParsedArticle(raw, layout, Metadata(), tuple(passages), is_encyclopedia=layout == "wiki_dump")
    return Reading(parsed, tuple(docs))


def found(reading, findings=None):
    return [(m.text, m.label) for m in find_mentions(reading, findings or Findings())]


def test_the_page_title_is_found_wherever_it_stands():
    reading = article(
        ("title", "Ember (2011 film)"),
        ("prose", "Ember is quiet. Critics praised Ember. The Ember Hotel is not in it."),
    )
    assert found(reading) == [("Ember", "WORK_OF_ART")] * 3


def test_a_page_about_a_person():
    reading = article(
        ("title", "Tamura Yukio"),
        ("infobox", "Occupation: Actor, Singer"),
        ("infobox", "Hangul: 다무라"),
        ("prose", "Tamura was famous."),
    )
    assert found(reading) == [("Tamura Yukio", "PERSON"), ("다무라", "PERSON"), ("Tamura", "PERSON")]


def test_parts_and_swapped_names_lead_to_the_full_name():
    reading = article(
        ("prose", "It stars Bo Marsh as Wren Alder.", "Cast"),
        ("prose", "Later Wren meets Rook. Alder Wren was seen. Marsh liked it.", "Plot"),
        entities=[("Rook", "PERSON")],
    )
    mentions = find_mentions(reading, Findings())
    assert [(m.text, m.label, m.canonical) for m in mentions] == [
        ("Bo Marsh", "PERSON", None),
        ("Wren Alder", "CHARACTER", None),
        ("Wren", "CHARACTER", "Wren Alder"),
        ("Rook", "CHARACTER", None),
        ("Alder Wren", "CHARACTER", "Wren Alder"),
        ("Marsh", "PERSON", "Bo Marsh"),
    ]


def test_a_full_name_outweighs_what_the_model_makes_of_its_parts():
    reading = article(
        ("prose", "The novels of Ada Quill are sad."),
        ("prose", "Critics said that Quill wrote them fast, and Quill agreed."),
        entities=(("Ada Quill", "PERSON"), ("Quill", "ORG")),
    )
    assert set(found(reading)) == {("Ada Quill", "PERSON"), ("Quill", "PERSON")}


def test_a_country_is_a_country_in_a_cast_like_sentence():
    reading = article(("prose", "Starring nobody, it was remade in France as Otter House."))
    assert ("France", "GPE") in found(reading)
    assert not [label for _, label in found(reading) if label == "PERSON"]


def test_a_part_of_two_names_belongs_to_neither():
    reading = article(("prose", "It stars Bo Marsh as Wren Alder and Cy Marsh as Rook Alder. Then Marsh left."))
    marsh = [m for m in find_mentions(reading, Findings()) if m.text == "Marsh"]
    assert [m.canonical for m in marsh] in ([], [None])


def test_cast_with_earlier_roles():
    text = "The cast includes Bo Marsh (Rook from Ember Days) as Wren Alder, and Cy Reed (Run Otter) as Tern."
    assert found(article(("prose", text))) == [
        ("Bo Marsh", "PERSON"),
        ("Rook", "CHARACTER"),
        ("Ember Days", "WORK_OF_ART"),
        ("Wren Alder", "CHARACTER"),
        ("Cy Reed", "PERSON"),
        ("Run Otter", "WORK_OF_ART"),
        ("Tern", "CHARACTER"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She sang "Ember Days" and "Otter, Run!"', [("Ember Days", "WORK_OF_ART"), ("Otter, Run!", "WORK_OF_ART")]),
        ("“The Long Reed,” released in 2013", [("The Long Reed", "WORK_OF_ART")]),
        ("under Kaze's Ember Bunko imprint", [("Kaze", "ORG"), ("Ember Bunko", "ORG")]),
        ("serialized in Kaze's Weekly Otter magazine", [("Kaze", "ORG"), ("Weekly Otter", "ORG")]),
        ("won at the 30th Larkspur Awards of 1988", [("Larkspur Awards", "AWARD")]),
        ("the variety show Otter Lane on Monday", [("Otter Lane", "WORK_OF_ART")]),
        ("Rook is voiced by Bo Marsh, Wren by Cy Reed.", [
            ("Rook", "CHARACTER"), ("Bo Marsh", "PERSON"), ("Wren", "CHARACTER"), ("Cy Reed", "PERSON")]),
        ("performed by Bo Marsh feat. Mira of Glow House", [
            ("Bo Marsh", "ORG"), ("Mira", "PERSON"), ("Glow House", "ORG")]),
        ("He was the best, a \"quiet boy\".", []),
        ("The Second Season will be in Spring 2020.", []),
        ("for Best Supporting Actress and the Audience Award", []),
        ("in Japan and in Southeast Asia", [("Japan", "GPE"), ("Southeast Asia", "GPE")]),
        ("the Japanese release in May", []),
    ],
)  # fmt: skip
def test_wording(text, expected):
    assert found(article(("prose", text))) == expected


def test_the_model_is_trimmed_and_outvoted():
    reading = article(
        ("prose", "In Otter Town season 2 the Reed Park's gate fell."),
        ("prose", "Otter Town, a film called Otter Town."),
        entities=[("Otter Town season 2", "WORK_OF_ART"), ("the Reed Park's", "FAC"), ("Otter Town", "ORG")],
    )
    assert found(reading) == [
        ("Otter Town", "WORK_OF_ART"),
        ("Reed Park", "FAC"),
        ("Otter Town", "WORK_OF_ART"),
        ("Otter Town", "WORK_OF_ART"),
    ]


def test_a_series_has_one_label():
    reading = article(
        ("prose", "It was shown with Ember, Trill, Quorum and Reed."),
        entities=[("Ember", "WORK_OF_ART"), ("Trill", "WORK_OF_ART"), ("Quorum", "GPE"), ("Reed", "WORK_OF_ART")],
    )
    assert {label for _, label in found(reading)} == {"WORK_OF_ART"}


def test_furniture_keys_and_dates_hold_no_names():
    reading = article(
        ("furniture", "By Ada Quill"),
        ("infobox", "Genre: Otter Comedy"),
        ("prose", "It ended May 18."),
        entities=[("Ada Quill", "PERSON"), ("Genre", "ORG"), ("Otter Comedy", "WORK_OF_ART"), ("May 18", "PERSON")],
    )
    at = reading.parsed.text.index("May 18")
    date = DateMention(at, at + 6, "May 18", None, None, None, None, False, None, None)
    assert found(reading, Findings(dates=(date,))) == []


def test_table_columns():
    rows = (
        "| Year | Award | Category | Nominee |",
        "| 2020 | 3rd Larkspur Awards | Best Male Character | Wren Alder |",
        '| 2021 | Otter Prize | Best Song | "Reed" |',
        "| 2022 | Otter Prize | Best Actor | Bo Marsh |",
    )
    reading = article(
        *(("table_row", row, "Accolades") for row in rows), entities=[("Best Song", "ORG"), ("Year", "GPE")]
    )
    lines = [p.cells for p in reading.parsed.passages]
    table = Table(("Accolades",), lines[0], ("year", "award", "category", "recipient"), tuple(lines[1:]))
    parsed = ParsedArticle(reading.parsed.text, "wiki_dump", Metadata(), reading.parsed.passages, (table,))
    assert found(Reading(parsed, reading.docs)) == [
        ("Larkspur Awards", "AWARD"),
        ("Wren Alder", "CHARACTER"),
        ("Otter Prize", "AWARD"),
        ("Reed", "WORK_OF_ART"),
        ("Otter Prize", "AWARD"),
        ("Bo Marsh", "PERSON"),
    ]


def test_winners_lists():
    reading = article(
        ("list_item", "Ada Quill (Ember Days)", "Best Actress"),
        ("list_item", "WINNER: Run, Otter: Again", "Game of the Year"),
        ("list_item", "Bo Marsh, Ember Days", "Best Performance"),
        layout="web_text",
    )
    assert found(reading) == [
        ("Ada Quill", "PERSON"),
        ("Ember Days", "WORK_OF_ART"),
        ("Run, Otter: Again", "WORK_OF_ART"),
        ("Bo Marsh", "PERSON"),
        ("Ember Days", "WORK_OF_ART"),
    ]


def test_see_also_items():
    reading = article(("list_item", "Run, Otter!, another manga series illustrated by Bo Marsh", "See also"))
    assert found(reading) == [("Run, Otter!", "WORK_OF_ART"), ("Bo Marsh", "PERSON")]


def test_native_names_follow_their_name():
    reading = article(("prose", "The film Ember Days (Moe no Hibi, 燃えの日々) is out."))
    assert found(reading) == [
        ("Ember Days", "WORK_OF_ART"),
        ("Moe no Hibi", "WORK_OF_ART"),
        ("燃えの日々", "WORK_OF_ART"),
    ]


def test_stronger_families_win_then_longer_then_earlier():
    model, cue = Candidate(0, 0, 9, "ORG", "model"), Candidate(0, 4, 9, "PERSON", "cue")
    longer, elsewhere = Candidate(0, 4, 12, "PERSON", "cue"), Candidate(1, 0, 3, "ORG", "model")
    assert settle([model, cue, longer, elsewhere]) == [longer, elsewhere]
    assert settle([elsewhere, longer, cue, model]) == [longer, elsewhere]


@pytest.mark.parametrize(
    ("entity", "rule", "stands"),
    [
        ((0, 24, "WORK_OF_ART"), (5, 24, "WORK_OF_ART", "cue"), False),  # 'the Harbor Keeps' in 'What the Harbor Keeps'
        ((0, 24, "WORK_OF_ART"), (10, 24, "ORG", "head"), False),
        ((0, 24, "WORK_OF_ART"), (0, 24, "ORG", "head"), True),  # the same words: the label is settled later
        ((0, 24, "WORK_OF_ART"), (5, 24, "PERSON", "quote"), True),  # quotation marks are no wording
        ((0, 24, "ORG"), (5, 24, "PERSON", "cue"), True),
        ((0, 7, "PERSON"), (0, 14, "PERSON", "recipient"), False),  # 'Ann Oba as Mia'
        ((0, 7, "PERSON"), (0, 14, "PERSON", "cue"), True),
        ((30, 40, "WORK_OF_ART"), (5, 24, "WORK_OF_ART", "cue"), True),
    ],
)
def test_wording_takes_no_parts_out_of_what_the_model_reads_as_one_name(entity, rule, stands):
    read = Candidate(0, *entity, "model")
    said = Candidate(0, *rule)
    assert (said in without_parts([said, read])) is stands
    assert read in without_parts([said, read])


WORDS = st.sampled_from(
    [
        "Ada Quill",
        "Wren",
        "written by",
        "as",
        "(",
        ")",
        '"',
        "the film",
        "Otter Awards",
        "and",
        ", ",
        "season 2",
        "’s ",
        "\u200b",
        "燃え",
        "feat. ",
        ". ",
        "The",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=25), min_size=1, max_size=4))
def test_mentions_are_sorted_apart_and_quote_the_text(lines):
    reading = article(*(("prose", " ".join(line)) for line in lines), entities=[("Ada Quill", "PERSON")])
    mentions = find_mentions(reading, Findings())
    assert all(reading.parsed.text[m.start : m.end] == m.text and m.text.strip() == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Rook Alder (voiced by Ada Quill)", [("Rook Alder", "CHARACTER"), ("Ada Quill", "PERSON")]),
        ("Wren, played by: Bo Marsh", [("Wren", "CHARACTER"), ("Bo Marsh", "PERSON")]),
        ("Ada Quill as Mrs. Reed, a baker", [("Ada Quill", "PERSON"), ("Reed", "CHARACTER")]),
        ("It was translated by Dame Ada Quill.", [("Ada Quill", "PERSON")]),
        ("She won the Larkspur prize for fiction.", [("Larkspur prize for fiction", "AWARD")]),
        ("the best director prize", []),
        ("the Editorial Director of Otter Lane Press", [("Otter Lane Press", "ORG")]),
        ("a film by OTR and Redgull Films", [("Redgull Films", "ORG")]),
    ],
)
def test_what_stands_in_one_line(line, expected):
    assert found(article(("prose", line), layout="web_text")) == expected


def test_a_line_in_capitals_has_the_names_of_the_article():
    reading = article(
        ("title", "OTTER LANE PRESS TO PRINT EMBER DAYS"),
        ("prose", 'Otter Lane Press will print "Ember Days" in May.'),
        layout="web_text",
        entities=[("TO PRINT", "PERSON")],
    )
    assert found(reading)[:2] == [("OTTER LANE PRESS", "ORG"), ("EMBER DAYS", "WORK_OF_ART")]


def test_a_single_word_that_only_opens_a_sentence_is_no_name_on_the_model_s_word_alone():
    reading = article(("prose", "Delivery is free. Yet Quill said so."), entities=[("Delivery", "PERSON")])
    assert ("Delivery", "PERSON") not in found(reading)


def test_a_branch_is_a_company():
    reading = article(("prose", "The rights went to Otterbox Japan in May."), entities=[("Otterbox Japan", "PERSON")])
    assert ("Otterbox Japan", "ORG") in found(reading)


def test_a_single_word_that_nothing_places_is_no_place():
    there = article(("prose", "She moved to Larkspur."), entities=[("Larkspur", "GPE")])
    nowhere = article(("prose", "He has read Larkspur twice."), entities=[("Larkspur", "GPE")])
    assert found(there) == [("Larkspur", "GPE")]
    assert found(nowhere) == []


def test_other_forms_of_a_name_are_of_its_kind():
    reading = article(
        ("heading", "Characters"),
        ("prose", "Rook Alder (Japanese: 烏羽, Hepburn: Karasu) voiced by: Ada Quill", "Characters"),
    )
    assert ("烏羽", "CHARACTER") in found(reading)


def test_works_and_parts_of_a_person_s_page():
    reading = article(
        ("title", "Ada Quill"),
        ("infobox", "Occupation: Actress"),
        ("list_item", "Ember Days – Rook Alder", "Television"),
        ("list_item", "Run Otter (Otter Press, 2012)", "Books"),
    )
    assert found(reading)[1:] == [
        ("Ember Days", "WORK_OF_ART"),
        ("Rook Alder", "CHARACTER"),
        ("Otter Press", "ORG"),
    ]


def test_honours_in_a_list_of_winners():
    line = "Best Actor: Ada Quill, Ember Days; Bo Marsh, Run Otter"
    reading = article(("heading", "Winners"), ("list_item", line, "Winners"), layout="web_text")
    assert found(reading) == [
        ("Ada Quill", "PERSON"),
        ("Ember Days", "WORK_OF_ART"),
        ("Bo Marsh", "PERSON"),
        ("Run Otter", "WORK_OF_ART"),
    ]


def test_a_name_without_end_costs_no_more_than_its_length():
    name = " ".join(["Reed"] * 3000)
    assert len(found(article(("prose", f"In {name}."), entities=[(name, "PERSON")]))) <= 1


def test_what_stands_behind_an_honoured_film():
    reading = article(
        ("list_item", "Best film: Ember Days (Cro-Slo), dir. Ada Quill", "Winners"),
        ("list_item", "Best director: Bo Marsh, Run Otter (S Kor)", "Winners"),
        ("list_item", "Best drama: Quiet Reed (Nine)", "Winners"),
    )
    assert found(reading) == [
        ("Ember Days", "WORK_OF_ART"),
        ("Ada Quill", "PERSON"),
        ("Bo Marsh", "PERSON"),
        ("Run Otter", "WORK_OF_ART"),
        ("Quiet Reed", "WORK_OF_ART"),
        ("Nine", "ORG"),
    ]


def test_a_title_with_a_comma_on_a_person_s_page():
    reading = article(
        ("title", "Ada Quill"),
        ("prose", "Ada Quill is a screenwriter."),
        ("list_item", "Ember, Winter (2017; also director)", "Films"),
        ("list_item", "Ember Days (2012), Rook", "Films"),
        entities=(("Ada Quill", "PERSON"),),
    )
    assert [name for name, label in found(reading) if label == "WORK_OF_ART"] == ["Ember, Winter", "Ember Days"]


def test_a_title_in_quotes_is_no_station():
    reading = article(("prose", "Not on the list was “Northwick Radio,” whose future is open."))
    assert found(reading) == [("Northwick Radio", "WORK_OF_ART")]


def test_the_site_of_a_work_names_the_work():
    reading = article(("prose", "[Image via Ember Days anime's website, and licensed by Otter House]"))
    assert found(reading) == [("Ember Days", "WORK_OF_ART"), ("Otter House", "ORG")]


def test_the_model_says_whether_a_bracket_is_a_role_or_a_work():
    text = "The cast and voices are known. Bo Marsh (Table Reed) comes aboard as showrunner."
    reading = article(("prose", text), entities=(("Table Reed", "WORK_OF_ART"), ("Bo Marsh", "PERSON")))
    assert found(reading) == [("Bo Marsh", "PERSON"), ("Table Reed", "WORK_OF_ART")]


def test_what_the_article_calls_a_work_is_no_maker_by_its_last_word():
    text = "Harbour Radio comes. They spoke of Harbour Radio, an original anime that starts in May."
    reading = article(("prose", text), entities=(("Harbour Radio", "ORG"),))
    assert found(reading) == [("Harbour Radio", "WORK_OF_ART")] * 2


def test_a_voice_in_brackets_tells_the_role_and_the_actor():
    reading = article(("prose", "Mina Reed (CV: Bo Marsh)"))
    assert found(reading) == [("Mina Reed", "CHARACTER"), ("Bo Marsh", "PERSON")]
