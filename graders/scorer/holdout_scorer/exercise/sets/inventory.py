"""Stage 4, reinforcement learning: a small shop that orders stock, learned from the log of another policy.

The student's policy is a table, one order for every stock level. The scorer evaluates it exactly in the
true shop, by
solving the policy's linear equations, so that no luck is graded.
"""

from pathlib import Path

import numpy as np

from holdout_scorer.exercise.compare import difference, is_number
from holdout_scorer.exercise.questions import Json, Question, drawn, judged, matrix
from holdout_scorer.exercise.shop import Shop, draw_shop, log_of
from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task

CHECKS = (
    CheckInfo("simulator", "One day in the shop", 15, "DOMAINS", "FRAME"),
    CheckInfo("importance", "Per-decision importance sampling", 20, "INFERENCE_EXPERIMENTATION", "ANALYZE"),
    CheckInfo("value", "The value of a policy that never ran", 25, "INFERENCE_EXPERIMENTATION", "ANALYZE"),
    CheckInfo("policy", "A policy that earns more", 40, "DOMAINS", "IMPROVE"),
)
DAYS = 3_000
GOOD_ERROR, WORST_ERROR = 0.08, 0.30
FULL_GAIN = 0.95


def step(shop: Json, stock: int, order: int, demand: int) -> object:
    """[sold, next stock, reward] of one day."""
    made = Shop.from_json(shop, ())
    sold = min(stock + order, demand)
    left = stock + order - sold
    return [sold, left, made.reward(order, sold, left)]


def importance_value(episodes: list[list[list[float]]], target: list[list[float]], gamma: float) -> object:
    """Mean over episodes of the sum of gamma^t · weight of the decisions so far · reward.

    A step is [stock, order, reward, probability of the order under the policy that was logged].
    Source: Precup, Sutton & Singh (2000), ICML.
    """
    total = 0.0
    for episode in episodes:
        weight, discount = 1.0, 1.0
        for stock, order, reward, probability in episode:
            weight *= target[int(stock)][int(order)] / probability
            total += discount * weight * reward
            discount *= gamma
    return total / len(episodes)


def _step(rng: np.random.Generator, number: int) -> Json:
    shop = draw_shop(rng)
    stock = int(rng.integers(0, shop.capacity))
    order = 0 if number == 0 else int(rng.integers(1, shop.capacity - stock + 1))
    demand = (3, shop.capacity + 4, 0, 2)[number % 4]
    return {"shop": shop.to_json(), "stock": stock, "order": order, "demand": demand}


def _episodes(rng: np.random.Generator, number: int) -> Json:
    levels = 3
    logged, target = (rng.dirichlet(np.ones(levels), size=levels) * 0.94 + 0.02 for _ in range(2))
    if number == 1:
        target = np.eye(levels)
    episodes = []
    for length in rng.integers(1, 7, size=6):
        episode = []
        for _ in range(int(length)):
            stock = int(rng.integers(levels))
            order = int(rng.choice(levels, p=logged[stock] / logged[stock].sum()))
            reward = round(float(rng.normal(5, 4)), 2)
            episode.append([stock, order, reward, round(float(logged[stock][order]), 6)])
        episodes.append(episode)
    return {"episodes": episodes, "target": matrix(target), "gamma": (0.9, 0.95, 1.0)[number % 3]}


QUESTIONS = (
    Question(
        "simulator",
        "step",
        _step,
        step,
        "Nobody buys what is not there, the fixed cost falls only on days with an order, and only "
        "what is left at night "
        "is held.",
    ),
    Question(
        "importance",
        "importance_value",
        _episodes,
        importance_value,
        "A reward is weighed by the decisions up to its own step, not by those after it; divide by "
        "the episodes.",
        3,
    ),
)


def tasks(rng: np.random.Generator, data: Path, split: str) -> list[Task]:
    """Besides the questions: two shops with a log each, to estimate values in and to learn a policy from."""
    made = drawn(QUESTIONS, rng)
    for number in range(2):
        shop = draw_shop(rng)
        log = log_of(shop, DAYS, rng)
        given: Json = {"shop": shop.to_json(), "log": log}
        facts: Json = {"demand": [float(p) for p in shop.demand]}
        level = int(rng.integers(shop.capacity // 2, shop.capacity + 1))
        below = int(rng.integers(1, level))
        target = [level - stock if stock <= below else 0 for stock in range(shop.capacity + 1)]
        made.append(
            Task(f"policy_value-{number}", "value", "policy_value", given | {"policy": target}, facts)
        )
        made.append(Task(f"learn_policy-{number}", "policy", "learn_policy", given, facts))
    return made


def grade(task: Task, answer: object | Failure, data: Path) -> Check:
    """Answers of learned policies count by what the policy earns in the true shop."""
    if task.check in ("simulator", "importance"):
        return judged(QUESTIONS, task, answer)
    if isinstance(answer, Failure):
        return Check(task.check, 0.0, f"{task.id}: the function raised {answer.error}.")
    shop = Shop.from_json(task.arguments["shop"], task.facts["demand"])
    if task.check == "value":
        return _judge_value(task, answer, shop)
    return _judge_policy(task, answer, shop)


def _judge_value(task: Task, answer: object, shop: Shop) -> Check:
    if not isinstance(answer, int | float) or not is_number(answer):
        wrong = difference(answer, 0.0, 0.0) or "the answer must be a number"
        return Check(task.check, 0.0, f"{task.id}: {wrong}. Answer one finite number.")
    policy = np.array(task.arguments["policy"], dtype=np.int64)
    true = float(shop.value(policy)[0])
    error = abs(float(answer) - true) / abs(true)
    share = float(np.clip((WORST_ERROR - error) / (WORST_ERROR - GOOD_ERROR), 0.0, 1.0))
    message = (
        f"{task.id}: off by {error:.0%} of the true value; {GOOD_ERROR:.0%} earns everything. "
        f"Estimate how likely each "
        "demand is from the log, mind that a sold-out day hides demand, and solve for the value of "
        "an empty shop."
    )
    return Check(task.check, share, "" if share == 1.0 else message)


def _judge_policy(task: Task, answer: object, shop: Shop) -> Check:
    orders = answer if isinstance(answer, list) else []
    rule = f"{task.id}: answer a list of {shop.capacity + 1} whole numbers, one order for every stock level"
    if len(orders) != shop.capacity + 1 or not all(type(order) is int for order in orders):
        return Check(task.check, 0.0, f"{rule}.")
    if not all(0 <= order <= shop.capacity - stock for stock, order in enumerate(orders)):
        return Check(task.check, 0.0, f"{rule}; stock and order together may not exceed the capacity.")
    logged, best = shop.logged_value(), shop.best_value()
    gain = (float(shop.value(np.array(orders))[0]) - logged) / (best - logged)
    share = float(np.clip(gain / FULL_GAIN, 0.0, 1.0))
    message = (
        f"{task.id}: the policy gains {max(gain, 0.0):.0%} of what the best one gains over the logged "
        f"one. Learn the "
        "demand, then improve by value iteration; the fixed cost makes rare, larger orders pay."
    )
    return Check(task.check, share, "" if share == 1.0 else message)
