"""What a run left, read and lined up with what only the scorer knows."""

import hashlib
from dataclasses import dataclass, field

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.errors import AssignmentError
from holdout_scorer.node import Node
from holdout_scorer.service.data import Columns, load_columns, on_scale
from holdout_scorer.service.probes import Probes, read_probes
from holdout_scorer.service.reports import (
    Facts,
    as_mapping,
    numbers,
    read_alarms,
    read_json_file,
    read_verdicts,
    reject,
)
from holdout_scorer.service.spec import SAMPLE, ServiceSpec
from holdout_scorer.workspace import Workspace

TINY = 1e-9
Check = tuple[str, bool]
# What is as agreed and may be declined all the same: a number that the model cannot hold, a body of
# unknown length (RFC 9110, 15.5.12).
MAY_REFUSE = {"number-of-300-digits": range(400, 500), "body-in-chunks": (411,)}

NONE = np.zeros(0)


@dataclass(frozen=True)
class Batches:
    """Zeros and ones: faulty, refused and faulty, refused though clean, blamed rightly."""

    faulty: Floats
    caught: Floats
    alarmed: Floats
    blamed: Floats


@dataclass(frozen=True)
class Streams:
    """Zeros and ones per stream, and (start of drift, first alarm)."""

    hits: Floats
    false: Floats
    missed: Floats
    starts: list[tuple[int | None, int | None]]


@dataclass(frozen=True)
class Evidence:
    """Arrays are in the order of the rows, batches and streams as planned."""

    columns: Columns
    errors: Floats
    predicted: Floats
    checks: dict[str, list[Check]]
    student_ms: Floats
    trivial_ms: Floats
    served: Floats
    trivial_served: float
    ready_ms: float
    probes: Probes
    batches: Batches = field(default_factory=lambda: Batches(NONE, NONE, NONE, NONE))
    streams: Streams = field(default_factory=lambda: Streams(NONE, NONE, NONE, []))
    stale: Floats | None = None
    retrained: Floats | None = None
    lineage: list[tuple[str, str]] = field(default_factory=list)


def gather(workspace: Workspace, spec: ServiceSpec, split: str) -> Evidence:
    """Raises RejectedError for a file or a service that cannot be scored."""
    stem = "sample" if split == SAMPLE else "hidden"
    columns = load_columns(workspace)
    secret = workspace.read_json("plan/secret.json")
    truth = secret[f"{stem}-serve"]
    path = workspace.input(f"outputs/{stem}-serve/report.json")
    if not path.is_file():
        raise AssignmentError("INPUT_UNREADABLE", "The driver left no report.")
    report = as_mapping(read_json_file(path, "report.json"))
    target = [node.number() for node in truth["target"].each()]
    predicted = _predictions(report, len(target), columns)
    load = as_mapping(report.get("load"))
    student, trivial = as_mapping(load.get("student")), as_mapping(load.get("trivial"))
    operations, stale, retrained = _operations(report, truth, columns)
    registry, lineage = _registry(workspace, spec, report) if spec.registry else ([], [])
    return Evidence(
        columns=columns,
        errors=_errors(predicted, target, columns),
        predicted=predicted,
        checks={
            "contract": _contract(report),
            "operations": operations + _skew(workspace, report, predicted),
            "registry": registry,
        },
        student_ms=_times(student),
        trivial_ms=_times(trivial),
        served=_served(student),
        trivial_served=float(_served(trivial).mean()),
        ready_ms=_number(report.get("readyMs")),
        probes=read_probes(workspace, report, truth, predicted, columns),
        stale=stale,
        retrained=retrained,
        lineage=lineage,
        batches=_judge_batches(workspace, spec, secret, stem),
        streams=_judge_streams(workspace, spec, secret, stem),
    )


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _predictions(report: Facts, count: int, columns: Columns) -> Floats:
    if report.get("readyMs") is None:
        raise reject("SERVICE_NOT_READY", "serve", "GET /health on port 8080 did not answer 200 within 30 s")
    found = numbers(report.get("predictions"), count)
    if found is None:
        rule = 'POST /predict must answer valid rows with 200 and {"predictions": one finite number a row}'
        raise reject("PREDICTIONS_INVALID", "serve", rule)
    if columns.unit is None and min(found) <= 0:
        raise reject("OUT_OF_RANGE", "serve", "every prediction must be above 0")
    return np.array(found)


