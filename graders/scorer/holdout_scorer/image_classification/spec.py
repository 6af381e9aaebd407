"""The assignment keys this template reads, typed."""

from dataclasses import dataclass

from holdout_scorer.anchors import Anchor
from holdout_scorer.image_classification.corruptions import KINDS
from holdout_scorer.node import Node
from holdout_scorer.rubric import Rubric, read_rubric

SAMPLE = "SAMPLE"
PARTS = (SAMPLE, "PUBLIC_TEST", "PRIVATE_TEST")
_SPLIT_KEYS = ("sample", "public", "private")
METRICS = (
    "macroF1",
    "accuracy",
    "worstRecall",
    "mce",
    "ece",
    "fewLabelF1",
    "latency",
    "latencyMs",
    "modelBytes",
    "auditAp",
)
ECE_BINS = 10


@dataclass(frozen=True)
class CorruptionSpec:
    """images: how many of a part are corrupted. denominators: the mean error, by kind, that counts as 1."""

    kinds: tuple[str, ...]
    disclosed: tuple[str, ...]
    images: int
    denominators: dict[str, float]


@dataclass(frozen=True)
class RetrainSpec:
    """`full`: how many of the `count` retrainings get all rows; the others get the few-label data."""

    count: int
    full: int


@dataclass(frozen=True)
class ImageSpec:
    slug: str
    version: int
    data_file: str
    backbone_file: str | None
    images: str
    target: str
    class_names: tuple[str, ...]
    rows: dict[str, int]
    shares: dict[str, float]
    flips: int
    few_per_class: int | None
    corruptions: CorruptionSpec | None
    twins: int
    changed: int
    tolerance: float
    retrain: RetrainSpec
    timed: int
    model_bytes: int
    output_bytes: dict[str, int]
    stated: dict[str, Anchor]
    rubric: Rubric

    def counts(self, total: int) -> dict[str, int]:
        """Rows of the judged parts of a dataset of `total` rows."""
        return {part: self.rows.get(part) or int(self.shares[part] * total) for part in PARTS}


def read_spec(definition: Node) -> ImageSpec:
    """Raises AssignmentError naming the path of what is missing or wrong."""
    dataset, split, outputs, probes = (definition[key] for key in ("dataset", "split", "outputs", "probes"))
    split["rule"].one_of("stratified")
    backbone, names, plants = dataset.get("backbone"), dataset.get("classes"), definition.get("plants")
    few, corruptions, retrain = (
        definition.get("fewLabel"),
        definition.get("corruptions"),
        probes["permutedRetrains"],
    )
    flips = plants.get("flips") if plants else None
    independence, changed = probes["rowIndependence"], probes["perturbed"]
    return ImageSpec(
        slug=definition["slug"].text(),
        version=definition["version"].integer(at_least=1),
        data_file=dataset["file"].text(),
        backbone_file=backbone.text() if backbone else None,
        images=dataset["images"].text(),
        target=_target(dataset["target"]),
        class_names=names.texts() if names else (),
        rows={
            part: node.integer(1)
            for part, key in zip(PARTS, _SPLIT_KEYS, strict=True)
            if (node := split.get(f"{key}Rows")) is not None
        },
        shares={part: split[f"{key}Share"].number() for part, key in zip(PARTS, _SPLIT_KEYS, strict=True)},
        flips=flips.integer() if flips else 0,
        few_per_class=few["perClass"].integer(5) if few else None,
        corruptions=_corruptions(corruptions) if corruptions else None,
        twins=independence["twins"].integer(1),
        changed=changed["rows"].integer(1),
        tolerance=independence["tolerance"].number(),
        retrain=RetrainSpec(retrain["count"].integer(), retrain["full"].integer()),
        timed=definition["latency"]["runs"].integer(1),
        model_bytes=outputs["onnx"]["maxBytes"].integer(64),
        output_bytes={name: node["maxBytes"].integer(64) for name, node in outputs.entries()},
        stated=_stated(definition),
        rubric=read_rubric(definition),
    )


def _target(node: Node) -> str:
    """`target: labels` or `target: { column: labels }`."""
    return node.text() if isinstance(node.value, str) else node["column"].text()


def _corruptions(node: Node) -> CorruptionSpec:
    kinds = tuple(each.one_of(*KINDS) for each in node["kinds"].each())
    disclosed = tuple(each.one_of(*kinds) for each in node["disclosed"].each())
    stored = node.get("denominators")
    denominators = {name: value.number() for name, value in stored.entries()} if stored else {}
    if any(value <= 0 for value in denominators.values()):
        raise node["denominators"].wrong("must hold errors above 0")
    return CorruptionSpec(kinds, disclosed, node["images"].integer(20), denominators)


def _stated(definition: Node) -> dict[str, Anchor]:
    """Metrics whose points follow a scale that the assignment states, not what references reach."""
    found = {}
    for metric in definition["metrics"].each():
        scale = metric.get("scale")
        if scale is not None:
            naive, simple, strong = (scale[key].number() for key in ("naive", "simple", "strong"))
            found[metric["name"].text()] = Anchor(naive, simple, strong, abs(strong - simple))
    return found
