"""A sentence as it is read, and where in it the work stands that a wording is said of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.extract.statements.folding import KINDS, Token
from pipeline.extract.statements.matching import Match
from pipeline.extract.statements.references import Folded
from pipeline.extract.statements.subjects import PREPOSITIONS, Narrative
from pipeline.records import Passage

LINKS = frozenset(
    ", which that who is was are were be been being has have had will to and also both then it 's".split()
)
OBJECT = frozenset(["for", "of"])
SUPERLATIVES = frozenset("best outstanding favourite favorite top".split())
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


def is_award(match: Match, sentence: Sentence) -> bool:
    """'Best director: P, X' names a winner, and no credit of what the article is about."""
    tokens = sentence.folded.tokens
    return tokens[0].text in SUPERLATIVES and any(t.text == ":" for t in tokens[: match.value[0]])


def work_behind(match: Match, sentence: Sentence, values: set[int]) -> int | None:
    """The X of 'P composed the music for X', whatever the sentence begins with; not that of 'composed by P of X'."""
    tokens, references = sentence.folded.tokens, sentence.folded.references
    at = match.end + 1
    if (
        match.value[1] >= match.end
        or at not in references
        or at in values
        or tokens[match.end].text not in ("for", "of")
    ):
        return None
    return None if references[at].pronoun or references[at].song or references[at].other else at


def works_within(match: Match, sentence: Sentence, values: set[int]) -> list[int]:
    """References inside the wording that fill none of its slots: 'the inspiration behind the novel was X'."""
    filled = {at for start, end in match.slots.values() for at in range(start, end)}
    inside = [i for i in sorted(sentence.folded.references, reverse=True) if match.start < i < match.end]
    references, narrative = sentence.folded.references, sentence.narrative
    free = [i for i in inside if i not in filled | values and not references[i].pronoun]
    return [i for i in free if not narrative.is_stranger(references[i])]


def works_before(match: Match, sentence: Sentence, values: set[int]) -> list[int]:
    """References in front of the wording, nearest first; those behind a preposition last.

    Another work of which nothing is known counts only right in front of the wording: 'known for X, P is the director'.
    """
    first = min(match.start, match.value[0])
    tokens, references = sentence.folded.tokens, sentence.folded.references
    of_date = match.template.predicate.values == ("date",)
    free: list[int] = []
    governed: list[int] = []
    for at in sorted((i for i, r in references.items() if i < first and i not in values and not r.song), reverse=True):
        adjacent = is_adjacent(at, match, sentence)
        behind_preposition = at > 0 and tokens[at - 1].text in PREPOSITIONS
        stranger = at > 0 and sentence.narrative.is_stranger(references[at])
        joined = any(t.text == "and" for t in tokens[at + 1 : first])  # 'made at X and written by P'
        directly = is_credited(tokens[at + 1 : first]) or (adjacent and not (stranger and joined))
        if directly or not (behind_preposition or stranger):
            free.append(at)
        elif not stranger and not (of_date and tokens[at - 1].text in ("about", "for", "from", "with")):
            governed.append(at)
    return free + governed


def is_adjacent(at: int, match: Match, sentence: Sentence) -> bool:
    """Whether nothing but links such as ', which was' stands between a reference and the wording."""
    first = min(match.start, match.value[0])
    return all(token.text in LINKS for token in sentence.folded.tokens[at + 1 : first])


def is_credited(between: Sequence[Token]) -> bool:
    """Whether credits alone stand behind a work: the ', directed by P and' of 'X, directed by P and written by Q'."""
    words = [token.text for token in between]
    if len(words) < 3 or words[0] != "," or words[2] != "by" or words[1] not in PARTICIPLES:
        return False
    return all(word in CREDITS for word in words[1:])


def is_fronted(sentence: Sentence) -> bool:
    """'Directed by P and written by Q, the series ...'."""
    first = sentence.folded.tokens[0].text
    return first.endswith(("ed", "en", "wn")) or first in ("made", "set", "with")


def opens(match: Match, sentence: Sentence) -> bool:
    """Whether no noun stands in front that could be the subject: 'Early teasers were released in May'."""
    return all(token.text in OPENINGS for token in sentence.folded.tokens[: match.start])
