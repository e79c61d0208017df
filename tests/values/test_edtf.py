"""EDTF values: bounds, precision, coverage. All rows are development examples."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values.edtf import bounds, covers, format_date, format_day, format_interval, is_valid, precision


@pytest.mark.parametrize(
    ("edtf", "first", "last", "kind"),
    [
        ("2021-07-21", "2021-07-21", "2021-07-21", "day"),
        ("2021-07-21~", "2021-07-21", "2021-07-21", "day"),
        ("2021-07", "2021-07-01", "2021-07-31", "month"),
        ("2021-07-XX", "2021-07-01", "2021-07-31", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("2012-XX-XX", "2012-01-01", "2012-12-31", "year"),
        ("1998~", "1998-01-01", "1998-12-31", "year"),
        ("202X", "2020-01-01", "2029-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "decade"),
        ("2024-21", "2024-03-01", "2024-06-30", "season"),
        ("2024-22", "2024-06-01", "2024-09-30", "season"),
        ("2024-23", "2024-09-01", "2024-12-31", "season"),
        ("2024-24", "2024-01-01", "2024-03-31", "season"),
        ("2024-33", "2024-01-01", "2024-03-31", "season"),
        ("2024-36", "2024-10-01", "2024-12-31", "season"),
        ("2024-40", "2024-01-01", "2024-06-30", "season"),
        ("2024-07/2024-09", "2024-07-01", "2024-09-30", "range"),
        ("2024-07-14/2024-09-29", "2024-07-14", "2024-09-29", "range"),
        ("2023-23/2024-03-22", "2023-09-01", "2024-03-22", "range"),
        ("1992/..", "1992-01-01", None, "range"),
        ("../1992", None, "1992-12-31", "range"),
        ("-0489", None, None, "year"),
        ("-0001-12/0002", None, "0002-12-31", "range"),
        ("0000-02-29", None, None, "day"),
    ],
)
def test_bounds_and_precision(edtf: str, first: str | None, last: str | None, kind: str) -> None:
    expected = tuple(date.fromisoformat(day) if day else None for day in (first, last))
    assert bounds(edtf) == expected
    assert precision(edtf) == kind
    assert is_valid(edtf)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "July 2021",
        "2021-13",
        "2021-02-29",
        "2021-00-01",
        "2021-XX-07",
        "202X-07",
        "2021-22-01",
        "21",
        "/",
        "2021/",
        "2022/2021",
        "2021/2022/2023",
        "P1Y",
        "2021-07-21T10:00",
        "２０２１",  # full-width digits
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    assert not is_valid(text)
    with pytest.raises(ValueError, match=r"^'.*' (is not|has|ends)"):
        bounds(text)
    with pytest.raises(ValueError, match=r"^'.*' (is not|has|ends)"):
        precision(text)


@pytest.mark.parametrize(
    ("coarse", "fine", "expected"),
    [
        ("2021-07", "2021-07-21", True),
        ("2021-07-21", "2021-07", False),
        ("2021", "2021-07", True),
        ("202X", "2021", True),
        ("2024-22", "2024-07-14", True),
        ("2024-22", "2024-07/2024-09", True),
        ("2024-22", "2024-09-29", True),
        ("2024-22", "2024-10-01", False),
        ("2024", "2024-24", True),
        ("2024-07/2024-09", "2024-07-14/2024-09-29", True),
        ("1992/..", "1995", True),
        ("1992/..", "1995/..", True),
        ("1992/2000", "1995/..", False),
        ("../1992", "-0489", True),
        ("2021-07", "2021-08", False),
        ("2021", "2022", False),
    ],
)
def test_covers(coarse: str, fine: str, expected: bool) -> None:
    assert covers(coarse, fine) is expected


def test_formats() -> None:
    assert format_date(2021) == "2021"
    assert format_date(2021, 7) == "2021-07"
    assert format_date(2021, 7, 1) == "2021-07-01"
    assert format_date(2024, 22) == "2024-22"
    assert format_date(-489) == "-0489"
    assert format_date(44) == "0044"
    assert format_day(date(44, 3, 15)) == "0044-03-15"
    assert format_interval("1992", None) == "1992/.."
    assert format_interval(None, "1992") == "../1992"


_SINGLE = st.one_of(
    st.dates().map(date.isoformat),
    st.builds(format_date, st.integers(-9999, 9999), st.sampled_from([1, 2, 6, 9, 12, 21, 22, 23, 24, 33, 36, 40, 41])),
    st.builds(format_date, st.integers(-9999, 9999)),
    st.integers(0, 999).map(lambda n: f"{n:03d}X"),
    st.integers(0, 99).map(lambda n: f"{n:02d}XX"),
)
_ENDS = st.tuples(st.none() | _SINGLE, st.none() | _SINGLE).map(lambda ends: format_interval(*ends))
_VALUES = st.one_of(_SINGLE, _ENDS.filter(is_valid))


@given(_VALUES)
def test_bounds_are_ordered(edtf: str) -> None:
    first, last = bounds(edtf)
    assert first is None or last is None or first <= last


@given(_VALUES, _VALUES, _VALUES)
def test_covering_is_an_order(a: str, b: str, c: str) -> None:
    assert covers(a, a)
    if covers(a, b) and covers(b, a):
        assert bounds(a) == bounds(b)
    if covers(a, b) and covers(b, c):
        assert covers(a, c)


@given(st.text(alphabet="0123456789X-/.?~%", max_size=24))
def test_no_text_breaks_it(text: str) -> None:
    if is_valid(text):
        assert precision(text) in {"day", "month", "season", "year", "decade", "range"}
