"""Who appears in which work: named characters, each once, with the work they belong to."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.extract.statements.building import Value, make_statement
from pipeline.extract.statements.folding import KINDS, Token
from pipeline.extract.statements.parts import without_title
from pipeline.extract.statements.references import Folded
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import Mention, Name, Passage, Qualifiers, Statement
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.predicates import load_predicates

MENTIONED = 0.8
WEAK = ("model", "propagated")  # what finds a character by its looks alone
PLAYED = re.compile(r"\b(?:as|role of|voice of|named|called|understudy|heroine|hero|protagonist) (?:the )?[\"“‘]?$")
TOLD = re.compile(r"[”\"’]?, (?:an?|the|whose) [a-z]")
PARTS = frozenset("plays play played voices voice voiced stars star starring cast roles portrays".split())


def find_characters(
    passages: Sequence[tuple[Passage, list[Folded]]],
    topics: Sequence[Name | None],
    narrative: Narrative,
    found: Sequence[Statement],
) -> Iterator[Statement]:
    """A `character` statement for each character of the prose that no wording has placed.

    A character first mentioned in one sentence with a character of another work belongs to that work; the rest
    belong to what their passage is about, one of `topics`: mostly that of the article.
    """
    predicate = load_predicates()["character"]
    homes = _homes(found)
    placed = dict.fromkeys(s.value for s in found if s.predicate == predicate.name)
    firsts: dict[str, Mention] = {}
    founded: set[str] = set()  # told by more than one word of one model
    works = {m.words for _, clauses in passages for clause in clauses for m in _credits(clause)}
    adrift: set[str] = set()  # first named where the article is about no work
    for (passage, clauses), topic in zip(passages, topics, strict=True):
        for clause in clauses:
            here = [m for m in _characters(clause) if m.label == "CHARACTER" and m.words not in works]
            names = [without_title(narrative.name_of(m).text) for m in here]
            compared = any(token.text in _comparisons() for token in clause.tokens)
            abroad = next((homes[n] for n in names if n in homes and homes[n] != narrative.topic), None)
            at_home = any(n in firsts and homes.get(n) in (None, narrative.topic) for n in names)
            for name, mention in zip(names, here, strict=True):
                if name in firsts or narrative.page or _is_founded(mention, passage):
                    founded.add(name)
                if name not in firsts:
                    firsts[name] = mention
                    if topic is None:
                        adrift.add(name)
                    elif topic != narrative.topic:
                        homes.setdefault(name, topic)
                    if abroad is not None and not (at_home or compared):
                        homes.setdefault(name, abroad)
    short = _short_forms([*placed, *(name for name in firsts if name not in placed)])
    for name, mention in firsts.items():
        home = homes.get(name, None if name in adrift else narrative.topic)
        if name in placed or name not in founded or home is None or home.label != "WORK_OF_ART" or name in short:
            continue
        value = Value(name, mention.start, mention.end, label="CHARACTER")
        yield make_statement(predicate, Subject(home), value, Qualifiers(), "character: mention", MENTIONED)


@cache
def _comparisons() -> frozenset[str]:
    return frozenset(load_vocabulary("hedges")["comparisons"]["words"])


def _homes(found: Sequence[Statement]) -> dict[str, Name]:
    """Works by character, as the statements found so far tell."""
    homes: dict[str, Name] = {}
    for s in found:
        if s.predicate == "character":
            homes[s.value] = s.subject
        elif s.predicate == "voice_actor" and s.qualifiers.character:
            homes.setdefault(s.qualifiers.character, s.subject)
    return homes


def _characters(folded: Folded) -> Iterator[Mention]:
    tokens: list[Token] = [*folded.tokens, *(t for b in folded.clause.brackets for t in b.tokens[1:])]
    for token in sorted(tokens, key=lambda t: t.start):
        if token.text == KINDS["character"] and isinstance(token.item, Mention):
            if token.item.canonical is None and not re.search(r"[A-Za-z\u00c0-\u024f]", token.item.words):
                continue  # 'Mia Oba (大場)': the name in its own script
            if re.search(r"[:–—]\s", token.item.words):
                continue  # 'Mia: Ann Oba' is a line of a cast list
            yield token.item


def _is_founded(mention: Mention, passage: Passage) -> bool:
    """Whether a rule has found the character, or the words around it tell of one: 'as Mia', 'Mia, a baker'."""
    if mention.extractor not in WEAK:
        return True
    start, end = passage.to_text(mention.start), passage.to_text(mention.end - 1) + 1
    return (
        PLAYED.search(passage.text[max(start - 20, 0) : start]) is not None or TOLD.match(passage.text, end) is not None
    )


def _credits(folded: Folded) -> Iterator[Mention]:
    """'Ann Oba (Low Tide) is directing': a name alone in the bracket behind a person, where no part is spoken of."""
    if any(token.text in PARTS for token in folded.clause.tokens):
        return
    for bracket in folded.clause.brackets:
        kinds = [token.text for token in bracket.tokens]
        item = bracket.tokens[2].item if len(kinds) == 4 else None
        played = folded.clause.tokens[bracket.at : bracket.at + 1]
        if played and played[0].text == "as":
            continue
        if kinds[:1] == [KINDS["person"]] and isinstance(item, Mention) and kinds[2] == KINDS["character"]:
            yield item


def _short_forms(names: Sequence[str]) -> set[str]:
    """'Anna' beside 'Anna Oba' is the same character; so is 'Oba Anna', if 'Anna Oba' came first."""
    parts = {name: frozenset(word.strip("\"“”'‘’") for word in name.split()) for name in names}
    firsts: dict[frozenset[str], str] = {}
    for name in names:
        firsts.setdefault(parts[name], name)
    longer = {word for name in names if len(parts[name]) > 1 for word in parts[name]}
    return {n for n in names if firsts[parts[n]] != n or (len(parts[n]) == 1 and parts[n] <= longer)}
