"""The embedded Prefect server: a child process on loopback that lives no longer than the process that needs it.

Prefect can start such a server itself, but that one prints its tracebacks on our console when it is stopped while
it still writes events, and stays behind when its parent is killed. This one logs to a file and watches its parent.
"""

import http.client
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from flows.environment import prefect_home
from pipeline.errors import FlowError

STARTUP_SECONDS = 120.0  # the first start on a machine creates the database: 10 s on two idle cores
SHUTDOWN_SECONDS = 15.0


@contextmanager
def embedded_server(*, with_scheduler: bool = False, port: int = 0) -> Iterator[str]:
    """Yields the API address of a server that ends with the block, or with this process, however it ends.

    `with_scheduler` adds what a long-lived server needs: the scheduler and the web interface. Port 0: any free one.
    """
    log = prefect_home() / "articlefacts-server.log"
    child = _start(log, with_scheduler, port)
    try:
        yield _wait_until_healthy(child, log)
    finally:
        _stop(child)


def _start(log: Path, with_scheduler: bool, port: int) -> "subprocess.Popen[str]":
    extent = "full" if with_scheduler else "light"
    # -P: a folder called `flows` in the working directory must not take this one's place
    command = [sys.executable, "-P", "-m", "flows.server_process", str(port), extent]
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("w", encoding="utf-8") as stream:
            # its own session: Ctrl-C reaches us alone, and we stop the server when its last events are written
            return subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stream,
                text=True,
                start_new_session=True,
            )
    except OSError as error:
        raise FlowError(
            f"cannot write Prefect's home {log.parent} ({error.strerror}): set PREFECT_HOME to a writable folder, "
            "or use --no-prefect"
        ) from error


def _wait_until_healthy(child: "subprocess.Popen[str]", log: Path) -> str:
    assert child.stdout is not None
    deadline = time.monotonic() + STARTUP_SECONDS
    address = child.stdout.readline().strip()  # ends when the child does
    while address and child.poll() is None and time.monotonic() < deadline:
        if _is_healthy(address):
            return address
        time.sleep(0.1)
    raise FlowError(f"the embedded Prefect server did not start: see {log}, or use --no-prefect")


def _is_healthy(address: str) -> bool:
    url = urlsplit(address)
    connection = http.client.HTTPConnection(url.hostname or "", url.port, timeout=5)
    try:
        connection.request("GET", f"{url.path}/health")
        response = connection.getresponse()
        return response.status == 200 and json.loads(response.read()) is True
    except (OSError, http.client.HTTPException, ValueError):
        return False
    finally:
        connection.close()


def _stop(child: "subprocess.Popen[str]") -> None:
    """Ends the child: closing its standard input asks for a clean end, after which it is killed."""
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.close()
    try:
        child.wait(SHUTDOWN_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    child.stdout.close()
