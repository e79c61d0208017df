"""The words around a span. All examples were used for development."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values.quotes import Quote, quote_around


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It began in March 2018.", "March 2018", Quote("It began in ", "March 2018", ".")),
        ("One came. Two volumes exist. Three left.", "Two", Quote("", "Two", " volumes exist.")),
        ("He met Dr. Ota in May. They left.", "May", Quote("He met Dr. Ota in ", "May", ".")),
        ("By J. K. Quill, a writer.", "Quill", Quote("By J. K. ", "Quill", ", a writer.")),
        ("| 2019 | Tern Awards |\n| 2020 | Gull Awards |", "Gull Awards", Quote("| 2020 | ", "Gull Awards", " |")),
        ("一つ目。二つ目は本。三つ目。", "本", Quote("二つ目は", "本", "。")),
        ("a\tb  c", "b", Quote("a ", "b", " c")),
        ("split\nhere", "split\nhere", Quote("", "split here", "")),
    ],
)
def test_quote(text: str, words: str, expected: Quote) -> None:
    start = text.index(words)
    assert quote_around(text, start, start + len(words)) == expected


PAGE = (
    "<p><b>Night Pier</b> is a <a href='/y'>2019</a> novel by Mira&nbsp;Holm. </p>\n<table><tr><th>Year<th>Prize"
    "<tr><td rowspan=2>2020</td><td>Tern Award</td></tr><tr><td>Gull Cup</td></tr></table><meta content='Salt | Night'>"
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2019", Quote("Night Pier is a ", "2019", " novel by Mira Holm.")),
        ("Mira&nbsp;Holm", Quote("Night Pier is a 2019 novel by ", "Mira Holm", ".")),
        ("Tern Award", Quote("| 2020 | ", "Tern Award", "")),
        ("2020", Quote("| ", "2020", " | Tern Award")),
        ("Salt", Quote("<meta content='", "Salt", " | Night'>")),
    ],
)
def test_a_quote_of_html_is_what_a_reader_sees(words: str, expected: Quote) -> None:
    start = PAGE.index(words)
    assert quote_around(PAGE, start, start + len(words), is_html=True) == expected


def test_long_blocks_of_html_are_cut_at_words() -> None:
    page = "<p>" + "<i>word</i> " * 200 + "HERE" + " <i>word</i>" * 200 + "</p>"
    quote = quote_around(page, page.index("HERE"), page.index("HERE") + 4, is_html=True)
    assert quote.before.startswith("…word ")
    assert quote.after.endswith(" word…")
    assert max(len(quote.before), len(quote.after)) <= 161


def test_long_lines_are_cut_at_words() -> None:
    quote = quote_around("word " * 100 + "HERE" + " word" * 100, 500, 504)
    assert quote.before.startswith("…word ")
    assert quote.before.endswith("word ")
    assert quote.after.endswith("word…")
    assert len(quote.before) <= 161
    assert len(quote.after) <= 161


@given(st.text(min_size=1), st.data())
def test_the_words_are_those_of_the_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = quote_around(text, start, end)
    assert quote.words.split() == text[start:end].split()
    assert "\n" not in quote.before + quote.words + quote.after
