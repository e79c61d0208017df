"""What the article taught about its names, applied: every place where a known one stands, under its one label."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.cues import not_names
from pipeline.extract.mentions.entries import countries
from pipeline.extract.mentions.learn import FIXED, SLIPS, Known
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind

FIRST_WORD = re.compile(r"[^\W_]+")
CAPITAL_BEFORE = re.compile(r"(?P<stop>^|[.!?:;\"“”(]\s)?(?P<word>[^\W\d_][\w'’\-]*) $")
OFFICE = re.compile(r"(?<!\w)[A-Z]\w{1,30} of (?:the )?$")  # 'Diet of Japan' names no place
YEAR = re.compile(r" (?:19|20)\d\d(?!\d)")
CAPITAL_AFTER = re.compile(r" [^\W\d_]\w+")
ByWord = dict[str, dict[int, set[str]]]  # first word -> length, the longest first -> names: very many may begin alike


def spread(reading: Reading, known: dict[str, Known]) -> Iterator[Candidate]:
    """Every place where a sure name stands, the longest name first."""
    by_word: ByWord = defaultdict(lambda: defaultdict(set))
    for name in sorted(known, key=lambda n: (-len(n), n)):
        first = FIRST_WORD.search(name)
        if (
            known[name].is_sure
            and known[name].label
            and first
            and first.start() == 0
            and name not in not_names()
            and (len(name) > 2 or name in countries())
            and known[name].label not in FIXED[1:]
        ):
            by_word[first[0]][len(name)].add(name)
    passages = [(n, p.text) for n, p in enumerate(reading.parsed.passages) if p.kind != PassageKind.FURNITURE]
    loud, loud_by_word = _in_capitals(known, by_word) if any(text.isupper() for _, text in passages) else ({}, {})
    for number, text in passages:
        yield from _places(number, text, by_word, known)
        if text.isupper():
            yield from _places(number, text, loud_by_word, loud)


def _in_capitals(known: dict[str, Known], by_word: ByWord) -> tuple[dict[str, Known], ByWord]:
    """The names as a line of capitals writes them: few articles have one."""
    loud = {name.upper(): entry for name, entry in known.items() if len(name.upper()) == len(name) > 4}
    loud_by_word: ByWord = defaultdict(lambda: defaultdict(set))
    for by_length in by_word.values():
        for names in by_length.values():
            for name in sorted({name.upper() for name in names} & loud.keys()):
                loud_by_word[FIRST_WORD.findall(name)[0]][len(name)].add(name)
    return loud, loud_by_word


def _places(number: int, text: str, by_word: ByWord, known: dict[str, Known]) -> Iterator[Candidate]:
    end = 0
    for match in FIRST_WORD.finditer(text):
        by_length = by_word.get(match[0])
        if by_length is None or match.start() < end:
            continue
        for length, names in by_length.items():
            stop = match.start() + length
            name = text[match.start() : stop]
            if name in names and _is_whole(text, match.start(), stop, name, known[name].label):
                if known[name].label == "AWARD" and (year := YEAR.match(text, stop)):
                    stop = year.end()
                yield Candidate(number, match.start(), stop, known[name].label, known[name].family)
                end = stop
                break


def _is_whole(text: str, start: int, end: int, name: str, label: str) -> bool:
    """Whether the name stands there on its own: no word goes on, and a single word is no part of another name."""
    if end < len(text) and (text[end].isalnum() or text[end] == "_") and (name[-1].isalnum()):
        return False
    if (start and text[start - 1] in "-'’") or text[end : end + 1] == "-":
        return False
    if " " in name and (label not in ("ORG", "GPE", "LOC", "FAC") or text.isupper()):
        return True
    if label == "GPE" and OFFICE.search(text[max(0, start - 40) : start]):
        return False
    after = CAPITAL_AFTER.match(text, end)
    if after and after[0][1].isupper():
        return False
    before = CAPITAL_BEFORE.search(text[max(0, start - 30) : start])
    return not (before and before["word"][0].isupper() and before["stop"] is None and start > len(before["word"]) + 1)


def relabel(reading: Reading, candidates: Iterable[Candidate], known: dict[str, Known]) -> Iterator[Candidate]:
    """The candidates under the label that their name has in the article, except labels that go by function."""
    for c in candidates:
        entry = known.get(reading.parsed.passages[c.passage].text[c.start : c.end])
        if (entry is None and known and c.family in SLIPS) or (entry is not None and not entry.label):
            continue  # a slip that contains a known name, or a place that nothing places
        if entry is None or c.label in FIXED or entry.label in FIXED or c.family == "title":
            yield c
        else:
            yield replace(c, label=entry.label)