def _errors(predicted: Floats, target: list[float], columns: Columns) -> Floats:
    y = np.array([on_scale(value, columns.unit) for value in target])
    p = np.log(predicted) if columns.unit is None else predicted
    return np.asarray(np.abs(p - y))


def _times(side: Facts) -> Floats:
    value = side.get("ms")
    found = [float(x) for x in value if isinstance(x, int | float)] if isinstance(value, list) else []
    return np.array(found or [5000.0])


def _served(side: Facts) -> Floats:
    sent, ok = int(_number(side.get("sent"))), int(_number(side.get("ok")))
    return np.array([1.0] * ok + [0.0] * max(sent - ok, 0)) if sent else np.zeros(1)


def _contract(report: Facts) -> list[Check]:
    health = as_mapping(report.get("health"))
    checks = [("health-object", health.get("status") == 200 and health.get("isObject") is True)]
    checks.append(("health-version", isinstance(as_mapping(health.get("body")).get("version"), str)))
    for ask in _asks(report, "malformed"):
        checks.append((str(ask.get("name")), _is_refused(ask)))
    for ask in _asks(report, "unusual"):
        name = str(ask.get("name"))
        declined = name in MAY_REFUSE and _is_refused(ask) and ask.get("status") in MAY_REFUSE[name]
        checks.append((name, ask.get("predicted") is True or declined))
    checks.append(("alive-afterwards", isinstance(report.get("afterMalformed"), list)))
    return checks


def _asks(report: Facts, key: str) -> list[Facts]:
    found = report.get(key)
    return [as_mapping(ask) for ask in found] if isinstance(found, list) else []


def _is_refused(ask: Facts) -> bool:
    status = ask.get("status")
    return isinstance(status, int) and 400 <= status < 500


def _same(a: object, b: object, tolerance: float = TINY) -> bool:
    """Two lists of numbers, equal up to a relative tolerance. None and other shapes are never equal."""
    if not isinstance(a, list) or numbers(b, len(a)) is None or numbers(a, len(a)) is None or not a:
        return False
    return bool(np.allclose(np.array(a), np.array(b), rtol=tolerance, atol=tolerance))


def _skew(workspace: Workspace, report: Facts, predicted: Floats) -> list[Check]:
    alone = report.get("alone")
    together = predicted[: len(alone)].tolist() if isinstance(alone, list) else None
    return [
        ("row-alone-as-in-batch", _same(together, alone, 1e-6)),
        ("offline-as-served", _offline(workspace)),
    ]


def _offline(workspace: Workspace) -> bool:
    """What training wrote down for the sample is what the service answers for it."""
    path = workspace.input("outputs/train/reports/offline.json")
    report_path = workspace.input("outputs/sample-serve/report.json")
    if not path.is_file() or not report_path.is_file():
        return False
    written = as_mapping(read_json_file(path, "offline.json"))
    served = as_mapping(read_json_file(report_path, "report.json")).get("predictions")
    ids = workspace.read_json("plan/secret.json")["sample-serve"]["ids"].texts()
    return _same([written.get(name) for name in ids], served, 1e-6)


