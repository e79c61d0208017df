"""Pins the shipped weights and floors under their figures on held-back passages for tests/extract/test_language.py.

usage: python -m training.pin
"""

import hashlib
import json
from pathlib import Path

from pipeline.extract import language
from training.evaluate_passages import HELD_BACK, f1, score
from training.passages import read_passages

MODELS = Path(language.__file__).with_name("model")
PINNED = Path(__file__).resolve().parents[1] / "tests" / "extract" / "shipped_models.json"
LABELS = ("all", "PERSON or CHARACTER", "AWARD", "CHARACTER")
RELATIONS = "relations"
SLACK = 0.015


def digest_of(folder: Path) -> str:
    """Of the names and the bytes of its files."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def main() -> None:
    pinned: dict[str, dict[str, object]] = {RELATIONS: {"sha256": digest_of(MODELS / RELATIONS)}}
    for name in language.SHIPPED:
        figures = score(language.load_language(name), read_passages(HELD_BACK))
        floors = {label: round(f1(figures[label]) - SLACK, 3) for label in LABELS}
        pinned[name] = {"sha256": digest_of(MODELS / name), "held back": floors}
    PINNED.write_text(json.dumps(pinned, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
