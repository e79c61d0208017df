"""Whatever ends a command is one line and a documented exit code."""

import inspect
import re
from pathlib import Path

import pytest

from pipeline import errors
from pipeline.cli.endings import FAILED, INTERRUPTED, NO_READER, exit_code_of


def ending(error: BaseException) -> int:
    def action() -> None:
        raise error

    return exit_code_of(action)


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (errors.UnknownName("no such name"), 7, "articlefacts: no such name\n"),
        (errors.TablesInvalid("first\nsecond"), 5, "articlefacts: first second\n"),
        (KeyboardInterrupt(), 130, "articlefacts: interrupted\n"),
        (
            ValueError("odd"),
            1,
            "articlefacts: unexpected ValueError: odd; `articlefacts --debug` shows where, please report it\n",
        ),
    ],
)
def test_an_error_is_one_line(
    error: BaseException, code: int, line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ARTICLEFACTS_DEBUG", raising=False)
    assert ending(error) == code
    assert capsys.readouterr().err == line


def test_debugging_shows_where(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTICLEFACTS_DEBUG", "1")
    ending(ValueError("odd"))
    assert "Traceback" in capsys.readouterr().err


def test_success_is_zero() -> None:
    assert exit_code_of(lambda: None) == 0


def test_every_exit_code_is_documented(repository: Path) -> None:
    text = (repository / "docs" / "operating.md").read_text(encoding="utf-8")
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)}
    ours = {error.exit_code for _, error in inspect.getmembers(errors, inspect.isclass)}
    assert documented == ours | {0, 2, FAILED, INTERRUPTED, NO_READER}
