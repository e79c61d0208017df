"""What a run has to do: compare raw/ with what is published and with what is kept."""

import time
from dataclasses import dataclass, replace

from pipeline.ingest import FileEntry, Inventory, take_inventory
from pipeline.publish import Snapshot, find_snapshot
from pipeline.reconcile import Decision
from pipeline.resolve import Review, read_review
from pipeline.run.batches import Batch, cut_batches
from pipeline.run.settings import Settings
from pipeline.store.cache import OutcomeCache
from pipeline.store.fingerprint import fingerprints
from pipeline.store.lock import STATE
from pipeline.store.memory import RunMemory

DECISIONS = "decisions.msgpack"
READ_TRIES = 3
PAUSE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Plan:
    """`batches` are the files whose content is not kept; `previous` is what readers have now."""

    settings: Settings
    inventory: Inventory
    review: Review
    fingerprints: dict[str, str]
    previous: Snapshot | None
    nothing_new: bool
    batches: tuple[Batch, ...]

    def cache(self) -> OutcomeCache:
        """The outcomes kept for this code, vocabulary and model; use it in a `with`."""
        return OutcomeCache(self.settings.processed / STATE, self.fingerprints["extraction"])

    def decisions(self) -> RunMemory[Decision]:
        """What was decided about each subject by this code; nothing where everything is to be done anew."""
        path = self.settings.processed / STATE / DECISIONS
        return RunMemory(path, self.fingerprints["whole"], Decision, forgetful=self.settings.force)


def plan_run(settings: Settings) -> Plan:
    """The caller holds the workspace lock. Raises WorkspaceError where a folder cannot be used."""
    inventory = _inventory(settings)
    review = read_review(settings.raw)
    prints = fingerprints(settings.model) | review.fingerprint()
    previous = find_snapshot(settings.processed)
    nothing_new = not settings.force and previous is not None and _is_current(previous, inventory, prints, settings)
    plan = Plan(settings, inventory, review, prints, previous, nothing_new, ())
    if nothing_new:
        return plan
    batches = cut_batches(_unread(plan), settings.model)
    return replace(plan, batches=batches)


def _inventory(settings: Settings) -> Inventory:
    """Files that another try may read get one."""
    for _ in range(READ_TRIES - 1):
        inventory = take_inventory(settings.raw, settings.max_bytes)
        if not inventory.retryable:
            return inventory
        time.sleep(PAUSE_SECONDS)
    return take_inventory(settings.raw, settings.max_bytes)


def _is_current(snapshot: Snapshot, inventory: Inventory, prints: dict[str, str], settings: Settings) -> bool:
    """Whether a run would publish what is there already, whole and in its place."""
    published = {
        doc_id: (each.sha256, None if each.sha256 else each.reason) for doc_id, each in snapshot.manifest.inputs.items()
    }
    tables = [settings.processed / f"{name}.parquet" for name in snapshot.manifest.tables]
    return (
        snapshot.manifest.fingerprints == prints
        and published == _contents(inventory)
        and all(table.is_file() for table in tables)
        and snapshot.is_intact()
    )


def _contents(inventory: Inventory) -> dict[str, tuple[str | None, str | None]]:
    """The hash of each file, or the reason why it has none."""
    contents: dict[str, tuple[str | None, str | None]] = {r.doc_id: (None, r.reason) for r in inventory.rejections}
    contents.update({entry.doc_id: (entry.sha256, None) for entry in inventory.entries})
    return contents


def _unread(plan: Plan) -> list[FileEntry]:
    """One file per content that is not kept."""
    by_content = {entry.sha256: entry for entry in reversed(plan.inventory.entries)}
    if not plan.settings.force:
        with plan.cache() as cache:
            for key in cache.known(list(by_content)):
                del by_content[key]
    return sorted(by_content.values(), key=lambda entry: entry.doc_id)
