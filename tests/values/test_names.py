"""Names of people and titles, taken apart and compared. All rows were written for development."""

import pytest

from pipeline.values.names import (
    initials_match,
    is_acronym,
    is_clipping,
    is_short_form,
    joined_rotations,
    person_key,
    person_tokens,
    title_core,
    title_key,
    title_parts,
    without_year,
)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Dr. Ken Ōta", ("ken", "ota")),
        ("Ōta-san", ("ota",)),
        ("Mr. Smith's", ("smith",)),
        ("Ken Ota Jr.", ("ken", "ota")),
        ("San", ("san",)),  # a name is never empty
        ("Song Min-su", ("song", "min", "su")),
        ("Prof. Dr. Lady Ada", ("ada",)),
    ],
)
def test_person_tokens(text: str, tokens: tuple[str, ...]) -> None:
    assert person_tokens(text) == tokens


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kitano Shōtarō", "Shoutarou Kitano", True),
        ("Kitano Shōtarō", "Kitano Shōhei", False),
        ("Naoto Kawaichi", "Naoto Kawauchi", False),
    ],
)
def test_person_key(one: str, other: str, same: bool) -> None:
    assert (person_key(one) == person_key(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Long Road", "Long Road!", True),
        ("Hoshi-zora o Miru", "Hoshizora wo miru", True),
        ("Sousou no Kaze", "Sōsō no Kaze", True),
        ("The Long Road Season 2", "The Long Road", True),
        ("Long Road", "Long Road 2", False),
        ("Long Road Part I", "Long Road Part II", False),
        ("Road", "The Road", False),
        ("Too Late for Winter", "To Late for Winter", False),
    ],
)
def test_title_key(one: str, other: str, same: bool) -> None:
    assert (title_key(one) == title_key(other)) is same


def test_title_core_never_becomes_empty() -> None:
    assert title_core("The") == "the"
    assert title_core("Season 2") == "season 2"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kaze: The Long Road", ("Kaze", "The Long Road")),
        ("Kaze – The Long Road", ("Kaze", "The Long Road")),
        ("Kaze 1:2", ()),
        ("Kaze-Road", ()),
        (": Road", ()),
    ],
)
def test_title_parts(text: str, parts: tuple[str, ...]) -> None:
    assert title_parts(text) == parts


@pytest.mark.parametrize(
    ("text", "expected"), [("Winter Expo 2031", "Winter Expo"), ("Winter Expo (2031)", "Winter Expo"), ("2031", "2031")]
)
def test_without_year(text: str, expected: str) -> None:
    assert without_year(text) == expected


def test_joined_rotations_ignore_split_and_order() -> None:
    assert "kazenomori" in joined_rotations(("mori", "kazeno"))
    assert joined_rotations(("kazenomori",)) == {"kazenomori"}


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [("Ōta", "Ken Ota", True), ("Ken Ota", "Ken Ota", False), ("Mori", "Ken Ota", False), ("Ken Ota", "Ota", False)],
)
def test_is_short_form(short: str, full: str, expected: bool) -> None:
    assert is_short_form(short, full) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("J. K. Harrow", "Jane Karen Harrow", True),
        ("J. Harrow", "Jane Harrow", True),
        ("J. Harrow", "Karen Harrow", False),
        ("Jane Harrow", "Jane Harrow", False),  # no initials at all
        ("J. Harrow", "Jane Harlow", False),
    ],
)
def test_initials_match(one: str, other: str, expected: bool) -> None:
    assert initials_match(one, other) is expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("NWF", "New Wave Fair", True),
        ("N.W.F.", "New Wave Fair", True),
        ("GB7", "GameBox 7", True),
        ("FOW", "Fair of the Waves", False),
        ("FW", "Fair of the Waves", True),
        ("KTV", "Kaze TV", False),
        ("Nwf", "New Wave Fair", False),
        ("N", "New", False),
    ],
)
def test_is_acronym(short: str, full: str, expected: bool) -> None:
    assert is_acronym(short, full) is expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("sci-fi", "science fiction", True),
        ("rom-coms", "romantic comedy", True),
        ("romcom", "Romantic Comedy", True),
        ("comedy", "romantic comedy", False),
        ("rom", "romantic comedy", False),
        ("romantic comedy", "romantic comedy", False),
    ],
)
def test_is_clipping(short: str, full: str, expected: bool) -> None:
    assert is_clipping(short, full) is expected
