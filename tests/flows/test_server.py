"""The embedded server: on loopback only, gone with its parent, one line when it cannot start."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from processes import servers_of

from flows.environment import prepare_environment
from flows.server import EmbeddedServer
from pipeline.errors import FlowError

HOLD = "import time\nfrom flows.server import EmbeddedServer\nwith EmbeddedServer():\n    time.sleep(600)\n"


def wait_for(condition: object, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():  # type: ignore[operator]
            return True
        time.sleep(0.1)
    return False


def test_it_listens_on_loopback_and_talks_to_nobody(prefect_home: Path) -> None:
    with EmbeddedServer() as server:
        assert server.wait_for_address().startswith("http://127.0.0.1:")
        (process,) = servers_of(prefect_home)
        peers = {each for connection in process.net_connections() for each in (connection.laddr, connection.raddr)}
        assert {address.ip for address in peers if address} == {"127.0.0.1"}
    assert servers_of(prefect_home) == []


def test_it_ends_when_its_parent_is_killed(prefect_home: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", HOLD])
    try:
        assert wait_for(lambda: servers_of(prefect_home), 30)
    finally:
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    assert wait_for(lambda: not servers_of(prefect_home), 30)


def test_a_server_that_does_not_start_is_one_line_with_its_log() -> None:
    with EmbeddedServer() as server:
        server._process.kill()
        with pytest.raises(FlowError, match=r"did not start: see .*articlefacts-server\.log, or use --no-prefect"):
            server.wait_for_address()


def test_a_home_that_cannot_be_written_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(FlowError, match="set PREFECT_HOME to a writable folder, or use --no-prefect"):
        EmbeddedServer().__enter__()


def test_nothing_reports_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DO_NOT_TRACK", "0")
    monkeypatch.setenv("PREFECT_SERVER_ANALYTICS_ENABLED", "true")
    prepare_environment()
    from prefect.analytics import is_telemetry_enabled
    from prefect.settings import Settings

    assert not is_telemetry_enabled()
    assert not Settings().server.analytics_enabled


def test_loopback_passes_by_every_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "intranet")
    prepare_environment()
    prepare_environment()
    assert os.environ["NO_PROXY"] == "intranet,127.0.0.1,localhost"
