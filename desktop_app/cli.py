"""The commands, each a function. Errors are one line on stderr and exit code 2."""

import json
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
import platformdirs

from desktop_app import __version__
from desktop_app.domain.problems import Refused
from desktop_app.engine import importing, portfolio_files
from desktop_app.engine.demo import fill_with_demo
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.odds_inputs import LEAST_DAYS, Ask, Kind, OddsFound, find_odds, moving_assets
from desktop_app.engine.price_history import daily_returns
from desktop_app.engine.report import report as make_report
from desktop_app.engine.resources import resource
from desktop_app.engine.right import WATCH_KIND
from desktop_app.engine.scenarios import stress_test
from desktop_app.engine.service import Outside, Service, utc_now
from desktop_app.engine.snapshot import Snapshot
from desktop_app.engine.stress_report import stress_report
from desktop_app.engine.watch import Watch, health, health_state
from desktop_app.feeds.files.choices import Choices, DateOrder, Decimals
from desktop_app.notify.secrets import Secrets
from desktop_app.storage.backup import backup_names, restore
from desktop_app.storage.errors import StoreError, spoken
from desktop_app.storage.profile import Profile, ProfileGuard
from desktop_app.storage.store import Store
from desktop_app.ui import alert_text, scenario_text, text
from desktop_app.ui.i18n import install_without_window

PAGES = ("overview", "loans", "earn", "reserve", "stress", "prices", "alerts", "platforms", "settings")


@dataclass(frozen=True, slots=True)
class Context:
    """What all commands share: the folder of the profile, and whether to use the demonstration instead."""

    folder: Path
    demo: bool

    @contextmanager
    def monitor(self, *, write: bool) -> Iterator[Monitor]:
        """Open the profile (or the demonstration, in memory) for one command."""
        if self.demo:
            with Store.open(None) as store:
                monitor = Monitor(store, demo=True)
                fill_with_demo(monitor, utc_now())
                yield monitor
        elif write:
            profile = Profile(self.folder)
            profile.prepare()
            with ProfileGuard(profile), Store.open(profile.database) as store, spoken(profile.database):
                yield Monitor(store)
        else:
            database = Profile(self.folder).database
            with Store.open(database, read_only=True) as store, spoken(database):
                yield Monitor(store)


def default_folder() -> Path:
    """Return where a profile lies unless --profile says otherwise."""
    return Path(platformdirs.user_data_dir("plimsoll", appauthor=False))


class _Commands(click.Group):
    """The commands; a word that looks like a file but is none is told as that."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that `args` begin with."""
        if args and args[0] not in self.commands and ("." in args[0] or "/" in args[0]):
            raise click.UsageError(f"there is no file {args[0]}.")
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="plimsoll")
@click.option("--profile", type=click.Path(path_type=Path, file_okay=False), help="Folder of the profile.")
@click.option("--demo", is_flag=True, help="Use the demonstration portfolio; nothing is stored.")
@click.option("--in-tray", is_flag=True, help="Open no window where the desktop has a tray to wait in.")
@click.pass_context
def plimsoll(context: click.Context, profile: Path | None, demo: bool, in_tray: bool) -> int:
    """Watch loans against crypto assets on every platform together; without a command, open the window.

    A FILE in place of a command is imported in the window.
    """
    context.obj = Context(profile or default_folder(), demo)
    if context.invoked_subcommand is None:
        from desktop_app.app import run_window

        return run_window(str(profile or ""), demo=demo, in_tray=in_tray)
    return 0


@plimsoll.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--asset", default="", help="Asset of a price file, where its name does not tell it.")
@click.option("--currency", default="", help="Currency of a price file, where its name does not tell it.")
@click.option("--decimals", type=click.Choice([one.value for one in Decimals]), help="Sign before the decimals.")
@click.option("--dates", type=click.Choice([one.value for one in DateOrder]), help="Order of day, month and year.")
@click.option("--zone", default="", help="Clock of times that do not tell theirs, such as UTC+8; UTC unless given.")
@click.option("--encoding", default="", help="Encoding of a text, such as big5.")
@click.option("--delimiter", default="", help="What separates the columns of a text.")
@click.option("--sheet", default="", help="Sheet of a workbook.")
@click.pass_obj
def import_command(
    context: Context,
    file: Path,
    asset: str,
    currency: str,
    decimals: str | None,
    dates: str | None,
    zone: str,
    encoding: str,
    delimiter: str,
    sheet: str,
) -> None:
    """Import FILE: a portfolio (.json) or prices (.csv, .txt, .xlsx, .ods, .xls)."""
    choices = Choices(
        encoding=encoding,
        sheet=sheet,
        delimiter=delimiter,
        decimals=Decimals(decimals) if decimals else None,
        dates=DateOrder(dates) if dates else None,
        zone=zone,
    )
    with context.monitor(write=True) as monitor:
        done = importing.import_file(monitor, file, utc_now(), asset, currency, choices)
    click.echo(text.imported(done))
    for alert in done.found:
        title = alert_text.title(alert, monitor.settings.currency)
        click.echo(f"  {alert.at.date()}  {title}  {alert_text.alert_limit(alert)}")


