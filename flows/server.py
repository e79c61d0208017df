"""The embedded Prefect server: a child process on loopback that lives no longer than the process that needs it.

Prefect can start such a server itself, but that one prints its tracebacks on our console when it is stopped while
it still writes events, and stays behind when its parent is killed. This one logs to a file and watches its parent.
"""

import http.client
import json
import os
import subprocess
import sys
import time
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from flows.environment import prefect_home
from pipeline.errors import FlowError

STARTUP_SECONDS = 120.0  # the first start on a machine creates the database: 10 s on two idle cores
SHUTDOWN_SECONDS = 15.0

# The server gathers events for this long before it writes them; its default of 5 s is what we would wait at the end.
_PROMPT_WRITES = {
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "0.3",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_FLUSH_INTERVAL": "0.3",
}


class EmbeddedServer:
    """A server that starts with the block and ends with it, or with this process, however that ends.

    `with_scheduler` adds what a long-lived server needs: the scheduler and the web interface. Port 0: any free one.
    """

    def __init__(self, *, with_scheduler: bool = False, port: int = 0) -> None:
        extent = "full" if with_scheduler else "light"
        # -P: a folder called `flows` in the working directory must not take this one's place
        self._command = [sys.executable, "-P", "-m", "flows.server_process", str(port), extent]
        self.log = prefect_home() / "articlefacts-server.log"

    def __enter__(self) -> Self:
        """Starts the process and returns at once: there is other work to do while it starts."""
        try:
            self.log.parent.mkdir(parents=True, exist_ok=True)
            with self.log.open("w", encoding="utf-8") as stream:
                # its own session: Ctrl-C reaches us alone, and we stop the server when its last events are written
                self._process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=stream,
                    text=True,
                    start_new_session=True,
                    env={**_PROMPT_WRITES, **os.environ},
                )
        except OSError as error:
            raise FlowError(
                f"cannot write Prefect's home {self.log.parent} ({error.strerror}): "
                "set PREFECT_HOME to a writable folder, or use --no-prefect"
            ) from error
        return self

    def wait_for_address(self) -> str:
        """The address of the API, once it answers; raises FlowError if it never does."""
        assert self._process.stdout is not None
        deadline = time.monotonic() + STARTUP_SECONDS
        address = self._process.stdout.readline().strip()  # empty when the process ends first
        while address and self._process.poll() is None and time.monotonic() < deadline:
            if _is_healthy(address):
                return address
            time.sleep(0.1)
        raise FlowError(f"the embedded Prefect server did not start: see {self.log}, or use --no-prefect")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the process's standard input, which asks for a clean end, and kills it if that takes too long."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(SHUTDOWN_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()


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
