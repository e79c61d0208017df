"""Statements: what the article says about works, people and characters.

How a sentence is read: `folding` makes each mention and date one token, `reference_folding` each reference to a work
(`noun_phrases`, `premodifiers`); `matching` finds the wordings of the vocabulary that `templates` compiled;
`attribution` decides what they are said of, with where `sentences` sees a work and what `subjects` keeps in mind;
`building` makes the statements.
`phrases`, `infobox` and `characters` read what is stated without a wording, `learned` what a trained network finds.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pipeline.extract.reading import Findings, Reading
from pipeline.extract.relations import Paragraph, Relation
from pipeline.extract.statements.careers import read_career
from pipeline.extract.statements.casts import read_cast_entry, read_casts
from pipeline.extract.statements.catalogues import read_catalogue
from pipeline.extract.statements.characters import find_characters
from pipeline.extract.statements.colophons import read_colophons
from pipeline.extract.statements.each_once import each_once
from pipeline.extract.statements.filmographies import read_filmography
from pipeline.extract.statements.identities import read_identities
from pipeline.extract.statements.infobox import read_entry
from pipeline.extract.statements.labelled import entries_of_boxes
from pipeline.extract.statements.learned import read_relations
from pipeline.extract.statements.listings import read_listings
from pipeline.extract.statements.lost import without_lost
from pipeline.extract.statements.other_titles import read_other_titles
from pipeline.extract.statements.seasons import of_news
from pipeline.extract.statements.second_opinion import weigh
from pipeline.extract.statements.sections import read_openers
from pipeline.extract.statements.story import Story, open_story
from pipeline.extract.statements.streamers import as_streamed
from pipeline.extract.statements.telling import Prose, read_prose
from pipeline.extract.statements.titles import read_titles
from pipeline.extract.statements.works_tables import read_works_tables
from pipeline.records import Name, Statement

__all__ = ["Relate", "find_statements"]

Relate = Callable[[Sequence[Paragraph]], Sequence[Relation]]


def find_statements(
    reading: Reading, findings: Findings, topic: Name | None, relate: Relate | None = None
) -> tuple[Statement, ...]:
    """All statements of the article, by offset, each once. Captions, tables and page furniture state nothing.

    `relate` finds what no rule does; None: the rules alone.
    """
    story = open_story(reading, findings, topic)
    found = [*_labelled(story), *read_openers(story.openers, story.finder, story.narrative)]
    prose = read_prose(story, reading)
    found += prose.stated
    found += _placed(story, found)
    colophons = list(read_colophons(story.parsed.passages, story.about, story.finder, story.narrative))
    if relate is None:
        found += colophons
    else:
        relations = relate(prose.paragraphs)
        found = list(weigh(found, relations, prose.paragraphs, story.narrative))
        found += colophons  # lines of which the network has learned nothing
        clauses = {id(passage): folded for passage, folded in story.passages}
        found += read_relations(relations, prose.paragraphs, story.finder, story.narrative, found, clauses)
    found = list(without_lost(found, reading.parsed.passages, story.finder))
    return each_once(_finished(story, prose, found))


def _placed(story: Story, found: Sequence[Statement]) -> list[Statement]:
    """What is stated by its place in the article: casts, lists, tables, first sentences, titles."""
    passages, finder, narrative = story.parsed.passages, story.finder, story.narrative
    placed = [
        *read_casts(passages, story.about, finder, narrative),
        *read_listings(passages, finder, narrative),
        *read_catalogue(story.parsed, story.openers, finder, narrative),
        *read_filmography(story.parsed, finder, narrative),
        *read_works_tables(story.parsed, finder, narrative),
        *read_identities(passages, finder, narrative),
    ]
    placed += read_career(story.parsed, story.passages, narrative, [*found, *placed])
    placed += read_titles(passages, finder, narrative, [*found, *placed])
    placed += read_other_titles(passages, finder, narrative, [*found, *placed])
    return placed


def _finished(story: Story, prose: Prose, found: Sequence[Statement]) -> list[Statement]:
    """The statements under the names that the article explained, with the characters that none of them places."""
    aliases = story.narrative.aliases
    named = [replace(s, subject=aliases.get(s.subject.text, s.subject)) for s in found]
    named = list(as_streamed(named, story.parsed.passages, story.finder))
    return [*named, *find_characters(story.passages, prose.topics, story.narrative, named)]


def _labelled(story: Story) -> Iterator[Statement]:
    """What infoboxes and lines of credits state."""
    finder, narrative = story.finder, story.narrative
    for entry in entries_of_boxes(story.parsed.passages, narrative.topic_media):
        yield from read_entry(entry, finder, narrative)
    for entry in (entry for group in story.groups for entry in group):
        topic = story.about[id(entry.passage)]
        if topic is not None:
            for statement in read_entry(entry, finder, narrative, topic):
                season = story.headed.get(id(entry.passage), narrative.news if topic == narrative.topic else None)
                yield of_news(statement, season) if statement.subject == topic and not entry.boxed else statement
            yield from read_cast_entry(entry, topic, finder, narrative)
