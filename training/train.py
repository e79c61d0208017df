"""Trains the shipped pipeline: prepared DocBins in, a folder that spaCy loads out. Weights only, no text."""

import argparse
from pathlib import Path

import spacy
from spacy.cli._util import parse_config_overrides
from spacy.cli.train import train
from thinc.api import Config

CONFIG = Path(__file__).with_name("config.cfg")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, required=True, help="the folder that training.prepare wrote")
    ap.add_argument("--work", type=Path, required=True, help="scratch folder for checkpoints")
    ap.add_argument("--out", type=Path, required=True, help="where the shipped pipeline goes")
    ap.add_argument("--start", type=Path, help="go on from the weights of this pipeline instead of random ones")
    args, rest = ap.parse_known_args()
    overrides = {"paths.train": str(args.data / "train.spacy"), "paths.dev": str(args.data / "dev.spacy")}
    config = going_on(args.start, args.work) if args.start else CONFIG
    train(config, args.work, overrides=overrides | parse_config_overrides(rest))
    ship(args.work / "model-last", args.out)  # what picks the best step knows little of our labels


def going_on(start: Path, work: Path) -> Path:
    """The config with its components taken over, weights and all, from the pipeline in `start`."""
    config = Config().from_disk(CONFIG, interpolate=False)
    config["components"] = {name: {"source": str(start)} for name in config["components"]}
    work.mkdir(parents=True, exist_ok=True)
    config.to_disk(work / "start.cfg")
    return work / "start.cfg"


def ship(trained: Path, out: Path) -> None:
    """Copies the pipeline without the words of its training texts and without paths in its config."""
    nlp = spacy.load(trained)
    nlp.config["paths"] = {"train": None, "dev": None, "vectors": None, "init_tok2vec": None}
    nlp.meta.update(
        name="articlefacts_ner",
        version="0.1.0",
        description="Named entities of articles about creative works",
        license="Apache-2.0",
    )
    nlp.to_disk(out, exclude=["vocab"])


if __name__ == "__main__":
    main()
