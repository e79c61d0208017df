"""Who is who, in a tiny notation: an article is a list of 'thing: text' lines, the thing being what must come out.

'P' is a person, 'C' a character, 'W' a work, 'O' a company, 'A' an award or event, 'G' a place:
'C1: Mina' is a mention 'Mina' of thing 1, labelled as a character. All names are invented; the tables were written
for development.
"""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import AwardStatement, Extraction, Mention, Metadata, Name, Qualifiers, Statement
from pipeline.resolve import Resolution, resolve_entities
from pipeline.values.spans import Span

LABELS = {"P": "PERSON", "C": "CHARACTER", "W": "WORK_OF_ART", "O": "ORG", "A": "AWARD", "E": "EVENT", "G": "GPE"}
GAP = 40  # between mentions; a line beginning with '+' follows the one before after ', '


def article(*lines: str, title: str | None = None, statements: tuple[Statement, ...] = ()) -> Extraction:
    mentions, offset = [], 0
    for line in lines:
        thing, _, text = line.partition(": ")
        offset += 2 if thing.startswith("+") else GAP
        label = LABELS[thing.lstrip("+")[0]]
        mentions.append(Mention(offset, offset + len(text), text, label, None, "test"))
        offset += len(text)
    return Extraction("test", Metadata(title=title), offset, 1, tuple(mentions), (), (), statements)


def things(lines: tuple[str, ...]) -> list[str]:
    return [line.partition(": ")[0].lstrip("+") for line in lines]


def states(subject: str, predicate: str, value: str, label: str | None = None, **more: object) -> Statement:
    return Statement(Name(subject, "WORK_OF_ART"), predicate, value, 1, 5, "test", label, **more)  # type: ignore[arg-type]


CASES: dict[str, list[tuple[str, ...]]] = {
    "name order": [("P1: Mina Hoshino",), ("P1: Hoshino Mina",)],
    "romanisation": [("P1: Shōtarō Kitano",), ("P1: Shoutarou Kitano",), ("P1: Kitano Shotaro",)],
    "honorifics": [("P1: Dr. Mina Hoshino", "P1: Hoshino-san")],
    "short forms in their article": [("C1: Mina Hoshino", "C1: Mina", "C1: Hoshino"), ("C2: Mina",)],
    "an ambiguous short form stays apart": [("P1: Mina Hoshino", "P2: Ken Hoshino", "P3: Hoshino")],
    "near-equal surnames": [("P1: Emi Kawauchi", "+P2: Naoto Kawaichi")],
    "siblings": [("C1: Kazuo Numata", "C2: Kanae Numata", "C1: Kazuo", "C2: Kanae")],
    "two people of one given name": [("P1: Shotaro Inaba",), ("P2: Shōtarō Kitano",)],
    "a list tells near-equal names apart": [("P1: Kouji Mori", "+P2: Koji Mori")],
    "an actor and a character": [("P1: Mina Hoshino", "C2: Mina Hoshino")],
    "a split pen name": [("W9: Long Road Home", "P1: Kazenomori"), ("W9: Long Road Home", "P1: Mori Kazeno")],
    "a misspelt part": [
        ("W9: Long Road Home", "C1: Kazuo Nagamiru"),
        ("W9: Long Road Home", "C1: Kazuo Naramigu"),
    ],
    "the same slip elsewhere is somebody else": [
        ("W8: Winter Herons", "P1: Kazuo Nagamiru"),
        ("W9: Long Road Home", "P2: Kazuo Naramigu"),
    ],
    "a lost double letter said once": [
        ("C1: Minna Hoshino", "C1: Minna", "C1: Minna", "C2: Rika", "+C1: Mina"),
    ],
    "a single name around one work": [
        ("W9: Long Road Home", "W9: Long Road Home", "C1: Rika"),
        ("W9: Long Road Home", "W9: Long Road Home", "C1: Rika"),
        ("W8: Winter Herons", "W8: Winter Herons", "C2: Rika"),
    ],
    "a single name whose full name another article has": [
        ("W9: Long Road Home", "C1: Rika Numata"),
        ("W9: Long Road Home", "C1: Numata"),
    ],
    "title variants": [
        ("W1: The Long Road Home!", "W1: Kaze: The Long Road Home"),
        ("W1: Kaze: Long Road Home", "W1: Long Road Home Season 2"),
    ],
    "sequels": [("W1: Long Road Home", "W2: Long Road Home 2", "W3: Long Road Home II", "W4: Long Road Home III")],
    "a title and its subtitle": [("W1: Kaze", "W1: Kaze: Beyond the Long Road")],
    "a title that begins two others": [("W1: Kaze", "W2: Kaze: Beyond the Road", "W3: Kaze: Under the Hill")],
    "a misspelt title": [("W1: Too Late for the Road", "W1: Too Late for the Road", "W1: To Late for the Road")],
    "a company without its generic word": [("O1: Kaze Studios", "O1: Kaze", "O2: Kaze Music")],
    "abbreviations": [("O1: Nordlicht TV",), ("O1: Nordlicht Television",)],
    "initials of a company": [("O1: Great Borealis Network", "O1: GBN")],
    "initials of people": [
        ("W9: Long Road Home", "P1: Jane Karen Harrow"),
        ("W9: Long Road Home", "P1: J. K. Harrow"),
    ],
    "initials in one article": [("P1: Jane Harrow", "P2: J. Harrow")],
    "awards with years": [("A1: Larkspur Awards 2031", "A1: Larkspur Award"), ("A1: The Larkspur Awards 2032",)],
    "a festival that gives awards": [("E1: Larkspur Film Festival", "A1: Larkspur Film Festival")],
    "a native form behind the name": [("W1: Long Road Home", "+W1: 長い道", "P2: Mina Hoshino", "+P2: 星野美奈")],
    "names in one script side by side": [("W1: Long Road Home", "+W2: Winter Herons")],
    "one company taken for a work elsewhere": [
        ("P1: Mina Hoshino", "O2: Nordlicht"),
        ("P1: Hoshino Mina", "W2: Nordlicht"),
    ],
    "a company and a work of other people": [
        ("P1: Mina Hoshino", "O2: Nordlicht"),
        ("P3: Ken Mori", "W4: Nordlicht"),
    ],
    "a series and its character": [("W1: Rika",), ("C2: Rika",)],
    "countries": [("G1: United States", "G1: U.S.", "G1: USA"), ("G2: United Kingdom",)],
}


