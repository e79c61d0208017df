"""What a wording is said of: the work or person that its sentence names, or that a reader has in mind."""

from dataclasses import replace

from pipeline.extract.statements.folding import KINDS
from pipeline.extract.statements.kinds import allows
from pipeline.extract.statements.matching import Match
from pipeline.extract.statements.references import Reference
from pipeline.extract.statements.sentences import (
    Sentence,
    is_adjacent,
    is_award,
    is_credited,
    is_fronted,
    opens,
    work_behind,
    works_before,
    works_within,
)
from pipeline.extract.statements.subjects import STATED_FORM, Subject
from pipeline.records import Mention, Name

# Words of a passage or its heading by which a cast is that of the season in mind.
NEWCOMERS = frozenset("new additional join joins joined joining reprise reprises reprising".split())


def find_subjects(match: Match, sentence: Sentence, values: set[int]) -> list[Subject]:
    """What the wording is said of: each thing in its own slot, or one understood from around it."""
    trigger, predicate = match.template.trigger, match.template.predicate
    if "subject" not in match.slots and is_award(match, sentence):
        return []
    if not allows(match, sentence):
        return []
    allowed = trigger.media or predicate.media
    if "work" not in predicate.subjects:
        subject = _person(match, sentence)
        found = [subject] if subject else []
    elif "subject" in match.slots:
        references = sentence.folded.references
        places = [at for at in range(*match.slots["subject"]) if at in references]
        if trigger.adapted is not None:
            places = [at for at in places if _is_adapted(at, sentence) == trigger.adapted]
        found = [s for at in places if not references[at].song and (s := _resolved(at, sentence, allowed))]
    else:
        subject = _work(match, sentence, allowed, values)
        found = [subject] if subject else []
    if trigger.stated:
        found = [s for s in found if s.founded >= STATED_FORM]
    if trigger.media and "subject" not in match.slots and predicate.name != "release_date":
        found = [s for s in found if s.medium is not None]  # of a work of unknown form anything can be said
    found = [_of_named_season(s, match, sentence) for s in found]
    if trigger.form:
        found = [replace(s, medium=trigger.form) for s in found]
    named_only = predicate.season == "named" and not NEWCOMERS & sentence.context
    if (named_only or not predicate.seasonal) and "subject" not in match.slots:
        named = {r.season for r in sentence.folded.references.values()}
        found = [s if s.season in named else replace(s, season=None) for s in found]
    if predicate.seasonal:
        found = [one for s in found for one in _each_season(s)]
    return found


def _each_season(subject: Subject) -> list[Subject]:
    """'Both seasons are on X' is said of the first and of the second."""
    return [replace(subject, season=season, seasons=()) for season in subject.seasons] or [subject]


def _is_adapted(at: int, sentence: Sentence) -> bool:
    """'A manga by P, X: Tides' on the page of the game X is made from it, whatever it is called."""
    reference, narrative = sentence.folded.references[at], sentence.narrative
    if reference.adapted or reference.work is None or reference.medium in (None, narrative.main):
        return reference.adapted
    return narrative.is_offshoot(narrative.name_of(reference.work))


def _of_named_season(subject: Subject, match: Match, sentence: Sentence) -> Subject:
    """'The first season ran on A; abroad B streamed it': 'it' is that season, whatever the article is news of."""
    if subject.season is None or subject.season != sentence.narrative.news:
        return subject
    references = sentence.folded.references
    named = [references[i].season for i in sorted(references) if i < match.start and references[i].season is not None]
    return replace(subject, season=named[-1]) if named else subject


def _resolved(at: int, sentence: Sentence, allowed: tuple[str, ...]) -> Subject | None:
    reference = sentence.folded.references[at]
    if reference.pronoun:
        reference = _credited_before(at, sentence) or reference
    topic = sentence.narrative.topic
    of_person = topic is None or topic.label != "WORK_OF_ART"  # where 'the novel' is one that is named before
    previous = _previous(at, sentence) if reference.of_previous or (of_person and reference.work is None) else None
    subject = sentence.narrative.resolve(reference, allowed, previous)
    if subject is None and reference.pronoun:  # 'it is based on the webtoon of that name, which ran in Q'
        understood = sentence.narrative.understood(allowed)
        media = {r.medium for r in sentence.folded.references.values()}
        return understood if understood is not None and understood.medium in media else None
    return subject


