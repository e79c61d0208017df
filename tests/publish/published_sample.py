"""Small, valid content for tests of publish. `run` makes one run's tables differ from another's in every row.

A plain module: the processes that the tests start import it too (and no spaCy with it).
"""

from datetime import date

from pipeline.publish import Content, DocumentRow
from pipeline.records import (
    Award,
    Candidate,
    Claim,
    Conflict,
    DateMention,
    DocumentSpan,
    Entity,
    Extraction,
    Fact,
    Mention,
    Metadata,
    Qualifiers,
    Rejection,
)

LINE = "Ada Vane wrote it in 2021.\n"  # a name at 0..8, a year at 21..25
FINGERPRINTS = {"extraction": "e1", "whole": "w1"}


def text_of(lines: int) -> str:
    return LINE * lines


def sample_texts(run: int = 1, documents: int = 2, lines: int = 3) -> dict[str, str]:
    """The articles behind `sample_content` with the same arguments."""
    return {f"{n:03}.txt": text_of(lines) + f"run {run}" for n in range(documents)}


def sample_content(run: int = 1, documents: int = 2, lines: int = 3) -> Content:
    texts = sample_texts(run, documents, lines)
    extractions = {doc_id: _extraction(run, text, lines) for doc_id, text in texts.items()}
    read = [DocumentRow.read(doc_id, f"sha-{run}", "utf-8", each) for doc_id, each in extractions.items()]
    unread = [
        DocumentRow.rejected(Rejection("copy.txt", f"run {run}: the same text", f"sha-{run}", "000.txt")),
        DocumentRow.rejected(Rejection("pipe", f"run {run}: not a regular file")),
    ]
    return Content(
        documents=[*read, *unread],
        extractions=extractions,
        mention_ids=dict.fromkeys(texts, ("ent-1",) * lines),
        entities=[Entity("ent-1", f"Ada Vane {run}", "PERSON", (), lines * documents, documents)],
        awards=[_award(run)],
        claims=[_claim(run)],
        facts=[_fact(run)],
        conflicts=[_conflict(run)],
    )


def _extraction(run: int, text: str, lines: int) -> Extraction:
    starts = [n * len(LINE) for n in range(lines)]
    return Extraction(
        layout="web_text",
        metadata=Metadata(title=f"run {run}", authors=("B. Quill",), published_on=date(2022, 3, 4), language="en"),
        n_chars=len(text),
        n_sentences=lines,
        mentions=tuple(Mention(s, s + 8, "Ada Vane", "PERSON", f"run {run}", "rule", 0.9) for s in starts),
        dates=tuple(_date(run, s + 21) for s in starts),
        awards=(),
        statements=(),
    )


def _date(run: int, start: int) -> DateMention:
    first, last = date(2021, 1, 1), date(2021, 12, 31)
    return DateMention(start, start + 4, "2021", "2021", first, last, "year", False, None, f"run {run}")


def _award(run: int) -> Award:
    evidence = (DocumentSpan("000.txt", 0, 8), DocumentSpan("001.txt", 0, 8))
    return Award(
        award_id="awd-1",
        award=f"Silver Leaf {run}",
        edition=None,
        year=2021,
        category="Best Debut",
        recipient="Ada Vane",
        recipient_id="ent-1",
        recipient_label="PERSON",
        work=None,
        work_id=None,
        result=None,
        rank=None,
        status="agreed",
        confidence=0.8,
        evidence=evidence,
    )


def _claim(run: int) -> Claim:
    return Claim(
        claim_id="clm-1",
        doc_id="000.txt",
        start=21,
        end=25,
        subject="Ada Vane",
        subject_id="ent-1",
        medium=None,
        season=None,
        predicate="birth_date",
        value="2021",
        value_id=None,
        value_number=None,
        value_earliest=date(2021, 1, 1),
        value_latest=date(2021, 12, 31),
        qualifiers=Qualifiers(language="en", as_of="2022-03"),
        asserted_on=date(2022, 3, 4),
        extractor=f"run {run}",
        score=1.0,
    )


def _fact(run: int) -> Fact:
    return Fact(
        fact_id="fct-1",
        subject=f"Ada Vane {run}",
        subject_id="ent-1",
        medium="manga",
        season=2,
        predicate="volumes",
        value="8",
        value_id=None,
        value_number=8.0,
        value_earliest=None,
        value_latest=None,
        qualifiers=Qualifiers(),
        asserted_on=None,
        status="single_source",
        confidence=0.5,
        n_sources=1,
        claim_ids=("clm-1",),
    )


def _conflict(run: int) -> Conflict:
    return Conflict(
        conflict_id="cfl-1",
        subject="Ada Vane",
        subject_id="ent-1",
        medium=None,
        season=None,
        predicate="alias",
        kind="alias",
        candidates=(Candidate("Ada Vane", ("clm-1",), ("000.txt", "001.txt"), 2.0),),
        chosen="Ada Vane",
        rule=f"run {run}",
        explanation="Both articles mean one person.",
    )
