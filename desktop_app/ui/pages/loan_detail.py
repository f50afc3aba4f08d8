"""The detail of one loan: gauge, ladder with prices, chart, cures, events."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from desktop_app.domain.events import Event
from desktop_app.domain.loans.ladder import Depth
from desktop_app.engine import alert_commands, commands
from desktop_app.engine.curves import LtvCurve
from desktop_app.engine.plans import loan_curve
from desktop_app.engine.snapshot import LevelView, LoanView, Snapshot
from desktop_app.ui import numbers, term_text, text, theme
from desktop_app.ui.dialogs.event import EventDialog
from desktop_app.ui.dialogs.loan import LoanDialog
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.pages.page import Navigator, scrolled
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import Badge, Card, button, clear, label, rule, tint
from desktop_app.ui.widgets.gauge import Gauge
from desktop_app.ui.widgets.liquidation import LiquidationPanel
from desktop_app.ui.widgets.listing import Listing
from desktop_app.ui.widgets.loan_card import TOKENS, legs, next_danger, show_gauge, state_of
from desktop_app.ui.widgets.ltv_card import LtvCard
from desktop_app.ui.widgets.rescue import RescuePlanner
from desktop_app.ui.widgets.table import Act
from desktop_app.ui.widgets.why import WhyPanel


def _event_columns() -> list[Column[Event]]:
    return [
        Column(tr("Time"), lambda event: numbers.moment(event.at), lambda event: event.at),
        Column(tr("What"), lambda event: text.event_kind(event.kind)),
        Column(
            tr("Amount"),
            lambda event: numbers.amount(event.amount) if event.amount is not None else "",
            lambda event: event.amount or 0,
            figures=True,
        ),
        Column(tr("Asset"), lambda event: event.asset),
        Column(
            tr("Rate a year"),
            lambda event: numbers.percent(event.rate, 2) if event.rate is not None else "",
            lambda event: event.rate or 0,
            figures=True,
        ),
        Column(tr("Note"), lambda event: event.note),
    ]


class LoanDetail(QWidget):
    """Shows one loan; its buttons act on it."""

    def __init__(
        self,
        session: Session,
        navigator: Navigator,
        close: Callable[[LoanView], None],
        delete: Callable[[LoanView], None],
    ) -> None:
        super().__init__()
        self.session = session
        self.navigator = navigator
        self._view: LoanView | None = None
        self._curve_key: tuple[str, int, tuple[Event, ...]] | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.SPACE)
        outer.addWidget(self._head(close, delete))
        self.rescue = RescuePlanner()
        self.rescue.stop_wanted.connect(self._watch_stop)
        self.why = WhyPanel(session)
        self.liquidation = LiquidationPanel()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Parts of the loan"))
        for words, part in (
            (tr("Ladder and chart"), self._standing()),
            (tr("Rescue plan"), self.rescue),
            (tr("Why it moved"), self.why),
            (tr("If liquidated"), self.liquidation),
            (tr("Events"), self._events_card()),
        ):
            self.tabs.addTab(scrolled(part), words)
        outer.addWidget(self.tabs, 1)

    def _watch_stop(self, asset: str, price: Decimal) -> None:
        self.session.do(
            lambda monitor, now: alert_commands.watch_price(monitor, asset, price, now),
            lambda rule: self.navigator.tell(
                tr("You are told once {asset} is at {price} or under it; the rule stands on the Alerts page.").format(
                    asset=asset, price=numbers.price(rule.limit, self.session.service.settings.currency)
                )
            ),
        )

    def _standing(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, theme.SPACE, 4, 0)
        column.setSpacing(theme.SPACE)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self._ladder_card(), 3)
        row.addWidget(self._cure_card(), 2)
        column.addLayout(row)
        self.chart = LtvCard(self.navigator.tell)
        self.chart.setMinimumHeight(260)
        column.addWidget(self.chart, 1)
        return content

    def _head(self, close: Callable[[LoanView], None], delete: Callable[[LoanView], None]) -> Card:
        card = Card()
        names = QVBoxLayout()
        names.setSpacing(1)
        self._name = label("", "heading")
        self._legs = label("", "muted", wrap=True)
        names.addWidget(self._name)
        names.addWidget(self._legs)
        row = QHBoxLayout()
        row.addLayout(names, 1)
        self._badge = Badge()
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        line = QHBoxLayout()
        line.setSpacing(20)
        self._gauge = Gauge()
        line.addWidget(self._gauge, 1)
        figure = QVBoxLayout()
        figure.setSpacing(0)
        self._ltv = label("", "figure")
        self._ltv.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._ltv.setMinimumWidth(110)
        self._caption = label(tr("LTV"), "small")
        self._caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        figure.addWidget(self._ltv)
        figure.addWidget(self._caption)
        line.addLayout(figure)
        card.body.addLayout(line)
        self._danger = label("", "muted", wrap=True)
        self._leverage = label("", "muted")
        dangers = QHBoxLayout()
        dangers.addWidget(self._danger, 1)
        dangers.addWidget(self._leverage)
        card.body.addLayout(dangers)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self._edit = button(tr("Edit"), self.open_edit)
        self._event = button(tr("Add event"), self.open_event)
        self._close = button(tr("Close loan"), lambda: close(self._view) if self._view else None)
        self._delete = button(tr("Delete"), lambda: delete(self._view) if self._view else None, "danger")
        for made in (self._event, self._edit, self._close, self._delete):
            buttons.addWidget(made)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        return card

    def _ladder_card(self) -> Card:
        card = Card(tr("Ladder")).explain(term_text.ladder())
        self._ladder = QGridLayout()
        self._steps: list[list[QLabel]] = []
        self._ladder.setVerticalSpacing(7)
        self._ladder.setHorizontalSpacing(14)
        card.body.addLayout(self._ladder)
        self._ways = label("", "small", wrap=True)
        card.body.addWidget(self._ways)
        self._source = label("", "small", wrap=True)
        card.body.addStretch(1)
        card.body.addWidget(self._source)
        return card

    def _cure_card(self) -> Card:
        card = Card(tr("What brings it back"))
        self._cure = QVBoxLayout()
        self._cure.setSpacing(7)
        card.body.addLayout(self._cure)
        card.body.addStretch(1)
        return card

    def _events_card(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, theme.SPACE, 4, 0)
        self._listing: Listing[Event] = Listing(
            tr("Events"),
            _event_columns(),
            lambda event: event.id,
            key="loan-events",
            acts=(Act(tr("Remove event"), lambda _: self._remove_event()),),
            chooses=False,
        )
        column.addWidget(self._listing)
        self.events = self._listing.table
        self.events.setMinimumHeight(150)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 2)
        row.addWidget(button(tr("Add event"), self.open_event))
        row.addWidget(button(tr("Remove event"), self._remove_event))
        row.addStretch(1)
        self._listing.body.addLayout(row)
        return content

    def show_loan(self, view: LoanView, snapshot: Snapshot) -> None:
        """Show a loan as it stands."""
        self._view = view
        words, token = state_of(view)
        value = view.valuation
        self._name.setText(view.loan.name)
        self._legs.setText(f"{view.platform_name} · {legs(view)}")
        self._badge.show_state(words, token)
        show_gauge(self._gauge, view)
        self._ltv.setText(text.ltv(value.ltv, bare=value.bare) if value else numbers.NONE)
        self._ltv.setFont(theme.figures(self.font(), 24, bold=True))
        self._danger.setText(next_danger(view, snapshot.currency))
        self._show_caption(view, snapshot)
        for made in (self._event, self._edit, self._close):
            made.setEnabled(not view.closed)
        self._show_ladder(view, snapshot.currency)
        self._show_cure(view, snapshot)
        self._listing.show_rows(list(reversed(view.loan.events)))
        self._show_curve(view, snapshot)
        self.rescue.show_loan(view, snapshot)
        self.why.show_loan(view)
        self.liquidation.show_loan(view, snapshot)

    def _show_caption(self, view: LoanView, snapshot: Snapshot) -> None:
        """Say under the LTV what the lender prints itself, and how far the loan is levered."""
        value, terms = view.valuation, view.balances.terms
        own = text.printed(terms.formula, value.ltv) if terms is not None and value is not None else ""
        self._caption.setText(own or tr("LTV"))
        known = value is not None and value.known
        limit = snapshot.settings.leverage_limit
        over = known and (view.leverage is None or view.leverage > limit)
        words = tr("Leverage {times}").format(times=text.times(view.leverage)) if known else ""
        if over:
            words = tr("{words} · over your limit of {limit}").format(words=words, limit=text.times(limit))
        self._leverage.setText(words)
        tint(self._leverage, "call" if over else "muted")

    def _show_ladder(self, view: LoanView, currency: str) -> None:
        if len(self._steps) != len(view.levels):
            self._lay_ladder(len(view.levels))
        for cells, level in zip(self._steps, view.levels, strict=True):
            tint(cells[0], TOKENS[Depth(level.level.kind.value)])
            for cell, words in zip(cells, _ladder_row(level, currency), strict=True):
                cell.setText(words)
                cell.setToolTip(level_details(level, currency))
        ahead = view.next_level
        several = ahead is not None and len(ahead.prices) > 1
        self._ways.setVisible(several)
        if several and ahead is not None:
            ways = level_details(ahead, currency).replace("\n", " · ")
            self._ways.setText(f"{text.level_title(ahead.level.kind)}: {ways}")
        terms = view.balances.terms
        source = ""
        if terms is not None and terms.source:
            source = tr("Rules: {source} ({day})").format(source=terms.source, day=terms.as_of)
            if not terms.verified:
                source = tr("{source} · unverified, check your contract").format(source=source)
        if terms is not None and terms.ends is not None:
            by_date = tr("Repay by {day}, or the lender keeps the collateral.").format(day=terms.ends.isoformat())
            source = text.in_sequence(by_date, source)
        self._source.setText(source)

    def _lay_ladder(self, levels: int) -> None:
        """Make the cells of so many levels; each snapshot fills them anew, for a tick must not make widgets."""
        clear(self._ladder)
        self._steps = []
        titles = (tr("Level"), tr("LTV"), tr("Reached at"), tr("Room"), tr("What happens"))
        for column, title in enumerate(titles):
            cell = label(title, "small")
            cell.setAlignment(_side(column))
            self._ladder.addWidget(cell, 0, column)
        for number in range(levels):
            self._ladder.addWidget(rule(), number * 2 + 1, 0, 1, len(titles))
            cells = [label() for _ in titles]
            for column, cell in enumerate(cells):
                cell.setAlignment(_side(column))
                if column:
                    cell.setFont(theme.figures(self.font()))
                self._ladder.addWidget(cell, number * 2 + 2, column)
            self._steps.append(cells)

    def _show_cure(self, view: LoanView, snapshot: Snapshot) -> None:
        clear(self._cure)
        if view.cure is None:
            self._cure.addWidget(label(tr("Not known while a price is missing."), "muted", wrap=True))
            return
        target = numbers.percent(view.cure.cure.target, 0)
        if view.cure.cure.repay_value <= 0:
            self._cure.addWidget(
                label(tr("LTV is at or under the target of {target}.").format(target=target), "muted", wrap=True)
            )
        for pattern, entries in (
            (tr("Add {units} {asset} for {target}"), view.cure.top_up),
            (tr("Repay {units} {asset} for {target}"), view.cure.repay),
        ):
            for asset, units in entries if view.cure.cure.repay_value > 0 else ():
                words = pattern.format(units=numbers.amount(units, 6), asset=asset, target=target)
                self._cure.addWidget(label(words, wrap=True, selectable=True))
        reserve = text.reserve_within(view, snapshot, tr("Reserve: {money} within {time}"), tr("Reserve: {money}"))
        self._cure.addWidget(rule())
        self._cure.addWidget(label(reserve, "muted"))
        cost = numbers.money(view.interest_per_day, snapshot.currency, exact=True)
        self._cure.addWidget(label(tr("Interest: {money} a day").format(money=cost), "muted"))

    def _show_curve(self, view: LoanView, snapshot: Snapshot) -> None:
        key = (view.loan.id, int(snapshot.at.timestamp() // 60), view.loan.events)
        if key == self._curve_key:
            return
        self._curve_key = key

        def shown(curve: LtvCurve) -> None:
            if self._view is not None and self._view.loan.id == curve.loan_id:
                self.chart.show_curve(view.loan.name, curve)

        self.session.ask(lambda monitor: loan_curve(monitor, view.loan.id), shown)

    def open_edit(self) -> None:
        """Open the loan's form."""
        if self._view is not None:
            dialog = LoanDialog(self.session, self._view, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def open_event(self) -> None:
        """Open the form of a new event."""
        if self._view is not None:
            dialog = EventDialog(self.session, self._view, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _remove_event(self) -> None:
        event = self.events.current()
        if event is None or self._view is None:
            self.navigator.tell(tr("Choose an event in the table first."))
            return
        loan_id = self._view.loan.id
        self.session.do(lambda monitor, now: commands.remove_event(monitor, loan_id, event.id, now))


def level_details(level: LevelView, currency: str) -> str:
    """Return each way in which a level is reached: by one asset alone, by all together, by the market."""
    lines = []
    for one in level.prices:
        if one.price is None:
            lines.append(tr("{asset} alone cannot reach it").format(asset=one.asset))
            continue
        pattern = tr("{asset} alone: {price} ({change})")
        change = numbers.percent(one.change, signed=True)
        lines.append(pattern.format(asset=one.asset, price=numbers.price(one.price, currency), change=change))
    together = numbers.percent(level.fall, signed=True)
    lines.append(tr("all together: {change}").format(change=together))
    market = numbers.percent(level.market_fall, signed=True)
    lines.append(tr("by beta, when Bitcoin moves: {change}").format(change=market))
    return "\n".join(lines)


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight


def _ladder_row(level: LevelView, currency: str) -> tuple[str, ...]:
    leading = level.leading
    price = numbers.NONE
    room = numbers.percent(level.fall, signed=True)
    if leading is not None and leading.price is not None:
        price = f"{leading.asset} {numbers.price(leading.price, currency)}"
        room = numbers.percent(leading.change, signed=True)
    if level.reached:
        room = tr("reached")
    hours = level.level.cure_hours
    happens = text.level_action(level.level.does)
    if hours is not None:
        happens = tr("{action}, {hours} h").format(action=happens, hours=numbers.figure(hours, 1))
    sign = "≥" if level.level.comparator.value == ">=" else ">"
    title, ltv = text.level_title(level.level.kind), f"{sign} {numbers.percent(level.level.ltv)}"
    return title, ltv, price, room, happens
