"""The command with Prefect: the same tables, a quiet console, a record on the server, nothing left behind."""

import sqlite3
from contextlib import closing
from pathlib import Path

from processes import run, servers_of


def tables(processed: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(processed.glob("*.parquet"))}


def test_a_flow_run_is_a_plain_run_that_prefect_records(tmp_path: Path, raw: Path, prefect_home: Path) -> None:
    with_prefect, without = tmp_path / "with", tmp_path / "without"
    flow_run = run("run", "--raw", str(raw), "--processed", str(with_prefect), "--workers", "2")
    plain_run = run("run", "--raw", str(raw), "--processed", str(without), "--workers", "1", "--no-prefect")

    assert (flow_run.returncode, plain_run.returncode) == (0, 0), flow_run.stderr + plain_run.stderr
    assert tables(with_prefect) == tables(without)
    assert len(tables(without)) == 8
    assert "Published snapshot 000001-" in flow_run.stdout

    assert [line for line in flow_run.stderr.splitlines() if not line.startswith("articlefacts: ")] == []
    assert "Traceback" not in (prefect_home / "articlefacts-server.log").read_text(encoding="utf-8")
    assert servers_of(prefect_home) == []

    with closing(sqlite3.connect(prefect_home / "prefect.db")) as database:
        recorded = f"(SELECT id FROM flow_run WHERE parameters LIKE '%{with_prefect}%')"
        flow_runs = database.execute(f"SELECT state_type FROM flow_run WHERE id IN {recorded}").fetchall()
        task_runs = database.execute(
            f"SELECT name, state_type FROM task_run WHERE flow_run_id IN {recorded}"
        ).fetchall()
        artifacts = database.execute(f"SELECT key, type FROM artifact WHERE flow_run_id IN {recorded}").fetchall()
        lines = database.execute(f"SELECT message FROM log WHERE flow_run_id IN {recorded}").fetchall()
    assert flow_runs == [("COMPLETED",)]
    assert sorted(task_runs) == [
        ("extract batch 0", "COMPLETED"),
        ("plan", "COMPLETED"),
        ("publish", "COMPLETED"),
        ("reconcile", "COMPLETED"),
    ]
    assert sorted(artifacts) == [("articlefacts-conflicts", "table"), ("articlefacts-summary", "markdown")]
    assert ("3 files, 3 to read",) in lines


def test_what_the_user_did_wrong_is_one_line(tmp_path: Path, prefect_home: Path) -> None:
    ended = run("run", "--raw", str(tmp_path / "nowhere"), "--processed", str(tmp_path / "processed"))
    assert ended.returncode == 3
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stderr.startswith(f"articlefacts: {tmp_path / 'nowhere'} does not exist")
    assert servers_of(prefect_home) == []
