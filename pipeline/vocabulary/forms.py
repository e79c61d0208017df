"""The words that name a form of a work, from `media.toml` and `genres.toml`, ready to be looked up by token."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.vocabulary import load_vocabulary

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that refers to a work: its medium (None: left open) and the genre that it names by itself."""

    medium: str | None
    genre: str | None = None
    edition: bool = False  # 'dub': a reference only beside a language or a work
    staged: bool = False  # 'production': a reference only in an article about a stage work
    shown: bool = False  # 'show': the form that is on screens
    loose: bool = False  # 'thriller': a reference only behind 'the', or beside a work


@dataclass(frozen=True, slots=True)
class Forms:
    """Look-up tables; multi-word entries are tuples of lower-case tokens."""

    heads: dict[Words, Head]
    genres: dict[Words, str]
    compounds: frozenset[str]  # what may stand in front of a genre as a part of its name
    longest: int
    first_words: frozenset[str]  # of heads
    tails: frozenset[str]
    adapted: frozenset[str]
    seasons: frozenset[str]
    not_before: frozenset[str]
    modifiers: frozenset[str]
    others: frozenset[str]
    languages: dict[str, str]
    headings: dict[Words, str]  # of sections
    loose: frozenset[str]  # nouns that name a film as well as a series


@cache
def load_forms() -> Forms:
    media, genres = load_vocabulary("media"), load_vocabulary("genres")["genres"]
    heads: dict[Words, Head] = {}
    names: dict[Words, str] = {}
    for noun in media["editions"]["nouns"]:
        heads[_words(noun)] = Head(None, edition=True)
    for noun in media["generic"]["nouns"]:
        heads[_words(noun)] = Head(None)
    for noun in media["generic"]["shown"]:
        heads[_words(noun)] = Head(None, shown=True)
    for noun in media["generic"]["staged"]:
        heads[_words(noun)] = Head("stage", staged=True)
    for medium, nouns in media["media"].items():
        heads |= {_words(noun): Head(medium) for noun in nouns}
    for entry in genres:
        for form in [entry["name"], *entry.get("forms", [])]:
            names[_words(form)] = entry["name"]
            if entry.get("medium"):
                heads[_words(form)] = Head(entry["medium"], entry["name"])
            elif entry.get("noun"):
                heads[_words(form)] = Head(None, entry["name"], loose=True)
    return Forms(
        heads=heads,
        genres=names,
        compounds=frozenset(load_vocabulary("genres")["compounds"]["words"]),
        longest=max(len(words) for words in [*heads, *names]),
        first_words=frozenset(words[0] for words in heads),
        tails=frozenset(media["tails"]["words"]),
        adapted=frozenset(media["tails"]["adapted"]),
        seasons=frozenset(media["season"]["nouns"]),
        not_before=frozenset(media["not_before"]["words"]),
        modifiers=frozenset(media["modifiers"]["words"]),
        others=frozenset(media["others"]["words"]),
        languages={name.lower(): code for name, code in media["languages"].items()},
        headings={_words(noun): medium for medium, nouns in media["headings"].items() for noun in nouns},
        loose=frozenset(media["loose"]["nouns"]),
    )


def medium_of_heading(heading: str) -> str | None:
    """The form a section is about: 'Light novel' -> light_novel, 'Anime series' -> anime, 'Plot' -> None."""
    words = tuple(heading.lower().replace("(", " ").replace(")", " ").split())
    forms = load_forms()
    for cut in (words, words[:-1], tuple(w.rstrip("s") for w in words), words[-1:]):
        head = forms.heads.get(cut)
        if head and head.medium and not head.staged:
            return head.medium
    singular = tuple(w.rstrip("s") for w in words)
    return forms.headings.get(words) or forms.headings.get(singular)


def genre_of(text: str) -> str | None:
    """The name of the genre that a text is written as, e.g. 'Rom-com' -> 'romantic comedy'; else None."""
    return load_forms().genres.get(_words(text))


@cache
def _first_words_of_genres() -> frozenset[str]:
    firsts = {words[0] for words in load_forms().genres}
    return frozenset(firsts | {f"{word}s" for word in firsts})


def may_begin_genre(word: str) -> bool:
    """Whether some genre begins with the lower-case word; cheap to ask of every word."""
    return word in _first_words_of_genres()


def longest_genre(words: Sequence[str]) -> tuple[int, str | None]:
    """The longest genre that lower-case words begin with, and how many of them it takes; (0, None) if they do not."""
    names = load_forms().genres
    for length in range(min(len(words), load_forms().longest), 0, -1):
        head = tuple(words[:length])
        name = names.get(head) or names.get((*head[:-1], head[-1].removesuffix("s")))
        if name is not None:
            return length, name
    return 0, None


def _words(text: str) -> Words:
    return tuple(text.lower().split())
