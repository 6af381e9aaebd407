"""The most frequent items a user does not know; standard library only."""

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

data, histories, out = map(Path, sys.argv[1:])
with (data / "train.csv").open() as file:
    frequent = [item for item, _ in Counter(row["item"] for row in csv.DictReader(file)).most_common()]
known: defaultdict[str, set[str]] = defaultdict(set)
with histories.open() as file:
    for row in csv.DictReader(file):
        known[row["user"]].add(row["item"])
with out.open("w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["user", "rank", "item"])
    for user, items in known.items():
        unseen = [item for item in frequent if item not in items][:10]
        writer.writerows([user, rank, item] for rank, item in enumerate(unseen, start=1))
