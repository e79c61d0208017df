"""Sample content for every test of publish."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `published_sample`, which started processes import as well

from published_sample import sample_content, sample_texts

from pipeline.publish import Content


@pytest.fixture
def content() -> Content:
    return sample_content()


@pytest.fixture
def texts() -> dict[str, str]:
    return sample_texts()
