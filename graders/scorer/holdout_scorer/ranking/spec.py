"""The assignment keys this template reads, typed."""

from dataclasses import dataclass

from holdout_scorer.node import Node
from holdout_scorer.rubric import Rubric, read_rubric

SAMPLE = "SAMPLE"
PARTS = (SAMPLE, "PUBLIC_TEST", "PRIVATE_TEST")


@dataclass(frozen=True)
class Columns:
    """Names in the author's file. `rating` is None where every row is a plain interaction."""

    user: str
    item: str
    rating: str | None
    time: str | None
    side: tuple[str, ...]


@dataclass(frozen=True)
class OffPolicySpec:
    rows: int
    policies: int


@dataclass(frozen=True)
class ExperimentSpec:
    questions: int
    cases: int
    tolerance: float


@dataclass(frozen=True)
class RankingSpec:
    slug: str
    version: int
    data_file: str
    dictionary_file: str | None
    columns: Columns
    relevant_from: float | None
    hidden_share: float
    min_items: int
    shares: dict[str, float]
    top: int
    candidates: int | None
    max_bytes: dict[str, int]
    off_policy: OffPolicySpec | None
    experiments: ExperimentSpec | None
    simulation_rounds: int | None
    twins: int
    permutations: int
    rubric: Rubric


def read_spec(definition: Node) -> RankingSpec:
    """Raises AssignmentError naming the path of what is missing or wrong."""
    dataset, split, outputs, probes = (definition[key] for key in ("dataset", "split", "outputs", "probes"))
    split["rule"].one_of("users")
    rating, implicit = dataset.get("rating"), dataset.get("implicit")
    if (rating is None) == (implicit is None or not implicit.flag()):
        raise dataset.wrong("needs either `rating: <column>` or `implicit: true`")
    dictionary, time, side = (dataset.get(key) for key in ("dictionary", "time", "side"))
    relevant, candidates = dataset.get("relevantFrom"), outputs.get("candidates")
    shares = {part: split[key].number() for part, key in zip(PARTS, _SHARES, strict=True)}
    if not 0 < sum(shares.values()) <= 0.8 or min(shares.values()) <= 0:
        raise split.wrong("must leave at least a fifth of the users to learn from; every share is above 0")
    return RankingSpec(
        slug=definition["slug"].text(),
        version=definition["version"].integer(at_least=1),
        data_file=dataset["file"].text(),
        dictionary_file=dictionary.text() if dictionary else None,
        columns=Columns(
            dataset["user"].text(),
            dataset["item"].text(),
            rating.text() if rating else None,
            time.text() if time else None,
            side.texts() if side else (),
        ),
        relevant_from=relevant.number() if relevant else None,
        hidden_share=split["hiddenShare"].number(),
        min_items=split["minItems"].integer(at_least=2),
        shares=shares,
        top=outputs["topk"]["length"].integer(at_least=1),
        candidates=candidates["length"].integer(at_least=1) if candidates else None,
        max_bytes={name: node["maxBytes"].integer(64) for name, node in outputs.entries()},
        off_policy=_off_policy(definition.get("offPolicy")),
        experiments=_experiments(definition.get("experiments")),
        simulation_rounds=_rounds(definition.get("simulation")),
        twins=probes["renamed"]["users"].integer(1),
        permutations=probes["permutedRetrains"]["count"].integer(0),
        rubric=read_rubric(definition),
    )


_SHARES = ("sampleShare", "publicShare", "privateShare")


def _off_policy(node: Node | None) -> OffPolicySpec | None:
    return OffPolicySpec(node["rows"].integer(100), node["policies"].integer(2)) if node else None


def _experiments(node: Node | None) -> ExperimentSpec | None:
    if node is None:
        return None
    return ExperimentSpec(node["questions"].integer(4), node["cases"].integer(8), node["tolerance"].number())


def _rounds(node: Node | None) -> int | None:
    return node["rounds"].integer(2) if node else None
