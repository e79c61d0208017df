"""Texts that nobody would write, of any length: for every layout, the table repair, the date finder, the language
pipelines, and extraction as a whole.

A case is a head, a piece that is repeated until the text is long enough, and a tail.
"""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

WORD_XML = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
SPAN = str(2**31)


class Piece(NamedTuple):
    """What a hostile text is made of."""

    name: str
    body: str
    head: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One hostile text; `reader` says what reads it."""

    reader: str
    piece: Piece

    def text(self, size: int) -> str:
        """About `size` characters."""
        head, body, tail = self.piece.head, self.piece.body, self.piece.tail
        return head + body * max((size - len(head) - len(tail)) // len(body), 1) + tail


HTML = "<!DOCTYPE html><html><head><title>A page</title></head><body><p>Some words of a text.</p>"
WIKI = "{{Infobox film\n| name = Cold Sea\n}}\n'''Cold Sea''' is a [[film]].\n"
DUMP = "= Cold Sea =\nCold Sea is a film.\n== Awards ==\n"
MARK = "# Cold Sea\n\n## Awards\n\nCold Sea is a film, [says](http://a.example/) somebody.\n\n"

# One line each. What the pipelines cut it into, and what is learnt from all of it, must grow no faster than it does.
LINES = (
    Piece("prose without ends", "Ada Quill of Kaze House, who drew Ember Days in Osaka and later wrote for others, "),
    Piece("sentences", "Ada Quill wrote Ember Days. It won the Otter Prize in 2001. "),
    Piece("names", "Ada Quill "),
    Piece("works of works", "the anime of the manga, "),
    Piece("capitals", "ADA QUILL "),
    Piece("one word", "a"),
    Piece("one word of capitals", "QuillHouse"),
    Piece("zero-width characters", "Ada\u200bQuill\u200b"),
    Piece("words with zero-width characters", "A\u200bda Qu\u200bill \u200d"),
    Piece("mixed scripts", "Ada \u5c71\u7530 \u03a9\u03bc\u03ad \u041f\u0440\u0438 \u0645\u0631 \ud55c\uad6d "),
    Piece("Chinese characters", "\u5c71\u7530\u592a\u90ce"),
    Piece("lone surrogates", "Ada \ud800Quill \udfff"),
    Piece("marks on one letter", "\u0301", "Ada wrote A"),
    Piece("punctuation", "(.,)'\"[", "Ada wrote "),
)  # fmt: skip

PIECES: dict[str, tuple[Piece, ...]] = {
    "accurate": LINES,
    "fast": LINES,
    "extraction": LINES,
    "html": (
        Piece("open tags", "<div>", HTML),
        Piece("open inline tags", "<b><i>", HTML),
        Piece("closed tags without openers", "</p></td>", HTML),
        Piece("nested tables", "<table><tr><td>", HTML),
        Piece("table of one row", "<td>a", HTML + "<table><tr>"),
        Piece("spans of 2^31", f"<tr><td rowspan={SPAN} colspan={SPAN}>a</td><td>b</td></tr>", HTML + "<table>"),
        Piece("angles", "<", HTML),
        Piece("ampersands", "&amp;&x&#", HTML),
        Piece("open comments", "<!--", HTML),
        Piece("attributes", " a='b'", HTML + "<p", ">x</p>"),
        Piece("open scripts", "<script>", HTML),
        Piece("JSON-LD of brackets", "[", HTML + '<script type="application/ld+json">', "</script>"),
        Piece("metadata", "<meta name=author content='A B'>", "<!DOCTYPE html><html><head>"),
        Piece("short paragraphs", "<p>By Mira Holm</p>", HTML),
        Piece("definition lists", "<dl><dt>a<dd>b", HTML),
        Piece("misnested formatting", "<b><p></b></p>", HTML),
        Piece("headings", "<h2>Best Actor</h2><ul><li>Ann Lee", HTML),
        Piece("one paragraph", "and on, it went. ", HTML + "<p>"),
    ),
    "wikitext": (
        Piece("open templates", "{{", WIKI),
        Piece("nested templates", "{{a|", WIKI),
        Piece("templates in a line", "{{won}}", WIKI),
        Piece("open links", "[[", WIKI),
        Piece("open tables", "{|\n", WIKI),
        Piece("table of one row", "||a", WIKI + "{|\n|-\n|"),
        Piece("spans of 2^31", f"|-\n| rowspan={SPAN} colspan={SPAN} | a\n| b\n", WIKI + "{|\n", "|}"),
        Piece("quotation marks", "'''''", WIKI),
        Piece("open references", "<ref>", WIKI),
        Piece("open comments", "<!--", WIKI),
        Piece("entries of an infobox", "| key = value\n", "{{Infobox film\n", "}}\n'''A''' is [[b]].\n"),
        Piece("equals signs", "=", WIKI),
        Piece("lists", "*#;:", WIKI),
        Piece("headings", "== Best Actor ==\n* Ann Lee\n", WIKI),
        Piece("closed brackets", "]]}}|}", WIKI),
    ),
    "wiki_dump": (
        Piece("rows", "| 2001 | Best Play |\n", DUMP),
        Piece("rows of three", "| Best Play | Won | |\n", DUMP + "| Year | Award | Result |\n"),
        Piece("one row", "| a ", DUMP),
        Piece(
            "many tables", "== a ==\n| Award | Year |\n| a | b | 2001 | Won | c | d | e | f | g |\n| a | Won |\n", DUMP
        ),
        Piece("headings", "== a ==\n", DUMP),
        Piece("deeper headings", "=== a ===\n==== b ====\n", DUMP),
        Piece("entries of an infobox", "- Key: value\n", "= Cold Sea =\nInfobox film\n"),
        Piece("leftovers", ";:*-#\n", DUMP),
        Piece("one paragraph", "and so, it went; ", DUMP),
    ),
    "markdown": (
        Piece("asterisks", "*a ", MARK),
        Piece("mixed marks", "*_`~", MARK),
        Piece("open brackets", "[", MARK),
        Piece("open images", "![a](", MARK),
        Piece("closed brackets", "](", MARK),
        Piece("backticks", "`a", MARK),
        Piece("quotations", "> ", MARK),
        Piece("lists in lists", "- ", MARK),
        Piece("list of lines", "- a\n", MARK),
        Piece("rows", "| a | b |\n", MARK + "| x | y |\n|---|---|\n"),
        Piece("one row", "| a ", MARK + "| x | y |\n|---|---|\n"),
        Piece("references", "[a]: b\n", MARK),
        Piece("tags", "<b>", MARK),
        Piece("front matter", "key: value\n", "---\ntitle: a\n", "---\n" + MARK),
        Piece("underlines", "a\n=\n", MARK),
    ),
    "web_text": (
        Piece("one word", "a"),
        Piece("bylines", "By Mira Holm\n"),
        Piece("datelines", "Published on March 4, 2024\n"),
        Piece("menus", "Home | News | Film\n"),
        Piece("rows", "| a | b |\n"),
        Piece("short lines", "a\n\n"),
        Piece("list items", "- Ann Lee, for Cold Sea\n"),
        Piece("links", "Read more: a story\n"),
        Piece("credits", "(Image via A, B and C)\n"),
        Piece("open credits", "(Image via "),
        Piece("wrapped lines", "and the line went on until it was broken here by\nthe width "),
        Piece("quotation marks", '"A, '),
        Piece("sentences", "It rained in Lund. "),
        Piece("copyright", "© 2024 Harbour Post\n"),
        Piece("blanks", " \n\t", "A headline of some words\n", "An end to it all comes here."),
    ),
    "docx": (
        Piece("paragraphs", "<w:p><w:r><w:t>a</w:t></w:r></w:p>"),
        Piece("runs", "<w:r><w:t>a </w:t></w:r>", "<w:p>", "</w:p>"),
        Piece("rows", "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>", "<w:tbl>", "</w:tbl>"),
        Piece("one row", "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>", "<w:tbl><w:tr>", "</w:tr></w:tbl>"),
        Piece(
            "spans of 2^31",
            f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{SPAN}"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>',
            "<w:tbl>",
            "</w:tbl><w:p><w:r><w:t>a</w:t></w:r></w:p>",
        ),
        Piece("open elements", "<w:p>"),
    ),
    "pdf": (
        Piece("lines", "BT /F1 12 Tf 72 700 Td (some words) Tj ET\n"),
        Piece("one line", "(a) Tj ", "BT /F1 12 Tf 72 700 Td ", " ET"),
        Piece("open states", "q "),
        Piece("open strings", "("),
        Piece("moves", "0 -1 Td (a) Tj ", "BT /F1 12 Tf 72 700 Td ", " ET"),
        Piece("operands", "1 "),
    ),
    "tables": (
        Piece("rows of two", "2001|Best Play\n", "Year|Award|Category|Nominee|Result\n"),
        Piece("rows of three, cut", "Best Play|Won|\n", "Year|Award|Category\n"),
        Piece("rows of fourteen", "a|2001|Won|b|||c|d|e|f|g|h|i|j\nb|c\n", "Year|Award|Category\n"),
        Piece("one row", "a|", "Year|Award|Category\n"),
        Piece("wide rows", "a|" * 10_000 + "\n"),
        Piece("single cells", "Best Play\n", "Year|Award|Category|Nominee|Result\n2001|Finch Awards|Best Play|A|Won\n"),
        Piece("long cells", "a b c, ", "Year|Award|Result\n2001|"),
        Piece("ragged rows", "2001\n2001|a\n2001|a|b\n2001|a|b|c\n2001|a|b|c|d\n", "Year|Award|Category|Work|Result\n"),
    ),
    "dates": (
        Piece("digits", "1"),
        Piece("numbers", "1 "),
        Piece("years", "2001-"),
        Piece("years and commas", "2001, "),
        Piece("months", "May "),
        Piece("articles", "the last "),
        Piece("days", "3, "),
        Piece("ranges", "May 3 to "),
        Piece("relative", "the following year two days later "),
        Piece("weekdays", "on Friday, "),
        Piece("quotation marks", '"May '),
        Piece("dashes", "-"),
        Piece("dots", "1.1."),
        Piece("one word", "a"),
        Piece("ordinals", "the 3rd of "),
        Piece("lines", "1999\n\n"),
    ),
}


def cases(reader: str | None = None) -> list[Case]:
    """All cases, or those of one reader."""
    return [Case(name, piece) for name, pieces in PIECES.items() if reader in (None, name) for piece in pieces]


def pdf_with(content: bytes) -> bytes:
    """A PDF of one page that draws the content."""
    fonts = b"<< /Font << /F1 5 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources %s >>" % fonts
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    stream = b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream, font]
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + table + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)


def docx_with(body: str) -> bytes:
    """A Word file with this body."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", WORD_XML % body)
    return out.getvalue()
