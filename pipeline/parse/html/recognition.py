"""Whether a text is a page of HTML."""

import re

OPENING = 3_000  # characters in which a page says what it is
SAMPLE = 100_000
PROLOGUE = re.compile(r"[\ufeff\s]*(?:<\?xml\b[^<>]{0,200}\?>|<!--(?:(?!-->).){0,2000}-->|\s){0,5}", re.DOTALL)
DECLARED = re.compile(r"<(?:!doctype\s{1,5}(?:html|\[?svg)|html[\s>]|head[\s>]|body[\s>]|title>|meta\s)", re.IGNORECASE)
TAG = re.compile(
    r"<(/?)(?:p|div|table|h[1-6]|ul|ol|li|section|article|main|span|a|blockquote)(?:\s[^<>]{0,500})?>", re.IGNORECASE
)
FEWEST_TAGS = 4
OTHER_MARKUP = ("{{", "[[", "{|")


def recognises(text: str) -> bool:
    """Whether the text declares itself as HTML at its beginning, or opens with a tag and holds closed elements.

    Tags alone make no page: wikitext and Markdown may hold them too.
    """
    start = PROLOGUE.match(text)
    begin = start.end() if start else 0
    if not text.startswith("<", begin):
        return False
    if DECLARED.match(text, begin):
        return True
    sample = text[begin : begin + SAMPLE]
    if any(mark in sample for mark in OTHER_MARKUP) and not DECLARED.search(sample[:OPENING]):
        return False
    tags = [found[1] for found in TAG.finditer(sample)]
    return TAG.match(sample) is not None and len(tags) >= FEWEST_TAGS and "/" in tags
