"""Your functions. Curves are lists of 40 numbers; None stands for what is no number any more."""


def diagnose(train, valid, first_gradient, last_gradient, dead):
    """One of the seven names of the brief."""
    return "rate-too-high" if None in train else "healthy"  # five diagnoses are missing


def repair(settings, X, y, curves):
    """{"setting": name, "value": new value}: one of rate, init, momentum, standardize."""
    return {"setting": "rate", "value": settings["rate"] / 10}  # what everybody tries first


def largest_rate(X, momentum):
    """The rate below which gradient descent on half the mean squared residual converges."""
    raise NotImplementedError


def early_stop(losses, patience, tolerance):
    """{"best": epoch with the lowest loss, "stopped": epoch at which the run ends}."""
    raise NotImplementedError


def schedule(steps, warmup, peak, floor):
    """The rate of every step: linear warm-up, then half a cosine."""
    raise NotImplementedError
