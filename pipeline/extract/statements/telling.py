"""The sentences of a story in reading order, with what a reader has in mind at each."""

from dataclasses import dataclass, field

from pipeline.extract.reading import Reading
from pipeline.extract.relations import Paragraph
from pipeline.extract.statements.learned import as_paragraph
from pipeline.extract.statements.prose import read_sentence
from pipeline.extract.statements.references import Folded
from pipeline.extract.statements.sentences import Sentence
from pipeline.extract.statements.story import Story
from pipeline.extract.statements.subjects import Narrative
from pipeline.records import Name, Passage, PassageKind, Statement
from pipeline.vocabulary.forms import medium_of_heading

OTHER_NAMES = ("title_native", "title_romanized", "alias")


@dataclass(slots=True)
class Prose:
    """What sentences state, and for each passage what it is about and how the network gets it."""

    stated: list[Statement] = field(default_factory=list)
    topics: list[Name | None] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)


def read_prose(story: Story, reading: Reading) -> Prose:
    """Reads all passages; afterwards the narrative is about the article's topic again."""
    prose, narrative = Prose(), story.narrative
    docs = {id(passage): doc for passage, doc in zip(reading.parsed.passages, reading.docs, strict=True)}
    section: tuple[str, ...] | None = None
    news = narrative.news
    for passage, clauses in story.passages:
        topic = story.about[id(passage)]
        changed = narrative.topic != topic
        narrative.topic = topic
        if story.seasons is not None:
            narrative.turn_to(topic, story.seasons.get(topic) if topic else None)
        else:
            narrative.news = story.headed.get(id(passage), news)
        prose.topics.append(topic)
        prose.paragraphs.append(as_paragraph(passage, docs[id(passage)], story.finder, narrative))
        narrative.enter(_medium_of(passage.section), new=changed or passage.section != section)
        section = passage.section
        prose.stated += _read(passage, clauses, story)
    narrative.topic, narrative.news = story.topic, news
    return prose


def _read(passage: Passage, clauses: list[Folded], story: Story) -> list[Statement]:
    """What the sentences of a passage state; the narrative learns of each before the next."""
    found: list[Statement] = []
    words = {word for heading in passage.section for word in heading.lower().split()}
    if passage.kind == PassageKind.LIST_ITEM:
        words.add("cast")  # 'P as C' as a list item is a line of a cast list
    for clause in clauses:
        words |= {token.text for token in clause.clause.tokens}
        published_on = story.parsed.metadata.published_on
        stated = read_sentence(Sentence(clause, passage, story.narrative, frozenset(words), published_on))
        _remember(clause, stated, story.narrative)
        found += stated
    return found


def _remember(clause: Folded, stated: list[Statement], narrative: Narrative) -> None:
    narrative.aliases |= {
        s.value: s.subject for s in stated if s.predicate in OTHER_NAMES and s.subject == narrative.topic
    }
    narrative.leave(clause, frozenset(s.value for s in stated if s.value_label == "WORK_OF_ART"))


def _medium_of(section: tuple[str, ...]) -> str | None:
    """The form that the innermost heading names."""
    return next((m for heading in reversed(section) if (m := medium_of_heading(heading))), None)
