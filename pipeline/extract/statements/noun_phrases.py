"""Noun phrases that refer to works: 'the manga', 'a second season', 'X', 'its English dub', 'the 2010 drama X'."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.statements.folding import KINDS, Token
from pipeline.extract.statements.plural_seasons import seasons_at
from pipeline.extract.statements.premodifiers import to_the_left
from pipeline.extract.statements.references import Reference
from pipeline.records import Mention
from pipeline.values.numbers import parse_count
from pipeline.vocabulary.forms import Head, load_forms

SETS = frozenset("series trilogy duology tetralogy pair franchise collection cycle quartet".split())
EDITIONS = frozenset("version edition translation dub release".split())  # 'a Japanese version' is one of this work
NEW = ("a", "an")
MOST_WORDS = 9  # from 'series' to the noun that says of what
PRONOUNS = frozenset(["it"])
SET = frozenset("in on at against near during around between amid".split())  # 'a novel set in', not 'a DVD set'
SONGS = frozenset("song songs theme themes single opening ending".split())


def find_reference(tokens: Sequence[Token], at: int, done: Sequence[Token]) -> tuple[Reference, int, int] | None:
    """The reference whose head stands at `at`: itself, how many finished tokens it takes in, where it ends."""
    token = tokens[at]
    if token.text == KINDS["work"]:
        return _after_work(tokens, at, done)
    if token.text in PRONOUNS:
        return Reference(token.start, token.end, pronoun=True), 0, at + 1
    forms = load_forms()
    if token.text in ("seasons", "series"):
        several = seasons_at(tokens, at, done)
        if several is not None:
            return several
    sets = _several(tokens, at, done)
    if sets is not None:
        return sets
    found = _head_at(tokens, at)
    if found is not None:
        head, end = found
        reads = not _is_modifier(tokens, end)
        phrase = _phrase(tokens, at, end, head, done) if reads else None
        return phrase if phrase is None or not head.loose or _is_told(phrase, done) else None
    return _phrase(tokens, at, at + 1, Head(None), done) if token.text in forms.seasons else None


def _is_told(phrase: tuple[Reference, int, int], done: Sequence[Token]) -> bool:
    """'The thriller', 'X, a thriller': nouns that name a genre refer to a work less often than not."""
    reference, taken, _ = phrase
    if reference.determiner in ("the", "this"):
        return True
    before = [token.text for token in done[: len(done) - taken][-2:]]
    return reference.determiner in ("a", "an") and before == [KINDS["work"], ","]


def _head_at(tokens: Sequence[Token], at: int, *, plural: bool = False) -> tuple[Head, int] | None:
    """The longest head noun that starts at `at`, and where it ends."""
    forms = load_forms()
    if at >= len(tokens) or (tokens[at].text not in forms.first_words and not plural):
        return None
    for length in range(min(forms.longest, len(tokens) - at), 0, -1):
        words = tuple(t.text for t in tokens[at : at + length])
        if plural and not words[-1].endswith("s"):
            continue
        head = forms.heads.get((*words[:-1], words[-1].removesuffix("s")) if plural else words)
        if head is not None:
            return head, at + length
    return None


def _several(tokens: Sequence[Token], at: int, done: Sequence[Token]) -> tuple[Reference, int, int] | None:
    """'A series of fantasy novels', 'the trilogy of films': one reference, in the form of its parts."""
    if tokens[at].text not in SETS or not done or at + 1 >= len(tokens) or tokens[at + 1].text != "of":
        return None
    for end in range(at + 2, min(at + MOST_WORDS, len(tokens))):
        found = _head_at(tokens, end, plural=True)
        if found is not None and found[0].medium is not None and not _is_modifier(tokens, found[1]):
            inner, _ = to_the_left(
                Reference(tokens[end].start, tokens[found[1] - 1].end), tokens[at + 2 : end], season=False
            )
            whole = replace(
                inner, start=tokens[at].start, medium=found[0].medium, staged=found[0].staged, language=None
            )
            reference, taken = to_the_left(whole, done, season=False)
            return (reference, taken, found[1]) if reference.determiner else None
        if not tokens[end].text.replace("-", "").isalnum() and tokens[end].item is None:
            return None
    return None


def _is_modifier(tokens: Sequence[Token], end: int) -> bool:
    """Whether another head follows: the 'drama' of 'drama film'."""
    found = _head_at(tokens, end)
    return found is not None and found[0].medium is not None and not found[0].staged


def _after_work(tokens: Sequence[Token], at: int, done: Sequence[Token]) -> tuple[Reference, int, int]:
    """A named work, with 'season 2' or nothing behind it."""
    mention = tokens[at].item
    assert isinstance(mention, Mention)
    season, end = _season_behind(tokens, at + 1)
    before = [t.text for t in done[-2:] if t.text != ","]
    song = bool(before) and before[-1] in SONGS
    return Reference(tokens[at].start, tokens[end - 1].end, work=mention, season=season, song=song), 0, end


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
    word = tokens[start].text
    reference = Reference(tokens[start].start, tokens[end - 1].end, medium=head.medium, staged=head.staged)
    reference = replace(reference, shown=head.shown, own=tokens[end - 1].text == "recording")
    reference = replace(reference, adapted=tokens[end - 1].text in forms.adapted, dub=word in ("dub", "dubbed"))
    if head.genre:
        token = Token(head.genre, tokens[start].start, tokens[end - 1].end)
        reference = replace(reference, genre=token, genre_name=head.genre)
    reference, end = _to_the_right(reference, tokens, start if word in forms.seasons else end, end)
    follows = tokens[end].text if end < len(tokens) else ""
    placed = follows == "set" and end + 1 < len(tokens) and tokens[end + 1].text in SET
    if (follows in forms.not_before and not placed) or (
        follows == "by" and head.medium == "other"
    ):  # 'with a book by P'
        return None
    reference, taken = to_the_left(reference, done, season=word in forms.seasons)
    if not head.edition:  # 'a Japanese novel' tells where it is from
        reference = replace(reference, language=None)
    elif not reference.language and not (reference.dub and reference.determiner):
        return None
    return (reference, taken, end) if _is_one_work(reference, word, head, done, taken) else None


def _to_the_right(reference: Reference, tokens: Sequence[Token], at: int, end: int) -> tuple[Reference, int]:
    """Take in what stands behind the head: 'adaptation', 'season 2', the work's name."""
    forms = load_forms()
    season, behind = _season_behind(tokens, at)
    end = max(end, behind)
    while end < len(tokens) and tokens[end].text in forms.tails:
        reference = replace(reference, adapted=reference.adapted or tokens[end].text in forms.adapted)
        end += 1
    if season is None:
        season, end = _season_behind(tokens, end)
    if _shares_tail(tokens, end):
        reference = replace(reference, adapted=True)
    work = tokens[end].item if end < len(tokens) and tokens[end].text == KINDS["work"] else None
    if isinstance(work, Mention):
        named, end = _season_behind(tokens, end + 1)
        season = named or season
        reference = replace(reference, work=work)
    return replace(reference, season=season, end=tokens[end - 1].end), end


