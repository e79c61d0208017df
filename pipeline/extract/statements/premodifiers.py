"""What stands in front of the noun that names a form: 'Channel Nine's 2010 medical', 'a second', 'whose new', 'X'."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.statements.folding import KINDS, Token
from pipeline.extract.statements.references import Reference
from pipeline.records import DateMention, Mention
from pipeline.values.numbers import parse_ordinal
from pipeline.vocabulary.forms import load_forms

DETERMINERS = frozenset("a an the this that its his her their our whose each both another one".split())
LONGEST_PHRASE = 12
MOST_UNKNOWN = 2  # words between determiner and noun that no vocabulary knows
COMPOUNDS = frozenset(["set", "based", "adjacent", "backed"])  # 'the Lindau-set drama', 'a Kelp-backed film'
READERS = frozenset("children boys girls women men".split())  # "the children's novel"
FUNCTION_WORDS = frozenset(
    "of in on for by with from and or to as at is was are were be been being has have had will would which who that it"
    " he she they we you i not no about after before during into than then also so if when while but via per under over"
    " between against because including such like one all any some many most more".split()
)


def to_the_left(reference: Reference, done: Sequence[Token], *, season: bool) -> tuple[Reference, int]:
    """The reference with what the end of `done` says about it, and how many of these tokens belong to it.

    `season`: the noun is 'season' or 'series', so that an ordinal is its number. Words that say nothing are taken in
    only as far as something meaningful stands before them.
    """
    at = kept = len(done)
    unknown = 0
    while at > 0 and len(done) - at < LONGEST_PHRASE:
        token = done[at - 1]
        if token.text in DETERMINERS:
            of_previous = token.text == "whose"
            reference = replace(reference, determiner=token.text, of_previous=of_previous, start=token.start)
            return reference, len(done) - at + 1
        if token.text == "'s" and at > 1 and done[at - 2].text in READERS:
            at -= 2
            continue
        if token.text == "'s" and at > 1 and done[at - 2].item is not None:
            return _owned(reference, done, at, kept)
        if token.text in COMPOUNDS and at > 2 and done[at - 2].text == "-" and done[at - 3].item is not None:
            place = done[at - 3].item
            if token.text == "set" and isinstance(place, Mention):
                reference = replace(reference, setting=place)
            at = kept = at - 3
            continue
        telling = _telling(reference, done, at, season)
        if telling is not None:
            reference, length = telling
            at = kept = at - length
            continue
        unknown += not _is_empty(token)
        if unknown > MOST_UNKNOWN or not (_is_empty(token) or _may_modify(token.text)):
            break
        reference = replace(reference, other=reference.other or token.text in load_forms().others)
        at -= 1
    start = done[kept].start if kept < len(done) else reference.start
    return replace(reference, start=min(start, reference.start)), len(done) - kept


def _telling(reference: Reference, done: Sequence[Token], at: int, season: bool) -> tuple[Reference, int] | None:
    """What the last words before `at` say about the work: the reference with it, and how many words say it."""
    forms, token = load_forms(), done[at - 1]
    genre = _genre_ending(done, at)
    if genre is not None:
        length, name = genre
        whole = Token(name, done[at - length].start, token.end)
        if reference.genre is not None and reference.genre.start - token.end != 1:
            return reference, length
        if reference.genre is not None:  # 'a mystery thriller'
            name, whole = f"{name} {reference.genre_name}", Token(name, whole.start, reference.genre.end)
        return replace(reference, genre=whole, genre_name=name), length
    if token.text in forms.compounds and reference.genre is not None and reference.genre.start - token.end == 1:
        name = f"{token.text} {reference.genre_name}"
        return replace(reference, genre=Token(name, token.start, reference.genre.end), genre_name=name), 1
    number = 2 if token.text == "sophomore" and season else parse_ordinal(token.text)
    if number is not None and season:
        return replace(reference, season=reference.season or number), 1
    if number is not None:
        return replace(reference, ordinal=reference.ordinal or number), 1
    if token.text in forms.languages:
        return replace(reference, language=forms.languages[token.text]), 1
    if token.text.endswith(("-episode", "-part", "-volume")):
        return replace(reference, length=token), 1
    if isinstance(token.item, DateMention):
        return (replace(reference, year=token.item), 1) if token.item.precision == "year" else None
    if isinstance(token.item, Mention):
        return _named(reference, token.text, token.item)
    return None


def _named(reference: Reference, kind: str, mention: Mention) -> tuple[Reference, int] | None:
    """'X anime' is of the work X, 'Channel Nine drama' of a channel."""
    if kind in (KINDS["work"], KINDS["reference"]) and reference.work is None:
        return replace(reference, work=mention), 1
    if kind == KINDS["org"] and reference.channel is None:
        return replace(reference, channel=mention), 1
    return None


def _owned(reference: Reference, done: Sequence[Token], at: int, kept: int) -> tuple[Reference, int]:
    """'X's second season' is of X; 'Channel Nine's game show' is owned by, not named after, its channel."""
    owner = done[at - 2]
    if owner.text in (KINDS["work"], KINDS["reference"]) and isinstance(owner.item, Mention):
        work = reference.work or owner.item
        return replace(reference, work=work, start=owner.start, determiner="'s"), len(done) - (at - 2)
    return replace(reference, determiner="'s"), len(done) - kept


def _is_empty(token: Token) -> bool:
    """Whether the vocabulary knows the word as one that says nothing about the form."""
    forms = load_forms()
    known = token.text in forms.modifiers or token.text in forms.others or token.text == KINDS["place"]
    return known or parse_ordinal(token.text) is not None


def _may_modify(word: str) -> bool:
    return word.replace("-", "").isalnum() and word not in FUNCTION_WORDS and not word.endswith("ly")


def _genre_ending(done: Sequence[Token], at: int) -> tuple[int, str] | None:
    """The longest genre whose last word stands before `at`: number of tokens, name."""
    forms = load_forms()
    for length in range(min(forms.longest, at), 0, -1):
        name = forms.genres.get(tuple(t.text for t in done[at - length : at]))
        if name is not None:
            return length, name
    return None