def _operations(
    report: Facts, truth: Node, columns: Columns
) -> tuple[list[Check], Floats | None, Floats | None]:
    """Shadow, activation and rollback; and the errors on changed rows before and after retraining."""
    judged = truth.get("judgedTarget")
    if judged is None:
        return [], None, None
    target = [node.number() for node in judged.each()]
    facts = as_mapping(report.get("retrain"))
    before, health = facts.get("before"), as_mapping(as_mapping(facts.get("retrain")).get("body"))
    served = [before, facts.get("active")]
    checks = [
        ("retraining-activates-nothing", _same(before, facts.get("afterRetrain"))),
        (
            "retraining-beside-the-traffic",
            health.get("version") is not None and _only(facts.get("whileRetraining"), [before]),
        ),
        ("switching-beside-the-traffic", _only(facts.get("whileSwitching"), served)),
        ("activating-twice-is-once", _same(before, facts.get("rolledBackAfterTwo"))),
        ("shadow-answers-with-the-active", _shadow_is_silent(facts)),
        ("shadow-difference-is-true", _shadow_is_true(facts, columns)),
        (
            "activation-changes-the-version",
            health.get("version") is not None
            and _version(facts.get("healthActive")) == health.get("version"),
        ),
        (
            "rollback-restores-predictions",
            _same(before, facts.get("rolledBack")) and not _same(before, facts.get("active")),
        ),
        (
            "rollback-restores-the-version",
            _version(report.get("health")) is not None
            and _version(facts.get("healthRolledBack")) == _version(report.get("health")),
        ),
    ]
    stale = numbers(facts.get("stale"), len(target))
    retrained = numbers(facts.get("retrained"), len(target))

    def errors(found: list[float] | None) -> Floats | None:
        if found is None or (columns.unit is None and min(found) <= 0):
            return None
        return _errors(np.array(found), target, columns)

    return checks, errors(stale), errors(retrained)


def _only(answers: object, expected: list[object]) -> bool:
    """Whether every answer that traffic got is one of these, and there was one."""
    if not isinstance(answers, list) or not answers:
        return False
    return all(any(_same(answer, each) for each in expected) for answer in answers)


def _version(health: object) -> object:
    return as_mapping(as_mapping(health).get("body")).get("version")


def _shadow_is_silent(facts: Facts) -> bool:
    stale, served = facts.get("stale"), facts.get("shadowServed")
    return isinstance(stale, list) and isinstance(served, list) and _same(stale[: len(served)], served)


def _shadow_is_true(facts: Facts, columns: Columns) -> bool:
    """The shadow's mean absolute difference is what the platform finds once the candidate is active."""
    served, candidate = facts.get("shadowServed"), facts.get("candidate")
    body = as_mapping(as_mapping(facts.get("shadowReport")).get("body"))
    told, count = body.get("meanAbsoluteDifference"), body.get("rows")
    if not isinstance(served, list) or not isinstance(told, int | float) or count != len(served):
        return False
    found = numbers(candidate, len(served))
    if found is None or (columns.unit is None and min(*found, *served) <= 0):
        return False
    a, b = np.array(found), np.array(served)
    difference = np.abs(np.log(a) - np.log(b)) if columns.unit is None else np.abs(a - b)
    return bool(abs(float(difference.mean()) - told) <= 1e-4 + 1e-3 * abs(told))


def _judge_batches(workspace: Workspace, spec: ServiceSpec, secret: Node, stem: str) -> Batches:
    if spec.batches is None:
        return Batches(NONE, NONE, NONE, NONE)
    answers = dict(secret[f"{stem}-validate"].entries())
    verdicts = read_verdicts(workspace, f"{stem}-validate", list(answers))
    faulty, refused, blamed = [], [], []
    for name, node in answers.items():
        column = node.get("column")
        accept, blame = verdicts[name]
        faulty.append(float(column is not None))
        refused.append(float(not accept))
        blamed.append(float(column is not None and not accept and blame in column.text().split("|")))
    f, r = np.array(faulty), np.array(refused)
    return Batches(f, f * r, (1 - f) * r, np.array(blamed))


