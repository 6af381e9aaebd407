"""What `score` reads of a run, lined up with the hidden classes."""

from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.calls import AGAIN
from holdout_scorer.errors import AssignmentError
from holdout_scorer.image_classification.corruptions import SEVERITIES
from holdout_scorer.image_classification.dataset import Images, read_part
from holdout_scorer.image_classification.outputs import read_audit, read_log, read_probabilities, read_times
from holdout_scorer.image_classification.sets import Layout, judged_part, layout_of
from holdout_scorer.image_classification.spec import SAMPLE, ImageSpec
from holdout_scorer.node import Node
from holdout_scorer.workspace import Workspace

Curves = dict[str, list[tuple[float, float]]]


@dataclass(frozen=True)
class Shown:
    """A model on a layout. p: (clean, classes). errors: (kinds, severities, corrupted), 1 for a mistake."""

    y: Ints
    p: Floats
    layout: Layout
    errors: Floats


@dataclass(frozen=True)
class Probe:
    """Rows of the clean images shown alone, and changed a little, with their probabilities."""

    twins: Ints
    twin_p: Floats
    changed: Ints
    changed_p: Floats


@dataclass(frozen=True)
class Audit:
    """Of the train rows that this split judges: 1 for a planted wrong label, and the suspicion told of it."""

    flipped: Floats
    suspicion: Floats | None


@dataclass(frozen=True)
class Evidence:
    """permuted: probabilities after each retraining on shuffled labels, the `full` ones first.

    again: after the training on few labels (the whole one where there is none), run once more.
    """

    classes: tuple[str, ...]
    main: Shown
    sample: Shown
    sample_images: Images
    few: Floats | None
    probe: Probe
    permuted: list[Floats]
    full: int
    again: Floats | None
    audit: Audit | None
    times: tuple[Floats, Floats, int]
    log: Curves


def gather(workspace: Workspace, spec: ImageSpec, split: str) -> Evidence:
    """Raises RejectedError for the first malformed file."""
    reader = _Reader(workspace, spec)
    main = reader.secret["main"].text()
    of = reader.shown(main, split)
    sample = of if split == SAMPLE else reader.shown("sample", SAMPLE)
    count, full = (reader.secret[key].integer() for key in ("permutations", "full"))
    permuted = [
        reader.clean(f"permuted-{number}-classify", "permuted-1-classify", len(of.y))
        for number in range(1, count + 1)
    ]
    outputs = workspace.input("outputs")
    return Evidence(
        classes=reader.classes,
        main=of,
        sample=sample,
        sample_images=judged_part(workspace, SAMPLE).images,
        few=reader.clean("few", "few", len(of.y)) if spec.few_per_class else None,
        probe=reader.probe(len(of.y)),
        permuted=permuted,
        full=full,
        again=reader.clean(f"{AGAIN}-classify", f"{AGAIN}-classify", len(of.y))
        if reader.secret["again"].flag()
        else None,
        audit=reader.audit(split),
        times=read_times(outputs / "probe/report.json"),
        log=read_log(outputs / "train/reports/log.csv", spec.output_bytes["log"]),
    )


class _Reader:
    def __init__(self, workspace: Workspace, spec: ImageSpec) -> None:
        self.workspace, self.spec = workspace, spec
        self.secret = workspace.read_json("plan/secret.json")
        facts = workspace.read_json("public/data/facts.json")
        self.classes = tuple(node.text() for node in facts["classes"].each())

    def order(self, call: str) -> Ints:
        places = self.secret["orders"][call]
        return np.array([_place(node) for node in places.each()], dtype=np.int64)

    def clean(self, call: str, images_of: str, rows: int) -> Floats:
        """Probabilities in the order of the judged images."""
        order = self.order(images_of)
        found = read_probabilities(
            self.workspace.input(f"outputs/{call}/probabilities.npy"), rows, len(self.classes)
        )
        lined = np.empty_like(found)
        lined[order] = found
        return lined

    def shown(self, call: str, split: str) -> Shown:
        part = judged_part(self.workspace, split)
        layout = layout_of(self.spec, split, part)
        p = self.clean(call, call, layout.size)
        # All three sizes are named: without corruptions there is nothing to infer the last from.
        by_kind = (len(layout.kinds), len(SEVERITIES), len(layout.corrupted))
        decided = p[layout.clean :].argmax(axis=1).reshape(by_kind)
        wrong = (decided != part.labels[layout.corrupted]).astype(np.float64)
        return Shown(part.labels, p[: layout.clean], layout, wrong)

    def probe(self, rows: int) -> Probe:
        order = self.order("probe")
        found = read_probabilities(
            self.workspace.input("outputs/probe/probabilities.npy"), len(order), len(self.classes)
        )
        changed = order >= rows
        return Probe(order[~changed], found[~changed], order[changed] - rows, found[changed])

    def audit(self, split: str) -> Audit | None:
        """None for a local check: which labels are wrong is not in the public bundle."""
        path = self.workspace.input("outputs/train/reports/label_audit.csv")
        if not self.spec.flips:
            return None
        ids = read_part(self.workspace.input("public/data/train.npz")).ids
        suspicion = read_audit(path, ids, self.spec.output_bytes["labelAudit"])
        if split == SAMPLE:
            return None
        with np.load(self.workspace.input("hidden/truth.npz"), allow_pickle=False) as stored:
            flipped, private = stored["flipped"].astype(np.float64), stored["private"]
        here = private if split == "PRIVATE_TEST" else ~private
        if flipped[here].min() == flipped[here].max():
            raise AssignmentError("SPLIT_INVALID", "plants.flips is too small to judge an audit by.")
        return Audit(flipped[here], None if suspicion is None else suspicion[here])


def _place(node: Node) -> int:
    return node.integer()
