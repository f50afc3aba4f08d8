"""How one failure becomes several."""

from decimal import Decimal
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.risk.contagion import Dependency, Stake, damage, spread

NAMES = "ABCDE"
SHARES = st.integers(0, 100).map(lambda percent: Decimal(percent) / 100)
EDGES = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), SHARES).map(lambda made: Dependency(*made)), max_size=8
)
CUSHIONS = st.dictionaries(st.sampled_from(NAMES), SHARES.filter(bool), max_size=5)


def edge(platform: str, on: str, share: str) -> Dependency:
    return Dependency(platform, on, Decimal(share))


def test_who_has_more_there_than_it_can_lose_fails_too() -> None:
    found = spread(
        ["A"],
        [
            Dependency("B", "A", Decimal("0.3")),
            Dependency("C", "B", Decimal("0.3")),
            Dependency("D", "A", Decimal("0.05")),
        ],
        {name: Decimal("0.1") for name in "BCD"},
        {"B": Decimal("0.8")},
    )
    assert found.rounds == (frozenset("A"), frozenset("B"))
    assert found.lost == {"B": Decimal("0.3"), "C": Decimal("0.06"), "D": Decimal("0.05")}


def test_losses_to_several_add_up() -> None:
    edges = [edge("C", "A", "0.06"), edge("C", "B", "0.06")]
    cushions = {"C": Decimal("0.1")}
    assert spread(["A"], edges, cushions, {}).failed == {"A"}
    assert spread(["A", "B"], edges, cushions, {}).failed == {"A", "B", "C"}


def test_a_circle_of_dependencies_ends() -> None:
    edges = [edge("A", "B", "1"), edge("B", "A", "1")]
    assert spread(["A"], edges, {"A": Decimal("0.5"), "B": Decimal("0.5")}, {}).failed == {"A", "B"}


@given(EDGES, CUSHIONS, st.frozensets(st.sampled_from(NAMES), max_size=2))
def test_the_end_is_the_smallest_set_that_holds(
    edges: list[Dependency], cushions: dict[str, Decimal], first: frozenset[str]
) -> None:
    failed = spread(first, edges, cushions, {}).failed
    alone = set(first)
    for _ in NAMES:  # one platform at a time, in any order, comes to the same
        for name in NAMES:
            loss = min(
                Decimal(1), sum((one.share for one in edges if one.platform == name and one.on in alone), Decimal(0))
            )
            if name in cushions and loss >= cushions[name]:
                alone.add(name)
    assert failed == alone


def test_the_order_of_dependencies_does_not_matter() -> None:
    edges = [
        Dependency("B", "A", Decimal("0.2")),
        Dependency("C", "B", Decimal("0.2")),
        Dependency("D", "C", Decimal("0.2")),
    ]
    cushions = {name: Decimal("0.2") for name in "BCD"}
    assert {spread(["A"], list(order), cushions, {}).rounds for order in permutations(edges)} == {
        tuple(frozenset(name) for name in "ABCD")
    }


def test_debt_to_a_failed_platform_stays_owed() -> None:
    stakes = [
        Stake("A", Decimal(100), Decimal(300), Decimal(150)),
        Stake("B", Decimal(50), Decimal(0), Decimal(10)),
    ]
    found = damage(stakes, frozenset("A"), {"A": Decimal("0.25")})
    assert (found.lost, found.stuck, found.owed) == (300, 100, 150)
