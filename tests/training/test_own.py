"""Texts of our own as training sees them. Invented names."""

import json
from pathlib import Path
from random import Random

import pytest

from training.own import all_stated, names_in, of_articles, swapped
from training.stated import key, read_stated

PASSAGE = """# t-1
@ Sea of Glass | WORK_OF_ART | novel
@@ Books
[Ann Oba](PERSON) wrote
[Sea of Glass](WORK_OF_ART) in [May 2021](DATE|2021-05); [Oba](PERSON|Ann Oba) lives in Lindau.
> author: Sea of Glass | novel | Ann Oba
> publication_start: Sea of Glass | novel | 2021-05
"""


@pytest.fixture
def stated(tmp_path: Path):
    (tmp_path / "one.txt").write_text(PASSAGE, encoding="utf-8")
    return next(read_stated(tmp_path / "one.txt"))


def test_a_passage_is_read_with_its_marks_and_claims(stated) -> None:
    assert stated.text == "Ann Oba wrote Sea of Glass in May 2021; Oba lives in Lindau."
    assert (stated.id, stated.topic.text, stated.heading) == ("t-1", "Sea of Glass", "Books")
    assert [(stated.text[c.start : c.end], c.name.text) for c in stated.named][-1] == ("Oba", "Ann Oba")
    assert set(stated.names.values()) == {"ann oba", "sea of glass", "2021-05"}
    assert [(c.predicate, c.subject, c.value, c.form) for c in stated.claims] == [
        ("author", key("Sea of Glass"), "Ann Oba", "novel"),
        ("publication_start", key("Sea of Glass"), "2021-05", "novel"),
    ]


def test_all_passages_with_claims_are_names_to_the_tagger() -> None:
    passages = all_stated()
    assert len(passages) > 2000
    for text, spans, unknown in passages:
        assert all(text[a:b].strip() == text[a:b] != "" for a, b, _ in spans)
        assert not any(a < end and start < b for a, b, _ in spans for start, end in unknown)


def test_an_article_is_cut_as_the_pipeline_cuts_it(tmp_path: Path) -> None:
    raw = "= Sea of Glass =\n\n== Plot ==\nAnn Oba wrote it in Lindau, for Kites.\n"
    for folder in ("raw", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "raw" / "one.txt").write_text(raw, encoding="utf-8")
    marks = [("Ann Oba", "PERSON", False), ("Lindau", "PLACE", False), ("Kites", "ORG", True)]
    mentions = [
        {"text": t, "start": raw.find(t), "end": raw.find(t) + len(t), "label": label, "optional": optional}
        for t, label, optional in marks
    ]
    (tmp_path / "gold" / "one.json").write_text(json.dumps({"doc": "one.txt", "mentions": mentions}), encoding="utf-8")
    (text, spans, unknown) = next(p for p in of_articles(tmp_path) if "Ann Oba" in p[0])
    assert [(text[a:b], label) for a, b, label in spans] == [("Ann Oba", "PERSON"), ("Lindau", "PLACE?")]
    assert [text[a:b] for a, b in unknown] == ["Kites"]


def test_names_are_swapped_throughout_for_others_of_their_kind() -> None:
    passage = ("Ann Oba and Bo. Ann Oba!", [(0, 7, "PERSON"), (12, 14, "PERSON"), (16, 23, "PERSON")], [])
    names = names_in([passage, ("Mia Lind", [(0, 8, "PERSON")], [])])
    assert names == {("PERSON", 2): ["Ann Oba", "Ann Oba", "Mia Lind"], ("PERSON", 1): ["Bo"]}
    seen = set()
    for seed in range(20):
        text, spans, _ = swapped(passage, names, Random(seed))
        first, _, last = (text[a:b] for a, b, _ in spans)
        assert first == last
        seen.add(first)
    assert seen == {"Ann Oba", "Mia Lind"}
