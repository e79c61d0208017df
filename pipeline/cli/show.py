"""`articlefacts show NAME`: what is known about an entity, each fact with its evidence."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.cli.layout import counted, marker, plain, shortened

if TYPE_CHECKING:
    from pipeline.publish.catalog import Dossier, KnownAward, KnownEntity, KnownFact
    from pipeline.publish.witnesses import Evidence

_EVIDENCE_SHOWN = 3
_ALIASES_SHOWN = 12


def show_command(name: str, raw: Path, processed: Path) -> None:
    """Prints the entity's dossier, or the list of entities that the name may mean. Raises UnknownName."""
    from pipeline.publish import open_snapshot
    from pipeline.publish.catalog import describe, find_entities

    snapshot = open_snapshot(processed)
    found = find_entities(snapshot, name)
    lines = dossier_lines(describe(snapshot, found[0], raw)) if len(found) == 1 else choice_lines(name, found)
    for line in lines:
        print(line)


def choice_lines(name: str, found: Sequence["KnownEntity"]) -> Iterator[str]:
    """Several entities have this name: which ones, and how to ask for one of them."""
    yield f"{plain(name)} may mean {len(found)} entities; ask with one of their ids:"
    for entity in found:
        yield f"  {entity.entity_id}  {plain(entity.name)} ({entity.label}, {counted(entity.n_mentions, 'mention')})"


def dossier_lines(dossier: "Dossier") -> Iterator[str]:
    entity = dossier.entity
    yield f"{plain(entity.name)} ({entity.label})"
    if entity.aliases:
        yield f"  also: {plain('; '.join(shortened(entity.aliases, _ALIASES_SHOWN)))}"
    yield f"  {counted(entity.n_mentions, 'mention')} in {counted(entity.n_documents, 'article')}, {entity.entity_id}"
    for form, facts in groupby(dossier.facts, key=lambda fact: _form(fact.row)):
        yield ""
        yield form or "Facts"
        for fact in facts:
            yield from fact_lines(fact, f"{fact.row['predicate']}: {fact.row['value']}")
    if dossier.roles:
        yield ""
        yield "Roles"
        for fact in dossier.roles:
            yield from fact_lines(fact, f"{fact.row['predicate']} of {subject_of(fact.row)}")
    if dossier.awards:
        yield ""
        yield "Awards"
        for award in dossier.awards:
            yield from _award_lines(award)


def _form(row: dict[str, Any]) -> str:
    """'anime, season 2': which form of the work is meant."""
    medium, season = row["medium"], row["season"]
    return ", ".join([*([medium] if medium else []), *([f"season {season}"] if season is not None else [])])


def subject_of(row: dict[str, Any]) -> str:
    """'Kite Season (anime, season 2)'."""
    form = _form(row)
    return f"{row['subject']} ({form})" if form else str(row["subject"])


def fact_lines(fact: "KnownFact", statement: str) -> Iterator[str]:
    """The statement, how well it is supported, and where articles say so."""
    extra = "".join(f", {name} {value}" for name, value in fact.qualifiers.items())
    row = fact.row
    support = (
        f"{row['status']}, confidence {row['confidence']:.2f}, {counted(row['n_sources'], 'source')}, {row['fact_id']}"
    )
    yield f"  {plain(statement + extra)}  ({support})"
    yield from _evidence_lines(fact.evidence)


def _award_lines(award: "KnownAward") -> Iterator[str]:
    row = award.row
    edition = f" (edition {row['edition']})" if row["edition"] is not None else ""
    work = f" for {row['work']}" if row["work"] and row["work"] != row["recipient"] else ""
    place = f" no. {row['rank']}" if row["rank"] is not None else ""
    parts = [
        f"{row['year'] or 'year unknown'}  {row['award']}{edition}",
        row["category"],
        f"{row['recipient'] or 'recipient unknown'}{work}",
        f"{row['result'] or 'result unknown'}{place}",
    ]
    yield f"  {plain(', '.join(part for part in parts if part))}  ({row['status']}, confidence {row['confidence']:.2f})"
    yield from _evidence_lines(award.evidence)


def _evidence_lines(evidence: Sequence["Evidence"]) -> Iterator[str]:
    opening, closing = marker()
    for each in evidence[:_EVIDENCE_SHOWN]:
        source = plain(f"{each.title} ({each.doc_id}:{each.start})" if each.title else f"{each.doc_id}:{each.start}")
        if each.quote is None:
            yield f"      (changed or gone since the last run)  -- {source}"
        else:
            words = f"{opening}{plain(each.quote.words)}{closing}"
            yield f"      {plain(each.quote.before)}{words}{plain(each.quote.after)}  -- {source}"
    if len(evidence) > _EVIDENCE_SHOWN:
        yield f"      and {counted(len(evidence) - _EVIDENCE_SHOWN, 'more place')}"
