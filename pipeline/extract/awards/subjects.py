"""Who a clause is about: the names before its cue, or the one behind it that is given something."""

import re

from pipeline.extract.awards.clauses import FARTHEST, Clause, Subject
from pipeline.extract.awards.items import Item, Kind

OWNER = re.compile(r"['’]s?\s+(?:[a-z]+\s+){0,2}[\"“‘]?")
# 'the former champion', 'the novelist'
ROLE = r"(?:(?:the\s+)?(?:(?:former|fellow|previous|veteran|newcomer|[a-z]+ing)\s+)?[a-z]+\s+)?(?:the\s+)?"
MAKER = re.compile(rf"[\"”’]?,?\s*(?:(?:written |directed |performed |sung )?by|\(|for|from|in)\s*{ROLE}[\"“‘]?")
AND = re.compile(r"\s+(?:and|&)\s+")
IN_ROW = re.compile(
    rf"[\"”’)]*\s*(?:,|;|and|&|[,;]\s*(?:and|as well as|plus)|or|as well as|plus)\s*"
    rf"{ROLE}(?:Sir |Dame |Lord |Lady )?[\"“‘]?"
)
SUBJECTS = (Kind.NAME, Kind.TITLE, Kind.PRONOUN)
JOINED = re.compile(
    r"[\s,\"“”‘’'—–]*(?:and|&|as well as)?[\s,\"“”‘’'—–]*(?:all|both|each|also|have|has|had|were|was)?\s*"
)
TOGETHER = re.compile(
    r"\b(?:along with|together with|alongside|shared with|(?<!empty-handed, )as did|tied with|jointly with)\b"
)
ADVERBS = (
    r"(?:(?:also|later|then|subsequently|both|all|has|have|had|was|were|been|went on to|again|twice|itself)\s+){0,3}"
)
IN_YEAR = r"(?:(?:in|for)\s+(?:19|20)\d\d,?\s+)?"
COORDINATED = re.compile(rf"(?:[,;]\s*|\s)(?:and|but|as well as)\s+{ADVERBS}{IN_YEAR}{ADVERBS}$")
LISTED = re.compile(rf",\s*{ADVERBS}$")
WHICH = re.compile(r",\s*(?:which|who)\s+(?!also)")
RELATIVE = re.compile(rf"[\"”’)]?,?\s*(?:for which|who|which|that|whose)\s+{ADVERBS}$")
PREPOSITION = re.compile(
    r"\b(?:at|in|of|by|from|for|with|including|under|about|on|to|against|over|behind|label|during|after|like|unlike|alongside|besides)\s+(?:the\s+)?(?:(?!which|whom|that)[a-z-]+\s+){0,1}[\"“‘]?$"
)
BY = re.compile(r"\bby\s+$")
WITH = re.compile(r"\bwith\s+[\"“‘]?$")
PARTICIPLE = re.compile(r"(?:being )?[a-z]+ing\b")
PREDICATE = re.compile(r"\b(?:became|become|becoming|as|is|was|being)\s+$")
RENDERED = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|['’]s)\s+(?:translation|adaptation|version|production|recording|staging|rendering)\s+of\s+"
    r"(?:the\s+)?[\"“‘]?$"
)
MODIFIED = re.compile(
    r"\s(?!also|later|then|has|have|had|was|were|is|are|who|which|that|and|or|for|at|in|of|by|on|to)[a-z]{4,}"
)
INDIRECT = re.compile(
    r"\s+(?:both\s+)?(?P<whom>her|him|them|it|the pair|the duo)\s+"
    r"(?=(?:an?|the|his|her|its|their|two|three|four|five|several|[A-Z])\b)"
)
GIVEN = re.compile(r",?\s+(?:an?|the|his|her|its|their)\s")
TO_WHOM = re.compile(r"\s+(?:(?:the|its|his|her|their)\s+(?:[a-z-]+\s+){0,3}[a-z-]+,?\s+)?")
FIRST = r"the (?:first|second|third|only|last|youngest|oldest|latest)(?: and only)?(?: [A-Za-z-]{2,20}){0,3}"
BECAME = re.compile(rf"\b(?:became|become|becoming|as|is|was|being|her|him|it|them) {FIRST}\s+$")
MADE = re.compile(rf"\b(?:made|making|makes) (?P<whom>her|him|it|them) {FIRST}(?: [A-Za-z-]{{2,20}})?\s+$")
INSERTION = re.compile(r",\s+(?!and\b|or\b|but\b|as well\b|plus\b)[a-z]")
OPENING = re.compile(r"(?:(?:A|An|The|Also|Already)\s+)?(?:[a-z-]+\s+)?$")


