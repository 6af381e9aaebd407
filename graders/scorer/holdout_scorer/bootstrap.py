"""Bootstrap by counts: a resample is how often each row was drawn, so a metric needs only row weights."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

# scipy.stats uses these functions for its quantiles, but importing it takes longer than most scores.
from scipy.special import betaincinv, ndtri, stdtrit

from holdout_scorer.arrays import Bools, Floats, Ints

Metric = Callable[[Floats], Floats]
# How many are right, and out of how many.
Share = tuple[float, float]
MAX_REDRAWS = 1000
TINY = 1e-300
# A resample of almost identical units has almost no error of its own. It gets at least this part of the
# sample's.
LEAST_ERROR = 0.05


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


@dataclass(frozen=True)
class MeanOfUnits:
    """A sum over units divided by another, such as a mean error, or the root of that.

    top, bottom: shape (units,). Where what was drawn has nothing at the bottom, the value is 0.
    """

    top: Floats
    bottom: Floats
    is_root: bool = False

    def values(self, counts: Floats) -> Floats:
        """counts: shape (r, units). Returns shape (r,)."""
        below = counts @ self.bottom
        mean = np.divide(counts @ self.top, below, out=np.zeros(below.shape), where=below > 0)
        return np.asarray(np.sqrt(mean) if self.is_root else mean, dtype=np.float64)

    def errors(self, counts: Floats) -> Floats:
        """Standard errors of `values`. Source: Cochran (1977), Sampling Techniques, section 6.4."""
        n, below = counts.sum(axis=1), np.maximum(counts @ self.bottom, TINY)
        middle = float(self.top.sum() / max(self.bottom.sum(), TINY))
        # Centred first: the difference of two large sums would lose every digit.
        off = self.top - middle * self.bottom
        mean_off = counts @ off / below
        squares = (
            counts @ off**2
            - 2.0 * mean_off * (counts @ (off * self.bottom))
            + mean_off**2 * (counts @ self.bottom**2)
        )
        error: Floats = np.sqrt(np.maximum(squares, 0.0) * n / np.maximum(n - 1.0, 1.0)) / below
        if self.is_root:
            error = error / np.maximum(2.0 * self.values(counts), TINY)
        return error

    def draws(self, counts: Floats, level: float) -> Floats:
        """One value per resample, with the percentile interval of the studentized bootstrap.

        Errors are skewed: a sample of few units that lacks the hard ones looks better, and surer of it, than
        it is. How far off a resample is in its own standard errors tells how far off the sample may be. The
        draws keep the order of the resampled values, so that those of two submissions stay paired.

        Squares are so skewed that this alone falls short where units are few: roots of their means are
        widened on top of it, as percentile intervals are.
        Source: Hall (1988), Annals of Statistics 16(3); Hesterberg (2015), The American Statistician 69(4).
        """
        sample = once(self.top.size)
        value, error = float(self.values(sample)[0]), float(self.errors(sample)[0])
        resampled = self.values(counts)
        if error == 0.0:
            return resampled
        off = (resampled - value) / np.maximum(self.errors(counts), LEAST_ERROR * error)
        least = 0.0 if (self.top >= 0.0).all() else -np.inf
        studentized: Floats = value - error * off
        if self.is_root:
            studentized = widened(studentized, value, self.top.size, level)
        ordered: Floats = np.sort(np.maximum(studentized, least))[_ranks(resampled)]
        return ordered


def share_draws(draws: Floats, right: float, units: float, stream: int = 0) -> Floats:
    """Draws of a share of `right` among `units`, such that their percentile interval is Jeffreys'.

    Resampling answers that are all right gives the same share every time, as if nothing could have gone
    wrong. The draws keep their order, so that those of two submissions stay paired; equal ones are ordered by
    `stream`, one for each share of a metric, or two shares would rise and fall together.
    Source: Brown, Cai & DasGupta (2001), Statistical Science 16(2).
    """
    ranks = _ranks(draws, stream)
    posterior = _jeffreys((ranks + 0.5) / draws.size, right, units)
    # At either end, Jeffreys' interval reaches to the end itself.
    if right in (0.0, units):
        posterior = np.where(ranks == (0 if right == 0.0 else draws.size - 1), right / units, posterior)
    return np.asarray(posterior, dtype=np.float64)


def difference_draws(draws: Floats, first: Share, second: Share, stream: int = 0) -> Floats:
    """Draws of the first share less the second, from resamples of that difference, in their order.

    Their percentile interval lies as far from the difference as the Jeffreys limits of both shares lie from
    the shares, added as the legs of a right angle. Draws of two posteriors that are subtracted would move
    away from shares at either end. Source: Newcombe (1998), Statistics in Medicine 17(8), method 10; Donner &
    Zou (2012), Statistical Methods in Medical Research 21(4), for limits other than Wilson's.
    """
    levels = (_ranks(draws, stream) + 0.5) / draws.size
    (p, a), (q, b) = (
        (right / max(units, 1.0), _jeffreys(at, right, units))
        for at, (right, units) in ((levels, first), (1.0 - levels, second))
    )
    above = np.hypot(np.maximum(a - p, 0.0), np.maximum(q - b, 0.0))
    below = np.hypot(np.maximum(p - a, 0.0), np.maximum(b - q, 0.0))
    return np.asarray(p - q + above - below, dtype=np.float64)


def _jeffreys(levels: Floats, right: float, units: float) -> Floats:
    quantiles: Floats = betaincinv(right + 0.5, units - right + 0.5, levels)
    return quantiles


def _ranks(draws: Floats, stream: int = 0) -> Ints:
    """Rank of each draw in rising order; `stream` orders equal ones."""
    ranks = np.empty(draws.size, dtype=np.int64)
    among_equals = np.random.Generator(np.random.PCG64(stream)).permutation(draws.size)
    ranks[np.lexsort((among_equals, draws))] = np.arange(draws.size)
    return ranks


def recentred(values: Floats, estimate: float, low: float, high: float, error: float = 0.0) -> Floats:
    """Moves resamples so that their mean is the estimate, kept in [low, high].

    For statistics that grow with noise (largest gaps, the worst of many) a resample carries the noise
    twice; its spread is right but its centre is not. error: a standard error that they spread by at least.
    """
    spread = float(values.std())
    stretch = max(error / spread, 1.0) if spread > 0 else 1.0
    moved: Floats = np.clip(stretch * (values - values.mean()) + estimate, low, high)
    return moved


def recentred_roots(values: Floats, estimate: float) -> Floats:
    """As `recentred`, for sums of squares or of sizes, such as calibration errors: on the scale of roots.

    What is twice as large by noise spreads more, so resamples, which carry the noise twice, spread too far
    about the estimate; their roots spread alike wherever they are. Source: Bartlett (1947), Biometrics 3(1),
    and Efron & Tibshirani (1993), An Introduction to the Bootstrap, section 12.6, on scales that keep spread.
    """
    roots = np.sqrt(values)
    moved: Floats = np.maximum(roots - roots.mean() + np.sqrt(estimate), 0.0) ** 2
    return moved
