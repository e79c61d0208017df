"""Pages that state their encoding are read in it; what they state never breaks decoding."""

import pytest

from pipeline.ingest.declared import declared_encodings
from pipeline.ingest.decoding import decode
from pipeline.vocabulary import load_vocabulary

BODY = "<p>Die Kaffeestube „Żółw“ – Łódź</p>"


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        (b"<html><head><meta charset=windows-1250>", ["windows-1250"]),
        (b'\n<!doctype html><meta charset="ISO-8859-2" />', ["iso-8859-2"]),
        (b'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=Shift_JIS">', ["cp932"]),
        (b'<?xml version="1.0" encoding="euc-jp"?><html>', ["euc-jp"]),
        (b"<meta charset='latin1'>", ["cp1252", "iso8859_1"]),
        (b"<meta charset=no-such-encoding>", []),
        (b"<meta charset=rot13>", []),
        (b"<meta charset=hex>", []),
        (b"<meta charset=unicode_escape>", []),
        (b"We wrote <meta charset=cp1251> into the page", []),
        (b"<p>" + b"x" * 5000 + b"<meta charset=cp1251>", []),
        (b"", []),
    ],
)
def test_declarations(opening: bytes, names: list[str]) -> None:
    assert declared_encodings(opening) == names


@pytest.mark.parametrize(
    ("label", "codec"), [("windows-1250", "windows-1250"), ("iso-8859-2", "iso-8859-2"), ("cp1250", "cp1250")]
)
def test_the_declared_encoding_is_used(label: str, codec: str) -> None:
    text = f"<html><meta charset={label}>" + BODY.replace("„", "").replace("“", "").replace("–", "-")
    data = text.encode(codec)
    assert decode(data) == (text, codec)


def test_a_page_that_is_utf8_is_read_as_such_whatever_it_states() -> None:
    data = f"<html><meta charset=iso-8859-1>{BODY}".encode()
    assert decode(data)[1] == "utf-8"


def test_bytes_that_the_stated_encoding_does_not_have_are_read_in_another() -> None:
    data = "<html><meta charset=us-ascii><p>Une soirée au café, où l’on joue un très vieux film de la région.".encode(
        "cp1252"
    )
    text, encoding = decode(data)
    assert "soirée au café" in text
    assert data.decode(encoding) == text


def test_every_name_of_the_vocabulary_is_a_codec() -> None:
    for label, names in load_vocabulary("files")["encodings"].items():
        assert declared_encodings(f"<meta charset={label}>".encode()) == names
