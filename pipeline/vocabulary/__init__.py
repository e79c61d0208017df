"""Data files with examples beside each entry, and their loader.

A vocabulary is a TOML file in this folder: what articles say, not how it is found. It never lists the names of
works, people or awards.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_vocabulary(name: str) -> dict[str, Any]:
    """The parsed `<name>.toml`, read once per process. Raises FileNotFoundError for an unknown name."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
