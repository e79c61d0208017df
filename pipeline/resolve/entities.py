"""From clusters of names to entities: the published name, the other spellings and why they belong, a stable id."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from pipeline.records import Entity, Extraction, NameVariant
from pipeline.records.extraction import LABELS
from pipeline.resolve.blocks import SAME_TITLE
from pipeline.resolve.clusters import Clusters
from pipeline.resolve.naming import KINDS, PEOPLE, NamedThing, NameTable
from pipeline.values.folding import fold, fold_spelling, is_latin, strip_accents
from pipeline.values.ids import content_id
from pipeline.values.names import is_acronym, is_short_form, person_key, person_tokens, title_key, without_year


def build_entities(
    table: NameTable, clusters: Clusters, extractions: Mapping[str, Extraction]
) -> tuple[tuple[Entity, ...], dict[int, Entity]]:
    """All entities by id, and the entity of each name."""
    members: dict[int, list[int]] = defaultdict(list)
    for index in range(len(table)):
        members[clusters.find(index)].append(index)
    titles = _document_titles(extractions)
    wrong = {link.wrong for link in clusters.links if link.wrong is not None}
    reasons = {index: link.reason for link in clusters.links for index in (link.other, link.one, link.wrong)}
    groups = [members[root] for root in sorted(members)]
    entities = _with_ids([_draft(table, group, titles, wrong, reasons) for group in groups])
    by_name = {i: entity for group, entity in zip(groups, entities, strict=True) for i in group}
    return tuple(sorted(entities, key=lambda e: e.entity_id)), by_name


def _draft(
    table: NameTable, group: list[int], titles: Counter[str], wrong: set[int], reasons: Mapping[int | None, str]
) -> Entity:
    """An entity whose `entity_id` is still what the id will be made of."""
    names = [table.names[i] for i in group]
    if len(names) == 1 and len(names[0].spellings) == 1:  # most entities
        return _only_spelling(names[0])
    spellings = _spellings(names)
    right = [text for i in group if i not in wrong for text in table.names[i].spellings]
    people = names[0].kind in PEOPLE
    name = choose_name({text: spellings[text] for text in right} or spellings, titles, names[0].kind)
    typos = {text for i in group if i in wrong for text in table.names[i].spellings} - set(right)
    why = {text: reasons.get(i, "") for i in group for text in table.names[i].spellings}
    label = _majority_label(names)
    variants = tuple(_variant(text, spellings[text], name, typos, why[text]) for text in sorted(spellings))
    return Entity(
        entity_id=_key(name, label, people),
        name=name,
        label=label,
        variants=variants,
        n_mentions=sum(name.mentions for name in names),
        n_documents=len({doc_id for n in names for doc_id in n.articles}),
    )


def _only_spelling(name: NamedThing) -> Entity:
    """As `_draft` makes it of one name that is spelt in one way."""
    ((text, articles),) = name.spellings.items()
    label = _majority_label([name])
    variant = _variant(text, articles, text, set(), "")
    return Entity(
        _key(text, label, name.kind in PEOPLE), text, label, (variant,), variant.n_mentions, len(variant.doc_ids)
    )


def _key(name: str, label: str, people: bool) -> str:
    return f"{KINDS[label]}\n{person_key(name) if people else title_key(name)}"


def _spellings(names: Sequence[NamedThing]) -> dict[str, Counter[str]]:
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        for text, articles in name.spellings.items():
            for doc_id, n in articles.items():
                spellings[text][doc_id] += n
    return spellings


def choose_name(spellings: Mapping[str, Mapping[str, int]], titles: Mapping[str, int], kind: str) -> str:
    """The best supported spelling; `spellings` counts mentions by article, `titles` the articles so called.

    A full name beats a short one (a title may be complete without its subtitle, and so is the name of a page) and Latin
    script another. Then count the articles that use the name in any spelling, the articles it is the title of, and of
    its spellings the one with accents, more mentions, more letters.
    """
    if len(spellings) == 1:  # most names
        return next(iter(spellings))
    people = kind in PEOPLE
    users: dict[str, set[str]] = defaultdict(set)
    for text, articles in spellings.items():
        users[_same_name(text, people)] |= articles.keys()
    family = {key: sum(titles.get(t, 0) for t in spellings if _same_name(t, people) == key) for key in users}

    def rank(text: str) -> tuple[object, ...]:
        key = _same_name(text, people)
        is_titled = " " in text and text in titles  # 'Ann Oba' of a page that begins with her birth name
        shortened = (
            kind != "work" and not is_titled and any(is_short_form(text, o) or is_acronym(text, o) for o in spellings)
        )
        return (
            kind == "award" and without_year(text) != text,
            shortened,
            not is_latin(text),
            -len(users[key]),
            -family[key],
            -sum(sum(spellings[t].values()) for t in spellings if _same_name(t, people) == key),
            key,
            -titles.get(text, 0),
            strip_accents(text) == text,
            -len(spellings[text]),
            -sum(spellings[text].values()),
            text.isupper() or text.islower(),
            -len(text),
            text,
        )

    return min(spellings, key=rank)


def _same_name(text: str, people: bool) -> str:
    return " ".join(person_tokens(text)) if people else title_key(text)


def _variant(text: str, articles: Mapping[str, int], name: str, typos: set[str], reason: str) -> NameVariant:
    kind = "canonical" if text == name else "typo" if text in typos else "alias"
    return NameVariant(text, tuple(sorted(articles)), sum(articles.values()), kind, _describe(text, name, kind, reason))


def _describe(text: str, name: str, kind: str, reason: str) -> str:
    if kind == "canonical":
        return "best supported spelling"
    if kind == "typo":
        return reason
    if fold_spelling(text) == fold_spelling(name):
        return "the same but for case or punctuation"
    if fold(text) == fold(name):
        return "the same but for accents"
    if sorted(fold(text).split()) == sorted(fold(name).split()):
        return "the same name in the other order"
    if reason == SAME_TITLE and title_key(text) != title_key(name):
        return "a spelling of another title it has"
    return reason or "the same name"


def _majority_label(names: Sequence[NamedThing]) -> str:
    if len(names) == 1 and len(names[0].labels) == 1:
        return next(iter(names[0].labels))
    labels: Counter[str] = Counter()
    for name in names:
        labels.update(name.labels)
    return min(labels, key=lambda label: (-labels[label], LABELS.index(label)))


def _document_titles(extractions: Mapping[str, Extraction]) -> Counter[str]:
    return Counter(e.metadata.title for e in extractions.values() if e.metadata.title)


def _with_ids(drafts: Sequence[Entity]) -> list[Entity]:
    """Ids made of kind and key alone; of several entities with one key, all but the best known add their articles."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        groups[draft.entity_id].append(place)
    ids: dict[int, str] = {}
    for key, places in groups.items():
        ranked = sorted(places, key=lambda p: _fame(drafts[p])) if len(places) > 1 else places
        for rank, place in enumerate(ranked):
            extra = () if rank == 0 else _signature(drafts[place])
            ids[place] = content_id("ent", key, *extra)
    return [_renamed(draft, ids[place]) for place, draft in enumerate(drafts)]


def _fame(entity: Entity) -> tuple[object, ...]:
    return -entity.n_documents, -entity.n_mentions, _signature(entity)


def _signature(entity: Entity) -> tuple[str, ...]:
    """First article and name tell namesakes apart: two of one article have different spellings."""
    return min(doc_id for v in entity.variants for doc_id in v.doc_ids), entity.name, entity.label


def _renamed(entity: Entity, entity_id: str) -> Entity:
    return Entity(entity_id, entity.name, entity.label, entity.variants, entity.n_mentions, entity.n_documents)
