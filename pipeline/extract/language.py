"""The spaCy pipeline that reads passages: the shipped one, or any installed one with its labels mapped to ours."""

from importlib.resources import as_file, files
from typing import cast

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.errors import ModelError
from pipeline.records import LABELS

SHIPPED = "model"
UNUSED = ("tagger", "morphologizer", "attribute_ruler", "lemmatizer", "textcat", "entity_linker")  # nothing reads these
OTHER_NAMES = {"PER": "PERSON", "LOCATION": "LOC", "PLACE": "GPE", "ORGANIZATION": "ORG", "FACILITY": "FAC"}
LONGEST_RUN = 100  # characters without a blank; spaCy's tokenizer takes quadratic time over runs of punctuation
ENDS = frozenset(".!?…。！？")
CLOSERS = frozenset("\"”’»')]』」")


def load_language(model: str | None = None) -> Language:
    """The shipped pipeline, or any installed one by name or path. Loading is the caller's to cache.

    Its docs have sentence boundaries and entities with our labels only. Raises ModelError when there is no such pipeline.
    """
    nlp = _load(model) if model else _load_shipped()
    nlp.tokenizer = PatientTokenizer(nlp.tokenizer)
    if nlp.has_pipe("ner") or nlp.has_pipe("entity_ruler"):
        nlp.add_pipe("articlefacts_labels")
    if not any(nlp.has_pipe(name) for name in ("parser", "senter", "sentencizer")):
        nlp.add_pipe("articlefacts_sentences")
    return nlp


def _load_shipped() -> Language:
    with as_file(files(__package__) / SHIPPED) as folder:
        if not (folder / "config.cfg").is_file():
            return spacy.blank("en")
        return spacy.load(folder)


def _load(model: str) -> Language:
    try:
        return spacy.load(model, exclude=UNUSED)
    except (OSError, ValueError, ImportError) as error:
        reason = "" if isinstance(error, OSError) and "[E050]" in str(error) else f" ({str(error).splitlines()[0][:120]})"
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
    """Sentences end at . ! ? and their like, but not inside a name ('Run, Otter! began in May') nor before a small letter."""
    ended = False
    for token in doc:
        text = token.text
        token.is_sent_start = ended and token.ent_iob != 1 and not text[0].islower() and text[0] not in CLOSERS
        if text[-1] in ENDS and (len(text) == 1 or not text[0].isalpha()):
            ended = True
        elif token.is_sent_start or (text not in CLOSERS and not text.isspace()):
            ended = False
    return doc


class PatientTokenizer:
    """spaCy's tokenizer, but linear: runs of more than LONGEST_RUN characters without a blank are cut first."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer

    @property
    def vocab(self) -> Vocab:
        return self.tokenizer.vocab

    def __call__(self, text: str) -> Doc:
        text = text.encode("utf-8", "replace").decode("utf-8") if not _is_valid(text) else text
        if max(map(len, text.split()), default=0) <= LONGEST_RUN:
            return cast(Doc, self.tokenizer(text))
        tokens = [token for piece in _pieces(text) for token in self.tokenizer(piece)]
        return Doc(self.vocab, words=[t.text for t in tokens], spaces=[bool(t.whitespace_) for t in tokens])


def _is_valid(text: str) -> bool:
    """Whether the text has no lone surrogates, which spaCy cannot store."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _pieces(text: str) -> list[str]:
    """The text cut inside its long runs: none of the pieces has one of more than LONGEST_RUN characters."""
    cuts, run = [0], 0
    for i, character in enumerate(text):
        run = 0 if character.isspace() else run + 1
        if run > LONGEST_RUN:
            cuts.append(i)
            run = 1
    return [text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]
