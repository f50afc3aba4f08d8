"""A transfer from one platform to another spelled out: networks of both ends, a small test first, memo, arrival."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from desktop_app.domain.reach import Route, same_network

TEST_SHARE = Decimal("0.01")


class Match(Enum):
    """Whether the two ends have a network in common."""

    SAME_PLATFORM = "same_platform"
    COMMON = "common"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Transfer:
    """How to send `units` of `asset`; hours are from now.

    `routes` are the networks that both ends have (with the memo of the end that takes it). `test` is the small
    amount to send first, and `tested` when all has arrived after such a test; both None where none is needed.
    `in_time` and `test_in_time` hold arrivals against the cure window.
    """

    asset: str
    units: Decimal
    match: Match
    routes: tuple[Route, ...]
    sends: tuple[str, ...]
    takes: tuple[str, ...]
    hours: Decimal
    test: Decimal | None
    tested: Decimal | None
    in_time: bool
    test_in_time: bool


def transfer(
    asset: str,
    units: Decimal,
    sends: Sequence[str],
    takes: Sequence[Route],
    hours: tuple[Decimal, Decimal, Decimal | None],
    *,
    same_platform: bool,
) -> Transfer:
    """Return a transfer over the networks named `sends` to those in `takes`.

    `hours` are: until it has arrived, the transit alone (which a test takes once more), the cure window.
    A test is a hundredth of the amount: lost, it costs no more than the spread of a bad day.
    """
    arrives, transit, within = hours
    match, routes = _meeting(sends, takes, same_platform=same_platform)
    tested = None if same_platform else arrives + transit
    return Transfer(
        asset,
        units,
        match,
        routes,
        tuple(sends),
        tuple(route.network for route in takes),
        arrives,
        None if same_platform else units * TEST_SHARE,
        tested,
        within is None or arrives <= within,
        within is None or tested is None or tested <= within,
    )


def _meeting(sends: Sequence[str], takes: Sequence[Route], *, same_platform: bool) -> tuple[Match, tuple[Route, ...]]:
    if same_platform:
        return Match.SAME_PLATFORM, ()
    if not sends or not takes:
        return Match.UNKNOWN, ()
    wanted = {same_network(name) for name in sends}
    common = tuple(route for route in takes if same_network(route.network) in wanted)
    return (Match.COMMON if common else Match.NONE), common
