"""Romanisations of one name agree; names that only look alike do not."""

import pytest

from pipeline.values.romanisation import looks_romanised, romanisation_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Shōtarō", "Shoutarou", "Shotaro", "Syoutarou", "Shohtaroh"),
        ("Kōichi", "Kouichi", "Koichi", "Kôichi"),
        ("Chizuru", "Tizuru"),
        ("Tsuji", "Tuzi", "Tsuzi"),
        ("Fujita", "Huzita"),
        ("Jun'ichi", "Junichi", "Zyunichi"),
        ("Yūko", "Yuuko", "Yuko"),
        ("Ōno", "Ohno", "Oono", "Ono"),
        ("Satō", "Satoh", "Satou"),
        ("Shimbun", "Shinbun"),
        ("Kitchi", "Kicchi"),
        ("Keiichi", "Keīchi"),
    ],
)
def test_one_name(spellings: tuple[str, ...]) -> None:
    assert len({romanisation_key(s) for s in spellings}) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Kawauchi", "Kawaichi"),
        ("Hiroki", "Hiroko", "Hiromi"),
        ("Louis", "Lois"),  # not Japanese: 'ou' is no long vowel
        ("Ana", "Anna"),
        ("Kita", "Kitta"),
        ("Ohara", "Ora"),  # o-hara
        ("II", "I", "III"),
        ("Joan", "Jon"),
    ],
)
def test_different_names(names: tuple[str, ...]) -> None:
    assert len({romanisation_key(n) for n in names}) == len(names)


@pytest.mark.parametrize(("token", "expected"), [("sousou", True), ("moon", True), ("frost", False), ("ii", False)])
def test_looks_romanised(token: str, expected: bool) -> None:
    assert looks_romanised(token) is expected
