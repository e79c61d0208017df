"""What a wording is said of: the work or person that its sentence names, or that a reader has in mind."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extract.statements.folding import KINDS, Token
from pipeline.extract.statements.matching import Match
from pipeline.extract.statements.references import Folded, Reference
from pipeline.extract.statements.subjects import PREPOSITIONS, STATED_FORM, Narrative, Subject
from pipeline.records import Mention, Name, Passage

LINKS = frozenset(
    ", which that who is was are were be been being has have had will to and also both then it 's".split()
)


SUPERLATIVES = frozenset("best outstanding favourite favorite top".split())
# Words of a passage or its heading by which a cast is that of the season in mind.
NEWCOMERS = frozenset("new additional join joins joined joining reprise reprises reprising".split())
PARTICIPLES = frozenset("directed written produced penned scripted adapted composed scored created illustrated".split())
CREDITS = PARTICIPLES | frozenset([*"by and , co-written co-directed".split(), KINDS["person"], KINDS["org"]])
OPENINGS = frozenset(
    [
        *"in on the , and also then later finally originally first has have had a an its".split(),
        *"theatrical wide worldwide nationwide general digital global domestic".split(),
    ]
    + [KINDS[kind] for kind in ("date", "place", "org")]
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A clause with all that is needed to read it; `outside` is the sentence around a bracket."""

    folded: Folded
    passage: Passage
    narrative: Narrative
    context: frozenset[str]  # words of the passage up to here
    published_on: date | None
    outside: Folded | None = None


def find_subjects(match: Match, sentence: Sentence, values: set[int]) -> list[Subject]:
    """What the wording is said of: each thing in its own slot, or one understood from around it."""
    trigger, predicate = match.template.trigger, match.template.predicate
    if "subject" not in match.slots and _is_award(match, sentence):
        return []
    allowed = trigger.media or predicate.media
    if "work" not in predicate.subjects:
        subject = _person(match, sentence)
        found = [subject] if subject else []
    elif "subject" in match.slots:
        references = sentence.folded.references
        places = [at for at in range(*match.slots["subject"]) if at in references]
        if trigger.adapted is not None:
            places = [at for at in places if references[at].adapted == trigger.adapted]
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
    return found


def _is_award(match: Match, sentence: Sentence) -> bool:
    """'Best director: P, X' names a winner, and no credit of what the article is about."""
    tokens = sentence.folded.tokens
    return tokens[0].text in SUPERLATIVES and any(t.text == ":" for t in tokens[: match.value[0]])


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
    previous = _previous(at, sentence) if reference.of_previous else None
    return sentence.narrative.resolve(reference, allowed, previous)


def _credited_before(at: int, sentence: Sentence) -> Reference | None:
    """The X of 'the prize went to X, directed by P; it opens in May', if no other work is named before the 'it'."""
    tokens, references = sentence.folded.tokens, sentence.folded.references
    named = [i for i in sorted(references) if i < at and not references[i].song]
    if len(named) != 1 or tokens[at - 1].text != ";" or not _is_credited(tokens[named[0] + 1 : at - 1]):
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
    misfit = False
    for at in [*_within(match, sentence, values), *_candidates(match, sentence, values)]:
        reference = sentence.folded.references[at]
        subject = _resolved(at, sentence, allowed)
        if subject is not None and (not misfit or subject.founded >= STATED_FORM):
            return subject
        if reference.pronoun or reference.other:
            return None
        if reference.medium is not None:
            misfit = True
            if _is_adjacent(at, match, sentence):
                break
    if misfit:
        return None
    if sentence.outside is not None:
        return _outside(sentence, allowed)
    if _is_fronted(sentence):
        following = [at for at in sorted(sentence.folded.references) if at >= match.end and at not in values]
        if following:
            return _resolved(following[0], sentence, allowed)
    if "date" in match.template.predicate.values and not _opens(match, sentence):
        return None
    return sentence.narrative.understood(allowed)


def _song(match: Match, sentence: Sentence) -> Name | None:
    """The song right in front: 'the theme song X, which was released by Y' says nothing of the film."""
    references = sentence.folded.references
    nearest = max((at for at in references if at < min(match.start, match.value[0])), default=None)
    if nearest is None or not _is_adjacent(nearest, match, sentence):
        return None
    reference = references[nearest]
    return sentence.narrative.name_of(reference.work) if reference.song and reference.work else None


def _within(match: Match, sentence: Sentence, values: set[int]) -> list[int]:
    """References inside the wording that fill none of its slots: 'the inspiration behind the novel was X'."""
    filled = {at for start, end in match.slots.values() for at in range(start, end)}
    inside = [i for i in sorted(sentence.folded.references, reverse=True) if match.start < i < match.end]
    references, narrative = sentence.folded.references, sentence.narrative
    free = [i for i in inside if i not in filled | values and not references[i].pronoun]
    return [i for i in free if not narrative.is_stranger(references[i])]


def _candidates(match: Match, sentence: Sentence, values: set[int]) -> list[int]:
    """References in front of the wording, nearest first; those behind a preposition last.

    Another work of which nothing is known counts only right in front of the wording: 'known for X, P is the director'.
    """
    first = min(match.start, match.value[0])
    tokens, references = sentence.folded.tokens, sentence.folded.references
    of_date = "date" in match.template.predicate.values
    free: list[int] = []
    governed: list[int] = []
    for at in sorted((i for i, r in references.items() if i < first and i not in values and not r.song), reverse=True):
        adjacent = _is_adjacent(at, match, sentence)
        behind_preposition = at > 0 and tokens[at - 1].text in PREPOSITIONS
        stranger = at > 0 and sentence.narrative.is_stranger(references[at])
        joined = any(t.text == "and" for t in tokens[at + 1 : first])  # 'made at X and written by P'
        directly = _is_credited(tokens[at + 1 : first]) or (adjacent and not (stranger and joined))
        if directly or not (behind_preposition or stranger):
            free.append(at)
        elif not stranger and not (of_date and tokens[at - 1].text in ("about", "for", "from", "with")):
            governed.append(at)
    return free + governed


def _is_adjacent(at: int, match: Match, sentence: Sentence) -> bool:
    """Whether nothing but links such as ', which was' stands between a reference and the wording."""
    first = min(match.start, match.value[0])
    return all(token.text in LINKS for token in sentence.folded.tokens[at + 1 : first])


def _is_credited(between: Sequence[Token]) -> bool:
    """Whether credits alone stand behind a work: the ', directed by P and' of 'X, directed by P and written by Q'."""
    words = [token.text for token in between]
    if len(words) < 3 or words[0] != "," or words[2] != "by" or words[1] not in PARTICIPLES:
        return False
    return all(word in CREDITS for word in words[1:])


def _is_fronted(sentence: Sentence) -> bool:
    """'Directed by P and written by Q, the series ...'."""
    first = sentence.folded.tokens[0].text
    return first.endswith(("ed", "en", "wn")) or first in ("made", "set")


def _opens(match: Match, sentence: Sentence) -> bool:
    """Whether no noun stands in front that could be the subject: 'Early teasers were released in May'."""
    return all(token.text in OPENINGS for token in sentence.folded.tokens[: match.start])


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
    earlier = [i for i in sorted(sentence.folded.references) if i < at]
    if not earlier:
        return sentence.narrative.understood(())
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
