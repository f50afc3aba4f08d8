"""Overview: net worth, the closest margin call, the loans by exposure, what a fall would do."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.domain.earn.agenda import Coming
from desktop_app.domain.loans.ladder import LevelKind
from desktop_app.domain.prices.book import PriceState
from desktop_app.engine.curves import LtvCurve
from desktop_app.engine.plans import loan_curve
from desktop_app.engine.snapshot import LevelView, LoanView, Snapshot
from desktop_app.ui import alert_text, earn_text, numbers, scenario_text, term_text, theme
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages.page import Navigator, Page, scrolled
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.agenda import entries_of
from desktop_app.ui.widgets.basics import Card, StatCard, clear, label, rule, tint
from desktop_app.ui.widgets.loan_card import LoanCard
from desktop_app.ui.widgets.ltv_card import LtvCard
from desktop_app.ui.widgets.share_bar import ShareBar
from desktop_app.ui.widgets.welcome import Welcome

_MOST_CARDS = 6
_SOON_DAYS = 60
_MOST_NEXT = 6


class OverviewPage(Page):
    """Everything at one glance."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(Welcome(session, navigator.add_loan, navigator.import_file))
        content = QWidget()
        self._stack.addWidget(scrolled(content))
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 2, 20, 14)
        column.setSpacing(theme.SPACE)
        self._stats = [
            StatCard(tr("Net worth")).explain(term_text.net_worth()),
            StatCard(tr("Closest margin call")).explain(term_text.closest_call()),
            StatCard(tr("Reserve covers a fall of")).explain(term_text.coverage()),
            StatCard(tr("Interest, net per day")).explain(term_text.net_interest()),
            StatCard(tr("Largest platform share")).explain(term_text.platform_share()),
        ]
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        for card in self._stats:
            row.addWidget(card, 1)
        column.addLayout(row)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addLayout(self._left(), 39)
        columns.addLayout(self._right(), 61)
        column.addLayout(columns, 1)
        self._cards: list[LoanCard] = []
        self._shown_curve: tuple[str, int] = ("", -1)

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(theme.SPACE)
        left.addWidget(label(tr("Loans, most exposed first"), "title"))
        self._loans = QVBoxLayout()
        self._loans.setSpacing(theme.SPACE)
        left.addLayout(self._loans)
        self._next = Card(tr("Next"))
        self._next_rows = QVBoxLayout()
        self._next_rows.setSpacing(7)
        self._next_shown: list[tuple[str, str]] | None = None
        self._next.body.addLayout(self._next_rows)
        self._next.body.addStretch(1)
        left.addWidget(self._next, 1)
        return left

    def _right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(theme.SPACE)
        self.chart = LtvCard(self.navigator.tell)
        self.chart.setMinimumHeight(300)
        right.addWidget(self.chart, 5)
        self._falls = Card(tr("If everything falls…")).explain(term_text.common_fall())
        self._fall_rows = QGridLayout()
        self._fall_rows.setVerticalSpacing(7)
        self._fall_lines: list[tuple[QLabel, QLabel, QLabel]] = []
        self._falls.body.addLayout(self._fall_rows)
        right.addWidget(self._falls)
        held = Card(tr("Where it is held"))
        self._bar = ShareBar()
        self._bar_words = label("", "small", wrap=True)
        held.body.addWidget(self._bar)
        held.body.addWidget(self._bar_words)
        held.body.addStretch(1)
        right.addWidget(held, 1)
        return right

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        empty = not (snapshot.loans or snapshot.holdings or snapshot.positions)
        self._stack.setCurrentIndex(0 if empty else 1)
        if empty:
            return
        self._show_stats(snapshot)
        self._show_loans(snapshot)
        self._show_next(snapshot)
        self._show_falls(snapshot)
        self._show_shares(snapshot)
        self._show_chart(snapshot)

    def _show_stats(self, snapshot: Snapshot) -> None:
        totals, currency = snapshot.totals, snapshot.currency
        worth, closest, covers, interest, share = self._stats
        line = tr("{assets} − debt {debt}").format(
            assets=numbers.money(totals.assets, currency), debt=numbers.money(totals.debt, currency)
        )
        worth.show_value(
            numbers.money(totals.net, currency),
            line if totals.complete else tr("{line} · without what has no price").format(line=line),
        )
        self._show_closest(closest, snapshot)
        covers.show_value(
            numbers.percent(-totals.coverage) if totals.coverage is not None else numbers.NONE,
            tr("{money} reachable in time").format(money=numbers.money(totals.reachable, currency)),
        )
        earned = sum((view.per_day for view in snapshot.positions if not view.closed), Decimal(0))
        told = tr("earned {earned} · owed {owed}").format(
            earned=numbers.money(earned, currency, exact=True),
            owed=numbers.money(earned - totals.interest_per_day, currency, exact=True),
        )
        interest.show_value(numbers.money(totals.interest_per_day, currency, exact=True), told)
        self._show_largest(share, snapshot)

    def _show_closest(self, card: StatCard, snapshot: Snapshot) -> None:
        found = closest_call(snapshot)
        if found is None:
            stale = snapshot.freshness.state in (PriceState.STALE, PriceState.MISSING)
            card.show_value(numbers.NONE, tr("prices are stale") if stale else tr("no open loan"))
            return
        view, level = found
        leading = level.leading
        where = ""
        if leading is not None and leading.price is not None:
            price = numbers.price(leading.price, snapshot.currency)
            where = tr("{asset} at {price} · {platform}").format(
                asset=leading.asset, price=price, platform=view.platform_name
            )
        change = leading.change if leading is not None and leading.change is not None else level.fall
        near = change is not None and abs(change) < 1 and abs(change) < _near()
        card.show_value(numbers.percent(change, signed=True), where, "watch" if near else "text")

    def _show_largest(self, card: StatCard, snapshot: Snapshot) -> None:
        if not snapshot.shares:
            card.show_value(numbers.NONE, "")
            return
        largest = snapshot.shares[0]
        own = next((p.share_limit for p in snapshot.platforms if p.id == largest.platform), None)
        limit = own or snapshot.settings.share_limit
        words = tr("{platform} · your limit is {limit}").format(
            platform=snapshot.platform_name(largest.platform), limit=numbers.percent(limit, 0)
        )
        card.show_value(numbers.percent(largest.share, 0), words, "call" if largest.share > limit else "text")

    def _show_loans(self, snapshot: Snapshot) -> None:
        views = snapshot.open_loans[:_MOST_CARDS]
        while len(self._cards) < len(views):
            card = LoanCard(self.navigator.open_loan)
            self._cards.append(card)
            self._loans.addWidget(card)
        for index, card in enumerate(self._cards):
            card.setVisible(index < len(views))
            if index < len(views):
                card.show_loan(views[index], snapshot.currency)

    def _show_next(self, snapshot: Snapshot) -> None:
        rows = upcoming(snapshot)
        if rows == self._next_shown:
            return
        self._next_shown = rows
        clear(self._next_rows)
        if not rows:
            self._next_rows.addWidget(label(tr("Nothing is due."), "muted"))
        for index, (words, when) in enumerate(rows):
            if index:
                self._next_rows.addWidget(rule())
            row = QHBoxLayout()
            row.addWidget(label(words, wrap=True), 1)
            row.addWidget(label(when, "small"))
            self._next_rows.addLayout(row)

    def _show_falls(self, snapshot: Snapshot) -> None:
        rows = [(numbers.percent(-outcome.fall, 0), outcome) for outcome in (snapshot.falls[0], snapshot.falls[-1])]
        rows += [(tr("{day} again").format(day=one.id), one.outcome) for one in snapshot.historic[:1]]
        while len(self._fall_lines) < len(rows):
            self._fall_lines.append(self._fall_line(len(self._fall_lines)))
        for line in self._fall_lines[len(rows) :]:
            for part in line:
                part.setText("")
        for (name, told, right), (words, outcome) in zip(self._fall_lines, rows, strict=False):
            what, token = scenario_text.outcome_words(outcome.calls, outcome.liquidations)
            left = numbers.money(abs(outcome.left), snapshot.currency)
            need = numbers.money(outcome.need, snapshot.currency)
            pattern = (
                tr("needs {need} · reserve leaves {left}")
                if outcome.left >= 0
                else tr("needs {need} · short by {left}")
            )
            name.setText(words)
            told.setText(what)
            tint(told, token)
            right.setText(pattern.format(need=need, left=left))

    def _fall_line(self, number: int) -> tuple[QLabel, QLabel, QLabel]:
        """Lay one more row under the others; each snapshot fills it anew, for a tick must not make widgets."""
        if number:
            self._fall_rows.addWidget(rule(), number * 2 - 1, 0, 1, 3)
        parts = label(), label(), label("", "small")
        parts[2].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, part in enumerate(parts):
            self._fall_rows.addWidget(part, number * 2, column)
            self._fall_rows.setColumnStretch(column, 2 + column)
        return parts

    def _show_shares(self, snapshot: Snapshot) -> None:
        shares = [share for share in snapshot.shares if share.assets]
        parts = [(snapshot.platform_name(share.platform), share.share) for share in shares[:4]]
        if len(shares) > 4:
            parts.append((tr("other"), sum((share.share for share in shares[4:]), start=shares[0].share * 0)))
        words = [f"{name} {numbers.percent(share, 0)}" for name, share in parts]
        self._bar.show_shares(tuple((word, float(part[1])) for word, part in zip(words, parts, strict=True)))
        self._bar_words.setText(" · ".join(words))

    def _show_chart(self, snapshot: Snapshot) -> None:
        if not snapshot.open_loans:
            self.chart.show_nothing(tr("No loan is open."))
            return
        view = snapshot.open_loans[0]
        # The curve grows with each candle; asking once a minute keeps the database thread free.
        key = (view.loan.id, int(snapshot.at.timestamp() // 60) + len(view.loan.events) * 10**9)
        if key == self._shown_curve:
            return
        self._shown_curve = key

        def shown(curve: LtvCurve) -> None:
            self.chart.show_curve(view.loan.name, curve)

        self.session.ask(lambda monitor: loan_curve(monitor, view.loan.id), shown)


def _near() -> float:
    return 0.2


def closest_call(snapshot: Snapshot) -> tuple[LoanView, LevelView] | None:
    """Return the loan and its margin call that the smallest move reaches; None where none is known."""
    found = []
    for view in snapshot.open_loans:
        if view.state in (PriceState.STALE, PriceState.MISSING):
            continue
        for level in view.levels:
            if level.level.kind is LevelKind.EARLY_WARNING or level.reached or level.fall is None:
                continue
            found.append((abs(level.fall), view.loan.id, view, level))
    if not found:
        return None
    _, _, view, level = min(found, key=lambda entry: entry[:2])
    return view, level


def upcoming(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Return what comes next: alerts to answer, prices to refresh, ends, unlocks and reviews by day."""
    rows: list[tuple[str, str]] = []
    for alert in snapshot.active_alerts[:2]:
        name, limit = alert.subject_name or alert.subject, alert_text.alert_limit(alert, snapshot.currency)
        words = tr("Answer: {loan}, {level}").format(loan=name, level=limit)
        rows.append((words, numbers.ago(alert.at, snapshot.at)))
    if snapshot.freshness.missing:
        rows.append((tr("Add prices of {assets}").format(assets=", ".join(snapshot.freshness.missing)), ""))
    if snapshot.freshness.stale:
        assets = ", ".join(snapshot.freshness.stale)
        rows.append((tr("Refresh prices of {assets}").format(assets=assets), tr("stale")))
    for entry in entries_of(snapshot):
        days = (entry.day - snapshot.at.date()).days
        if entry.coming is not Coming.PAYOUT and days <= _SOON_DAYS and len(rows) < _MOST_NEXT:
            words = tr("{what}: {name}").format(what=earn_text.coming(entry.coming), name=entry.name)
            rows.append((words, tr("in %n day(s)", "", days) if days >= 0 else tr("overdue")))
    return rows
