"""From bytes to text, strictly: `data.decode(encoding) == text`, or a rejection."""

import codecs
import re
import unicodedata
from collections import Counter

from charset_normalizer import from_bytes

from pipeline.errors import ArticleRejected
from pipeline.ingest.declared import declared_encodings
from pipeline.vocabulary import load_vocabulary

BOMS = (  # UTF-32 before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A guesser that may answer anything guesses wildly; these are the encodings that articles are found in.
LEGACY = [
    "cp1252", "cp932", "euc_jp", "gb18030", "big5", "cp949", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp874",
]  # fmt: skip
WESTERN = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "id")
LONGEST_WESTERN_RUN = 3  # bytes beyond ASCII in a row: accents, quotes and dashes stand alone or in pairs
HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
HIRAGANA = re.compile(r"[\u3041-\u3096]")
COMMON_LITTLE = [bytes((code, 0)) for code in b" \n0123456789aeiou"]
COMMON_BIG = [bytes((0, code)) for code in b" \n0123456789aeiou"]
SAMPLE = 200_000
CONTROLS = dict.fromkeys([*range(9), *range(14, 32), *range(127, 160)])
MOST_ODD = 0.01  # of all characters; more is no text


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Raises ArticleRejected for binary data and for text in no encoding."""
    for encoding in _candidates(data):
        text = _decoded(data, encoding)
        if text is not None and _is_text(text):
            return text, encoding
    if b"\0" in data[:SAMPLE] or not _is_text(data.decode("latin-1")):
        raise ArticleRejected("not text: binary data")
    raise ArticleRejected("undecodable: neither UTF-8, UTF-16 nor a legacy encoding; save it as UTF-8")


def _candidates(data: bytes) -> list[str]:
    marked = [encoding for mark, encoding in BOMS if data.startswith(mark)]
    if marked:
        return marked
    if b"\0" in data:
        return _wide(data)
    if b"\x1b$" in data:
        return ["iso2022_jp", "utf-8"]
    if _decoded(data, "utf-8") is not None:
        return ["utf-8"]
    return [*declared_encodings(data), *_guessed(data)]


def _wide(data: bytes) -> list[str]:
    """UTF-16 or UTF-32 without a mark: the zero bytes of blanks, digits and Latin letters give it away."""
    if b"\0\0" in (data[:2], data[2:4]):
        return ["utf-32-be"] if data[:2] == b"\0\0" else ["utf-32-le"]
    little, big = (sum(data.count(pair) for pair in pairs) for pairs in (COMMON_LITTLE, COMMON_BIG))
    counted = [(little, "utf-16-le"), (big, "utf-16-be")]
    return [encoding for count, encoding in sorted(counted, reverse=True) if count]


def _guessed(data: bytes) -> list[str]:
    """Legacy encodings that the data could be in, the best first."""
    sample = _sample(data)
    ranked = [match.encoding for match in from_bytes(sample, cp_isolation=LEGACY)]
    return (["cp1252"] if _is_western(sample) else _japanese(sample)) + ranked


def _is_western(sample: bytes) -> bool:
    """Whether this is a western language with a few accents: its everyday words are plain ASCII.

    The guesser takes such a text for a Central European one as soon as one accent allows it.
    """
    text = _decoded(sample, "cp1252")
    if text is None or any(len(run) > LONGEST_WESTERN_RUN for run in HIGH_BYTES.findall(sample)):
        return False
    words = Counter(re.findall(r"[a-z]{1,12}", text.lower()))
    tables: dict[str, list[str]] = load_vocabulary("languages")["function_words"]
    return any(sum(words[word] for word in tables[code] if word.isascii()) >= 3 for code in WESTERN)


def _japanese(sample: bytes) -> list[str]:
    """Japanese encodings in which the sample has hiragana, which no other reading of the same bytes has."""
    return [code for code in ("cp932", "euc_jp") if len(HIRAGANA.findall(_decoded(sample, code) or "")) >= 2]


def _sample(data: bytes) -> bytes:
    """A beginning that ends with a line, so that no character is cut in two."""
    if len(data) <= SAMPLE:
        return data
    cut = data.rfind(b"\n", 0, SAMPLE)
    return data[: cut + 1] if cut > 0 else data


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _is_text(text: str) -> bool:
    """Whether the text holds no zero, and hardly any control character or code point that no one has assigned."""
    if "\0" in text:
        return False
    controls = len(text) - len(text.translate(CONTROLS))
    sample = text[:SAMPLE]
    unassigned = sum(unicodedata.category(character) in ("Cn", "Co") for character in sample)
    return controls <= MOST_ODD * len(text) and unassigned <= MOST_ODD * len(sample)
