"""What an assignment with a labelled table declares."""

from dataclasses import dataclass
from typing import Literal

from holdout_scorer.node import Node
from holdout_scorer.rubric import Rubric, read_rubric

Kind = Literal["regression", "multiclass"]
SAMPLE = "SAMPLE"
HIDDEN_FILES = {"PUBLIC_TEST": "public_test.csv", "PRIVATE_TEST": "private_test.csv"}
PARTS = (SAMPLE, "PUBLIC_TEST", "PRIVATE_TEST")
RULES = ("stratified", "random", "group", "temporal")
LEAST_ROWS = 15
# A share of a large table asks for no more: intervals get no better that anyone would notice.
MOST_ROWS = {SAMPLE: 2_000, "PUBLIC_TEST": 6_000, "PRIVATE_TEST": 14_000}


@dataclass(frozen=True)
class TabularSpec:
    """`rows` says how many rows a part gets; `shares` what part of all rows where `rows` says nothing."""

    kind: Kind
    slug: str
    version: int
    file: str
    dictionary: str | None
    id: str | None
    group: str | None
    time: str | None
    target: str
    published: str
    label: str
    rule: str
    strata: tuple[str, ...]
    rows: dict[str, int]
    shares: dict[str, float]
    max_bytes: int
    twins: int
    tolerance: float
    perturbed: int
    relative: float
    rubric: Rubric

    def counts(self, total: int) -> dict[str, int]:
        """Rows of each part but TRAIN, of `total` rows."""
        return part_sizes(self.rows, self.shares, total, LEAST_ROWS)


def read_spec(definition: Node, kind: Kind) -> TabularSpec:
    """Raises AssignmentError naming the path of what is missing or wrong."""
    dataset, split = definition["dataset"], definition["split"]
    target, probes = dataset["target"], definition["probes"]
    column = target["column"].text().lower()
    rule = read_rule(split, dataset)
    by = split.get("by")
    names = {SAMPLE: "sample", "PUBLIC_TEST": "public", "PRIVATE_TEST": "private"}
    published = optional_name(target, "publishAs") or column
    return TabularSpec(
        kind=kind,
        slug=definition["slug"].text(),
        version=definition["version"].integer(at_least=1),
        file=dataset["file"].text(),
        dictionary=optional_name(dataset, "dictionary"),
        id=optional_name(dataset, "id", none="none"),
        group=optional_name(dataset, "group"),
        time=optional_name(dataset, "time"),
        target=column,
        published=published,
        label=optional_name(target, "label") or column,
        rule=rule,
        strata=tuple(name.lower() for name in by.texts()) if by else ("target",),
        rows={
            part: node.integer(at_least=LEAST_ROWS)
            for part, name in names.items()
            if (node := split.get(f"{name}Rows")) is not None
        },
        shares={part: split[f"{name}Share"].number() for part, name in names.items()},
        max_bytes=definition["outputs"]["predictions"]["maxBytes"].integer(at_least=1024),
        twins=probes["rowIndependence"]["twins"].integer(1),
        tolerance=probes["rowIndependence"]["tolerance"].number(),
        perturbed=probes["perturbed"]["rows"].integer(1),
        relative=probes["perturbed"]["relative"].number(),
        rubric=read_rubric(definition),
    )


def part_sizes(rows: dict[str, int], shares: dict[str, float], total: int, least: int) -> dict[str, int]:
    """`rows` where it names a part, else its share within bounds."""
    return {p: rows.get(p) or min(max(least, round(shares[p] * total)), MOST_ROWS[p]) for p in PARTS}


def read_rule(split: Node, dataset: Node) -> str:
    """How rows are cut. Raises AssignmentError when the rule lacks its column."""
    rule = split["rule"].one_of(*RULES)
    if rule == "group" and not optional_name(dataset, "group"):
        raise split["rule"].wrong("`group` needs `dataset.group`: the column whose values stay together")
    if rule == "temporal" and not optional_name(dataset, "time"):
        raise split["rule"].wrong("`temporal` needs `dataset.time`: a column of ISO 8601 dates or numbers")
    return rule


def optional_name(node: Node, key: str, none: str = "") -> str | None:
    found = node.get(key)
    if found is None or found.value == none:
        return None
    value = found.text()
    return value if key in ("dictionary", "label") else value.lower()
