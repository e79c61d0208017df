"""A run is killed at every step, at every change to the disk and at random times, while a reader loads tables."""

import random
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from published_sample import FINGERPRINTS, sample_content, sample_texts

from pipeline.publish import check_snapshot, open_snapshot, publish_tables
from pipeline.publish.schemas import TABLES
from pipeline.publish.snapshot import KEPT, list_snapshots

HERE = Path(__file__).parent
NAMES = [schema.name for schema in TABLES]
RANDOM_KILLS = 6


@contextmanager
def started(script: str, processed: Path) -> Iterator[subprocess.Popen[str]]:
    """A process of ours that ends with the body."""
    command = [sys.executable, str(HERE / script), str(processed)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def obey(process: subprocess.Popen[str], line: str) -> str:
    process.stdin.write(line + "\n")
    process.stdin.flush()
    return process.stdout.readline().strip()


@contextmanager
def reading(processed: Path) -> Iterator[subprocess.Popen[str]]:
    """A reader that has seen what is there now."""
    with started("reader_process.py", processed) as reader:
        assert reader.stdout.readline() == "ready\n"
        yield reader


def stop(reader: subprocess.Popen[str]) -> tuple[int, int, str]:
    """Loads, runs seen, and what was wrong."""
    output, _ = reader.communicate(timeout=60)
    loads, runs, wrong = output.strip().split(" ", 2)
    return int(loads), int(runs), wrong


def publish(processed: Path, run: int, on_step=lambda _: None) -> bool:
    content, texts = sample_content(run, lines=40), sample_texts(run, lines=40)
    return publish_tables(content, processed, fingerprints=FINGERPRINTS, read_text=texts.get, on_step=on_step).is_new


def current_run(processed: Path) -> int:
    """The run that readers have, after making sure that it is all there."""
    snapshot = open_snapshot(processed)
    assert snapshot.is_intact()
    assert {(processed / f"{name}.parquet").resolve().parent for name in NAMES} == {snapshot.path}
    (rule,) = snapshot.table("conflicts")["rule"].to_pylist()
    return int(rule.removeprefix("run "))


def leftovers(processed: Path) -> list[str]:
    """What is there and is neither a link of ours nor a complete snapshot."""
    ours = {"snapshots", "current", *(f"{name}.parquet" for name in NAMES)}
    strangers = [path.name for path in processed.iterdir() if path.name not in ours]
    return strangers + [p.name for p in (processed / "snapshots").iterdir() if not re.match(r"\d{6}-", p.name)]


@pytest.fixture
def processed(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a killed process loses nothing there that it would keep on a disk."""
    if not Path("/dev/shm").is_dir():
        yield tmp_path / "processed"
        return
    with TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder) / "processed"


def steps_of(processed: Path, run: int) -> list[str]:
    steps: list[str] = []
    publish(processed, run, steps.append)
    return steps


def test_the_steps_of_a_run(processed: Path) -> None:
    writes = [f"write {name}" for name in NAMES] + ["write manifest"]
    links = [f"link {name}" for name in NAMES]
    switch = ["complete", "switch", "sync", "prune", "done"]
    assert steps_of(processed, 1) == ["sweep", "staging", *writes, *links, *switch]
    assert steps_of(processed, 2) == ["sweep", "staging", *writes, *switch]
    assert steps_of(processed, 2) == ["sweep", "staging", *writes]


def test_killed_at_every_step_of_the_first_run(tmp_path: Path, processed: Path) -> None:
    """Before the switch readers have nothing; from then on, everything."""
    steps = steps_of(tmp_path, 1)
    with started("crash_process.py", processed) as crashing:
        for step in steps[: steps.index("switch") + 1]:
            assert obey(crashing, f"step {step} 1") == "killed"
            assert not (processed / "current").exists()
        assert obey(crashing, "step sync 1") == "killed"
    assert current_run(processed) == 1
    assert not publish(processed, 1)
    assert leftovers(processed) == []
    assert check_snapshot(open_snapshot(processed)) == []


def test_killed_at_every_step_of_a_later_run(processed: Path) -> None:
    for run in range(1, KEPT + 1):
        publish(processed, run)
    steps = steps_of_a_later_run()
    with reading(processed) as reader, started("crash_process.py", processed) as crashing:
        for run, step in enumerate(steps, start=100):
            before = current_run(processed)
            assert obey(crashing, f"step {step} {run}") == "killed"
            assert current_run(processed) == (before if steps.index(step) <= steps.index("switch") else run)
        publish(processed, 1000)
        loads, runs, wrong = stop(reader)
    assert wrong == "nothing wrong"
    assert loads >= 3 * 2 * len(NAMES), "three rounds, each table by its name in two ways"
    assert runs >= 2
    assert leftovers(processed) == []
    assert check_snapshot(open_snapshot(processed)) == []
    assert len(list_snapshots(processed)) == KEPT


def steps_of_a_later_run() -> list[str]:
    writes = [f"write {name}" for name in NAMES] + ["write manifest"]
    return ["sweep", "staging", *writes, "complete", "switch", "sync", "prune", "done"]


def test_killed_at_every_change_to_the_disk(processed: Path) -> None:
    """Finer than steps: every file opened for writing, every rename, link, folder and removal."""
    for run in range(1, KEPT + 1):
        publish(processed, run)
    with started("crash_process.py", processed) as crashing:
        seen = [current_run(processed)]
        for call in range(1, 200):
            was_killed = obey(crashing, f"call {call} {99 + call}") == "killed"
            seen.append(current_run(processed))
            assert seen[-1] in (seen[-2], 99 + call)
            if not was_killed:
                break
    assert 20 < call < 199, "the calls were not counted"
    assert seen[-1] == 99 + call, "the last run ends well"
    assert leftovers(processed) == []
    assert check_snapshot(open_snapshot(processed)) == []


def test_killed_at_random_times(processed: Path) -> None:
    rng = random.Random(1)
    publish(processed, 1)
    with reading(processed) as reader, started("crash_process.py", processed) as crashing:
        for kill in range(1, RANDOM_KILLS + 1):
            before = current_run(processed)
            assert obey(crashing, f"after {rng.uniform(0.0, 0.3):.3f} {kill * 1000}") == "killed"
            after = current_run(processed)
            assert after == before or kill * 1000 <= after < (kill + 1) * 1000
        publish(processed, 10**6)
        loads, runs, wrong = stop(reader)
    assert wrong == "nothing wrong"
    assert loads >= 3 * 2 * len(NAMES), "three rounds, each table by its name in two ways"
    assert runs >= 2
    assert leftovers(processed) == []
    assert check_snapshot(open_snapshot(processed)) == []
    assert len(list_snapshots(processed)) <= KEPT