@plimsoll.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON; the default is a short table.")
@click.pass_obj
def report(context: Context, as_json: bool) -> None:
    """Tell how every loan stands."""
    with context.monitor(write=False) as monitor:
        found = make_report(monitor, utc_now())
    if as_json:
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
        return
    if not found["loans"]:
        click.echo("No loan is watched yet.")
    for loan in found["loans"]:
        state = loan["depth"] if loan["price_state"] not in ("stale", "missing") else loan["price_state"]
        shown = f"{float(loan['ltv']):.1%}" if loan["ltv"] else "-"
        click.echo(f"{loan['name']:<32} {shown:>8}  {state}")


@plimsoll.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON; the default is a short table.")
@click.option("--odds", "with_odds", is_flag=True, help="Simulate the odds of margin call and liquidation as well.")
@click.option(
    "--model",
    type=click.Choice([one.value for one in Kind]),
    default=Kind.BLOCKS.value,
    show_default=True,
    help="How futures are made (docs/stress.md).",
)
@click.option("--days", type=click.IntRange(1, 3650), default=90, show_default=True, help="Days ahead.")
@click.option(
    "--futures", type=click.IntRange(1, 10_000_000), default=50_000, show_default=True, help="How many are simulated."
)
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="The same seed, the same odds.")
@click.pass_obj
def stress(context: Context, as_json: bool, with_odds: bool, model: str, days: int, futures: int, seed: int) -> None:
    """Tell what falls, replays of history and failures would do to the loans of today."""
    with context.monitor(write=False) as monitor:
        snapshot = monitor.snapshot(utc_now())
        history = daily_returns(monitor, moving_assets(snapshot), LEAST_DAYS) if with_odds else None
    test = stress_test(snapshot)
    found = None
    if history is not None:
        ask = Ask(kind=Kind(model), days=days, futures=futures, seed=seed)
        found = find_odds(snapshot, history, ask, snapshot.settings.scheduler)
    rows = [(scenario_text.name(one.scenario, snapshot.platform_name), one) for one in (test.today, *test.scenarios)]
    if as_json:
        names = {one.scenario.id: name for name, one in rows}
        click.echo(json.dumps(stress_report(snapshot, test, names, found), indent=2, ensure_ascii=False))
        return
    if not test.loans:
        click.echo("No loan can be tested yet.")
    for name, one in rows:
        told = f"{one.calls} called  {one.sales} sold"
        click.echo(f"{name:<42} {told:<18} short {one.short:>14,.2f}  net {one.net:>16,.2f} {snapshot.currency}")
    if found is not None:
        _tell_odds(found)


def _tell_odds(found: OddsFound) -> None:
    click.echo(scenario_text.grounds(found))
    helped = found.with_reserve
    for number, view in enumerate(found.loans):
        call, sale = (scenario_text.chance(level[number]) for level in found.alone.loans)
        with_reserve = scenario_text.chance(helped.loans[1][number] if helped else None)
        told = f"margin call {call:<18} liquidation {sale:<18} with the reserve {with_reserve}"
        click.echo(f"{view.loan.name:<42} {told}")


@plimsoll.command()
@click.option(
    "--once", is_flag=True, help="Look once and end: 0 all is well, 1 an alert stands, 3 something is unknown."
)
@click.option("--every", default=60, show_default=True, type=click.IntRange(1, 86400), help="Seconds between lines.")
@click.option("--quiet", is_flag=True, help="Print no health lines.")
@click.pass_obj
def watch(context: Context, once: bool, every: int, quiet: bool) -> int:
    """Watch without a window: a server, a small computer, a timer. Alerts go out by the channels of the profile."""
    profile = Profile(context.folder)
    profile.prepare()
    with ProfileGuard(profile, watching=True), spoken(profile.database):
        watcher = Watch()
        outside = Outside(alert_text.message, Secrets())
        service = Service(profile.database, watcher.take, kind=WATCH_KIND, outside=outside)
        application = install_without_window(service.settings.language, resource("i18n"))
        code = _watch(watcher, service, once=once, every=every, quiet=quiet)
        del application  # the words are needed until here
        return code


