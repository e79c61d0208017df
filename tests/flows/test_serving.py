"""A scheduled run on a real Prefect server on loopback, from the command to the artifacts."""

import json
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from processes import command, servers_of

from flows.serving import serve_flow
from pipeline.errors import FlowError

PATIENCE = 150.0  # seconds; some 30 on two idle cores


@pytest.fixture
def log(tmp_path: Path) -> Iterator[IO[str]]:
    with (tmp_path / "serve.log").open("w+", encoding="utf-8") as stream:
        yield stream


def ask(address: str, path: str, **body: Any) -> list[dict[str, Any]]:
    """The server's API, past any proxy."""
    content = json.dumps(body).encode()
    request = urllib.request.Request(f"{address}/api/{path}", content, {"Content-Type": "application/json"})
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30) as response:
        return json.load(response)  # type: ignore[no-any-return]


def address_in(log: IO[str], process: "subprocess.Popen[bytes]") -> str:
    """What the command says about where its runs are shown."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        for line in Path(log.name).read_text(encoding="utf-8").splitlines():
            if "runs are shown at " in line:
                return line.partition("runs are shown at ")[2].partition(";")[0]
        time.sleep(0.2)
    raise AssertionError(Path(log.name).read_text(encoding="utf-8"))


def completed_run(address: str) -> dict[str, Any]:
    """The first run that the scheduler made and that has ended well; any other end fails."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        for flow_run in ask(address, "flow_runs/filter", flow_runs={"deployment_id": {"is_null_": False}}):
            assert flow_run["state_type"] not in ("FAILED", "CRASHED"), flow_run["state"]
            if flow_run["state_type"] == "COMPLETED":
                return flow_run
        time.sleep(0.5)
    raise AssertionError("no scheduled run has completed")


def test_a_scheduled_run_publishes_and_leaves_its_artifacts(
    tmp_path: Path, raw: Path, prefect_home: Path, log: IO[str]
) -> None:
    processed = tmp_path / "processed"
    every_five_seconds = "* * * * * */5"
    options = ["--raw", str(raw), "--processed", str(processed), "--workers", "1", "--port", "0"]
    process = subprocess.Popen(command("serve", "--cron", every_five_seconds, *options), stderr=log, stdout=log)
    try:
        address = address_in(log, process)
        assert address.startswith("http://127.0.0.1:")
        flow_run = completed_run(address)
        artifacts = ask(address, "artifacts/filter", artifacts={"flow_run_id": {"any_": [flow_run["id"]]}})
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()

    assert flow_run["auto_scheduled"]
    assert flow_run["parameters"]["raw"] == str(raw)
    assert flow_run["state_name"] == "Completed"
    assert len(list(processed.glob("*.parquet"))) == 8
    assert {artifact["key"]: artifact["type"] for artifact in artifacts} == {
        "articlefacts-summary": "markdown",
        "articlefacts-conflicts": "table",
    }
    assert "2 read, 1 rejected; published 000001-" in next(a["data"] for a in artifacts if a["type"] == "markdown")
    assert "Traceback" not in Path(log.name).read_text(encoding="utf-8")
    assert servers_of(prefect_home) == []


@pytest.mark.parametrize(
    ("cron", "timezone", "message"),
    [
        ("at six", "UTC", "'at six' is no cron schedule: write minute hour day month weekday"),
        ("61 * * * *", "UTC", "is no cron schedule"),
        ("", "UTC", "is no cron schedule"),
        ("0 6 * * *", "Mars/Olympus", "'Mars/Olympus' is no time zone: write one like UTC or Europe/Paris"),
        ("0 6 * * *", "", "is no time zone"),
    ],
)
def test_a_schedule_that_cannot_be_read_is_one_line(cron: str, timezone: str, message: str) -> None:
    with pytest.raises(FlowError, match=message):
        serve_flow(cron, timezone, {}, port=0, on_ready=lambda address: pytest.fail(f"served at {address}"))
