"""`score`: predictions and outcomes become metrics, points, gates, findings and plots."""

import numpy as np

from holdout_scorer.anchors import read_anchors
from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.bootstrap import (
    FEW,
    HELD_OF_FEW,
    MeanOfUnits,
    once,
    percentile_interval,
    resample_counts,
    widened,
)
from holdout_scorer.calls import AGAIN
from holdout_scorer.errors import AssignmentError, RejectedError
from holdout_scorer.grading import Measure, grade, points_result
from holdout_scorer.node import Node
from holdout_scorer.result import Finding, GradingResult, plain, rejected
from holdout_scorer.tabular.audit import Suspect, kind_of
from holdout_scorer.tabular.plots import calibration_plot
from holdout_scorer.tabular.predictions import lined_up, read_predictions
from holdout_scorer.tabular.rows import Judged, read_judged, train_labels
from holdout_scorer.tabular.scale import Scale, scale_of
from holdout_scorer.tabular.spec import HIDDEN_FILES, SAMPLE, Kind, TabularSpec, read_spec
from holdout_scorer.tabular.verdicts import Evidence, judge
from holdout_scorer.workspace import Workspace

# Weights of one batch of resamples: 160 MB of 64-bit numbers.
BATCH_CELLS = 20_000_000


def score(workspace: Workspace, definition: Node, job: Node, kind: Kind) -> None:
    """Writes result.json and, for a scored run, resamples.f64."""
    spec = read_spec(definition, kind)
    split = job["split"].one_of(SAMPLE, *HIDDEN_FILES)
    try:
        result, draws = _scored(workspace, spec, split, job)
    except RejectedError as error:
        result, draws = rejected(split, spec.rubric.pass_mark, error.rejection), None
    workspace.write_json("result.json", plain(result))
    if draws is not None:
        workspace.write("resamples.f64", draws)


def _scored(workspace: Workspace, spec: TabularSpec, split: str, job: Node) -> tuple[GradingResult, bytes]:
    scale = scale_of(spec, train_labels(workspace, spec))
    judged = read_judged(workspace, spec, split)
    evidence = _evidence(workspace, spec, split, judged, scale)
    measures = _measures(spec, scale, judged, evidence, job["resampleSeed"].integer())
    gates, findings = judge(spec, scale, evidence)
    graded = grade(measures, read_anchors(job["anchors"]), spec.rubric)
    total = graded.capped(gates, spec.rubric)
    shown = points_result(total, spec.rubric.level)
    if np.ptp(evidence.p, axis=0).max() == 0.0:
        message = "All rows got the same prediction. Check that predict reads the model it was given."
        findings.append(Finding("degenerate", "FLAG", message))
    failed = any(gate.status == "FAILED" for gate in gates)
    plots = [calibration_plot(scale, evidence.sample_y, evidence.sample_p, "SAMPLE")]
    if split != SAMPLE:
        plots.insert(0, calibration_plot(scale, evidence.y, evidence.p, "HIDDEN_AGGREGATED"))
    result = GradingResult(
        split=split,
        passMark=spec.rubric.pass_mark,
        status="SCORED",
        metrics=[measure.to_result(split, spec.rubric) for measure in measures.values()],
        criteria=graded.criteria,
        points=shown,
        gates=gates,
        findings=findings,
        plots=plots,
        passed=shown.value >= spec.rubric.pass_mark and not failed,
    )
    return result, total.draws.astype("<f8").tobytes()


