"""Runs inside the embedded server's own process: `python -m flows.server_process PORT light|full`.

Prints the API's address on standard output, serves until standard input ends (the parent closed it, or died).
"""

import os
import socket
import sys
import threading
from collections.abc import Callable

import flows.environment  # noqa: F401  (before prefect)


def main() -> None:
    port, extent = int(sys.argv[1]), sys.argv[2]
    parent = _Parent()
    listener = socket.create_server(("127.0.0.1", port))
    print(f"http://127.0.0.1:{listener.getsockname()[1]}/api", flush=True)

    import uvicorn  # from here on it takes seconds
    from prefect.server.api.server import create_app

    app = create_app(ephemeral=extent == "light", final=True)
    config = uvicorn.Config(app, log_level="warning", lifespan="on", timeout_graceful_shutdown=5)
    server = uvicorn.Server(config)
    parent.when_gone = lambda: setattr(server, "should_exit", True)
    server.run(sockets=[listener])


class _Parent:
    """Watches standard input, which ends with the parent. Until the server runs, this process simply ends."""

    def __init__(self) -> None:
        self.when_gone: Callable[[], None] = lambda: os._exit(0)
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        os.read(0, 1)  # not sys.stdin: its lock would be held while the interpreter ends
        self.when_gone()


if __name__ == "__main__":
    main()
