"""Inverse propensity scoring."""

import sys

import pandas as pd
from tables import options


def main() -> None:
    given = options(sys.argv[1:])
    log, policies = pd.read_csv(given["log"]), pd.read_csv(given["policies"])
    values = {}
    for name, policy in policies.groupby("policy", sort=False):
        chance = policy.set_index(["segment", "action"])["probability"]
        weight = (
            chance.loc[list(zip(log["segment"], log["action"], strict=True))].to_numpy() / log["propensity"]
        )
        values[name] = (weight * log["reward"]).mean()
    pd.DataFrame({"policy": values.keys(), "value": values.values()}).to_csv(given["out"], index=False)


if __name__ == "__main__":
    main()
