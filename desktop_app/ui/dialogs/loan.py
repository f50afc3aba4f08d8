"""The form of a loan: lender's rules, what is pledged, what is owed, levels."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.earn.convention import Convention, Period
from desktop_app.domain.events import EventKind
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.preset import Preset
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.money import ZERO
from desktop_app.domain.portfolio import local_day, moment
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine import commands
from desktop_app.engine.commands import LoanForm
from desktop_app.engine.resources import presets
from desktop_app.engine.snapshot import LoanView
from desktop_app.ui import text
from desktop_app.ui.dialogs.fields import AssetField, Field, in_a_row
from desktop_app.ui.entry import parse_number, parse_percent, spell
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages.page import scrolled
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button, clear, label, rule


def read_positive(words: str) -> Decimal:
    """Return a number greater than zero.

    Raises:
        Refused: it is none.
    """
    value = parse_number(words)
    if value <= 0:
        raise Refused(Problem.NOT_POSITIVE, value=words)
    return value


def read_rate(words: str) -> Decimal:
    """Return a yearly rate in percent as a fraction; nothing typed is 0.

    Raises:
        Refused: it does not lie between 0 and 1,000 %.
    """
    value = parse_percent(words) if words.strip() else ZERO
    if not 0 <= value <= 10:
        raise Refused(Problem.RATE_TOO_HIGH, value=words)
    return value


def read_ltv(words: str) -> Decimal:
    """Return an LTV in percent as a fraction.

    Raises:
        Refused: it does not lie between 0 and 1,000 %.
    """
    value = parse_percent(words)
    if not 0 < value <= 10:
        raise Refused(Problem.NOT_A_FRACTION, value=words)
    return value


def read_name(words: str) -> str:
    """Return a name without blanks around it.

    Raises:
        Refused: it is empty.
    """
    if not words.strip():
        raise Refused(Problem.NAME_MISSING)
    return words.strip()


class LoanDialog(QDialog):
    """Asks for a new loan, or for changes to the opening of `view`. `saved` carries the loan's id."""

    saved = Signal(str)

    def __init__(self, session: Session, view: LoanView | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._presets = presets()
        self.setWindowTitle(tr("Edit loan") if view else tr("Add loan"))
        self.resize(660, 720)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        outer.addWidget(scrolled(content), 1)
        self._form = QVBoxLayout(content)
        self._form.setContentsMargins(22, 18, 22, 8)
        self._form.setSpacing(10)
        self._lender()
        self._collateral: list[tuple[AssetField, Field[Decimal]]] = []
        self._debts: list[tuple[AssetField, Field[Decimal], Field[Decimal]]] = []
        self._collateral_box = self._section(tr("What is pledged"), tr("Another collateral"), self._add_collateral)
        self._debt_box = self._section(tr("What is owed"), tr("Another debt"), self._add_debt)
        self._levels: list[tuple[Level, Field[Decimal]]] = []
        self._level_box = self._section(tr("Levels"), "", lambda: None)
        self._interest()
        self._form.addStretch(1)
        outer.addLayout(self._foot())
        self._fill()

    def _lender(self) -> None:
        self.lender = QComboBox()
        self.lender.setAccessibleName(tr("Lender"))
        for preset in self._presets.values():
            self.lender.addItem(preset.name, preset.id)
        self._form.addWidget(label(tr("Lender and its rules"), "title"))
        self._form.addWidget(self.lender)
        self._note = label("", "small", wrap=True)
        self._form.addWidget(self._note)
        self.name = Field(tr("Name"), read_name, hint=tr("such as BTC credit line"))
        self.platform = Field(tr("Platform"), read_name)
        self._form.addLayout(in_a_row(self.name, self.platform))
        self.opened = QDateTimeEdit()
        self.opened.setCalendarPopup(True)
        self.opened.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.opened.setAccessibleName(tr("Opened (UTC)"))
        self._form.addWidget(label(tr("Opened (UTC)"), "small"))
        self._form.addWidget(self.opened)
        self.lender.currentIndexChanged.connect(self._preset_chosen)

    def _section(self, title: str, more: str, add: object) -> QVBoxLayout:
        self._form.addWidget(rule())
        head = QHBoxLayout()
        head.addWidget(label(title, "title"))
        head.addStretch(1)
        if more:
            head.addWidget(button(more, add, "link"))  # type: ignore[arg-type]
        self._form.addLayout(head)
        box = QVBoxLayout()
        box.setSpacing(8)
        self._form.addLayout(box)
        return box

    def _add_collateral(self, asset: str = "BTC", amount: str = "") -> None:
        number = len(self._collateral) + 1
        fields = (
            AssetField(tr("Collateral {n}").format(n=number), asset),
            Field(tr("Amount of collateral {n}").format(n=number), read_positive, amount, tr("such as 1.5")),
        )
        self._collateral.append(fields)
        self._collateral_box.addLayout(in_a_row(*fields))

    def _add_debt(self, asset: str = "USDT", amount: str = "", rate: str = "") -> None:
        number = len(self._debts) + 1
        fields = (
            AssetField(tr("Debt {n}").format(n=number), asset),
            Field(tr("Amount of debt {n}").format(n=number), read_positive, amount, tr("such as 30000")),
            Field(tr("Rate a year of debt {n}, %").format(n=number), read_rate, rate, tr("such as 10.9")),
        )
        self._debts.append(fields)
        self._debt_box.addLayout(in_a_row(*fields))

    def _interest(self) -> None:
        self._form.addWidget(rule())
        self._form.addWidget(label(tr("Interest"), "title"))
        self.period = QComboBox()
        self.period.setAccessibleName(tr("Interest is posted"))
        for words, period in (
            (tr("each minute"), Period.MINUTE),
            (tr("each hour"), Period.HOUR),
            (tr("each day"), Period.DAY),
            (tr("each 30 days"), Period.MONTH_30),
            (tr("each month"), Period.MONTH),
        ):
            self.period.addItem(words, period)
        self.compounding = QCheckBox(tr("Interest bears interest"))
        self._form.addLayout(in_a_row(self.period, self.compounding))

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(22, 6, 22, 18)
        self.wrong = label("", "error", wrap=True)
        self.wrong.hide()
        foot.addWidget(self.wrong)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(tr("Cancel"), self.reject))
        self.save = button(tr("Save"), self._save, "primary")
        self.save.setDefault(True)
        row.addWidget(self.save)
        foot.addLayout(row)
        return foot

    def _fill(self) -> None:
        now = self._session.now()
        if self._view is None:
            self._set_opened(now.replace(second=0, microsecond=0).isoformat())
            self._add_collateral()
            self._add_debt()
            self.lender.setCurrentIndex(max(0, self.lender.findData("nexo")))
            self._preset_chosen()
            self.name.input.setFocus()
            return
        loan = self._view.loan
        opening = next(event for event in loan.events if event.kind is EventKind.OPEN)
        assert opening.terms is not None
        self.lender.blockSignals(True)
        self.lender.setCurrentIndex(max(0, self.lender.findData(loan.preset or "own")))
        self.lender.blockSignals(False)
        self.name.input.setText(loan.name)
        self.platform.input.setText(self._view.platform_name)
        self._set_opened(opening.at.isoformat())
        for event in loan.events:
            if event.at != opening.at:
                continue
            if event.kind is EventKind.ADD_COLLATERAL and event.amount is not None:
                self._add_collateral(event.asset, spell(event.amount))
            elif event.kind is EventKind.DRAW and event.amount is not None:
                self._add_debt(event.asset, spell(event.amount), spell((event.rate or ZERO) * 100))
        self._show_terms(opening.terms)

    def _set_opened(self, text_: str) -> None:
        at = moment(text_, "UTC")
        self.opened.setDateTime(QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute, at.second)))

    def _preset(self) -> Preset:
        return self._presets[self.lender.currentData()]

    def _preset_chosen(self) -> None:
        preset = self._preset()
        rule_now = preset.rule_at(local_day(self._session.now(), "UTC"))
        self._note.setText(preset.note)
        if preset.id != "own" or not self.platform.input.text():
            self.platform.input.setText(preset.platform_name)
        self._show_terms(rule_now.terms)

    def _show_terms(self, terms: Terms) -> None:
        self._terms = terms
        self._levels.clear()
        clear(self._level_box)
        fields = []
        for level in terms.ladder.levels:
            names = [entry.kind for entry in terms.ladder.levels]
            number = names[: terms.ladder.levels.index(level)].count(level.kind) + 1
            title = text.level_title(level.kind)
            many = names.count(level.kind) > 1
            pattern = tr("{level} {n}, %") if many else tr("{level}, %")
            caption = pattern.format(level=title, n=number)
            field = Field(caption, read_ltv, spell(level.ltv * 100))
            self._levels.append((level, field))
            fields.append(field)
        for start in range(0, len(fields), 3):
            shown = fields[start : start + 3]
            fill = [QWidget() for _ in range(3 - len(shown))] if start else []
            self._level_box.addLayout(in_a_row(*shown, *fill))
        self.period.setCurrentIndex(self.period.findData(terms.interest.period))
        self.compounding.setChecked(terms.interest.compounding)

    def _read(self) -> LoanForm | None:
        name, platform = self.name.value(), self.platform.value()
        collateral = [(asset.value(), amount.value()) for asset, amount in self._collateral]
        debts = [(asset.value(), amount.value(), rate.value()) for asset, amount, rate in self._debts]
        levels = [(level, field.value()) for level, field in self._levels]
        if name is None or platform is None:
            return None
        pledged = [(a, q) for a, q in collateral if a is not None and q is not None]
        owed = [(a, q, r) for a, q, r in debts if a is not None and q is not None and r is not None]
        ladder = [replace(level, ltv=ltv) for level, ltv in levels if ltv is not None]
        if len(pledged) < len(collateral) or len(owed) < len(debts) or len(ladder) < len(levels):
            return None
        at = self.opened.dateTime().toString("yyyy-MM-ddTHH:mm:ss")
        preset = self._preset()
        chosen = preset.platform if platform == preset.platform_name else identifier(platform)
        return LoanForm(
            name,
            chosen,
            platform,
            moment(at, "UTC"),
            tuple(pledged),
            tuple(owed),
            self._read_terms(tuple(ladder)),
            preset.id,
        )

    def _read_terms(self, levels: tuple[Level, ...]) -> Terms:
        old = self._terms.ladder
        interest: Convention = replace(
            self._terms.interest, period=self.period.currentData(), compounding=self.compounding.isChecked()
        )
        lowest_call = min((one.ltv for one in levels if one.kind is not LevelKind.EARLY_WARNING), default=Decimal(10))
        target = old.target if old.target is not None and old.target < lowest_call else None
        initial = old.initial if old.initial is not None and old.initial < lowest_call else None
        return replace(self._terms, ladder=make_ladder(levels, initial, target), interest=interest)

    def _save(self) -> None:
        self.wrong.hide()
        try:
            form = self._read()
        except Refused as refused:
            self._refused(refused)
            return
        if form is None:
            return
        self.save.setEnabled(False)
        view = self._view

        if view is None:
            self._session.do(lambda monitor, now: commands.add_loan(monitor, form, now), self._done, self._refused)
        else:
            self._session.do(
                lambda monitor, now: commands.edit_loan(monitor, view.loan.id, form, now), self._done, self._refused
            )

    def _done(self, loan: object) -> None:
        self.accept()
        self.saved.emit(getattr(loan, "id", ""))

    def _refused(self, refused: Refused) -> None:
        self.save.setEnabled(True)
        self.wrong.setText(text.short_sentence(refused))
        self.wrong.show()


def identifier(name: str) -> str:
    """Return an identifier made of a platform's name."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in name.casefold()).strip("-")
    return kept[:48] or f"platform-{sum(map(ord, name))}"
