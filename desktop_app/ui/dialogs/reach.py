"""What forms ask about how an amount is reached."""

from desktop_app.domain.reach import Reach
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.asks import Ask, Kind, Values


def reach_asks(reach: Reach) -> tuple[Ask, ...]:
    """Return what is asked, beginning with `reach`."""
    return (
        Ask("fee", tr("Fee of a withdrawal, units"), Kind.NUMBER, reach.fee),
        Ask("loss", tr("Spread and conversion, %"), Kind.SHARE, reach.loss),
        Ask("per_day", tr("At most a day, units"), Kind.ANY_POSITIVE, reach.per_day, tr("empty: no limit")),
        Ask("handled_at", tr("Handled once a day at"), Kind.ANY_CLOCK, reach.handled_at, tr("empty: at once")),
        Ask("zone", tr("Clock"), Kind.ZONE, reach.zone, tr("such as UTC+8")),
        Ask("follows", tr("Share of a fall that it takes, %"), Kind.ANY_SHARE, reach.follows, tr("empty: by its kind")),
        Ask("networks", tr("Networks"), Kind.TEXT, ", ".join(reach.networks), tr("empty: the platform's")),
        Ask("chain", tr("Lies on the chain"), Kind.TEXT, reach.chain, tr("empty: by its asset")),
    )


def reach_of(values: Values) -> Reach:
    """Return the reach that the values of `reach_asks` describe."""
    names = tuple(name.strip() for name in values["networks"].split(",") if name.strip())
    kept = ("fee", "loss", "per_day", "handled_at", "zone", "follows", "chain")
    return Reach(networks=names, **{key: values[key] for key in kept})