def _watch(watcher: Watch, service: Service, *, once: bool, every: int, quiet: bool) -> int:
    def tell(snapshot: Snapshot) -> None:
        if not quiet:
            click.echo(health(snapshot))
            sys.stdout.flush()

    if not once:
        ended = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: ended.set())
        if watcher.run(service, ended, tell, float(every)):
            return 0
        click.echo("plimsoll: the watch stands still; the log tells why.", err=True)
        return 3
    snapshot = watcher.once(service)
    if snapshot is None:
        return 3
    tell(snapshot)
    return _WATCH_CODES[health_state(snapshot)]


_WATCH_CODES = {"ok": 0, "firing": 1, "unknown": 3}


@plimsoll.command()
@click.argument("page", type=click.Choice(PAGES))
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--theme", type=click.Choice(["dark", "light", "contrast"]), default="dark", show_default=True, help="Its colours."
)
@click.option(
    "--language", type=click.Choice(["en", "zh_TW", "zh_CN"]), default="en", show_default=True, help="Its language."
)
@click.option("--size", default="1360x860", show_default=True, help="Width and height in pixels.")
@click.pass_obj
def shot(context: Context, page: str, out: Path, theme: str, language: str, size: str) -> None:
    """Write a picture of PAGE to OUT (PNG): the real window, on a display or without."""
    width, _, height = size.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 640 <= int(width) <= 8000 and 480 <= int(height) <= 8000):
        raise click.BadParameter(f"{size} is not a size; write it like 1360x860, from 640x480 on.")
    if not out.parent.is_dir():
        raise click.BadParameter(f"there is no folder {out.parent}; make it first.")
    from desktop_app.app import take_shot

    take_shot(context.folder, page, out, theme, language, (int(width), int(height)), demo=context.demo)
    click.echo(str(out))


@plimsoll.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.pass_obj
def export(context: Context, file: Path, force: bool) -> None:
    """Write everything that was entered to FILE, a portfolio (.json) that `import` reads again."""
    if file.exists() and not force:
        raise click.BadParameter(f"{file} is there already; name another file, or add --force.")
    if not file.parent.is_dir():
        raise click.BadParameter(f"there is no folder {file.parent}; make it first.")
    with context.monitor(write=False) as monitor:
        portfolio_files.export(monitor.portfolio, file)
    click.echo(str(file))


@plimsoll.command()
@click.option(
    "--to", "folder", type=click.Path(path_type=Path, file_okay=False), help="Folder; `backups` unless given."
)
@click.pass_obj
def backup(context: Context, folder: Path | None) -> None:
    """Take a backup of the profile, checked before it gets its name."""
    with context.monitor(write=False) as monitor:
        taken = monitor.store.backup(folder or Profile(context.folder).backups, utc_now())
    click.echo(str(taken))


@plimsoll.command(name="restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.option("--list", "listing", is_flag=True, help="List the backups of the profile, the newest first.")
@click.pass_obj
def restore_command(context: Context, file: Path | None, listing: bool) -> None:
    """Put the backup FILE in the place of the profile's file; that one is kept beside it."""
    profile = Profile(context.folder)
    if listing or file is None:
        for one in backup_names(profile.backups):
            click.echo(f"{one.taken:%Y-%m-%d %H:%M} UTC  {one.path}")
        if file is None and not listing:
            raise click.UsageError("name the backup to restore; `plimsoll restore --list` lists them.")
        return
    profile.prepare()
    with ProfileGuard(profile):
        kept = restore(file, profile.database)
    click.echo(f"{file} is in place." + (f" What was there is kept as {kept}." if kept is not None else ""))


@plimsoll.command()
@click.pass_obj
def check(context: Context) -> int:
    """Look for damage: the file's structure, its references, and every row that was filled in."""
    with context.monitor(write=False) as monitor:
        found = monitor.store.check()
    for sentence in found:
        click.echo(sentence)
    if not found:
        click.echo("Everything is as it was saved.")
    return 1 if found else 0


def run(words: Sequence[str]) -> int:
    """Run the command that `words` name; return the exit code."""
    try:
        result = plimsoll.main(list(words), prog_name="plimsoll", standalone_mode=False)
    except click.ClickException as error:
        return _fail(error.format_message())
    except click.Abort:
        return _fail("stopped.")
    except Refused as refused:
        return _fail(text.sentence(refused))
    except (StoreError, OSError) as error:
        return _fail(str(error))
    return result if isinstance(result, int) else 0


def _fail(message: str) -> int:
    print(f"plimsoll: {' '.join(message.split())}", file=sys.stderr)  # noqa: T201 - this is the command line
    return 2
