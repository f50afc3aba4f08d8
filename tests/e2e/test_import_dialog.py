"""Prices on their way in through the window: asked about, looked through, imported, stopped, rejected."""

import importlib.util
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPushButton, QRadioButton

from desktop_app.engine import folder as folders
from desktop_app.storage.candles import load_candles
from desktop_app.ui.dialogs import import_job
from desktop_app.ui.dialogs.import_job import Stage
from desktop_app.ui.dialogs.importing import ImportDialog

DAYS = "\n".join(f"2026-01-{day:02d},{price}" for day, price in ((1, 100), (2, 90), (3, 80.5)))


def dialog(desk) -> ImportDialog:
    desk.wait_until(lambda: [one for one in desk.shell.findChildren(ImportDialog) if one.isVisible()])
    return next(one for one in desk.shell.findChildren(ImportDialog) if one.isVisible())


def at(desk, stage: Stage) -> ImportDialog:
    found = dialog(desk)
    desk.wait_until(lambda: found.job.stage is stage, timeout=20000)
    return found


def kept(desk, asset="BTC"):
    return desk.main.service.query(lambda monitor: load_candles(monitor.store.db, [asset])[asset]).result()


def write(folder: Path, name: str, words: str, encoding="utf-8") -> Path:
    path = folder / name
    path.write_bytes(words.encode(encoding))
    return path


def answer(desk, words: str) -> None:
    desk.wait_until(lambda: words in desk.names(QRadioButton))
    desk.click(words)


