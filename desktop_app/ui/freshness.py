"""How fresh the prices are, in a few words for the top bar."""

from desktop_app.domain.prices.book import PriceState
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import numbers
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session


def freshness_words(snapshot: Snapshot, session: Session) -> tuple[str, str]:
    """Return how fresh the prices are, in words and as a colour token."""
    fresh = snapshot.freshness
    if fresh.missing:
        return tr("No price for {assets}").format(assets=", ".join(fresh.missing[:3])), "liquidation"
    if fresh.oldest is None:
        return (tr("No prices yet"), "unknown") if not snapshot.loans else (tr("Prices taken as 1"), "watch")
    age = numbers.ago(fresh.oldest, session.now())
    if fresh.state is PriceState.STALE:
        return tr("Prices stale: {age}").format(age=age), "liquidation"
    agree = tr("%n source(s) agree", "", fresh.sources)
    return tr("Prices {age} · {agree}").format(age=age, agree=agree), "safe"
