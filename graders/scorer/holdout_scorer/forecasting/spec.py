"""What the assignment says, typed."""

from dataclasses import dataclass

from holdout_scorer.node import Node
from holdout_scorer.rubric import Rubric, read_rubric

SAMPLE, PUBLIC, PRIVATE = "SAMPLE", "PUBLIC_TEST", "PRIVATE_TEST"
HIDDEN_PARTS = (PUBLIC, PRIVATE)
LEVELS = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
QUANTILES = tuple(f"q{level:g}" for level in LEVELS)


@dataclass(frozen=True)
class StreamSpec:
    """Streams to monitor: how many of each part, how long, how much they wander, how soon an alarm is due.

    counts: streams by part. reference, monitored: steps. onset: first and last step of the monitored part at
    which a drift may begin. deadline: steps after its beginning within which an alarm counts. wander:
    standard deviation of the slow wandering (log units, per season).
    """

    counts: dict[str, int]
    reference: int
    monitored: int
    onset: tuple[int, int]
    deadline: int
    wander: float
    level: tuple[float, float]
    weekend: tuple[float, float]


@dataclass(frozen=True)
class ForecastingSpec:
    """horizon, season, blocks: None means what is usual for the data's spacing and length."""

    slug: str
    version: int
    title: str
    data_file: str
    dictionary_file: str | None
    known_file: str | None
    observed_file: str | None
    time: str
    series: str | None
    target: str
    target_label: str
    horizon: int | None
    season: int | None
    context: int
    blocks: int | None
    origins: dict[str, int]
    minimum: float | None
    max_forecast_bytes: int
    max_alarm_bytes: int
    lookup_origins: int
    streams: StreamSpec | None
    rubric: Rubric


def read_spec(definition: Node) -> ForecastingSpec:
    """Raises AssignmentError naming the path of what is missing or wrong."""
    dataset, split, outputs = definition["dataset"], definition["split"], definition["outputs"]
    split["rule"].one_of("origins")
    target = dataset["target"]
    column = target["column"].text() if isinstance(target.value, dict) else target.text()
    label = _optional_text(target, "label") if isinstance(target.value, dict) else None
    minimum = outputs["forecasts"].get("minimum")
    streams = definition.get("streams")
    return ForecastingSpec(
        slug=definition["slug"].text(),
        version=definition["version"].integer(at_least=1),
        title=definition["title"].text(),
        data_file=dataset["file"].text(),
        dictionary_file=_optional_text(dataset, "dictionary"),
        known_file=_optional_text(dataset, "known"),
        observed_file=_optional_text(dataset, "observed"),
        time=dataset["time"].text(),
        series=_optional_text(dataset, "series"),
        target=column,
        target_label=label or column,
        horizon=_optional_integer(split, "horizon"),
        season=_optional_integer(split, "season"),
        context=split["context"].integer(at_least=2),
        blocks=_optional_integer(split, "blocks"),
        origins={
            SAMPLE: split["sampleOrigins"].integer(at_least=1),
            PUBLIC: split["publicOrigins"].integer(at_least=1),
            PRIVATE: split["privateOrigins"].integer(at_least=1),
        },
        minimum=minimum.number() if minimum else None,
        max_forecast_bytes=outputs["forecasts"]["maxBytes"].integer(at_least=1024),
        max_alarm_bytes=outputs["alarms"]["maxBytes"].integer(at_least=1024),
        lookup_origins=definition["probes"]["seriesLookup"]["origins"].integer(at_least=1),
        streams=_streams(streams) if streams else None,
        rubric=read_rubric(definition),
    )


def _optional_text(node: Node, key: str) -> str | None:
    child = node.get(key)
    return child.text() if child else None


def _optional_integer(node: Node, key: str) -> int | None:
    child = node.get(key)
    return child.integer(at_least=1) if child else None


def _pair(node: Node) -> tuple[float, float]:
    low, high = (child.number() for child in node.each())
    return low, high


def _streams(node: Node) -> StreamSpec:
    onset = _pair(node["onset"])
    return StreamSpec(
        counts={
            SAMPLE: node["sample"].integer(at_least=4),
            PUBLIC: node["public"].integer(at_least=4),
            PRIVATE: node["private"].integer(at_least=4),
        },
        reference=node["reference"].integer(at_least=14),
        monitored=node["monitored"].integer(at_least=14),
        onset=(int(onset[0]), int(onset[1])),
        deadline=node["deadline"].integer(at_least=1),
        wander=node["wander"].number(),
        level=_pair(node["level"]),
        weekend=_pair(node["weekend"]),
    )
