"""Takes every policy to be worth what the logged one earned."""

import sys

import pandas as pd
from tables import options


def main() -> None:
    given = options(sys.argv[1:])
    mean = pd.read_csv(given["log"])["reward"].mean()
    names = pd.read_csv(given["policies"], dtype=str)["policy"].unique()
    pd.DataFrame({"policy": names, "value": mean}).to_csv(given["out"], index=False)


if __name__ == "__main__":
    main()
