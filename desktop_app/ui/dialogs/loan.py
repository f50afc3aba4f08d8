"""The form of a loan: lender's rules, what is pledged, what is owed, levels."""

from decimal import Decimal

from PySide6.QtCore import QDate, QDateTime, QEvent, QObject, QTime, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.events import EventKind
from desktop_app.domain.loans.hints import advise_rate
from desktop_app.domain.loans.preset import Preset
from desktop_app.domain.money import ZERO
from desktop_app.domain.portfolio import local_day, moment
from desktop_app.domain.problems import Refused
from desktop_app.engine import commands
from desktop_app.engine.commands import LoanForm
from desktop_app.engine.resources import bands, presets
from desktop_app.engine.snapshot import LoanView
from desktop_app.ui import text
from desktop_app.ui.dialogs.fields import AssetField, Field, in_a_row, pair
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.dialogs.terms import TermsEditor
from desktop_app.ui.entry import identifier, read_name, read_positive, read_rate, spell
from desktop_app.ui.i18n import language, tr
from desktop_app.ui.pages.page import scrolled
from desktop_app.ui.row_paste import read_row
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button, label, rule


class LoanDialog(Form):
    """Asks for a new loan, or for changes to the opening of `view`. `saved` carries the loan's id."""

    saved = Signal(str)

    def __init__(self, session: Session, view: LoanView | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        snapshot = session.snapshot
        self._presets = {preset.id: preset for preset in snapshot.presets} if snapshot else presets()
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
        self._suggested = ""
        self._collateral: list[tuple[AssetField, Field[Decimal]]] = []
        self._debts: list[tuple[AssetField, Field[Decimal], Field[Decimal]]] = []
        self._collateral_box = self._section(tr("What is pledged"), tr("Another collateral"), self._add_collateral)
        self._debt_box = self._section(tr("What is owed"), tr("Another debt"), self._add_debt)
        self._form.addWidget(rule())
        self.terms = TermsEditor()
        self._form.addWidget(self.terms)
        self._form.addStretch(1)
        foot = self.foot()
        foot.setContentsMargins(22, 6, 22, 18)
        outer.addLayout(foot)
        self._fill()
        for line in self.findChildren(QLineEdit):
            line.installEventFilter(self)

    def _lender(self) -> None:
        self.lender = QComboBox()
        self.lender.setAccessibleName(tr("Lender"))
        for preset in self._presets.values():
            self.lender.addItem(preset.name_in(language()), preset.id)
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
        pair(fields[1], fields[0])
        self._collateral.append(fields)
        self._collateral_box.addLayout(in_a_row(*fields))

    def _add_debt(self, asset: str = "USDT", amount: str = "", rate: str = "") -> None:
        number = len(self._debts) + 1
        fields = (
            AssetField(tr("Debt {n}").format(n=number), asset),
            Field(tr("Amount of debt {n}").format(n=number), read_positive, amount, tr("such as 30000")),
            Field(
                tr("Rate a year of debt {n}, %").format(n=number),
                read_rate,
                rate,
                tr("such as 10.9"),
                self._rate_advice,
            ),
        )
        pair(fields[1], fields[0])
        self._debts.append(fields)
        self._debt_box.addLayout(in_a_row(*fields))

    def _rate_advice(self, rate: Decimal) -> tuple[str, str] | None:
        return text.advice_words(advise_rate(rate, self.terms.period.currentData(), bands(), "borrow_rate"))

    def _fill(self) -> None:
        now = self._session.now()
        if self._view is None:
            self._set_opened(now.replace(second=0, microsecond=0).isoformat())
            self._add_collateral()
            self._add_debt()
            self.lender.setCurrentIndex(max(0, self.lender.findData("nexo")))
            self._preset_chosen()
            self._collateral[0][0].input.currentTextChanged.connect(lambda _: self._suggest_name())
            self.name.input.setFocus()
            self.name.input.selectAll()
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
        self.terms.show_terms(opening.terms)

    def _set_opened(self, text_: str) -> None:
        at = moment(text_, "UTC")
        self.opened.setDateTime(QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute, at.second)))

    def _preset(self) -> Preset:
        return self._presets[self.lender.currentData()]

    def _preset_chosen(self) -> None:
        preset = self._preset()
        rule_now = preset.rule_at(local_day(self._session.now(), "UTC"))
        self._note.setText(preset.note_in(language()))
        if preset.id != "own" or not self.platform.input.text():
            self.platform.input.setText(preset.platform_name)
        self.terms.show_terms(rule_now.terms)
        self._suggest_name()

    def _suggest_name(self) -> None:
        """Name a new loan by what is pledged where, as long as nobody named it otherwise."""
        known = self.name.input
        if self._view is not None or not self._collateral or (known.text() and known.text() != self._suggested):
            return
        platform = self.platform.input.text()
        asset = self._collateral[0][0].input.currentText()
        self._suggested = tr("{asset} loan, {platform}").format(asset=asset, platform=platform) if platform else ""
        known.setText(self._suggested)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a row of a spreadsheet that is pasted into any field fill the form."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            words = QGuiApplication.clipboard().text()
            if "\t" in words and isinstance(watched, QLineEdit):
                self.take_row(words)
                return True
        return super().eventFilter(watched, event)

    def take_row(self, words: str) -> None:
        """Fill the form from a row of a spreadsheet."""
        lenders = {name.casefold(): one.id for one in self._presets.values() for name in (one.id, one.platform_name)}
        lenders |= {one.name_in(language()).casefold(): one.id for one in self._presets.values()}
        row = read_row(words, lenders)
        if row.lender:
            self.lender.setCurrentIndex(max(0, self.lender.findData(row.lender)))
        for (number, code), fields in ((row.collateral, self._collateral[0]), (row.debt, self._debts[0])):
            if code:
                fields[0].input.setCurrentText(code)
                fields[1].input.setText(number)
        if row.rate:
            self._debts[0][2].input.setText(row.rate)
        if row.opened:
            self._set_opened(row.opened)
        if row.name:
            self.name.input.setText(row.name)

    def _read(self) -> LoanForm | None:
        collateral = [(asset.value(), amount.value()) for asset, amount in self._collateral]
        debts = [(asset.value(), amount.value(), rate.value()) for asset, amount, rate in self._debts]
        name, platform = self.name.value(), self.platform.value()
        terms = self.terms.read()
        if name is None or platform is None:
            return None
        pledged = [(a, q) for a, q in collateral if a is not None and q is not None]
        owed = [(a, q, r) for a, q, r in debts if a is not None and q is not None and r is not None]
        if terms is None or len(pledged) < len(collateral) or len(owed) < len(debts):
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
            terms,
            preset.id,
        )

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        self.wrong.hide()
        try:
            form = self._read()
        except Refused as refused:
            self.refused(refused)
            return
        if form is None:
            return
        self.save.setEnabled(False)
        view = self._view

        if view is None:
            self._session.do(lambda monitor, now: commands.add_loan(monitor, form, now), self._done, self.refused)
        else:
            self._session.do(
                lambda monitor, now: commands.edit_loan(monitor, view.loan.id, form, now), self._done, self.refused
            )

    def _done(self, loan: object) -> None:
        self.accept()
        self.saved.emit(getattr(loan, "id", ""))