def _evidence(workspace: Workspace, spec: TabularSpec, split: str, judged: Judged, scale: Scale) -> Evidence:
    secret = workspace.read_json("plan/secret.json")
    main = secret["main"].one_of("sample", "hidden")
    ids = {
        call: {name: (m["kind"].text(), m["key"].text()) for name, m in node.entries()}
        for call, node in secret["calls"].entries()
    }

    def answers(call: str, of: str) -> dict[tuple[str, str], tuple[float, ...]]:
        path = f"outputs/{call}/predictions.csv"
        shown = f"{call}/predictions.csv"
        unit = bool(scale.classes)
        found = read_predictions(
            workspace.input(path), shown, scale.columns, spec.max_bytes, ids[of].keys(), unit
        )
        return {ids[of][name]: numbers for name, numbers in found.items()}

    def of_rows(found: dict[tuple[str, str], tuple[float, ...]], kind: str, keys: list[str]) -> Floats:
        return lined_up({key: found[(kind, key)] for key in keys}, keys)

    sample = judged if split == SAMPLE else read_judged(workspace, spec, SAMPLE)
    keys, sample_keys = [row["key"] for row in judged.rows], [row["key"] for row in sample.rows]
    by_call = {call: answers(call, call) for call in ids}
    p = of_rows(by_call[main], "row", keys)
    place = {key: at for at, key in enumerate(keys)}
    twins = [key for kind, key in by_call["probe"] if kind == "twin"]
    changed = [key for kind, key in by_call["probe"] if kind == "perturbed"]

    def retrained(name: str) -> Floats:
        return of_rows(answers(f"{name}-predict", main), "row", keys)

    def leaning(place: int, suspect: Suspect) -> tuple[Suspect, Floats, Floats]:
        asked = [key for kind, key in by_call["probe"] if kind == kind_of(place)]
        before = of_rows(by_call["sample"], "row", asked)
        return suspect, before, of_rows(by_call["probe"], kind_of(place), asked)

    suspects = [Suspect.read(node) for node in secret["suspects"].each()]
    return Evidence(
        y=scale.truth([row["label"] for row in judged.rows]),
        p=p,
        sample_y=scale.truth([row["label"] for row in sample.rows]),
        sample_p=of_rows(by_call["sample"], "row", sample_keys),
        twin_at=np.array([place[key] for key in twins], dtype=np.int64),
        twin_p=of_rows(by_call["probe"], "twin", twins),
        changed_at=np.array([place[key] for key in changed], dtype=np.int64),
        changed_p=of_rows(by_call["probe"], "perturbed", changed),
        permuted=[retrained(name) for name in secret["trainings"].texts()],
        again=retrained(AGAIN) if secret["again"].flag() else None,
        leanings=[leaning(place, suspect) for place, suspect in enumerate(suspects)],
    )


def _measures(
    spec: TabularSpec, scale: Scale, judged: Judged, evidence: Evidence, seed: int
) -> dict[str, Measure]:
    formulas = scale.formulas(evidence.y, evidence.p)
    for metric in spec.rubric.metrics:
        if metric.name not in formulas:
            known = ", ".join(sorted(formulas))
            raise AssignmentError(
                "ASSIGNMENT_INVALID", f"This template has no metric `{metric.name}`. It has {known}."
            )
    units, unit_of = np.unique([row["unit"] for row in judged.rows], return_inverse=True)
    n, total = evidence.y.size, spec.rubric.resamples
    batch = max(1, min(total, BATCH_CELLS // n))
    # Skew matters where units are few; counts of very many would fill the memory.
    means = _means(scale, evidence, unit_of) if units.size * total <= BATCH_CELLS else {}
    drawn: dict[str, list[Floats]] = {metric.name: [] for metric in spec.rubric.metrics}
    kept: list[Floats] = []
    for start in range(0, total, batch):
        # Units are drawn, not rows: rows of one group are dependent.
        counts = resample_counts(units.size, min(batch, total - start), seed + start)
        kept += [counts] if means else []
        by_row = counts[:, unit_of]
        for name, values in drawn.items():
            if name not in means:
                values.append(formulas[name](by_row))
    measures = {}
    for metric in spec.rubric.metrics:
        value = float(formulas[metric.name](once(n))[0])
        mean = means.get(metric.name)
        if mean:
            draws = mean.draws(np.concatenate(kept))
        else:
            draws = widened(np.concatenate(drawn[metric.name]), value, units.size, spec.rubric.level)
        low, high = percentile_interval(draws, spec.rubric.level)
        method = _method(mean, units.size, n)
        measures[metric.name] = Measure(metric, value, low, high, n, method, draws)
    return measures


def _means(scale: Scale, evidence: Evidence, unit_of: Ints) -> dict[str, MeanOfUnits]:
    sizes = np.bincount(unit_of).astype(np.float64)
    return {
        name: MeanOfUnits(np.bincount(unit_of, loss).astype(np.float64), sizes, is_root)
        for name, (loss, is_root) in scale.losses(evidence.y, evidence.p).items()
    }


def _method(mean: MeanOfUnits | None, units: int, rows: int) -> str:
    method = ("bootstrap-t" if mean else "bootstrap percentile") + (
        "" if units == rows else ", groups drawn whole"
    )
    if mean and mean.is_root and units < FEW:
        return f"{method}; of so few it holds in {HELD_OF_FEW:.0%} of samples rather than 95 %"
    return method
