"""Lists of winners: a category as a heading, names below it; or 'Best Score: Ann Lee' line by line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.awards.cells import is_person_like, read_recipients
from pipeline.extract.awards.context import AwardContext
from pipeline.extract.awards.groups import Group, Item, find_groups
from pipeline.extract.awards.labels import Labels
from pipeline.extract.awards.names import names_award
from pipeline.extract.awards.wording import holder_label, labels_category, list_rules, read_result
from pipeline.extract.reading import Reading
from pipeline.records import AwardStatement, Name, Passage, PassageKind
from pipeline.values.spans import Span

EXTRACTOR = "awards.list"
TWO_PARTS = re.compile(
    r"(?P<name>[\"“][^\"“”]{2,60}[\"”]|[^,–—]{2,60}?)(?:, |\s[–—-]\s|\s+for\s+(?=[\"“‘A-Z]))(?P<work>[^,].{1,100})$"
)
COMMA = re.compile(r"[^,]{2,60}, [^,].{1,100}$")
OUTCOME = re.compile(r"(?i:\b(?:nominated|shortlisted|longlisted|nominee|finalist)\b)")
LONGEST_RULE = 3000  # characters of a passage that can say it
NOMINEES = frozenset(("nominees_only", "nominees_titled"))
MOSTLY = 0.8  # share of categories with one name, in lists of winners alone
LEAST_CATEGORIES = 0.4  # share of the headings that must look like categories


def read_lists(reading: Reading, context: AwardContext, labels: Labels) -> Iterator[AwardStatement]:
    """The statements of winners' lists. They need a named award and a sentence or mark that says who won."""
    groups = [group for group in find_groups(reading.parsed.passages) if not _is_entry(group, context)]
    likely = sum(labels_category(group.category) for group in groups)
    if not groups or likely < LEAST_CATEGORIES * len(groups):
        return
    rules, rule_spans = _rules(reading.parsed.passages)
    if rules & NOMINEES and not rules & {"first_won", "winners_only"}:
        groups = [_as_nominees(group) for group in groups]
    if "starred" in rules:
        groups = [
            replace(g, items=tuple(replace(i, is_marked=i.is_marked or i.is_starred) for i in g.items)) for g in groups
        ]
    is_marked = any(item.is_marked for group in groups for item in group.items)
    if not rules and not is_marked:
        return
    is_single = sum(len(group.items) == 1 for group in groups) >= MOSTLY * len(groups)
    for group in groups if context.of_title() else _amid_categories(groups):
        source = context.of_lists(group.span.start)
        if source is None:
            continue
        results = _results(group, rules, is_marked, is_single)
        if group.category.isupper() and not any(results):
            continue  # headings in capitals may be anything
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


def _as_nominees(group: Group) -> Group:
    """'Best Duo: A, B, C' in a list of nominees names three."""
    only = group.items[0]
    if len(group.items) > 1 or not group.is_line or only.text.count(",") < 2 or only.text[:1] in '"“':
        return group
    return replace(group, items=(replace(only, is_nominee=True),))


def _is_entry(group: Group, context: AwardContext) -> bool:
    """'Heron Award – Best Score – Won', in an article about something else: an entry of that thing's honours."""
    outcome = group.is_line and any(read_result(item.text) or OUTCOME.search(item.text) for item in group.items)
    return group.is_line and context.of_title() is None and (outcome or names_award(group.category))


def _amid_categories(groups: Sequence[Group]) -> Iterator[Group]:
    """The groups under categories, and those right between two of them, however their headings are worded."""
    likely = [labels_category(group.category) for group in groups]
    for number, group in enumerate(groups):
        before, after = likely[max(number - 2, 0) : number], likely[number + 1 : number + 3]
        between = any(before or likely[number + 1 :]) and any(after or likely[:number])
        if likely[number] or between:
            yield group