@pytest.mark.parametrize("case", CASES)
def test_who_is_who(case: str) -> None:
    articles = CASES[case]
    resolution = resolve_entities({f"{i}.txt": article(*lines) for i, lines in enumerate(articles)})
    found = [entity for i in range(len(articles)) for entity in resolution.mention_ids[f"{i}.txt"]]
    expected = [thing for lines in articles for thing in things(lines)]
    assert partition(found) == partition([thing[1:] for thing in expected])


def partition(names: list[str]) -> list[int]:
    """Equal for equal groupings: the place where each name was first met."""
    return [names.index(name) for name in names]


def test_the_title_names_whose_surname_it_is() -> None:
    lines = ("P1: Mina Hoshino", "P2: Ken Hoshino", "P1: Hoshino")
    ids = resolve_entities({"a": article(*lines, title="Mina Hoshino")}).mention_ids["a"]
    assert ids[2] == ids[0] != ids[1]


def test_a_stated_title_joins_what_no_spelling_would() -> None:
    said = (
        states("Long Road Home", "title_romanized", "Nagai Michi"),
        states("Long Road Home", "title_native", "長い道"),
    )
    resolution = resolve_entities(
        {"a": article("W1: Long Road Home", "W1: 長い道", statements=said), "b": article("W1: Nagai Michi")}
    )
    assert len({i for ids in resolution.mention_ids.values() for i in ids}) == 1
    assert {v.reason for v in resolution.entities[0].variants} >= {
        "stated as title native",
        "stated as title romanized",
    }


def test_a_hero_is_not_renamed_after_the_work() -> None:
    mentions = (
        Mention(0, 14, "Rika: The Road", "WORK_OF_ART", None, "test"),
        Mention(50, 54, "Rika", "CHARACTER", None, "test", canonical="Rika: The Road"),
    )
    resolution = resolve_entities({"a": Extraction("test", Metadata(), 99, 1, mentions, (), (), ())})
    assert sorted((e.name, e.label) for e in resolution.entities) == [
        ("Rika", "CHARACTER"),
        ("Rika: The Road", "WORK_OF_ART"),
    ]


@pytest.mark.parametrize(
    ("romanised", "other", "cast", "joined"),
    [
        ("Nagai Michi no Kaze", "Long Road Home", ("Mina Hoshino", "Ken Mori"), True),
        ("Nagai Michi no Kaze", "Long Road Home", ("Mina Hoshino",), False),  # one person is not enough
        ("Winter Herons", "Long Road Home", ("Mina Hoshino", "Ken Mori"), False),  # a sequel may have the same cast
    ],
)
def test_a_translated_title_around_the_same_people(
    romanised: str, other: str, cast: tuple[str, ...], joined: bool
) -> None:
    def on(title: str) -> Extraction:
        said = [states(title, "voice_actor", p, "PERSON", qualifiers=Qualifiers(character="Rika")) for p in cast]
        return article(f"W1: {title}", statements=tuple(said))

    ids = resolve_entities({"a": on(romanised), "b": on(other)}).mention_ids
    assert (ids["a"] == ids["b"]) is joined


