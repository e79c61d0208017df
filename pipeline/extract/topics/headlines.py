"""The work that a headline is about, where no rule has found it among the names: told by the headline's form."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.vocabulary import load_vocabulary

LONGEST_NAME = 8  # words
LONGEST_HEADLINE = 30
SMALL = frozenset("a an the of and or in on at to for from with by is no de la le du von der vs".split())
INTRODUCED = re.compile(
    r"[”\"’']?,? (?:which is )?(?:a|an|the|his|her|their|its) (?:[\w’'-]+ ){0,5}"
    r"(?:light novel|manga|anime|novel|film|movie|game|series|play|musical|album|memoir|drama|comedy|thriller)\b"
)

FORMS = (
    "light novels?|web novels?|novels?|manga|anime|films?|movie|game|series|webtoon|manhwa|comics?|musical|play|books?"
)
APPOSED = re.compile(
    rf"[”\"’']?(?P<other> \([^()]{{2,60}}\))?,? (?:TV |television |anime |original |live-action )?(?:{FORMS})\b"
)
OWNED = re.compile(r"[^\W\d_]['’]s [“\"‘']?$")

TITLED = re.compile(
    r"(?:light novel|manga|anime|novel|film|movie|game|series|play|musical|album|book|project) "
    r"(?:titled|entitled|called|named) [“\"‘']?$"
)


@cache
def _headlines() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((h["name"], re.compile(h["pattern"])) for h in load_vocabulary("topics")["headlines"])


def name_in_headline(headline: str, only: Sequence[str] = ()) -> str | None:
    """'Sea of Glass review - a quiet drama' -> 'Sea of Glass'."""
    for name, pattern in _headlines():
        found = pattern.search(headline) if not only or name in only else None
        if found and _is_written_large(found["name"].split()):
            return found["name"].strip(" '\"“”‘’")
    return None


@cache
def _people() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((h["name"], re.compile(h["pattern"])) for h in load_vocabulary("topics")["people"])


def person_in_headline(headline: str, only: Sequence[str] = ()) -> str | None:
    """'Ann Oba, who drew cats, dies aged 81' -> 'Ann Oba'; whether that is anybody's name is not asked."""
    for name, pattern in _people():
        found = pattern.search(headline) if not only or name in only else None
        if found:
            return next(group for group in found.groups() if group).strip(" '\"“”‘’")
    return None


def repeated_name(headline: str, text: str, others: Sequence[str]) -> str | None:
    """The longest run of capitalised words of a headline that the article repeats; never a part of `others`.

    It is repeated twice, or once where a form is said of it: 'Sea of Glass, a new play by ...'.
    """
    if not headline:
        return None
    _, found, body = text.partition(headline)
    taken = {word for name in others for word in name.split()}
    for run in _runs(headline):
        name = " ".join(run)
        if name not in (body if found else text):
            continue
        known = any(word in taken for word in run if word.lower() not in SMALL)
        places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", body if found else text)]
        if (len(places) > 1 and not known) or any(_is_introduced(body if found else text, *span) for span in places):
            return name
    return None


def _is_introduced(text: str, start: int, end: int) -> bool:
    """'an anime titled Sea of Glass', 'Sea of Glass, a new play', 'the anime of Ann Oba's Sea of Glass manga'."""
    if INTRODUCED.match(text, end) or TITLED.search(text, max(start - 40, 0), start):
        return True
    form = APPOSED.match(text, end)
    return form is not None and bool(form["other"] or OWNED.search(text, max(start - 10, 0), start))


def _runs(headline: str) -> Iterator[list[str]]:
    """Runs of two to eight words, longest first, that begin and end with a capital and hold no sign."""
    words = headline.split()[:LONGEST_HEADLINE]
    for length in range(LONGEST_NAME, 1, -1):
        for start in range(len(words) - length + 1):
            run = words[start : start + length]
            inner = any(re.search(r"[:;,|–—.!?]$|^[–—|]", word) for word in run[:-1])
            if not inner and _is_written_large(run):
                yield [*run[:-1], run[-1].rstrip(":;,|.!?”’\"'")] if length else run


def _is_written_large(words: Sequence[str]) -> bool:
    """Whether a title is written so: capitals but for small words, the first and last word included."""
    bare = [word.strip("“”‘’\"'(") for word in words]
    large = [word[:1].isupper() or word[:1].isdigit() for word in bare]
    if not large or not (large[0] and large[-1]):
        return False
    return all(big or word in SMALL for big, word in zip(large, bare, strict=True))
