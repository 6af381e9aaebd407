"""Bootstrap by counts: a resample is how often each row was drawn, so a metric needs only row weights."""

from collections.abc import Callable

import numpy as np

# What scipy.stats calls for these quantiles; importing that takes longer than most scores.
from scipy.special import betaincinv, ndtri, stdtrit

from holdout_scorer.arrays import Bools, Floats

Metric = Callable[[Floats], Floats]
MAX_REDRAWS = 1000


def resample_counts(n: int, resamples: int, seed: int, needed: tuple[Bools, ...] = ()) -> Floats:
    """Draw counts of a bootstrap with replacement, shape (resamples, n).

    The same (n, resamples, seed, needed) gives the same counts, which pairs the resamples of two submissions
    scored on the same rows. Every resample holds at least one row of each mask in `needed`: metrics are
    undefined without both classes, and dropping such resamples after the fact would unpair them.
    """
    generator = np.random.Generator(np.random.PCG64(seed))
    counts = _draw(generator, n, resamples)
    for _ in range(MAX_REDRAWS):
        bad = np.zeros(resamples, dtype=bool)
        for mask in needed:
            bad |= counts[:, mask].sum(axis=1) == 0
        if not bad.any():
            return counts
        counts[bad] = _draw(generator, n, int(bad.sum()))
    raise ValueError("A class is too rare to resample.")


def _draw(generator: np.random.Generator, n: int, resamples: int) -> Floats:
    drawn = generator.integers(0, n, size=(resamples, n))
    drawn += np.arange(resamples)[:, None] * n
    return np.bincount(drawn.ravel(), minlength=resamples * n).reshape(resamples, n).astype(np.float64)


def once(n: int) -> Floats:
    """The weights of the sample itself, shape (1, n)."""
    return np.ones((1, n))


def percentile_interval(values: Floats, level: float) -> tuple[float, float]:
    tail = (1.0 - level) / 2.0
    low, high = np.quantile(values, [tail, 1.0 - tail])
    return float(low), float(high)


def widened(draws: Floats, value: float, units: int, level: float) -> Floats:
    """Spreads resamples of few units about the estimate, so that the percentile interval covers.

    A percentile interval of n units is short by sqrt((n - 1) / n) and by normal instead of t quantiles. From
    a thousand units on this changes nothing that anybody could see.
    Source: Hesterberg (2015), The American Statistician 69(4), section 3.4.
    """
    if units < 2:
        return draws
    tail = 0.5 + level / 2.0
    factor = np.sqrt(units / (units - 1)) * stdtrit(units - 1, tail) / ndtri(tail)
    return np.asarray(value + factor * (draws - value), dtype=np.float64)


def share_draws(draws: Floats, right: float, units: float, stream: int = 0) -> Floats:
    """Draws of a share of `right` among `units`, such that their percentile interval is Jeffreys'.

    Resampling answers that are all right gives the same share every time, as if nothing could have gone
    wrong. The draws keep their order, so that those of two submissions stay paired; equal ones are ordered by
    `stream`, one for each share of a metric, or two shares would rise and fall together.
    Source: Brown, Cai & DasGupta (2001), Statistical Science 16(2).
    """
    ranks = np.empty(draws.size, dtype=np.int64)
    among_equals = np.random.Generator(np.random.PCG64(stream)).permutation(draws.size)
    ranks[np.lexsort((among_equals, draws))] = np.arange(draws.size)
    posterior = betaincinv(right + 0.5, units - right + 0.5, (ranks + 0.5) / draws.size)
    # At either end Jeffreys' interval reaches to the end itself.
    if right in (0.0, units):
        posterior = np.where(ranks == (0 if right == 0.0 else draws.size - 1), right / units, posterior)
    return np.asarray(posterior, dtype=np.float64)


def recentred(values: Floats, estimate: float, low: float, high: float, error: float = 0.0) -> Floats:
    """Moves resamples so that their mean is the estimate, kept in [low, high].

    For statistics that grow with noise (calibration errors, largest gaps) a resample carries the noise
    twice; its spread is right but its centre is not. error: a standard error that they spread by at least.
    """
    spread = float(values.std())
    stretch = max(error / spread, 1.0) if spread > 0 else 1.0
    moved: Floats = np.clip(stretch * (values - values.mean()) + estimate, low, high)
    return moved
