"""Gates and findings: what the probe calls and the shape of the answers tell."""

import numpy as np

from holdout_scorer.forecasting.evidence import Backtest, Evidence
from holdout_scorer.forecasting.measures import MEDIAN, OUTER, errors, ratio
from holdout_scorer.forecasting.spec import ForecastingSpec
from holdout_scorer.result import Finding
from holdout_scorer.verdicts import Verdicts

# Below this share of the scale a real forecast's error is treated as this, so that a ratio exists.
LEAST_ERROR = 0.01
LARGEST_RATIO = 1000.0


def judge(spec: ForecastingSpec, evidence: Evidence) -> Verdicts:
    verdicts = Verdicts()
    _series_lookup(spec, evidence, verdicts)
    _same_result(spec, evidence, verdicts)
    _left_out(evidence, verdicts)
    _shape_of_forecasts(evidence.main, verdicts)
    _shape_of_alarms(evidence, verdicts)
    return verdicts


def mase(test: Backtest) -> float:
    loss, weight = errors(test)["mase"]
    return float(ratio(loss, weight, np.ones((1, test.y.shape[0])), "mase")[0])


def lookup_ratio(evidence: Evidence) -> float:
    """Error on disguised series over the error on the real ones, at the same origins."""
    real = mase(evidence.main.only([place for place, _ in evidence.lookup]))
    disguised = float(np.mean([mase(test) for _, test in evidence.lookup]))
    return min(disguised / max(real, LEAST_ERROR), LARGEST_RATIO)


def _series_lookup(spec: ForecastingSpec, evidence: Evidence, verdicts: Verdicts) -> None:
    gate = spec.rubric.gate("series-lookup")
    if gate is None or not evidence.lookup:
        return
    value = lookup_ratio(evidence)
    broken = value > gate.limit
    message = (
        f"On series that were rescaled, mixed and moved in time the error is {value:.1f} times that on the "
        f"published ones (limit {gate.limit:g}). The forecasts know what came next instead of forecasting "
        "it; use only the history that the call gives."
        if broken
        else "Rescaled, mixed and moved series are forecast as well as the published ones."
    )
    verdicts.gate(gate, broken, value, message)


def _same_result(spec: ForecastingSpec, evidence: Evidence, verdicts: Verdicts) -> None:
    gate = spec.rubric.gate("same-result")
    if gate is None:
        return
    first, again = evidence.main.quantiles[0], evidence.repeat.quantiles
    scale = evidence.main.scale[0][None, :, None]
    moved = np.abs(first - again) / scale
    value = float(np.nanmax(moved)) if np.isfinite(moved).any() else 0.0
    broken = value > gate.limit
    message = (
        "The same call with the same seed gave other forecasts: they moved by up to "
        f"{value:.2g} of the series' scale. Seed every random generator with the seed that the call gives."
        if broken
        else "The same call with the same seed gives the same forecasts."
    )
    verdicts.gate(gate, broken, value, message)


def _left_out(evidence: Evidence, verdicts: Verdicts) -> None:
    if evidence.left_out:
        names = ", ".join(evidence.left_out[:20])
        message = f"Left out of the scores, because their history repeats itself exactly: {names}."
        verdicts.findings.append(Finding("zero-scale", "INFO", message))


def _shape_of_forecasts(main: Backtest, verdicts: Verdicts) -> None:
    width = (main.quantiles[..., OUTER[1]] - main.quantiles[..., OUTER[0]]) / main.scale[:, None, :]
    width = width[np.isfinite(width)]
    if width.size == 0:
        return
    if float((width <= 0).mean()) > 0.05:
        share = float((width <= 0).mean())
        verdicts.warn(
            "zero-width",
            f"{share:.0%} of the 95 % intervals have no width. A certain forecast is never right: estimate "
            "the spread from past errors at the same horizon.",
        )
    if float((width > 100).mean()) > 0.05:
        verdicts.warn(
            "endless-width",
            "Some 95 % intervals are more than a hundred times as wide as a usual weekly change. They always "
            "cover and say nothing; the interval score counts their width.",
        )
    if np.ptp(main.quantiles[..., MEDIAN], axis=1).max() == 0:
        verdicts.findings.append(
            Finding(
                "degenerate",
                "FLAG",
                "Every series got one and the same value on all steps of the horizon. Let the level, the "
                "weekday or the season of the history speak.",
            )
        )


def _shape_of_alarms(evidence: Evidence, verdicts: Verdicts) -> None:
    alarms = evidence.alarms
    if alarms is None:
        return
    if not evidence.monitored:
        verdicts.warn("no-monitor", "There is no `monitor` command, so no drift was found and F1 is 0.")
    elif alarms.raised.all():
        verdicts.warn("alarm-always", "Every stream raised an alarm. Half of them do not drift.")
    elif not alarms.raised.any():
        verdicts.warn("alarm-never", "No stream raised an alarm. Half of them drift.")
