"""A margin call as it arrives: in a mailbox, at a webhook and at an ntfy server on this machine, in each language."""

import json
import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from alerting import add_loans
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.alerts.rule import Severity
from desktop_app.engine import channel_commands
from desktop_app.engine.service import Outside, Service
from desktop_app.notify.secrets import Secrets
from desktop_app.ui import alert_text


class Mailbox:
    """A mail server that keeps what it is handed."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, int]]:
    box = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    yield box, port
    server.stop()


WORDS = {
    "en": ("Loan 0: LTV 72.5%", ("Past your margin call of 70.0%.", "BTC at $690", "Next: ", "Add ", " or repay ")),
    "zh_TW": ("Loan 0", ("追繳", "補倉", "還款", "備用金")),
    "zh_CN": ("Loan 0", ("追缴", "补仓", "还款", "备用金")),
}


@pytest.mark.parametrize("language", WORDS)
def test_a_margin_call_arrives_and_reads_well_by_every_road(open_desk, httpserver: HTTPServer, mailbox, language):
    from test_tray import price

    box, port = mailbox
    posts: list[dict[str, str]] = []

    def take(request: Request) -> Response:
        posts.append(json.loads(request.get_data()))
        return Response("{}", content_type="application/json")

    httpserver.expect_request("/hook").respond_with_handler(take)
    httpserver.expect_request("/").respond_with_handler(take)
    addresses = {
        "mail": f"mailto://127.0.0.1:{port}/?from=watch@example.org&to=me@example.org&mode=insecure",
        "hook": f"json://127.0.0.1:{httpserver.port}/hook",
        "ntfy": f"ntfy://127.0.0.1:{httpserver.port}/loans",
    }
    secrets = Secrets(use_keyring=False)

    def prepare(service: Service) -> None:
        from desktop_app.engine import commands

        service.query(lambda monitor: add_loans(monitor.store, 1)).result()
        service.run(lambda m, now: (m.reload(), commands.change_setting(m, "polling", False))).result()
        for name, address in addresses.items():
            one = Channel(name, name, least=Severity.WARNING)
            service.run(lambda m, now, c=one, a=address: channel_commands.keep_channel(m, c, a, secrets)).result()

    desk = open_desk(prepare=prepare, polling=True, language=language, outside=Outside(alert_text.message, secrets))
    price(desk, "1000")
    price(desk, "690")
    desk.wait_until(lambda: box.mails and len(posts) >= 2, timeout=30000)
    title, parts = WORDS[language]
    (mail,) = box.mails
    told = [(str(mail["Subject"]), mail.get_body(("plain", "html")).get_content())]
    told += [(post["title"], post["message"]) for post in posts]
    assert len(told) == 3
    for subject, body in told:
        assert title in subject
        assert "72.5%" in subject
        for part in parts:
            assert part in body, (part, body)
