"""From bytes to text, strictly: `data.decode(encoding) == text`, or a rejection."""

import codecs

from charset_normalizer import from_bytes

from pipeline.errors import ArticleRejected

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
SAMPLE = 200_000
CONTROLS = dict.fromkeys([*range(9), *range(14, 32), *range(127, 160)])
MOST_CONTROLS = 0.01  # of all characters; more is no text


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
    return _guessed(data)


def _wide(data: bytes) -> list[str]:
    """UTF-16 or UTF-32 without a mark: the zero bytes of common characters stand all on one side."""
    zeros = [data[i::4].count(0) for i in range(4)]
    quarter = len(data) / 4
    if zeros[2] > 0.9 * quarter and zeros[3] > 0.9 * quarter:
        return ["utf-32-le"]
    if zeros[0] > 0.9 * quarter and zeros[1] > 0.9 * quarter:
        return ["utf-32-be"]
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if odd > 10 * even:
        return ["utf-16-le"]
    return ["utf-16-be"] if even > 10 * odd else []


def _guessed(data: bytes) -> list[str]:
    """Legacy encodings that the data could be in, the best first."""
    return [match.encoding for match in from_bytes(_sample(data), cp_isolation=LEGACY)]


def _sample(data: bytes) -> bytes:
    """A beginning that ends with a line, so that no character is cut in two."""
    if len(data) <= SAMPLE:
        return data
    cut = data.rfind(b"\n", 0, SAMPLE)
    return data[: cut + 1] if cut > 0 else data


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_text(text: str) -> bool:
    """Whether the text holds no zero and hardly any other control character."""
    if "\0" in text:
        return False
    controls = len(text) - len(text.translate(CONTROLS))
    return controls <= MOST_CONTROLS * len(text)
