"""Passages of our own as training sees them: whole or in parts, and with other names."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from training.passages import read_passages

DATA = Path(__file__).with_name("data")
HELD_BACK = "held_back.txt"
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


def names_in(paths: Iterable[Path]) -> Names:
    """The names in passages of our own, as often as they occur."""
    names: Names = {}
    for path in paths:
        for passage in read_passages(path):
            for start, end, label in passage.spans:
                name = passage.text[start:end]
                names.setdefault((label, len(name.split())), []).append(name)
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
