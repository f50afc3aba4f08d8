"""What is known of a platform: its region, insurance, proofs, re-pledging, and when that is to be looked at again."""

from dataclasses import dataclass, fields
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from desktop_app.domain.money import ZERO
from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.reach import Route, spell_routes

MOST_LAYERS = 100


class Repledge(Enum):
    """Whether a platform pledges again what was pledged with it."""

    UNKNOWN = "unknown"
    NEVER = "never"
    LIMITED = "limited"
    FREELY = "freely"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a person found out about a platform, with where from (`source`) and of which day (`as_of`).

    `reused` is the share of the collateral that is pledged on, `layers` how often; `cushion` the share of its
    assets that the platform can lose before it fails (None: it never does in the model), `recovered` the share
    of what lies there that would come back after a failure. `token` is the platform's own coin, which is worth
    nothing once it fails. `routes` are the networks that it takes and sends. `review` is the day to look again,
    `every_days` the days between two looks.
    """

    region: str = ""
    terms: str = ""
    insurance: str = ""
    proof_of_reserves: date | None = None
    audits: str = ""
    repledge: Repledge = Repledge.UNKNOWN
    reused: Decimal = ZERO
    layers: int = 0
    cushion: Decimal | None = None
    recovered: Decimal = ZERO
    token: str = ""
    routes: tuple[Route, ...] = ()
    source: str = ""
    as_of: date | None = None
    review: date | None = None
    every_days: int = 90

    @property
    def is_blank(self) -> bool:
        """Whether nothing was entered."""
        return self == Facts()


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is no longer as it was: its name, and its old and new value as text."""

    fact: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Review:
    """A look at a platform's facts on `day`: what changed (nothing where all was still right), and the source."""

    id: str
    platform: str
    day: date
    changes: tuple[Change, ...] = ()
    source: str = ""


# When and by what it was looked at is what a review itself tells.
_NOT_COMPARED = frozenset({"source", "as_of", "review"})


def changes(before: Facts, after: Facts) -> tuple[Change, ...]:
    """Return which facts differ, in their order."""
    return tuple(
        Change(entry.name, _text(getattr(before, entry.name)), _text(getattr(after, entry.name)))
        for entry in fields(Facts)
        if entry.name not in _NOT_COMPARED and getattr(before, entry.name) != getattr(after, entry.name)
    )


def _text(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return spell_routes(value).replace("\n", "; ")
    return "" if value is None else str(value)


def next_review(facts: Facts, day: date) -> date:
    """Return the day on which facts that were looked at on `day` are due again."""
    return day + timedelta(days=facts.every_days)


def check_facts(facts: Facts) -> Facts:
    """Return `facts` as they may be kept.

    Raises:
        Refused: a share lies outside 0 to 100 %, or a count outside its bounds; with its field.
    """
    for name in ("reused", "cushion", "recovered"):
        share = getattr(facts, name)
        if share is not None and not (share.is_finite() and ZERO <= share <= 1):
            raise Refused(Problem.NOT_A_SHARE, field=name, value=share)
    if not 0 <= facts.layers <= MOST_LAYERS:
        raise Refused(Problem.TOO_MANY, field="layers", value=facts.layers, most=MOST_LAYERS)
    if not 1 <= facts.every_days <= 3650:
        raise Refused(Problem.TOO_MANY, field="every_days", value=facts.every_days, most=3650)
    return facts
