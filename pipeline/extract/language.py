"""The spaCy pipeline that reads passages: a shipped one, or any installed one with its labels mapped to ours."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib.resources import as_file, files
from typing import Any, cast

import numpy
import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

import pipeline.extract.transformer.component  # noqa: F401  (registers the accurate one's recogniser)
from pipeline.errors import ModelError
from pipeline.records import LABELS

SHIPPED = ("accurate", "fast")  # folders below `model`: a transformer, and a network a third of its size
DEFAULT = "accurate"
UNUSED = ("tagger", "morphologizer", "attribute_ruler", "lemmatizer", "textcat", "entity_linker")  # nothing reads these
OTHER_NAMES = {"PER": "PERSON", "LOCATION": "LOC", "PLACE": "GPE", "ORGANIZATION": "ORG", "FACILITY": "FAC"}
STRINGS_KEPT = 60_000  # common words stay, since spaCy parts them faster when it has met them before
FEW = 1_000_000  # characters; texts of more could fill the vocabulary at once
LONGEST_RUN = 100  # characters without a blank; spaCy's tokenizer takes quadratic time over runs of punctuation
LONG_RUN = re.compile(rf"(?<!\S)(\S{{{LONGEST_RUN + 1},}})")
PIECE = re.compile(r"\w{1,50}|\W")
ENDS = frozenset(".!?…。！？")
CLOSERS = frozenset("\"”’»')]』」")


def load_language(model: str | None = None) -> Language:
    """A shipped pipeline, "accurate" (if not told otherwise) or "fast", or any installed one by name or path.

    Loading is the caller's to cache. Its docs have sentence boundaries and entities with our labels only. Raises
    ModelError for an unknown pipeline.
    """
    nlp = _load_shipped(model or DEFAULT) if not model or model in SHIPPED else _load(model)
    nlp.tokenizer = PatientTokenizer(nlp.tokenizer)
    if nlp.has_pipe("ner") or nlp.has_pipe("entity_ruler"):
        nlp.add_pipe("articlefacts_labels")
    if not any(nlp.has_pipe(name) for name in ("parser", "senter", "sentencizer")):
        nlp.add_pipe("articlefacts_sentences")
    return nlp


@contextmanager
def forgetting(nlp: Language, characters: int) -> Iterator[None]:
    """Words that are first met inside are forgotten afterwards, as soon as the vocabulary holds STRINGS_KEPT strings.

    `characters`: how many will be read inside. No doc, span or token of it may be used afterwards; strings may.
    """
    if len(nlp.vocab.strings) < STRINGS_KEPT and characters <= FEW:
        yield
    else:
        with nlp.memory_zone():
            yield


def words_met(nlp: Language) -> int:
    """How many words the vocabulary has held, the forgotten ones too: spaCy's tables keep a place for each."""
    return len(nlp.vocab)


def plain_tokenizer() -> "PatientTokenizer":
    """The tokenizer of the shipped pipeline alone: training must part words as reading does."""
    return PatientTokenizer(spacy.blank("en").tokenizer)


def _load_shipped(name: str) -> Language:
    with as_file(files(__package__) / "model" / name) as folder:
        return spacy.load(folder)


def _load(model: str) -> Language:
    try:
        return spacy.load(model, exclude=UNUSED)
    except (OSError, ValueError, ImportError) as error:
        reason = (
            "" if isinstance(error, OSError) and "[E050]" in str(error) else f" ({str(error).splitlines()[0][:120]})"
        )
        raise ModelError(
            f"cannot load the spaCy pipeline {model!r}{reason}: install it with pip, give the path of its folder, "
            "or leave --model out to use the one that comes with articlefacts"
        ) from error


@Language.component("articlefacts_labels")
def map_labels(doc: Doc) -> Doc:
    """Entities under our labels; those of other kinds (dates, numbers, nationalities) are dropped."""
    kept = []
    for entity in doc.ents:
        label = OTHER_NAMES.get(entity.label_, entity.label_)
        if label in LABELS:
            entity.label_ = label
            kept.append(entity)
    if len(kept) != len(doc.ents):
        doc.set_ents(kept, default="outside")
    return doc


@Language.component("articlefacts_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Sentences end at . ! ? and their like, but not inside a name ('Run, Otter! began') nor before a small letter."""
    inside = doc.to_array("ENT_IOB") == 1
    starts = numpy.full(len(doc), -1, dtype="int64")  # setting token.is_sent_start one by one takes quadratic time
    ended, glued = False, False
    for i, token in enumerate(doc):
        text = token.text
        first = text[0]
        passive = first.isspace() or (first in CLOSERS and glued)
        if ended and not inside[i] and not first.islower() and not passive:
            starts[i], ended = 1, False
        if text[-1] in ENDS and (len(text) == 1 or not first.isalpha()):
            ended = True
        elif not passive:
            ended = False
        glued = not token.whitespace_
    starts[:1] = 1
    return doc.from_array(["SENT_START"], cast(Any, starts.astype("uint64")))


class PatientTokenizer:
    """spaCy's tokenizer, but linear: runs of more than LONGEST_RUN characters without a blank are cut."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer

    @property
    def vocab(self) -> Vocab:
        return cast(Vocab, self.tokenizer.vocab)

    def memory_zone(self, memory: Any = None) -> AbstractContextManager[Any]:
        """What spaCy asks of a tokenizer that keeps something of the texts; ours keeps nothing, the other may."""
        zone = getattr(self.tokenizer, "memory_zone", nullcontext)
        return cast("AbstractContextManager[Any]", zone(memory))

    def __call__(self, text: str) -> Doc:
        text = _storable(text)
        if max(map(len, text.split()), default=0) <= LONGEST_RUN:
            return cast(Doc, self.tokenizer(text))
        words: list[str] = []
        spaces: list[bool] = []
        for part in LONG_RUN.split(text):
            if len(part) > LONGEST_RUN and not any(map(str.isspace, part)):
                cut = PIECE.findall(part)
                words += cut
                spaces += [False] * len(cut)
            elif part:
                tokens = self.tokenizer(part)
                words += [token.text for token in tokens]
                spaces += [bool(token.whitespace_) for token in tokens]
        return Doc(self.vocab, words=words, spaces=spaces)


def _storable(text: str) -> str:
    """The text with '?' for lone surrogates, which spaCy cannot store; as long as before."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text
