"""The spaCy component: the entity recogniser of the accurate pipeline."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import numpy
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.extract.transformer.decoding import NAMES, best_tags, entities
from pipeline.extract.transformer.encoding import NO_SHAPE, Encoded, WordPieces
from pipeline.extract.transformer.network import Network
from pipeline.extract.transformer.vectors import WordVectors
from pipeline.extract.transformer.windows import Window, windows

FACTORY = "articlefacts_transformer"
NETWORK, VOCABULARY, VECTORS = "network.onnx", "vocabulary.txt", "vectors.npz"
ENDS = frozenset(".!?…。！？")
CLOSERS = frozenset("\"”’»')]』」")
SHORT, REMEMBERED = 6, 4_000  # texts up to so many words, cells of tables mostly, are remembered, so many of them
Found = tuple[tuple[int, int, str], ...]
Words = tuple[tuple[str, ...], tuple[bool, ...]]  # texts, and whether a blank stands before each


class Transformer:
    """Sets `doc.ents`, from the words of the doc alone."""

    def __init__(self, name: str = "ner") -> None:
        self.name = name

    @property
    def labels(self) -> tuple[str, ...]:
        return NAMES

    def load(self, network: bytes, vocabulary: str, vectors: bytes) -> None:
        self.network, self.vectors = Network(network), WordVectors(vectors)
        self.wordpieces = WordPieces(vocabulary.split("\n")[:-1])
        self._remembered = lru_cache(REMEMBERED)(self.find)

    def __call__(self, doc: Doc) -> Doc:
        words = tuple(token.text for token in doc)
        blanks = tuple(blanks_before(doc))
        found = self._remembered((words, blanks)) if len(words) <= SHORT else self.find((words, blanks))
        doc.set_ents([Span(doc, start, end, label) for start, end, label in found], default="outside")
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = 0) -> Iterator[Doc]:  # noqa: ARG002  (spaCy's protocol)
        return map(self, docs)

    def find(self, text: Words) -> Found:
        """(first word, word after the last, label) of each entity."""
        words, blanks = text
        if not any(map(_could_be_named, words)):
            return ()
        encoded = self.wordpieces.encode(words, blanks)
        real = [i for i, first in enumerate(encoded.firsts) if first >= 0]
        firsts = [encoded.firsts[i] for i in real]
        bounds = [*firsts, len(encoded.pieces)]
        sizes = [bounds[i + 1] - bounds[i] for i in range(len(firsts))]
        found: list[tuple[int, int, str]] = []
        rows: list[numpy.ndarray] = []
        begun = 0
        for window in windows(sizes, _ends([words[i] for i in real])):
            rows.append(self._scores(encoded, bounds, window))
            if window.final:
                tags = best_tags(numpy.concatenate(rows))
                found += ((real[begun + a], real[begun + b - 1] + 1, label) for a, b, label in entities(tags))
                rows, begun = [], window.last
        return tuple(found)

    def _scores(self, encoded: Encoded, bounds: list[int], window: Window) -> numpy.ndarray:
        """Of the words that count."""
        start, end = bounds[window.start], bounds[window.end]
        pieces = [self.wordpieces.cls, *encoded.pieces[start:end], self.wordpieces.sep]
        shapes = [NO_SHAPE, *encoded.shapes[start:end], NO_SHAPE]
        return self.network.scores(
            self.vectors.of(pieces), shapes, [b - start + 1 for b in bounds[window.first : window.last]]
        )

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        path.mkdir(exist_ok=True)
        (path / NETWORK).write_bytes(self.network.model)
        (path / VECTORS).write_bytes(self.vectors.content)
        (path / VOCABULARY).write_text("".join(f"{piece}\n" for piece in self.wordpieces.numbers), encoding="utf-8")

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> "Transformer":  # noqa: ARG002
        vocabulary = (path / VOCABULARY).read_text(encoding="utf-8")
        self.load((path / NETWORK).read_bytes(), vocabulary, (path / VECTORS).read_bytes())
        return self

    def __getstate__(self) -> tuple[str, Network, WordVectors, WordPieces]:
        return self.name, self.network, self.vectors, self.wordpieces

    def __setstate__(self, state: tuple[str, Network, WordVectors, WordPieces]) -> None:
        self.name, self.network, self.vectors, self.wordpieces = state
        self._remembered = lru_cache(REMEMBERED)(self.find)


@Language.factory(FACTORY, assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_transformer(nlp: Language, name: str) -> Transformer:  # noqa: ARG001  (spaCy's protocol)
    return Transformer(name)


def blanks_before(doc: Doc) -> Iterator[bool]:
    """Whether a blank stands before each word; the beginning of a text counts as one."""
    before = True
    for token in doc:
        yield before
        before = bool(token.whitespace_) or token.is_space


def _could_be_named(word: str) -> bool:
    """Names have a capital, or letters of a script that has none; 'iPhone' and 'eBay' have one too."""
    return any(c.isalpha() and not c.islower() for c in word)


def _ends(words: list[str]) -> list[bool]:
    """Whether a sentence may end with each word: for cutting only, so a wrong guess costs little."""
    ends = [False] * len(words)
    for i, word in enumerate(words):
        if word[-1] in ENDS and (len(word) == 1 or not word[0].isalpha()):
            last = i
            while last + 1 < len(words) and words[last + 1] in CLOSERS and last < i + 2:
                last += 1
            ends[last] = True
    return ends
