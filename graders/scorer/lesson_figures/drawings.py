"""Each figure: what it shows is computed from the public data of a project, as the lesson computes it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve, roc_auc_score, roc_curve
from sklearn.model_selection import cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from lesson_figures.panel import Panel, block, picture, stroke, text

Values = NDArray[np.float64]
SHARES = [(0.0, "0"), (0.5, "0.5"), (1.0, "1")]
CREDIT = ["seniority", "time", "age", "expenses", "income", "assets", "debt", "amount", "price"]


def _held_out(train: pd.DataFrame, weights: str | None = None) -> Values:
    """Probabilities of the credit table's rows by a logistic model that did not see them."""
    steps = SimpleImputer(strategy="median"), StandardScaler(), LogisticRegression(class_weight=weights)
    found: Values = cross_val_predict(
        make_pipeline(*steps), train[CREDIT], train["default"], cv=5, method="predict_proba"
    )[:, 1]
    return found


def _thinned(x: Values, y: Values, count: int = 60) -> list[tuple[float, float]]:
    keep = np.unique(np.linspace(0, len(x) - 1, count).round().astype(int))
    return [(float(x[i]), float(y[i])) for i in keep]


def reliability(data: Path) -> str:
    train = pd.read_csv(data / "train.csv")
    truth = train["default"].to_numpy()
    panel = Panel((0, 1), (0, 1))
    panel.axes("Probability that the model said", "Share that did not pay", SHARES, SHARES)
    panel.line([(0, 0), (1, 1)], "rule", 1.5, "4 4")
    for weights, color in ((None, "one"), ("balanced", "two")):
        said = _held_out(train, weights)
        bins = pd.qcut(said, 10, labels=False)
        points = [(float(said[bins == b].mean()), float(truth[bins == b].mean())) for b in range(10)]
        panel.line(points, color)
        panel.dots(points, color)
    panel.note(0.44, 0.54, "plain", "one", "end")
    panel.note(0.98, 0.06, "balanced: says too much", "two", "end")
    panel.note(0.84, 0.9, "as said", "rule", "end")
    return picture(*panel.parts)


def two_views_of_a_ranking(data: Path) -> str:
    train = pd.read_csv(data / "train.csv")
    truth, said = train["default"].to_numpy(), _held_out(train)
    roc, pr = Panel((0, 1), (0, 1), 36, 24, 158, 184), Panel((0, 1), (0, 1), 248, 24, 158, 184)
    roc.axes("False positive rate", "True positive rate", SHARES, SHARES)
    pr.axes("Recall", "Precision", SHARES, SHARES)
    false, true, _ = roc_curve(truth, said)
    roc.line([(0, 0), (1, 1)], "rule", 1.5, "4 4")
    roc.line(_thinned(false, true), "one")
    roc.note(0.97, 0.2, f"AUC {roc_auc_score(truth, said):.2f}", "one", "end")
    roc.note(0.97, 0.06, "chance 0.5", "rule", "end")
    precision, recall, _ = precision_recall_curve(truth, said)
    rate = float(truth.mean())
    pr.line([(0, rate), (1, rate)], "rule", 1.5, "4 4")
    pr.line(_thinned(recall[:-20], precision[:-20]), "one")
    pr.note(0.97, rate - 0.1, f"chance {rate:.2f}", "rule", "end")
    return picture(*roc.parts, *pr.parts)


def moving_origins(_data: Path) -> str:
    """No data: the calendar of four whole windows with a gap of three days and a horizon of 28."""
    left, scale, horizon, gap, known = 12, 3.0, 28, 3, 20
    parts = []
    for row in range(4):
        y, origin = 52 + 42 * row, left + scale * (known + horizon * row)
        start = origin + scale * gap
        parts += [
            block(left, y, origin - left, 18, "one", 0.85),
            block(start, y, scale * horizon, 18, "two", 0.85),
            stroke([(origin, y - 7), (origin, y + 25)], "ink", 1.5),
        ]
    first = left + scale * known
    parts += [
        text(left, 24, "known: fit here", color="one", bold=True),
        text(left + 148, 24, "28 days: judge here", color="two", bold=True),
        text(first, 38, "origin", "middle", "ink"),
        text(left, 228, "Between them, days that exist and are not reported yet:"),
        text(left, 246, "they belong to neither side. Time runs to the right."),
    ]
    return picture(*parts)


def two_curves(data: Path) -> str:
    loaded = np.load(data / "train.npz")
    x = loaded["images"].reshape(len(loaded["labels"]), -1) / 255.0
    y = np.eye(10)[loaded["labels"]]

    def loss(weights: Values, rows: slice) -> tuple[float, Values]:
        scores = x[rows] @ weights
        scores -= scores.max(axis=1, keepdims=True)
        logarithms = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        return float(-(y[rows] * logarithms).sum(axis=1).mean()), np.exp(logarithms)

    parts = []
    for left, count, title in ((36, 8, "8 pictures"), (248, 1500, "1,500 pictures")):
        rows, held, weights = slice(0, count), slice(1500, 2000), np.zeros((x.shape[1], 10))
        fit, rest = [], []
        for step in range(201):
            own, p = loss(weights, rows)
            if step % 5 == 0:
                fit.append((float(step), own))
                rest.append((float(step), loss(weights, held)[0]))
            weights -= 0.05 * x[rows].T @ (p - y[rows]) / count
        panel = Panel((0, 200), (0, 4), left, 40, 156, 168)
        panel.axes("Steps", "Loss", [(0, "0"), (100, "100"), (200, "200")], [(0, "0"), (2, "2"), (4, "4")])
        panel.line(fit, "one")
        panel.line(rest, "two", dash="7 3")
        panel.note(196, fit[-1][1] - (0.42 if count > 8 else -0.15), "training", "one", "end")
        panel.note(196, rest[-1][1] + (0.15 if count > 8 else -0.5), "held out", "two", "end")
        parts += [text(left + 78, 14, title, "middle", "ink", bold=True), *panel.parts]
    return picture(*parts)


