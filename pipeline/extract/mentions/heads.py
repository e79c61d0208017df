"""Names whose own last word says what they are: '... Awards', '... Film Festival', '... Entertainment'."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.cues import adjectives, not_names
from pipeline.extract.mentions.shape import RUN, WORD, openers, trim, without_opener
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind
from pipeline.vocabulary import load_vocabulary

POSSESSION = re.compile(
    r"(?<=\w)['’]s (?=[^\W\d_a-z])"
)  # an owner and what it owns are two names: 'Kaze's Ember Bunko'

LOWER_AWARD = re.compile(
    rf"(?<![\w\-'’])(?P<name>{WORD}(?: {WORD}){{0,3}}(?<!['’]s)"
    r"(?: (?!(?:the|his|her|its|their|and|for|won|with|was) )[a-z]{3,12}){0,2}"
    r" (?:prize|award|medal)(?: for [a-z]{3,15})?)(?![\w\-])"
)
QUOTE_END = re.compile(r"[,.!?]?[”\"’]")
COUNT = re.compile(r"\d+ ")  # 'nominated for 14 Larkspur Awards'
LOWER_LEAD = re.compile(  # whoever won it, and when, is no part of an award's name
    r"(?:[^\W\d_a-z][\w\-.]{0,30} [^\W\d_a-z][\w\-.]{0,30}"
    r"|(?:Today|Tomorrow|Yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]ear))['’]s (?=[^\W\d_a-z])"
)
ITS_PRIZE = re.compile(r"['’]s (?:[\w\-]{1,20} ){0,3}(?:Award|Prize|Medal|Grand Prix|award|prize|medal)\b")
OWN = re.compile(r"['’]s (?=[^\W\d_a-z])")
PRIZE_AT = re.compile(  # 'won the audience prize at the'; a prize with a name of its own is another thing
    r"(?<![\w\-])(?:(?:[a-z\-]{3,20} ){1,3}(?:prize|award|medal)|[Gg]rand [Pp]ri(?:x|ze)|[Jj]ury [Pp]rize)"
    r" at (?:the )?(?:(?:19|20)\d\d |\d{1,3}(?:st|nd|rd|th) )?$"
)
AWARDED = re.compile(  # a festival that gives a prize
    r"(?:[Aa]wards?|[Pp]rize|[Mm]edal|division|category|[Ww]inner|won)\b[^.]{0,30} (?:of|from) (?:the )?"
    r"(?:\d\w{1,4} )?$"
)


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, str]]:
    labels = {word: entry["label"] for entry in load_vocabulary("mentions")["head"] for word in entry["words"]}
    longest_first = sorted(labels, key=lambda w: (-len(w), w))
    words, number = "|".join(map(re.escape, longest_first)), r" (?:19|20)\d\d|(?<=TV|io) \d{1,2}"
    return re.compile(rf"(?<![\w\-])(?P<head>{words})(?P<year>{number})?(?![\w\-])"), labels


@cache
def generic_words() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["generic"]["first_words"])


def find_headed(reading: Reading) -> Iterator[Candidate]:
    """Names with a telling last word. Table cells are left to their columns."""
    pattern, _ = _heads()
    for number, passage in enumerate(reading.parsed.passages):
        if passage.kind != PassageKind.TABLE_ROW and pattern.search(passage.text):
            yield from read_headed(number, passage.text)


def read_headed(number: int, text: str) -> Iterator[Candidate]:
    for run in RUN.finditer(text):
        if _heads()[0].search(text, run.start(), run.end()):
            yield from _named(number, text, run.start(), run.end())


def _named(number: int, text: str, start: int, end: int) -> Iterator[Candidate]:
    """The names inside a run of capitalised words: cut behind each head, and at 'and' between two heads."""
    pattern, labels = _heads()
    at = start
    for match in list(pattern.finditer(text, start, end)):
        if match.start() < at:
            continue
        label = labels[match["head"]]
        if label == "ORG" and match.end() < end and not text.startswith((" and ", " & "), match.end()):
            continue  # 'Reed University Choir' is no university
        if text[match.end() : match.end() + 1] == " " and pattern.match(text, match.end() + 1, end):
            continue  # 'Festival Awards': the last head counts
        joint = text.rfind(" and ", at, match.start()) if at > start else -1
        at = max(at, joint)
        if at > start and (own := OWN.match(text, at)):
            at = own.end()
        begin = without_opener(text, _skip_joint(text, at, match.start()), match.end())
        if (
            text.startswith("The ", begin)
            and (begin == 0 or text[begin - 2 : begin] in (". ", "! ", "? "))
            and begin + 4 < match.start()
        ):
            begin += 4
        if label == "AWARD" and (count := COUNT.match(text, begin) or LOWER_LEAD.match(text, begin, match.start())):
            begin = count.end()
        if label == "ORG":
            begin = _behind_office(text, begin, match.start())
        begin, stop = trim(text, begin, match.end(), label)
        if label == "ORG" and _is_quoted(text, begin, stop):
            continue  # “Northwick Radio” is a title
        words = text[begin:stop].split()
        at = match.end()
        if begin < match.start() and _is_specific(words):
            label = "AWARD" if label == "EVENT" and _gives_prize(text, begin, stop) else label
            stop = _with_field(text, stop) if label == "AWARD" else stop
            owner = POSSESSION.search(text, begin, stop) if label in ("ORG", "FAC") else None
            if owner and label == "ORG":
                yield Candidate(number, begin, owner.start(), label, "head")
            yield Candidate(number, owner.end() if owner else begin, stop, label, "head")


def _is_quoted(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 1) : start] in ("“", '"', "‘") and QUOTE_END.match(text, end) is not None


def _gives_prize(text: str, start: int, end: int) -> bool:
    """Whether the festival is named for a prize that has no other name: 'the Otter Festival's Grand Prix'."""
    before = max(0, start - 60)
    return any(pattern.search(text, before, start) for pattern in (AWARDED, PRIZE_AT)) or bool(
        ITS_PRIZE.match(text, end)
    )


