"""Names and births of people: 'Ann Oba (大場 杏, Oba An)', 'she was born Ann Ito on 2 May 1963 in Rome'."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.statements.building import NATIVE, STATED, Value, date_value, language_of_script, make_statement
from pipeline.extract.statements.folding import LABELS, ItemFinder
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import DateMention, Mention, Name, Passage, PassageKind, Qualifiers, Statement
from pipeline.values.folding import fold
from pipeline.vocabulary.predicates import load_predicates

Item = Mention | DateMention
BRACKET = re.compile(r"[\"”’']?\s*[(（](?P<inside>[^()（）]{2,120})[)）]?")
LANGUAGE = r"(?:Japanese|Korean|Chinese|Thai|Russian|Arabic)?:?\s*"
NATIVE_WORD = r"[^\x00-\x7f『』「」【】《》“”]{1,12}"
NATIVE_NAME = re.compile(rf"{LANGUAGE}(?P<name>{NATIVE_WORD}(?:[ ・·]{NATIVE_WORD}){{0,3}})\s*$")
LATIN_NAME = re.compile(r"\s*(?P<name>[^\W\d_]+(?:[ -][^\W\d_]+){1,3})\s*$")
BORN = re.compile(
    r"[\"”’']?(?:,)?\s+(?:who\s+)?was\s+born\s+(?:as\s+)?$|\s*\((?:born|née|né)\s+(?:as\s+)?$|,?\s+(?:born|née|né)\s+$"
)
SHE = re.compile(r"(?:^|[.!?][\"”’)]?\s+)(?:She|He)\s+was\s+born\s+(?:as\s+)?$")
CALLED = re.compile(
    r"\b(?:spelled|spelt|transliterated|rendered|misspelled)\s+(?:him|her|his name|her name)\s+(?:as\s+)?[\"“‘]?$"
    r"|\b(?:[Ss]he|[Hh]e)\s+(?:(?:wrote|published|performed|recorded|drew|worked|writes|also wrote)\s+)?"
    r"(?:as|under the (?:pen |stage |pseudonymous )?name|under the pseudonym)\s+(?:of\s+)?[\"“‘]?$"
)
ON = re.compile(r",?\s+(?:on\s+)?$")
IN = re.compile(r",?\s+(?:(?:in|at)\s+)$")
BESIDE = re.compile(r",\s+")


def read_identities(passages: Sequence[Passage], finder: ItemFinder, narrative: Narrative) -> Iterator[Statement]:
    """What prose tells of the names of people, and of their birth where their name at birth stands between."""
    for passage in passages:
        if passage.kind != PassageKind.PROSE:
            continue
        items = finder.within(passage.span.start, passage.span.end)
        for number, item in enumerate(items):
            if isinstance(item, Mention) and item.label == "PERSON":
                yield from _in_brackets(passage, item, narrative)
                yield from _by_other_name(passage, items, number, narrative)


def _in_brackets(passage: Passage, person: Mention, narrative: Narrative) -> Iterator[Statement]:
    """'Ann Oba (大場 杏, Oba An; born 1963)': the name in its own script, and in its own order."""
    found = BRACKET.match(passage.text, _end(passage, person))
    if found is None or not NATIVE.search(found["inside"]):
        return
    name, at = narrative.name_of(person), found.start("inside")
    for part in re.finditer(r"[^,;、]+", found["inside"]):
        native, latin = NATIVE_NAME.match(part[0]), LATIN_NAME.match(part[0])
        if native and NATIVE.search(native["name"]):
            yield _stated("title_native", name, passage, at + part.start() + native.start("name"), native["name"])
        elif latin and fold(latin["name"]) != fold(name.text) and _is_reading(latin["name"], name.text):
            yield _stated("title_romanized", name, passage, at + part.start() + latin.start("name"), latin["name"])
        else:
            return


def _is_reading(text: str, name: str) -> bool:
    """'Oba An' of 'An Oba'."""
    return sorted(fold(text).split()) == sorted(fold(name).split())


def _by_other_name(passage: Passage, items: Sequence[Item], number: int, narrative: Narrative) -> Iterator[Statement]:
    """The name that a person was born with, or is called by elsewhere."""
    item = items[number]
    assert isinstance(item, Mention)
    before = passage.text[: passage.to_text(item.start)]
    topic = narrative.topic if narrative.topic is not None and narrative.topic.label == "PERSON" else None
    owner, previous = None, items[number - 1] if number else None
    if topic is not None and (SHE.search(before[-40:]) or CALLED.search(before[-60:])):
        owner = topic
    elif isinstance(previous, Mention) and previous.label == "PERSON" and previous.end <= item.start:
        is_born = BORN.fullmatch(before[_end(passage, previous) :]) is not None
        owner = narrative.name_of(previous) if is_born else None
    if owner is None or fold(item.words) == fold(owner.text):
        return
    yield _stated("alias", owner, passage, passage.to_text(item.start), item.words)
    if not CALLED.search(before[-60:]):
        yield from _birth(passage, items[number + 1 :], _end(passage, item), owner)


def _birth(passage: Passage, items: Sequence[Item], at: int, owner: Name) -> Iterator[Statement]:
    """' on 2 May 1963, in Rome, Italy' behind the name at birth."""
    places: list[Mention] = []
    for item in items:
        gap = passage.text[at : passage.to_text(item.start)]
        if isinstance(item, DateMention) and ON.fullmatch(gap) and (value := date_value(item, "start")):
            yield make_statement(
                load_predicates()["birth_date"],
                Subject(owner),
                value,
                Qualifiers(),
                "birth_date: name at birth",
                STATED,
            )
        elif isinstance(item, Mention) and LABELS[item.label] == "place" and (BESIDE if places else IN).fullmatch(gap):
            places.append(item)
        else:
            break
        at = _end(passage, item)
    if places:
        start, end = passage.to_text(places[0].start), _end(passage, places[-1])
        yield _stated("birth_place", owner, passage, start, passage.text[start:end], label=places[0].label)


def _end(passage: Passage, item: Item) -> int:
    return passage.to_text(item.end - 1) + 1


def _stated(
    predicate: str, owner: Name, passage: Passage, start: int, text: str, label: str | None = None
) -> Statement:
    span = passage.to_raw(start, start + len(text))
    language = language_of_script(text) if predicate == "title_native" else None
    return make_statement(
        load_predicates()[predicate],
        Subject(owner),
        Value(text, span.start, span.end, label=label),
        Qualifiers(language=language),
        f"{predicate}: person",
        STATED,
    )
