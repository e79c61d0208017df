"""News of several works: which of them each paragraph is about, so that 'the series' there means its own work.

'Crab renews X and cancels Y' tells of X in one paragraph and of Y in the next. The first work that a paragraph names
is its subject, unless it is only named to say who somebody is ('X star Ann Oba', 'known for X').
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from pipeline.extract.statements.folding import KINDS
from pipeline.extract.statements.references import Folded
from pipeline.extract.statements.seasons import season_of_news
from pipeline.extract.statements.subjects import PREPOSITIONS, Narrative
from pipeline.records import Mention, Name, Passage, PassageKind
from pipeline.vocabulary import load_vocabulary

Read = tuple[Passage, list[Folded]]
CREDITING = frozenset("for from like unlike after alongside besides than behind beyond on with beat and over".split())
KNOWN = frozenset("known fame famous remembered acclaimed success makers creators hit based style vein".split())
FIRST = 3  # tokens in which a paragraph takes up what was said before
FEWEST = 2  # works that make a slate


def works_of_paragraphs(read: Sequence[Read], narrative: Narrative) -> dict[int, Name | None]:
    """What each passage is about, by its id; empty where the article is about one work.

    A paragraph that names no work may go on with the one before. The headline of such an article is about no work
    that could be understood.
    """
    foci = {id(p): _focus(clauses, narrative) for p, clauses in read if p.kind == PassageKind.PROSE}
    if not _is_slate(read, foci, narrative):
        return {}
    about: dict[int, Name | None] = {}
    current: Name | None = None
    section: tuple[str, ...] | None = None
    for passage, clauses in read:
        if passage.kind != PassageKind.TITLE:
            kept = current if passage.section == section and _goes_on(clauses) else None
            current = foci.get(id(passage)) or kept
        section = passage.section
        about[id(passage)] = current
    return about


def declare_forms(read: Sequence[Read], about: Mapping[int, Name | None], narrative: Narrative) -> None:
    """The form of each work of a slate, where its own paragraphs tell it: 'the drama', 'a third season'."""
    for passage, clauses in read:
        name = about.get(id(passage))
        for clause in clauses if name is not None else ():
            form = _form(clause, name, narrative)
            if name is not None and form is not None:
                narrative.declared.setdefault(name.text, form)


def seasons_of_paragraphs(read: Sequence[Read], about: Mapping[int, Name | None]) -> dict[Name, int | None]:
    """The season of each work that its paragraphs are news of."""
    said: dict[Name, list[Folded]] = {}
    for passage, clauses in read:
        name = about.get(id(passage))
        if name is not None:
            said.setdefault(name, []).extend(clauses)
    return {name: season_of_news(clauses) for name, clauses in said.items()}


def _is_slate(read: Sequence[Read], foci: Mapping[int, Name | None], narrative: Narrative) -> bool:
    """Whether the headline names several of the works, or none and one paragraph after the other opens with its own."""
    head = [clause for passage, clauses in read if passage.kind == PassageKind.TITLE for clause in clauses]
    if len({*_named(head, narrative)} & {*foci.values()}) >= FEWEST:
        return True
    if narrative.topic is not None and narrative.topic.label != "WORK_OF_ART":
        return False
    opened = [next(_free(clauses[0], narrative), None) for p, clauses in read if id(p) in foci and clauses]
    turns = [name for name, _ in groupby(name for name in opened if name is not None)]
    found = sum(name is not None for name in foci.values())
    named = any(reference.work is not None for clause in head for reference in clause.references.values())
    return not named and FEWEST < len(turns) == len(set(turns)) and 2 * len(turns) > found


def _focus(clauses: Iterable[Folded], narrative: Narrative) -> Name | None:
    """The first work that a paragraph names as what it speaks of."""
    return next((named[0] for clause in clauses if (named := _named([clause], narrative))), None)


def _named(clauses: Iterable[Folded], narrative: Narrative) -> list[Name]:
    """The works that sentences name outside brackets and credits; in each those behind no preposition first."""
    found: list[Name] = []
    for clause in clauses:
        found += [*_free(clause, narrative), *_free(clause, narrative, governed=True)]
    return list(dict.fromkeys(found))


def _free(clause: Folded, narrative: Narrative, *, governed: bool = False) -> Iterator[Name]:
    for at, reference in sorted(clause.references.items()):
        if not isinstance(reference.work, Mention) or reference.song or _is_credit(clause, at):
            continue
        if governed == (at > 0 and clause.tokens[at - 1].text in PREPOSITIONS):
            yield narrative.name_of(reference.work)


def _is_credit(clause: Folded, at: int) -> bool:
    """'X star Ann Oba', 'X's Ann Oba', 'best known for X', 'based on the novel X': not what is spoken of."""
    behind = [t.text for t in clause.tokens[at + 1 : at + 4] if t.text != "'s"][:1]
    if behind == [KINDS["person"]] or (behind and behind[0] in _callings()):
        return True
    before = [t.text for t in clause.tokens[max(at - 4, 0) : at]]
    return bool(before) and before[-1] in CREDITING and not KNOWN.isdisjoint(before)


@cache
def _callings() -> frozenset[str]:
    """What people are called behind the name of a work."""
    words = load_vocabulary("roles")
    return frozenset([*words["roles"]["words"], *words["behind"]["words"]])


def _goes_on(clauses: Sequence[Folded]) -> bool:
    """Whether a paragraph that names no work begins with 'the series', 'it' or a person."""
    if not clauses or not clauses[0].tokens:
        return False
    told = any(reference.work is None and at < FIRST for at, reference in clauses[0].references.items())
    return told or clauses[0].tokens[0].text == KINDS["person"]


def _form(clause: Folded, name: Name | None, narrative: Narrative) -> str | None:
    """'X, the drama', 'the drama' at the start of a sentence, 'its third season'."""
    for at, reference in sorted(clause.references.items()):
        own = reference.work is not None and narrative.name_of(reference.work) == name
        if reference.other or reference.of_previous or reference.adapted or not (own or reference.work is None):
            continue
        if reference.medium is not None and (own or (at < FIRST and reference.determiner in ("the", "this"))):
            return reference.medium
        if reference.season is not None:
            return narrative.screen
    return None
