"""PDF and Word files made by hand, small enough to see what is in them."""

import zipfile
import zlib
from io import BytesIO

FONTS = (
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
)
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


def pdf_of(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(out))
    return out + table + end


def stream(data: bytes, extra: bytes = b"") -> bytes:
    packed = zlib.compress(data, 9)
    head = b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n" % (len(packed), extra)
    return head + packed + b"\nendstream"


def pdf_page(content: bytes, kids: bytes = b"[3 0 R]", xobjects: bytes = b"", more: tuple[bytes, ...] = ()) -> bytes:
    """A PDF whose pages show one content; object 7 and following are `more`."""
    fonts = b"/Font << /F1 5 0 R /F2 6 0 R >> /XObject << %s >>" % xobjects
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << %s >> >>" % fonts
    tree = b"<< /Type /Pages /Kids %s /Count %d >>" % (kids, kids.count(b"R"))
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", tree, page, stream(content), *FONTS, *more])


def pdf_lines(*pages: list[tuple[int, int, str, int, str]]) -> bytes:
    """A PDF of lines: (x, y, font 'F1' or 'F2', size, text) for every page."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *FONTS]
    kids = []
    for lines in pages:
        content = "".join(f"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, font, size, text in lines)
        objects.append(stream(content.encode("cp1252")))
        resources = b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"
        objects.append(b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R %s >>" % (len(objects), resources))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return pdf_of(objects)


def docx_of(body: str, raw: bytes | None = None, name: str = "word/document.xml", **parts: str) -> bytes:
    """A Word file; `raw` in place of a document with this body; further parts with '__' for '/'."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, raw if raw is not None else WORD % body)
        for part, text in parts.items():
            archive.writestr(part.replace("__", "/") + ".xml", text)
    return out.getvalue()


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str, head: bool = True) -> str:
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return "<w:tbl>" + "".join(f"<w:tr>{'' if n else mark}{row}</w:tr>" for n, row in enumerate(rows)) + "</w:tbl>"