def test_a_mention_may_know_its_full_name() -> None:
    mentions = (
        Mention(0, 12, "Mina Hoshino", "PERSON", None, "test"),
        Mention(50, 61, "Ken Hoshino", "PERSON", None, "test"),
        Mention(90, 97, "Hoshino", "PERSON", None, "test", canonical="Ken Hoshino"),
    )
    ids = resolve_entities({"a": Extraction("test", Metadata(), 99, 1, mentions, (), (), ())}).mention_ids["a"]
    assert ids[2] == ids[1] != ids[0]


def test_misspellings_are_no_aliases() -> None:
    lines = ("W9: Long Road Home", "C1: Kazuo Nagamiru")
    resolution = resolve_entities(
        {"a": article(*lines), "b": article(*lines), "c": article("W9: Long Road Home", "C1: Kazuo Naramigu")}
    )
    person = next(e for e in resolution.entities if e.label == "CHARACTER")
    assert (person.name, person.n_mentions, person.n_documents) == ("Kazuo Nagamiru", 3, 3)
    assert {v.text: v.kind for v in person.variants} == {"Kazuo Nagamiru": "canonical", "Kazuo Naramigu": "typo"}


@pytest.mark.parametrize(
    ("title", "name"), [("Mina Hoshino", "Mina Hoshino"), (None, "Mina Rei Hoshino"), ("Mina", "Mina Rei Hoshino")]
)
def test_the_name_of_a_page_is_full_enough(title: str | None, name: str) -> None:
    page = article("P1: Mina Hoshino", "P1: Mina Rei Hoshino", "P1: Mina", title=title)
    (person,) = resolve_entities({"a": page}).entities
    assert person.name == name


@pytest.mark.parametrize(
    ("articles", "name"),
    [
        ([("P1: Mina Hoshino",), ("P1: Mina Hoshino",), ("P1: Hoshino Mina", "P1: Hoshino Mina")], "Mina Hoshino"),
        ([("P1: Tadao Goutou",), ("P1: Tadao Gōtō",)], "Tadao Gōtō"),
        ([("P1: Mina Hoshino", "P1: Mina", "P1: Mina")], "Mina Hoshino"),
        ([("W1: THE LONG ROAD",), ("W1: The Long Road",)], "The Long Road"),
    ],
)
def test_the_published_name(articles: list[tuple[str, ...]], name: str) -> None:
    resolution = resolve_entities({f"{i}.txt": article(*lines) for i, lines in enumerate(articles)})
    assert [entity.name for entity in resolution.entities] == [name]


def test_claims_carry_published_names_and_ids() -> None:
    said = states("Long Road Home!", "voice_actor", "Hoshino Mina", "PERSON", qualifiers=Qualifiers(character="Rika"))
    first = article("W1: Long Road Home!", "P1: Hoshino Mina", "C1: Rika Numata", "C1: Rika", statements=(said,))
    second = article("W1: Long Road Home", "P1: Mina Hoshino")
    third = article("W1: Long Road Home", "P1: Mina Hoshino")
    resolution = resolve_entities({"a": first, "b": second, "c": third})
    (claim,) = resolution.claims
    names = {e.entity_id: e.name for e in resolution.entities}
    assert names[claim.subject_id or ""] == claim.subject
    assert (claim.value, claim.qualifiers.character) == ("Mina Hoshino", "Rika Numata")
    assert (claim.written, names[claim.value_id or ""]) == ("Hoshino Mina", "Mina Hoshino")


@pytest.mark.parametrize(
    ("mentioned", "label", "is_same"), [("O1: Nordlicht", "WORK_OF_ART", True), ("W1: Rika", "CHARACTER", False)]
)
def test_a_statement_may_know_a_mention_by_another_label(mentioned: str, label: str, is_same: bool) -> None:
    name = mentioned.partition(": ")[2]
    said = states("Long Road Home", "serialized_in", name, label)
    resolution = resolve_entities({"a": article("W2: Long Road Home", mentioned, statements=(said,))})
    assert (resolution.claims[0].value_id == resolution.mention_ids["a"][1]) is is_same


