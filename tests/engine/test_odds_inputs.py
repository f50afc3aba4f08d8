"""Odds of a portfolio: which loans count, whose figures, what the reserve does, where the work is done."""

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from test_stress import NOW, loan, reserve, shown, terms

from desktop_app.domain.earn.position import Position, PositionKind
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine import cluster
from desktop_app.engine.cluster import read_scheduler, runner_at
from desktop_app.engine.odds import on_executor
from desktop_app.engine.odds_inputs import Ask, Basis, Kind, OddsFound, find_odds, moving_assets
from desktop_app.engine.price_history import DailyReturns
from desktop_app.engine.snapshot import Snapshot

ASK = Ask(days=30, futures=8192)
NO_HISTORY = DailyReturns((), np.empty((0, 0)), None, None)


def history(*assets: str, days: int = 300, volatility: float = 0.03) -> DailyReturns:
    drawn = np.random.default_rng(1).standard_normal((days, len(assets))) * volatility
    return DailyReturns(assets, drawn, NOW, NOW)


def asked(view: Snapshot, lived: DailyReturns, ask: Ask = ASK) -> OddsFound:
    found = find_odds(view, lived, ask)
    assert found is not None
    return found


@pytest.mark.parametrize("kind", list(Kind))
def test_a_deeper_loan_is_called_more_often_in_every_model(kind: Kind) -> None:
    view = shown(loan("shallow", debt="450"), loan("deep", debt="600"))
    found = asked(view, history("BTC"), replace(ASK, kind=kind))
    chances = {one.loan.id: found.alone.loans[0][n].probability for n, one in enumerate(found.loans)}
    assert chances["deep"] > chances["shallow"]
    assert found.alone.any_loan[0].probability >= chances["deep"]
    assert (found.basis, found.days_known, found.with_reserve) == (Basis.HISTORY, 300, None)


def test_a_past_that_rose_promises_nothing_unless_that_is_asked() -> None:
    rising = DailyReturns(("BTC",), np.full((200, 1), 0.01), NOW, NOW)
    still = asked(shown(loan(debt="600")), rising)
    assert still.fans["one"][-1][2] == pytest.approx(0.6, rel=0.01)
    assert asked(shown(loan(debt="600")), rising, replace(ASK, trend=True)).fans["one"][-1][2] < 0.5


def test_without_history_fat_tails_take_the_table_and_runs_of_days_refuse() -> None:
    found = asked(shown(loan(debt="600")), NO_HISTORY, replace(ASK, kind=Kind.FAT_TAILED))
    assert (found.basis, found.days_known) == (Basis.TABLE, 0)
    assert found.alone.loans[0][0].probability > 0
    with pytest.raises(Refused) as refused:
        asked(shown(loan(debt="600")), NO_HISTORY)
    assert refused.value.problem is Problem.NO_HISTORY
    with pytest.raises(Refused):
        asked(shown(loan(debt="600")), history("BTC", days=20))


def test_a_loan_in_an_asset_without_history_is_left_out_and_told() -> None:
    view = shown(loan(), loan("odd", pledged=(("NEW", "1"),), debt="1"), NEW=Decimal(5))
    found = asked(view, history("BTC", "ETH"))
    assert [one.loan.id for one in found.loans] == ["one"]
    assert [one.loan.id for one in found.left_out] == ["odd"]


def test_the_reserve_lowers_the_odds_of_a_sale() -> None:
    view = shown(loan(debt="620"), holdings=(reserve("200"),))
    found = asked(view, history("BTC"))
    assert found.with_reserve is not None
    assert found.with_reserve.loans[1][0].probability < found.alone.loans[1][0].probability


def test_what_arrives_after_the_cure_window_is_no_reserve() -> None:
    rules = terms(hours="6")
    late = shown(loan(rules=rules), holdings=(reserve("200", hours="12"),))
    assert asked(late, history("BTC")).with_reserve is None
    soon = shown(loan(rules=rules), holdings=(reserve("200", hours="5"),))
    assert asked(soon, history("BTC")).with_reserve is not None


