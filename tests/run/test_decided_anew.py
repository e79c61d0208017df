"""A rerun decides anew what its articles touch, and nothing else; its tables are those of a rebuild, byte for byte.

Articles are written as extractions, so that many small worlds can be tried: (who, what is said of whom) per article.
"""

import io
from collections.abc import Mapping
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.cli.run import summary_lines
from pipeline.publish import Content
from pipeline.publish.tables import build_tables
from pipeline.reconcile import Decision, Reconciled, reconcile_awards, reconcile_claims, trust
from pipeline.records import AwardStatement, Extraction, Mention, Metadata, Name, Qualifiers, Statement
from pipeline.resolve import Resolution, resolve_entities
from pipeline.run.plan import DECISIONS
from pipeline.run.settings import Settings
from pipeline.run.whole import run_pipeline
from pipeline.store.lock import STATE
from pipeline.store.memory import RunMemory
from pipeline.values import edtf
from pipeline.values.spans import Span

World = dict[str, Extraction]
Said = tuple[str, str, str]  # subject, predicate, value
MADE_BY = {"author": "PERSON", "director": "PERSON", "studio": "ORG", "character": "CHARACTER"}


def article(*said: Said, publisher: str | None = None) -> Extraction:
    """An article that states these things, one after the other, and mentions everything that it names."""
    statements = tuple(_statement(100 * place, *one) for place, one in enumerate(said))
    names = [(s.subject.text, s.subject.label, s.start - 50) for s in statements]
    names += [(s.value, s.value_label, s.start) for s in statements if s.value_label]
    mentions = tuple(Mention(at, at + len(text), text, label, None, "test") for text, label, at in names)
    awards = tuple(
        AwardStatement("Tern Awards", None, 2019, "Novel", s.subject, None, "won", None, (Span(0, 5),), "test")
        for s in statements[:1]
    )
    return Extraction("test", Metadata(publisher=publisher), 9999, 9, mentions, (), awards, statements)


def _statement(place: int, subject: str, predicate: str, value: str) -> Statement:
    start = 50 + place
    number = float(value) if predicate == "volumes" else None
    day = edtf.bounds(value) if predicate == "premiere" else (None, None)
    qualifiers = Qualifiers(as_of="2020") if predicate == "volumes" else Qualifiers()
    return Statement(
        Name(subject, "WORK_OF_ART"), predicate, value, start, start + len(value), "test", MADE_BY.get(predicate),
        number, *day, None, None, qualifiers,
    )  # fmt: skip


def memory(path: Path) -> RunMemory[Decision]:
    return RunMemory(path / "decisions", "code", Decision)


def decide(world: Mapping[str, Extraction], path: Path | None = None) -> tuple[Resolution, Reconciled]:
    """With what an earlier call left at this path, or else with nothing."""
    resolution = resolve_entities(world)
    sources = {doc_id: e.metadata.publisher for doc_id, e in world.items() if e.metadata.publisher}
    kept = memory(path) if path else None
    result = reconcile_claims(resolution.claims, resolution.entities, sources=sources, decisions=kept)
    if kept is not None:
        kept.save()
    return resolution, result


def table_bytes(world: Mapping[str, Extraction], resolution: Resolution, result: Reconciled) -> dict[str, bytes]:
    awards = reconcile_awards(resolution.award_claims)
    content = Content(
        [],
        world,
        resolution.mention_ids,
        resolution.entities,
        awards,
        resolution.claims,
        result.facts,
        result.conflicts,
    )
    found = {}
    for name, table in build_tables(content).items():
        pq.write_table(table, sink := io.BytesIO())
        found[name] = sink.getvalue()
    return found


SUBJECTS = ("The Glass Orchard", "Glass Orchard", "The Glas Orchard", "Night Ferry", "Tideglass", "Night Ferry: Home")
PEOPLE = ("Mira Holt", "Holt Mira", "Mira Hotl", "Jon Ferro", "J. Ferro", "Holt", "Mirror Lake")
DAYS = ("2019", "2019-05", "2019-05-06", "2020")
SAID = st.one_of(
    st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(("author", "director", "character")), st.sampled_from(PEOPLE)),
    st.tuples(st.sampled_from(SUBJECTS), st.just("studio"), st.sampled_from(("Kestrel Works", "Kestrel", "Linnet"))),
    st.tuples(st.sampled_from(SUBJECTS), st.just("volumes"), st.sampled_from("123")),
    st.tuples(st.sampled_from(SUBJECTS), st.just("premiere"), st.sampled_from(DAYS)),
)
ARTICLES = st.builds(
    lambda said, publisher: article(*said, publisher=publisher),
    st.lists(SAID, min_size=1, max_size=6),
    st.sampled_from((None, None, "Daily Tern", "The Wren")),
)
EDITS = st.lists(st.tuples(st.sampled_from("abcde"), st.none() | ARTICLES), min_size=1, max_size=6)


