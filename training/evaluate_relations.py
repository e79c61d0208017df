"""What the network of relations finds in annotated articles, alone and by threshold: precision and recall of claims.

usage: python -m training.evaluate_relations RAW GOLD [--network FOLDER]

A claim is right where subject, predicate and value are. Claims of tables and infoboxes count as missed, since the
network does not read these.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from pipeline.extract import Language, load_language
from pipeline.extract.relations import Relation, find_relations, load_relations
from pipeline.extract.relations.network import RelationNetwork
from pipeline.vocabulary.predicates import load_predicates
from training.relation_examples import Annotation, read_paragraphs
from training.stated import key

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
Claim = tuple[str, str, str, str]  # article, subject, predicate, value


def gold_claims(doc: str, annotation: Annotation) -> dict[Claim, str | None]:
    """The annotated claims with the form of their subject."""
    return {(doc, c.subject, c.predicate, _value(c.predicate, c.value)): c.form for c, _ in annotation.claims}


def _value(predicate: str, text: str) -> str:
    kinds = load_predicates()[predicate].values
    return text if "date" in kinds or "number" in kinds else key(text)


def found_claims(
    doc: str, path: Path, annotation: Annotation, network: RelationNetwork, nlp: Language
) -> Iterator[tuple[Claim, Relation]]:
    paragraphs = read_paragraphs(path, nlp)
    for relation in find_relations(paragraphs, network):
        predicate, name = load_predicates()[relation.predicate], relation.value.name
        value = annotation.key_of(name, relation.value, paragraphs[relation.paragraph])
        if name.label in ("DATE", "NUMBER"):
            first, _, last = name.text.partition("/")
            value = {"start": first, "end": last or first}.get(predicate.part or "", name.text)
        yield (doc, annotation.key_of(relation.subject), relation.predicate, value), relation


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("raw", type=Path)
    ap.add_argument("gold", type=Path)
    ap.add_argument("--network", type=Path, help="a folder that training.export_relations wrote")
    args = ap.parse_args()
    network, nlp = load_relations(args.network), load_language()
    gold: dict[Claim, str | None] = {}
    found: list[tuple[Claim, Relation]] = []
    for path in sorted(args.gold.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        annotation = Annotation(content)
        gold |= gold_claims(content["doc"], annotation)
        found += found_claims(content["doc"], args.raw / content["doc"], annotation, network, nlp)
    print(f"{len(gold)} claims\n{'threshold':>9} {'P':>6} {'R':>6}   without subject {'P':>6} {'R':>6}   form")
    for threshold in THRESHOLDS:
        likely = {c: r for c, r in found if r.probability * r.certainty >= threshold}
        right = likely.keys() & gold.keys()
        loosely, loose_gold = ({(c[0], *c[2:]) for c in claims} for claims in (likely, gold))
        loosely_right = len(loosely & loose_gold)
        formed = sum(likely[c].form == gold[c] for c in right) / max(1, len(right))
        print(
            f"{threshold:9} {len(right) / max(1, len(likely)):6.3f} {len(right) / len(gold):6.3f}   "
            f"{loosely_right / max(1, len(loosely)):22.3f} {loosely_right / len(loose_gold):6.3f}   {formed:.3f}"
        )


if __name__ == "__main__":
    main()
