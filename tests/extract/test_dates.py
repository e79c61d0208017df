"""The date finder: properties on any text, whole articles, the spaCy component, a floor under its quality."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.dates import Timeline, find_dates, find_temporal_expressions
from pipeline.extract.dates.finder import is_narrative, read_phrases
from pipeline.extract.dates.lexicon import load_lexicon
from pipeline.records import Metadata, ParsedArticle, Passage, PassageKind
from pipeline.values.edtf import bounds, is_valid, precision
from pipeline.values.spans import Alignment

_WORDS = sorted({word for word in load_lexicon().kinds if word[0].islower() or word.istitle()})
_NUMBERS = [
    "1",
    "3",
    "30",
    "31",
    "45",
    "490",
    "1999",
    "2021",
    "2000s",
    "80s",
    "'82",
    "1st",
    "22nd",
    "Q3",
    "1,000",
    "9999",
]
_MARKS = [" ", ", ", "-", "–", "/", ". ", "(", ")", '"', "'", "\n\n", ":", "2021-07-21", "7/8/07", "BC", "Ada"]
_DATED = st.lists(st.sampled_from(_WORDS + _NUMBERS + _MARKS), max_size=40).map(" ".join)
_DAYS = st.none() | st.dates()


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), _DATED, _DATED.map(lambda text: text.replace(" ", ""))), _DAYS)
def test_any_text_is_read(text: str, published_on: date | None) -> None:
    found = find_temporal_expressions(text, published_on)
    ends = [0]
    for each in found:
        assert ends[-1] <= each.start < each.end <= len(text)  # in order, none empty, none overlapping
        assert text[each.start : each.end].strip() == text[each.start : each.end]
        assert each.edtf is None or each.duration is None
        if each.edtf is not None:
            assert is_valid(each.edtf)
            first, last = bounds(each.edtf)
            assert first is None or last is None or first <= last
            assert precision(each.edtf)
        ends.append(each.end)


@settings(max_examples=60, deadline=None)
@given(_DATED, _DAYS)
def test_reading_twice_gives_the_same(text: str, published_on: date | None) -> None:
    assert find_temporal_expressions(text, published_on) == find_temporal_expressions(text, published_on)


def _calls(text: str) -> int:
    """How many Python functions a reading calls: a measure of work that no clock disturbs."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        find_temporal_expressions(text, date(2021, 6, 16))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "the ",
        '"',
        "1-",
        "1,111,",
        "and 1999 ",
        "Monday, ",
        "July 3, 4, ",
        "between 2009 and ",
        "two years later ",
        "Q1 ",
        "half a ",
        "the end of the ",
        "2001–",
        "499 BC-",
        "on the 1st, ",
        "(2001 film) ",
        "https://",
        "\n ",
        "May ",
    ],
)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    find_temporal_expressions("")  # builds the lexicon
    assert _calls(piece * 400) <= 2.1 * _calls(piece * 200) + 200


@pytest.mark.parametrize("year", [1, 2, 9998, 9999])
def test_the_edges_of_the_calendar(year: int) -> None:
    text = (
        "last week, next week, next month, last year, a century ago, 5000 years ago, the last week of December, Friday"
    )
    for day in (date(year, 1, 1), date(year, 12, 31)):
        for each in find_temporal_expressions(text, day):
            assert each.edtf is None or is_valid(each.edtf)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1914 and 1915 it began, in 1917 and 1918 it ended.", True),
        ("In 1914 and 1915 it began.", False),  # too few years to tell
        ("In 2020, in 2021, in 2019 and in 1915.", False),
    ],
)
def test_narrative_is_told_from_news(text: str, expected: bool) -> None:
    assert is_narrative([read_phrases(text)[1]], date(2021, 6, 16)) is expected


def test_pieces_share_a_timeline() -> None:
    timeline = Timeline(None)
    find_temporal_expressions("It opened in 2008.", timeline=timeline)
    (found,) = find_temporal_expressions("The following year it closed.", timeline=timeline)
    assert found.edtf == "2009"
    assert found.is_relative


