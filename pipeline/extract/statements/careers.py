"""Pages about one who makes works: 'her first novel, X', 'composing X for O in D', 'Y, a comedy, followed in D'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any

from pipeline.extract.statements.building import STATED, Value, date_value, make_statement
from pipeline.extract.statements.folding import KINDS, Clause, Token
from pipeline.extract.statements.references import Folded
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.extract.statements.trades import trade_of
from pipeline.records import DateMention, Mention, Name, ParsedArticle, Passage, PassageKind, Qualifiers, Statement
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.predicates import load_predicates

TOPIC = "\uf0f0"  # the person that the page is about, among the characters of KINDS
WORD = r"[^\W\d_][\w'’-]*"
BY_OTHER = re.compile(
    r"^(?: ,)?(?: (?:also|jointly|co-written|written|directed|composed|scored|created|drawn|and|music|story)){0,4} by "
    + KINDS["person"]
)
ROW = re.compile(rf"{KINDS['work']}(?: (?:,|and|, and|as well as) {KINDS['work']}){{0,12}}")
OWNS = frozenset(["his", "her"])
NOT_MADE = frozenset("favourite favorite beloved cherished".split())
IS = frozenset(["he", "she"])
SCREEN = ("anime", "live_action")
DATES = f"[{KINDS['date']}{KINDS['range']}]"


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of careers.toml, compiled over a line of tokens."""

    pattern: re.Pattern[str]
    makes: str
    subject: bool  # the person must be the subject of the sentence
    trades: tuple[str, ...]
    dated: bool
    by_other: bool
    form: str | None
    many: bool  # works in a row with it are made too


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a clause as one string; the person that the page is about is TOPIC, so are 'he' and 'she'."""

    clause: Clause
    words: list[str]

    @property
    def text(self) -> str:
        return "".join(f" {word}" for word in self.words) + " "

    def token(self, at: int) -> Token:
        """The token that begins at this offset of the text."""
        return self.clause.tokens[self.text.count(" ", 0, at) - 1]


def read_career(
    article: ParsedArticle,
    passages: Sequence[tuple[Passage, Sequence[Folded]]],
    narrative: Narrative,
    found: Sequence[Statement],
) -> Iterator[Statement]:
    """What the page of a writer, composer or film-maker tells of the works made, unless it names another maker."""
    topic = narrative.topic
    trade = trade_of(article, topic)
    if topic is None or trade is None:
        return
    others = {(s.predicate, s.subject.text) for s in found if s.value_label == "PERSON" and s.value != topic.text}
    told = {(s.predicate, s.subject.text, s.value) for s in found}
    begun = {(s.subject.text, s.value) for s in found if s.predicate == "publication_start"}
    for passage, clauses in passages:
        if passage.kind != PassageKind.PROSE:
            continue
        for folded in clauses:
            line = _line(folded.clause, topic, narrative)
            for wording in _wordings():
                if not wording.trades or trade in wording.trades:
                    for hit in wording.pattern.finditer(line.text):
                        made = list(_read(hit, wording, line, trade, topic, narrative))
                        made = [s for s in made if (s.predicate, s.subject.text) not in others]
                        made = [s for s in made if (s.predicate, s.subject.text, s.value) not in told]
                        yield from (s for s in made if (s.subject.text, s.value) not in begun)


def _line(clause: Clause, topic: Name, narrative: Narrative) -> Line:
    words, alone = [], True
    for number, token in enumerate(clause.tokens):
        word, behind = token.text, clause.tokens[number + 1 : number + 2]
        if word == KINDS["person"] and isinstance(token.item, Mention):
            word = TOPIC if narrative.name_of(token.item) == topic else word
            alone = alone and (word == TOPIC or [t.text for t in behind] == ["'s"])
        elif word in IS and alone:
            word = TOPIC
        elif word in OWNS and not alone:
            word = "their"  # whose it is nobody can tell
        words.append(word)
    return Line(clause, words)


def _read(
    hit: re.Match[str], wording: Wording, line: Line, trade: str, topic: Name, narrative: Narrative
) -> Iterator[Statement]:
    """The maker of the work, the maker that owns it beside ('P's film X'), and when it came out."""
    token = line.token(hit.start("work"))
    work = token.item
    if not isinstance(work, Mention) or not _is_told(hit, wording, line):
        return
    groups = hit.groupdict()
    made, form = _noun(groups.get("noun") or "")
    predicate = trade if wording.makes == "trade" else wording.makes or made or trade
    if predicate == "director" and trade == "screenwriter" and not wording.makes:
        predicate = trade  # 'her first film' is one that she wrote
    at = hit.start("person") if groups.get("person") else line.text.rfind(KINDS["person"], 0, hit.start())
    other = line.token(at).item if at >= 0 and (wording.by_other or groups.get("person")) else None
    subjects = [_subject(row, wording, form, narrative) for row in _row(line, hit.start("work"), wording)]
    subject = subjects[0][1]
    for named, each in subjects if not wording.by_other else []:
        item = named.item
        assert isinstance(item, Mention)
        yield _stated(predicate, each, Value(topic.text, item.start, item.end, label="PERSON"))
        if named is not token:
            yield from _released(_bracketed(named, line.clause), each)
    if isinstance(other, Mention):
        owner = narrative.name_of(other)
        owned = predicate if wording.by_other else "director" if made == "director" or not made else made
        yield _stated(owned, subject, Value(owner.text, other.start, other.end, label="PERSON"))
    dates = [hit.start(name) for name, text in groups.items() if name.startswith("date") and text]
    dated = line.token(dates[-1]).item if wording.dated and dates else None
    bracketed = _bracketed(token, line.clause)
    yield from _released(dated if isinstance(dated, DateMention) else bracketed, subject)


def _noun(noun: str) -> tuple[str, str]:
    """The predicate and the form of 'novel' and 'novels'; both empty for 'works'."""
    nouns: dict[str, tuple[str, str]] = load_vocabulary("careers")["nouns"]
    makes, form = nouns.get(noun) or nouns.get(noun.removesuffix("s")) or ("", "")
    return makes, form


def _subject(token: Token, wording: Wording, form: str, narrative: Narrative) -> tuple[Token, Subject]:
    assert isinstance(token.item, Mention)
    name = narrative.name_of(token.item)
    return token, Subject(name, wording.form or form or narrative.declared.get(name.text))


def _row(line: Line, at: int, wording: Wording) -> list[Token]:
    """The work that begins at an offset, with those behind it in 'X, Y and Z'."""
    found = ROW.match(line.text, at) if wording.many else None
    end = found.end() if found else at + 1
    places = [place for place in range(at, end) if line.text[place] == KINDS["work"]]
    return [token for place in places if isinstance((token := line.token(place)).item, Mention)]


def _is_told(hit: re.Match[str], wording: Wording, line: Line) -> bool:
    """Whether nothing denies it, the person is the subject where that must be so, and nobody else made it."""
    before, behind = line.text[: hit.start()], (line.text[hit.end("work") :], line.text[hit.end() :])
    hedges = load_vocabulary("hedges")
    denied = {*hedges["negations"]["words"], *hedges["doubts"]["words"]}
    clause = re.split(r" [,;:] ", before)[-1]
    if (denied | NOT_MADE) & {*clause.split(), *hit[0].split()} or (
        not wording.by_other and any(map(BY_OTHER.match, behind))
    ):
        return False
    if not wording.subject:
        return True
    people = [word for word in before.split() if word in (TOPIC, KINDS["person"], KINDS["character"], "who", "they")]
    return bool(people) and people[-1] == TOPIC


def _bracketed(token: Token, clause: Clause) -> DateMention | None:
    """The year in the bracket right behind a work: 'X (1974)'."""
    bracket = next((b for b in clause.brackets if b.tokens and b.tokens[0] is token), None)
    item = bracket.tokens[2].item if bracket is not None and len(bracket.tokens) > 2 else None
    return item if isinstance(item, DateMention) else None


def _released(date: DateMention | None, subject: Subject) -> Iterator[Statement]:
    """A film or a book comes out in a year, a series runs from one to another."""
    if date is None:
        return
    if date.edtf is not None and "/" in date.edtf:
        for predicate, part in (("premiere", "start"), ("finale", "end")):
            if subject.medium in (None, *SCREEN) and (value := date_value(date, part)):
                yield _stated(predicate, subject, value)
    elif value := date_value(date, None):
        yield _stated("premiere" if subject.medium in SCREEN else "release_date", subject, value)


def _stated(predicate: str, subject: Subject, value: Value) -> Statement:
    return make_statement(load_predicates()[predicate], subject, value, Qualifiers(), f"{predicate}: career", STATED)


@cache
def _wordings() -> tuple[Wording, ...]:
    entries: list[dict[str, Any]] = load_vocabulary("careers")["wordings"]
    return tuple(
        Wording(
            re.compile(_regex(entry["pattern"])),
            entry["makes"],
            entry.get("subject", False),
            tuple(entry.get("trades", ())),
            entry.get("dated", False),
            "by" in entry,
            entry.get("form"),
            entry.get("many", False),
        )
        for entry in entries
    )


def _regex(pattern: str) -> str:
    """The language of careers.toml as a regular expression over ' word word'."""
    nouns: dict[str, tuple[str, str]] = load_vocabulary("careers")["nouns"]
    films = "|".join(noun for noun, (makes, _) in nouns.items() if makes == "director")
    signs = {
        "N(film)": f"(?P<noun>{films})",
        "Ns": f"(?P<noun>{'|'.join(f'{noun}s' for noun in nouns)}|works|credits)",
        "N": f"(?P<noun>{'|'.join(nouns)})",
        "W": f"(?P<work>{KINDS['work']})",
        "P": f"(?P<person>{KINDS['person']})",
        "O": KINDS["org"],
        "D": f"(?P<date>{DATES})",
        "S": TOPIC,
        "H": f"(?:his|her|{TOPIC} 's)",
        "* ": f"(?:{WORD} ){{0,4}}?",
        "*,": f"(?:{WORD} ){{0,5}}?,",
        "^": f"^ (?:in {DATES} ,? )?",
    }
    source = re.sub(r"N\(film\)|\* |\*,|\^|(?<!\w)(?:Ns|[NWPODSH])(?!\w)", lambda found: signs[found[0]], pattern)
    numbers = count()
    source = re.sub(r"\(\?P<date>", lambda _: f"(?P<date{next(numbers)}>", source)
    source = source.replace(") ,? ", ")(?: ,)? ").replace("music ,? ", "music(?: ,)? ")
    return source if source.startswith("^") else rf"(?<= ){source}(?= )"
