"""Text copied or scraped from web pages: news, features, awards reports, with page furniture around and within.

Lines are read by their form first (furniture, captions, datelines, sentences); what is left are short lines, and
those are read by where they stand: the headline above the text, headings and lists within it, menus below it.
"""

from pipeline.parse.web_text.page import NAME, read, recognises

__all__ = ["NAME", "read", "recognises"]
