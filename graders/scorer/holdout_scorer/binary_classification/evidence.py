"""The files of a run that `score` reads, validated and aligned with the labels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Bools, Floats
from holdout_scorer.binary_classification.job import SAMPLE, Judged, read_judged, read_sample
from holdout_scorer.binary_classification.plan import predictions_of
from holdout_scorer.binary_classification.predictions import Prediction, read_predictions
from holdout_scorer.binary_classification.report import FILE, LeakageReport, read_report
from holdout_scorer.binary_classification.spec import BinarySpec
from holdout_scorer.calls import AGAIN, FIRST_CALL
from holdout_scorer.errors import AssignmentError, RejectedError, Rejection
from holdout_scorer.node import Node
from holdout_scorer.tables import Row
from holdout_scorer.tabular.audit import Suspect, kind_of
from holdout_scorer.workspace import Workspace


@dataclass(frozen=True)
class Answers:
    """Labels, probabilities and decisions of the same rows, in the same order."""

    rows: Sequence[Row]
    y: Floats
    p: Floats
    d: Floats

    def where(self, mask: Bools) -> "Answers":
        rows = tuple(row for row, keep in zip(self.rows, mask, strict=True) if keep)
        return Answers(rows, self.y[mask], self.p[mask], self.d[mask])

    def both_classes(self) -> bool:
        return bool(0 < self.y.sum() < self.y.size)


@dataclass(frozen=True)
class Truth:
    leaking: list[str]
    duplicates: list[tuple[str, str]]
    base_rate: float


@dataclass(frozen=True)
class Evidence:
    """`main`: graded rows (contaminated ones left out). `again`: the same rows after the same training.
    `leanings`: for each suspicious column, probabilities of some sample rows as they are, and with other
    cells of it.

    Probes: (kind → answers); `twin` rows carry main keys.
    """

    main: Answers
    main_by_key: Mapping[str, Prediction]
    sample: Answers
    probes: Mapping[str, Answers]
    permuted: list[Answers]
    again: Answers | None
    leanings: list[tuple[Suspect, Floats, Floats]]
    report: LeakageReport
    truth: Truth | None
    base_rate: float


def gather(workspace: Workspace, spec: BinarySpec, split: str) -> Evidence:
    """Raises RejectedError for the first malformed student file, AssignmentError when the platform's files
    disagree.
    """
    plan = workspace.read_json("plan/secret.json")
    meanings = {call: _meanings(node) for call, node in plan["calls"].entries()}
    main_call = plan["main"].one_of("sample", "hidden")
    judged = read_judged(workspace, split, spec.target.name)
    sample = judged if split == SAMPLE else read_sample(workspace, spec.target.name)
    answers = {call: _read(workspace, spec, call, ids) for call, ids in meanings.items()}
    by_key = {meaning["key"]: answers[main_call][name] for name, meaning in meanings[main_call].items()}
    sample_by_key = {meaning["key"]: answers["sample"][name] for name, meaning in meanings["sample"].items()}

    def retrained(training: str) -> Answers:
        found = _read(workspace, spec, predictions_of(training), meanings[main_call])
        keyed = {meaning["key"]: found[name] for name, meaning in meanings[main_call].items()}
        return _clean(_line_up(judged.table.rows, keyed))

    report = read_report(workspace.input(f"outputs/{FIRST_CALL}/reports/{FILE}"), spec.report)
    truth = _truth(workspace) if workspace.has("hidden/truth.json") else None
    return Evidence(
        main=_clean(_line_up(judged.table.rows, by_key)),
        main_by_key=by_key,
        sample=_line_up(sample.table.rows, sample_by_key),
        probes=_probes(judged, sample, meanings["probe"], answers["probe"]),
        permuted=[retrained(training) for training in plan["trainings"].texts()],
        again=retrained(AGAIN) if plan["again"].flag() else None,
        leanings=_leanings(plan["suspects"], sample_by_key, meanings["probe"], answers["probe"]),
        report=report,
        truth=truth,
        base_rate=truth.base_rate
        if truth
        else float(np.mean([int(row["label"]) for row in sample.table.rows])),
    )


def _meanings(node: Node) -> dict[str, dict[str, str]]:
    return {
        name: {"key": entry["key"].text(), "kind": entry["kind"].text()} for name, entry in node.entries()
    }


def _read(
    workspace: Workspace, spec: BinarySpec, call: str, ids: Mapping[str, dict[str, str]]
) -> dict[str, Prediction]:
    path, shown = f"outputs/{call}/predictions.csv", f"predictions/{call}.csv"
    if not workspace.has(path):
        rule = "the call must write predictions.csv"
        raise RejectedError(Rejection("MISSING_IDS", f"{shown}: {rule}.", shown, None, rule))
    return read_predictions(
        workspace.input(path), shown, spec.prediction_columns, spec.max_prediction_bytes, ids
    )


def _line_up(rows: Sequence[Row], by_key: Mapping[str, Prediction]) -> Answers:
    try:
        found = [by_key[row["key"]] for row in rows]
    except KeyError as error:
        raise AssignmentError(
            "INPUT_MISMATCH", "The plan and the hidden rows are of different splits."
        ) from error
    return Answers(
        rows,
        np.array([float(row["label"]) for row in rows]),
        np.array([item.probability for item in found]),
        np.array([float(item.decision) for item in found]),
    )


def _clean(answers: Answers) -> Answers:
    return answers.where(np.array([row["contaminated"] == "0" for row in answers.rows]))


def _probes(
    judged: Judged, sample: Judged, meanings: Mapping[str, dict[str, str]], found: Mapping[str, Prediction]
) -> dict[str, Answers]:
    """Probe rows by kind. Rows with a copy in TRAIN are kept, because independence must hold for them too."""
    tables = {"twin": judged.table, "perturbed": judged.table, "as-train": sample.table}
    probes = {}
    for kind, table in tables.items():
        keyed = {m["key"]: found[name] for name, m in meanings.items() if m["kind"] == kind}
        probes[kind] = _line_up(tuple(row for row in table.rows if row["key"] in keyed), keyed)
    return probes


def _leanings(
    suspects: Node,
    before: Mapping[str, Prediction],
    meanings: Mapping[str, dict[str, str]],
    found: Mapping[str, Prediction],
) -> list[tuple[Suspect, Floats, Floats]]:
    leanings = []
    for place, node in enumerate(suspects.each()):
        asked = {name: m["key"] for name, m in meanings.items() if m["kind"] == kind_of(place)}
        as_they_are = np.array([before[key].probability for key in asked.values()])
        with_others = np.array([found[name].probability for name in asked])
        leanings.append((Suspect.read(node), as_they_are, with_others))
    return leanings


def _truth(workspace: Workspace) -> Truth:
    node = workspace.read_json("hidden/truth.json")
    pairs = [pair.texts() for pair in node["duplicatePairs"].each()]
    return Truth(
        leaking=list(node["leakingColumns"].texts()),
        duplicates=[(pair[0], pair[1]) for pair in pairs],
        base_rate=node["baseRate"].number(),
    )