def _rules(passages: Sequence[Passage]) -> tuple[frozenset[str], tuple[Span, ...]]:
    """What the article says about its lists, and where."""
    names, spans = set(), []
    for passage in passages:
        if passage.kind in (PassageKind.PROSE, PassageKind.TITLE, PassageKind.HEADING):
            for name, pattern in list_rules():
                if name == "nominees_titled" and passage.kind != PassageKind.TITLE:
                    continue
                if found := pattern.search(passage.text[:LONGEST_RULE]):
                    names.add(name)
                    if passage.kind == PassageKind.PROSE:
                        spans.append(passage.to_raw(found.start(), found.end()))
    return frozenset(names), tuple(spans)


def _results(group: Group, rules: frozenset[str], is_marked: bool, is_single: bool) -> list[str | None]:
    """Won: marked, or on top where the text says so, or alone in a list of winners. The rest only as stated."""
    others = "nominated" if rules & {"others_nominated", "nominees_only", "nominees_titled"} else None
    if is_marked:
        return ["won" if i.is_marked else "nominated" if i.is_nominee else others for i in group.items]
    if "first_won" in rules:
        return ["won", *[others] * (len(group.items) - 1)]
    if rules & {"nominees_only", "nominees_titled"} and not rules & {"first_won", "winners_only"}:
        return ["nominated" for _ in group.items]
    alone = (
        len({item.passage for item in group.items}) == 1
        and (len(group.items) == 1 or group.is_line)
        and "winners_only" in rules
        and (others is None or is_single)
    )
    return ["won" if alone else None for _ in group.items]


def _names(item: Item, group: Group, labels: Labels) -> Iterator[tuple[Name, Name | None]]:
    """The recipients of a line, and their work: 'Ann Lee (Grey Harbour)', 'Ann Lee, Grey Harbour'."""
    found = TWO_PARTS.match(item.text)
    if item.is_nominee:
        for part in re.split(r",\s+(?![^()]*\))", item.text):
            yield from _single(part, group, labels)
    elif found and (_are_pairs(group) or _is_pair(found, group.category, labels)):
        named = read_recipients(found["name"], labels.whole_names)
        work = found["work"].strip(' "“”‘’')
        is_work = not is_person_like(work) or labels.of(work) == "WORK_OF_ART"
        for one in named:
            name = labels.name(one.text, group.category, is_quoted=one.is_quoted, default="PERSON")
            yield name, Name(work, "WORK_OF_ART") if is_work and name.label == "PERSON" else None
    else:
        yield from _single(item.text, group, labels)


def _single(text: str, group: Group, labels: Labels) -> Iterator[tuple[Name, Name | None]]:
    for named in read_recipients(text, labels.whole_names):
        work = Name(named.note, "WORK_OF_ART") if named.note and labels.of(named.note) == "WORK_OF_ART" else None
        yield labels.name(named.text, group.category, is_quoted=named.is_quoted), work


def _are_pairs(group: Group) -> bool:
    """Several lines under one category, all of the form 'A, B', tell who and for what."""
    return len(group.items) > 1 and all(COMMA.match(item.text) for item in group.items)


def _is_pair(found: re.Match[str], category: str, labels: Labels) -> bool:
    """Whether what stands behind the first name only adds to it: a person's work, or the makers of a work."""
    name, work = found["name"], found["work"]
    is_dashed = found[0][found.end("name")] != ","
    if labels.of(found[0]) is not None and not (
        is_dashed and is_person_like(name) and holder_label(category) == "PERSON"
    ):
        return False  # one name, whatever stands in it
    if is_dashed:
        return (
            is_person_like(name) or len(read_recipients(name)) > 1 or labels.of(name) == "WORK_OF_ART" or ", " in work
        )
    if labels.of(name) == "WORK_OF_ART":
        return is_person_like(re.split(r",|\s+and\s+", work)[0])
    if not is_person_like(name) and len(read_recipients(name)) < 2:
        return False
    is_work = work[:1] in '"“‘' or labels.of(work) == "WORK_OF_ART" or holder_label(category) == "PERSON"
    is_row = " and " in work or "," in work or labels.of(work) == "PERSON"  # of people who share it
    return is_work or not is_row or not is_person_like(work.split(",")[0].split(" and ")[0])