def _is_one_work(reference: Reference, word: str, head: Head, done: Sequence[Token], taken: int) -> bool:
    """Whether the phrase can mean one work; 'fantasy anime' and 'an adaptation' mean a kind of work."""
    forms = load_forms()
    if head.edition and word in EDITIONS and reference.language and (reference.determiner in NEW or word == "release"):
        before = done[-taken - 1].text if len(done) > taken else ""
        return before not in ("for", "in", "into")  # 'licensed for an English release'
    if reference.adapted and reference.medium is None and reference.determiner in (None, "a", "an"):
        return False
    if head.staged and reference.channel is not None:  # 'a Channel Nine production'
        return False
    season_alone = word in forms.seasons and word != "series" and reference.season is None
    if season_alone and reference.determiner in (None, "a", "an", "each", "one", "both"):
        return False
    if reference.determiner or reference.work or reference.season or reference.channel:
        return True
    if len(done) > 2 and done[-2].text == "-" and done[-3].item is not None:  # 'the Ann Oba-directed film'
        return reference.medium is not None
    begins = not done or done[-1].text in ("-", "*", "•", "and", "an")
    return reference.medium is not None and taken == 0 and begins


def _shares_tail(tokens: Sequence[Token], at: int) -> bool:
    """The 'anime' of 'an anime and manga adaptation'."""
    if at >= len(tokens) or tokens[at].text != "and":
        return False
    found = _head_at(tokens, at + 1)
    if found is None:
        return False
    behind = tokens[found[1]].text if found[1] < len(tokens) else ""
    adapted = load_forms().adapted
    return tokens[found[1] - 1].text in adapted or behind.removesuffix("s") in adapted
