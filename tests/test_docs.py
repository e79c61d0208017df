"""The pages a newcomer reads keep up with the code."""

import re
import tomllib
from pathlib import Path

import pytest

from pipeline.cli.main import app
from pipeline.errors import ArticlefactsError

PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/operating.md", "training/README.md")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def pages(repository: Path) -> list[Path]:
    return [*(repository / page for page in PAGES), *sorted((repository / "docs" / "decisions").glob("*.md"))]


def test_every_link_leads_somewhere(repository: Path) -> None:
    for page in pages(repository):
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_command_is_in_the_readme(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    commands = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    assert len(commands) >= 5
    for command in commands:
        assert f"articlefacts {command}" in readme, f"README does not show `articlefacts {command}`"


def subclasses(kind: type[ArticlefactsError]) -> list[type[ArticlefactsError]]:
    return [kind, *(each for sub in kind.__subclasses__() for each in subclasses(sub))]


@pytest.mark.parametrize("code", sorted({kind.exit_code for kind in subclasses(ArticlefactsError)}))
def test_every_exit_code_is_documented(repository: Path, code: int) -> None:
    assert f"| {code} |" in (repository / "docs" / "operating.md").read_text(encoding="utf-8")


def test_every_direct_dependency_has_its_reason(repository: Path) -> None:
    text = (repository / "pyproject.toml").read_text(encoding="utf-8")
    wanted = tomllib.loads(text)["project"]["dependencies"]
    for requirement in wanted:
        line = next(line for line in text.splitlines() if f'"{requirement}"' in line)
        assert "  # " in line, f"{requirement} has no reason beside it"
