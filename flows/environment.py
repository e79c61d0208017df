"""The environment in which Prefect is imported: silent towards the outside, whatever the user's settings say.

Import this module before `prefect`: Prefect reads these variables once, at import.
"""

import os
from pathlib import Path

# Everything in Prefect that reports home: client analytics, the server's heartbeat, hints for its cloud product.
_PRIVACY = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
}
_LOOPBACK = ("127.0.0.1", "localhost")


def prepare_environment(*, quiet: bool = False) -> None:
    """Turns telemetry off and keeps loopback traffic away from proxies; `quiet` also silences Prefect's console.

    Log records still reach the Prefect API, so that the UI shows them.
    """
    os.environ.update(_PRIVACY)
    for name in ("NO_PROXY", "no_proxy"):
        present = [host for host in os.environ.get(name, "").split(",") if host]
        os.environ[name] = ",".join([*present, *(host for host in _LOOPBACK if host not in present)])
    if quiet:
        os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")


def prefect_home() -> Path:
    """Where Prefect keeps its database: `PREFECT_HOME`, or its own default, so that its UI finds our runs."""
    return Path(os.environ.get("PREFECT_HOME") or "~/.prefect").expanduser()


prepare_environment()
