"""The assignment keys this template reads, typed."""

from dataclasses import dataclass

from holdout_scorer.node import Node
from holdout_scorer.rubric import Rubric, read_rubric
from holdout_scorer.tables import Row
from holdout_scorer.tabular.spec import optional_name, part_sizes, read_rule

MISSING_GROUP = "unknown"
HIDDEN_FILES = {"PUBLIC_TEST": "public_test.csv", "PRIVATE_TEST": "private_test.csv"}
SPLIT_PARTS = ("SAMPLE", "PUBLIC_TEST", "PRIVATE_TEST")
_SPLIT_KEYS = {"SAMPLE": "sample", "PUBLIC_TEST": "public", "PRIVATE_TEST": "private"}
LEAST_ROWS = 40


@dataclass(frozen=True)
class SensitiveAttribute:
    """A column that forms groups: by value, or by ordered bands of a number (name, exclusive upper limit)."""

    attribute: str
    label: str
    column: str
    bands: tuple[tuple[str, float], ...]

    def group_of(self, row: Row) -> str:
        cell = row[self.column]
        if not cell:
            return MISSING_GROUP
        if not self.bands:
            return cell
        return next(name for name, below in self.bands if float(cell) < below)

    def order(self) -> list[str] | None:
        return [name for name, _ in self.bands] + [MISSING_GROUP] if self.bands else None


@dataclass(frozen=True)
class Target:
    column: str
    positive: str
    name: str
    label: str


@dataclass(frozen=True)
class PlantedColumns:
    """Columns drawn from `names` by the secret: `leaking` of them tell the outcome in train.csv, `harmless`
    do not.
    """

    kind: str
    leaking: int
    harmless: int
    numbers: dict[str, float]
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PlantedDuplicates:
    """Copies put into TRAIN: of hidden rows, of sample rows, and how many sample copies are altered a
    little.
    """

    hidden: int
    sample: int
    altered: int


@dataclass(frozen=True)
class Probes:
    twins: int
    tolerance: float
    perturbed: int
    relative: float
    leak_gap: float


@dataclass(frozen=True)
class ReportLimits:
    max_bytes: int
    max_columns: int
    max_pairs: int


@dataclass(frozen=True)
class BinarySpec:
    slug: str
    version: int
    data_file: str
    dictionary_file: str | None
    id: str | None
    group: str | None
    time: str | None
    target: Target
    rule: str
    sensitive: tuple[SensitiveAttribute, ...]
    strata: tuple[str, ...]
    rows: dict[str, int]
    shares: dict[str, float]
    columns: tuple[PlantedColumns, ...]
    duplicates: PlantedDuplicates
    prediction_columns: tuple[str, ...]
    max_prediction_bytes: int
    report: ReportLimits
    costs: tuple[float, float]
    ece_bins: int
    group_minimum: tuple[int, int]
    probes: Probes
    rubric: Rubric

    def counts(self, total: int) -> dict[str, int]:
        """Rows of each part but TRAIN, of `total` rows."""
        return part_sizes(self.rows, self.shares, total, LEAST_ROWS)


def read_spec(definition: Node) -> BinarySpec:
    """Raises AssignmentError naming the path of what is missing or wrong."""
    dataset, split, plants = definition["dataset"], definition["split"], definition["plants"]
    outputs, costs, fairness = definition["outputs"], definition["costs"], definition["fairness"]
    rule = read_rule(split, dataset)
    sensitive = tuple(_sensitive(node) for node in dataset["sensitive"].each())
    strata = split["by"].texts()
    attributes = {item.attribute for item in sensitive}
    for node in split["by"].each():
        if node.text() != "target" and node.text() not in attributes:
            raise node.wrong(f"must be `target` or a sensitive attribute; `{node.text()}` is neither")
    target = dataset["target"]
    ece = next((m for m in definition["metrics"].each() if m["name"].text() == "ece"), None)
    return BinarySpec(
        slug=definition["slug"].text(),
        version=definition["version"].integer(at_least=1),
        data_file=dataset["file"].text(),
        dictionary_file=optional_name(dataset, "dictionary"),
        id=optional_name(dataset, "id", none="none"),
        group=optional_name(dataset, "group"),
        time=optional_name(dataset, "time"),
        rule=rule,
        target=Target(
            target["column"].text().lower(),
            target["positive"].word(),
            target["publishAs"].text(),
            target["label"].text(),
        ),
        sensitive=sensitive,
        strata=strata,
        rows={
            part: asked.integer(at_least=LEAST_ROWS)
            for part, name in _SPLIT_KEYS.items()
            if (asked := split.get(f"{name}Rows")) is not None
        },
        shares={part: split[f"{name}Share"].number() for part, name in _SPLIT_KEYS.items()},
        columns=tuple(_planted(node) for node in plants["columns"].each()),
        duplicates=_duplicates(plants["duplicates"]),
        prediction_columns=outputs["predictions"]["columns"].texts(),
        max_prediction_bytes=outputs["predictions"]["maxBytes"].integer(at_least=1024),
        report=_report(outputs["leakageReport"]),
        costs=(costs["falseNegative"].number(), costs["falsePositive"].number()),
        ece_bins=ece["bins"].integer(at_least=2) if ece else 10,
        group_minimum=(fairness["minPositives"].integer(1), fairness["minNegatives"].integer(1)),
        probes=_probes(definition["probes"]),
        rubric=read_rubric(definition),
    )


def _sensitive(node: Node) -> SensitiveAttribute:
    bands = node.get("bands")
    limits = []
    for band in bands.each() if bands else ():
        below = band.get("below")
        limits.append((band["name"].text(), below.number() if below else float("inf")))
    if limits and limits[-1][1] != float("inf"):
        raise node["bands"].wrong("must end with a band without `below`")
    return SensitiveAttribute(
        node["attribute"].text(), node["label"].text(), node["column"].text().lower(), tuple(limits)
    )


def _planted(node: Node) -> PlantedColumns:
    structural = {"kind", "leaking", "harmless", "names"}
    names = tuple((n["name"].text(), n["description"].text()) for n in node["names"].each())
    leaking, harmless = node["leaking"].integer(), node["harmless"].integer()
    if len(names) < leaking + harmless:
        raise node["names"].wrong(f"must offer at least {leaking + harmless} names")
    return PlantedColumns(
        kind=node["kind"].one_of("afterOutcomeCount", "sortedSerial"),
        leaking=leaking,
        harmless=harmless,
        numbers={key: child.number() for key, child in node.entries() if key not in structural},
        names=names,
    )


def _duplicates(node: Node) -> PlantedDuplicates:
    planted = PlantedDuplicates(node["hidden"].integer(), node["sample"].integer(), node["altered"].integer())
    if planted.altered > planted.sample:
        raise node["altered"].wrong("must not exceed `sample`")
    return planted


def _report(node: Node) -> ReportLimits:
    return ReportLimits(
        node["maxBytes"].integer(64), node["maxColumns"].integer(1), node["maxPairs"].integer(1)
    )


def _probes(node: Node) -> Probes:
    independence, perturbed = node["rowIndependence"], node["perturbed"]
    return Probes(
        twins=independence["twins"].integer(1),
        tolerance=independence["tolerance"].number(),
        perturbed=perturbed["rows"].integer(1),
        relative=perturbed["relative"].number(),
        leak_gap=node["leakGap"]["minDifference"].number(),
    )