def _credited_before(at: int, sentence: Sentence) -> Reference | None:
    """The X of 'the prize went to X, directed by P; it opens in May', if no other work is named before the 'it'."""
    tokens, references = sentence.folded.tokens, sentence.folded.references
    named = [i for i in sorted(references) if i < at and not references[i].song]
    if len(named) != 1 or tokens[at - 1].text != ";" or not is_credited(tokens[named[0] + 1 : at - 1]):
        return None
    return references[named[0]] if references[named[0]].work is not None else None


def _work(match: Match, sentence: Sentence, allowed: tuple[str, ...], values: set[int]) -> Subject | None:
    """The nearest fitting reference in front; of a fronted participle the next one; else what is in mind.

    Behind a form that does not fit ('a light novel illustrated by P' for the artist of a manga) only a reference that
    states a fitting form counts, and nothing is understood.
    """
    song = None if "theme" in match.template.predicate.name else _song(match, sentence)
    if song is not None:
        return Subject(song, "music", founded=STATED_FORM) if "music" in allowed else None
    behind = work_behind(match, sentence, values)
    if behind is not None:
        return _resolved(behind, sentence, allowed)
    misfit = False
    for at in [*works_within(match, sentence, values), *works_before(match, sentence, values)]:
        reference = sentence.folded.references[at]
        subject = _resolved(at, sentence, allowed)
        if subject is not None and (not misfit or subject.founded >= STATED_FORM):
            return subject
        if reference.pronoun or reference.other:
            return None
        if reference.medium is not None:
            misfit = True
            if is_adjacent(at, match, sentence):
                break
    if misfit:
        return None
    if sentence.outside is not None:
        return _outside(sentence, allowed)
    if is_fronted(sentence):
        following = [at for at in sorted(sentence.folded.references) if at >= match.end and at not in values]
        if following:
            return _resolved(following[0], sentence, allowed)
    if match.template.predicate.values == ("date",) and not opens(match, sentence):
        return None
    return sentence.narrative.understood(allowed)


def _song(match: Match, sentence: Sentence) -> Name | None:
    """The song right in front: 'the theme song X, which was released by Y' says nothing of the film."""
    references = sentence.folded.references
    nearest = max((at for at in references if at < min(match.start, match.value[0])), default=None)
    if nearest is None or not is_adjacent(nearest, match, sentence):
        return None
    reference = references[nearest]
    return sentence.narrative.name_of(reference.work) if reference.song and reference.work else None


def _outside(sentence: Sentence, allowed: tuple[str, ...]) -> Subject | None:
    """What a bracket is said of, if no work is named in front of it."""
    around = sentence.outside
    assert around is not None
    start = sentence.folded.tokens[0].start
    for at in sorted(around.references, reverse=True):
        if around.tokens[at].start <= start and not sentence.narrative.is_stranger(around.references[at]):
            subject = sentence.narrative.resolve(around.references[at], allowed)
            if subject is not None:
                return subject
    return sentence.narrative.understood(allowed)


def _previous(at: int, sentence: Sentence) -> Subject | None:
    """The work referred to before a 'whose manga adaptation'."""
    references = sentence.folded.references
    earlier = [i for i in sorted(references) if i < at and (references[at].of_previous or references[i].work)]
    if not earlier:
        return sentence.narrative.understood(()) if references[at].of_previous else None
    return sentence.narrative.resolve(sentence.folded.references[earlier[-1]], ())


def _person(match: Match, sentence: Sentence) -> Subject | None:
    """The nearest person in front, else the topic if it is one and the sentence begins with a pronoun."""
    tokens, narrative = sentence.folded.tokens, sentence.narrative
    own = match.slots.get("subject")
    for token in tokens[own[0] : own[1]] if own else reversed(tokens[: match.start]):
        if token.text in (KINDS["person"], KINDS["character"]) and isinstance(token.item, Mention):
            return Subject(narrative.name_of(token.item))
    if narrative.topic is not None and narrative.topic.label == "PERSON" and tokens[0].text in ("he", "she"):
        return Subject(narrative.topic)
    told = tokens[0].text == "born" and any(token.text in ("he", "she") for token in tokens[match.end :])
    named = own is not None or sentence.outside is not None or narrative.person is None
    return Subject(narrative.person) if narrative.person and told and not named else None
