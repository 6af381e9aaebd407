"""What an exercise asks, and what it says of an answer."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Task:
    """One call of a student's function. `facts` stay with the scorer; everything else is sent."""

    id: str
    check: str
    function: str
    arguments: dict[str, object]
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Failure:
    """The student's function raised, or answered nothing."""

    error: str


@dataclass(frozen=True)
class CheckInfo:
    """A criterion: what it is about and what it weighs."""

    key: str
    title: str
    weight: float
    skill: str
    step: str


@dataclass(frozen=True)
class Check:
    """share: 0..1 of the task's points. message: what was wrong and what to look at; empty when all is
    right.
    """

    key: str
    share: float
    message: str
