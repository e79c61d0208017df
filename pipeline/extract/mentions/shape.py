"""What names look like: capitalised words with small words between, and what is trimmed off their ends."""

import re
from functools import cache

from pipeline.vocabulary import load_vocabulary

UPPER = "".join(re.escape(c) for c in map(chr, range(0x250)) if c.isupper())
NATIVE = "\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3"
# Every repeat is bounded: hostile text must not make a pattern run far from every start.
WORD = (
    rf"(?:[{UPPER}]\.(?:[{UPPER}]\.){{0,5}}|[{UPPER}{NATIVE}][\w'’\-]{{0,60}}(?:[./–]\w{{1,40}}){{0,5}}\+?"
    r"|\d{1,5}[A-Za-z\-][\w\-]{0,60})"
)
SMALL = r"(?:de|la|del|der|den|van|von|da|di|du|do|dos|das|al|bin|le)"
PERSON = re.compile(rf"{WORD}(?: (?:{SMALL} ){{0,2}}{WORD}){{0,4}}")
MAKER = re.compile(rf"(?:\d+ )?{WORD}(?: (?:(?:of|the|de|&) ){{0,2}}(?:{WORD}|\d+)){{0,5}}")
RUN = re.compile(
    rf"(?<![\w])(?:\d+ )?{WORD}(?:[ ](?:(?:of|the|and|de|no|ni|ga|wa|di|du|da|do|&) ){{0,2}}{WORD}){{0,9}}"
    r"(?: \d{1,4})?(?!\w)"
)
TITLE_LINK = r"(?: (?:(?:of|the|and|a|an|in|to|on|for|with|from|at|is|no|ga|wa|ni|&) ){0,3}|: |[!?]? – )"
TITLE = rf"{WORD}[!?]{{0,3}}(?:{TITLE_LINK}{WORD}[!?]{{0,3}}){{0,9}}(?: \d{{1,4}}(?!\w))?"
POSSESSIVE = re.compile(r"['’]s?$")
EDITION = re.compile(
    r"^(?:the )?(?:(?:19|20)\d\d |\d{1,3}(?:st|nd|rd|th) |[Ff]irst |[Ss]econd |[Tt]hird )?"
    r"(?:(?:[Aa]nnual|[Ee]dition(?: of)?) )?(?:the )?"
)
SEASON = re.compile(r",? (?:[Ss]eason|[Vv]olume|[Vv]ol\.|[Cc]hapter|[Ee]pisode) \d.*$")
BRACKET = re.compile(r" \([^()]{1,60}\)$")
ORIGIN = re.compile(
    r" \((?:[A-Z][a-z]{1,2}|(?:[A-Z][a-z]{0,3}\.?[ /-]){1,2}[A-Z][a-z]{1,4})\.?\)$"
)  # '(S Kor)', '(Mor)'
ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their) ")
ROLE = re.compile(  # 'Publisher Harbour Press' at the head of a sentence
    r"(?:(?:Co-)?[Pp]ublishers?|[Dd]evelopers?|[Dd]istributors?|[Bb]roadcasters?|[Ss]treamers?|[Ll]icensors?) "
    r"(?=[^\W\d_a-z])"
)
QUOTES = "\"“”'‘’「」『』"
OPENERS = "".join((QUOTES, " ,;:–—-"))
ABBREVIATION = re.compile(r"(?:\b[^\W\d]|\b(?:Jr|Sr|Inc|Ltd|Co|Dept|St|Mr|Dr|vs|Vol|No|Corp|Int|feat)|\.\w)\.$")


def trim(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    """The span without what is no part of a name: quotes, articles, possessives, 'season 2', a leading edition."""
    while start < end and text[start] in OPENERS:
        start += 1
    while start < end and (
        text[end - 1] in ' ,;:–—-"“”「」『』‘' or (text[end - 1] in "'’" and text[end - 2 : end - 1] != "s")
    ):
        end -= 1
    name = text[start:end]
    if match := ARTICLE.match(name):
        start += match.end()
    if label == "PERSON":
        start = without_honorific(text, start, end)
    elif label == "CHARACTER" and (first := text[start:end].partition(" "))[0] in ranks() and first[2]:
        start += len(first[0]) + 1
    elif label == "ORG" and (role := ROLE.match(text, start, end)):
        start = role.end()
    if label in ("AWARD", "EVENT") and (match := EDITION.match(text[start:end])) and match.end() < end - start:
        start += match.end()
    for pattern in (POSSESSIVE, SEASON):
        if label == "WORK_OF_ART" or pattern is POSSESSIVE:
            match = pattern.search(text[start:end])
            if match and match.start() > 1 and not (pattern is POSSESSIVE and match[0] in ("'", "’")):
                end = start + match.start()
    if text[end : end + 1] == "." and ABBREVIATION.search(text[start : end + 1]) and not text[end - 1].isupper():
        end += 1
    if text[end - 1 : end] == "." and not ABBREVIATION.search(text[start:end]) and not text[start:end].endswith("..."):
        end -= 1
    if (
        text.count("(", start, end) > text.count(")", start, end)
        and (opened := text.rfind("(", start, end)) > start + 1
    ):
        end = opened - (text[opened - 1] == " ")
    for opener, closer in ("()", "[]", "“”"):
        if text[start:end].count(closer) > text[start:end].count(opener) and text[end - 1] == closer:
            end -= 1
    return start, end


def is_title_like(name: str) -> bool:
    """Whether most of the longer words are capitalised: 'A Lamp in the Reeds', not 'a lamp, he said'."""
    words = list(re.findall(r"[^\W\d_][\w'’\-]*", name))
    if not words:
        return bool(name.strip())
    if not (words[0][0].isupper() or not words[0][0].islower()):
        return False
    longer = [w for w in words if len(w) > 3] or words
    return sum(not w[0].islower() for w in longer) >= 0.6 * len(longer)


@cache
def honorifics() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["honorifics"]["words"])


@cache
def ranks() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["honorifics"]["ranks"])


@cache
def _before_people() -> frozenset[str]:
    words = load_vocabulary("mentions")
    occupations = {form for word in words["person_page"]["occupations"] for form in (word, word.capitalize())}
    return frozenset({*honorifics(), *ranks(), *words["adjectives"]["words"], *occupations})


def without_honorific(text: str, start: int, end: int) -> int:
    """Where a person's name begins behind titles, nationalities and occupations: 'Dame [Ada Quill]'."""
    first, _, rest = text[start:end].partition(" ")
    while rest and first in _before_people():
        start += len(first) + 1
        first, _, rest = rest.partition(" ")
    return start


@cache
def openers() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["openers"]["words"])


def without_opener(text: str, start: int, end: int) -> int:
    """Where the name begins when a sentence opens with a small word before it: 'In [Reed Park]'."""
    first, _, rest = text[start:end].partition(" ")
    if (
        rest
        and first in openers()
        and (start == 0 or text[start - 1] not in " -" or text[start - 2 : start] in (". ", "? ", "! ", ": "))
    ) and (rest[0].isupper() or rest[0].isdigit() or rest.startswith("the ")):
        return start + len(first) + 1
    return start
