"""`articlefacts check`: are the published tables sound?"""

from pathlib import Path

from pipeline.cli.layout import columns
from pipeline.errors import TablesInvalid


def check_command(raw: Path, processed: Path) -> None:
    """Prints the rows of each table; raises TablesInvalid, after all problems, when something is broken."""
    from pipeline.publish import check_snapshot, open_snapshot

    snapshot = open_snapshot(processed)
    problems = check_snapshot(snapshot, raw if raw.is_dir() else None)
    broken = [problem for problem in problems if not problem.is_stale]
    for problem in problems:
        print(f"{'stale' if problem.is_stale else 'broken'}  {problem}")
    if broken:
        raise TablesInvalid(f"{len(broken)} problems in {processed}: run `articlefacts run --force` to make them anew")
    for line in columns([(name, f"{file.rows:,}") for name, file in snapshot.manifest.tables.items()]):
        print(line)
    print(f"OK: snapshot {snapshot.path.name}" + ("" if raw.is_dir() else f" (without {raw}, which is no folder)"))
