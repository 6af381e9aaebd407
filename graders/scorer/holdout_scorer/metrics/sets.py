"""Agreement of a named set with the true one."""

from collections.abc import Collection


def f1(named: Collection[object], true: Collection[object]) -> float:
    """F1 of a set of findings.

    Naming nothing earns 0. If there is nothing to find, naming nothing earns 1.
    """
    found, wanted = set(named), set(true)
    if not wanted and not found:
        return 1.0
    return 2.0 * len(found & wanted) / (len(found) + len(wanted))
