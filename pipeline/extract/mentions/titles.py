"""Titles: of the page, in its infobox, in quotes, at the head of list items."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.shape import BRACKET, NATIVE, is_title_like, trim
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind
from pipeline.vocabulary import load_vocabulary

NATIVE_ASIDE = re.compile(rf" ?[(（](?P<inner>[^()（）\n]{{0,80}}[{NATIVE}][^()（）\n]{{0,80}})[)）]")
NATIVE_PART = re.compile(r"(?:[A-Z][a-z]+: ?)?(?P<name>[^,;，、/:\s][^,;，、/:]{1,60})(?=$|[,;，、/)）])")
NUMBERED = re.compile(r"(?:^|\n)\W{0,4}\d{1,3}[.)]\s")
ENTRY_NUMBER = re.compile(r"#?\d{1,3}[.):]? ")
FEWEST_ENTRIES = 3
QUOTED = re.compile(
    r"“([^“”\n]{1,160})”|(?<![\w\"])\"([^\"\n]{1,160})\"(?!\w)|(?<!\w)‘([^‘\n]{2,120}?)’(?!\w)|「([^「」\n]{1,80})」|『([^『』\n]{1,80})』|《([^《》\n]{1,80})》"
)


def page_label(reading: Reading) -> str:
    """What an encyclopedia page is about: its infobox says so, else its first sentence, else the model; else ""."""
    persons = set(load_vocabulary("mentions")["person_page"]["keys"])
    keys = {p.cells[0].text.casefold() for p in reading.parsed.passages if p.kind == PassageKind.INFOBOX and p.cells}
    if keys:
        return "PERSON" if keys & persons else "WORK_OF_ART"
    lead = next((p.text for p in reading.parsed.passages if p.kind == PassageKind.PROSE), "")[:300]
    if _person_lead().search(lead):
        return "PERSON"
    if _work_lead().search(lead):
        return "WORK_OF_ART"
    title = next((BRACKET.sub("", p.text) for p in reading.parsed.passages if p.kind == PassageKind.TITLE), "")
    said = Counter(e.label_ for doc in reading.docs for e in doc.ents if e.text == title)
    return max(said.items(), key=lambda item: (item[1], item[0]))[0] if said else ""


@cache
def _person_lead() -> re.Pattern[str]:
    work = "|".join(load_vocabulary("mentions")["person_page"]["occupations"])
    return re.compile(
        rf"\(born |\b(?:is|was) an? (?:[\w\-,/]{{1,30}} ){{0,6}}(?:{work})\b(?! (?:film|by|series|novel))"
    )


@cache
def _work_lead() -> re.Pattern[str]:
    kinds = "|".join(load_vocabulary("mentions")["kinds"]["words"])
    return re.compile(rf"\b(?:is|was) (?:an?|the) (?:[\w\-,/]{{1,30}} ){{0,8}}(?:{kinds})\b")


def find_page_title(reading: Reading) -> Iterator[Candidate]:
    """The title line of an encyclopedia page, without its bracket. A headline is not a title of a thing."""
    if not reading.parsed.is_encyclopedia:
        return
    for number, passage in enumerate(reading.parsed.passages):
        if passage.kind == PassageKind.TITLE:
            bracket = BRACKET.search(passage.text)
            end = bracket.start() if bracket else len(passage.text)
            if end:
                label = page_label(reading)
                yield Candidate(number, 0, end, label or "WORK_OF_ART", "title" if label else "guess")
            return


@cache
def _quote_rules() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rules = load_vocabulary("mentions")["quoted"]
    events, before, first = (rules[k] for k in ("event_after", "category_before", "not_first"))
    return (re.compile(rf"[,.]? ?(?:{'|'.join(events)})(?!\w)"), re.compile(rf"(?:{'|'.join(before)})(?: of| the)? ?$"),
            re.compile(rf"(?:{'|'.join(first)}) ", re.IGNORECASE))  # fmt: skip


def find_quoted(reading: Reading) -> Iterator[Candidate]:
    """Titles in quotes: songs, episodes, films; a quoted name before 'event' is an event."""
    for number, passage in enumerate(reading.parsed.passages):
        yield from read_quoted(number, passage.text)


def read_quoted(number: int, text: str) -> Iterator[Candidate]:
    event, before, first = _quote_rules()
    for match in QUOTED.finditer(text):
        inner = next(g for g in range(1, 7) if match[g] is not None)
        start, end = match.span(inner)
        while end > start and text[end - 1] in ",;. ":
            end -= 1
        name = text[start:end]
        if (
            len(name) < 2
            or not is_title_like(name)
            or first.match(name)
            or before.search(text, max(0, start - 40), match.start())
        ):
            continue
        lead = text[max(0, match.start() - 30) : match.start()]
        is_event = event.match(text, match.end()) or re.search(r"event,? $", lead)
        yield Candidate(number, start, end, "EVENT" if is_event else "WORK_OF_ART", "quote")


@cache
def _kind() -> re.Pattern[str]:
    kinds = "|".join(load_vocabulary("mentions")["kinds"]["words"])
    name = r"(?P<name>[^,\n]{1,90}(?:, [^,\n]{1,60})?)"
    return re.compile(
        rf"{name}, (?:the|an?|another|whose|also) (?:[\w’'\-]{{1,30}} ){{0,4}}(?:{kinds})(?!\w)", re.IGNORECASE
    )


def find_list_titles(reading: Reading) -> Iterator[Candidate]:
    """List items that open with a title and say what it is: 'Ember Days, a manga series by ...'."""
    for number, passage in enumerate(reading.parsed.passages):
        if (
            passage.kind == PassageKind.LIST_ITEM
            and (match := _kind().match(passage.text))
            and is_title_like(match["name"])
        ):
            start, end = trim(passage.text, *match.span("name"), "WORK_OF_ART")
            yield Candidate(number, start, end, "WORK_OF_ART", "list")


def find_entries(reading: Reading) -> Iterator[Candidate]:
    """Items of a list article, each with its own paragraphs below: '3) Ember Days'."""
    passages = reading.parsed.passages
    items = [
        n
        for n, p in enumerate(passages[:-1])
        if p.kind in (PassageKind.LIST_ITEM, PassageKind.HEADING)
        and passages[n + 1].kind in (PassageKind.PROSE, PassageKind.CAPTION)
        and NUMBERED.search(reading.parsed.text, max(0, p.span.start - 8), p.span.start + 8)
    ]
    if len(items) < FEWEST_ENTRIES:
        return
    for number in items:
        text = passages[number].text
        lead = ENTRY_NUMBER.match(text)
        start = lead.end() if lead else 0
        quoted = QUOTED.match(text, start)  # '1. "Ember" – Rook'
        start, end = trim(text, start, quoted.end() if quoted else len(text), "WORK_OF_ART")
        if aside := BRACKET.search(text, start, end):
            end = aside.start()
        people = [e.label_ for e in reading.docs[number].ents if e.label_ == "PERSON" and e.end_char == end]
        if is_title_like(text[start:end]) and len(text[start:end].split()) < 12 and not people:
            yield Candidate(number, start, end, "WORK_OF_ART", "list")


def find_native(reading: Reading) -> Iterator[Candidate]:
    """Names in native script behind the name itself: 'Ember Days (Moe no Hibi, 燃えの日々)', of the same kind."""
    for number, (passage, doc) in enumerate(zip(reading.parsed.passages, reading.docs, strict=True)):
        if NATIVE_ASIDE.search(passage.text):
            ends = {e.end_char: e.label_ for e in doc.ents}
            for aside in NATIVE_ASIDE.finditer(passage.text):
                before = (ends[aside.start() - back] for back in (0, 1, 2) if aside.start() - back in ends)
                label = next(before, page_label(reading) or "WORK_OF_ART")
                for part in NATIVE_PART.finditer(passage.text, aside.start("inner"), aside.end("inner")):
                    if part["name"].startswith("born ") or part["name"].strip().isdigit():
                        continue
                    yield Candidate(number, *part.span("name"), label, "quote")
