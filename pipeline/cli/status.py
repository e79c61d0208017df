"""`articlefacts status`: how raw/ differs from what the published tables were made of. Changes nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.layout import columns, plain, shortened

if TYPE_CHECKING:
    from pipeline.ingest import Inventory
    from pipeline.publish import Manifest

_LISTED = 20


@dataclass(frozen=True, slots=True)
class Differences:
    """Every file of raw/ and of the last run, counted once; a renamed file counts under its new name."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]  # old, new
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]


def status_command(raw: Path, processed: Path, model: str | None) -> None:
    """Prints the differences and what the next run will do."""
    from pipeline.ingest import take_inventory
    from pipeline.publish import read_manifest
    from pipeline.resolve import read_review
    from pipeline.store.fingerprint import fingerprints

    inventory = take_inventory(raw)
    manifest = read_manifest(processed)
    before = {doc_id: each.sha256 for doc_id, each in manifest.inputs.items()} if manifest else {}
    differences = compare(before, contents_of(inventory))
    for line in status_lines(differences, inventory):
        print(line)
    print(verdict(differences, manifest, fingerprints(model) | read_review(raw).fingerprint()))


def contents_of(inventory: "Inventory") -> dict[str, str | None]:
    """The hash of each file; None for a file that has not been read."""
    contents: dict[str, str | None] = {rejection.doc_id: None for rejection in inventory.rejections}
    return contents | {entry.doc_id: entry.sha256 for entry in inventory.entries}


def compare(before: Mapping[str, str | None], now: Mapping[str, str | None]) -> Differences:
    """By name, then by content: a new name with the content of a name that is gone is a renamed file."""
    renamed = tuple(_renamed(before, now))
    olds, news = {old for old, _ in renamed}, {new for _, new in renamed}
    kept = sorted(before.keys() & now.keys())
    return Differences(
        new=tuple(sorted(now.keys() - before.keys() - news)),
        changed=tuple(name for name in kept if before[name] != now[name]),
        renamed=renamed,
        removed=tuple(sorted(before.keys() - now.keys() - olds)),
        unchanged=tuple(name for name in kept if before[name] == now[name]),
    )


def _renamed(before: Mapping[str, str | None], now: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    gone: dict[str | None, list[str]] = {}
    for name in sorted(before.keys() - now.keys(), reverse=True):
        gone.setdefault(before[name], []).append(name)
    for name in sorted(now.keys() - before.keys()):
        if now[name] is not None and gone.get(now[name]):
            yield gone[now[name]].pop(), name


def status_lines(differences: Differences, inventory: "Inventory") -> Iterator[str]:
    groups = {
        "new": differences.new,
        "changed": differences.changed,
        "renamed": tuple(f"{old} -> {new}" for old, new in differences.renamed),
        "removed": differences.removed,
        "unchanged": differences.unchanged,
    }
    yield from columns([(name, f"{len(names):,}") for name, names in groups.items()])
    listed = {name: names for name, names in groups.items() if name != "unchanged"}
    listed["not readable"] = tuple(f"{each.doc_id}: {each.reason}" for each in inventory.rejections)
    for name, names in listed.items():
        yield from (f"{name}: {plain(each)}" for each in shortened(names, _LISTED))


def verdict(differences: Differences, manifest: "Manifest | None", fingerprints: Mapping[str, str]) -> str:
    """What the next run will do, in one line."""
    if manifest is None:
        return "Nothing is published yet: `articlefacts run` reads everything."
    if manifest.fingerprints.get("extraction") != fingerprints["extraction"]:
        return "The program has changed since the last run: `articlefacts run` reads everything again."
    if manifest.fingerprints.get("whole") != fingerprints["whole"]:
        return "The program has changed since the last run: `articlefacts run` publishes anew what it has read."
    if manifest.fingerprints != fingerprints:
        return "review.toml has changed since the last run: `articlefacts run` decides anew who is who."
    to_do = differences.new, differences.changed, differences.renamed, differences.removed
    return "`articlefacts run` brings the tables up to date." if any(to_do) else "The tables are up to date."
