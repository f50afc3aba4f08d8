"""Alerts: what stands to be dealt with, and everything that rang."""

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.engine import alert_commands
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import alert_text, numbers, text, theme
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column, RowsModel
from desktop_app.ui.pages.page import Navigator, Page, heading
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import Card, EmptyState, button
from desktop_app.ui.widgets.table import Table


def _columns(currency: str) -> list[Column[AlertRecord]]:
    return [
        Column(tr("Time"), lambda alert: numbers.moment(alert.at), lambda alert: alert.at),
        Column(tr("About"), lambda alert: alert.subject_name or alert.subject, lambda a: a.subject_name.casefold()),
        Column(
            tr("Level"),
            lambda alert: text.level_title(alert.level_kind) if alert.level_kind else alert_text.kind(alert.rule),
            lambda alert: alert.rank,
            token=alert_text.token,
        ),
        Column(
            tr("Threshold"),
            lambda alert: alert_text.limit_words(alert, currency),
            lambda alert: alert.threshold,
            figures=True,
        ),
        Column(
            tr("Value"), lambda alert: alert_text.value_words(alert, currency), lambda a: a.value or 99, figures=True
        ),
        Column(
            tr("Price"),
            lambda alert: (
                f"{alert.price_asset} {numbers.price(alert.price, currency)}" if alert.price else numbers.NONE
            ),
            lambda alert: alert.price or 0,
            figures=True,
        ),
        Column(
            tr("State"),
            lambda alert: text.alert_state(alert.state),
            token=lambda alert: "call" if alert.is_active else "muted",
        ),
        Column(tr("Told"), _told, lambda alert: alert.told or alert.at),
    ]


def _told(alert: AlertRecord) -> str:
    when = numbers.moment(alert.told) if alert.told else tr("not yet")
    return tr("{when}, found late").format(when=when) if alert.late else when


class AlertsPage(Page):
    """The alert list; it outlives every popup."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(
            EmptyState(
                tr("No alert has rung"),
                tr("Every level of every loan is watched by itself. When one is crossed upward, it is listed here."),
                [(tr("Show loans"), lambda: navigator.open_page("loans"))],
            )
        )
        content = QWidget()
        self._stack.addWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 2, 20, 14)
        column.setSpacing(theme.SPACE)
        head, row = heading(
            tr("Alerts"), tr("Each crossing rings once, and again only after LTV came back under its level.")
        )
        row.addWidget(button(tr("Acknowledge"), self._acknowledge))
        row.addWidget(button(tr("Snooze 1 h"), self._snooze))
        row.addWidget(button(tr("Show loan"), self._show_loan))
        column.addLayout(head)
        currency = session.snapshot.currency if session.snapshot else "USD"
        self._model: RowsModel[AlertRecord] = RowsModel(_columns(currency), lambda alert: alert.id)
        self.table = Table(self._model, tr("Alerts"), self._open)
        card = Card()
        card.body.setContentsMargins(6, 8, 6, 8)
        card.body.addWidget(self.table)
        column.addWidget(card, 1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        self._stack.setCurrentIndex(1 if snapshot.alerts else 0)
        if [alert.id for alert in snapshot.alerts] != [alert.id for alert in self._model.rows]:
            self._model.show_rows(snapshot.alerts)
            self.table.fit()
        else:
            self._model.show_rows(snapshot.alerts)
        if snapshot.alerts and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _current(self) -> AlertRecord | None:
        alert = self.table.current()
        return alert if isinstance(alert, AlertRecord) else None

    def _acknowledge(self) -> None:
        alert = self._current()
        if alert is not None and alert.is_active:
            self.session.do(lambda monitor, now: alert_commands.acknowledge(monitor, alert.id, now))

    def _snooze(self) -> None:
        alert = self._current()
        if alert is not None and alert.is_active:
            self.session.do(lambda monitor, now: alert_commands.snooze(monitor, alert.id, 60, now))

    def _show_loan(self) -> None:
        alert = self._current()
        if alert is not None:
            self._open(alert)

    def _open(self, alert: AlertRecord) -> None:
        if alert.loan_id:
            self.navigator.open_loan(alert.loan_id)
        elif alert.price_asset:
            self.navigator.open_page("prices")