def test_names_that_are_no_mention_are_entities_too() -> None:
    award = AwardStatement(
        "Larkspur Awards",
        None,
        2031,
        "Novel",
        Name("Long Road", "WORK_OF_ART"),
        None,
        "won",
        None,
        (Span(3, 9),),
        "test",
    )
    extraction = Extraction("test", Metadata(), 99, 1, (), (), (award,), (states("Winter Herons", "episodes", "12"),))
    resolution = resolve_entities({"a": extraction})
    assert [(e.name, e.n_mentions, e.n_documents) for e in sorted(resolution.entities, key=lambda e: e.name)] == [
        ("Long Road", 0, 1),
        ("Winter Herons", 0, 1),
    ]
    assert resolution.award_claims[0].recipient_label == "WORK_OF_ART"


def test_ids_outlive_new_articles() -> None:
    old = {
        "m": article("W1: Long Road Home", "P1: Mina Hoshino", "P1: Mina", "O1: Kaze Studios"),
        "n": article("W1: Long Road Home", "P1: Mina Hoshino", "O1: Kaze Studios"),
    }
    new = {
        "a": article("W1: Long Road Home!", "P1: Hoshino Mina", "O1: Kaze", "P2: Ken Mori"),
        "z": article("W3: Winter Herons", "P4: Mina", "P2: Ken Mori"),
    }
    before = {e.entity_id for e in resolve_entities(old).entities}
    assert before <= {e.entity_id for e in resolve_entities({**old, **new}).entities}


# ---- properties, over articles made of a small world of confusable names

NAMES = (
    *("P: Mina Hoshino", "P: Hoshino Mina", "P: Ken Hoshino", "P: Hoshino", "P: Mina", "P: Minna", "P: Kouji Mori"),
    *("P: Koji Mori", "P: Mori", "C: Rika Numata", "C: Rika", "C: Numata", "C: Kazuo Nagamiru", "C: Kazuo Naramigu"),
    *(
        "W: Long Road Home",
        "W: Kaze: Long Road Home",
        "W: Kaze",
        "W: Kaze: Winter",
        "W: To Late Home",
        "W: Too Late Home",
    ),
    *(
        "+P: Mina Hoshino",
        "+P: Kouji Mori",
        "+P: Koji Mori",
        "+P: Minna",
        "O: Kaze Studios",
        "O: Kaze",
        "A: Kaze Awards",
    ),
)
worlds = st.dictionaries(
    st.sampled_from([f"{c}.txt" for c in "abcdefg"]),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=8).map(lambda lines: article(*lines)),
    min_size=1,
    max_size=5,
)


@given(worlds, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_articles_does_not_matter(world: dict[str, Extraction], shuffle: random.Random) -> None:
    items = list(world.items())
    shuffle.shuffle(items)
    assert resolve_entities(dict(items)) == resolve_entities(world)


@given(worlds)
@settings(max_examples=60, deadline=None)
def test_entities_account_for_every_mention(world: dict[str, Extraction]) -> None:
    resolution = resolve_entities(world)
    ids = [entity.entity_id for entity in resolution.entities]
    assert ids == sorted(set(ids))
    used = [i for doc_id in world for i in resolution.mention_ids[doc_id]]
    assert {i: used.count(i) for i in ids} == {e.entity_id: e.n_mentions for e in resolution.entities}
    for doc_id, extraction in world.items():
        spellings = zip(extraction.mentions, resolution.mention_ids[doc_id], strict=True)
        by_id = {e.entity_id: {v.text for v in e.variants} for e in resolution.entities}
        assert all(mention.text in by_id[i] for mention, i in spellings)


@given(worlds)
@settings(max_examples=60, deadline=None)
def test_people_listed_side_by_side_are_never_one(world: dict[str, Extraction]) -> None:
    resolution = resolve_entities(world)
    for doc_id, extraction in world.items():
        for i, (left, right) in enumerate(zip(extraction.mentions, extraction.mentions[1:], strict=False)):
            if right.start - left.end == 2 and {left.text, right.text} == {"Kouji Mori", "Koji Mori"}:
                assert resolution.mention_ids[doc_id][i] != resolution.mention_ids[doc_id][i + 1]


def claims_of(resolution: Resolution) -> set[str]:
    return {claim.claim_id for claim in resolution.claims}


@given(worlds)
@settings(max_examples=30, deadline=None)
def test_removing_an_article_removes_its_claims_and_no_other(world: dict[str, Extraction]) -> None:
    said = states("Long Road Home", "author", "Mina", "PERSON")
    full = {d: article("W: Long Road Home", "P: Mina", statements=(said,)) for d in world}
    gone = min(full)
    rest = {d: e for d, e in full.items() if d != gone}
    before = resolve_entities(full)
    assert claims_of(resolve_entities(rest)) == {c.claim_id for c in before.claims if c.doc_id != gone}
