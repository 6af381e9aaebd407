"""`split`: one labelled dataset and a secret become TRAIN, SAMPLE, PUBLIC_TEST and PRIVATE_TEST."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from holdout_scorer.binary_classification.assign import assign_parts
from holdout_scorer.binary_classification.dataset import Dataset, load_dataset
from holdout_scorer.binary_classification.plants import PlantedColumn, altered_copy, draw_columns
from holdout_scorer.binary_classification.readme import data_readme
from holdout_scorer.binary_classification.spec import HIDDEN_FILES, SPLIT_PARTS, BinarySpec, read_spec
from holdout_scorer.drift import table_drift
from holdout_scorer.errors import AssignmentError
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.tables import MadeRows, Row, csv_bytes
from holdout_scorer.tabular.cut import (
    by_group,
    by_time,
    require_classes,
    require_every_class,
    require_train,
)
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace


@dataclass(frozen=True)
class Parts:
    """The rows of every part, ready to write, and what only the scorer may know."""

    columns: tuple[str, ...]
    train: Sequence[Row]
    sample: list[Row]
    sample_as_train: list[Row]
    hidden: dict[str, list[Row]]
    duplicate_pairs: list[tuple[str, str]]
    members: dict[str, list[int]]


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes bundle-public.tar, bundle-hidden.tar and split.json."""
    spec = read_spec(definition)
    index = job["splitIndex"].integer()
    secret = Keyring.from_hex(job["secretHex"].text(), "job.json.secretHex")
    keys = secret.child(f"{spec.slug}/{spec.version}/split-{index}")
    data = load_dataset(workspace.input("data"), spec)
    planted = draw_columns(spec.columns, keys)
    parts = Splitter(spec, data, planted, keys).split()
    label = spec.target.name
    train = csv_bytes(["id", *parts.columns, label], parts.train)
    sample = csv_bytes(["id", *parts.columns, label], parts.sample)
    public = {
        "data/train.csv": train,
        "data/sample.csv": sample,
        "data/sample_features.csv": csv_bytes(["id", *parts.columns], parts.sample),
        "data/data_dictionary.csv": _dictionary(spec, data, planted, parts.columns),
        "data/README.md": data_readme(spec, len(parts.train), len(parts.sample)).encode(),
    }
    hidden_columns = ["key", "contaminated", "unit", "label", *parts.columns]
    hidden = {HIDDEN_FILES[part]: csv_bytes(hidden_columns, rows) for part, rows in parts.hidden.items()}
    truth = {
        "leakingColumns": [column.name for column in planted if column.leaks],
        "duplicatePairs": parts.duplicate_pairs,
        "baseRate": float(np.mean([int(row[label]) for row in parts.train])),
        "numericColumns": sorted(data.numeric),
    }
    workspace.write("bundle-public.tar", tar_bytes(public))
    workspace.write(
        "bundle-hidden.tar",
        tar_bytes(
            hidden
            | {
                "truth.json": json.dumps(truth).encode(),
                "sample_as_train.csv": csv_bytes(["id", *parts.columns], parts.sample_as_train),
            }
        ),
    )
    contents = {"TRAIN": train, "SAMPLE": sample} | {
        part: hidden[HIDDEN_FILES[part]] for part in HIDDEN_FILES
    }
    counts = {"TRAIN": len(parts.train), "SAMPLE": len(parts.sample)} | {
        part: len(rows) for part, rows in parts.hidden.items()
    }
    commitments = {
        part: {"rows": counts[part], "commitment": keys.commitment(part, content)}
        for part, content in contents.items()
    }
    drift = table_drift(data.rows, data.numeric, parts.members["TRAIN"], parts.members["PRIVATE_TEST"])
    workspace.write_json("split.json", {"parts": commitments, "drift": drift})


