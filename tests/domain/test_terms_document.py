"""Terms survive the trip through a document, and a document that makes no sense says where."""

import json
from decimal import Decimal
from typing import Any

import pytest
from builders import terms
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.earn.convention import Boundary, Convention, DayCount, Period, RepayOrder
from desktop_app.domain.loans.document import terms_from_document, terms_to_document
from desktop_app.domain.loans.ladder import Comparator, Level, LevelAction, LevelKind, make_ladder
from desktop_app.domain.loans.terms import LtvFormula, Terms
from desktop_app.domain.problems import Problem, Refused

FRACTIONS = st.decimals("0.0001", "1", places=6)


@st.composite
def any_terms(draw: st.DrawFn) -> Terms:
    limits = sorted(draw(st.sets(st.decimals("0.3", "9", places=6), min_size=3, max_size=3)))
    kinds = sorted(draw(st.lists(st.sampled_from(LevelKind), min_size=3, max_size=3)), key=list(LevelKind).index)
    hours = st.one_of(st.none(), st.decimals("0.5", "72", places=1))
    levels = tuple(
        Level(
            f"level {index}",
            kind,
            ltv,
            draw(st.sampled_from(Comparator)),
            draw(hours),
            tuple(sorted(draw(st.dictionaries(st.sampled_from(["BTC", "ETH"]), FRACTIONS)).items())),
            draw(st.one_of(st.none(), st.sampled_from(LevelAction))),
        )
        for index, (kind, ltv) in enumerate(zip(kinds, limits, strict=True))
    )
    under = st.one_of(st.none(), st.decimals("0.01", "0.29", places=6))
    interest = draw(
        st.builds(
            Convention,
            st.sampled_from(Period),
            st.booleans(),
            st.sampled_from(DayCount),
            st.sampled_from(Boundary),
            st.sampled_from(["UTC", "UTC+8", "Europe/Zurich"]),
            st.one_of(st.none(), st.integers(0, 18)),
            st.sampled_from(RepayOrder),
        )
    )
    weights = draw(st.dictionaries(st.sampled_from(["BTC", "ETH", "NEXO"]), FRACTIONS))
    ladder = make_ladder(levels, draw(under), draw(under))
    formula, ends = draw(st.sampled_from(LtvFormula)), draw(st.one_of(st.none(), st.dates()))
    return Terms(ladder, formula, interest, weights, ends, "a page", "2026-11-21", draw(st.booleans()))


@given(any_terms())
def test_terms_come_back_from_their_document_as_they_were(given_terms: Terms) -> None:
    document = json.loads(json.dumps(terms_to_document(given_terms)))
    assert terms_from_document(document) == given_terms


def test_what_a_document_leaves_out_takes_its_default() -> None:
    found = terms_from_document(
        {"levels": [{"kind": "margin_call", "ltv": "0.7"}, {"kind": "liquidation", "ltv": 0.8}]}
    )
    assert [level.key for level in found.ladder.levels] == ["margin_call_1", "liquidation_2"]
    assert [level.comparator for level in found.ladder.levels] == [Comparator.AT_OR_OVER] * 2
    assert (found.formula, found.interest, found.ladder.initial) == (LtvFormula.GROSS, Convention(), None)


def broken(path: str, value: Any) -> dict[str, Any]:
    """A good document with one field changed; `path` is like ``levels.0.ltv``."""
    document = json.loads(json.dumps(terms_to_document(terms(initial="0.5", target="0.5"))))
    *parents, last = path.split(".")
    place: Any = document
    for name in parents:
        place = place[int(name)] if name.isdigit() else place[name]
    place[last] = value
    return document


@pytest.mark.parametrize(
    ("path", "value", "problem", "field"),
    [
        ("levels", [], Problem.LADDER_EMPTY, "levels"),
        ("levels.0.ltv", None, Problem.FIELD_MISSING, "levels[0].ltv"),
        ("levels.1.ltv", "71.4", Problem.NOT_A_FRACTION, "levels[1].ltv"),
        ("levels.1.ltv", "abc", Problem.NOT_A_NUMBER, "levels[1].ltv"),
        ("levels.1.ltv", "NaN", Problem.NOT_A_NUMBER, "levels[1].ltv"),
        ("levels.0.kind", "panic", Problem.FIELD_TYPE, "levels[0].kind"),
        ("levels.0.comparator", "=>", Problem.FIELD_TYPE, "levels[0].comparator"),
        ("levels.0.cure_hours", "soon", Problem.NOT_A_NUMBER, "levels[0].cure_hours"),
        ("levels.0.cure_hours", "-1", Problem.NOT_POSITIVE, "levels[0].cure_hours"),
        ("levels.3.ltv", "0.1", Problem.LADDER_ORDER, "levels"),
        ("levels.1.key", "call 0.769", Problem.TWICE, "levels"),
        ("target", "0.741", Problem.LADDER_ORDER, "target"),
        ("initial", "0", Problem.NOT_A_FRACTION, "initial"),
        ("formula", "magic", Problem.FIELD_TYPE, "formula"),
        ("interest.zone", "Mars", Problem.NOT_A_ZONE, "interest.zone"),
        ("interest.period", "week", Problem.FIELD_TYPE, "interest.period"),
        ("interest.day_count", "30/360", Problem.FIELD_TYPE, "interest.day_count"),
        ("interest.boundary", "never", Problem.FIELD_TYPE, "interest.boundary"),
        ("interest.repay_order", "both", Problem.FIELD_TYPE, "interest.repay_order"),
        ("interest.places", -1, Problem.FIELD_TYPE, "interest.places"),
        ("interest.places", 99, Problem.FIELD_TYPE, "interest.places"),
        ("weights", {"BTC": "1.01"}, Problem.NOT_A_FRACTION, "weights.BTC"),
        ("weights", {"BTC": "-0.1"}, Problem.NOT_A_FRACTION, "weights.BTC"),
    ],
    ids=lambda value: value if isinstance(value, str) and not value.startswith("-") else None,
)
def test_a_document_that_makes_no_sense_says_where(path: str, value: Any, problem: Problem, field: str) -> None:
    with pytest.raises(Refused) as caught:
        terms_from_document(broken(path, value))
    assert (caught.value.problem, caught.value.field) == (problem, field)


@pytest.mark.parametrize(
    ("formula", "counted"),
    [
        (LtvFormula.GROSS, "1"),
        (LtvFormula.COLLATERAL_RATIO, "1"),
        (LtvFormula.HAIRCUT, "0.8"),
        (LtvFormula.HEALTH_FACTOR, "0.8"),
    ],
)
def test_only_some_formulas_weigh_the_collateral(formula: LtvFormula, counted: str) -> None:
    weighing = Terms(terms().ladder, formula, weights={"BTC": Decimal("0.8")})
    assert weighing.weight("BTC") == Decimal(counted)
    assert weighing.weight("ETH") == 1