def _article(published_on: date | None, *parts: tuple[PassageKind, str]) -> ParsedArticle:
    raw = "\n\n".join(f"* {text}" for _, text in parts)
    passages, position = [], 0
    for kind, text in parts:
        start = raw.index(text, position)
        passages.append(Passage(kind, text, Alignment.identity(start, len(text)), ("Media", "Stage")))
        position = start + len(text)
    return ParsedArticle(raw, "web_text", Metadata(published_on=published_on), tuple(passages))


def test_dates_of_an_article() -> None:
    article = _article(
        date(2021, 6, 16),
        (PassageKind.FURNITURE, "Also read: the best plays of 2019"),
        (PassageKind.PROSE, "It opens on July 14 and runs for 10 weeks."),
        (PassageKind.TABLE_ROW, "| 2020 | Best Play | Won |"),
        (PassageKind.INFOBOX, "Original run: 9 June 2007 – present"),
    )
    found = find_dates(SimpleNamespace(parsed=article))  # type: ignore[arg-type]
    assert [(d.text, d.edtf, d.precision, d.duration, d.is_relative) for d in found] == [
        ("July 14", "2021-07-14", "day", None, True),
        ("10 weeks", None, None, "P10W", False),
        ("2020", "2020", "year", None, False),
        ("9 June 2007 – present", "2007-06-09/..", "range", None, False),
    ]
    assert all(article.text[d.start : d.end] == d.text for d in found)
    assert {d.section for d in found} == {"Media > Stage"}
    assert (found[0].earliest, found[0].latest) == (date(2021, 7, 14), date(2021, 7, 14))
    assert (found[3].earliest, found[3].latest) == (date(2007, 6, 9), None)


def test_the_component_marks_spans() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("articlefacts_dates")
    doc = nlp("It opened on 14 May 2002, they say.")
    (span,) = doc.spans["dates"]
    assert (span.text, span.label_, span._.edtf, span._.duration) == ("14 May 2002", "DATE", "2002-05-14", None)


def test_the_component_reads_the_publication_date() -> None:
    nlp = spacy.blank("en")
    component = nlp.add_pipe("articlefacts_dates")
    doc = nlp.make_doc("It opened last year.")
    doc._.published_on = date(2021, 6, 16)
    assert [span._.edtf for span in component(doc).spans["dates"]] == ["2020"]


def test_the_benchmark_reads_and_writes_lines(repository: Path, tmp_path: Path) -> None:
    cases, predictions = tmp_path / "cases.jsonl", tmp_path / "predictions.jsonl"
    lines = [
        {"id": "a", "text": "It opened last year and ran for two weeks.", "published_on": "2021-06-16"},
        {"id": "b", "text": "Nothing", "published_on": None},
    ]
    cases.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.dates", str(cases), str(predictions)]
    subprocess.run(command, cwd=repository, check=True, capture_output=True)
    assert [json.loads(line) for line in predictions.read_text(encoding="utf-8").splitlines()] == [
        {
            "id": "a",
            "timex": [
                {"start": 10, "end": 19, "edtf": "2020"},
                {"start": 32, "end": 41, "edtf": None, "duration": "P2W"},
            ],
        },
        {"id": "b", "timex": []},
    ]


def test_quality_has_a_floor(shared_bench: Path) -> None:
    """Recall of values on the annotated news, spans overlapping; the benchmark's own scorer gives the full figures."""
    right = needed = 0
    for line in (shared_bench / "dates" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        found = find_temporal_expressions(case["text"], date.fromisoformat(case["published_on"]))
        for gold in case["timex"]:
            if gold["type"] == "DATE" and gold["edtf"]:
                needed += 1
                right += any(f.edtf == gold["edtf"] and f.start < gold["end"] and gold["start"] < f.end for f in found)
    assert right / needed >= 0.84
