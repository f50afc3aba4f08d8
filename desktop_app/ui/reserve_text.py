"""Words for the reserve: items, ways, windows, transfers."""

from decimal import Decimal

from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.risk.transfer import Match, Transfer
from desktop_app.engine.items import ItemKind, ItemView
from desktop_app.engine.reserve_plan import PlannedStep
from desktop_app.ui import numbers
from desktop_app.ui.i18n import tr


def kind(value: ItemKind) -> str:
    """Return the name of a kind of item."""
    return {
        ItemKind.HOLDING: tr("holding"),
        ItemKind.POSITION: tr("position"),
        ItemKind.CREDIT: tr("credit line"),
    }[value]


def hours(value: Decimal | None) -> str:
    """Return a length of time: minutes under two hours, days over two days."""
    if value is None or value.is_infinite():
        return tr("no end")
    if value == 0:
        return tr("at once")
    if value < 2:
        return tr("{count} min").format(count=numbers.figure(value * 60, 0))
    if value >= 48:
        return tr("{count} d").format(count=numbers.figure(value / 24, 1))
    return tr("{count} h").format(count=numbers.figure(value, 1))


def ways(view: ItemView) -> str:
    """Return how soon an item is here, by each way: at a cost, and when waited for."""
    if view.item is None:
        return tr("no price")
    if not view.ways:
        return tr("cannot be had")
    told = [
        tr("{time} at {cost}").format(time=hours(one.hours), cost=numbers.percent(one.cost, 2))
        if one.cost
        else hours(one.hours)
        for one in view.ways
    ]
    return tr(" or ").join(told)


def daily(view: ItemView) -> str:
    """Return how much of an item may leave in a day."""
    limit = view.reach.per_day
    return numbers.NONE if limit is None else f"{numbers.amount(limit, 6)} {view.asset}"


def costs(view: ItemView) -> str:
    """Return what reaching an item costs: the share lost in all by the earliest way, and the fee."""
    early = view.ways[0].cost if view.ways else ZERO
    share = ONE - (ONE - early) * (ONE - view.reach.loss)
    parts = [numbers.percent(share, 2)] if share else []
    if view.reach.fee:
        parts.append(f"{numbers.amount(view.reach.fee, 6)} {view.asset}")
    return " + ".join(parts) or tr("nothing")


def costs_told(view: ItemView) -> str:
    """Return what each part of the costs of an item is for."""
    early = view.ways[0].cost if view.ways else ZERO
    parts = []
    if early:
        parts.append(tr("{share} for leaving early").format(share=numbers.percent(early, 2)))
    if view.reach.loss:
        parts.append(tr("{share} for spread and conversion").format(share=numbers.percent(view.reach.loss, 2)))
    if view.reach.fee:
        fee = f"{numbers.amount(view.reach.fee, 6)} {view.asset}"
        parts.append(tr("{fee} for each withdrawal").format(fee=fee))
    return ", ".join(parts) or tr("nothing")


def falls_with(view: ItemView, steady: frozenset[str]) -> str:
    """Return which share of a fall an item takes; of what it may turn into, the worst."""
    item = view.item
    if item is None:
        return numbers.NONE
    if item.or_else:
        return tr("the worse of {assets}").format(assets=", ".join([item.asset, *(name for name, _ in item.or_else)]))
    follows = item.follows if item.follows is not None else ZERO if item.asset in steady else ONE
    return numbers.percent(follows, 0)


def network(told: Transfer) -> str:
    """Return the network of a transfer in a word or two."""
    return {
        Match.SAME_PLATFORM: tr("internal"),
        Match.COMMON: ", ".join(route.network for route in told.routes),
        Match.NONE: tr("no match"),
        Match.UNKNOWN: tr("not known"),
    }[told.match]


def network_token(told: Transfer) -> str:
    """Return the colour token of how the networks of both ends meet."""
    return {
        Match.SAME_PLATFORM: "safe",
        Match.COMMON: "safe",
        Match.NONE: "liquidation",
        Match.UNKNOWN: "watch",
    }[told.match]


def transfer_lines(planned: PlannedStep) -> list[tuple[str, str]]:
    """Return a transfer spelled out, a (sentence, colour token) a line, in the order in which it is done."""
    told, item, loan = planned.transfer, planned.item, planned.loan
    lines = [(_leaving(planned), "text")]
    if told.match is Match.SAME_PLATFORM:
        lines.append(
            (tr("It lies with {platform} already: no network is needed.").format(platform=loan.platform_name), "safe")
        )
    else:
        lines += _networks(told)
        if told.test is not None:
            test = tr("Send {amount} {asset} first and wait until it is seen there, then the rest.")
            lines.append(
                (test.format(amount=numbers.amount(told.test, 2 if told.test >= 1 else 6), asset=told.asset), "text")
            )
        if not told.test_in_time:
            late = tr(
                "With a test it arrives after {time}, later than the window: there is time for one transfer only."
            )
            lines.append((late.format(time=hours(told.tested)), "watch"))
    paid = numbers.NONE if planned.pays is None else numbers.amount(planned.pays, 6)
    repay = tr("Repay {amount} {asset} of {loan}.")
    lines.append((repay.format(amount=paid, asset=told.asset, loan=loan.loan.name), "text"))
    lines.append(_arrival(planned))
    if item.reach.per_day is not None:
        limit = tr("At most {amount} a day may leave: this is one of several parts.")
        lines.append((limit.format(amount=daily(item)), "muted"))
    return lines


def _leaving(planned: PlannedStep) -> str:
    item, asset = planned.item, planned.transfer.asset
    units = f"{numbers.amount(planned.units, 4)} {item.asset}"
    if planned.step.waits:
        pattern = tr("Wait until {item} ends, which saves the cost of leaving early, and take out {units}.")
    elif item.kind is ItemKind.CREDIT:
        pattern = tr("Draw {units} on {item}.")
    else:
        pattern = tr("Take {units} out of {item}.")
    words = pattern.format(item=item.name, units=units)
    if item.asset == asset:
        return words
    return f"{words} {tr('Change it into {asset}.').format(asset=asset)}"


def _networks(told: Transfer) -> list[tuple[str, str]]:
    sends, takes = ", ".join(told.sends) or "?", ", ".join(told.takes) or "?"
    if told.match is Match.UNKNOWN:
        words = tr("Networks are not known at both ends ({sends} / {takes}): enter them on the Platforms page.")
        return [(words.format(sends=sends, takes=takes), "watch")]
    if told.match is Match.NONE:
        words = tr(
            "No network in common: it leaves by {sends}, the lender takes {takes}. What is sent wrongly is lost."
        )
        return [(words.format(sends=sends, takes=takes), "liquidation")]
    lines = [(tr("Network: {names}.").format(names=", ".join(route.network for route in told.routes)), "safe")]
    memos = [route for route in told.routes if route.memo]
    if memos:
        words = tr("Memo or tag on {network}: {memo}. Without it the money is not credited.")
        lines += [(words.format(network=route.network, memo=route.memo), "call") for route in memos]
    return lines


def _arrival(planned: PlannedStep) -> tuple[str, str]:
    if planned.due is None:
        return tr("Expected at {when}.").format(when=numbers.moment(planned.arrives)), "text"
    words = tr("Expected at {when}; the window ends at {due} if the call came now.")
    told = words.format(when=numbers.moment(planned.arrives), due=numbers.moment(planned.due))
    return told, "safe" if planned.transfer.in_time else "liquidation"