def test_collateral_that_stands_still_holds_a_loan_up() -> None:
    mixed = shown(loan(pledged=(("BTC", "2"), ("USDT", "800")), debt="600"))
    alone = shown(loan(debt="600"))
    odds = [asked(one, history("BTC")).alone.loans[0][0].probability for one in (mixed, alone)]
    assert odds[0] < odds[1]


def test_limits_tell_how_much_less_or_how_much_more_may_be_owed() -> None:
    found = asked(shown(loan("deep", debt="650"), loan("shallow", debt="100")), history("BTC"))
    sizes = {one.loan.id: found.sizes[n] for n, one in enumerate(found.loans)}
    deep, shallow = sizes["deep"].call, sizes["shallow"].call
    assert deep is not None
    assert shallow is not None
    assert deep.debt < 650
    assert deep.extra > 0
    assert shallow.debt > 100
    assert shallow.extra == 0
    # More collateral and less debt come to the same LTV.
    assert abs(650 / (1000 + deep.extra) - deep.debt / 1000) < Decimal("1e-9")


def test_only_what_moves_and_decides_needs_history() -> None:
    held = Position("s", "Savings", "safe", PositionKind.SAVINGS, "ETH", Decimal(1), NOW)
    view = shown(loan(), holdings=(reserve("1"), reserve("1", asset="SOL")), positions=(held,), SOL=Decimal(9))
    assert moving_assets(view) == {"BTC", "SOL"}


def test_it_stops_where_it_is_told_to() -> None:
    assert find_odds(shown(loan()), history("BTC"), ASK, go_on=lambda done: False) is None


def test_an_address_reads_like_one_or_is_refused() -> None:
    assert read_scheduler("  ") == ""
    assert read_scheduler(" tcp://10.0.0.5:8786 ") == "tcp://10.0.0.5:8786"
    with pytest.raises(Refused) as refused:
        read_scheduler("ftp://somewhere")
    assert refused.value.problem is Problem.NOT_A_SCHEDULER


def test_a_cluster_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Refused) as refused:
        find_odds(shown(loan()), history("BTC"), ASK, "tcp://127.0.0.1:1")
    assert refused.value.problem is Problem.NO_CLUSTER_LIBRARY


class Cluster:
    """What a client of a cluster offers, over threads of this computer."""

    def __init__(self, address: str, *, workers: int = 2, **_: object) -> None:
        if workers < 0:
            raise OSError("nobody answers")
        self._pool, self.workers, self.closed = ThreadPoolExecutor(2), workers, False

    def nthreads(self) -> dict[str, int]:
        return {"worker": self.workers} if self.workers else {}

    def get_executor(self, **_: object) -> ThreadPoolExecutor:
        return self._pool

    def close(self) -> None:
        self.closed = True
        self._pool.shutdown()


def test_a_cluster_finds_what_this_computer_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Cluster("")
    monkeypatch.setattr(cluster, "_client", lambda scheduler: made)
    there = find_odds(shown(loan(debt="600")), history("BTC"), ASK, "tcp://127.0.0.1:1")
    here = asked(shown(loan(debt="600")), history("BTC"))
    assert there is not None
    assert there.alone.loans == here.alone.loans
    assert made.closed


def test_a_scheduler_without_workers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_client", lambda scheduler: Cluster("", workers=0))
    with pytest.raises(Refused) as refused, runner_at("tcp://127.0.0.1:1"):
        pass
    assert refused.value.problem is Problem.NO_CLUSTER


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_real_cluster_finds_what_this_computer_finds() -> None:
    distributed = pytest.importorskip("distributed", reason="the part for clusters is not installed")
    view, lived, ask = shown(loan(debt="600")), history("BTC"), replace(ASK, futures=40_000)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local:
        there = find_odds(view, lived, ask, local.scheduler_address)
    here = asked(view, lived, ask)
    assert there is not None
    assert there.alone.loans == here.alone.loans
    assert (there.alone.tally.fans == here.alone.tally.fans).all()


def test_a_generator_that_is_closed_leaves_no_work_behind() -> None:
    begun: list[int] = []
    with ThreadPoolExecutor(1) as pool:
        results = on_executor(pool, 1)(begun.append, range(1000))  # type: ignore[arg-type,return-value]
        next(iter(results))
        results.close()  # type: ignore[attr-defined]
    assert len(begun) < 10
