"""Whether a text is Markdown: several of its marks together, a stray asterisk or hash sign is none."""

import re

from pipeline.parse.markdown.front_matter import read_front_matter

SAMPLE = 50_000
ENOUGH = 4
MARKS = (  # pattern, weight, so often at most
    (re.compile(r"^#{1,6} +(?![\d#])\S.{0,200}$", re.MULTILINE), 2, 2),
    (re.compile(r"\[[^\[\]\n]{1,300}\]\((?:<[^<>\n]{1,500}>|[^()\s]{1,500})(?: +[\"'(][^\n]{0,200})?\)"), 2, 2),
    (re.compile(r"^\[[^\[\]\n]{1,100}\]: +\S+$", re.MULTILINE), 2, 1),
    (re.compile(r"(?<![\w*])\*\*(?=\S)[^*\n]{1,200}(?<=\S)\*\*(?![\w*])"), 1, 2),
    (re.compile(r"(?<![\w_])__(?=\S)[^_\n]{1,200}(?<=\S)__(?![\w_])"), 1, 1),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])[^*\n]{1,100}(?<=[^\s*])\*(?![\w*])"), 1, 1),
    (
        re.compile(
            r"^\|.{1,2000}\|[ \t]*\n\|?[ \t]*:?-{3,50}:?[ \t]*(?:\|[ \t]*:?-{3,50}:?[ \t]*){1,100}\|?[ \t]*$", re.M
        ),
        2,
        1,
    ),
    (re.compile(r"^```[\w+-]{0,20}[ \t]*$", re.MULTILINE), 1, 1),
    (re.compile(r"^[^\s=#].{2,200}\n={3,80}[ \t]*$", re.MULTILINE), 2, 1),
)


def recognises(text: str) -> bool:
    """Whether the text begins with front matter, or holds enough marks of different weight."""
    if read_front_matter(text).values:
        return True
    sample = text[:SAMPLE].replace("\r\n", "\n").replace("\r", "\n")
    score = 0
    for pattern, weight, most in MARKS:
        found = 0
        for found, _ in enumerate(pattern.finditer(sample), start=1):
            if found == most:
                break
        score += weight * found
        if score >= ENOUGH:
            return True
    return False