def drop(desk, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(desk.shell.rect().center(), *rest)
    QApplication.sendEvent(desk.shell, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(desk.shell, QDropEvent(QPointF(desk.shell.rect().center()), *rest))


def choose(box: QComboBox, words: str) -> None:
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_dates_that_mean_two_things_are_asked_and_then_imported(desk, tmp_path):
    path = write(tmp_path, "BTCUSD.csv", "date,close\n03/04/2024,100\n04/04/2024,101\n")
    drop(desk, path)
    found = at(desk, Stage.ASKING)
    assert not found.save.isEnabled()
    assert found.save.accessibleDescription() == "Answer what is open first."
    desk.wait_until(lambda: "?  Which day is meant?" in desk.words())
    first, second = "03/04/2024 is Wednesday, April 3, 2024", "03/04/2024 is Monday, March 4, 2024"
    assert {first, second} <= desk.names(QRadioButton)
    assert not [one for one in found.findChildren(QRadioButton) if one.isVisible() and one.isChecked()]
    desk.click(first)
    at(desk, Stage.READY)
    assert "✓  Which day is meant?" in desk.words()
    desk.click(second)
    at(desk, Stage.READY)
    assert found.job.parsed.summary.series[0].period_s > 86400
    desk.click(first)
    at(desk, Stage.READY)
    assert kept(desk) == []
    desk.click("Import prices")
    at(desk, Stage.DONE)
    assert [str(candle.opened.date()) for candle in kept(desk)] == ["2024-04-03", "2024-04-04"]
    assert "BTCUSD.csv: 2 new prices, 0 known already." in desk.words()
    desk.click("Done")
    desk.wait_until(lambda: not found.isVisible())


def test_a_question_is_answered_by_keyboard_alone(desk, tmp_path):
    write(tmp_path, "prices.csv", f"date,close\n{DAYS}\n")
    desk.main.window.arrivals.take([tmp_path / "prices.csv"])
    found = at(desk, Stage.ASKING)
    desk.wait_until(found.isActiveWindow)
    assert QApplication.focusWidget().accessibleName() == "Asset of the prices"
    desk.bot.keyClicks(QApplication.focusWidget(), "sol")
    desk.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    at(desk, Stage.READY)
    for _ in range(60):
        if QApplication.focusWidget() is found.save:
            break
        desk.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    desk.bot.keyClick(found.save, Qt.Key.Key_Space)
    at(desk, Stage.DONE)
    assert len(kept(desk, "SOL")) == 3


def test_every_part_of_the_dialog_has_a_name(desk, tmp_path):
    desk.main.window.arrivals.take([write(tmp_path, "BTCUSD.csv", f"date,close\n{DAYS}\nsoon,1\n")])
    found = at(desk, Stage.READY)
    for kind in (QComboBox, QPushButton, QRadioButton, QLineEdit):
        for one in found.findChildren(kind):
            assert one.accessibleName() or one.parent().accessibleName(), one
    assert {"Meaning of column date", "Meaning of column close", "Time zone", "Encoding"} <= desk.names(QComboBox)


def test_a_big5_file_with_chinese_headers_is_imported(desk, tmp_path):
    path = write(tmp_path, "ETHUSDT.csv", "日期,開盤價,最高價,最低價,收盤價\n2026-01-01,1,3,1,2\n", "big5")
    desk.main.window.arrivals.take([path])
    found = dialog(desk)
    desk.wait_until(lambda: found.job.stage in (Stage.READY, Stage.ASKING))
    if found.job.stage is Stage.ASKING:
        desk.click(next(name for name in desk.names(QRadioButton) if name.startswith("Big5")))
    at(desk, Stage.READY)
    assert found.facts.encoding.box.currentText() == "Big5"
    desk.click("Import prices")
    at(desk, Stage.DONE)
    (candle,) = kept(desk, "ETH")
    assert [str(price) for price in (candle.open, candle.high, candle.low, candle.close)] == [
        "1.0",
        "3.0",
        "1.0",
        "2.0",
    ]


def test_a_workbook_is_imported(desk, tmp_path):
    path = tmp_path / "BTCUSDT.xlsx"
    path.write_bytes(workbook([["date", "close"], ["2026-01-01", "100"], ["2026-01-02", "90"]]))
    desk.main.window.arrivals.take([path])
    at(desk, Stage.READY)
    desk.click("Import prices")
    at(desk, Stage.DONE)
    assert len(kept(desk)) == 2


def workbook(rows: list[list[str]]) -> bytes:
    place = Path(__file__).resolve().parents[1] / "feeds" / "workbooks.py"
    spec = importlib.util.spec_from_file_location("made_workbooks", place)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made.xlsx_of({"Prices": made.sheet_xml(rows)})


def test_rejected_rows_forbid_the_import_until_the_person_allows_it_and_are_saved(desk, tmp_path):
    path = write(tmp_path, "BTCUSD.csv", f"date,close\n{DAYS}\nsoon,1\n2026-01-09,x\n")
    desk.main.window.arrivals.take([path])
    found = at(desk, Stage.READY)
    assert not found.save.isEnabled()
    assert found.outlook.text() == "2 rows would be rejected: mend the file, or import the good rows."
    assert "1 row, first: line 6, field close: x is not a number; write it like 1234.5." in desk.words()
    desk.click("The good rows; the rejected ones can be saved to a file")
    desk.click("Import prices")
    at(desk, Stage.DONE)
    assert len(kept(desk)) == 3
    assert "2 rows were rejected." in found.outlook.text()
    desk.click("Save rejected rows…")
    target = tmp_path / "rejected.csv"
    chooser = found.findChildren(QFileDialog)[-1]
    assert chooser.selectedFiles()[0].endswith("BTCUSD-rejected.csv")
    chooser.fileSelected.emit(str(target))
    chooser.reject()
    desk.wait_until(target.exists)
    rows = target.read_text(encoding="utf-8-sig").splitlines()
    assert rows == ["line,reason,field,row", '5,not_a_time,date,"soon,1"', '6,not_a_number,close,"2026-01-09,x"']
    desk.wait_until(lambda: "Open the file" in desk.names(QPushButton))


def test_a_file_in_which_all_is_wrong_says_what(desk, tmp_path):
    desk.main.window.arrivals.take([tmp_path / "gone.csv"])
    found = at(desk, Stage.FAILED)
    assert found.outlook.text() == f"There is no file {tmp_path / 'gone.csv'}; check its name."
    assert "Import prices" not in desk.names(QPushButton)
    write(tmp_path, "gone.csv", f"date,BTC\n{DAYS}\n")
    desk.click("Try again")
    at(desk, Stage.READY)


def test_a_wrong_zone_is_told_at_its_field_and_can_be_mended(desk, tmp_path):
    desk.main.window.arrivals.take([write(tmp_path, "BTCUSD.csv", f"date,close\n{DAYS}\n")])
    found = at(desk, Stage.READY)
    for words, stage in (("Mars", Stage.FAILED), ("UTC+8", Stage.READY)):
        line = found.facts.zone.box.lineEdit()
        line.setText(words)
        line.editingFinished.emit()
        at(desk, stage)
        assert ("Mars is not a time zone" in desk.words()) == (stage is Stage.FAILED)
    assert found.job.parsed.summary.series[0].first_ms % 86_400_000 == 16 * 3_600_000


def test_columns_are_given_a_meaning_and_a_wide_table_its_assets(desk, tmp_path):
    rows = "\n".join(f"2026-01-{day:02d},{day}00,{day}0,{day}" for day in range(1, 9))
    desk.main.window.arrivals.take([write(tmp_path, "odd.csv", f"when,a,b,c\n{rows}\n")])
    found = dialog(desk)
    desk.wait_until(lambda: found.job.stage in (Stage.ASKING, Stage.READY))
    assert found.job.stage is Stage.ASKING, "values alone prove nothing where the names are strange"
    desk.wait_until(lambda: "They are right as they stand" in desk.names(QPushButton))
    desk.click("They are right as they stand")
    desk.wait_until(lambda: not found.job.running)
    assert "✓  What does each column mean" in desk.words()
    choose(desk.seen(QComboBox, "Meaning of column b"), "Price or close")
    desk.wait_until(lambda: not found.job.running)
    if found.job.stage is Stage.ASKING:
        desk.type_into(desk.seen(QLineEdit, "Asset of the prices"), "BTC")
        desk.click("Use this asset")
    at(desk, Stage.READY)
    desk.click("Import prices")
    at(desk, Stage.DONE)
    assert [str(candle.close) for candle in kept(desk)][:2] == ["10.0", "20.0"]


def test_another_period_is_taken_where_the_person_says_so(desk, tmp_path):
    desk.main.window.arrivals.take([write(tmp_path, "BTCUSD.csv", "date,close\n2026-01-01 00:00,100\n")])
    found = at(desk, Stage.READY)
    choose(found.facts.period.box, "1 h")
    desk.wait_until(lambda: found.job.stage is Stage.READY and found.job.period_s == 3600)
    desk.click("Import prices")
    at(desk, Stage.DONE)
    assert [candle.period_s for candle in kept(desk)] == [3600]


def test_the_answer_for_one_file_is_none_for_the_next(desk, tmp_path):
    words = "date,close\n03/04/2024,100\n04/04/2024,101\n"
    drop(desk, *(write(tmp_path, f"{asset}USD.csv", words) for asset in ("BTC", "ETH")))
    found = at(desk, Stage.ASKING)
    answer(desk, "03/04/2024 is Wednesday, April 3, 2024")
    at(desk, Stage.READY)
    found.files.setCurrentRow(1)
    at(desk, Stage.ASKING)
    desk.wait_until(lambda: "?  Which day is meant?" in desk.words())
    assert not [one for one in found.questions.findChildren(QRadioButton) if one.isVisible() and one.isChecked()]
    choose(found.facts.dates.box, "month, day, year")
    at(desk, Stage.READY)
    desk.wait_until(lambda: "✓  Which day is meant?" in desk.words())
    assert desk.seen(QRadioButton, "03/04/2024 is Monday, March 4, 2024").isChecked()


def test_two_dropped_files_go_in_one_after_the_other(desk, tmp_path):
    drop(desk, *(write(tmp_path, f"{asset}USD.csv", f"date,close\n{DAYS}\n") for asset in ("BTC", "ETH")))
    found = at(desk, Stage.READY)
    assert found.files.count() == 2
    desk.click("Import prices")
    at(desk, Stage.DONE)
    desk.click("Next file")
    at(desk, Stage.READY)
    assert found.job.name == "ETHUSD.csv"
    desk.click("Import prices")
    at(desk, Stage.DONE)
    assert [found.files.item(n).text().splitlines()[-1] for n in range(2)] == ["3 new", "3 new"]
    assert (len(kept(desk)), len(kept(desk, "ETH"))) == (3, 3)


def test_the_same_file_twice_brings_nothing_new(desk, tmp_path):
    path = write(tmp_path, "BTCUSD.csv", f"date,close\n{DAYS}\n")
    for new in (3, 0):
        drop(desk, path)
        found = at(desk, Stage.READY)
        assert found.job.series[0].added == new, "the dry run knows it before"
        desk.click("Import prices")
        at(desk, Stage.DONE)
        assert found.job.done.added == new
        desk.click("Done")
        desk.wait_until(lambda found=found: not found.isVisible())
    assert len(kept(desk)) == 3


def test_a_table_is_pasted(desk):
    QGuiApplication.clipboard().setText("date\tBTC\tETH\n2026-01-01\t100\t10\n2026-01-02\t90\t9\n")
    desk.bot.keyClick(desk.shell, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    found = at(desk, Stage.READY)
    assert found.job.name == "Pasted table"
    assert not found.facts.encoding.isVisible() or found.facts.encoding.box.currentText() == "UTF-8"
    desk.click("Import prices")
    at(desk, Stage.DONE)
    assert (len(kept(desk)), len(kept(desk, "ETH"))) == (2, 2)


def test_a_clipboard_without_a_table_says_so(desk):
    QGuiApplication.clipboard().setText("hello")
    desk.main.window.arrivals.paste()
    assert "The clipboard has no table; copy one with its header first." in desk.words()


def slow_rows(count: int) -> str:
    """Return rows that are read one by one."""
    return "".join(
        f'"2026-01-01 {n // 3600 % 24:02d}:{n // 60 % 60:02d}:{n % 60:02d}","{n + 1}"\n' for n in range(count)
    )


def test_a_stop_in_the_middle_leaves_nothing(desk, tmp_path):
    path = write(tmp_path, "BTCUSD.csv", "date,close\n" + slow_rows(60_000))
    desk.main.window.arrivals.take([path])
    found = dialog(desk)
    desk.wait_until(lambda: found.job.stage is Stage.READING and (found.job.share or 0) > 0, timeout=20000)
    assert found.progress.isVisible()
    begun = time.monotonic()
    desk.click("Stop")
    at(desk, Stage.STOPPED)
    assert time.monotonic() - begun < 1.5
    assert found.outlook.text() == "Stopped. Nothing was stored."
    assert kept(desk) == []


def test_a_stop_while_it_is_stored_leaves_nothing(desk, tmp_path, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()
    store = import_job.import_prices

    def held(monitor, source, prices, now, cancelled):
        begun.set()
        go_on.wait(5)
        return store(monitor, source, prices, now, cancelled)

    monkeypatch.setattr(import_job, "import_prices", held)
    drop(desk, write(tmp_path, "BTCUSD.csv", f"date,close\n{DAYS}\n"))
    at(desk, Stage.READY)
    desk.click("Import prices")
    assert begun.wait(5)
    desk.click("Stop")
    go_on.set()
    at(desk, Stage.STOPPED)
    assert kept(desk) == []


def test_a_dialog_that_is_closed_while_it_reads_stops_reading(desk, tmp_path):
    desk.main.window.arrivals.take([write(tmp_path, "BTCUSD.csv", "date,close\n" + slow_rows(86_400))])
    found = dialog(desk)
    desk.wait_until(lambda: found.job.stage is Stage.READING)
    desk.click("Cancel")
    begun = time.monotonic()
    desk.main.service.work(lambda: None).result(timeout=5)
    assert time.monotonic() - begun < 1.5


def test_the_window_stays_alive_while_300000_rows_come_in(desk, tmp_path, capsys):
    rows = "".join(f"{1_500_000_000 + 60 * n},{n % 977 + 1}.25\n" for n in range(300_000))
    path = write(tmp_path, "BTCUSD.csv", "time,price\n" + rows)
    gaps = [0.0]
    last = [time.perf_counter()]

    def beat() -> None:
        now = time.perf_counter()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer(desk.shell)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    desk.main.window.arrivals.take([path])
    dialog(desk)
    desk.bot.wait(50)
    gaps.clear()
    last[0] = time.perf_counter()
    timer.start(5)
    at(desk, Stage.READY)
    desk.click("Import prices")
    at(desk, Stage.DONE)
    timer.stop()
    with capsys.disabled():
        print(f" longest gap of the event loop {1000 * max(gaps):.0f} ms of {len(gaps)} beats ", end="")  # noqa: T201
    assert max(gaps) < 0.25
    assert dialog(desk).job.done.added == 300_000


@pytest.fixture
def quick_watch(monkeypatch):
    monkeypatch.setattr(folders, "POLL_S", 0.05)
    monkeypatch.setattr(folders, "STEADY_S", 0.12)


@pytest.mark.usefixtures("quick_watch")
def test_the_watched_folder_is_imported_and_a_file_with_a_question_waits(open_desk, tmp_path):
    desk = open_desk()
    place = tmp_path / "prices"
    place.mkdir()
    desk.do(lambda monitor, now: folders.watch_folder(monitor, str(place), now))
    write(place, "BTCUSD.csv", f"date,close\n{DAYS}\n")
    desk.wait_until(lambda: "BTCUSD.csv: 3 new prices" in desk.words())
    assert len(kept(desk)) == 3
    write(place, "ETHUSD.csv", "date,close\n03/04/2024,100\n04/04/2024,101\n")
    desk.wait_until(lambda: desk.main.window.toasts.toasts)
    assert "1 file in the watched folder waits for you" in desk.words()
    desk.click("Look at them")
    at(desk, Stage.ASKING)
    answer(desk, "03/04/2024 is Wednesday, April 3, 2024")
    at(desk, Stage.READY)
    desk.click("Import prices")
    at(desk, Stage.DONE)
    desk.click("Done")
    assert len(kept(desk, "ETH")) == 2
    desk.stop()
    again = open_desk()
    again.bot.wait(250)
    assert not again.main.window.toasts.toasts, "what was imported by hand waits no more"
    assert (place / "BTCUSD.csv").exists()
