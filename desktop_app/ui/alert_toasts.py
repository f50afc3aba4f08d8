"""Popups of alerts: one for each, one for many that come together, one for those found late."""

from collections.abc import Sequence
from typing import Protocol

from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import alert_text, numbers, text
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.toast import Action, Toast


class Answering(Protocol):
    """Who carries out what a popup's buttons offer."""

    def open_page(self, name: str) -> None:
        """Show a page."""

    def open_loan(self, loan_id: str) -> None:
        """Show a loan."""

    def acknowledge(self, alert_id: str) -> None:
        """Mark an alert as seen."""

    def snooze(self, alert_id: str, minutes: int) -> None:
        """Quieten an alert for `minutes`; 0 until it gets worse."""


def single(alert: AlertRecord, snapshot: Snapshot, answering: Answering) -> Toast:
    """Return the popup of one alert: what happened, what to do, and the buttons for it."""
    view = snapshot.loan(alert.loan_id) if alert.loan_id else None
    words = [alert_text.body(alert, snapshot.currency)]
    if view is not None:
        words += text.advice(view, snapshot)
    show: Action
    if view is not None:
        show = (tr("Show plan"), lambda: answering.open_loan(alert.loan_id))
    else:
        show = (tr("Show"), lambda: answering.open_page("alerts"))
    return Toast(
        alert_text.title(alert, snapshot.currency),
        text.in_sequence(*filter(None, words)),
        alert_text.token(alert),
        [
            show,
            (tr("Acknowledge"), lambda: answering.acknowledge(alert.id)),
            (tr("Snooze 15 min"), lambda: answering.snooze(alert.id, 15)),
        ],
        tr("now"),
        [
            (tr("Snooze 1 h"), lambda: answering.snooze(alert.id, 60)),
            (tr("Snooze until it gets worse"), lambda: answering.snooze(alert.id, 0)),
        ],
        alert.id,
    )


def grouped(alerts: Sequence[AlertRecord], snapshot: Snapshot, answering: Answering) -> Toast:
    """Return one popup for alerts that came together, the gravest first."""
    ordered = sorted(alerts, key=lambda alert: (alert.severity, alert.threshold), reverse=True)
    lines = [alert_text.title(alert, snapshot.currency) for alert in ordered[:4]]
    if len(ordered) > 4:
        lines.append(tr("and %n more", "", len(ordered) - 4))

    def acknowledge_all() -> None:
        for alert in ordered:
            answering.acknowledge(alert.id)

    return Toast(
        tr("%n alerts at once", "", len(ordered)),
        "\n".join(lines),
        alert_text.token(ordered[0]),
        [(tr("Show alerts"), lambda: answering.open_page("alerts")), (tr("Acknowledge all"), acknowledge_all)],
        tr("now"),
    )


def late(alerts: Sequence[AlertRecord], snapshot: Snapshot, answering: Answering) -> Toast:
    """Return one popup for crossings that were found in history, after the fact."""
    newest = alerts[-1]
    words = tr("%n crossing(s) found in price history that nobody was told of.", "", len(alerts))
    latest = tr("The last one: {title} on {day}.").format(
        title=alert_text.title(newest, snapshot.currency), day=numbers.utc_day(newest.at)
    )
    return Toast(
        tr("Found late"),
        text.in_sequence(words, latest),
        alert_text.token(newest),
        [(tr("Show alerts"), lambda: answering.open_page("alerts")), (tr("Close"), lambda: None)],
    )
