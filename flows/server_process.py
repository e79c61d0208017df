"""Runs inside the embedded server's own process: `python -m flows.server_process PORT light|full`.

Prints the API's address on standard output, serves until standard input ends (the parent closed it, or died).
"""

import os
import socket
import sys
import threading

import flows.environment  # noqa: F401  (before prefect)


def main() -> None:
    port, extent = int(sys.argv[1]), sys.argv[2]
    listener = socket.create_server(("127.0.0.1", port))
    print(f"http://127.0.0.1:{listener.getsockname()[1]}/api", flush=True)

    import uvicorn
    from prefect.server.api.server import create_app

    app = create_app(ephemeral=extent == "light", final=True)
    config = uvicorn.Config(app, log_level="warning", lifespan="on", timeout_graceful_shutdown=5)
    server = uvicorn.Server(config)
    threading.Thread(target=_end_with_parent, args=(server,), daemon=True).start()
    server.run(sockets=[listener])


def _end_with_parent(server: "uvicorn.Server") -> None:  # type: ignore[name-defined]  # noqa: F821
    os.read(0, 1)  # not sys.stdin: its lock would be held while the interpreter ends
    server.should_exit = True


if __name__ == "__main__":
    main()
