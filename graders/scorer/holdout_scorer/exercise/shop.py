"""The true shop of the inventory exercise: a finite Markov decision process that can be solved exactly."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Floats, Ints

Json = dict[str, object]
SWEEPS = 2_000


@dataclass(frozen=True)
class Shop:
    """Prices in euro. `demand`: probability of 0, 1, 2 … asked for in a day; empty where it is not known."""

    capacity: int
    price: float
    unit_cost: float
    fixed_cost: float
    holding_cost: float
    gamma: float
    demand: Floats

    def to_json(self) -> Json:
        """What students are told: everything but the demand."""
        return {name: value for name, value in vars(self).items() if name != "demand"}

    @staticmethod
    def from_json(value: object, demand: object) -> "Shop":
        """Raises TypeError for something that `to_json` did not write."""
        if not isinstance(value, dict) or not isinstance(demand, Iterable):
            raise TypeError("A shop is an object, its demand a list.")
        return Shop(**value, demand=np.array(list(demand), dtype=np.float64))

    def reward(self, order: int, sold: int, left: int) -> float:
        """Euro of one day."""
        fixed = self.fixed_cost if order else 0.0
        return self.price * sold - self.unit_cost * order - fixed - self.holding_cost * left

    def table(self) -> tuple[Floats, Floats]:
        """Expected reward (stock, order), minus infinity where it does not fit, and transitions (stock,
        order, next).
        """
        size = self.capacity + 1
        rewards = np.full((size, size), -np.inf)
        moves = np.zeros((size, size, size))
        for stock in range(size):
            for order in range(size - stock):
                rewards[stock, order] = 0.0
                for asked, probability in enumerate(self.demand):
                    sold = min(stock + order, asked)
                    left = stock + order - sold
                    rewards[stock, order] += probability * self.reward(order, sold, left)
                    moves[stock, order, left] += probability
        return rewards, moves

    def value(self, policy: Ints) -> Floats:
        """Discounted value of every stock level under one order for each; shape (capacity + 1,)."""
        rewards, moves = self.table()
        at = np.arange(self.capacity + 1)
        matrix = np.eye(at.size) - self.gamma * moves[at, policy]
        solved: Floats = np.linalg.solve(matrix, rewards[at, policy])
        return solved

    def best_value(self) -> float:
        """Value of an empty shop under the best policy, by policy iteration."""
        rewards, moves = self.table()
        policy = np.zeros(self.capacity + 1, dtype=np.int64)
        for _ in range(SWEEPS):
            better = (rewards + self.gamma * moves @ self.value(policy)).argmax(axis=1)
            if (better == policy).all():
                break
            policy = better
        return float(self.value(policy)[0])

    def logged(self) -> Floats:
        """Probability of every order under the policy that wrote the log; shape (stock, order)."""
        size = self.capacity + 1
        chances = np.zeros((size, size))
        for stock in range(size):
            fits = size - stock
            chances[stock, :fits] = 0.5 / fits
            # Half of the time it fills up half of the room that is left.
            chances[stock, (fits - 1) // 2] += 0.5
        return chances

    def logged_value(self) -> float:
        """Value of an empty shop under the policy that wrote the log."""
        rewards, moves = self.table()
        chances = self.logged()
        mean = np.where(chances > 0, rewards, 0.0)
        matrix = np.eye(self.capacity + 1) - self.gamma * np.einsum("so,son->sn", chances, moves)
        return float(np.linalg.solve(matrix, (chances * mean).sum(axis=1))[0])


def draw_shop(rng: np.random.Generator) -> Shop:
    """A shop in which ordering pays: the price is well above the cost of a unit."""
    asked = np.arange(13)
    mean = rng.uniform(2.0, 4.5)
    busy = rng.uniform(6.0, 9.0)
    share = rng.uniform(0.1, 0.3)
    quiet_part, busy_part = np.exp(-((asked - mean) ** 2) / 4.0), np.exp(-((asked - busy) ** 2) / 3.0)
    demand = (1 - share) * quiet_part / quiet_part.sum() + share * busy_part / busy_part.sum()
    return Shop(
        capacity=int(rng.integers(10, 14)),
        price=round(float(rng.uniform(9, 12)), 2),
        unit_cost=round(float(rng.uniform(3, 5)), 2),
        fixed_cost=round(float(rng.uniform(4, 9)), 2),
        holding_cost=round(float(rng.uniform(0.2, 0.6)), 2),
        gamma=0.95,
        demand=np.asarray(demand / demand.sum()),
    )


def log_of(shop: Shop, days: int, rng: np.random.Generator) -> list[list[float]]:
    """Days as [stock, order, sold, next stock, reward, probability of the order], one after the other."""
    chances, stock, log = shop.logged(), 0, []
    for _ in range(days):
        order = int(rng.choice(shop.capacity + 1, p=chances[stock]))
        asked = int(rng.choice(shop.demand.size, p=shop.demand))
        sold = min(stock + order, asked)
        left = stock + order - sold
        reward = round(shop.reward(order, sold, left), 6)
        log.append([stock, order, sold, left, reward, round(float(chances[stock, order]), 6)])
        stock = left
    return log
