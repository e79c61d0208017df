"""Awards of single sentences, from `award_passages/sentences.txt`; what must give nothing is among them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.extract.test_awards import PERSON, WORK, brief, read

FILE = Path(__file__).with_name("award_passages") / "sentences.txt"
KNOWN = (
    "Bo Ek/PERSON; Cy Dahl/PERSON; Ann Lee/PERSON; Cold Sea/WORK_OF_ART; Old Town/WORK_OF_ART; Grey Harbour/WORK_OF_ART"
)


def read_sentences() -> Iterator[tuple[str, str, list[str]]]:
    """Topic, sentence and expected awards."""
    entry: tuple[str, str, list[str]] | None = None
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith(("W: ", "P: ")):
            if entry is not None:
                yield entry
            entry = (line[0], line[3:], [])
        elif line.startswith("    ") and entry is not None:
            entry[2].append(line.strip())
    if entry is not None:
        yield entry


@pytest.mark.parametrize(("topic", "text", "expected"), [*read_sentences()])
def test_a_sentence(topic: str, text: str, expected: list[str]) -> None:
    about = {"W": WORK, "P": PERSON}[topic]
    assert sorted(map(brief, read(text, about, KNOWN))) == sorted(expected)
