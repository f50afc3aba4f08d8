"""Words for platforms: facts, states after a failure, bases of concentration."""

from decimal import Decimal

from desktop_app.domain.counterparty import Repledge
from desktop_app.engine.counterparties import Basis, Hit, PlatformView, State
from desktop_app.ui import numbers, text
from desktop_app.ui.i18n import tr


def repledge(value: Repledge) -> str:
    """Return what a platform does with collateral."""
    return {
        Repledge.UNKNOWN: tr("not known"),
        Repledge.NEVER: tr("not at all"),
        Repledge.LIMITED: tr("within limits"),
        Repledge.FREELY: tr("freely"),
    }[value]


def repledge_token(value: Repledge) -> str:
    """Return the colour token of a re-pledge policy."""
    return {
        Repledge.UNKNOWN: "unknown",
        Repledge.NEVER: "safe",
        Repledge.LIMITED: "watch",
        Repledge.FREELY: "call",
    }[value]


def chain_words(view: PlatformView) -> str:
    """Return the hidden leverage of a platform's chain of re-pledges, with its limit."""
    if view.chain is None:
        return numbers.NONE
    now = text.times(view.chain.leverage)
    if view.chain.limit is None:
        return tr("{now}, no limit").format(now=now)
    most = numbers.plain(view.chain.limit, 2)
    return tr("{now} of {most}").format(now=numbers.plain(view.chain.leverage, 2), most=most)


def state(value: State) -> str:
    """Return what happens to a platform."""
    return {
        State.FIRST: tr("fails first"),
        State.FOLLOWS: tr("fails with it"),
        State.LOSES: tr("loses, stands"),
        State.STANDS: tr("stands"),
    }[value]


def state_token(value: State) -> str:
    """Return the colour token, and with it the shape, of a platform after a failure."""
    return {State.FIRST: "liquidation", State.FOLLOWS: "call", State.LOSES: "watch", State.STANDS: "safe"}[value]


def hit_words(hit: Hit) -> str:
    """Return what happens to a platform, with its round or what it loses."""
    words = state(hit.state)
    if hit.state is State.FOLLOWS:
        return tr("fails in round {number}").format(number=hit.round)
    if hit.state is State.LOSES:
        return tr("loses {share}, stands").format(share=numbers.percent(hit.lost))
    return words


def basis(value: Basis) -> str:
    """Return what concentration is told by."""
    return {Basis.PLATFORM: tr("by platform"), Basis.ASSET: tr("by asset"), Basis.CHAIN: tr("by chain")}[value]


def place(name: str) -> str:
    """Return the name of an asset, platform or chain; what lies on several chains has none."""
    return name or tr("several chains or none")


def fact(name: str) -> str:
    """Return the name of a fact of a platform."""
    return {
        "region": tr("Region"),
        "terms": tr("Terms"),
        "insurance": tr("Insurance"),
        "proof_of_reserves": tr("Proof of reserves"),
        "audits": tr("Audits"),
        "repledge": tr("Re-pledges collateral"),
        "reused": tr("Share that is pledged on"),
        "layers": tr("How often"),
        "cushion": tr("Cushion"),
        "recovered": tr("Comes back after a failure"),
        "token": tr("Its own coin"),
        "routes": tr("Networks"),
        "every_days": tr("Days between reviews"),
    }.get(name, name)


def fact_value(name: str, value: str) -> str:
    """Return a fact's value as people read it."""
    if not value:
        return numbers.NONE
    if name == "repledge":
        return repledge(Repledge(value))
    if name in ("reused", "cushion", "recovered"):
        return numbers.percent(Decimal(value))
    return value
