"""Your functions. Series are lists, oldest value first; the value at t has index t."""


def seasonal_naive(history, season, horizon):
    """The last season, repeated until the horizon is reached."""
    return [history[-1]] * horizon  # the plain naive forecast: right for a season of 1 only


def mase(history, actual, forecast, season):
    """Mean absolute error over the mean absolute seasonal difference of the history; None where that is 0."""
    raise NotImplementedError


def pinball_loss(actual, forecast, level):
    """Mean pinball loss of a forecast of the quantile `level`."""
    raise NotImplementedError


def backtest(length, first_origin, horizon, step, gap):
    """Windows [train end, test start, test end], ends outside.

    The first training part ends at first_origin, the next `step` later. `gap` rows lie between training and
    test: they
    are not known yet when the forecast is made. Only windows that lie wholly within `length` count.
    """
    raise NotImplementedError


def lag_features(values, lags, horizon):
    """For every t the values at t - lag, None where that is not known `horizon` steps ahead or lies
    before 0.
    """
    raise NotImplementedError


def holt_winters(values, season, alpha, beta, gamma):
    """One-step forecasts of the additive method for t = season, season + 1, ...

    Start: level = mean of the first season, trend = 0, seasonal = first season - level. Forecast level +
    trend +
    seasonal, then update:
        level'    = alpha (value - seasonal) + (1 - alpha)(level + trend)
        trend'    = beta (level' - level) + (1 - beta) trend
        seasonal' = gamma (value - level - trend) + (1 - gamma) seasonal
    """
    raise NotImplementedError