def _judge_streams(workspace: Workspace, spec: ServiceSpec, secret: Node, stem: str) -> Streams:
    if spec.streams is None:
        return Streams(NONE, NONE, NONE, [])
    answers = {name: node.get("start") for name, node in secret[f"{stem}-monitor"].entries()}
    alarms = read_alarms(workspace, f"{stem}-monitor", list(answers), spec.streams.windows)
    pairs = [(None if node is None else int(node.number()), alarms[name]) for name, node in answers.items()]
    grace = spec.streams.grace
    hit = [float(s is not None and a is not None and s <= a <= s + grace) for s, a in pairs]
    false = [float(a is not None and not h) for (_, a), h in zip(pairs, hit, strict=True)]
    missed = [float(s is not None and not h) for (s, _), h in zip(pairs, hit, strict=True)]
    return Streams(np.array(hit), np.array(false), np.array(missed), pairs)


def _digest(workspace: Workspace, path: str) -> str | None:
    file = workspace.input(path)
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else None


def _registry(
    workspace: Workspace, spec: ServiceSpec, report: Facts
) -> tuple[list[Check], list[tuple[str, str]]]:
    """Registry and trials against bytes that the platform itself hashed.

    Also the lineage: (version, parent).
    """
    active, trials = _active(workspace, "train")
    artifact = _digest(workspace, "outputs/train/reports/artifact.bin")
    health = as_mapping(as_mapping(report.get("health")).get("body"))
    metrics = [as_mapping(trial).get("metric") for trial in trials]
    known = [float(m) for m in metrics if isinstance(m, int | float) and not isinstance(m, bool)]
    params = {repr(as_mapping(trial).get("params")) for trial in trials}
    chosen = next((t for t in trials if as_mapping(t).get("trial") == active.get("trial")), None)
    best = as_mapping(chosen).get("metric")
    data = _digest(workspace, "public/data/train.csv")
    facts = as_mapping(report.get("retrain"))
    made, served = (
        as_mapping(as_mapping(facts.get("retrain")).get("body")),
        as_mapping(facts.get("healthActive")),
    )
    checks = [
        ("artifact-hash", artifact is not None and active.get("artifactSha256") == artifact),
        ("data-hash", data is not None and active.get("dataSha256") == data),
        ("trials-tracked", len(known) == len(trials) and len(params) >= 5),
        ("best-trial-registered", bool(known) and isinstance(best, int | float) and best == min(known)),
        ("served-artifact", artifact is not None and health.get("artifactSha256") == artifact),
    ]
    if spec.retrain:
        checks += [
            (
                "retrained-parent",
                made.get("parent") is not None and made.get("parent") == health.get("version"),
            ),
            (
                "retrained-artifact",
                isinstance(made.get("artifactSha256"), str)
                and made.get("artifactSha256") != artifact
                and as_mapping(served.get("body")).get("artifactSha256") == made.get("artifactSha256"),
            ),
        ]
    planned = workspace.read_json("plan/secret.json").get("changed")
    if planned is not None:
        again = _digest(workspace, "outputs/again/reports/artifact.bin")
        changed = _digest(workspace, "outputs/changed/reports/artifact.bin")
        other, _ = _active(workspace, "changed")
        changed_data = planned["dataSha256"].text()
        checks += [
            ("same-data-same-hash", artifact is not None and again == artifact),
            (
                "changed-data-changed-hash",
                changed is not None and changed != artifact and other.get("dataSha256") == changed_data,
            ),
        ]
    first = str(health.get("version", "?"))[:20]
    lineage = [(first, "train.csv")]
    if made.get("version") is not None:
        lineage.append((str(made.get("version"))[:20], str(made.get("parent", "?"))[:20]))
    return checks, lineage


def _active(workspace: Workspace, call: str) -> tuple[Facts, list[object]]:
    """The active version's entry and the trials of a registry; empty where there is none to read."""
    path = workspace.input(f"outputs/{call}/reports/registry.json")
    if not path.is_file():
        return {}, []
    value = as_mapping(read_json_file(path, "registry.json"))
    versions, trials = value.get("versions"), value.get("trials")
    entries = [as_mapping(entry) for entry in versions] if isinstance(versions, list) else []
    active = next((entry for entry in entries if entry.get("version") == value.get("active")), {})
    return active, trials if isinstance(trials, list) else []
