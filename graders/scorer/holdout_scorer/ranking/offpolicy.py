"""Logged bandit data drawn from a key, and the true value of the policies to be judged on it.

Each visitor has a segment, which is logged, and a taste, which is not: the logging policy knew both, so
averages
per segment and action are confounded while the logged propensities are right.
"""

import csv
import io
from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.keys import Keyring
from holdout_scorer.ranking.spec import OffPolicySpec
from holdout_scorer.tables import csv_bytes

SEGMENTS, ACTIONS = 4, 12


@dataclass(frozen=True)
class OffPolicyTask:
    """`log` and `policies`: CSV as the student gets them. `values`: the expected reward of every policy."""

    log: bytes
    policies: bytes
    values: dict[str, float]


def draw_task(keys: Keyring, spec: OffPolicySpec) -> OffPolicyTask:
    """The same key gives the same task."""
    generator = keys.generator("off-policy")
    share = generator.dirichlet(np.full(SEGMENTS, 8.0))
    reward = np.clip(generator.normal(0.62, 0.17, (2, SEGMENTS, ACTIONS)), 0.05, 0.95)
    reward[1] = np.clip(reward[0] + generator.normal(0.0, 0.15, (SEGMENTS, ACTIONS)), 0.05, 0.95)
    logits = generator.normal(0.0, 0.8, (2, SEGMENTS, ACTIONS)) - 1.5 * reward
    logging = 0.9 * _softmax(logits) + 0.1 / ACTIONS
    mean = reward.mean(axis=0)
    names = [keys.name(f"policy:{number}", 6) for number in range(spec.policies)]
    targets = np.array(
        [_softmax(generator.uniform(1.0, 6.0) * mean + generator.normal(0.0, 0.7, mean.shape)) for _ in names]
    )
    values = np.einsum("s,ksa,sa->k", share, targets, mean)
    return OffPolicyTask(
        _log(generator, spec.rows, share, logging, reward),
        _policies(names, targets),
        {name: float(value) for name, value in zip(names, values, strict=True)},
    )


def relative_errors(estimates: dict[str, float], values: dict[str, float]) -> Floats:
    """|estimate - value| / value of every policy in the order of `values`, at most 1; 1 where none was
    given.
    """
    return np.array(
        [
            min(abs(estimates[name] - value) / value, 1.0) if name in estimates else 1.0
            for name, value in values.items()
        ]
    )


def ips(log: bytes, policies: bytes) -> dict[str, float]:
    """Inverse propensity scoring: mean of reward times weight. Unbiased; noisy where weights are wide.

    Source: Horvitz & Thompson (1952), JASA 47.
    """
    return {name: float((w * r).mean()) for name, w, r in _weighted(log, policies)}


def snips(log: bytes, policies: bytes) -> dict[str, float]:
    """Self-normalized inverse propensity scoring. Source: Swaminathan & Joachims (2015), NeurIPS 28."""
    return {name: float((w * r).sum() / w.sum()) for name, w, r in _weighted(log, policies)}


def _softmax(values: Floats) -> Floats:
    raised = np.exp(values - values.max(axis=-1, keepdims=True))
    result: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return result


def _log(generator: np.random.Generator, rows: int, share: Floats, logging: Floats, reward: Floats) -> bytes:
    taste = generator.integers(0, 2, rows)
    segment = generator.choice(SEGMENTS, rows, p=share)
    ladder = logging[taste, segment].cumsum(axis=1)
    action = np.minimum((generator.random(rows)[:, None] > ladder).sum(axis=1), ACTIONS - 1)
    paid = generator.random(rows) < reward[taste, segment, action]
    return csv_bytes(
        ["round", "segment", "action", "propensity", "reward"],
        [
            {
                "round": str(n + 1),
                "segment": f"s{segment[n]}",
                "action": f"a{action[n]}",
                "propensity": f"{logging[taste[n], segment[n], action[n]]:.6f}",
                "reward": str(int(paid[n])),
            }
            for n in range(rows)
        ],
    )


def _policies(names: list[str], targets: Floats) -> bytes:
    return csv_bytes(
        ["policy", "segment", "action", "probability"],
        [
            {"policy": name, "segment": f"s{s}", "action": f"a{a}", "probability": f"{targets[k, s, a]:.6f}"}
            for k, name in enumerate(names)
            for s in range(SEGMENTS)
            for a in range(ACTIONS)
        ],
    )


def _weighted(log: bytes, policies: bytes) -> list[tuple[str, Floats, Floats]]:
    chance: dict[str, dict[tuple[str, str], float]] = {}
    for row in csv.DictReader(io.StringIO(policies.decode())):
        chance.setdefault(row["policy"], {})[row["segment"], row["action"]] = float(row["probability"])
    rows = list(csv.DictReader(io.StringIO(log.decode())))
    reward = np.array([float(row["reward"]) for row in rows])
    propensity = np.array([float(row["propensity"]) for row in rows])
    return [
        (name, np.array([found[row["segment"], row["action"]] for row in rows]) / propensity, reward)
        for name, found in chance.items()
    ]
