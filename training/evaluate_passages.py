"""Precision, recall and F1 of a pipeline's entities on annotated passages, the held-back ones if not told otherwise.

usage: python -m training.evaluate_passages [--model NAME] [FILE ...]

The model alone, without the rules of `pipeline/extract/mentions/`. Exact span and label.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.extract import Language, load_language
from training.passages import Passage, read_passages

DATA = Path(__file__).with_name("data")
HELD_BACK = DATA / "held_back.txt"
PROSE = ("encyclopedia", "news", "feature")
PEOPLE = ("PERSON", "CHARACTER")
Span = tuple[int, int, str]


def texts(passage: Passage) -> Iterator[tuple[str, set[Span]]]:
    """What the pipeline would read one by one: paragraphs of prose, lines of lists; and the mentions in each."""
    mark = "\n\n" if passage.style in PROSE else "\n"
    start = 0
    for piece in passage.text.split(mark):
        end = start + len(piece)
        yield (
            piece.replace("\n", " "),
            {(a - start, b - start, n) for a, b, n in passage.spans if start <= a and b <= end},
        )
        start = end + len(mark)


def score(nlp: Language, passages: Iterable[Passage]) -> dict[str, Counter[str]]:
    """tp, fp and fn of each label, of all, and of telling PERSON from CHARACTER where such a span is found."""
    counts: dict[str, Counter[str]] = {"all": Counter(), "PERSON or CHARACTER": Counter()}
    for passage in passages:
        for text, gold in texts(passage):
            found = {(e.start_char, e.end_char, e.label_) for e in nlp(text).ents}
            for span in gold | found:
                kind = "tp" if span in gold and span in found else "fn" if span in gold else "fp"
                counts["all"][kind] += 1
                counts.setdefault(span[2], Counter())[kind] += 1
            people = {s[:2]: s[2] for s in gold if s[2] in PEOPLE}
            told = [people[s[:2]] == s[2] for s in found if s[2] in PEOPLE and s[:2] in people]
            counts["PERSON or CHARACTER"].update(tp=sum(told), fp=len(told) - sum(told), fn=len(told) - sum(told))
    return counts


def f1(counts: Counter[str]) -> float:
    return 2 * counts["tp"] / max(1, 2 * counts["tp"] + counts["fp"] + counts["fn"])


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="*", type=Path, default=[HELD_BACK])
    ap.add_argument("--model")
    args = ap.parse_args()
    counted = score(load_language(args.model), [p for path in args.files for p in read_passages(path)])
    for label, counts in sorted(counted.items()):
        right, predicted, gold = counts["tp"], counts["tp"] + counts["fp"], counts["tp"] + counts["fn"]
        figures = f"P {right / max(1, predicted):.3f}  R {right / max(1, gold):.3f}  F1 {f1(counts):.3f}"
        print(f"{label:20s} {figures}  (gold {gold}, predicted {predicted})")


if __name__ == "__main__":
    main()
