"""The verb of mentions: ask every rule family and the model, settle overlaps, spread names over the article."""

from collections.abc import Callable, Iterator

from pipeline.extract.mentions.apposed import find_apposed
from pipeline.extract.mentions.candidates import RANK, Candidate, settle, without_contradicted, without_parts
from pipeline.extract.mentions.cast import find_cast
from pipeline.extract.mentions.cues import find_cued
from pipeline.extract.mentions.entries import find_in_tables, find_infobox
from pipeline.extract.mentions.givers import find_prizes, judge
from pipeline.extract.mentions.headings import find_headings
from pipeline.extract.mentions.heads import find_headed, find_lower_awards
from pipeline.extract.mentions.instalments import find_parts
from pipeline.extract.mentions.learn import Known, learn
from pipeline.extract.mentions.lines import find_cast_lines
from pipeline.extract.mentions.model import find_model_entities
from pipeline.extract.mentions.places import find_places
from pipeline.extract.mentions.series import agree, follow, subtitled
from pipeline.extract.mentions.spread import relabel, spread
from pipeline.extract.mentions.titles import find_entries, find_list_titles, find_native, find_page_title, find_quoted
from pipeline.extract.mentions.winners import find_winners
from pipeline.extract.mentions.works import find_works
from pipeline.extract.mentions.zones import Zones
from pipeline.extract.reading import Findings, Reading, section_name
from pipeline.records import Mention, PassageKind

Family = Callable[[Reading], Iterator[Candidate]]

# Each with a number: precision and recall with and without it stand in training/README.md.
FAMILIES: dict[str, Family] = {
    "model": find_model_entities,
    "page title": find_page_title,
    "parts of a series": find_parts,
    "quoted titles": find_quoted,
    "list titles": find_list_titles,
    "numbered entries": find_entries,
    "titles over entries": find_headings,
    "winners": find_winners,
    "infobox": find_infobox,
    "tables": find_in_tables,
    "cues": find_cued,
    "cast": find_cast,
    "cast lines": find_cast_lines,
    "heads": find_headed,
    "small awards": find_lower_awards,
    "prizes": find_prizes,
    "places": find_places,
    "works": find_works,
    "titles in apposition": find_apposed,
    "native names": find_native,
}
SPREADING = True
SCORES = {family: round(0.5 + rank / 20, 2) for family, rank in RANK.items()}


def find_mentions(reading: Reading, findings: Findings) -> tuple[Mention, ...]:
    """All named mentions of the article, by offset; they never overlap."""
    zones = Zones(reading, findings)
    texts = [passage.text for passage in reading.parsed.passages]
    told = (c for family in FAMILIES.values() for c in family(reading) if _is_read(reading, c) and zones.allows(c))
    found = settle(without_parts(without_contradicted(texts, told)))
    found = agree(reading, found)
    known: dict[str, Known] = {}
    if SPREADING:
        known = learn(reading, found)
        found = settle([*relabel(reading, found, known), *filter(zones.allows, spread(reading, known))])
        found = list(judge(reading, follow(reading, subtitled(reading, found))))
    return tuple(sorted((_mention(reading, c, known) for c in found), key=lambda m: (m.start, m.end)))


def _is_read(reading: Reading, candidate: Candidate) -> bool:
    passage = reading.parsed.passages[candidate.passage]
    words = passage.text[candidate.start : candidate.end]
    return bool(words) and words.strip() == words and passage.kind != PassageKind.FURNITURE


def _mention(reading: Reading, candidate: Candidate, known: dict[str, Known]) -> Mention:
    passage = reading.parsed.passages[candidate.passage]
    span = passage.to_raw(candidate.start, candidate.end)
    words, written = passage.text[candidate.start : candidate.end], reading.parsed.text[span.start : span.end]
    entry = known.get(words)
    return Mention(
        start=span.start,
        end=span.end,
        text=written,
        label=candidate.label,
        section=section_name(passage.section),
        extractor=candidate.family,
        score=SCORES[candidate.family],
        canonical=entry.canonical if entry else None,
        name=words if words != written else None,
    )
