"""Streams to monitor: real series, rescaled and made to wander slowly, half of them with a drift planted."""

from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.errors import AssignmentError
from holdout_scorer.forecasting.panel import Panel
from holdout_scorer.forecasting.spec import StreamSpec
from holdout_scorer.keys import Keyring
from holdout_scorer.tables import Row, csv_bytes

COLUMNS = ("stream", "date", "value", "monitored")
KINDS = ("level", "ramp", "weekend")
# How much of one season's wandering is left in the next.
PERSISTENCE = 0.85


@dataclass(frozen=True)
class Stream:
    """onset: step of the monitored part at which the drift begins, None without one."""

    name: str
    labels: tuple[str, ...]
    values: Floats
    reference: int
    onset: int | None
    kind: str

    def rows(self) -> list[Row]:
        return [
            {
                "stream": self.name,
                "date": label,
                "value": f"{value:.5g}",
                "monitored": str(int(t >= self.reference)),
            }
            for t, (label, value) in enumerate(zip(self.labels, self.values, strict=True))
        ]

    def truth(self) -> Row:
        onset = "" if self.onset is None else self.labels[self.reference + self.onset]
        return {"stream": self.name, "drift": str(int(self.onset is not None)), "onset": onset}


def draw_streams(
    panel: Panel, spec: StreamSpec, season: int, part: str, last: int, keys: Keyring
) -> list[Stream]:
    """Streams of a part, from steps before `last`; which drift, when and how follows from the keys alone."""
    length = spec.reference + spec.monitored
    if last <= length:
        raise AssignmentError("SPLIT_INVALID", f"Streams of {length} steps need more steps than {last}.")
    drawn = [
        _stream(panel, spec, season, last - length, keys.child(f"stream:{part}:{number}"), number % 2 == 0)
        for number in range(spec.counts[part])
    ]
    # Names are keyed hashes, so their order says nothing about which streams drift.
    return sorted(drawn, key=lambda stream: stream.name)


def _stream(panel: Panel, spec: StreamSpec, season: int, latest: int, keys: Keyring, drifts: bool) -> Stream:
    generator = keys.generator("stream")
    complete = np.flatnonzero(np.isfinite(panel.values).all(axis=0))
    series = int(generator.choice(complete))
    start = int(generator.integers(0, latest + 1))
    length = spec.reference + spec.monitored
    window = slice(start, start + length)
    wander = np.repeat(_wander(generator, length // season + 1, spec.wander), season)[:length]
    factor = float(np.exp(generator.uniform(-0.7, 0.7)))
    values = panel.values[window, series] * factor * np.exp(wander)
    kind = KINDS[int(generator.integers(0, len(KINDS)))]
    onset = int(generator.integers(spec.onset[0], spec.onset[1] + 1))
    if drifts:
        values = values * np.exp(
            _drift(generator, spec, season, kind, spec.reference + onset, length, values)
        )
    name = keys.name("name", 8)
    return Stream(name, panel.labels[window], values, spec.reference, onset if drifts else None, kind)


def _wander(generator: np.random.Generator, seasons: int, spread: float) -> Floats:
    """An autoregression of order one with the standard deviation `spread`, shape (seasons,)."""
    shocks = generator.normal(0.0, spread * np.sqrt(1.0 - PERSISTENCE**2), seasons)
    path = np.zeros(seasons)
    path[0] = generator.normal(0.0, spread)
    for week in range(1, seasons):
        path[week] = PERSISTENCE * path[week - 1] + shocks[week]
    return path


def _drift(
    generator: np.random.Generator,
    spec: StreamSpec,
    season: int,
    kind: str,
    begin: int,
    length: int,
    values: Floats,
) -> Floats:
    """The change in log units at every step, shape (length,)."""
    since = np.arange(length) - begin
    sign = -1.0 if generator.random() < 0.5 else 1.0
    low, high = spec.weekend if kind == "weekend" else spec.level
    size = sign * float(generator.uniform(low, high))
    if kind == "ramp":
        return np.asarray(1.3 * size * np.clip(since / (4.0 * season), 0.0, 1.0), dtype=np.float64)
    if kind == "level":
        return np.asarray(size * (since >= 0), dtype=np.float64)
    # The two quietest places of the season change: the weekend of a daily series of traffic.
    place = np.arange(length) % season
    means = np.array([values[:begin][place[:begin] == p].mean() for p in range(season)])
    quiet = np.isin(place, np.argsort(means)[: max(1, season // 3)])
    return np.asarray(size * ((since >= 0) & quiet), dtype=np.float64)


def streams_csv(streams: list[Stream]) -> bytes:
    return csv_bytes(COLUMNS, [row for stream in streams for row in stream.rows()])


def truth_csv(streams: list[Stream]) -> bytes:
    return csv_bytes(("stream", "drift", "onset"), [stream.truth() for stream in streams])
