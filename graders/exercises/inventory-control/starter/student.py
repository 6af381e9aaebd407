"""Your functions. A shop has capacity, price, unit_cost, fixed_cost, holding_cost and gamma; its demand is
unknown.

A row of the log is [stock, order, sold, next stock, reward, probability of the order under the policy that
was logged].
"""


def step(shop, stock, order, demand):
    """One day: [sold, next stock, reward].

    Reward = price·sold - unit_cost·order - fixed_cost if anything is ordered - holding_cost·next stock. The
    order
    arrives in the morning, before anybody buys.
    """
    raise NotImplementedError


def importance_value(episodes, target, gamma):
    """Per-decision importance sampling: mean over episodes of the sum of gamma^t · weight up to t · reward.

    A step is [stock, order, reward, logged probability]; target[stock][order] is the probability under the
    new policy.
    """
    raise NotImplementedError


def policy_value(shop, log, policy):
    """Your estimate of the discounted value of an empty shop when policy[stock] is ordered every day."""
    # The mean reward of the logged policy, for ever. It is another policy that was asked for.
    return sum(row[4] for row in log) / len(log) / (1 - shop["gamma"])


def learn_policy(shop, log):
    """The order for every stock level from 0 to capacity; stock and order together fit into the capacity."""
    return [(shop["capacity"] - stock) // 2 for stock in range(shop["capacity"] + 1)]  # half of the room
