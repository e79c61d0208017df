"""Disagreements about how a thing is called: no dispute, but a reader who compares articles stumbles over them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.reconcile.candidates import Answer
from pipeline.reconcile.explain import and_join, articles
from pipeline.reconcile.slots import Slot
from pipeline.records import Candidate, Claim, Conflict, Entity, NameVariant
from pipeline.values.folding import fold, fold_spelling
from pipeline.values.ids import content_id
from pipeline.values.names import is_acronym, is_short_form, without_year

MAX_LISTED = 3  # a longer list of values (a cast) leaves spellings to the entities' own rows


def entity_spellings(entities: Iterable[Entity]) -> list[Conflict]:
    """At most one `alias` and one `typo` conflict per entity."""
    conflicts = []
    for entity in entities:
        if entity.label in ("GPE", "LOC", "FAC"):  # 'UK' and 'Britain': nobody stumbles over these
            continue
        other = [v for v in entity.variants if v.kind == "alias" and is_another_name(v.text, entity.name)]
        if entity.label != "WORK_OF_ART":  # a title with a prefix is another title, a company with 'Ltd' no other one
            other = [v for v in other if not is_short_form(entity.name, v.text)]
        right = [v for v in entity.variants if v.kind != "typo"]
        if other and _differ_beyond_length(right):
            conflicts.append(_conflict(entity, "alias", right, other))
        typos = [v for v in entity.variants if v.kind == "typo"]
        if typos:
            full = [v for v in right if not is_short_form(v.text, entity.name)]
            conflicts.append(_conflict(entity, "typo", full + typos, typos))
    return conflicts


def is_another_name(text: str, name: str) -> bool:
    """Not merely the same name shortened, or with another case, punctuation, year or plural."""
    if fold_spelling(text) == fold_spelling(name) or is_short_form(text, name):
        return False
    if is_acronym(text, name) or is_acronym(name, text):
        return False
    return fold_spelling(text) != fold(text) or _bare(text) != _bare(name) or fold_spelling(name) != fold(name)


def _bare(text: str) -> str:
    return " ".join(word.removesuffix("s") for word in fold(without_year(text)).split())


def _differ_beyond_length(variants: Sequence[NameVariant]) -> bool:
    return len({fold_spelling(v.text) for v in variants}) > 1


def _conflict(entity: Entity, kind: str, variants: Sequence[NameVariant], told: Sequence[NameVariant]) -> Conflict:
    """All spellings as candidates; the sentence tells the ones that differ."""
    ordered = sorted(variants, key=lambda v: (v.text != entity.name, -len(v.doc_ids), -v.n_mentions, v.text))
    known = next((v for v in ordered if v.text == entity.name), ordered[0])
    shown = sorted(told, key=lambda v: v.text)[:MAX_LISTED]
    written = and_join(_written(v, "" if kind == "typo" else v.reason) for v in shown)
    verb = ("misspell" if kind == "typo" else "stand") + ("s" if len(shown) == 1 else "")
    words = f"{written} {verb}" + ("" if kind == "typo" else " for")
    return Conflict(
        conflict_id=content_id("cfl", entity.entity_id, "alias", kind),
        subject=entity.name,
        subject_id=entity.entity_id,
        medium=None,
        season=None,
        predicate="alias",
        kind=kind,
        candidates=tuple(Candidate(v.text, (), v.doc_ids, float(len(v.doc_ids))) for v in ordered),
        chosen=entity.name,
        rule="best supported spelling",
        explanation=f"{words} {entity.name!r} ({articles(known.doc_ids)}): one entity, no dispute.",
    )


def _written(variant: NameVariant, reason: str) -> str:
    """'Ota Ken' (a.txt: the same name in the other order)."""
    return f"{variant.text!r} ({articles(variant.doc_ids)}{': ' if reason else ''}{reason})"


Misspelt = Mapping[str, tuple[str, ...]]  # entity id -> its misspellings, folded and sorted


def misspellings(entities: Iterable[Entity]) -> dict[str, tuple[str, ...]]:
    """Of the entities that some article misspells."""
    found = {e.entity_id: {fold_spelling(v.text) for v in e.variants if v.kind == "typo"} for e in entities}
    return {entity_id: tuple(sorted(spellings)) for entity_id, spellings in found.items() if spellings}


def value_spellings(slot: Slot, answers: Sequence[Answer], misspelt: Misspelt) -> list[Conflict]:
    """At most one conflict per question: its values, few enough to compare, are spelt in different ways."""
    if len(answers) > MAX_LISTED:
        return []
    found = []
    for answer in answers:
        claim = answer.best
        if claim.value_number is None and claim.value_earliest is None and claim.value_id != (claim.subject_id or ""):
            spellings = _spellings(answer.claims)
            if len(spellings) > 1:
                found.append((answer, spellings))
    return [_value_conflict(slot, *found[0], misspelt)] if found else []


def _spellings(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Claims by spelling; short forms and differences in case or punctuation are not told apart."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[fold_spelling(claim.written or claim.value)].append(claim)
    full = [key for key in groups if not any(is_short_form(key, other) for other in groups)]
    return {key: groups[key] for key in sorted(full)}


def _value_conflict(
    slot: Slot, answer: Answer, spellings: Mapping[str, Sequence[Claim]], misspelt: Misspelt
) -> Conflict:
    kind = "typo" if spellings.keys() & misspelt.get(answer.best.value_id or "", ()) else "alias"
    candidates = sorted((_candidate(claims) for claims in spellings.values()), key=lambda c: (-c.weight, c.value))
    shown = and_join(f"{c.value!r} ({articles(c.doc_ids)})" for c in candidates)
    how = "a misspelling and its right form" if kind == "typo" else "spellings of one value"
    return Conflict(
        conflict_id=content_id("cfl", *slot, kind),
        subject=answer.best.subject,
        subject_id=answer.best.subject_id,
        medium=slot.medium or None,
        season=slot.season or None,
        predicate=slot.predicate,
        kind=kind,
        candidates=tuple(candidates),
        chosen=answer.best.value,
        rule="one value, best supported spelling",
        explanation=f"{shown} are {how}; {answer.best.value!r} is published.",
    )


def _candidate(claims: Sequence[Claim]) -> Candidate:
    written = sorted(c.written or c.value for c in claims)[0]
    doc_ids = tuple(sorted({c.doc_id for c in claims}))
    return Candidate(written, tuple(sorted(c.claim_id for c in claims)), doc_ids, float(len(doc_ids)))