@dataclass(frozen=True)
class Splitter:
    spec: BinarySpec
    data: Dataset
    planted: list[PlantedColumn]
    keys: Keyring

    def split(self) -> Parts:
        members = self._members()
        columns = self._columns()
        copied_hidden = self._choose(
            "hidden-copies", members["PUBLIC_TEST"] + members["PRIVATE_TEST"], self.spec.duplicates.hidden
        )
        copied_sample = self._choose("sample-copies", members["SAMPLE"], self.spec.duplicates.sample)
        pairs = [(self._copy_id(row), self._id(row)) for row in copied_sample]
        altered = frozenset(copied_sample[: self.spec.duplicates.altered])
        train = [(self._id(row), row, False) for row in members["TRAIN"]]
        train += [(self._copy_id(row), row, True) for row in copied_hidden + copied_sample]
        train.sort(key=lambda entry: self.keys.digest(f"train-order:{entry[0]}"))
        return Parts(
            columns=columns,
            train=MadeRows(train, lambda entry: self._train_row(*entry, altered)),
            sample=[self._sample_row(row) for row in members["SAMPLE"]],
            sample_as_train=[
                {"id": self._id(row)} | self.data.rows[row] | self._cells(row, True, "as-train")
                for row in members["SAMPLE"]
            ],
            hidden={
                part: [self._hidden_row(row, frozenset(copied_hidden)) for row in members[part]]
                for part in HIDDEN_FILES
            },
            duplicate_pairs=sorted(pairs),
            members=members,
        )

    def _members(self) -> dict[str, list[int]]:
        parts = self._parts()
        # Rows are in the order of their keyed ids, because the order of the original file would reveal who is
        # who.
        order = sorted(range(len(parts)), key=self._id)
        return {name: [row for row in order if parts[row] == name] for name in ("TRAIN", *SPLIT_PARTS)}

    def _parts(self) -> list[str]:
        """Raises AssignmentError that says why the data cannot be split as requested."""
        spec, data = self.spec, self.data
        wanted = spec.counts(len(data.labels))
        require_train(len(data.labels), wanted)
        words = [spec.target.positive if label else "other" for label in data.labels]
        require_classes(words)
        if spec.rule == "group":
            parts = by_group(data.units or (), wanted, self.keys)
        elif spec.rule == "temporal":
            parts = by_time(data.times if data.times is not None else np.zeros(0), wanted, self.keys)
        else:
            parts = assign_parts(self._strata(), wanted, self.keys)
        require_every_class(words, parts)
        return parts

    def _strata(self) -> list[tuple[str, ...]]:
        if self.spec.rule == "random":
            return [()] * len(self.data.labels)
        groups = {item.attribute: item for item in self.spec.sensitive}
        return [
            tuple(str(label) if by == "target" else groups[by].group_of(row) for by in self.spec.strata)
            for row, label in zip(self.data.rows, self.data.labels, strict=True)
        ]

    def _columns(self) -> tuple[str, ...]:
        columns = list(self.data.features)
        generator = self.keys.generator("column-places")
        for column in self.planted:
            columns.insert(int(generator.integers(0, len(columns) + 1)), column.name)
        return tuple(columns)

    def _choose(self, label: str, rows: list[int], count: int) -> list[int]:
        if count > len(rows):
            raise AssignmentError("SPLIT_INVALID", f"{count} duplicates were asked of {len(rows)} rows.")
        return sorted(rows, key=lambda row: self.keys.digest(f"{label}:{row}"))[:count]

    def _id(self, row: int) -> str:
        return self.keys.name(f"id:{row}")

    def _unit(self, row: int) -> str:
        """The unit of dependence of a row: its group, or itself."""
        return self.keys.name(f"unit:{self.data.units[row]}") if self.data.units else self._id(row)

    def _copy_id(self, row: int) -> str:
        return self.keys.name(f"copy-id:{row}")

    def _cells(self, row: int, in_training: bool, label: str) -> Row:
        if not self.planted:
            return {}
        generator = self.keys.generator(f"cells:{label}:{row}")
        outcome = self.data.labels[row]
        return {column.name: column.cell(outcome, in_training, generator) for column in self.planted}

    def _labelled(self, name: str, row: int, features: Row) -> Row:
        return (
            {"id": name, self.spec.target.name: str(self.data.labels[row])}
            | features
            | self._cells(row, True, name)
        )

    def _train_row(self, name: str, row: int, is_copy: bool, altered: frozenset[int]) -> Row:
        features = self.data.rows[row]
        if is_copy and row in altered:
            numeric = sorted(self.data.numeric)
            features = altered_copy(features, numeric, self.keys.generator(f"altered:{row}"))
        return self._labelled(name, row, features)

    def _sample_row(self, row: int) -> Row:
        label = {self.spec.target.name: str(self.data.labels[row])}
        return {"id": self._id(row)} | self.data.rows[row] | self._cells(row, False, "decision") | label

    def _hidden_row(self, row: int, contaminated: frozenset[int]) -> Row:
        fixed = {
            "key": self._id(row),
            "contaminated": str(int(row in contaminated)),
            "unit": self._unit(row),
            "label": str(self.data.labels[row]),
        }
        return fixed | self.data.rows[row] | self._cells(row, False, "decision")


def _dictionary(
    spec: BinarySpec, data: Dataset, planted: list[PlantedColumn], columns: tuple[str, ...]
) -> bytes:
    described = data.dictionary.by("column") | {
        c.name: {"column": c.name, "type": "number", "unit": "", "description": c.description}
        for c in planted
    }
    first = {"column": "id", "type": "text", "unit": "", "description": "Name of the row; means nothing"}
    outcome = {
        "column": spec.target.name,
        "type": "0 or 1",
        "unit": "",
        "description": f"{spec.target.label}: 1 yes, 0 no (train.csv and sample.csv only)",
    }
    return csv_bytes(data.dictionary.columns, [first, *(described[name] for name in columns), outcome])
