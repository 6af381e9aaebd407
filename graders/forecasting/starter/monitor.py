"""A first monitor that runs: an alarm when a week's mean leaves the range of the reference weeks."""

import argparse

import pandas as pd


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("streams", "out"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()

    table = pd.read_csv(arguments.streams, dtype={"stream": str})
    rows = []
    for name, stream in table.groupby("stream"):
        weeks = stream["value"].rolling(7).mean()
        past = weeks[stream["monitored"] == 0].dropna()
        outside = ((weeks < past.min()) | (weeks > past.max())) & (stream["monitored"] == 1)
        alarm = bool(outside.any())
        rows.append([name, int(alarm), stream["date"][outside.idxmax()] if alarm else ""])
    pd.DataFrame(rows, columns=["stream", "alarm", "date"]).to_csv(arguments.out, index=False)


if __name__ == "__main__":
    main()
