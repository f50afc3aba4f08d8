"""Calculators as data: what goes in, the formula, and the work that finds the steps."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.earn.payoff import Payoff
from desktop_app.ui import numbers
from desktop_app.ui.widgets.asks import Ask, Values

Steps = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Worked:
    """What a calculator found: its steps, the last of which is the result; a payoff with the words at its marks."""

    steps: Steps
    payoff: Payoff | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Calculator:
    """A calculator as data: `work` turns the values of `asks` into steps and may refuse them."""

    title: str
    asks: tuple[Ask, ...]
    formula: str
    work: Callable[[Values], Worked]


def share(value: Decimal | None, places: int = 6) -> str:
    """Return a fraction as a percentage with all its decimals up to `places`."""
    return numbers.NONE if value is None else f"{numbers.figure(value * 100, places)}%"


def units(value: Decimal | None, places: int = 8) -> str:
    """Return an amount, or a dash where there is none."""
    return numbers.NONE if value is None else numbers.figure(value, places)
