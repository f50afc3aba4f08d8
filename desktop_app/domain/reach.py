"""How an amount comes out of where it lies: limits, costs, networks, and how far it falls with the market."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from desktop_app.domain.assets import asset_code
from desktop_app.domain.money import ZERO
from desktop_app.domain.problems import Problem, Refused

ANY_ASSET = "*"


@dataclass(frozen=True, slots=True)
class Route:
    """A network by which a platform takes and sends `asset` (`*`: any); `memo` is to be named with a deposit."""

    asset: str
    network: str
    memo: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """What stands between an amount and a loan, besides its hours.

    `fee` is what a withdrawal costs (units), `loss` the share that spread and conversion take, `per_day` how
    many units may leave in 24 hours (None: any). `handled_at` is the clock of `zone` at which requests are
    dealt with once a day. `networks` replace those of its platform. `follows` is the share of a fall of the
    market that its price takes (None: all of it, nothing for cash and what is pegged to it). `chain` is where
    it lies, where its asset alone does not tell.
    """

    fee: Decimal = ZERO
    loss: Decimal = ZERO
    per_day: Decimal | None = None
    handled_at: time | None = None
    zone: str = "UTC"
    networks: tuple[str, ...] = ()
    follows: Decimal | None = None
    chain: str = ""


def check_reach(reach: Reach) -> Reach:
    """Return `reach` as it may be kept.

    Raises:
        Refused: a fee is negative, a daily limit not positive, or a share not between 0 and 100 %.
    """
    if not reach.fee.is_finite() or reach.fee < 0:
        raise Refused(Problem.NOT_POSITIVE, field="fee", value=reach.fee)
    if reach.per_day is not None and not (reach.per_day.is_finite() and reach.per_day > 0):
        raise Refused(Problem.NOT_POSITIVE, field="per_day", value=reach.per_day)
    for name, share in (("loss", reach.loss), ("follows", reach.follows)):
        if share is not None and not (share.is_finite() and ZERO <= share <= 1):
            raise Refused(Problem.NOT_A_SHARE, field=name, value=share)
    return reach


def parse_routes(text: str) -> tuple[Route, ...]:
    """Return the routes that lines such as ``USDT: TRC-20, ERC-20`` or ``XRP: XRP Ledger #104392`` spell.

    What follows `#` is the memo or tag. A line without an asset, or with `*`, is for any asset.

    Raises:
        Refused: a line names no network or no asset.
    """
    found: dict[tuple[str, str], Route] = {}
    for line in text.splitlines():
        if not line.strip():
            continue
        head, colon, tail = line.partition(":")
        asset = (head.strip() or ANY_ASSET) if colon else ANY_ASSET
        try:
            code = asset if asset == ANY_ASSET else asset_code(asset)
        except ValueError:
            raise Refused(Problem.NOT_A_ROUTE, field="routes", value=line.strip()) from None
        names = [part for part in (tail if colon else head).split(",") if part.strip()]
        if not names:
            raise Refused(Problem.NOT_A_ROUTE, field="routes", value=line.strip())
        for part in names:
            name, _, memo = part.partition("#")
            if not name.strip():
                raise Refused(Problem.NOT_A_ROUTE, field="routes", value=line.strip())
            found[code, same_network(name)] = Route(code, name.strip(), memo.strip())
    return tuple(found.values())


def spell_routes(routes: Iterable[Route]) -> str:
    """Return routes as `parse_routes` reads them, a line an asset."""
    lines: dict[str, list[str]] = {}
    for route in routes:
        lines.setdefault(route.asset, []).append(f"{route.network} #{route.memo}" if route.memo else route.network)
    return "\n".join(f"{asset}: {', '.join(names)}" for asset, names in lines.items())


def same_network(name: str) -> str:
    """Return a name of a network without what is only spelling: TRC-20, trc20 and Trc 20 are one."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def routes_for(routes: Iterable[Route], asset: str) -> tuple[Route, ...]:
    """Return the routes of `asset`; those of any asset where none is its own."""
    known = tuple(routes)
    own = tuple(route for route in known if route.asset == asset)
    return own or tuple(route for route in known if route.asset == ANY_ASSET)