@pytest.mark.parametrize("learning", [False, True], ids=["every article alike", "reliability learned"])
def test_any_edits_give_the_bytes_of_a_rebuild(
    learning: bool, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    if learning:  # small worlds have few disputed questions
        monkeypatch.setattr(trust, "_MIN_QUESTIONS", 2)
        monkeypatch.setattr(trust, "_MIN_CLAIMS", 1)

    @settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(edits=EDITS)
    def check(edits: list[tuple[str, Extraction | None]]) -> None:
        world: World = {}
        path = tmp_path_factory.mktemp("edits")
        for doc_id, content in edits:  # None: the article is removed
            world.pop(doc_id, None)
            if content is not None:
                world[doc_id] = content
            rerun, rebuild = decide(world, path), decide(world)
            assert rerun[1].facts == rebuild[1].facts
            assert table_bytes(world, *rerun) == table_bytes(world, *rebuild)
            assert rerun[1].decided + rerun[1].kept == rebuild[1].decided

    check()


def many_works(n: int) -> World:
    """Two articles a work, which dispute three of its four questions."""
    world = {}
    for i in range(n):
        work = f"Song of {chr(65 + i)}{chr(97 + i)}lden"
        for who, premiere, volumes in (("a", "2019-05-06", "3"), ("b", "2019-05-07", "4")):
            said = [("studio", f"Kestrel {i} {who}"), ("premiere", premiere), ("volumes", volumes), ("genre", "drama")]
            world[f"{who}{i:02}"] = article(*((work, predicate, value) for predicate, value in said))
    return world


def test_nothing_is_decided_twice(tmp_path: Path) -> None:
    world = many_works(12)
    assert (decide(world, tmp_path)[1].decided, decide(world, tmp_path)[1].decided) == (48, 0)


def test_a_changed_article_costs_the_questions_about_its_subjects(tmp_path: Path) -> None:
    world = many_works(12)
    decide(world, tmp_path)
    world["b03"] = article(("Song of Ddlden", "volumes", "9"))
    _, result = decide(world, tmp_path)
    assert (result.decided, result.kept) == (4, 44)
    world["new"] = article(("Song of Eelden", "premiere", "2020"), ("Quite Another Thing", "volumes", "1"))
    _, result = decide(world, tmp_path)
    assert (result.decided, result.kept) == (5, 44)


def test_removing_an_article_removes_its_claims_and_touches_nothing_else(tmp_path: Path) -> None:
    world = many_works(12)
    before, with_it = decide(world, tmp_path)
    del world["a05"]
    after, without_it = decide(world, tmp_path)
    assert set(before.claims) - set(after.claims) == {c for c in before.claims if c.doc_id == "a05"}
    assert set(after.claims) <= set(before.claims)
    assert (without_it.decided, without_it.kept) == (4, 44)
    for rows, left in ((with_it.facts, without_it.facts), (with_it.conflicts, without_it.conflicts)):
        others = [row for row in rows if row.subject != "Song of Fflden"]
        assert others == [row for row in left if row.subject != "Song of Fflden"]


def test_new_knowledge_about_sources_reopens_the_questions_they_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trust, "_MIN_QUESTIONS", 5)
    monkeypatch.setattr(trust, "_MIN_CLAIMS", 3)
    kept: dict[str, Decision] = {}
    few = {"right": world_of("right", 4), "wrong": world_of("wrong", 4), "plain": world_of("right", 4)}
    many = {"right": world_of("right", 9), "wrong": world_of("wrong", 9), "plain": world_of("right", 9)}
    for world, learned in ((few, False), (many, True), (few, False)):
        resolution = resolve_entities(world)
        rerun = reconcile_claims(resolution.claims, resolution.entities, decisions=kept)
        rebuild = reconcile_claims(resolution.claims, resolution.entities)
        assert (rerun.facts, rerun.conflicts) == (rebuild.facts, rebuild.conflicts)
        assert rerun.decided == rebuild.decided, "how far their sources are believed has changed"
        assert any("by reliability" in conflict.rule for conflict in rerun.conflicts) == learned


def world_of(opinion: str, n: int) -> Extraction:
    day = {"right": "2019-05-06", "wrong": "2020-05-06"}[opinion]
    return article(*((f"Song of {chr(65 + i)}{chr(97 + i)}lden", "premiere", day) for i in range(n)))


PAGE = "= {0} =\n\nInfobox\n- Author: {1}\n\n{0} is a novel written by {1}.\n\n== Plot ==\nA family lives by the sea.\n"


def test_a_run_tells_how_much_was_work(tmp_path: Path) -> None:
    raw, processed = tmp_path / "raw", tmp_path / "processed"
    raw.mkdir()
    (raw / "a.txt").write_text(PAGE.format("The Glass Orchard", "Mira Holt"), encoding="utf-8")
    (raw / "b.txt").write_text(PAGE.format("Night Ferry", "Jon Ferro"), encoding="utf-8")
    first = run_pipeline(Settings(raw, processed))
    assert (first.decided > 0, first.kept) == (True, 0)
    (raw / "c.txt").write_text(PAGE.format("Tideglass", "Ann Marsh"), encoding="utf-8")
    second = run_pipeline(Settings(raw, processed))
    assert (second.decided > 0, second.kept) == (True, first.decided)
    again = run_pipeline(Settings(raw, processed, force=True))
    assert (again.decided, again.kept) == (first.decided + second.decided, 0)
    (processed / STATE / DECISIONS).write_bytes(b"damaged")
    (raw / "c.txt").unlink()
    assert run_pipeline(Settings(raw, processed)).decided == first.decided
    told = f"{second.decided} questions decided anew, {first.decided} decisions kept from before."
    assert told in list(summary_lines(second))