def discount(_data: Path) -> str:
    places = range(1, 11)
    panel = Panel((0.4, 10.6), (0, 1.1), top=32, height=176)
    panel.axes("Place in the list", "What a hit counts", [(p, str(p)) for p in places], SHARES)
    for place in places:
        worth = float(1 / np.log2(place + 1))
        (x, y), (_, bottom) = panel.at(place, worth), panel.at(place, 0)
        panel.parts.append(block(x - 12, y, 24, bottom - y, "one", 0.85))
        panel.parts.append(text(x, y - 6, f"{worth:.2f}", "middle", "ink"))
    return picture(*panel.parts)


def evidence_added_up(data: Path) -> str:
    table = pd.read_csv(data / "train.csv")
    columns = ["imports", "suggests", "r_count", "doc_count", "src_count", "testthat_count"]
    x = np.column_stack([np.ones(len(table)), np.log1p(table[columns])])
    y = np.log(table["check_time"].to_numpy())
    half, windows, rows, start = len(y) // 2, 16, 150, 6
    weights = np.linalg.lstsq(x[:half], y[:half], rcond=None)[0]
    residuals = y[half:] - x[half:] @ weights
    residuals = (residuals - residuals.mean()) / residuals.std()
    drawn = np.random.default_rng(4).choice(residuals, size=(windows, rows)).mean(axis=1)
    z = (drawn + 0.1 * (np.arange(windows) >= start)) * np.sqrt(rows)
    sums = [0.0]
    for value in z:
        sums.append(max(0.0, sums[-1] + float(value) - 0.75))
    parts, ticks = [], [(float(w), str(w)) for w in (1, 4, 7, 10, 13, 16)]
    drawings = ((36, "Each window alone", list(z), 2.87), (248, "Added up", sums[1:], 2.98))
    for left, title, series, limit in drawings:
        panel = Panel((0.5, 16.5), (-2, 7), left, 40, 158, 168)
        panel.axes("Window", "Evidence", ticks, [(0, "0"), (3, "3"), (6, "6")])
        panel.line([(start + 0.5, -2), (start + 0.5, 7)], "rule", 1.5, "2 3")
        panel.line([(0.5, limit), (16.5, limit)], "two", 1.5, "6 3")
        points = [(t + 1.0, float(value)) for t, value in enumerate(series)]
        panel.line(points, "one", 1.5)
        panel.dots(points, "one", 2.5)
        panel.note(0.8, limit + 0.35, "limit", "two")
        panel.note(start + 0.9, 6.4, "drift begins", "rule")
        parts += [text(left + 78, 14, title, "middle", "ink", bold=True), *panel.parts]
    return picture(*parts)


def counted_failures(data: Path) -> str:
    train = pd.read_csv(data / "train.csv")
    accepted = train.assign(error=train["default"])[_held_out(train) < 1 / 6]
    whole, z = float(accepted["error"].mean()), 1.96
    segments = [
        ("job fixed", accepted[accepted["job"] == "fixed"]),
        ("job freelance", accepted[accepted["job"] == "freelance"]),
        ("records no", accepted[accepted["records"] == "no"]),
        ("records yes", accepted[accepted["records"] == "yes"]),
    ]
    panel = Panel((0, 0.4), (0, 4), 152, 40, 236, 168)
    panel.axes(
        "Share of errors, 95 % interval",
        "",
        [(0, "0"), (0.1, "10 %"), (0.2, "20 %"), (0.3, "30 %"), (0.4, "40 %")],
        [],
    )
    panel.line([(whole, 0), (whole, 4)], "rule", 1.5, "4 4")
    panel.note(whole, 4.2, f"all accepted {whole:.0%}".replace("%", " %"), "rule", "middle")
    for row, (name, part) in enumerate(segments):
        k, n, y = int(part["error"].sum()), len(part), 3.5 - row
        middle = (k / n + z**2 / (2 * n)) / (1 + z**2 / n)
        reach = z * np.sqrt(k / n * (1 - k / n) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
        panel.line([(middle - reach, y), (middle + reach, y)], "one", 3)
        panel.dots([(k / n, y)], "one", 5)
        _, height = panel.at(0, y)
        panel.parts += [text(12, height - 3, name, color="ink"), text(12, height + 13, f"{k} of {n}")]
    return picture(*panel.parts)


# By the name of the file: the project whose public data it is drawn from, and how.
FIGURES: dict[str, tuple[str | None, Callable[[Path], str]]] = {
    "reliability": ("tabular-risk", reliability),
    "two-views-of-a-ranking": ("tabular-risk", two_views_of_a_ranking),
    "moving-origins": (None, moving_origins),
    "two-curves": ("vision", two_curves),
    "discount": (None, discount),
    "evidence-added-up": ("mlops", evidence_added_up),
    "counted-failures": ("tabular-risk", counted_failures),
}
