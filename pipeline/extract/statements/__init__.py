"""Statements: what the article says about works, people and characters.

How a sentence is read: `folding` makes each mention and date one token, `reference_folding` each reference to a work
(`noun_phrases`, `premodifiers`); `matching` finds the wordings of the vocabulary that `templates` compiled;
`attribution` decides what they are said of, with where `sentences` sees a work and what `subjects` keeps in mind;
`building` makes the statements.
`phrases`, `infobox` and `characters` read what is stated without a wording.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.reading import Findings, Reading
from pipeline.extract.statements.careers import read_career
from pipeline.extract.statements.casts import read_cast_entry, read_casts
from pipeline.extract.statements.characters import find_characters
from pipeline.extract.statements.each_once import each_once
from pipeline.extract.statements.filmographies import read_filmography
from pipeline.extract.statements.folding import ItemFinder, fold_passage
from pipeline.extract.statements.forms import medium_of_heading
from pipeline.extract.statements.identities import read_identities
from pipeline.extract.statements.infobox import read_entry
from pipeline.extract.statements.kinds import kind_of_article
from pipeline.extract.statements.labelled import (
    Entry,
    entries_of_boxes,
    entries_of_lines,
    medium_of_keys,
    medium_of_type,
    plain_key,
)
from pipeline.extract.statements.labels import settle_labels
from pipeline.extract.statements.listings import read_listings
from pipeline.extract.statements.prose import read_sentence
from pipeline.extract.statements.reference_folding import fold_references
from pipeline.extract.statements.references import Folded
from pipeline.extract.statements.seasons import of_news, season_of_news
from pipeline.extract.statements.sections import (
    Opener,
    find_openers,
    instalments_of,
    read_openers,
    works_of_sections,
)
from pipeline.extract.statements.sentences import Sentence
from pipeline.extract.statements.slates import declare_forms, seasons_of_paragraphs, works_of_paragraphs
from pipeline.extract.statements.streamers import as_streamed
from pipeline.extract.statements.subjects import Narrative
from pipeline.extract.statements.titles import read_titles
from pipeline.records import Mention, Name, Passage, PassageKind, Statement

__all__ = ["find_statements"]

OTHER_NAMES = ("title_native", "title_romanized", "alias")
BRACKET = re.compile(r"\(([^()]{1,60})\)\s*$")  # of a title: '(2011 film)'
OPENING = 3  # passages in which an article says what it is news of
SAID = (PassageKind.TITLE, PassageKind.PROSE, PassageKind.LIST_ITEM)


def find_statements(reading: Reading, findings: Findings, topic: Name | None) -> tuple[Statement, ...]:
    """All statements of the article, by offset, each once. Captions, tables and page furniture state nothing."""
    finder = ItemFinder(settle_labels(reading.parsed, findings, topic))
    parsed = reading.parsed
    passages = [(p, _fold(p, finder)) for p in parsed.passages if p.kind in SAID]
    groups = list(entries_of_lines(parsed.passages))
    bracket = BRACKET.search(parsed.metadata.title or "")
    titled = medium_of_heading(bracket[1]) if bracket else None
    hint = titled or _hint(parsed.passages, groups)
    everything = (clause for _, clauses in passages for clause in clauses)
    narrative = Narrative(topic, everything, hint, page=parsed.is_encyclopedia)
    narrative.be_titled(titled)
    narrative.kind = kind_of_article(
        (c.clause for _, clauses in passages for c in clauses), narrative.main if topic else None
    )
    if not parsed.is_encyclopedia:
        narrative.news = season_of_news(clause for _, clauses in passages[:OPENING] for clause in clauses)
    for item in finder.items:
        if isinstance(item, Mention):
            narrative.note_spelling(item)
    credits = {id(group[0].passage): plain_key(group[0].key) for group in groups}
    openers = find_openers(parsed.passages, finder, narrative, credits, peers=not parsed.is_encyclopedia)
    narrative.be_parted(instalments_of(openers, narrative.title))
    works = works_of_sections(parsed.passages, openers)
    opened = {id(o.passage) for o in openers.values() if o.passage.kind == PassageKind.HEADING}
    elsewhere = None if _is_one_of(topic, openers, parsed.metadata.title) else topic
    about = {id(p): works.get(n, elsewhere) for n, p in enumerate(parsed.passages)}
    if opened:
        said = [p for p in parsed.passages if p.kind in SAID or id(p) in opened]
        passages = [(p, _fold(p, finder)) for p in said]
    seasons: dict[Name, int | None] | None = None
    if not openers and not parsed.is_encyclopedia:
        slate = works_of_paragraphs(passages, narrative)
        declare_forms(passages, slate, narrative)
        seasons = seasons_of_paragraphs(passages, slate) if slate else None
        about |= slate
    found = list(_labelled(parsed.passages, groups, finder, narrative, about))
    found += read_openers(openers, finder, narrative)
    section: tuple[str, ...] | None = None
    homes: list[Name | None] = []
    for passage, clauses in passages:
        changed = narrative.topic != about[id(passage)]
        narrative.topic = about[id(passage)]
        if seasons is not None:
            narrative.turn_to(narrative.topic, seasons.get(narrative.topic) if narrative.topic else None)
        homes.append(narrative.topic)
        narrative.enter(_medium_of(passage.section), new=changed or passage.section != section)
        section = passage.section
        words = {word for heading in passage.section for word in heading.lower().split()}
        if passage.kind == PassageKind.LIST_ITEM:
            words.add("cast")  # 'P as C' as a list item is a line of a cast list
        for clause in clauses:
            words |= {token.text for token in clause.clause.tokens}
            sentence = Sentence(clause, passage, narrative, frozenset(words), parsed.metadata.published_on)
            stated = read_sentence(sentence)
            narrative.aliases |= {
                s.value: s.subject for s in stated if s.predicate in OTHER_NAMES and s.subject == narrative.topic
            }
            narrative.leave(clause, frozenset(s.value for s in stated if s.value_label == "WORK_OF_ART"))
            found += stated
    narrative.topic = topic
    found += read_casts(parsed.passages, about, finder, narrative)
    found += read_listings(parsed.passages, finder, narrative)
    found += read_filmography(parsed, finder, narrative)
    found += read_identities(parsed.passages, finder, narrative)
    found += read_career(parsed, passages, narrative, found)
    found += read_titles(parsed.passages, finder, narrative, found)
    found = [replace(s, subject=narrative.aliases.get(s.subject.text, s.subject)) for s in found]
    found = list(as_streamed(found, parsed.passages, finder))
    found += find_characters(passages, homes, narrative, found)
    return each_once(found)


def _is_one_of(topic: Name | None, openers: dict[int, Opener], title: str | None) -> bool:
    """Whether the topic is but one of several works with a section each, and not named in the headline."""
    named = title is not None and topic is not None and topic.text.casefold() in title.casefold()
    return not named and any(opener.name == topic for opener in openers.values())


def _hint(passages: Sequence[Passage], groups: Sequence[Sequence[Entry]]) -> str | None:
    """The form of a work that the keys of a box tell."""
    boxed = list(entries_of_boxes(passages, ()))
    listed = [entry for group in groups for entry in group]
    return medium_of_type(boxed) or medium_of_keys(boxed) or medium_of_keys(listed)


def _labelled(
    passages: Sequence[Passage],
    groups: Sequence[Sequence[Entry]],
    finder: ItemFinder,
    narrative: Narrative,
    about: dict[int, Name | None],
) -> Iterator[Statement]:
    """What infoboxes and lines of credits state."""
    for entry in entries_of_boxes(passages, narrative.topic_media):
        yield from read_entry(entry, finder, narrative)
    for entry in (entry for group in groups for entry in group):
        topic = about[id(entry.passage)]
        if topic is not None:
            for statement in read_entry(entry, finder, narrative, topic):
                yield of_news(statement, narrative) if not entry.boxed else statement
            yield from read_cast_entry(entry, topic, finder, narrative)


def _fold(passage: Passage, finder: ItemFinder) -> list[Folded]:
    span = passage.span
    return [fold_references(clause) for clause in fold_passage(passage, finder.within(span.start, span.end))]


def _medium_of(section: tuple[str, ...]) -> str | None:
    """The form that the innermost heading names."""
    return next((m for heading in reversed(section) if (m := medium_of_heading(heading))), None)
