"""Makes data/descriptions.csv.gz from the package lists of a Debian release.

    python3 prepare.py Packages Translation-en data/descriptions.csv.gz

Both files are the plain lists of the release's section `main`: `apt-get update` with Acquire::Languages "en"
fetches them. One package stands for each source package, and no two rows share their text, so that a training
row never answers a hidden one.
"""

import csv
import gzip
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SECTIONS = (
    "admin",
    "database",
    "electronics",
    "games",
    "graphics",
    "mail",
    "net",
    "science",
    "sound",
    "text",
    "video",
    "web",
)
MOST_PER_SECTION = 420
MOST_LETTERS = 600
FEWEST_LETTERS = 80


def stanzas(path: Path) -> Iterator[dict[str, str]]:
    """Paragraphs of a control file: field to value, continuation lines joined by newlines."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        fields: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            if line.startswith(" "):
                fields[name] += "\n" + line[1:]
            elif ":" in line:
                name, _, value = line.partition(":")
                fields[name] = value.strip()
        if fields:
            yield fields


def plain(description: str, words: set[str]) -> str:
    """Short and long description on one line; the names of the package and its source are masked."""
    text = " ".join(part for line in description.splitlines() if (part := line.strip()) not in ("", "."))
    for word in sorted(words, key=len, reverse=True):
        text = re.sub(rf"(?<![\w-]){re.escape(word)}(?![\w-])", "PACKAGE", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+", " ", text)
    return text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS].rsplit(" ", 1)[0]


def main() -> None:
    packages, translation, out = map(Path, sys.argv[1:4])
    long = {s["Description-md5"]: s["Description-en"] for s in stanzas(translation) if "Description-en" in s}
    rows, sources, texts = [], set(), set()
    taken: Counter[str] = Counter()
    for stanza in sorted(stanzas(packages), key=lambda s: s.get("Description-md5", "")):
        section = stanza.get("Section", "")
        source = stanza.get("Source", stanza["Package"]).split(" ")[0]
        description = long.get(stanza.get("Description-md5", ""))
        if section not in SECTIONS or source in sources or description is None:
            continue
        text = plain(description, {stanza["Package"], source})
        if len(text) < FEWEST_LETTERS or text in texts or taken[section] >= MOST_PER_SECTION:
            continue
        sources.add(source)
        texts.add(text)
        taken[section] += 1
        rows.append((source, text, section))
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(("source", "description", "section"))
    writer.writerows(sorted(rows))
    out.write_bytes(gzip.compress(buffer.getvalue().encode(), 9, mtime=0))
    print(len(rows), dict(taken))


if __name__ == "__main__":
    main()
