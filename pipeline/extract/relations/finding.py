"""From the scores of the network to relations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy

from pipeline.extract.relations.candidates import Candidate, Paragraph
from pipeline.extract.relations.network import RelationNetwork, Scores
from pipeline.extract.relations.scenes import Placed, Scene, scenes
from pipeline.records import Name
from pipeline.vocabulary.predicates import Predicate, load_predicates

LEAST = 0.02  # probability of a predicate below which nothing is made of it
SLOT_OF = {"voice_actor": "character", "theme_performer": "theme"}
SLOT_LABELS = {"character": ("CHARACTER",), "theme": ("WORK_OF_ART",)}
LABELS_OF = {"work": "WORK_OF_ART", "person": "PERSON", "character": "CHARACTER"}


@dataclass(frozen=True, slots=True)
class Relation:
    """One thing that may be stated; the three probabilities are those of the network, each given the one before."""

    paragraph: int
    value: Candidate
    predicate: str
    probability: float
    subject: Name
    certainty: float  # that it is said of this subject
    form: str | None  # of the subject; None: of none
    form_certainty: float
    filler: Name | None = None  # of the slot that the predicate has: the character of a voice actor


def find_relations(paragraphs: Sequence[Paragraph], network: RelationNetwork) -> list[Relation]:
    """What the paragraphs of an article may state, in reading order, the unlikely too."""
    return [r for scene in scenes(paragraphs, network.wordpieces) for r in _relations(scene, network)]


def _relations(scene: Scene, network: RelationNetwork) -> Iterator[Relation]:
    scores = network.scores(scene)
    likely = 1 / (1 + numpy.exp(-scores.predicates.astype("float64")))
    for i, placed in enumerate(scene.placed):
        if not placed.counts or placed.candidate is None or placed.paragraph is None:
            continue
        for p in map(int, numpy.flatnonzero(likely[i] >= LEAST)):
            predicate = load_predicates()[network.labels.predicates[p]]
            subject = _best(scene.placed, i, scores, p, {LABELS_OF[s] for s in predicate.subjects})
            if subject is None:
                continue
            form, certainty = _form(scores, i, network, predicate)
            yield Relation(
                placed.paragraph, placed.candidate, predicate.name, float(likely[i, p]), *subject, form, certainty,
                _filler(scene.placed, i, scores, predicate, network),
            )  # fmt: skip


def _best(placed: Sequence[Placed], at: int, scores: Scores, role: int, labels: set[str]) -> tuple[Name, float] | None:
    """The likeliest name in this role towards the candidate `at`; the mentions of a name count together."""
    fit = [j for j, p in enumerate(placed) if p.name.label in labels and p.name != placed[at].name]
    if not fit:
        return None
    totals = scores.subjects[at].astype("float64") + scores.roles[role]
    chances = numpy.exp(totals - totals[fit].max())
    names: dict[Name, float] = {}
    for j in fit:
        names[placed[j].name] = names.get(placed[j].name, 0.0) + float(chances[j])
    best = max(names, key=lambda name: names[name])
    return best, names[best] / sum(names.values())


def _form(scores: Scores, at: int, network: RelationNetwork, predicate: Predicate) -> tuple[str | None, float]:
    """The likeliest form that the predicate may be said of."""
    forms = network.labels.forms
    fit = [n for n, form in enumerate(forms) if form is None or not predicate.media or form in predicate.media]
    logits = scores.forms[at].astype("float64")
    chances = numpy.exp(logits - logits[fit].max())
    best = max(fit, key=lambda n: chances[n])
    return forms[best], float(chances[best] / chances[fit].sum())


def _filler(
    placed: Sequence[Placed], at: int, scores: Scores, predicate: Predicate, network: RelationNetwork
) -> Name | None:
    slot = SLOT_OF.get(predicate.name)
    if slot is None or slot not in network.labels.slots:
        return None
    role = len(network.labels.predicates) + network.labels.slots.index(slot)
    found = _best(placed, at, scores, role, set(SLOT_LABELS[slot]))
    return found[0] if found is not None and found[1] >= 0.5 else None