@cache
def _fields() -> re.Pattern[str]:
    words = "|".join(load_vocabulary("mentions")["fields"]["words"])
    return re.compile(rf" (?:for|in) (?:{words})(?: and (?:{words}))?(?![\w\-])")


def _with_field(text: str, end: int) -> int:
    """Where the name ends with the field it is given in: 'Larkspur Prize for Fiction'."""
    field = _fields().match(text, end) if text.endswith(("Prize", "Award"), 0, end) else None
    return field.end() if field else end


def _behind_office(text: str, start: int, end: int) -> int:
    """Where the maker's name begins: behind 'Editorial Director of', and behind another's acronym: 'OTR and'."""
    for joint in (" of ", " and "):
        cut = text.find(joint, start, end)
        word = text[start:cut].split()[-1] if cut > start else ""
        if (joint == " and " and word.isupper() and len(word) > 1) or word.casefold() in _offices():
            start = cut + len(joint)
    return start


@cache
def _offices() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["offices"]["words"])


def find_lower_awards(reading: Reading) -> Iterator[Candidate]:
    """Awards whose last word is in small letters: 'the Larkspur prize for fiction'."""
    for number, passage in enumerate(reading.parsed.passages):
        for match in LOWER_AWARD.finditer(passage.text) if passage.kind != PassageKind.TABLE_ROW else ():
            lead = LOWER_LEAD.match(passage.text, *match.span("name"))
            start, end = trim(passage.text, lead.end() if lead else match.start("name"), match.end("name"), "AWARD")
            first, *others = passage.text[start:end].split()
            if (
                others
                and first.casefold() not in generic_words()
                and first not in not_names() | adjectives() | openers()
            ):
                yield Candidate(number, start, end, "AWARD", "head")


def _is_specific(words: list[str]) -> bool:
    """Whether the name has more than general words: 'The Otter Awards', but not 'Best Newcomer Award'."""
    first = words[1] if words[0] == "The" and len(words) > 2 else words[0]
    return first.casefold() not in generic_words()


def _skip_joint(text: str, at: int, head: int) -> int:
    """Where the name begins: behind an 'and', 'of' or 'for' that belongs to the name before."""
    joint = re.compile(r"\s*(?:and|of|no|&)? ?(?:the )?").match(text, at, head)
    return joint.end() if joint else at
