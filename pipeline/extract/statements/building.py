"""From a wording found to statements: its values as understood, with their qualifiers and their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extract.statements.folding import KINDS, Token
from pipeline.extract.statements.matching import Match
from pipeline.extract.statements.names import same_name
from pipeline.extract.statements.references import Folded, Reference
from pipeline.extract.statements.subjects import Narrative, Subject
from pipeline.records import DateMention, Mention, Passage, Qualifiers, Statement
from pipeline.values import edtf
from pipeline.values.numbers import parse_count, parse_ordinal
from pipeline.values.romanisation import looks_romanised
from pipeline.vocabulary import load_vocabulary
from pipeline.vocabulary.forms import genre_of, load_forms
from pipeline.vocabulary.predicates import Predicate

SEPARATORS = frozenset([",", "and", "&", "or", "the", "by"])
STATED, UNDERSTOOD = 0.9, 0.8  # scores: the sentence names its subject, or a reader has to know it


@dataclass(frozen=True, slots=True)
class Value:
    """A value as understood, with the tokens that carry it."""

    text: str
    start: int  # offsets into the raw text
    end: int
    label: str | None = None
    number: float | None = None
    earliest: date | None = None
    latest: date | None = None
    format: str | None = None


def build_statements(
    match: Match, folded: Folded, subject: Subject, passage: Passage, narrative: Narrative, published_on: date | None
) -> Iterator[Statement]:
    """One statement for each value of the match."""
    predicate = match.template.predicate
    qualifiers = _qualifiers(match, folded, subject, passage, narrative, published_on)
    certain = any(not r.pronoun for i, r in folded.references.items() if i < match.start or "subject" in match.slots)
    for value in _values(match, folded, subject, passage, narrative):
        if predicate.name != "based_on" and value.text == subject.name.text:
            continue
        yield make_statement(
            predicate, subject, value, qualifiers, match.template.trigger.name, STATED if certain else UNDERSTOOD
        )


def make_statement(
    predicate: Predicate, subject: Subject, value: Value, qualifiers: Qualifiers, extractor: str, score: float
) -> Statement:
    """The statement; form and season are left out where the predicate is about the work as such."""
    of_form = predicate.about == "medium"
    return Statement(
        subject=subject.name,
        predicate=predicate.name,
        value=_platform(value.text) if predicate.name == "platform" else value.text,
        start=value.start,
        end=value.end,
        extractor=extractor,
        value_label=value.label,
        value_number=value.number,
        value_earliest=value.earliest,
        value_latest=value.latest,
        medium=subject.medium if of_form else None,
        season=subject.season if of_form else None,
        qualifiers=replace(qualifiers, format=value.format) if value.format else qualifiers,
        score=score,
    )


def _platform(name: str) -> str:
    """'PS5' -> 'PlayStation 5'."""
    names: dict[str, str] = load_vocabulary("platforms")["names"]
    return names.get(name.lower(), name)


def date_value(item: DateMention, part: str | None) -> Value | None:
    """The date, or the part of a range that the predicate takes; None for a range that has no such part."""
    if item.edtf is None or (part == "year" and item.precision not in ("year", "season")):
        return None
    text: str = item.edtf
    if "/" in text:
        first, _, last = text.partition("/")
        text = {"start": first, "end": last}.get(part or "", "")
        if text in ("", "..", "open"):
            return None
    earliest, latest = edtf.bounds(text)
    return Value(text, item.start, item.end, earliest=earliest, latest=latest)


def _values(match: Match, folded: Folded, subject: Subject, passage: Passage, narrative: Narrative) -> Iterator[Value]:
    start, end = match.value
    predicate = match.template.predicate
    for number in range(start, end):
        token = folded.tokens[number]
        if token.text in (KINDS["reference"], KINDS["work"]) and not AS_WRITTEN & set(predicate.values):
            value = _of_reference(number, folded, passage, narrative, subject, predicate)
            if value is not None:
                yield value
        elif isinstance(token.item, Mention) and AS_WRITTEN & set(predicate.values):
            if not match.template.trigger.romanised or all(looks_romanised(w) for w in WORDS.findall(token.item.words)):
                yield from as_written(token.item, predicate, subject)
        elif isinstance(token.item, Mention) and token.text == KINDS["place"]:
            if number == start or folded.tokens[number - 1].text != ",":
                yield _place(folded.tokens[number:end], passage)
        elif isinstance(token.item, Mention):
            name = narrative.name_of(token.item)
            yield Value(name.text, token.item.start, token.item.end, label=name.label)
        elif isinstance(token.item, DateMention):
            dated = date_value(token.item, predicate.part)
            if dated is not None:
                yield dated
    yield from _words(match, folded.tokens[start:end], passage)


AS_WRITTEN = frozenset(["name", "native", "latin"])
WORDS = re.compile(r"[^\W\d_]+")
NATIVE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0400-\u04ff\u0e00-\u0e7f\u0600-\u06ff]")


def as_written(mention: Mention, predicate: Predicate, subject: Subject) -> Iterator[Value]:
    """Another name of the subject, in the script that the predicate is about."""
    native = bool(NATIVE.search(mention.words))
    fits = predicate.values == ("name",) or native == ("native" in predicate.values)
    if fits and not same_name(mention.words, subject.name.text):
        yield Value(mention.words, mention.start, mention.end)


def _place(tokens: list[Token], passage: Passage) -> Value:
    """'Town, Region, Country': places that stand one behind the other are one value."""
    last = 0
    while last + 2 < len(tokens) and tokens[last + 1].text == "," and tokens[last + 2].text == KINDS["place"]:
        last += 2
    span = passage.to_raw(tokens[0].start, tokens[last].end)
    item = tokens[0].item
    text = passage.text[tokens[0].start : tokens[last].end]
    label = item.label if isinstance(item, Mention) else None
    return Value(text, span.start, span.end, label=label)


def _of_reference(
    at: int, folded: Folded, passage: Passage, narrative: Narrative, subject: Subject, predicate: Predicate
) -> Value | None:
    """The work referred to; for a work made from another form of itself, that form."""
    reference = folded.references[at]
    name = narrative.name_of(reference.work) if reference.work else subject.name
    if name == subject.name and (predicate.name != "based_on" or not _is_other_form(reference, subject)):
        return None
    span = passage.to_raw(reference.start, reference.end)
    start, end = (reference.work.start, reference.work.end) if reference.work else (span.start, span.end)
    return Value(name.text, start, end, label=name.label, format=reference.medium)


def _is_other_form(reference: Reference, subject: Subject) -> bool:
    """Whether 'the manga', or 'a series' not yet heard of, is another form of the subject."""
    if reference.medium is None:
        return reference.determiner in ("a", "an") and subject.medium is not None
    return reference.medium != subject.medium


def _words(match: Match, tokens: list[Token], passage: Passage) -> Iterator[Value]:
    """Values that are words: numbers, systems, titles in another script, ISBNs."""
    kinds = match.template.predicate.values
    if "number" in kinds:
        number = parse_count(tokens[0].text) or parse_ordinal(tokens[0].text)
        span = passage.to_raw(tokens[0].start, tokens[-1].end)
        if number is not None:
            yield Value(str(number), span.start, span.end, number=float(number))
        return
    if "genre" in kinds:
        text = " ".join(t.text for t in tokens)
        span = passage.to_raw(tokens[0].start, tokens[-1].end)
        yield Value(genre_of(text) or genre_of(text.removesuffix("s")) or text, span.start, span.end)
        return
    if not {"platform", "isbn", "native"} & set(kinds):
        return
    run: list[Token] = []
    for token in [*tokens, Token(",", 0, 0)]:
        if token.item is None and token.text not in SEPARATORS and not "\ue000" <= token.text <= "\ue0ff":
            run.append(token)
        elif run:
            span = passage.to_raw(run[0].start, run[-1].end)
            yield Value(passage.text[run[0].start : run[-1].end], span.start, span.end)
            run = []


def _qualifiers(
    match: Match, folded: Folded, subject: Subject, passage: Passage, narrative: Narrative, published_on: date | None
) -> Qualifiers:
    predicate = match.template.predicate
    found = Qualifiers(language=subject.language)
    for name, (start, _) in match.slots.items():
        token = folded.tokens[start]
        if name == "language":
            found = replace(found, language=load_forms().languages[token.text])
        elif name in ("character", "theme") and isinstance(token.item, Mention):
            named = narrative.name_of(token.item).text
            found = replace(found, character=named) if name == "character" else replace(found, theme=named)
        elif name == "region":
            found = replace(found, region=passage.text[token.start : token.end])
        elif name == "as_of" and isinstance(token.item, DateMention):
            found = replace(found, as_of=token.item.edtf)
    if "native" in predicate.values and found.language is None:
        found = replace(found, language=language_of_script(passage.text))
    if predicate.name == "voice_actor" and found.language is None:
        found = replace(found, language=_language_of_sentence(folded))
    if predicate.settle == "latest_as_of" and found.as_of is None:
        found = replace(found, as_of=_as_of(folded, published_on))
    return found


def language_of_script(text: str) -> str | None:
    """'ja' for kana, 'ko' for hangul; Chinese characters alone do not tell."""
    if re.search(r"[\u3040-\u30ff]", text):
        return "ja"
    return "ko" if re.search(r"[\uac00-\ud7a3]", text) else None


def _language_of_sentence(folded: Folded) -> str | None:
    """'In English, ...'."""
    words = [t.text for t in folded.tokens[:2]]
    return load_forms().languages.get(words[1]) if len(words) == 2 and words[0] == "in" else None


def _as_of(folded: Folded, published_on: date | None) -> str | None:
    """The date that a count is stated for: 'as of D', or the article's own for 'so far' and 'have been released'."""
    sentence = folded.clause.inside.tokens if folded.clause.inside else folded.clause.tokens
    words = [t.text for t in sentence]
    for at in range(len(words) - 2):
        item = sentence[at + 2].item
        if words[at : at + 2] == ["as", "of"] and isinstance(item, DateMention):
            return item.edtf
    text = " ".join(words)
    counted = any(cue in text for cue in ("so far", "to date", "currently", "have been", "has been", "has compiled"))
    return published_on.isoformat() if counted and published_on else None
