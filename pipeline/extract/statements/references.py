"""References to works in a clause: 'X', 'the manga', 'a second season of X', 'X, an anime series', 'its English dub'.

Each becomes one token, so that 'an anime television series adaptation of X, directed by P' reads ' R , directed by P'.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.statements.folding import KINDS, Clause, Token
from pipeline.extract.statements.forms import Head, load_forms
from pipeline.records import DateMention, Mention
from pipeline.values.numbers import parse_count, parse_ordinal

DETERMINERS = frozenset("a an the this that its his her their our whose each both both another one".split())
POSSESSIVES = frozenset("its his her their whose".split())
PRONOUNS = frozenset(["it"])
LONGEST_PHRASE = 12


@dataclass(frozen=True, slots=True)
class Reference:
    """What a token of a clause refers to. `work` is the mention that names it; None: to be understood."""

    start: int  # offsets into the passage
    end: int
    work: Mention | None = None
    medium: str | None = None
    season: int | None = None
    language: str | None = None
    determiner: str | None = None
    adapted: bool = False
    original: str | None = None  # the form it was adapted from, where the phrase says so
    genre: Token | None = None
    genre_name: str | None = None
    year: DateMention | None = None
    length: Token | None = None  # the '12-episode' of 'a 12-episode anime'
    channel: Mention | None = None
    pronoun: bool = False
    staged: bool = False
    of_previous: bool = False  # 'whose manga adaptation': a form of the work referred to before
    other: bool = False  # 'its sister show': not the work one would think of
    dub: bool = False

    @property
    def kind(self) -> str:
        return "pronoun" if self.pronoun else "work" if self.work else "reference"


@dataclass(slots=True)
class Folded:
    """A clause whose references are folded too; `references[i]` belongs to token i."""

    tokens: list[Token]
    references: dict[int, Reference]
    clause: Clause


def fold_references(clause: Clause) -> Folded:
    """The clause with every reference as one token."""
    tokens: list[Token] = []
    references: dict[int, Reference] = {}
    at = 0
    if (
        clause.inside is not None and clause.tokens[0].item is None
    ):  # the last word before the bracket alone means nothing
        tokens.append(clause.tokens[0])
        at = 1
    while at < len(clause.tokens):
        found = _reference_at(clause.tokens, at, tokens)
        if found is None:
            tokens.append(clause.tokens[at])
            at += 1
            continue
        reference, first, at = found
        del tokens[len(tokens) - first :]
        references = {i: r for i, r in references.items() if i < len(tokens)}
        references[len(tokens)] = reference
        tokens.append(Token(KINDS[reference.kind], reference.start, reference.end, reference.work))
    return _joined(Folded(tokens, references, clause))


def _reference_at(tokens: Sequence[Token], at: int, done: Sequence[Token]) -> tuple[Reference, int, int] | None:
    """The reference whose head stands at `at`: itself, how many finished tokens it takes in, where it ends."""
    token = tokens[at]
    if token.text == KINDS["work"]:
        return _after_work(tokens, at)
    if token.text in PRONOUNS:
        return Reference(token.start, token.end, pronoun=True), 0, at + 1
    forms = load_forms()
    for length in range(min(forms.longest, len(tokens) - at), 0, -1):
        words = tuple(t.text for t in tokens[at : at + length])
        head = forms.heads.get(words)
        if head is not None:
            if _is_modifier(tokens, at + length):
                return None
            return _phrase(tokens, at, at + length, head, done)
    if token.text in forms.seasons:
        return _phrase(tokens, at, at + 1, Head(None), done)
    return None


def _is_modifier(tokens: Sequence[Token], end: int) -> bool:
    """Whether another head follows: the 'drama' of 'drama film'."""
    forms = load_forms()
    for length in range(min(3, len(tokens) - end), 0, -1):
        head = forms.heads.get(tuple(t.text for t in tokens[end : end + length]))
        if head is not None:
            return head.medium is not None and not head.staged
    return False


def _after_work(tokens: Sequence[Token], at: int) -> tuple[Reference, int, int]:
    """A named work, with 'season 2' or nothing behind it."""
    mention = tokens[at].item
    assert isinstance(mention, Mention)
    season, end = _season_behind(tokens, at + 1)
    return Reference(tokens[at].start, tokens[end - 1].end, work=mention, season=season), 0, end


def _season_behind(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """'season 2' at `at`: its number and where it ends."""
    if at + 1 < len(tokens) and tokens[at].text in load_forms().seasons:
        number = parse_count(tokens[at + 1].text)
        if number is not None and number < 100:
            return number, at + 2
    return None, at


def _phrase(
    tokens: Sequence[Token], start: int, end: int, head: Head, done: Sequence[Token]
) -> tuple[Reference, int, int] | None:
    """A noun phrase around a head noun, if it refers to one work rather than to a kind of work."""
    forms = load_forms()
    reference = Reference(tokens[start].start, tokens[end - 1].end, medium=head.medium, staged=head.staged)
    if head.genre:
        token = Token(head.genre, tokens[start].start, tokens[end - 1].end)
        reference = replace(reference, genre=token, genre_name=head.genre)
    if tokens[end - 1].text in forms.adapted:
        reference = replace(reference, adapted=True)
    bare_season = tokens[start].text in forms.seasons
    if bare_season:
        season, end = _season_behind(tokens, start)
        reference = replace(reference, season=season)
        end = max(end, start + 1)
    while end < len(tokens) and tokens[end].text in forms.tails:
        reference = replace(reference, adapted=reference.adapted or tokens[end].text in forms.adapted)
        end += 1
    if not bare_season and reference.season is None:
        season, end = _season_behind(tokens, end)
        reference = replace(reference, season=season)
    follows = tokens[end].text if end < len(tokens) else ""
    if follows in forms.not_before or (follows == "by" and head.medium == "other"):  # 'with a book by P'
        return None
    if _shares_tail(tokens, end):
        reference = replace(reference, adapted=True)
    if end < len(tokens) and tokens[end].text == KINDS["work"]:
        reference = replace(reference, work=tokens[end].item)  # type: ignore[arg-type]
        end += 1
        season, end = _season_behind(tokens, end)
        reference = replace(reference, season=season or reference.season)
    reference = replace(reference, end=tokens[end - 1].end)
    reference, taken = _to_the_left(reference, done, bare_season)
    if not head.edition:  # 'a Japanese novel' tells where it is from
        reference = replace(reference, language=None)
    edition_alone = head.edition and not (reference.language or reference.medium)
    is_dub = head_is_dub(tokens[start].text)
    if head.edition and edition_alone and not (is_dub and reference.determiner):
        return None
    reference = replace(reference, dub=is_dub)
    refers = _is_definite_enough(reference, tokens[start].text, head, done, taken)
    return (reference, taken, end) if refers else None


def _is_definite_enough(reference: Reference, word: str, head: Head, done: Sequence[Token], taken: int) -> bool:
    """Whether the phrase can mean one work; 'fantasy anime' and 'an adaptation' mean a kind of work."""
    forms = load_forms()
    if reference.adapted and reference.medium is None and reference.determiner in (None, "a", "an"):
        return False
    if head.staged and reference.channel is not None:  # 'a Channel Nine production'
        return False
    season_alone = word in forms.seasons and word != "series" and reference.season is None
    if season_alone and reference.determiner in (None, "a", "an", "each", "one", "both"):
        return False
    if reference.determiner or reference.work or reference.season or reference.channel:
        return True
    return reference.medium is not None and taken == 0 and _begins(done)


def _shares_tail(tokens: Sequence[Token], at: int) -> bool:
    """The 'anime' of 'an anime and manga adaptation'."""
    forms = load_forms()
    if at + 2 >= len(tokens) or tokens[at].text != "and":
        return False
    for length in range(min(3, len(tokens) - at - 2), 0, -1):
        if tuple(t.text for t in tokens[at + 1 : at + 1 + length]) in forms.heads:
            return tokens[at + 1 + length].text.removesuffix("s") in forms.adapted
    return False


def head_is_dub(word: str) -> bool:
    return word in ("dub", "dubbed")


def _begins(done: Sequence[Token]) -> bool:
    """Whether nothing but a list marker or a conjunction stands before."""
    return not done or done[-1].text in ("-", "*", "•", "and", "an")


def _to_the_left(reference: Reference, done: Sequence[Token], season: bool) -> tuple[Reference, int]:
    """Take in what stands before the head: genre, year, channel, language, ordinal, work, determiner."""
    forms = load_forms()
    at, kept, unknown = len(done), len(done), 0
    while at > 0 and len(done) - at < LONGEST_PHRASE:
        token = done[at - 1]
        genre = _genre_ending(done, at)
        if genre is not None:
            length, name = genre
            if reference.genre_name is None:
                whole = Token(name, done[at - length].start, token.end)
                reference = replace(reference, genre=whole, genre_name=name)
            at = kept = at - length
        elif season and (number := parse_ordinal(token.text)) is not None:
            reference = replace(reference, season=reference.season or number)
            at = kept = at - 1
        elif token.text in forms.languages:
            reference = replace(reference, language=forms.languages[token.text])
            at = kept = at - 1
        elif isinstance(token.item, DateMention) and token.item.precision == "year":
            reference = replace(reference, year=token.item)
            at = kept = at - 1
        elif token.text == "'s" and at > 1 and done[at - 2].item is not None:
            reference, stop = _owned(reference, done[at - 2])
            return reference, len(done) - (at - 2 if stop else kept)
        elif token.text in (KINDS["work"], KINDS["reference"]) and reference.work is None and token.item is not None:
            reference = replace(reference, work=token.item)  # type: ignore[arg-type]
            at = kept = at - 1
        elif token.text == KINDS["org"] and reference.channel is None:
            reference = replace(reference, channel=token.item)  # type: ignore[arg-type]
            at = kept = at - 1
        elif token.text in DETERMINERS:
            reference = replace(reference, determiner=token.text, of_previous=token.text == "whose")
            return replace(reference, start=token.start), len(done) - at + 1
        elif token.text in forms.others:
            reference = replace(reference, other=True)
            at -= 1
        elif token.text.endswith("-episode"):
            reference = replace(reference, length=token)
            at = kept = at - 1
        elif token.text in forms.modifiers or token.text == KINDS["place"] or parse_ordinal(token.text) is not None:
            at -= 1
        elif token.text.replace("-", "").isalnum() and unknown < 2 and _may_modify(token.text):
            unknown += 1
            at -= 1
        else:
            break
    start = done[kept].start if kept < len(done) else reference.start
    return replace(reference, start=min(start, reference.start)), len(done) - kept


FUNCTION_WORDS = frozenset(
    "of in on for by with from and or to as at is was are were be been being has have had will would which who that it"
    " he she they we you i not no about after before during into than then also so if when while but via per under over"
    " between against because including such like one all any some many most more".split()
)


def _may_modify(word: str) -> bool:
    return word not in FUNCTION_WORDS and not word.endswith(("ly",))


def _owned(reference: Reference, owner: Token) -> tuple[Reference, bool]:
    """'X's second season' is of X; 'Channel Nine's game show' is owned by, not named after, its channel."""
    if owner.text in (KINDS["work"], KINDS["reference"]) and isinstance(owner.item, Mention):
        return replace(reference, work=reference.work or owner.item, start=owner.start, determiner="'s"), True
    return replace(reference, determiner="'s"), False


def _genre_ending(done: Sequence[Token], at: int) -> tuple[int, str] | None:
    """The longest genre whose last word stands before `at`: number of tokens, name."""
    forms = load_forms()
    for length in range(min(forms.longest, at), 0, -1):
        name = forms.genres.get(tuple(t.text for t in done[at - length : at]))
        if name is not None:
            return length, name
    return None


def _joined(folded: Folded) -> Folded:
    """'the second season of X' and 'X, an anime series' are one reference each."""
    tokens, references = folded.tokens, folded.references
    at = 0
    while at < len(tokens):
        joined = _join_at(tokens, references, at)
        if joined is None:
            at += 1
            continue
        reference, end = joined
        shift = end - at - 1
        tokens[at:end] = [Token(KINDS[reference.kind], reference.start, reference.end, reference.work)]
        references = {i if i <= at else i - shift: r for i, r in references.items() if not at < i < end}
        references[at] = reference
        folded.references = references
    return folded


def _join_at(tokens: Sequence[Token], references: dict[int, Reference], at: int) -> tuple[Reference, int] | None:
    first = references.get(at)
    if first is None or first.pronoun or at + 2 >= len(tokens):
        return None
    middle, second = tokens[at + 1].text, references.get(at + 2)
    if middle == "of" and tokens[at + 2].text == "which":
        return replace(first, of_previous=True), at + 3
    if middle == "'s" and second and second.work is None and (second.season or second.medium):
        return replace(second, start=first.start, work=first.work, medium=second.medium or first.medium), at + 3
    joins = second is not None and (first.medium is not None if first.adapted else True)
    if middle == "of" and second and joins and first.work is None and not second.pronoun:
        whole = replace(first, work=second.work, end=second.end, season=first.season or second.season)
        return replace(whole, original=second.medium, medium=first.medium or _kept(first, second)), at + 3
    if middle == "," and second and first.work and not second.work and _appositive(tokens, at + 2, second):
        language, season = first.language or second.language, first.season or second.season
        genre, name = first.genre or second.genre, first.genre_name or second.genre_name
        whole = replace(first, medium=first.medium or second.medium, language=language, season=season)
        return replace(whole, genre=genre, genre_name=name, year=first.year or second.year), at + 3
    return None


def _kept(first: Reference, second: Reference) -> str | None:
    """A season or a dub of a form is of that form; an adaptation of it is not."""
    return None if first.adapted else second.medium


def _appositive(tokens: Sequence[Token], at: int, second: Reference) -> bool:
    """', an anime series with ...' describes what stands before; ', the manga adaptation of which' does not."""
    after = [t.text for t in tokens[at + 1 : at + 3]]
    return (
        second.determiner in ("a", "an", "the", "another", "one")
        and after != ["of", "which"]
        and second.medium is not None
    )
