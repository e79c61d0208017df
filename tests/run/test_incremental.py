"""Any sequence of edits to raw/, with a run after each, gives the bytes of a clean rebuild."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from pipeline.run.settings import Settings
from pipeline.run.whole import run_pipeline

TEXTS = (
    b"= The Glass Orchard =\n\nInfobox\n- Author: Mira Holt\n\nThe Glass Orchard is a novel written by Mira Holt.\n\n"
    b"== Awards ==\n| Year | Award | Category | Result |\n| 2019 | Tern Book Awards | Best Novel | Won |\n"
    b"| Best Debut | Nominated |\n",
    b" date 2024-05-02 The Glass Orchard was published on March 3, 2018. Its author, Mira Holt, has sold two volumes.",
    b"The Glass Orchard began publication in March 2018. It was illustrated by Jon Ferro.\n",
    "\ufeffMira Holt wrote “The Glass Orchard” in Zürich.".encode("utf-16"),
    b"Caf\xe9 stories by Mira Holt were filmed in 2020, said the director Jon Ferro.",
    b"",
    b"\x00\x01\x02\x03binary",
)
NAMES = st.sampled_from(["a.txt", "b.txt", "sub/c.txt", "sub/deep/d.txt", "z.txt", "data.csv"])


def tables(processed: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(processed.glob("*.parquet"))}


class EditsOfRaw(RuleBasedStateMachine):
    """Adds, changes, renames and removes files, and runs after each edit."""

    files = Bundle("files")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="articlefacts-test-"))
        self.raw = self.folder / "raw"
        self.raw.mkdir()
        self.processed = self.folder / "processed"
        self.ran = False

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(target=files, name=NAMES, content=st.sampled_from(TEXTS))
    def write(self, name: str, content: bytes) -> str:
        path = self.raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return name

    @rule(name=consumes(files))
    def remove(self, name: str) -> None:
        (self.raw / name).unlink(missing_ok=True)

    @rule(target=files, old=consumes(files), new=NAMES)
    def rename(self, old: str, new: str) -> str:
        target = self.raw / new
        target.parent.mkdir(parents=True, exist_ok=True)
        if (self.raw / old).exists():
            (self.raw / old).replace(target)
        return new

    @rule()
    def lose_the_cache(self) -> None:
        shutil.rmtree(self.processed / ".state", ignore_errors=True)

    @rule()
    def run_again(self) -> None:
        if self.ran:
            before = tables(self.processed)
            assert not run_pipeline(Settings(self.raw, self.processed)).published
            assert tables(self.processed) == before

    @invariant()
    def equals_a_rebuild(self) -> None:
        report = run_pipeline(Settings(self.raw, self.processed))
        self.ran = True
        on_disk = [path for path in self.raw.rglob("*") if path.is_file()]
        assert report.read + report.unchanged + len(report.duplicates) + len(report.rejected) == len(on_disk)
        rebuilt = self.folder / "rebuilt"
        run_pipeline(Settings(self.raw, rebuilt))
        assert tables(self.processed) == tables(rebuilt)
        assert len(tables(rebuilt)) == 8
        shutil.rmtree(rebuilt)


EditsOfRaw.TestCase.settings = settings(
    max_examples=10, stateful_step_count=6, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
TestEditsOfRaw = EditsOfRaw.TestCase
