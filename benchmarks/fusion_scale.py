"""Time and memory of fusing many claims: `python -m benchmarks.fusion_scale [--claims N]`.

Generated claims of 1,000 sources, a few of which state most of them, about names, numbers, times and categories; each
source has a reliability of its own and one in ten copies another. Every size runs in a process of its own.
"""

import argparse
import time

import numpy as np
import pandas as pd

from benchmarks.speed import in_own_process
from pipeline.reconcile.fusion import ValueType, fuse

SOURCES = 1000
PER_ITEM = 8
TYPES = {
    "category": ValueType("category"),
    "names": ValueType("names"),
    "number": ValueType("number"),
    "datetime": ValueType("datetime", minutes=10),
}


def generate(n_claims: int, seed: int = 7) -> pd.DataFrame:
    """Columns source, subject, predicate, value; the right value of each item is its alternative 0."""
    rng = np.random.default_rng(seed)
    items = rng.integers(0, max(n_claims // PER_ITEM, 1), n_claims)
    volume = 1 / np.arange(1, SOURCES + 1)
    source = rng.choice(SOURCES, n_claims, p=volume / volume.sum())
    reliability = rng.beta(6, 2, SOURCES)
    master = np.where(np.arange(SOURCES) % 10 == 9, np.arange(SOURCES) - 1, np.arange(SOURCES))
    chance = _noise(items * 1_000_003 + master[source])
    wrong = 1 + (_noise(items * 7_919 + master[source] * 31) * 6).astype(int)
    alternative = np.where(chance < reliability[master[source]], 0, wrong)
    kind = np.array(sorted(TYPES))[items % 4]
    return pd.DataFrame(
        {
            "source": np.char.add("s", source.astype(str)),
            "subject": np.char.add("item ", (items // 4).astype(str)),
            "predicate": kind,
            "value": [_value(k, int(i), int(a)) for k, i, a in zip(kind, items, alternative, strict=True)],
        }
    )


def _noise(seed: np.ndarray) -> np.ndarray:
    """Between 0 and 1, the same for the same number."""
    return (seed.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(40)) / float(1 << 24)


def _value(kind: str, item: int, alternative: int) -> str:
    if kind == "number":
        return str(1000 + item % 977 + 25 * alternative)
    if kind == "datetime":
        return f"2024-{1 + item % 12:02d}-{1 + item % 28:02d} {(item + alternative) % 24:02d}:15"
    if kind == "names":
        return "; ".join(f"ann{item % 50} writer{item + k}" for k in range(1 + alternative % 3)) + " x" * (
            alternative > 2
        )
    return f"value {item % 5000} {alternative}"


def fuse_generated(n_claims: int) -> None:
    claims = generate(n_claims)
    wall, cpu = time.perf_counter(), time.process_time()
    fuse(claims, TYPES)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{n_claims:9,} claims  {wall:6.1f} s  {cpu:6.1f} s of processor", end="", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    args = parser.parse_args()
    for n_claims in (args.claims // 4, args.claims // 2, args.claims):
        _, mib = in_own_process(fuse_generated, n_claims)
        print(f"  {mib:6.0f} MiB at most, the generated claims included")


if __name__ == "__main__":
    main()
