"""The command and the embedded servers as processes."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import psutil


def command(*arguments: str) -> Sequence[str]:
    return [sys.executable, "-m", "pipeline.cli", *arguments]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, without a terminal."""
    return subprocess.run(command(*arguments), capture_output=True, text=True, timeout=180, check=False)


def servers_of(home: Path) -> list[psutil.Process]:
    """The embedded servers that run on this home."""
    found = []
    for process in psutil.process_iter():
        try:
            if "flows.server_process" in process.cmdline() and process.environ().get("PREFECT_HOME") == str(home):
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue
    return found
