"""Platforms as they stand: exposure, concentration, hidden leverage, and what a failure would do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from desktop_app.domain.loans.ladder import Depth
from desktop_app.domain.loans.valuation import moved
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.platforms import Platform
from desktop_app.domain.risk.concentration import Concentration, concentration
from desktop_app.domain.risk.contagion import Damage, Failure, Stake, damage, spread
from desktop_app.domain.risk.exposure import Share
from desktop_app.domain.risk.rehypothecation import Chain, chain
from desktop_app.engine.resources import known_assets
from desktop_app.engine.snapshot import LoanView, Snapshot


@dataclass(frozen=True, slots=True)
class PlatformView:
    """One platform: what lies there and is owed to it, its share of all assets and of net worth (fractions).

    `of_net` is None where net worth is not positive. `limit` is its owner's, `chain` the claims on the
    collateral that it re-pledges (None where it is not known to), `places` how many loans and holdings lie there.
    """

    platform: Platform
    exposure: Share
    of_net: Decimal | None
    limit: Decimal
    loans: int
    chain: Chain | None

    @property
    def net(self) -> Decimal:
        """What it would owe if all were settled today."""
        return self.exposure.assets - self.exposure.debt

    @property
    def over(self) -> bool:
        """Whether more lies there than its owner allows."""
        return self.exposure.share > self.limit


def platform_views(snapshot: Snapshot) -> list[PlatformView]:
    """Return every platform, the one with most assets first; those that only others depend on come last."""
    exposures = {share.platform: share for share in snapshot.shares}
    net = snapshot.totals.net
    found = []
    for platform in snapshot.platforms:
        share = exposures.get(platform.id) or Share(platform.id, ZERO, ZERO, ZERO)
        loans = [view for view in snapshot.open_loans if view.loan.platform == platform.id]
        facts = platform.facts
        pledged = _pledged(loans)
        reused = chain(pledged, facts.reused, facts.layers) if facts.reused and facts.layers and pledged else None
        found.append(
            PlatformView(
                platform,
                share,
                (share.assets - share.debt) / net if net > 0 else None,
                platform.share_limit or snapshot.settings.share_limit,
                len(loans),
                reused,
            )
        )
    return sorted(found, key=lambda view: (-view.exposure.assets, view.platform.name))


def _pledged(loans: Iterable[LoanView]) -> Decimal:
    return sum((view.valuation.collateral_value for view in loans if view.valuation is not None), ZERO)


class Basis(Enum):
    """What concentration is told by."""

    PLATFORM = "platform"
    ASSET = "asset"
    CHAIN = "chain"


@dataclass(frozen=True, slots=True)
class Spread:
    """How concentrated everything is by one basis, and the person's limit for the largest share."""

    basis: Basis
    found: Concentration
    limit: Decimal

    @property
    def over(self) -> bool:
        """Whether the largest share is over the limit."""
        return self.found.largest[1] > self.limit


def spreads(snapshot: Snapshot) -> list[Spread]:
    """Return the concentration by platform, asset and chain; none where nothing has a value.

    An asset that lives on several chains counts by where a person says that it lies, else under "".
    """
    names = {one.id: one.name for one in snapshot.platforms}
    by_platform = [(names.get(share.platform, share.platform), share.assets) for share in snapshot.shares]
    pieces = list(_pieces(snapshot))
    found = []
    limits = snapshot.settings
    for basis, entries, limit in (
        (Basis.PLATFORM, by_platform, limits.share_limit),
        (Basis.ASSET, [(asset, value) for asset, _, value in pieces], limits.asset_limit),
        (Basis.CHAIN, [(place, value) for _, place, value in pieces], limits.chain_limit),
    ):
        one = concentration(entries)
        if one is not None:
            found.append(Spread(basis, one, limit))
    return found


def _pieces(snapshot: Snapshot) -> Iterator[tuple[str, str, Decimal]]:
    """Yield (asset, chain, value) of everything that is held, pledged or earning."""
    book = known_assets().book

    def place(asset: str, told: str = "") -> str:
        return told or book[asset].chain

    for view in snapshot.open_loans:
        for leg in view.valuation.collateral if view.valuation is not None else ():
            yield leg.asset, place(leg.asset), leg.value
    for held in snapshot.holdings:
        yield held.holding.asset, place(held.holding.asset, held.holding.reach.chain), held.value or ZERO
    for one in snapshot.positions:
        if not one.closed:
            asset = one.position.asset
            yield asset, place(asset, one.position.reach.chain), one.value or ZERO


class State(Enum):
    """What a failure elsewhere does to a platform."""

    FIRST = "first"
    FOLLOWS = "follows"
    LOSES = "loses"
    STANDS = "stands"