def find_subjects(text: str, clause: Clause, carried: tuple[Subject, ...], *, is_first: bool) -> tuple[Subject, ...]:
    """The subjects of the clause; without any of its own, those that were carried over from the clause before."""
    if receivers := _receivers(text, clause):
        return receivers
    if carried and text[clause.cue.start : clause.cue.start + 3].casefold() == "to ":
        return carried
    if not is_first and carried and COORDINATED.search(_before(text, clause.cue.start)):
        return carried
    if not is_first and carried and _is_listed(text, clause):
        return carried
    items = clause.sentence if is_first else clause.before
    return _named(text, clause, [i for i in items if i.end <= clause.cue.start]) or carried or _behind(text, clause)


def companions(text: str, clause: Clause) -> tuple[Subject, ...]:
    """'..., along with X and Y': others who share the result."""
    found = TOGETHER.search(text, clause.cue.end, clause.cue.end + FARTHEST)
    shared = clause.cue.end if text[clause.cue.start : clause.cue.end].startswith("shar") else None
    if shared is not None and not found:
        found = re.compile(r"\bwith\b").search(text, shared, shared + FARTHEST)
    if not found:
        return ()
    return tuple(run_of(text, [i for i in clause.after if i.start >= found.end()], found.end()))


def run_of(text: str, items: list[Item], start: int) -> list[Subject]:
    """The names that stand in a row from an offset on; makers in 'A by X' and notes in brackets are passed over."""
    run: list[Subject] = []
    end, in_by = start, False
    for item in items:
        gap = text[end : item.start]
        if item.kind in (Kind.NAME, Kind.TITLE):
            if run and OWNER.fullmatch(gap):  # 'Ann Lee's Grey Harbour'
                run[-1] = Subject(item)
            elif run and (MAKER.fullmatch(gap) or (in_by and AND.fullmatch(gap) and not _has_maker(text, item))):
                in_by = True
            elif (run and not IN_ROW.fullmatch(gap)) or (not run and re.search(r"[.;]", gap)):
                break
            else:
                run.append(Subject(item))
                in_by = False
        elif item.kind != Kind.YEAR:
            break
        end = item.end
    return run


def _has_maker(text: str, item: Item) -> bool:
    return MAKER.match(text, item.end) is not None


def _receivers(text: str, clause: Clause) -> tuple[Subject, ...]:
    """'earned her the X', 'won Ann Lee an X': the subject is what they were honoured for."""
    if clause.cue.text not in ("won", "nominated"):
        return ()
    if made := MADE.search(text, max(clause.cue.start - FARTHEST, 0), clause.cue.start):
        return (pronoun_of(made),)
    if found := INDIRECT.match(text, clause.cue.end):
        owner = [i for i in clause.before if i.kind == Kind.NAME and text[i.end : i.end + 2] in ("'s", "’s")]
        return (Subject(owner[-1]) if owner else pronoun_of(found),)
    first = next(iter(clause.after), None)
    if first is None or first.kind != Kind.NAME or not TO_WHOM.fullmatch(text, clause.cue.end, first.start):
        return ()
    return (Subject(first),) if GIVEN.match(text, first.end) else ()


def pronoun_of(found: re.Match[str]) -> Subject:
    """Whom 'her' in 'it won her the X' means: the one that 'she' would."""
    start, end = found.span("whom")
    word = {"her": "she", "him": "he", "them": "they"}.get(found["whom"], found["whom"])
    return Subject(Item(Kind.PRONOUN, start, end, word))


def _named(text: str, clause: Clause, items: list[Item]) -> tuple[Subject, ...]:
    """The names nearest before the cue that stand in a row; what is owned, compared or located is no subject."""
    named = [i for i in items if i.kind in SUBJECTS and text[i.end : i.end + 2] not in ("'s", "’s")]
    named = [i for i in named if text[i.start - 1 : i.start] != "("]
    named = [i for i in named if not _is_predicate(text, i) and not _is_modifier(text, i, clause.cue)]
    named = _without_insertion(text, named, clause.cue)
    if not named:
        return ()
    last, behind = named[-1], text[named[-1].end : clause.cue.start]
    before_last = _before(text, last.start)
    if last.kind != Kind.PRONOUN and RELATIVE.fullmatch(behind):
        return _run(text, named)
    run = _run(text, named)
    first = run[0].item
    if first is not None and WITH.search(_before(text, first.start)) and PARTICIPLE.match(text, clause.cue.start):
        return run  # 'with X and Y winning'
    free = [i for i in named if not PREPOSITION.search(before := _before(text, i.start)) or RENDERED.search(before)]
    if free and COORDINATED.search(_before(text, clause.cue.start)):
        return _run(text, _of_coordinated(text, free, clause.cue.start))
    if free:
        return _run(text, free)
    if BY.search(before_last) and re.fullmatch(rf",?\s*{ADVERBS}", behind):
        return (Subject(last),)
    return ()


