"""The command line as users type it."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli.main import app
from pipeline.publish import open_snapshot
from pipeline.run.settings import Settings
from pipeline.run.whole import run_pipeline

ARTICLE = (
    "= The Glass Orchard =\n\nThe Glass Orchard is a novel written by Mira Holt. It began publication in March 2018.\n"
)
COMMANDS = ("run", "status", "show", "why", "check", "serve")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("workspace")
    raw = folder / "raw"
    raw.mkdir()
    (raw / "orchard.txt").write_text(ARTICLE, encoding="utf-8")
    settings = Settings(raw, folder / "processed")
    run_pipeline(settings)
    return settings


def options(settings: Settings) -> list[str]:
    return ["--raw", str(settings.raw), "--processed", str(settings.processed)]


def test_help_lists_every_command() -> None:
    text = CliRunner().invoke(app, ["--help"]).output
    assert [name for name in COMMANDS if f"  {name} " not in text] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is_for(name: str) -> None:
    result = CliRunner().invoke(app, [name, "--help"])
    assert result.exit_code == 0
    assert "Options:" in result.output


def imported_of(heavy: set[str], modules: str) -> str:
    """The heavy libraries that are loaded once these modules are."""
    code = f"import sys, {modules}; print(*sorted(set({sorted(heavy)!r}) & sys.modules.keys()))"
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def test_help_waits_for_nothing() -> None:
    assert imported_of({"spacy", "prefect", "pandas", "pyarrow", "rich"}, "pipeline.cli.main") == ""


def test_status_and_show_load_no_language_model() -> None:
    modules = "pipeline.cli.status, pipeline.ingest, pipeline.store.fingerprint, pipeline.publish.catalog"
    assert imported_of({"spacy", "prefect"}, modules) == ""


def test_a_mistyped_option_is_a_usage_error() -> None:
    result = CliRunner().invoke(app, ["run", "--wrokers", "2"])
    assert result.exit_code == 2


@pytest.mark.parametrize("workers", ["0", "-1"])
def test_workers_must_make_sense(workers: str, workspace: Settings) -> None:
    result = CliRunner().invoke(app, ["run", "--no-prefect", "--workers", workers, *options(workspace)])
    assert result.exit_code == 1
    assert f"articlefacts: workers must be at least 1, not {workers}\n" in result.output


def test_a_run_with_nothing_new_says_so(workspace: Settings) -> None:
    result = CliRunner().invoke(app, ["run", "--no-prefect", *options(workspace)])
    assert result.exit_code == 0, result.output
    assert "Nothing new: the tables are those of snapshot 000001-" in result.output


def test_check_counts_the_rows(workspace: Settings) -> None:
    result = CliRunner().invoke(app, ["check", *options(workspace)])
    assert result.exit_code == 0, result.output
    assert "documents" in result.output
    assert "OK: snapshot 000001-" in result.output


def test_check_finds_a_damaged_table(workspace: Settings, tmp_path: Path) -> None:
    settings = Settings(workspace.raw, tmp_path / "processed")
    run_pipeline(settings)
    facts = (settings.processed / "facts.parquet").resolve()
    facts.write_bytes(facts.read_bytes()[:-1])
    result = CliRunner().invoke(app, ["check", *options(settings)])
    assert result.exit_code == 5
    assert "broken  facts: the file cannot be read" in result.output


def test_show_gives_the_evidence(workspace: Settings) -> None:
    result = CliRunner().invoke(app, ["show", "The Glass Orchard", *options(workspace)])
    assert result.exit_code == 0, result.output
    assert result.output.startswith("The Glass Orchard (WORK_OF_ART)\n")
    assert "[Mira Holt]" in result.output
    assert "(orchard.txt:" in result.output


@pytest.fixture(scope="module")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Two articles that count the volumes at different times."""
    folder = tmp_path_factory.mktemp("disputed")
    raw = folder / "raw"
    raw.mkdir()
    for name, day, count in (("early.txt", "2021-03-04", "three"), ("late.txt", "2024-05-06", "nine")):
        story = f"The Glass Orchard is a manga by Mira Holt. The manga has {count} volumes."
        text = f" date {day}\n\nThe Glass Orchard\n\n{story}\n"
        (raw / name).write_text(text, encoding="utf-8")
    settings = Settings(raw, folder / "processed")
    run_pipeline(settings)
    return settings


def test_why_names_the_rival_and_what_decided(disputed: Settings) -> None:
    facts = open_snapshot(disputed.processed).table("facts").to_pylist()
    ids = {row["value"]: row["fact_id"] for row in facts if row["predicate"] == "volumes"}
    result = CliRunner().invoke(app, ["why", ids["3"], *options(disputed)])
    assert result.exit_code == 0, result.output
    fact, rivals = result.output.split("Rivals\n")
    assert "volumes: 3, as_of 2021-03-04  (superseded" in fact
    assert "has [three] volumes" in fact
    assert "temporal: The volumes changed over time" in fact
    assert "volumes: 9, as_of 2024-05-06" in rivals


def test_why_of_an_undisputed_fact(workspace: Settings) -> None:
    (author,) = [r for r in open_snapshot(workspace.processed).table("facts").to_pylist() if r["predicate"] == "author"]
    result = CliRunner().invoke(app, ["why", author["fact_id"], *options(workspace)])
    assert "[Mira Holt]" in result.output
    assert result.output.endswith("No article disagrees.\n")


def test_why_of_an_unknown_fact(workspace: Settings) -> None:
    result = CliRunner().invoke(app, ["why", "fct-0", *options(workspace)])
    assert result.exit_code == 7
    assert "`articlefacts show NAME` lists facts with their ids" in result.output


def test_show_of_an_unknown_name(workspace: Settings) -> None:
    result = CliRunner().invoke(app, ["show", "Glas Orchad", *options(workspace)])
    assert result.exit_code == 7
    assert "near names: The Glass Orchard" in result.output


def test_a_reader_that_goes_away_is_no_traceback(workspace: Settings) -> None:
    arguments = [sys.executable, "-m", "pipeline.cli", "show", "The Glass Orchard", *options(workspace)]
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(arguments, stdout=writer, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (141, "")


def test_nothing_published_yet(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["check", "--processed", str(tmp_path)])
    assert result.exit_code == 6
    assert "run `articlefacts run` first" in result.output


def test_version() -> None:
    started = time.perf_counter()
    result = CliRunner().invoke(app, ["--version"])
    assert result.output.startswith("articlefacts 0.")
    assert time.perf_counter() - started < 5
