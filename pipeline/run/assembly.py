"""The work that looks at all articles: what is kept about each becomes the content of one snapshot."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.errors import ArticlefactsError, WorkspaceError
from pipeline.ingest import Duplicates, FileEntry, ReadFailed, read_article
from pipeline.publish import Content, DocumentRow, Publication, publish_tables
from pipeline.reconcile import reconcile_awards, reconcile_claims
from pipeline.records import Extraction, Outcome, Rejection
from pipeline.resolve import resolve_entities
from pipeline.run.batches import cut_batches
from pipeline.run.collector import without_collector
from pipeline.run.plan import Plan
from pipeline.run.work import PLEASE_REPORT, extract_batch
from pipeline.values.folding import fold


@without_collector()
def assemble(plan: Plan, unread: Mapping[str, str]) -> Content:
    """Resolves and reconciles all that is kept. `unread`: what could not be read this time, and why, by sha256."""
    documents: list[DocumentRow] = [DocumentRow.rejected(r) for r in plan.inventory.rejections]
    extractions: dict[str, Extraction] = {}
    for row, extraction in _documents(plan, unread):
        documents.append(row)
        if extraction is not None:
            extractions[row.doc_id] = extraction
    _refuse_if_all_failed(documents)
    resolution = resolve_entities(extractions, plan.review)
    decisions = plan.decisions()
    reconciled = reconcile_claims(
        resolution.claims, resolution.entities, sources=_outlets(documents), decisions=decisions
    )
    decisions.save()
    return Content(
        documents=documents,
        extractions=extractions,
        mention_ids=resolution.mention_ids,
        entities=resolution.entities,
        awards=reconcile_awards(resolution.award_claims),
        claims=resolution.claims,
        facts=reconciled.facts,
        conflicts=reconciled.conflicts,
        decided=reconciled.decided,
        kept=reconciled.kept,
    )


def _outlets(documents: Sequence[DocumentRow]) -> dict[str, str]:
    """Who publishes an article, as far as it says so: an outlet that says a thing twice is still one source."""
    return {row.doc_id: f"outlet {fold(row.metadata.publisher)}" for row in documents if row.metadata.publisher}


def _refuse_if_all_failed(documents: Sequence[DocumentRow]) -> None:
    """A program that fails on every article must not replace tables that a sound one made."""
    failed = [row for row in documents if (row.reason or "").startswith(PLEASE_REPORT)]
    if failed and not any(row.status == "ok" for row in documents):
        raise ArticlefactsError(f"nothing was published, on {len(failed)} of {len(documents)} files {failed[0].reason}")


def _documents(plan: Plan, unread: Mapping[str, str]) -> Iterator[tuple[DocumentRow, Extraction | None]]:
    outcomes = _outcomes(plan, unread)
    duplicates = Duplicates()
    for entry in plan.inventory.entries:
        outcome = outcomes.get(entry.sha256)
        if outcome is None:  # no hash: the next run tries again
            yield DocumentRow.rejected(Rejection(entry.doc_id, unread[entry.sha256])), None
        elif outcome.extraction is None or outcome.text_sha256 is None:
            yield DocumentRow.rejected(Rejection(entry.doc_id, outcome.reason or "not read", entry.sha256)), None
        elif duplicate := duplicates.check(entry.doc_id, entry.sha256, outcome.text_sha256):
            yield DocumentRow.rejected(duplicate), None
        else:
            row = DocumentRow.read(entry.doc_id, entry.sha256, outcome.encoding, outcome.extraction, outcome.rendering)
            yield row, outcome.extraction


def _outcomes(plan: Plan, unread: Mapping[str, str]) -> dict[str, Outcome]:
    """What is kept about each content. An entry that was damaged on disk is made anew."""
    with plan.cache() as cache:
        outcomes = cache.get_many(sorted({entry.sha256 for entry in plan.inventory.entries}))
        lost = [e for e in plan.inventory.entries if e.sha256 not in outcomes and e.sha256 not in unread]
        for batch in cut_batches(lost, plan.settings.model):
            cache.put_many(extract_batch(batch).outcomes)
        outcomes.update(cache.get_many([entry.sha256 for entry in lost]))
    return outcomes


@without_collector()
def publish(plan: Plan, content: Content) -> Publication:
    """Checks and publishes; every span is held against its article once more. Then forgets what no article needs."""
    entries = {entry.doc_id: entry for entry in plan.inventory.entries}
    renderings = {row.doc_id: row.rendering for row in content.documents}
    publication = publish_tables(
        content,
        plan.settings.processed,
        fingerprints=plan.fingerprints,
        read_text=lambda doc_id: _text(entries[doc_id], renderings[doc_id]),
    )
    with plan.cache() as cache:
        cache.prune([entry.sha256 for entry in plan.inventory.entries])
    return publication


def _text(entry: FileEntry, rendering: str | None) -> str:
    """What the offsets of an article refer to. The file is read again in any case: it must still be the same."""
    try:
        article = read_article(entry)
        return article.text if rendering is None else rendering
    except ReadFailed as error:
        raise WorkspaceError(f"{entry.doc_id} {error} during the run: nothing was published, run again") from error