def _without_insertion(text: str, names: list[Item], cue: Item) -> list[Item]:
    """'X, from the filmmaker Y, won', 'X, starring Y and Z, won': who is named between the commas is no subject."""
    if not LISTED.search(_before(text, cue.start)):
        return names
    closing = text.rindex(",", 0, cue.start)
    opened = [i for i in names if INSERTION.match(text, _behind_name(text, i)) and i.end < closing]
    outside = [i for i in opened if not PREPOSITION.search(_before(text, i.start))]
    return [i for i in names if i.end <= outside[0].end] if outside else names


def _behind_name(text: str, item: Item) -> int:
    """Where a name ends with its closing quotation mark."""
    return item.end + (text[item.end : item.end + 1] in tuple('"”’)'))


def _run(text: str, names: list[Item]) -> tuple[Subject, ...]:
    """The last of the names with those that stand in a row before it."""
    run = [names[-1]]
    for item in reversed(names[:-1] if names[-1].kind != Kind.PRONOUN else ()):
        if item.kind == Kind.PRONOUN or not JOINED.fullmatch(text[item.end : run[0].start]):
            break
        run.insert(0, item)
    return tuple(Subject(item) for item in run)


def _of_coordinated(text: str, names: list[Item], end: int) -> list[Item]:
    """The row of names that 'and won' goes with: the sentence's first, or the one before 'which was released and'."""
    relative = [found.start() for found in WHICH.finditer(text, names[0].start, end)]
    related = [i for i in names if relative and i.end <= relative[-1]]
    if related and relative[-1] - related[-1].end <= 2:
        return related
    return names[: _row_length(text, names)]


def _row_length(text: str, names: list[Item]) -> int:
    """How many names stand in a row from the first on: what a sentence of several verbs is about."""
    length = 1
    while length < len(names) and JOINED.fullmatch(text[names[length - 1].end : names[length].start]):
        length += 1
    return length


def _is_predicate(text: str, item: Item) -> bool:
    """'became the youngest author to win', 'became the first Dane to win': not another subject."""
    before = _before(text, item.start)
    if item.kind == Kind.NAME and not item.is_known:
        return BECAME.search(before) is not None
    return item.kind == Kind.PRONOUN and " " in item.text and PREDICATE.search(before) is not None


def _is_modifier(text: str, item: Item, cue: Item) -> bool:
    """'The London production': the name says which production, not who."""
    opened = item.text.startswith("The ") or text[max(item.start - 4, 0) : item.start].casefold() == "the "
    if item.kind != Kind.NAME or item.is_known or not opened:
        return False
    found = MODIFIED.match(text, item.end)
    return found is not None and found.start() + 1 != cue.start


def _is_listed(text: str, clause: Clause) -> bool:
    """'won A in 2019, was shortlisted for B': a verb right behind a comma, and no new subject since the last verb."""
    if not LISTED.search(_before(text, clause.cue.start)):
        return False
    start = clause.before[0].start if clause.before else clause.cue.start
    return re.search(r"\b(?:and|while|but|as|when)\b|;", text[start : clause.cue.start]) is None


def _behind(text: str, clause: Clause) -> tuple[Subject, ...]:
    """'Winner of the X, Grey Harbour takes ...': a sentence that opens with the honour names its subject after it."""
    start = clause.sentence[0].start
    if clause.sentence[0] is not clause.cue or not OPENING.fullmatch(_opening(text, start)):
        return ()
    for item in clause.sentence:
        if item.kind in SUBJECTS and re.search(r",\s*[\"“‘]?$", text[clause.cue.end : item.start]):
            return (Subject(item),)
    return ()


def _opening(text: str, start: int) -> str:
    """What stands between the end of the sentence before and an offset."""
    return re.split(r"[.!?]\s+", text[max(start - 40, 0) : start])[-1]


def _before(text: str, end: int) -> str:
    """The few words before an offset."""
    return text[max(end - FARTHEST, 0) : end]
