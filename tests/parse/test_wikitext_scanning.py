"""Templates, links and tables of well-formed wikitext are found where another parser finds them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.parse.wikitext.scanning import Kind, scan

mwparserfromhell = pytest.importorskip("mwparserfromhell", reason="mwparserfromhell is not installed")

WORDS = st.sampled_from(["Mira", "a pier", "2019", "one, two", "''Kites''", "<br>", "<!-- note -->", "&amp;"])


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    listed = st.lists(inner, min_size=1, max_size=4)
    return st.one_of(
        listed.map(lambda parts: "{{name|" + "|".join(parts) + "}}"),
        listed.map(lambda parts: "{{name\n| key = " + "\n| key = ".join(parts) + "\n}}"),
        inner.filter(lambda text: "[[" not in text).map(lambda text: f"[[target|{text}]]"),
        listed.map(" ".join),
    )


def _table(cells: list[str]) -> str:
    return "\n{|\n|-\n| " + "\n| ".join(cells) + "\n|}\n"


TEXTS = st.recursive(WORDS, _around, max_leaves=8)
PAGES = st.lists(st.one_of(TEXTS, st.lists(TEXTS, min_size=1, max_size=3).map(_table)), max_size=4).map("".join)


SLOW_TO_MAKE = [HealthCheck.too_slow, HealthCheck.filter_too_much]  # nested texts grow too large at times


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW_TO_MAKE)
@given(PAGES)
def test_the_same_templates_and_links(raw: str) -> None:
    kinds = (mwparserfromhell.nodes.Template, mwparserfromhell.nodes.Wikilink)
    tree = mwparserfromhell.parse(raw)
    theirs = sorted(str(node) for node in tree.ifilter(recursive=True, matches=lambda node: isinstance(node, kinds)))
    marks = scan(raw)
    pairs = [(mark, marks[mark.closed_by]) for mark in marks if mark.closed_by > 0]
    ours = sorted(raw[a.start : b.end] for a, b in pairs if a.kind in (Kind.TEMPLATE, Kind.LINK))
    assert ours == theirs
