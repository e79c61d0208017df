"""The command `articlefacts`. Its modules import what a command needs when it runs: `--help` waits for nothing."""

from pipeline.cli.main import main

__all__ = ["main"]