@dataclass(frozen=True, slots=True)
class Hit:
    """One platform after the failure: the round in which it fails (None: it stands), what share it loses.

    `damage` is what of the person's is lost, stuck or still owed there; `called` names loans that are called.
    """

    platform: Platform
    state: State
    round: int | None
    lost: Decimal
    damage: Damage
    called: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """What a failure does in all: every platform's hit, the sums, the loans called, what the reserve then covers.

    `tokens` are the coins of failed platforms, counted as worth nothing; `of_tokens` is what is lost by them
    on platforms that stand.
    """

    hits: tuple[Hit, ...]
    damage: Damage
    of_tokens: Decimal
    called: tuple[str, ...]
    tokens: tuple[str, ...]
    coverage: Decimal | None

    @property
    def lost(self) -> Decimal:
        """Everything that never comes back."""
        return self.damage.lost + self.of_tokens


def chain_of(snapshot: Snapshot, first: frozenset[str]) -> Failure:
    """Return who fails with the platforms in `first`, by their dependencies, cushions and what comes back."""
    cushions = {one.id: one.facts.cushion for one in snapshot.platforms if one.facts.cushion is not None}
    recovered = {one.id: one.facts.recovered for one in snapshot.platforms}
    return spread(first, snapshot.dependencies, cushions, recovered)


def failure(snapshot: Snapshot, first: frozenset[str]) -> Failed:
    """Return what happens if the platforms in `first` fail, followed until nobody more fails.

    Loans of failed platforms stay due while their collateral is stuck; loans elsewhere are called where the
    coin of a failed platform is their collateral. The reserve is what does not lie with a failed platform.
    """
    recovered = {one.id: one.facts.recovered for one in snapshot.platforms}
    result = chain_of(snapshot, first)
    failed = result.failed
    tokens = frozenset(one.facts.token for one in snapshot.platforms if one.id in failed and one.facts.token)
    called = dict(_called(snapshot, failed, tokens))
    rounds = {name: number for number, those in enumerate(result.rounds) for name in those}
    stakes = {stake.platform: stake for stake in stakes_of(snapshot)}
    hits = []
    for platform in snapshot.platforms:
        lost = result.lost.get(platform.id, ZERO)
        own = damage([stakes[platform.id]] if platform.id in stakes else [], failed, recovered)
        names = tuple(name for name, place in called.items() if place == platform.id)
        state = _state(platform.id, first, rounds, lost)
        hits.append(Hit(platform, state, rounds.get(platform.id), lost, own, names))
    order = list(State)
    hits.sort(key=lambda hit: (order.index(hit.state), hit.round or 0, -hit.lost, hit.platform.name))
    whole = damage(stakes.values(), failed, recovered)
    covered = _coverage(snapshot, failed, tokens)
    return Failed(
        tuple(hits), whole, _of_tokens(snapshot, failed, tokens), tuple(called), tuple(sorted(tokens)), covered
    )


def _state(platform: str, first: frozenset[str], rounds: dict[str, int], lost: Decimal) -> State:
    if platform in first:
        return State.FIRST
    if platform in rounds:
        return State.FOLLOWS
    return State.LOSES if lost else State.STANDS


def stakes_of(snapshot: Snapshot) -> list[Stake]:
    """Return what lies with each platform: free, pledged, and owed to it."""
    pledged: dict[str, Decimal] = {}
    for view in snapshot.open_loans:
        place = view.loan.platform
        pledged[place] = pledged.get(place, ZERO) + _pledged([view])
    return [
        Stake(
            share.platform,
            share.assets - pledged.get(share.platform, ZERO),
            pledged.get(share.platform, ZERO),
            share.debt,
        )
        for share in snapshot.shares
    ]


def _called(snapshot: Snapshot, failed: frozenset[str], tokens: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield (name, platform) of the loans that stand elsewhere and reach a call once `tokens` are worth nothing."""
    gone = dict.fromkeys(tokens, -ONE)
    for view in snapshot.open_loans:
        if view.loan.platform in failed or view.valuation is None or not view.valuation.known or not gone:
            continue
        after = moved(view.valuation, gone).depth
        worse = after in (Depth.MARGIN_CALL, Depth.LIQUIDATION)
        if worse and after is not view.depth:
            yield view.loan.name, view.loan.platform


def _of_tokens(snapshot: Snapshot, failed: frozenset[str], tokens: frozenset[str]) -> Decimal:
    """Return what is lost by worthless coins on platforms that stand."""
    held = [(one.holding.platform, one.holding.asset, one.value) for one in snapshot.holdings]
    held += [(one.position.platform, one.position.asset, one.value) for one in snapshot.positions if not one.closed]
    for view in snapshot.open_loans:
        if view.valuation is not None:
            held += [(view.loan.platform, leg.asset, leg.value) for leg in view.valuation.collateral]
    return sum((value or ZERO for place, asset, value in held if asset in tokens and place not in failed), ZERO)


def _coverage(snapshot: Snapshot, failed: frozenset[str], tokens: frozenset[str]) -> Decimal | None:
    """Return the fall that the reserve outside failed platforms covers for the loans outside them."""
    whole = snapshot.reserve
    kept = [
        view.item
        for view in whole.items
        if view.item is not None and view.platform not in failed and view.asset not in tokens
    ]
    standing = {view.loan.id for view in snapshot.open_loans if view.loan.platform not in failed}
    needs = tuple(need for need in whole.reserve.needs if need.id in standing)
    return replace(whole.reserve, needs=needs, items=tuple(kept)).coverage()
