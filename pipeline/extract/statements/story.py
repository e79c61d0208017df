"""An article made ready to be read for statements: its sentences folded, its works and the place of each known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.reading import Findings, Reading
from pipeline.extract.statements.folding import ItemFinder, fold_passage
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
from pipeline.extract.statements.openers import Opener, find_openers
from pipeline.extract.statements.reference_folding import fold_references
from pipeline.extract.statements.references import Folded
from pipeline.extract.statements.seasons import season_of_news
from pipeline.extract.statements.sections import instalments_of, openers_of_passages
from pipeline.extract.statements.slates import declare_forms, seasons_of_paragraphs, works_of_paragraphs
from pipeline.extract.statements.subjects import Narrative
from pipeline.records import Mention, Name, ParsedArticle, Passage, PassageKind
from pipeline.vocabulary.forms import load_forms, medium_of_heading

BRACKET = re.compile(r"\(([^()]{1,60})\)\s*$")  # of a title: '(2011 film)'
OPENING = 3  # passages in which an article says what it is news of
SAID = (PassageKind.TITLE, PassageKind.PROSE, PassageKind.LIST_ITEM)
Told = list[tuple[Passage, list[Folded]]]


@dataclass(slots=True)
class Story:
    """What all readers of statements share; `narrative` changes while sentences are read in order."""

    parsed: ParsedArticle
    topic: Name | None
    finder: ItemFinder
    narrative: Narrative
    passages: Told  # those that can state something
    groups: list[list[Entry]]  # lines of credits
    openers: dict[int, Opener]  # passages that begin a part about another work
    about: dict[int, Name | None]  # by id of the passage: the work it is about
    headed: dict[int, int | None]  # by id of the passage: the season that the line opening its section names
    seasons: dict[Name, int | None] | None = None  # of works that an article of several is news of


def open_story(reading: Reading, findings: Findings, topic: Name | None) -> Story:
    """Everything that is known before the first sentence is read."""
    parsed = reading.parsed
    finder = ItemFinder(settle_labels(parsed, findings, topic))
    passages = [(p, _fold(p, finder)) for p in parsed.passages if p.kind in SAID]
    groups = list(entries_of_lines(parsed.passages))
    narrative = _narrative(parsed, topic, passages, groups)
    for item in finder.items:
        if isinstance(item, Mention):
            narrative.note_spelling(item)
    credits = {id(group[0].passage): plain_key(group[0].key) for group in groups}
    openers = find_openers(parsed.passages, finder, narrative, credits, peers=not parsed.is_encyclopedia)
    narrative.be_parted(instalments_of(openers, narrative.title))
    if len(openers) > 1 and not parsed.is_encyclopedia:
        narrative.be_titled(_form_of_list(parsed.metadata.title or ""))
    opened = {id(o.passage) for o in openers.values() if o.passage.kind == PassageKind.HEADING}
    if opened:
        said = [p for p in parsed.passages if p.kind in SAID or id(p) in opened]
        passages = [(p, _fold(p, finder)) for p in said]
    opened_by = openers_of_passages(parsed.passages, openers)
    elsewhere = None if _is_one_of(topic, openers, parsed.metadata.title) else topic
    about = {id(p): opened_by[n].name if n in opened_by else elsewhere for n, p in enumerate(parsed.passages)}
    headed = {id(parsed.passages[n]): o.season for n, o in opened_by.items()}
    story = Story(parsed, topic, finder, narrative, passages, groups, openers, about, headed)
    if not openers and not parsed.is_encyclopedia:
        _tell_apart(story)
    return story


def _narrative(parsed: ParsedArticle, topic: Name | None, passages: Told, groups: list[list[Entry]]) -> Narrative:
    bracket = BRACKET.search(parsed.metadata.title or "")
    titled = medium_of_heading(bracket[1]) if bracket else None
    clauses = [clause for _, clauses in passages for clause in clauses]
    narrative = Narrative(topic, clauses, titled or _hint(parsed.passages, groups), page=parsed.is_encyclopedia)
    narrative.be_titled(titled)
    narrative.kind = kind_of_article((c.clause for c in clauses), narrative.main if topic else None)
    if not parsed.is_encyclopedia:
        narrative.news = season_of_news(clause for _, clauses in passages[:OPENING] for clause in clauses)
    return narrative


def _tell_apart(story: Story) -> None:
    """The works of news about several of them, paragraph by paragraph."""
    slate = works_of_paragraphs(story.passages, story.narrative)
    declare_forms(story.passages, slate, story.narrative)
    story.seasons = seasons_of_paragraphs(story.passages, slate) if slate else None
    story.about |= slate


def _is_one_of(topic: Name | None, openers: dict[int, Opener], title: str | None) -> bool:
    """Whether the topic is but one of several works with a section each, and not named in the headline."""
    named = title is not None and topic is not None and topic.text.casefold() in title.casefold()
    return not named and any(opener.name == topic for opener in openers.values())


def _form_of_list(headline: str) -> str | None:
    """The one form that the headline of a list names: 'Spring 2026 Anime: 5 Shows', '10 Best Manga of 2020'."""
    heads = load_forms().heads
    words = [word.strip("!?.,:;'\"“”‘’()").lower() for word in headline.split()]
    named = {head.medium for word in words for w in (word, word.removesuffix("s")) if (head := heads.get((w,)))}
    media = named - {None}
    return media.pop() if len(media) == 1 else None


def _hint(passages: Sequence[Passage], groups: Sequence[Sequence[Entry]]) -> str | None:
    """The form of a work that the keys of a box tell."""
    boxed = list(entries_of_boxes(passages, ()))
    listed = [entry for group in groups for entry in group]
    return medium_of_type(boxed) or medium_of_keys(boxed) or medium_of_keys(listed)


def _fold(passage: Passage, finder: ItemFinder) -> list[Folded]:
    span = passage.span
    return [fold_references(clause) for clause in fold_passage(passage, finder.within(span.start, span.end))]
