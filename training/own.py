"""Texts of our own as training sees them: passages whole or in parts and with other names, and articles."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from pipeline.parse import parse_article
from pipeline.records import Article, Passage
from training.passages import LABELS, read_passages
from training.stated import read_stated, stated_files

DATA = Path(__file__).with_name("data")
HELD_BACK = "held_back.txt"
ARTICLES = Path(__file__).resolve().parents[1] / "tests" / "articles" / "development"
PLACES = ("GPE", "LOC", "FAC")
Annotated = tuple[str, list[tuple[int, int, str]], list[tuple[int, int]]]  # text, entities, stretches nobody annotated
Names = dict[tuple[str, int], list[str]]  # of a label and a number of words


def own_files() -> list[Path]:
    """Those that may be trained on."""
    return [path for path in sorted(DATA.glob("*.txt")) if path.name != HELD_BACK]


def ours(path: Path, rng: Random) -> Iterator[Annotated]:
    """Passages of our own: as a whole, or as the paragraphs, lines and cells that the pipeline would see."""
    for passage in read_passages(path):
        mark = rng.choice(["", "\n\n", "\n", "\n"]) if passage.style != "infobox" else rng.choice(["\n", ": "])
        yield from parts(passage.text, list(passage.spans), mark)


def parts(text: str, spans: list[tuple[int, int, str]], mark: str) -> Iterator[Annotated]:
    start = 0
    for piece in text.split(mark) if mark else [text]:
        end = start + len(piece)
        inside = [(a - start, b - start, label) for a, b, label in spans if start <= a and b <= end]
        if piece.strip() and (inside or len(piece) > 30):
            yield piece, inside, []
        start = end + len(mark)


def all_stated() -> list[Annotated]:
    """The passages that have claims. Where they name a place that none is about, it may be without a mark."""
    passages = [p for path in stated_files() for p in read_stated(path)]
    marks = [[(c.start, c.end, c.name.label) for c in p.named if c.name.label in LABELS] for p in passages]
    places = {p.text[a:b] for p, spans in zip(passages, marks, strict=True) for a, b, label in spans if label in PLACES}
    return [(p.text, spans, list(_unmarked(p.text, places, spans))) for p, spans in zip(passages, marks, strict=True)]


def _unmarked(text: str, places: set[str], spans: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    for word in re.finditer(r"\w+(?:[ -]\w+)?", text):
        if word[0] in places and not any(a < word.end() and word.start() < b for a, b, _ in spans):
            yield word.span()


def of_articles(folder: Path = ARTICLES) -> Iterator[Annotated]:
    """The passages of annotated articles, as the pipeline cuts them. What is optional there may be a name or not."""
    for path in sorted((folder / "gold").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / "raw" / content["doc"]).read_bytes().decode("utf-8")
        for passage in parse_article(Article(content["doc"], text, "", "utf-8")).passages:
            if passage.kind != "furniture" and passage.text.strip():
                yield _of_passage(passage, content["mentions"])


def _of_passage(passage: Passage, mentions: list[dict]) -> Annotated:
    spans, unknown = [], []
    for m in mentions:
        if not (passage.span.start <= m["start"] and m["end"] <= passage.span.end):
            continue
        start, end = passage.to_text(m["start"]), passage.to_text(m["end"] - 1) + 1
        if m.get("optional") or m.get("truncated"):
            unknown.append((start, end))
        else:
            spans.append((start, end, "PLACE?" if m["label"] == "PLACE" else m["label"]))
    return passage.text, spans, unknown


def names_in(passages: Iterable[Annotated]) -> Names:
    """The names in passages of our own, as often as they occur."""
    names: Names = {}
    for text, spans, _ in passages:
        for start, end, label in spans:
            names.setdefault((label, len(text[start:end].split())), []).append(text[start:end])
    return names


def swapped(passage: Annotated, names: Names, rng: Random) -> Annotated:
    """The same text with about half of its names replaced by others of their label and length, each throughout."""
    text, spans, unknown = passage
    chosen: dict[tuple[str, str], str] = {}
    made, at, moved = "", 0, []
    for start, end, label in spans:
        made += text[at:start]
        old = text[start:end]
        if (old, label) not in chosen:
            chosen[old, label] = rng.choice(names[label, len(old.split())]) if rng.random() < 0.5 else old
        moved.append((len(made), len(made) + len(chosen[old, label]), label))
        made, at = made + chosen[old, label], end
    return made + text[at:], moved, unknown
