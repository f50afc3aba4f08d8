"""A level counts as reached exactly where the venue says: over it, or at or over it."""

from decimal import Decimal

import pytest
from builders import ladder, level

from desktop_app.domain.loans.ladder import Depth, LevelKind, from_collateral_ratio, make_ladder
from desktop_app.domain.problems import Problem, Refused

HAIR = Decimal("1e-40")


@pytest.mark.parametrize("edge", ["0.70", "0.8333", "0.833", "1", "0.000001"])
def test_at_the_level_itself_the_comparator_decides(edge: str) -> None:
    at_or_over, over = level(f"call {edge}"), level(f"call >{edge}")
    value = Decimal(edge)
    assert at_or_over.reached(value)
    assert not over.reached(value)
    assert over.reached(value + HAIR)
    assert at_or_over.reached(value + HAIR)
    assert not at_or_over.reached(value - HAIR)
    assert not over.reached(value - HAIR)


def test_five_sixths_lie_over_83_33_and_under_83_34_percent() -> None:
    """5,000 owed against 6,000: Nexo prints 83.33 %, yet it is more than 0.8333 to the last digit."""
    five_sixths = Decimal(5000) / Decimal(6000)
    assert level("liq 0.8333").reached(five_sixths)
    assert level("liq >0.8333").reached(five_sixths)
    assert level("liq 0.833").reached(five_sixths)
    assert not level("liq 0.8334").reached(five_sixths)


def test_debt_against_nothing_is_beyond_every_level() -> None:
    assert level("liq >10").reached(None)
    assert ladder().depth(None) is Depth.LIQUIDATION


@pytest.mark.parametrize(
    ("ltv", "depth"),
    [
        ("0", Depth.SAFE),
        ("0.7139999", Depth.SAFE),
        ("0.714", Depth.EARLY_WARNING),
        ("0.741", Depth.MARGIN_CALL),
        ("0.769", Depth.MARGIN_CALL),
        ("0.8329999", Depth.MARGIN_CALL),
        ("0.833", Depth.LIQUIDATION),
        ("5", Depth.LIQUIDATION),
    ],
)
def test_the_depth_is_the_worst_level_reached(ltv: str, depth: Depth) -> None:
    assert ladder().depth(Decimal(ltv)) is depth


def test_levels_are_sorted_and_found_by_kind_and_key() -> None:
    made = ladder("liq 0.9", "warn 0.6", "call 0.8", "call 0.7")
    assert [one.ltv for one in made.levels] == [Decimal(text) for text in ("0.6", "0.7", "0.8", "0.9")]
    call = made.of_kind(LevelKind.MARGIN_CALL)
    assert call is not None
    assert call.ltv == Decimal("0.7")
    assert made.level("liq 0.9") is made.levels[-1]
    assert made.level("none") is None
    assert ladder("liq 0.9").of_kind(LevelKind.MARGIN_CALL) is None


@pytest.mark.parametrize(
    ("levels", "targets", "problem"),
    [
        ((), {}, Problem.LADDER_EMPTY),
        (("call 0",), {}, Problem.NOT_A_FRACTION),
        (("call -0.1",), {}, Problem.NOT_A_FRACTION),
        (("call 10.01",), {}, Problem.NOT_A_FRACTION),
        (("liq 0.7", "call 0.8"), {}, Problem.LADDER_ORDER),
        (("call 0.6", "warn 0.7"), {}, Problem.LADDER_ORDER),
        (("call 0.7", "call 0.7"), {}, Problem.TWICE),
        (("call 0.7", "liq 0.8"), {"target": "0.8"}, Problem.LADDER_ORDER),
        (("call 0.7", "liq 0.8"), {"target": "0.7"}, Problem.LADDER_ORDER),
        (("warn 0.5", "liq 0.8"), {"target": "0.8"}, Problem.LADDER_ORDER),
        (("call 0.7", "liq 0.8"), {"target": "0"}, Problem.LADDER_ORDER),
        (("call 0.7", "liq 0.8"), {"initial": "0.8"}, Problem.LADDER_ORDER),
        (("call 0.7", "liq 0.8"), {"initial": "-1"}, Problem.LADDER_ORDER),
    ],
)
def test_a_ladder_that_makes_no_sense_is_refused(
    levels: tuple[str, ...], targets: dict[str, str], problem: Problem
) -> None:
    values = {name: Decimal(text) for name, text in targets.items()}
    with pytest.raises(Refused) as caught:
        make_ladder(tuple(level(text) for text in levels), **values)
    assert caught.value.problem is problem


def test_a_level_may_lie_at_1000_percent_and_two_of_one_key_are_named() -> None:
    assert ladder("liq 10").levels[0].ltv == 10
    with pytest.raises(Refused) as caught:
        ladder("warn 0.5", "call 0.7", "call 0.7")
    assert caught.value.values == {"value": "call 0.7"}


def test_a_cure_aims_at_the_target_else_the_start_else_half_the_first_level() -> None:
    assert ladder(initial="0.5", target="0.45").cure_target == Decimal("0.45")
    assert ladder(initial="0.5").cure_target == Decimal("0.5")
    assert ladder("call 0.8", "liq 0.9").cure_target == Decimal("0.4")


@pytest.mark.parametrize(("ratio", "ltv"), [("1.25", "0.8"), ("2", "0.5"), ("1.6", "0.625")])
def test_a_collateral_ratio_is_the_other_side_of_ltv(ratio: str, ltv: str) -> None:
    assert from_collateral_ratio(Decimal(ratio)) == Decimal(ltv)
