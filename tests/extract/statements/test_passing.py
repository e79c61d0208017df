"""Works mentioned in passing: every wording of `passing.toml` states what its examples say, and nothing of its traps.

Names are invented; development articles: festival reports, prizes for books, obituaries.
"""

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Statement
from pipeline.vocabulary import load_vocabulary
from tests.extract.marked_text import read_marked

WORDINGS = load_vocabulary("passing")["wordings"]
ASKED = {predicate for wording in WORDINGS for predicate in wording["makes"].values()}


def _stated(text: str) -> list[Statement]:
    return [s for s in find_statements(*read_marked(text), None) if s.predicate in ASKED]


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording["pattern"][:60])
def test_a_wording_states_what_its_examples_say(wording: dict[str, list[dict[str, list[str]]]]) -> None:
    read: set[str] = set()
    for example in wording["examples"]:
        found = _stated(str(example["text"]))
        read |= {s.extractor for s in found}
        assert sorted({f"{s.subject.text} | {s.predicate} | {s.value}" for s in found}) == sorted(example["facts"])
    assert any(extractor.endswith(f": {wording['pattern']}") for extractor in read)


@pytest.mark.parametrize("text", [example["text"] for wording in WORDINGS for example in wording["counter_examples"]])
def test_a_trap_states_nothing(text: str) -> None:
    assert [(s.subject.text, s.predicate, s.value) for s in _stated(text)] == []
