"""The form of a rule: what is watched, from which value on, how loudly, and when it keeps quiet."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from desktop_app.domain.alerts.rule import PRICE_GAP, SPECS, QuietHours, Rule, RuleKind, Scope, Severity, Spec, Unit
from desktop_app.domain.money import ZERO
from desktop_app.engine import alert_commands
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import alert_text, numbers, text
from desktop_app.ui.dialogs.fields import Field, in_a_row
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.entry import parse_number, parse_percent, spell
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import captioned, label

OWN_KINDS = tuple(kind for kind in RuleKind if kind not in (RuleKind.LTV_LEVEL, RuleKind.UNCONFIRMED_MOVE))
WINDOWS = (900, 3600, 14400, 86400)
REPEATS = (0, 900, 3600, 21600, 86400)
HOLDS = (0, 60, 300, 900, 3600)


def subjects(scope: Scope, snapshot: Snapshot) -> list[tuple[str, str]]:
    """Return what a rule of a scope may be about: (words, identifier), all of them first."""
    everything = [(tr("All"), "")]
    match scope:
        case Scope.LOAN:
            return everything + [(view.loan.name, view.loan.id) for view in snapshot.open_loans]
        case Scope.DATED:
            dated = [(view.loan.name, view.loan.id) for view in snapshot.open_loans]
            dated += [(one.position.name, one.position.id) for one in snapshot.positions if not one.closed]
            return everything + dated + [(platform.name, platform.id) for platform in snapshot.platforms]
        case Scope.PLATFORM:
            return everything + [(platform.name, platform.id) for platform in snapshot.platforms]
        case Scope.SOURCE:
            return everything + [(feed.name, feed.name) for feed in snapshot.feeds]
        case Scope.CHANNEL:
            return everything + [(one.name, one.id) for one in snapshot.channels if one.service]
        case Scope.ASSET:
            heavy = [leg.asset for view in snapshot.open_loans if view.valuation for leg in view.valuation.collateral]
            order = list(dict.fromkeys([*heavy, *(price.asset for price in snapshot.prices)]))
            return everything + [(asset, asset) for asset in order]
        case Scope.WHOLE:
            return [(tr("Everything together"), "")]


class AlertRuleDialog(Form):
    """Asks for a new rule, or for changes to `rule`."""

    def __init__(self, session: Session, rule: Rule | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rule = rule
        self.setWindowTitle(tr("Change a rule") if rule else tr("Add a rule"))
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        self.kind = self._choice(tr("Tell me about"), [(alert_text.kind(kind), kind) for kind in OWN_KINDS])
        self.scope = self._choice(tr("Of"), [])
        self.limit: Field[Decimal] = Field(tr("Limit"), self._read_limit, "")
        self.span = self._choice(tr("Within"), [(numbers.duration(one), one) for one in WINDOWS])
        self.severity = self._choice(tr("Severity"), [(alert_text.severity(one), one) for one in Severity])
        self.holds = self._choice(tr("Only after it held for"), [(_span(one, tr("at once")), one) for one in HOLDS])
        self.repeats = self._choice(tr("Tell again every"), [(_span(one, tr("never")), one) for one in REPEATS])
        self._span_field = captioned(tr("Within"), self.span)
        column.addWidget(captioned(tr("Tell me about"), self.kind))
        column.addLayout(in_a_row(captioned(tr("Of"), self.scope), self.limit, self._span_field))
        column.addLayout(
            in_a_row(
                captioned(tr("Severity"), self.severity),
                captioned(tr("Only after it held for"), self.holds),
                captioned(tr("Tell again every"), self.repeats),
            )
        )
        self._add_times(column)
        self.explained = label("", "muted", wrap=True)
        column.addWidget(self.explained)
        column.addLayout(self.foot())
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self._fill(rule)

    def _choice(self, name: str, entries: list[tuple[str, object]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for words, value in entries:
            box.addItem(words, value)
        return box

    def _add_times(self, column: QVBoxLayout) -> None:
        self.quiet = QCheckBox(tr("Quiet unless critical, from"))
        self.quiet_from, self.quiet_to = QTimeEdit(QTime(22, 0)), QTimeEdit(QTime(7, 0))
        self.quiet_from.setAccessibleName(tr("Quiet from"))
        self.quiet_to.setAccessibleName(tr("Quiet until"))
        self.expires = QCheckBox(tr("Ends on"))
        self.last_day = QDateEdit(QDate.currentDate().addMonths(1))
        self.last_day.setCalendarPopup(True)
        self.last_day.setAccessibleName(tr("Last day of the rule"))
        self.once = QCheckBox(tr("Ring once, then rest"))
        for box, fields in ((self.quiet, (self.quiet_from, self.quiet_to)), (self.expires, (self.last_day,))):
            for field in fields:
                field.setEnabled(False)
                box.toggled.connect(field.setEnabled)
        column.addLayout(_line(self.quiet, self.quiet_from, label(tr("to")), self.quiet_to))
        column.addLayout(_line(self.expires, self.last_day, self.once))

    @staticmethod
    def ask(session: Session, rule: Rule | None, parent: QWidget) -> None:
        """Open the form beside the window."""
        dialog = AlertRuleDialog(session, rule, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _fill(self, rule: Rule | None) -> None:
        kind = rule.kind if rule else RuleKind.PRICE_BELOW
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self.kind.setEnabled(rule is None)
        self._kind_changed()
        if rule is None:
            return
        self._choose(self.scope, rule.scope)
        self.limit.input.setText(self._spelled(rule.limit))
        for box, value in ((self.span, rule.window_s), (self.holds, rule.for_s), (self.repeats, rule.repeat_s)):
            if box.findData(value) < 0:
                box.addItem(_span(value, tr("never")), value)
            self._choose(box, value)
        self._choose(self.severity, rule.severity)
        self.once.setChecked(rule.once)
        if rule.quiet is not None:
            self.quiet.setChecked(True)
            self.quiet_from.setTime(QTime(rule.quiet.start.hour, rule.quiet.start.minute))
            self.quiet_to.setTime(QTime(rule.quiet.end.hour, rule.quiet.end.minute))
        if rule.expires is not None:
            self.expires.setChecked(True)
            self.last_day.setDate(QDate(rule.expires.year, rule.expires.month, rule.expires.day).addDays(-1))

    def _choose(self, box: QComboBox, value: object) -> None:
        box.setCurrentIndex(max(0, box.findData(value)))

    @property
    def _spec(self) -> Spec:
        return SPECS[self.kind.currentData()]

    def _kind_changed(self) -> None:
        kind, spec = self.kind.currentData(), self._spec
        snapshot = self._session.snapshot
        self.scope.clear()
        for words, value in subjects(spec.scope, snapshot) if snapshot is not None else []:
            if value or spec.unit is not Unit.PRICE:  # a price is one asset's
                self.scope.addItem(words, value)
        self.limit.input.setText(self._spelled(spec.limit) if spec.limit else "")
        self.limit.input.setPlaceholderText(_unit_hint(spec.unit, snapshot.currency if snapshot else "USD"))
        self._span_field.setVisible(kind is RuleKind.PRICE_MOVED)
        self._choose(self.severity, spec.severity)
        self._choose(self.holds, spec.for_s)
        self.explained.setText(
            tr("Rings when the value is at the limit or above it.")
            if spec.above
            else tr("Rings when the value is at the limit or below it.")
        )

    def _spelled(self, value: Decimal) -> str:
        return spell(value * 100) if self._spec.unit is Unit.FRACTION else spell(value)

    def _read_limit(self, words: str) -> Decimal:
        return parse_percent(words) if self._spec.unit is Unit.FRACTION else parse_number(words)

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        limit = self.limit.value()
        if limit is None:
            return
        made = self._made(limit)
        self.save.setEnabled(False)
        self._session.do(
            lambda monitor, now: alert_commands.keep_rule(monitor, made, now), lambda _: self.accept(), self.refused
        )

    def _made(self, limit: Decimal) -> Rule:
        spec, kind = self._spec, self.kind.currentData()
        hysteresis = spec.hysteresis
        if spec.unit is Unit.PRICE:
            hysteresis = abs(limit) * PRICE_GAP
        old = self._rule
        quiet = None
        if self.quiet.isChecked():
            quiet = QuietHours(_time(self.quiet_from), _time(self.quiet_to), text.local_zone())
        expires = None
        if self.expires.isChecked():
            day = self.last_day.date()
            expires = datetime(day.year(), day.month(), day.day(), tzinfo=UTC) + timedelta(days=1)
        base = old or Rule("", kind, ZERO, spec.severity)
        return replace(
            base,
            limit=limit,
            scope=str(self.scope.currentData() or ""),
            severity=self.severity.currentData(),
            window_s=self.span.currentData() if kind is RuleKind.PRICE_MOVED else 0,
            hysteresis=base.hysteresis if old else hysteresis,
            for_s=self.holds.currentData(),
            repeat_s=self.repeats.currentData(),
            quiet=quiet,
            expires=expires,
            once=self.once.isChecked(),
            enabled=True,
        )


def _line(*parts: QWidget) -> QHBoxLayout:
    """Return the widgets side by side, each as wide as it needs to be."""
    row = QHBoxLayout()
    row.setSpacing(10)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def _span(seconds: int, none: str) -> str:
    return numbers.duration(seconds) if seconds else none


def _time(field: QTimeEdit) -> time:
    return time(field.time().hour(), field.time().minute())


def _unit_hint(unit: Unit, currency: str) -> str:
    return {
        Unit.FRACTION: tr("in percent"),
        Unit.PRICE: currency,
        Unit.MONEY: currency,
        Unit.DAYS: tr("days"),
        Unit.COUNT: tr("how often"),
        Unit.SECONDS: tr("seconds"),
        Unit.TIMES: tr("times"),
    }[unit]
