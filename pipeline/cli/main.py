"""The command line: what each command takes. What it does lies in the module of its name."""

import os
import sys
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.endings import DEBUG, ends_in_one_line, exit_code_of

app = typer.Typer(
    help="Turn articles about creative works, their makers and their awards into clean, evidenced Parquet tables.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Raw = Annotated[Path, typer.Option(metavar="DIR", help="Folder with the articles.")]
Processed = Annotated[Path, typer.Option(metavar="DIR", help="Folder with the tables.")]
Workers = Annotated[int | None, typer.Option(metavar="N", help="Processes that read articles. Default: one per core.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline: its name or folder.")]

RAW = Path("raw")
PROCESSED = Path("processed")


def main() -> None:
    """The entry point of the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal need not know every script that articles use
    sys.exit(exit_code_of(lambda: app(prog_name="articlefacts")))


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"articlefacts {version('articlefacts')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[  # noqa: ARG001  (its callback does it)
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help=f"Show tracebacks and all logs; also {DEBUG}=1.")] = False,
) -> None:
    if debug:
        os.environ[DEBUG] = "1"


@app.command()
@ends_in_one_line
def run(
    raw: Raw = RAW,
    processed: Processed = PROCESSED,
    workers: Workers = None,
    no_prefect: Annotated[bool, typer.Option("--no-prefect", help="Run the same stages without Prefect.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Read every article again, changed or not.")] = False,
    model: Model = None,
    wait: Annotated[
        float, typer.Option(metavar="SECONDS", help="How long to wait for another run on the same tables.", min=0)
    ] = 0.0,
) -> None:
    """Read new and changed articles and publish the tables."""
    from pipeline.cli.run import run_command

    run_command(raw, processed, workers, no_prefect=no_prefect, force=force, model=model, wait=wait)


@app.command()
@ends_in_one_line
def status(raw: Raw = RAW, processed: Processed = PROCESSED, model: Model = None) -> None:
    """List what is new, changed, renamed or removed since the last run."""
    from pipeline.cli.status import status_command

    status_command(raw, processed, model)


@app.command()
@ends_in_one_line
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, an alias, or an entity_id.")],
    raw: Raw = RAW,
    processed: Processed = PROCESSED,
) -> None:
    """Show what is known about an entity, each fact with its evidence."""
    from pipeline.cli.show import show_command

    show_command(name, raw, processed)


@app.command()
@ends_in_one_line
def why(
    fact_id: Annotated[str, typer.Argument(metavar="FACT_ID", help="The id of a fact, as `show` prints it.")],
    raw: Raw = RAW,
    processed: Processed = PROCESSED,
) -> None:
    """Show why a fact has its value: the words that carry it, its rivals and what decided."""
    from pipeline.cli.why import why_command

    why_command(fact_id, raw, processed)


@app.command()
@ends_in_one_line
def check(raw: Raw = RAW, processed: Processed = PROCESSED) -> None:
    """Validate the tables, and every quotation against its article."""
    from pipeline.cli.check import check_command

    check_command(raw, processed)


@app.command()
@ends_in_one_line
def serve(
    cron: Annotated[
        str, typer.Option(metavar="CRON", help="When to run: minute hour day month weekday.")
    ] = "0 6 * * *",
    raw: Raw = RAW,
    processed: Processed = PROCESSED,
    workers: Workers = None,
    model: Model = None,
    timezone: Annotated[str, typer.Option(metavar="ZONE", help="Time zone of the schedule.")] = "UTC",
    port: Annotated[int, typer.Option(metavar="PORT", help="Port of the web interface on this machine.")] = 4200,
) -> None:
    """Run on a schedule until stopped; needs no Prefect server."""
    from pipeline.cli.serve import serve_command

    serve_command(cron, timezone, raw, processed, workers, model=model, port=port)
