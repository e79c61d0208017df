"""Two runs never interleave, a dead holder blocks nobody, and whoever waits is told for whom."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from pipeline.errors import WorkspaceError, WorkspaceLocked
from pipeline.store import STATE, Holder, workspace_lock
from pipeline.store.lock import read_holder

SCRIPT = Path(__file__).with_name("lock_process.py")


def start(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@contextmanager
def held_by_another(processed: Path, verb: str = "hold") -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A process that holds the lock, and the first line it says."""
    process = start(verb, processed)
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_the_lock_is_free_after_the_body(tmp_path: Path) -> None:
    for _ in range(2):
        with workspace_lock(tmp_path / "new" / "processed"):
            assert read_holder(tmp_path / "new" / "processed").pid == os.getpid()
    assert read_holder(tmp_path / "new" / "processed") is None


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="boom"), workspace_lock(tmp_path):
        raise RuntimeError("boom")
    with workspace_lock(tmp_path):
        pass


def test_a_second_run_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with held_by_another(tmp_path) as (holder, _):
        with pytest.raises(WorkspaceLocked) as caught, workspace_lock(tmp_path):
            pytest.fail("two runs at once")
        message = str(caught.value)
        assert f"process {holder.pid} on " in message
        assert "lock_process.py hold" in message
        assert "wait for it to end" in message
        assert "\n" not in message


def test_waiting_is_announced_once_and_ends(tmp_path: Path) -> None:
    told: list[Holder | None] = []
    with held_by_another(tmp_path) as (holder, _):
        begin = time.monotonic()
        with pytest.raises(WorkspaceLocked), workspace_lock(tmp_path, wait=0.3, on_wait=told.append):
            pytest.fail("two runs at once")
        assert time.monotonic() - begin >= 0.3
    assert [each.pid for each in told] == [holder.pid]


@pytest.mark.parametrize("wait", [30.0, None])
def test_a_waiting_run_gets_its_turn(tmp_path: Path, wait: float | None) -> None:
    with ExitStack() as stack:
        holder, _ = stack.enter_context(held_by_another(tmp_path))
        stack.enter_context(workspace_lock(tmp_path, wait=wait, on_wait=lambda _: holder.stdin.close()))
        assert read_holder(tmp_path).pid == os.getpid()


def test_the_lock_of_a_killed_run_is_free_at_once(tmp_path: Path) -> None:
    with held_by_another(tmp_path) as (holder, _):
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
        assert read_holder(tmp_path).pid == holder.pid, "the note is still there, the lock is not"
        with workspace_lock(tmp_path):
            assert read_holder(tmp_path).pid == os.getpid()


def test_a_child_that_outlives_a_killed_run_does_not_hold_its_lock(tmp_path: Path) -> None:
    with held_by_another(tmp_path, "fork") as (holder, child):
        try:
            os.kill(holder.pid, signal.SIGKILL)
            holder.wait()
            with workspace_lock(tmp_path, wait=5):
                pass
        finally:
            os.kill(int(child), signal.SIGKILL)


def test_runs_never_interleave(tmp_path: Path) -> None:
    log = tmp_path / "log"
    processes = [start("take", tmp_path, log, 15) for _ in range(3)]
    assert [process.wait(timeout=60) for process in processes] == [0, 0, 0]
    for process in processes:
        process.communicate()
    lines = [line.split() for line in log.read_text().splitlines()]
    assert len(lines) == 3 * 15 * 2
    for (one, begin), (other, end) in zip(lines[::2], lines[1::2], strict=True):
        assert (one, begin, end) == (other, "begin", "end")


def test_threads_of_one_process_exclude_each_other(tmp_path: Path) -> None:
    refused = []

    def second() -> None:
        try:
            with workspace_lock(tmp_path):
                pass
        except WorkspaceLocked:
            refused.append(True)

    with workspace_lock(tmp_path):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert refused == [True]


@pytest.mark.parametrize("note", [b"", b"[]", b'{"pid": 1}', b"\xff"])
def test_a_note_that_cannot_be_read_changes_nothing(tmp_path: Path, note: bytes) -> None:
    with held_by_another(tmp_path):
        (tmp_path / STATE / "run.json").write_bytes(note)
        with pytest.raises(WorkspaceLocked, match="is in use by another run"), workspace_lock(tmp_path):
            pytest.fail("two runs at once")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkspaceError, match="file: Not a directory; check"), workspace_lock(tmp_path / "file"):
        pass


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(WorkspaceError, match="Permission denied"), workspace_lock(tmp_path):
        pass


def test_a_lock_file_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / STATE / "run.lock").mkdir(parents=True)
    with pytest.raises(WorkspaceError, match="cannot lock"), workspace_lock(tmp_path):
        pass
