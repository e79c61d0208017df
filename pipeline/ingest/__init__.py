"""What lies in raw/: every file accounted for, articles decoded.

`take_inventory` says what is there without reading more than needed; `read_articles` decodes. Between the two stands
whoever keeps results by content: a `FileEntry` carries the hash of its bytes.
"""

from pipeline.ingest.duplicates import Duplicates, text_digest
from pipeline.ingest.inventory import FileEntry, Inventory, take_inventory
from pipeline.ingest.opening import MAX_BYTES, ReadFailed
from pipeline.ingest.reading import read_article, read_articles

__all__ = [
    "MAX_BYTES",
    "Duplicates",
    "FileEntry",
    "Inventory",
    "ReadFailed",
    "read_article",
    "read_articles",
    "take_inventory",
    "text_digest",
]
