"""The parts of an assignment that only this template reads."""

from dataclasses import dataclass

from holdout_scorer.node import Node
from holdout_scorer.rubric import Rubric, read_rubric

SAMPLE = "SAMPLE"
HIDDEN_PARTS = ("PUBLIC_TEST", "PRIVATE_TEST")
PARTS = (SAMPLE, *HIDDEN_PARTS)
STEM = {"SAMPLE": "sample", "PUBLIC_TEST": "public", "PRIVATE_TEST": "private"}


@dataclass(frozen=True)
class BatchSpec:
    """Batches for `validate`: as many faulty ones as clean ones, `rows` rows each."""

    faulty: int
    sample_faulty: int
    rows: int


@dataclass(frozen=True)
class StreamSpec:
    """Streams for `monitor`: half of them drift, `windows` windows of `rows` rows each."""

    count: int
    sample_count: int
    windows: int
    rows: int
    grace: int


@dataclass(frozen=True)
class RetrainSpec:
    """Newest labelled rows that the service gets, and rows of the same kind that it is then judged on."""

    feed: int
    judged: int


@dataclass(frozen=True)
class LoadSpec:
    requests: int
    connections: int
    p95_ms: float
    trivial_ms: float


@dataclass(frozen=True)
class ServiceSpec:
    slug: str
    version: int
    file: str
    target: str
    log_target: bool
    ignore: tuple[str, ...]
    keep: dict[str, str]
    rows: dict[str, int]
    pool: dict[str, int]
    load: LoadSpec
    batches: BatchSpec | None
    streams: StreamSpec | None
    retrain: RetrainSpec | None
    registry: bool
    rubric: Rubric


def read_spec(definition: Node) -> ServiceSpec:
    """Raises AssignmentError naming the path of what is wrong."""
    dataset, split, load = definition["dataset"], definition["split"], definition["load"]
    batches, streams = definition.get("batches"), definition.get("streams")
    retrain, registry = definition.get("retraining"), definition.get("registry")
    ignore, keep = dataset.get("ignore"), dataset.get("keep")
    target = dataset["target"]
    scale = target.get("scale")
    return ServiceSpec(
        slug=definition["slug"].text(),
        version=definition["version"].integer(at_least=1),
        file=dataset["file"].text(),
        target=target["column"].text(),
        log_target=scale is not None and scale.one_of("linear", "log") == "log",
        ignore=ignore.texts() if ignore else (),
        keep={name: str(node.value) for name, node in keep.entries()} if keep else {},
        rows=_sizes(split, "Rows"),
        pool=_sizes(split, "PoolRows"),
        load=LoadSpec(
            load["requests"].integer(at_least=80),
            load["connections"].integer(at_least=1),
            load["p95Ms"].number(),
            load["trivialMs"].number(),
        ),
        batches=_batches(batches) if batches else None,
        streams=_streams(streams) if streams else None,
        retrain=RetrainSpec(retrain["feedRows"].integer(50), retrain["judgedRows"].integer(50))
        if retrain
        else None,
        registry=registry is not None and registry.flag(),
        rubric=read_rubric(definition),
    )


def _sizes(split: Node, suffix: str) -> dict[str, int]:
    sizes = {part: split.get(f"{stem}{suffix}") for part, stem in STEM.items()}
    return {part: node.integer() if node else 0 for part, node in sizes.items()}


def _batches(node: Node) -> BatchSpec:
    return BatchSpec(
        node["faulty"].integer(1), node["sampleFaulty"].integer(1), node["rows"].integer(at_least=50)
    )


def _streams(node: Node) -> StreamSpec:
    return StreamSpec(
        node["count"].integer(2),
        node["sampleCount"].integer(2),
        node["windows"].integer(at_least=8),
        node["rows"].integer(at_least=20),
        node["grace"].integer(),
    )
