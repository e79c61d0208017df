"""Lists of winners: a category as a heading, names below it; or 'Best Score: Ann Lee' line by line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.extract.awards.cells import read_recipients
from pipeline.extract.awards.context import AwardContext
from pipeline.extract.awards.labels import Labels
from pipeline.extract.awards.wording import list_rules, looks_like_category, winner_marks
from pipeline.extract.reading import Reading
from pipeline.records import AwardStatement, Name, Passage, PassageKind
from pipeline.values.spans import Span

EXTRACTOR = "awards.list"
INLINE = re.compile(r"(?P<category>[^:–—]{3,80}?)\s*(?::|\s[–—-])\s+(?P<name>\S.{1,200})$")
TWO_PARTS = re.compile(r"(?P<name>[^,]{2,60}), (?P<work>[^,].{1,100})$")
LEAST_CATEGORIES = 0.4  # share of the headings that must look like categories
LONGEST_ITEM = 200


@dataclass(frozen=True, slots=True)
class Item:
    """One name of a list: `start` is where it begins in the passage's text, behind a winner's mark."""

    passage: Passage
    start: int
    end: int
    is_marked: bool

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Group:
    """The names under one category."""

    category: str
    span: Span
    items: tuple[Item, ...]


def read_lists(reading: Reading, context: AwardContext, labels: Labels) -> Iterator[AwardStatement]:
    """The statements of winners' lists. They need a named award and a sentence or mark that says who won."""
    groups = [*_headed(reading.parsed.passages), *_inline(reading.parsed.passages)]
    likely = sum(looks_like_category(group.category) for group in groups)
    if not groups or likely < LEAST_CATEGORIES * len(groups):
        return
    rules, rule_spans = _rules(reading.parsed.passages)
    is_marked = any(item.is_marked for group in groups for item in group.items)
    if not rules and not is_marked:
        return
    for group in groups:
        source = context.of_lists(group.span.start)
        if source is None:
            continue
        results = _results(group, rules, is_marked)
        for item, result in zip(group.items, results, strict=True):
            for name, work in _names(item, group, labels):
                yield AwardStatement(
                    award=source.award.name,
                    edition=source.award.edition,
                    year=source.year,
                    category=group.category,
                    recipient=name,
                    work=work,
                    result=result,
                    rank=None,
                    evidence=tuple(sorted({*source.spans, *rule_spans, group.span, item.passage.span})),
                    extractor=EXTRACTOR,
                )


def _headed(passages: Sequence[Passage]) -> Iterator[Group]:
    """Runs of list items that stand under one heading."""
    headings = {p.text: p.span for p in passages if p.kind == PassageKind.HEADING}
    for (kind, section), run in groupby(passages, key=lambda p: (p.kind, p.section)):
        if kind == PassageKind.LIST_ITEM and section and section[-1] in headings:
            items = tuple(_item(p) for p in run if len(p.text) <= LONGEST_ITEM)
            if items:
                yield Group(section[-1], headings[section[-1]], items)


def _inline(passages: Sequence[Passage]) -> Iterator[Group]:
    """Lines that name category and winner."""
    for passage in passages:
        if passage.kind in (PassageKind.LIST_ITEM, PassageKind.PROSE) and len(passage.text) <= LONGEST_ITEM:
            found = INLINE.match(passage.text)
            if found and looks_like_category(found["category"]):
                item = Item(passage, found.start("name"), len(passage.text), is_marked=False)
                yield Group(found["category"].strip(), passage.to_raw(0, found.end("category")), (item,))


def _item(passage: Passage) -> Item:
    before, after = winner_marks()
    start = found.end() if (found := before.match(passage.text)) else 0
    last = after.search(passage.text)
    end = last.start() if last else len(passage.text)
    return Item(passage, start, end, is_marked=bool(start or last))


def _rules(passages: Sequence[Passage]) -> tuple[frozenset[str], tuple[Span, ...]]:
    """What the article says about its lists, and where."""
    names, spans = set(), []
    for passage in passages:
        if passage.kind in (PassageKind.PROSE, PassageKind.TITLE):
            for name, pattern in list_rules():
                if found := pattern.search(passage.text):
                    names.add(name)
                    if passage.kind == PassageKind.PROSE:
                        spans.append(passage.to_raw(found.start(), found.end()))
    return frozenset(names), tuple(spans)


def _results(group: Group, rules: frozenset[str], is_marked: bool) -> list[str | None]:
    """Won: marked, or on top where the text says so, or alone in a list of winners. The rest only as stated."""
    others = "nominated" if "others_nominated" in rules else None
    if is_marked:
        return ["won" if item.is_marked else others for item in group.items]
    if "first_won" in rules:
        return ["won", *[others] * (len(group.items) - 1)]
    alone = len(group.items) == 1 and "winners_only" in rules and others is None
    return ["won" if alone else None for _ in group.items]


def _names(item: Item, group: Group, labels: Labels) -> Iterator[tuple[Name, Name | None]]:
    """The recipients of an item, and their work: 'Ann Lee (Grey Harbour)', or 'Ann Lee, Grey Harbour' throughout."""
    if all(TWO_PARTS.match(other.text) for other in group.items) and len(group.items) > 1:
        found = TWO_PARTS.match(item.text)
        if found:
            yield labels.name(found["name"], group.category, default="PERSON"), Name(found["work"], "WORK_OF_ART")
            return
    for named in read_recipients(item.text, labels.whole_names):
        work = Name(named.note, "WORK_OF_ART") if named.note and labels.of(named.note) != "PERSON" else None
        yield labels.name(named.text, group.category, is_quoted=named.is_quoted), work
