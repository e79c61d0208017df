"""Files that are no text: their blocks become a rendering that offsets refer to, which is read as pages are read.

What the file marks (headings, lists, tables) is taken over; everything else is told by form and place, as in
`web_text`.
"""

from pipeline.parse.rendered.blocks import Block, BlockCell, Stated
from pipeline.parse.rendered.page import read_blocks

__all__ = ["Block", "BlockCell", "Stated", "read_blocks"]
