"""Data flows one way, and so do imports; each heavy library lives in one place. Read with ast, nothing is run."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STAGES = ("ingest", "parse", "extract", "resolve", "reconcile", "publish")

# From the top down: a module may import its own package and every layer below its own, nothing beside it.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("benchmarks", "training"),
    ("pipeline.cli",),
    ("flows",),
    ("pipeline.run",),
    tuple(f"pipeline.{stage}" for stage in STAGES),
    ("pipeline.store",),
    ("pipeline.records", "pipeline.vocabulary"),
    ("pipeline.values",),
    ("pipeline.errors",),
)
# The name of the distribution itself, its version for example, is there for everyone.
EVERYONE = ("pipeline",)

# library -> the packages that may import it
HOMES: dict[str, tuple[str, ...]] = {
    "spacy": ("pipeline.extract", "training", "benchmarks"),
    "thinc": ("pipeline.extract", "training"),
    "pandas": ("pipeline.publish", "pipeline.reconcile.fusion", "benchmarks"),
    "pyarrow": ("pipeline.publish", "benchmarks"),
    "prefect": ("flows",),
    "uvicorn": ("flows",),
    "typer": ("pipeline.cli",),
    "rich": ("pipeline.cli",),
    "charset_normalizer": ("pipeline.ingest",),
    "onnxruntime": ("pipeline.extract", "training"),
}


def packages_of(module: str) -> Iterator[str]:
    """'a.b.c' -> 'a.b.c', 'a.b', 'a'."""
    parts = module.split(".")
    return (".".join(parts[:n]) for n in range(len(parts), 0, -1))


def layer_of(module: str) -> tuple[int, str] | None:
    """The depth and the package of the layer that a module of ours belongs to."""
    for depth, layer in enumerate(LAYERS):
        for package in packages_of(module):
            if package in layer:
                return depth, package
    return None


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(tree: ast.AST, module: str, *, is_package: bool) -> Iterator[tuple[str, int]]:
    """Every module that the source imports, wherever the statement stands, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = module.split(".")
            base = parts[: len(parts) - node.level + is_package] if node.level else []
            origin = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((f"{origin}.{alias.name}", node.lineno) for alias in node.names)


def forbidden(module: str, imported: str) -> str | None:
    """Why `module` must not import `imported`; None if it may."""
    home = next((HOMES[package] for package in packages_of(imported) if package in HOMES), None)
    if home is not None and not set(packages_of(module)) & set(home):
        return f"{imported.split('.')[0]} belongs to {', '.join(home)}"
    own, other = layer_of(module), layer_of(imported)
    if own is None or other is None or own[1] == other[1]:
        return None
    if other[0] == own[0]:
        return f"{own[1]} and {other[1]} are on one level and know nothing of each other"
    if other[0] < own[0]:
        return f"{other[1]} lies above {own[1]}"
    return None


def source_files() -> list[Path]:
    folders = ("pipeline", "flows", "benchmarks", "training")
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", source_files(), ids=module_name)
def test_a_module_belongs_to_a_layer(path: Path) -> None:
    module = module_name(path)
    assert layer_of(module) is not None or module in EVERYONE, f"{module} is in no layer of tests/test_layers.py"


@pytest.mark.parametrize("path", source_files(), ids=module_name)
def test_imports_point_downwards(path: Path) -> None:
    module = module_name(path)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = imports_of(tree, module, is_package=path.name == "__init__.py")
    wrong = [f"{path.name}:{line}: {why}" for name, line in found if (why := forbidden(module, name))]
    assert wrong == []


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_is_there(stage: str) -> None:
    assert (ROOT / "pipeline" / stage / "__init__.py").is_file()


@pytest.mark.parametrize(
    ("module", "source", "is_allowed"),
    [
        ("pipeline.parse.article", "from pipeline.records import Article", True),
        ("pipeline.parse.article", "from pipeline.parse.tables import x", True),
        ("pipeline.parse.article", "from .tables import x", True),
        ("pipeline.parse.article", "from pipeline.extract import x", False),
        ("pipeline.parse.article", "from pipeline import extract", False),
        ("pipeline.parse.article", "from ..extract import x", False),
        ("pipeline.parse.article", "import pipeline.ingest.files", False),
        ("pipeline.parse.article", "from pipeline.run import Settings", False),
        ("pipeline.parse.article", "def f():\n    import spacy", False),
        ("pipeline.extract.mentions", "from spacy.tokens import Doc", True),
        ("pipeline.cli.show", "import pandas as pd", False),
        ("pipeline.cli.show", "from pipeline.publish import read_table", True),
        ("pipeline.run.settings", "import prefect", False),
        ("pipeline.run.settings", "from flows.articles import articlefacts_flow", False),
        ("flows.articles", "from prefect import flow", True),
        ("pipeline.cli.main", "from flows.launch import run_flow", True),
        ("pipeline.values.dates", "from pipeline.vocabulary import load_vocabulary", False),
        ("pipeline.values.dates", "import json", True),
    ],
)
def test_the_rule_itself(module: str, source: str, is_allowed: bool) -> None:
    found = imports_of(ast.parse(source), module, is_package=False)
    assert all(forbidden(module, name) is None for name, _ in found) == is_allowed


def test_the_standard_library_is_no_home() -> None:
    assert not set(HOMES) & sys.stdlib_module_names
