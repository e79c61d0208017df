"""What an article is about: the thing that 'the series' and a table without a nominee column refer to.

`signs` are what speaks for each work that an article names, `headlines` the names that only a headline's form tells;
`choosing` weighs the signs as `training.fit_topics` learned. About a person is an article only if its title says so.
"""

from collections.abc import Sequence

from pipeline.extract.reading import Findings
from pipeline.extract.topics.choosing import choose
from pipeline.extract.topics.headlines import person_in_headline
from pipeline.extract.topics.signs import candidates, fold, is_song, without_bracket
from pipeline.records import Mention, Name, ParsedArticle

__all__ = ["find_topic", "told_by_title"]

THINGS = ("WORK_OF_ART", "PERSON")


def find_topic(parsed: ParsedArticle, findings: Findings) -> Name | None:
    """The work or person that the article is about; None where it is about several, or about none that it names."""
    return told_by_title(parsed, findings.mentions) or _likeliest(parsed, findings.mentions)


def _likeliest(parsed: ParsedArticle, mentions: Sequence[Mention]) -> Name | None:
    """A song that is heard in another work is not what an article is about: then the choice is among the others."""
    chosen = choose(*candidates(parsed, mentions))
    songs = {fold(m.words) for m in mentions if m.label == "WORK_OF_ART" and is_song(parsed, m)}
    if chosen is None or fold(chosen.text) not in songs:
        return chosen
    return choose(*candidates(parsed, [m for m in mentions if fold(m.words) not in songs]))


def told_by_title(parsed: ParsedArticle, mentions: Sequence[Mention]) -> Name | None:
    """A page titled exactly like a thing is about that thing, and an obituary by its headline about the dead."""
    title, label = without_bracket(parsed.metadata.title or "")
    exact = [m for m in mentions if m.label in THINGS and title and fold(title) in _names(m)]
    if exact:
        return Name(title, _label_of_page(exact, label))
    person = person_in_headline(title)
    dead = (m for m in mentions if m.label == "PERSON" and person and fold(person) == fold(m.words))
    return next((Name(m.canonical or m.words, m.label) for m in dead), None)


def _names(mention: Mention) -> tuple[str, str]:
    return fold(mention.words), fold(mention.canonical or "")


def _label_of_page(exact: Sequence[Mention], label: str | None) -> str:
    """What the bracket of the title says, else what most mentions of that name are labelled."""
    labels = [m.label for m in exact]
    return label if label in labels else max(sorted(set(labels)), key=labels.count)
