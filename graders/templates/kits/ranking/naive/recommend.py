"""Naive: the items that most people liked, for everyone who does not know them yet."""

import argparse
import csv
import json
from collections import Counter, defaultdict
from pathlib import Path

LENGTH = int("@outputs.topk.length@")


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("data", "histories", "topk"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    relevant_from = json.loads((arguments.data / "facts.json").read_text())["relevantFrom"]
    rows = read(arguments.data / "train.csv")
    liked = Counter({row["item"]: 0 for row in rows})
    liked.update(row["item"] for row in rows if float(row["rating"] or "1") >= relevant_from)
    popular = [item for item, _ in liked.most_common()]
    known: defaultdict[str, set[str]] = defaultdict(set)
    for row in read(arguments.histories):
        known[row["user"]].add(row["item"])
    with arguments.topk.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["user", "rank", "item"])
        for user, items in known.items():
            fresh = [item for item in popular if item not in items][:LENGTH]
            writer.writerows([user, rank, item] for rank, item in enumerate(fresh, start=1))


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
