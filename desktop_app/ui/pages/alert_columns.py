"""The columns of the tables of alerts, rules, deliveries and channels."""

from collections.abc import Callable

from desktop_app.domain.alerts.channel import TRAY, WINDOW, Channel
from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.alerts.rule import SPECS, Rule
from desktop_app.domain.alerts.telling import Telling
from desktop_app.engine.alarms import ESCALATE_S
from desktop_app.ui import alert_text, numbers, text
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column


def alerts(currency: str) -> list[Column[AlertRecord]]:
    """Return the columns of alerts."""
    return [
        Column(tr("Time"), lambda alert: numbers.moment(alert.at), lambda alert: alert.at),
        Column(tr("About"), lambda alert: alert.subject_name or alert.subject or tr("Everything together")),
        Column(
            tr("Level"),
            lambda alert: text.level_title(alert.level_kind) if alert.level_kind else alert_text.kind(alert.rule),
            lambda alert: alert.rank,
            token=alert_text.token,
        ),
        Column(
            tr("Severity"),
            lambda alert: alert_text.severity(alert.severity),
            lambda alert: alert.severity,
            token=lambda alert: alert_text.SEVERITY_TOKENS[alert.severity],
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


def rules(about: Callable[[Rule], str]) -> list[Column[Rule]]:
    """Return the columns of rules; `about` names the subject of one."""

    def limit(rule: Rule) -> str:
        shown = alert_text.unit_words(SPECS[rule.kind].unit, rule.limit, "")
        within = tr("within {time}").format(time=numbers.duration(rule.window_s)) if rule.window_s else ""
        return f"{shown} {within}".strip()

    return [
        Column(tr("Rule"), lambda rule: alert_text.kind(rule.kind)),
        Column(tr("About"), about),
        Column(tr("Limit"), limit, lambda rule: rule.limit, figures=True),
        Column(
            tr("Severity"),
            lambda rule: alert_text.severity(rule.severity),
            lambda rule: rule.severity,
            token=lambda rule: alert_text.SEVERITY_TOKENS[rule.severity],
        ),
        Column(tr("Held for"), lambda rule: numbers.duration(rule.for_s) if rule.for_s else tr("at once")),
        Column(tr("Told again"), lambda rule: numbers.duration(rule.repeat_s) if rule.repeat_s else tr("never")),
        Column(
            tr("Quiet"),
            lambda rule: f"{rule.quiet.start:%H:%M} - {rule.quiet.end:%H:%M}" if rule.quiet else numbers.NONE,
        ),
        Column(tr("Ends"), lambda rule: numbers.day(rule.expires) if rule.expires else numbers.NONE),
        Column(
            tr("State"),
            lambda rule: tr("on") if rule.enabled else tr("off"),
            token=lambda rule: "safe" if rule.enabled else "muted",
        ),
    ]


def channel_name(channel: Channel) -> str:
    """Return the name of a channel; those built in have words of their own."""
    return {WINDOW: tr("this window"), TRAY: tr("the tray")}.get(channel.id, channel.name)


def tellings(currency: str, name: Callable[[str], str]) -> list[Column[Telling]]:
    """Return the columns of the delivery log; `name` names a channel."""
    states = {
        "due": tr("on its way"),
        "done": tr("delivered"),
        "inhibited": tr("a graver one was told instead"),
        "dropped": tr("answered before"),
    }
    return [
        Column(tr("Time"), lambda one: numbers.moment(one.done or one.alert.at), lambda one: one.done or one.alert.at),
        Column(tr("Alert"), lambda one: alert_text.title(one.alert, currency)),
        Column(tr("Channel"), lambda one: name(one.channel)),
        Column(tr("Ring"), lambda one: str(one.ring), lambda one: one.ring, figures=True),
        Column(
            tr("State"),
            lambda one: states[one.state],
            token=lambda one: {"due": "watch", "done": "safe"}.get(one.state, "muted"),
        ),
        Column(tr("Tries"), lambda one: str(one.attempts), lambda one: one.attempts, figures=True),
        Column(tr("Last fault"), lambda one: alert_text.fault("", one.fault) if one.fault else numbers.NONE),
    ]


def channels() -> list[Column[Channel]]:
    """Return the columns of channels."""
    return [
        Column(tr("Channel"), channel_name),
        Column(tr("Service"), lambda channel: channel.service or tr("built in")),
        Column(
            tr("Used"),
            lambda channel: (
                tr("after {time} without an answer").format(time=numbers.duration(channel.step * ESCALATE_S))
                if channel.step
                else tr("at once")
            ),
            lambda channel: channel.step,
        ),
        Column(tr("From"), lambda channel: alert_text.severity(channel.least), lambda channel: channel.least),
        Column(
            tr("State"),
            lambda channel: tr("off") if not channel.enabled else tr("fails") if channel.failures else tr("on"),
            token=lambda channel: "liquidation" if channel.failures else "safe" if channel.enabled else "muted",
        ),
        Column(
            tr("Last fault"), lambda channel: alert_text.fault("", channel.fault) if channel.fault else numbers.NONE
        ),
    ]
