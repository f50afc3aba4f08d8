"""Platforms: facts with their reviews, exposure, concentration, what a failure takes along."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from builders import quote, utc
from making import loan, terms, write_portfolio

from desktop_app.domain.counterparty import Change, Facts, Repledge
from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.reach import Route
from desktop_app.domain.risk.contagion import Dependency
from desktop_app.engine import importing, platform_commands
from desktop_app.engine.counterparties import Basis, State, failure, platform_views, spreads
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.snapshot import Snapshot

NOW = utc("2026-11-21 12:00")
FACTS = {
    "region": "CH",
    "repledge": "freely",
    "reused": "0.5",
    "layers": 2,
    "cushion": "0.1",
    "recovered": "0.25",
    "token": "NEXO",
    "routes": [{"asset": "BTC", "network": "Bitcoin"}],
    "source": "its terms",
    "as_of": "2026-06-01",
    "review": "2026-12-01",
}
PLATFORMS = [
    {"id": "bank", "name": "Bank", "facts": FACTS},
    {"id": "wallet", "name": "Own wallet"},
    {"id": "other", "name": "Other", "share_limit": "0.1"},
    {"id": "vault", "name": "Vault"},
]
HOLDINGS = [
    {"id": "a", "platform": "wallet", "asset": "USDT", "amount": "600", "reserve": True},
    {"id": "b", "platform": "other", "asset": "NEXO", "amount": "400"},
]
DEPENDS = [
    {"platform": "bank", "on": "vault", "share": "0.4", "source": "its report"},
    {"platform": "other", "on": "bank", "share": "0.05"},
]
SECOND = loan(
    "two",
    platform="other",
    collateral=[{"asset": "BTC", "amount": "0.5"}, {"asset": "NEXO", "amount": "200"}],
    debts=[{"asset": "USDT", "amount": "400"}],
    terms=terms(),
)


def snapshot(monitor: Monitor, folder: Path, **more: Any) -> Snapshot:
    told = {"platforms": PLATFORMS, "holdings": HOLDINGS, "dependencies": DEPENDS, **more}
    importing.import_file(monitor, write_portfolio(folder, loan(), SECOND, **told), NOW)
    monitor.accept([quote("1000", NOW), quote("1", NOW, asset="NEXO")], NOW)
    return monitor.snapshot(NOW)


def test_a_portfolio_file_tells_facts_and_dependencies(monitor: Monitor, tmp_path: Path) -> None:
    snapshot(monitor, tmp_path)
    facts = next(one.facts for one in monitor.portfolio.platforms if one.id == "bank")
    assert (facts.repledge, facts.recovered, facts.routes) == (
        Repledge.FREELY,
        Decimal("0.25"),
        (Route("BTC", "Bitcoin"),),
    )
    assert monitor.portfolio.dependencies[0] == Dependency("bank", "vault", Decimal("0.4"), "its report")
    (review,) = monitor.portfolio.reviews
    assert (review.platform, review.day, review.changes, review.source) == ("bank", date(2026, 6, 1), (), "its terms")
    same = importing.import_file(monitor, tmp_path / "portfolio.json", NOW)
    assert (same.added, same.changed) == (0, 0)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"dependencies": [{"platform": "bank", "on": "nowhere", "share": "0.1"}]}, "dependencies[0].on"),
        ({"dependencies": [{"platform": "bank", "on": "bank", "share": "0.1"}]}, "dependencies[0].on"),
        ({"platforms": [{"id": "x", "name": "X", "facts": {"cushion": "2"}}]}, "platforms[0].facts.cushion"),
        ({"holdings": [{**HOLDINGS[0], "reach": {"loss": "2"}}]}, "holdings[0].reach.loss"),
        (
            {"credit_lines": [{"id": "c", "name": "C", "platform": "bank", "asset": "USD", "limit": 5, "drawn": 6}]},
            "credit_lines[0].limit",
        ),
    ],
)
def test_what_is_impossible_is_refused_with_its_place(
    monitor: Monitor, tmp_path: Path, more: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as told:
        snapshot(monitor, tmp_path, **more)
    assert told.value.field == field
    assert told.value.line > 0
    assert not monitor.portfolio.platforms


def test_a_change_is_kept_with_old_and_new_value_and_moves_the_next_review(monitor: Monitor, tmp_path: Path) -> None:
    snapshot(monitor, tmp_path)
    bank = platform_commands.platform_of(monitor, "bank")
    changed = replace(bank, facts=replace(bank.facts, reused=Decimal("0.6"), source="a call"))
    kept = platform_commands.keep_platform(monitor, changed, NOW)
    newest = monitor.portfolio.reviews[0]
    assert (newest.day, newest.changes) == (NOW.date(), (Change("reused", "0.5", "0.6"),))
    assert newest.source == "a call"
    assert kept.facts.review == date(2027, 2, 19)
    assert platform_commands.reviewed(monitor, "bank", utc("2026-12-24 08:00")).facts.review == date(2027, 3, 24)
    assert monitor.portfolio.reviews[0].changes == ()
    limited = replace(kept, facts=monitor.portfolio.platforms[0].facts, share_limit=Decimal("0.3"))
    platform_commands.keep_platform(monitor, limited, NOW)
    assert len(monitor.portfolio.reviews) == 3, "a limit is no look at the platform"


def test_exposure_counts_pledged_assets_and_hidden_claims(monitor: Monitor, tmp_path: Path) -> None:
    views = {view.platform.id: view for view in platform_views(snapshot(monitor, tmp_path))}
    bank, other = views["bank"], views["other"]
    assert (bank.exposure.assets, bank.exposure.debt, bank.net, bank.loans) == (1000, 500, 500, 1)
    assert bank.of_net == Decimal(500) / 1800
    assert bank.chain is not None
    assert (bank.chain.leverage, bank.chain.limit, bank.chain.claims) == (Decimal("1.75"), 2, 1750)
    assert (other.exposure.assets, other.limit, other.over) == (1100, Decimal("0.1"), True)
    assert views["vault"].exposure.assets == 0


def test_concentration_is_told_by_platform_asset_and_chain(monitor: Monitor, tmp_path: Path) -> None:
    held = [{**HOLDINGS[0], "reach": {"chain": "Tron"}}, HOLDINGS[1]]
    found = {one.basis: one.found.shares for one in spreads(snapshot(monitor, tmp_path, holdings=held))}
    assert found[Basis.ASSET] == {"BTC": Decimal(1500) / 2700, "NEXO": Decimal(600) / 2700, "USDT": Decimal(600) / 2700}
    assert set(found[Basis.CHAIN]) == {"Bitcoin", "Ethereum", "Tron"}
    assert sum(found[Basis.PLATFORM].values()) == pytest.approx(1)


def test_a_failure_takes_along_who_depends_on_it_and_calls_what_stood_on_its_coin(
    monitor: Monitor, tmp_path: Path
) -> None:
    found = snapshot(monitor, tmp_path)
    gone = failure(found, frozenset({"vault"}))
    states = {hit.platform.id: (hit.state, hit.round) for hit in gone.hits}
    assert states == {
        "vault": (State.FIRST, 0),
        "bank": (State.FOLLOWS, 1),
        "other": (State.LOSES, None),
        "wallet": (State.STANDS, None),
    }
    assert (gone.damage.lost, gone.damage.stuck, gone.damage.owed) == (750, 250, 500)
    assert gone.tokens == ("NEXO",)
    assert (gone.of_tokens, gone.lost) == (600, 1350)
    assert gone.called == ("Loan two",), "400 against 500 of Bitcoin alone is at its liquidation"
    nothing = failure(found, frozenset())
    assert (nothing.lost, nothing.called, nothing.coverage) == (0, (), found.totals.coverage)


def test_a_dependency_may_name_a_platform_that_is_new(monitor: Monitor, tmp_path: Path) -> None:
    snapshot(monitor, tmp_path)
    one = Dependency("bank", "issuer", Decimal("0.2"))
    platform_commands.keep_dependency(monitor, one, ("Bank", "Coin issuer"), NOW)
    assert monitor.portfolio.platform_name("issuer") == "Coin issuer"
    with pytest.raises(Refused) as told:
        platform_commands.keep_dependency(monitor, replace(one, share=Decimal("0.7")), ("", ""), NOW)
    assert told.value.problem is Problem.SHARES_OVER
    assert platform_commands.remove_dependency(monitor, one, NOW) == one
    assert one not in monitor.portfolio.dependencies


def test_facts_that_were_never_entered_take_no_room(monitor: Monitor, tmp_path: Path) -> None:
    snapshot(monitor, tmp_path)
    rows = {row["id"]: row["facts"] for row in monitor.store.db.query("select id, facts from platforms")}
    assert rows["wallet"] is None
    assert rows["bank"] is not None
    assert monitor.portfolio.platforms[-1].facts == Facts()
    assert monitor.store.check() == []
