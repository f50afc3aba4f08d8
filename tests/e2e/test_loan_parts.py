"""The parts of a loan's detail: plan, cause, liquidation, events, rules; by mouse and by keyboard alone."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QTableView

from desktop_app.domain.alerts.rule import RuleKind, Severity
from desktop_app.domain.events import EventKind
from desktop_app.domain.loans.terms import LtvFormula
from desktop_app.domain.prices.nft import Sample, SampleKind
from desktop_app.engine import importing
from desktop_app.engine.service import utc_now
from desktop_app.ui.dialogs.event import EventDialog
from desktop_app.ui.dialogs.nft import NftDialog
from desktop_app.ui.dialogs.rule import RuleDialog

TABS = ["Ladder and chart", "Rescue plan", "Why it moved", "If liquidated", "Events"]


@pytest.fixture
def loans(open_desk):
    """The demonstration at the Loans page, its first loan (61.2 % LTV) chosen."""
    desk = open_desk(demo=True)
    desk.main.window.open_page("loans")
    desk.detail = desk.main.window.pages["loans"].detail
    desk.show = lambda name: desk.detail.tabs.setCurrentIndex(TABS.index(name))
    return desk


def figure(desk, name):
    """Return the figure that a line called `name` shows."""
    from PySide6.QtWidgets import QLabel

    lines = [label for label in desk.shell.findChildren(QLabel) if label.accessibleName().startswith(f"{name}: ")]
    found = [label for label in lines if label.isVisible()]
    return found[0].text() if found else ""


def expect_figure(desk, name, words):
    """Wait until a line called `name` shows `words`."""
    desk.wait_until(lambda: figure(desk, name) == words)


def choose(desk, box_name, words):
    box = desk.seen(QComboBox, box_name)
    index = box.findText(words)
    assert index >= 0, [box.itemText(number) for number in range(box.count())]
    box.setCurrentIndex(index)


def test_the_rescue_plan_follows_its_target_and_its_mix(loans):
    loans.show("Rescue plan")
    expect_figure(loans, "LTV after it", "50.00%")
    expect_figure(loans, "Add", "0.269553 BTC")
    loans.type_into(loans.seen(QLineEdit, "Target LTV, %"), "40")
    expect_figure(loans, "LTV after it", "40.00%")
    more = Decimal(figure(loans, "Add").split()[0])
    assert more > Decimal("0.6")
    loans.detail.rescue.share.setValue(100)
    expect_figure(loans, "Add", "0 BTC")
    assert Decimal(figure(loans, "Repay").split()[0].replace(",", "")) > 14000
    expect_figure(loans, "Leverage now", "2.58 times")


def test_the_stop_sells_down_to_its_target(loans):
    loans.show("Rescue plan")
    loans.type_into(loans.seen(QLineEdit, "Sell when the price is under"), "50000")
    loans.wait_until(lambda: figure(loans, "LTV at that price").startswith("70.0"))
    assert "Lost to slippage and fee" in loans.words()


def test_a_ratio_typed_as_ltv_is_asked_about_and_taken_over(loans):
    loans.click("Edit")
    loans.wait_until(lambda: "Early warning, %" in loans.names(QLineEdit))
    field = loans.seen(QLineEdit, "Early warning, %")
    loans.type_into(field, "160")
    assert "160.00% looks like collateral / loan; as LTV that is 62.50%. Did you mean that?" in loans.words()
    loans.click("Use 62.50")
    assert field.text() == "62.50"
    loans.type_into(loans.seen(QLineEdit, "Rate a year of debt 1, %"), "0.01")
    assert "0.01% a year is very little" in loans.words()
    loans.click("Cancel")


def test_the_causes_add_up_to_the_change_that_is_told(loans):
    loans.show("Why it moved")
    loans.wait_until(lambda: loans.detail.why.summary.text().startswith("From "))
    chart = loans.detail.why.chart

    def told():
        return {row[0]: Decimal(row[1]) for row in chart.table()[1:]}

    loans.wait_until(lambda: "Price of BTC" in told())
    assert "Interest" in told()
    choose(loans, "Span", "since the opening")
    loans.wait_until(lambda: "Your USDT debt" in told())
    assert sum(told().values()) - told()["after"] == told()["after"]
    chart.setFocus()
    loans.bot.keyClick(chart, Qt.Key.Key_Down)
    loans.bot.keyClick(chart, Qt.Key.Key_Down)
    assert ": " in chart.accessibleDescription(), "each step is told to who cannot see it"


def test_a_liquidation_is_simulated_in_each_way(loans):
    loans.show("If liquidated")
    loans.type_into(loans.seen(QLineEdit, "After a fall of, %"), "27")
    expect_figure(loans, "LTV after it", "50.00%")
    choose(loans, "How the lender sells", "everything")
    expect_figure(loans, "Debt left", "$0.00")
    choose(loans, "How the lender sells", "one thing that cannot be split (an NFT)")
    loans.wait_until(lambda: "It cannot be sold in part." in loans.words())
    choose(loans, "How the lender sells", "a part, down to a target")
    loans.type_into(loans.seen(QLineEdit, "Target LTV or share of the debt, %"), "99")
    loans.type_into(loans.seen(QLineEdit, "After a fall of, %"), "45")
    loans.wait_until(lambda: "No partial sale reaches this target" in loans.words())


def test_every_kind_of_event_is_entered(loans):
    def open_event(kind):
        loans.click("Add event")
        loans.wait_until(lambda: [d for d in loans.shell.findChildren(EventDialog) if d.isVisible()])
        choose(loans, "What happened", kind)

    def count():
        return len(loans.snapshot.loan("btc-credit-line").loan.events)

    start = count()
    open_event("Liquidated")
    loans.type_into(loans.seen(QLineEdit, "Amount"), "0.1")
    loans.type_into(loans.seen(QLineEdit, "Amount repaid"), "5000")
    loans.click("Save")
    loans.wait_until(lambda: count() == start + 1)
    open_event("Rules changed")
    choose(loans, "How LTV is measured", "debt / weighted collateral")
    loans.type_into(loans.seen(QLineEdit, "Share of the value that counts, %"), "BTC 95")
    loans.click("Save")
    loans.wait_until(lambda: count() == start + 2)
    view = loans.snapshot.loan("btc-credit-line")
    assert view.balances.terms.formula is LtvFormula.HAIRCUT
    assert view.balances.terms.weight("BTC") == Decimal("0.95")
    open_event("Rate changed")
    loans.type_into(loans.seen(QLineEdit, "Rate a year, %"), "12.5")
    loans.click("Save")
    loans.wait_until(lambda: count() == start + 3)
    assert loans.snapshot.loan("btc-credit-line").balances.rates["USDT"] == Decimal("0.125")


def test_an_event_is_dated_on_the_clock_that_was_chosen(loans):
    loans.click("Add event")
    loans.wait_until(lambda: [d for d in loans.shell.findChildren(EventDialog) if d.isVisible()])
    dialog = next(d for d in loans.shell.findChildren(EventDialog) if d.isVisible())
    dialog.at.setDateTime(dialog.at.dateTime().addDays(-1))
    typed = dialog.at.dateTime().toString("yyyy-MM-dd HH:mm:ss")
    dialog.zone.setCurrentText("UTC+8")
    loans.type_into(loans.seen(QLineEdit, "Amount"), "0.01")
    before = {event.id for event in loans.snapshot.loan("btc-credit-line").loan.events}
    loans.click("Save")
    loans.wait_until(lambda: len(loans.snapshot.loan("btc-credit-line").loan.events) == len(before) + 1)
    event = next(e for e in loans.snapshot.loan("btc-credit-line").loan.events if e.id not in before)
    assert event.zone == "UTC+8"
    assert event.at.strftime("%Y-%m-%d %H:%M:%S") != typed
    assert event.kind is EventKind.ADD_COLLATERAL


def test_the_parts_are_reached_by_keyboard_alone(loans):
    loans.detail.tabs.tabBar().setFocus()
    for number in range(1, len(TABS)):
        loans.bot.keyClick(loans.detail.tabs.tabBar(), Qt.Key.Key_Right)
        assert loans.detail.tabs.currentIndex() == number
        widget = loans.detail.tabs.currentWidget()
        loans.bot.keyClick(loans.detail.tabs.tabBar(), Qt.Key.Key_Tab)
        assert loans.shell.focusWidget() is not None
        assert widget.isVisible()
        loans.detail.tabs.tabBar().setFocus()


def test_a_lenders_rule_is_changed_and_the_old_one_kept(open_desk):
    desk = open_desk(demo=True)
    desk.main.window.open_page("platforms")
    table = next(t for t in desk.shell.findChildren(QTableView) if t.accessibleName() == "Rules of lenders")
    row = next(
        r for r in range(table.model().rowCount()) if table.model().index(r, 0).data() == "Ledn bitcoin-backed loan"
    )
    table.activated.emit(table.model().index(row, 0))
    desk.wait_until(lambda: [d for d in desk.shell.findChildren(RuleDialog) if d.isVisible()])
    assert "ledn.io" in desk.words()
    desk.type_into(desk.seen(QLineEdit, "Margin call, %"), "72")
    assert desk.seen(QDateEdit, "Holds from").date().isValid()
    assert desk.seen(QCheckBox, "Apply to my open loans with this lender").isChecked()
    desk.click("Save")
    desk.wait_until(lambda: len(next(p for p in desk.snapshot.presets if p.id == "ledn").rules) == 2)
    preset = next(p for p in desk.snapshot.presets if p.id == "ledn")
    assert [str(rule.terms.ladder.level("margin_call").ltv) for rule in preset.rules] == ["0.70", "0.72"]


def test_an_nft_is_worth_the_lowest_of_what_its_market_says(open_desk):
    desk = open_desk(demo=True)
    now = utc_now()
    sales = [Sample(now, Decimal(price), SampleKind.SALE, str(number)) for number, price in enumerate((14, 15, 16, 99))]
    desk.do(lambda monitor, moment: importing.import_sales(monitor, sales, "BAYC", "ETH", "test", moment))
    view = desk.snapshot.loan("bayc-4071")
    assert view.valuation.collateral_value == Decimal(15) * 3125
    desk.main.window.open_page("prices")
    table = next(t for t in desk.shell.findChildren(QTableView) if t.accessibleName() == "NFT collections")
    assert table.model().index(0, 6).data() == "1", "the sale at 99 is rejected"
    table.activated.emit(table.model().index(0, 0))
    desk.wait_until(lambda: [d for d in desk.shell.findChildren(NftDialog) if d.isVisible()])
    assert "Rejected samples" in desk.words()
    desk.type_into(desk.seen(QLineEdit, "Best bid, ETH"), "12.5")
    desk.click("Save")
    desk.wait_until(lambda: desk.snapshot.nfts and desk.snapshot.nfts[0].value.risk == Decimal("12.5"))
    assert desk.snapshot.loan("bayc-4071").valuation.collateral_value == Decimal("12.5") * 3125


def test_the_price_of_a_stop_is_watched_from_the_plan(loans):
    loans.show("Rescue plan")
    loans.type_into(loans.seen(QLineEdit, "Sell when the price is under"), "49500")
    loans.wait_until(loans.detail.rescue.tell_me.isEnabled)
    loans.click("Tell me at this price")
    loans.wait_until(lambda: [one for one in loans.snapshot.rules if not one.is_usual and one.scope == "BTC"])
    (rule,) = [one for one in loans.snapshot.rules if one.limit == 49500]
    assert (rule.kind, rule.severity) == (RuleKind.PRICE_BELOW, Severity.CRITICAL)
    loans.wait_until(lambda: "You are told once BTC is at $49,500" in loans.words())
