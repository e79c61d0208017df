"""The encoding that a marked-up page says it is in: `<meta charset>`, an XML declaration."""

import codecs
import re

from pipeline.vocabulary import load_vocabulary

OPENING = 4_096  # bytes; browsers look at 1,024, some pages begin with long comments
MARKUP = re.compile(rb"[\s\xef\xbb\xbf]*<")
DECLARATIONS = (
    re.compile(rb"<\?xml\s[^<>]{0,200}?\bencoding\s*=\s*[\"']?([A-Za-z0-9._:-]{2,40})"),
    re.compile(rb"<meta\s[^<>]{0,400}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9._:-]{2,40})", re.IGNORECASE),
)


def declared_encodings(data: bytes) -> list[str]:
    """The declared encoding as names of Python codecs, the best first; nothing for a text that is no markup.

    Pages that declare ASCII or Latin-1 are in Windows-1252, as browsers read them.
    """
    opening = data[:OPENING]
    if MARKUP.match(opening) is None:
        return []
    labels = [found[1].decode("ascii").lower() for form in DECLARATIONS if (found := form.search(opening))]
    wider: dict[str, list[str]] = load_vocabulary("files")["encodings"]
    return [name for label in labels for name in wider.get(label, [label]) if _is_known(name)]


def _is_known(name: str) -> bool:
    """Whether the name is that of an encoding of pages: Python knows others, 'rot13' and 'unicode_escape'."""
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return name.startswith(tuple(load_vocabulary("files")["encoding_families"]))
