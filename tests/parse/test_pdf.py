"""PDF: paragraphs, headings, running lines; what is rejected, and at what cost."""

import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import ArticleRejected
from pipeline.parse import parse_article
from pipeline.parse.pdf import weighing
from pipeline.records import Article, ParsedArticle, PassageKind
from tests.parse.making import pdf_lines, pdf_of, pdf_page, stream

SAMPLE = Path(__file__).parent / "data" / "lantern_keepers.pdf"
SENTENCE = b"BT /F1 12 Tf 72 700 Td (The Lantern Keepers is a novel by Oda Bremer.) Tj ET\n"


def parsed(data: bytes) -> ParsedArticle:
    article = parse_article(Article("a.pdf", "", "", None, data))
    assert article.is_rendered
    for passage in article.passages:
        assert article.text[passage.span.start : passage.span.end] == passage.text
    return article


def shown(article: ParsedArticle) -> list[tuple[str, str]]:
    return [(passage.kind.value, passage.text) for passage in article.passages]


def body(*texts: str, top: int = 700, size: int = 10) -> list[tuple[int, int, str, int, str]]:
    """Lines below one another, at the usual distance; '' leaves a line free."""
    return [(72, top - 12 * n, "F1", size, text) for n, text in enumerate(texts) if text]


def test_the_sample() -> None:
    article = parsed(SAMPLE.read_bytes())
    assert article.layout == "pdf"
    assert article.metadata.title == "The Lantern Keepers Returns for a Second Season"
    assert article.metadata.authors == ("Mira Holm",)
    assert article.metadata.published_on == date(2023, 3, 14)
    headings = [p.text for p in article.passages if p.kind == PassageKind.HEADING]
    assert headings == ["Production", "Awards"]
    assert ("furniture", "Page 1") in shown(article)
    prose = [p for p in article.passages if p.kind == PassageKind.PROSE]
    assert prose[-1].section == ("Awards",)
    assert prose[1].text.startswith("Studio Farrow announced on Tuesday that the television series The Lantern Keepers")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("The quiet pace of the manip-", "ulation was praised by everyone here."), "of the manipulation was"),
        (("A well-known pace. It was a well-", "known ending that everyone liked here."), "a well-known ending"),
        (("The score was written by Anne-", "Marie Vik for the stage version here."), "by Anne-Marie Vik"),
        (("The series ran in the years 2019-", "2021 and was never repeated anywhere."), "years 2019-2021 and"),
        (("The series was seen by everyone in", "the town and was never repeated there."), "everyone in the town"),
    ],
)
def test_words_across_lines(lines: tuple[str, str], expected: str) -> None:
    article = parsed(pdf_lines(body(*lines)))
    assert len(article.passages) == 1
    assert expected in article.text


def test_gaps_part_paragraphs_and_pages_do_not() -> None:
    one = "The first season of the series was seen by everyone in the town"
    two = "and was never repeated there, to the regret of the producers."
    three = "The second season is directed by Erik Sand, the producers said."
    article = parsed(pdf_lines(body(one), [*body(two), *body("", "", three)]))
    assert [text for _, text in shown(article)] == [f"{one} {two}", three]


def test_running_lines_are_furniture_once() -> None:
    pages = []
    for number, what in enumerate(("lamps of the harbor", "fires on the beach", "candles of the chapel"), 1):
        text = body(f"In this chapter of the novel the keepers light all the {what} once again.")
        pages.append([(72, 770, "F1", 8, "The Harbor Courier"), *text, (300, 30, "F1", 8, f"Page {number} of 3")])
    article = parsed(pdf_lines(*pages))
    assert [text for kind, text in shown(article) if kind == "furniture"] == ["The Harbor Courier", "Page 1 of 3"]
    assert sum(kind == "prose" for kind, _ in shown(article)) == 3


def test_bold_lines_are_headings() -> None:
    text = "The second season is directed by Erik Sand, the producers said on Monday."
    lines = [*body(text), (72, 660, "F2", 10, "Awards"), *body(text.replace("second", "third"), top=640)]
    kinds = [kind for kind, _ in shown(parsed(pdf_lines(lines)))]
    assert kinds == ["prose", "heading", "prose"]


FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> /XObject << %s >> >>"
LAUGHS = tuple(
    stream(b"/X%d Do " % (n + 1) * 10 if n < 11 else SENTENCE, FORM % (b"/X%d %d 0 R" % (n + 1, n + 8)))
    for n in range(12)
)
HOSTILE = {
    "encrypted": (
        pdf_page(SENTENCE).replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard >>"), "encrypted",
    ),
    "scanned": (pdf_page(b"q 100 0 0 100 0 0 cm Q"), "no text layer"),
    "no letters known": (pdf_page(b"BT /F1 9 Tf (" + b"\1\2\3\4\5\6a" * 40 + b") Tj ET"), "no usable text layer"),
    "cut off": (pdf_page(SENTENCE)[:150], "broken PDF"),
    "nothing behind the magic": (b"%PDF-1.7\n", "broken PDF"),
    "page tree in a loop": (pdf_page(SENTENCE, b"[2 0 R]"), "broken PDF"),
    "catalog that is itself": (pdf_of([b"1 0 R"]), "broken PDF"),
    "too many pages": (pdf_page(SENTENCE, b"[" + b"3 0 R " * 2_500 + b"]"), "more than 2,000 pages"),
    "bomb": (pdf_page(b" " * 60_000_000), "limits"),
    "operators without end": (pdf_page(b"q Q " * 1_500_000), "limits"),
    "one line without end": (pdf_page(b"BT /F1 9 Tf " + b"(abc) Tj " * 20_000 + b"ET"), "far more"),
    "no table of objects, no end": (pdf_page(SENTENCE).split(b"xref")[0], "broken PDF"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_rejected_with_a_reason(name: str) -> None:
    data, reason = HOSTILE[name]
    with pytest.raises(ArticleRejected, match=reason):
        parsed(data)


def test_large_contents_count_each_time_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf_page(b" " * 50_000 + SENTENCE, b"[" + b"3 0 R " * 30 + b"]")
    assert parsed(data).text.count("Oda Bremer") == 30
    monkeypatch.setattr(weighing, "MOST_BYTES", 1_000_000)
    with pytest.raises(ArticleRejected, match="far more"):
        parsed(data)


@pytest.mark.parametrize(
    "data",
    [
        pdf_page(b"/X0 Do " * 10, xobjects=b"/X0 7 0 R", more=LAUGHS),
        pdf_page(SENTENCE + b"/X0 Do", xobjects=b"/X0 7 0 R", more=(stream(b"/X0 Do", FORM % b"/X0 7 0 R"),)),
        pdf_page(SENTENCE).replace(b"startxref", b"startxref 7"),
        pdf_page(SENTENCE).replace(b"/Count 1", b"/Count 2147483648"),
    ],
    ids=["forms in forms", "a form in itself", "a table of objects elsewhere", "a count that lies"],
)
def test_odd_files_are_read_for_what_they_hold(data: bytes) -> None:
    assert "The Lantern Keepers is a novel by Oda Bremer." in parsed(data).text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300), st.integers(0, 2_000), st.integers(0, 40))
def test_any_bytes_are_read_or_rejected(noise: bytes, at: int, length: int) -> None:
    sample = SAMPLE.read_bytes()
    for data in (b"%PDF-1.7\n" + noise, b"%PDF-" + sample[5 : at + 5] + noise + sample[at + 5 + length :]):
        with suppress(ArticleRejected):
            parsed(data)


def test_the_same_rendering_in_another_process() -> None:
    script = (
        "import sys, hashlib; from pathlib import Path; from pipeline.parse import parse_article;"
        "from pipeline.records import Article;"
        "print(hashlib.sha256(repr(parse_article(Article('a', '', '', None, Path(sys.argv[1]).read_bytes())))"
        ".encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script, str(SAMPLE)],
            check=True, capture_output=True, env={"PYTHONHASHSEED": seed, "PATH": ""}, timeout=60,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(found) == 1
