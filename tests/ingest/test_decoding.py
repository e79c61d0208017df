"""Bytes to text. Every sentence here is invented; the held-back check is the hypothesis property."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ArticleRejected
from pipeline.ingest.decoding import decode

ENGLISH = "The café’s owner, Zoë, said “no” — and that was that. It was read in the whole of the town.\n"
FRENCH = "L'héroïne du roman, née à Nîmes, a été récompensée. La série « Où sont les étoiles ? » débute dans le mois.\n"
POLISH = "Książka została wydana w 2019 roku. Autorką jest Małgorzata Żółć, a reżyserem Łukasz Źródło.\n"
RUSSIAN = "Роман был опубликован в 2019 году. Автором является Иван Петров.\n"
JAPANESE = (
    "『灯台の丘』は、山川海による日本の小説。2021年4月から『月刊港』にて連載が始まった。第二期の制作も決定している。\n"
)
CHINESE = "《灯塔之丘》是由山川海创作的日本小说。2021年4月开始在《港口月刊》连载。动画化已经公布，由森野茂担任导演。\n"
KOREAN = "등대의 언덕은 산천해가 쓴 일본 소설이다. 2021년 4월부터 월간 항구에 연재되었다. 감독은 모리노가 맡는다.\n"


@pytest.mark.parametrize(
    ("text", "written_in"),
    [
        *[(text, code) for text in (ENGLISH, JAPANESE, KOREAN) for code in ("utf-8", "utf-8-sig", "utf-16", "utf-32")],
        *[(text, code) for text in (ENGLISH, CHINESE, KOREAN) for code in ("utf-16-le", "utf-16-be", "utf-32-le")],
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        (FRENCH, "latin-1"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        ("A review in the language of the town.\n" + JAPANESE[:20], "shift_jis"),
        (CHINESE, "gb18030"),
        (KOREAN, "euc_kr"),
    ],
)
def test_text_is_read_back_whatever_it_was_written_in(text: str, written_in: str) -> None:
    data = text.encode(written_in)
    found, encoding = decode(data)
    assert found == text
    assert data.decode(encoding) == text


def test_newlines_are_left_alone() -> None:
    assert decode(b"one\r\ntwo\rthree\n")[0] == "one\r\ntwo\rthree\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\0" * 100, "binary"),
        (bytes(range(256)), "binary"),
        (b"\x01\0\0\0\x05\0\0\0" * 50, "binary"),
        (b"Text with \x01\x02\x03\x04\x05 controls", "binary"),
        (b"\xef\xbb\xbfvalid mark, then \xff\xfe", "undecodable"),
        (b"\xff\xfea", "undecodable"),
        ("\udc80".encode("utf-16-le", "surrogatepass") + b"a\0", "binary"),
    ],
)
def test_what_is_no_text_is_rejected(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleRejected, match=reason):
        decode(data)


@settings(deadline=None)  # machines are shared
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), include_characters="\n\r\t"), min_size=1))
def test_utf8_with_and_without_mark_comes_back_exactly(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        data = text.encode(encoding)
        found, name = decode(data)
        assert data.decode(name) == found
        assert found == text or text.startswith("\ufeff")


@settings(deadline=None)  # machines are shared
@given(st.binary(max_size=400))
def test_arbitrary_bytes_are_text_or_rejected(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except ArticleRejected:
        return
    assert data.decode(encoding) == text
    assert "\0" not in text
