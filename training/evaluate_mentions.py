"""Precision, recall and F1 of mentions (exact span and label) on gold articles, whole and without each rule family.

usage: python -m training.evaluate_mentions GOLD RAW [--misses] [--ablate]
"""

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from pipeline.extract import load_language
from pipeline.extract.dates import find_dates
from pipeline.extract.mentions import find as mentions
from pipeline.extract.reading import Findings, Reading
from pipeline.parse import parse_article
from pipeline.records import Article

PLACES = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}
Key = tuple[int, int, str]


def readings(gold: Path, raw: Path, model: str | None) -> Iterator[tuple[str, Reading, list[dict]]]:
    """(document, reading, gold mentions) of each gold file."""
    nlp = load_language(model)
    for path in sorted(gold.glob("*.json")):
        annotation = json.loads(path.read_text(encoding="utf-8"))
        data = (raw / annotation["doc"]).read_bytes()
        parsed = parse_article(
            Article(annotation["doc"], data.decode("utf-8"), hashlib.sha256(data).hexdigest(), "utf-8")
        )
        docs = tuple(nlp.pipe(passage.text for passage in parsed.passages))
        yield annotation["doc"], Reading(parsed, docs), annotation["mentions"]


def compare(reading: Reading, gold: list[dict], misses: list[str]) -> Counter[tuple[str, str]]:
    """(label, tp | fp | fn) counts; predictions that only touch an optional gold mention do not count."""
    found = mentions.find_mentions(reading, Findings(dates=find_dates(reading)))
    soft = [m for m in gold if m.get("optional") or m.get("truncated")]
    hard = {(m["start"], m["end"], PLACES.get(m["label"], m["label"])): m["text"] for m in gold if m not in soft}
    spans = {k[:2] for k in hard}
    predicted = {(m.start, m.end, PLACES.get(m.label, m.label)): m for m in found}
    predicted = {
        k: m
        for k, m in predicted.items()
        if k[:2] in spans or not any(k[0] < s["end"] and s["start"] < k[1] for s in soft)
    }
    counts: Counter[tuple[str, str]] = Counter()
    for key in hard.keys() | predicted.keys():
        kind = "tp" if key in hard and key in predicted else "fn" if key in hard else "fp"
        counts[key[2], kind] += 1
        if kind == "fp":
            misses.append(f"+ {key[0]:6d} {key[2]:11s} {predicted[key].text!r} ({predicted[key].extractor})")
        elif kind == "fn":
            misses.append(f"- {key[0]:6d} {key[2]:11s} {hard[key]!r}")
    return counts


def line(name: str, counts: Counter[str]) -> str:
    tp, fp, fn = counts["tp"], counts["fp"], counts["fn"]
    p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return (
        f"{name:34s} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}  (gold {tp + fn}, predicted {tp + fp})"
    )


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("gold", type=Path)
    ap.add_argument("raw", type=Path)
    ap.add_argument("--model")
    ap.add_argument("--misses", action="store_true")
    ap.add_argument("--ablate", action="store_true", help="also without each rule family")
    args = ap.parse_args()
    loaded = list(readings(args.gold, args.raw, args.model))
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for doc, reading, gold in loaded:
        misses: list[str] = []
        counts = compare(reading, gold, misses)
        mine: Counter[str] = Counter()
        for (label, kind), n in counts.items():
            total[label][kind] += n
            mine[kind] += n
        print(line(doc, mine))
        if args.misses:
            print("\n".join(sorted(misses, key=lambda m: m[2:])))
    for label in sorted(total):
        print(line(label, total[label]))
    print(line("all", sum(total.values(), Counter())))
    if args.ablate:
        ablate(loaded)


def ablate(loaded: list[tuple[str, Reading, list[dict]]]) -> None:
    whole = mentions.FAMILIES
    for name in whole:
        mentions.FAMILIES = {k: v for k, v in whole.items() if k != name}
        print(line(f"without {name}", total(loaded)))
    mentions.FAMILIES = {"model": whole["model"]}
    print(line("model and spreading only", total(loaded)))
    mentions.SPREADING = False
    print(line("model only", total(loaded)))
    mentions.FAMILIES = whole
    print(line("without spreading", total(loaded)))
    mentions.SPREADING = True


def total(loaded: list[tuple[str, Reading, list[dict]]]) -> Counter[str]:
    """tp, fp and fn over all articles and labels."""
    counts: Counter[str] = Counter()
    for _, reading, gold in loaded:
        for (_, kind), n in compare(reading, gold, []).items():
            counts[kind] += n
    return counts


if __name__ == "__main__":
    main()
