"""What the window has to tell: each alert that is due becomes a popup, once, and is recorded as told."""

from desktop_app.domain.alerts.channel import WINDOW
from desktop_app.engine import alert_commands
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import alert_toasts
from desktop_app.ui.alert_toasts import Answering
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.toast import MOST_POPUPS, ToastStack


class Teller:
    """Remembers what it has shown, so that what is not yet recorded as told is not shown twice."""

    def __init__(self, session: Session, answering: Answering) -> None:
        self._session = session
        self._answering = answering
        self._shown: set[str] = set()

    def tell(self, snapshot: Snapshot, toasts: ToastStack) -> None:
        """Show what is due in the window: many that come together as one."""
        fresh = [one for one in snapshot.due if one.channel == WINDOW and one.key not in self._shown]
        if not fresh:
            return
        self._shown |= {one.key for one in fresh}
        alerts = list({one.alert.id: one.alert for one in fresh}.values())
        late = [alert for alert in alerts if alert.late]
        live = [alert for alert in alerts if not alert.late]
        if len(live) > MOST_POPUPS:
            toasts.push(alert_toasts.grouped(live, snapshot, self._answering))
        else:
            for alert in live:
                toasts.push(alert_toasts.single(alert, snapshot, self._answering))
        if late:
            toasts.push(alert_toasts.late(late, snapshot, self._answering))
        keys = [one.key for one in fresh]
        self._session.do(lambda monitor, now: alert_commands.told(monitor, keys, now), always=True)
