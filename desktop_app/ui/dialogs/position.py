"""The form of a position that earns: what it is, where it lies, what it pays and how it is counted."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QVBoxLayout, QWidget

from desktop_app.domain.earn.convention import Period
from desktop_app.domain.earn.position import Basis, EarnTerms, Position, PositionKind, RateStep
from desktop_app.domain.loans.hints import advise_rate
from desktop_app.domain.prices.rate import RateKind
from desktop_app.domain.problems import Refused
from desktop_app.domain.reach import Reach
from desktop_app.engine import position_commands
from desktop_app.ui import earn_text, price_words, text
from desktop_app.ui.dialogs.fields import AssetField, Field, in_a_row, pair
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.dialogs.position_parts import (
    WITH_RATE,
    asks_of,
    convention_asks,
    convention_values,
    details_of,
    payout_note,
    terms_of,
    values_of,
)
from desktop_app.ui.dialogs.reach import reach_asks, reach_of
from desktop_app.ui.entry import identifier, read_name, read_positive, read_rate, spell
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages.page import scrolled
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.asks import Ask, Kind, Values
from desktop_app.ui.widgets.basics import captioned, label, rule
from desktop_app.ui.widgets.inputs import Inputs


class PositionDialog(Form):
    """Asks for a new position, or for changes to `position`."""

    def __init__(self, session: Session, position: Position | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._position = position
        self.setWindowTitle(tr("Edit position") if position else tr("Add a position"))
        self.resize(680, 720)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        outer.addWidget(scrolled(content), 1)
        self._form = QVBoxLayout(content)
        self._form.setContentsMargins(22, 18, 22, 8)
        self._form.setSpacing(10)
        self._what()
        self._where()
        self._rate()
        self._details_box = QVBoxLayout()
        self._form.addLayout(self._details_box)
        self._reserve()
        self._form.addStretch(1)
        foot = self.foot()
        foot.setContentsMargins(22, 6, 22, 18)
        outer.addLayout(foot)
        self._kind_chosen()
        self._show_note()

    @staticmethod
    def ask(session: Session, position: Position | None, parent: QWidget) -> None:
        """Open the form beside the window."""
        dialog = PositionDialog(session, position, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _what(self) -> None:
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Kind of position"))
        for kind in PositionKind:
            self.kind.addItem(earn_text.kind(kind), kind)
        self._form.addWidget(captioned(tr("Kind of position"), self.kind))
        self._explained = label("", "small", wrap=True)
        self._form.addWidget(self._explained)
        if self._position is not None:
            self.kind.setCurrentIndex(self.kind.findData(self._position.kind))
            self.kind.setEnabled(False)
        self.kind.currentIndexChanged.connect(lambda _: self._kind_chosen())

    def _where(self) -> None:
        known, snapshot = self._position, self._session.snapshot
        platform = snapshot.platform_name(known.platform) if known and snapshot else ""
        self.name = Field(tr("Name"), read_name, known.name if known else "", tr("such as USDT savings"))
        self.platform = Field(tr("Platform"), read_name, platform, tr("such as OKX or own wallet"))
        self._form.addLayout(in_a_row(self.name, self.platform))
        self.asset = AssetField(tr("Asset"), known.asset if known else "USDT")
        amount = spell(known.amount) if known else ""
        self.amount: Field[Decimal] = Field(tr("Amount"), read_positive, amount, tr("such as 1000"))
        self.opened = QDateTimeEdit()
        self.opened.setCalendarPopup(True)
        self.opened.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.opened.setAccessibleName(tr("Opened (UTC)"))
        at = known.opened if known else self._session.now()
        self.opened.setDateTime(QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute)))
        pair(self.amount, self.asset)
        self._form.addLayout(in_a_row(self.asset, self.amount, captioned(tr("Opened (UTC)"), self.opened)))
        for field in (self.name, self.platform, self.amount):
            field.input.textEdited.connect(lambda _, one=field: one.check_if_filled())

    def _rate(self) -> None:
        """Ask for the rate and the venue's convention."""
        known = self._position
        self._rate_box = QWidget()
        column = QVBoxLayout(self._rate_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(rule())
        column.addWidget(label(tr("What it pays"), "title"))
        last = known.rates[-1].rate if known and known.rates else None
        self.rate: Field[Decimal] = Field(
            tr("Printed rate a year, %"),
            read_rate,
            spell(last * 100) if last is not None else "",
            tr("such as 3.65"),
            self._rate_advice,
        )
        self.rate.input.textEdited.connect(lambda _: self.rate.check_if_filled())
        told: tuple[tuple[str, object], ...] = (
            (tr("without compounding (APR)"), Basis.APR),
            (tr("with compounding (APY)"), Basis.APY),
        )
        since: tuple[tuple[str, object], ...] = (
            (tr("from now on"), "now"),
            (tr("in place of the last one"), "correction"),
        )
        self.basis, basis = _choice(tr("The rate is told"), told)
        self.since, holds = _choice(tr("Another rate holds"), since)
        self.follows, follows = _choice(tr("A floating rate follows"), self._polled())
        self.follows.setCurrentIndex(max(0, self.follows.findData(known.terms.follows if known else "")))
        column.addLayout(in_a_row(self.rate, basis, holds))
        column.addLayout(in_a_row(follows))
        holds.setVisible(bool(known and known.rates))
        self.convention = Inputs(convention_asks((known.terms if known else EarnTerms()).payout.at))
        column.addWidget(self.convention)
        self._note = label("", "small", wrap=True)
        column.addWidget(self._note)
        self._form.addWidget(self._rate_box)
        if known is not None:
            self.basis.setCurrentIndex(self.basis.findData(known.terms.basis))
            self.convention.show_values(convention_values(known.terms))
        self.convention.changed.connect(self._show_note)

    def _polled(self) -> tuple[tuple[str, object], ...]:
        """Return the polled rates that a floating one may follow, by the words for them."""
        snapshot, known = self._session.snapshot, self._position
        rates = [one for one in snapshot.rates if one.kind is RateKind.LENDING] if snapshot else []
        named = {one.name: f"{price_words.source_name(one.source)} {one.asset}" for one in rates}
        if known is not None and known.terms.follows:
            named.setdefault(known.terms.follows, known.terms.follows)
        return ((tr("no one: I enter each change"), ""), *((words, name) for name, words in named.items()))

    def _reserve(self) -> None:
        known = self._position
        self._form.addWidget(rule())
        self.reserve = QCheckBox(tr("Set aside as reserve for top-ups and repayments"))
        self.reserve.setChecked(bool(known and known.reserve))
        self._form.addWidget(self.reserve)
        hours = known.reach_hours if known else Decimal(0)
        self.more = Inputs(
            (
                Ask("reach_hours", tr("Arrives within, hours"), Kind.NUMBER, hours),
                Ask("note", tr("Note"), Kind.TEXT, known.note if known else ""),
            ),
            2,
        )
        self._form.addWidget(self.more)
        self.reach = Inputs(reach_asks(known.reach if known else Reach()), 3)
        self._form.addWidget(self.reach)

    def _kind_chosen(self) -> None:
        kind: PositionKind = self.kind.currentData()
        self._explained.setText(earn_text.explanation(kind))
        self._rate_box.setVisible(kind in WITH_RATE)
        while (item := self._details_box.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.details = Inputs(asks_of(kind))
        if self._position is not None:
            self.details.show_values(values_of(self._position.details))
        if asks_of(kind):
            self._details_box.addWidget(rule())
            self._details_box.addWidget(label(earn_text.kind(kind), "title"))
        self._details_box.addWidget(self.details)
        self.details.show()

    def _show_note(self) -> None:
        found = self.convention.values()
        self._note.setText(payout_note(found, self._session.now()) if found is not None else "")

    def _rate_advice(self, rate: Decimal) -> tuple[str, str] | None:
        """Ask whether a rate of a day or an hour was typed for one of a year."""
        box = getattr(self, "convention", None)
        found = box.values() if isinstance(box, Inputs) else None
        return text.advice_words(advise_rate(rate, found["period"] if found else Period.DAY, {}))

    def _opened_at(self) -> datetime:
        chosen = self.opened.dateTime()
        day, clock = chosen.date(), chosen.time()
        found = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=UTC)
        known = self._position
        return known.opened if known and known.opened.replace(second=0, microsecond=0) == found else found

    def _rates(self, kind: PositionKind, rate: Decimal, opened: datetime) -> tuple[RateStep, ...]:
        """Return the steps of the rate: the one typed replaces the last one, or holds from now on."""
        if kind not in WITH_RATE:
            return ()
        before = self._position.rates if self._position else ()
        if len(before) < 2 and (not before or self.since.currentData() == "correction" or before[0].rate == rate):
            return (RateStep(opened, rate),)
        if before[-1].rate == rate:
            return before
        if self.since.currentData() == "correction":
            return (*before[:-1], replace(before[-1], rate=rate))
        return (*before, RateStep(self._session.now(), rate))

    def _terms(self, before: EarnTerms, convention: Values) -> EarnTerms:
        terms = terms_of(before, self.basis.currentData(), convention)
        return replace(terms, follows=str(self.follows.currentData() or ""))

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        self.wrong.hide()
        kind: PositionKind = self.kind.currentData()
        name, platform, asset, amount = (
            self.name.value(),
            self.platform.value(),
            self.asset.value(),
            self.amount.value(),
        )
        rate = self.rate.value() if kind in WITH_RATE else Decimal(0)
        convention, details, more = self.convention.values(), self.details.values(), self.more.values()
        reach = self.reach.values()
        if name is None or platform is None or asset is None or amount is None or rate is None:
            return
        if convention is None or details is None or more is None or reach is None:
            return
        snapshot, opened = self._session.snapshot, self._opened_at()
        known = {one.name: one.id for one in snapshot.platforms} if snapshot else {}
        base = self._position or Position("", name, "", kind, asset, amount, opened)
        position = replace(
            base,
            name=name,
            platform=known.get(platform) or identifier(platform),
            asset=asset,
            amount=amount,
            opened=opened,
            rates=self._rates(kind, rate, opened),
            terms=self._terms(base.terms, convention) if kind in WITH_RATE else EarnTerms(),
            details=details_of(kind, details),
            reserve=self.reserve.isChecked(),
            reach=reach_of(reach),
            **more,
        )
        self.save.setEnabled(False)
        self._session.do(
            lambda monitor, now: position_commands.keep_position(monitor, position, platform, now),
            lambda _: self.accept(),
            self.refused,
        )

    def refused(self, refused: Refused) -> None:
        """Say what was refused at its field, where there is one, else at the foot."""
        sentence = text.short_sentence(refused)
        own: dict[str, Field[str] | Field[Decimal]] = {"name": self.name, "amount": self.amount, "rate": self.rate}
        shown = own.get(refused.field)
        if shown is not None and shown.isVisible():
            self.save.setEnabled(True)
            shown.show_problem(sentence)
            shown.input.setFocus()
        elif self.details.show_problem(refused.field, sentence) or self.convention.show_problem(
            refused.field, sentence
        ):
            self.save.setEnabled(True)
        else:
            super().refused(refused)


def _choice(caption: str, choices: tuple[tuple[str, object], ...]) -> tuple[QComboBox, QWidget]:
    """Return a combo box of words and values, and the widget that shows it under its caption."""
    box = QComboBox()
    box.setAccessibleName(caption)
    for words, value in choices:
        box.addItem(words, value)
    return box, captioned(caption, box)
