"""Learn the demand from the log, then plan with it as if it were true."""

import numpy as np


def step(shop, stock, order, demand):
    sold = min(stock + order, demand)
    left = stock + order - sold
    fixed = shop["fixed_cost"] if order else 0
    reward = shop["price"] * sold - shop["unit_cost"] * order - fixed - shop["holding_cost"] * left
    return [sold, left, reward]


def importance_value(episodes, target, gamma):
    total = 0.0
    for episode in episodes:
        weight = 1.0
        for t, (stock, order, reward, probability) in enumerate(episode):
            weight *= target[stock][order] / probability
            total += gamma**t * weight * reward
    return total / len(episodes)


def learn_demand(shop, log):
    """Kaplan-Meier: a sold-out day tells only that demand was at least what was there."""
    rows = np.array(log)
    there = (rows[:, 0] + rows[:, 1]).astype(int)
    sold = rows[:, 2].astype(int)
    left, chances = 1.0, []
    for asked in range(shop["capacity"]):
        at_risk = (sold >= asked) & (there > asked)
        hazard = ((sold == asked) & at_risk).sum() / max(at_risk.sum(), 1)
        chances.append(left * hazard)
        left *= 1 - hazard
    return [*chances, left]  # the last: capacity or more


def model(shop, demand):
    """Expected reward of every order at every stock level, and where it leads."""
    size = shop["capacity"] + 1
    rewards, moves = np.full((size, size), -np.inf), np.zeros((size, size, size))
    for stock in range(size):
        for order in range(size - stock):
            rewards[stock, order] = 0
            for asked, chance in enumerate(demand):
                _, left, reward = step(shop, stock, order, asked)
                rewards[stock, order] += chance * reward
                moves[stock, order, left] += chance
    return rewards, moves


def solve(shop, log, policy=None):
    """Values and best orders; those of `policy` alone when it is given."""
    rewards, moves = model(shop, learn_demand(shop, log))
    at, fixed = np.arange(len(rewards)), policy is not None
    orders = np.array(policy) if fixed else np.zeros(len(rewards), int)
    while True:
        values = np.linalg.solve(np.eye(at.size) - shop["gamma"] * moves[at, orders], rewards[at, orders])
        better = orders if fixed else (rewards + shop["gamma"] * moves @ values).argmax(axis=1)
        if (better == orders).all():
            return values, orders
        orders = better


def policy_value(shop, log, policy):
    return solve(shop, log, policy)[0][0]


def learn_policy(shop, log):
    return solve(shop, log)[1]
