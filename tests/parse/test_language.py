"""The language of an article: named where it is clear."""

import pytest

from pipeline.parse.language import guess_language
from pipeline.parse.lines import Line, make_passages
from pipeline.records import PassageKind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The novel was read in the town and by the sea.", "en"),
        ("Der Roman ist von ihr und wurde auch mit dem Preis geehrt.", "de"),
        ("Le roman est dans la ville et les enfants le lisent avec elle.", "fr"),
        ("『灯台の丘』は山川海による日本の小説である。", "ja"),
        ("《灯塔之丘》由山川海创作，森野茂担任导演。", "zh"),
        ("등대의 언덕은 산천해가 쓴 소설이다.", "ko"),
        ("Blue Orchard", None),
        ("1984", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert guess_language(make_passages(PassageKind.PROSE, Line(text, 0))) == language
