"""Certificates: only a good one of a known authority for this very host is accepted."""

import asyncio
import shutil
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.feeds.client import FetchError, FetchFault, HttpClient

OPENSSL = shutil.which("openssl")
pytestmark = pytest.mark.skipif(OPENSSL is None, reason="there is no openssl command to make certificates with")
REPLY = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}"


def openssl(*words: str | Path) -> None:
    """Run openssl; where it cannot do it, the test is skipped."""
    done = subprocess.run([str(OPENSSL), *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"this openssl does not do {words[0]}: {done.stderr[-200:]}")


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an authority of the test's own: ca.pem and ca.key."""
    folder = tmp_path_factory.mktemp("authority")
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Test authority",
            "-keyout", folder / "ca.key", "-out", folder / "ca.pem")  # fmt: skip
    return folder


def issued(authority: Path, folder: Path, name: str, days: int) -> tuple[Path, Path]:
    """Return certificate and key for `name`, such as ``IP:127.0.0.1``, of the authority, good for `days`."""
    key, request, certificate, more = (folder / f"host.{kind}" for kind in ("key", "csr", "pem", "ext"))
    more.write_text(f"subjectAltName={name}\n")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=host", "-keyout", key, "-out", request)
    openssl("x509", "-req", "-in", request, "-CA", authority / "ca.pem", "-CAkey", authority / "ca.key",
            "-CAcreateserial", "-days", str(days), "-extfile", more, "-out", certificate)  # fmt: skip
    return certificate, key


class TlsServer:
    """A server on this machine that answers with `REPLY` behind a certificate."""

    def __init__(self, certificate: Path, key: Path) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate, key)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.01)
        self._over = threading.Event()
        self.requests = 0
        self._thread = threading.Thread(target=self._serve, name="tls server", daemon=True)
        self._thread.start()

    @property
    def base(self) -> str:
        """The address of the server."""
        return f"https://127.0.0.1:{self._listener.getsockname()[1]}"

    def stop(self) -> None:
        """End the server."""
        self._over.set()
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                continue
            with suppress(OSError), connection:
                connection.settimeout(5)
                with self._context.wrap_socket(connection, server_side=True) as secure:
                    if secure.recv(4096):
                        self.requests += 1
                        secure.sendall(REPLY)


@pytest.fixture
def serve() -> Iterator[list[TlsServer]]:
    """A list of servers that are stopped after the test."""
    started: list[TlsServer] = []
    yield started
    for server in started:
        server.stop()


def fetched(base: str) -> object:
    async def once() -> object:
        async with HttpClient(5.0) as client:
            return (await client.get(base, "/", {})).body

    return asyncio.run(once())


@pytest.fixture
def trusted(authority: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's own authority is trusted."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "ca.pem"))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep their own list of authorities")
@pytest.mark.usefixtures("trusted")
def test_a_good_certificate_is_accepted(authority: Path, tmp_path: Path, serve: list[TlsServer]) -> None:
    serve.append(TlsServer(*issued(authority, tmp_path, "IP:127.0.0.1", 2)))
    assert fetched(serve[0].base) == {}
    assert serve[0].requests == 1


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    ("name", "days"),
    [("IP:127.0.0.2", 2), ("DNS:example.org", 2), ("DNS:127.0.0.1.example.org", 2), ("IP:127.0.0.1", -1)],
    ids=["another address", "another name", "a name that begins alike", "expired"],
)
def test_a_certificate_of_another_host_or_another_time_is_refused(
    authority: Path, tmp_path: Path, serve: list[TlsServer], name: str, days: int
) -> None:
    serve.append(TlsServer(*issued(authority, tmp_path, name, days)))
    with pytest.raises(FetchError) as caught:
        fetched(serve[0].base)
    assert caught.value.fault is FetchFault.UNREACHABLE
    assert serve[0].requests == 0


def test_an_unknown_authority_is_refused(authority: Path, tmp_path: Path, serve: list[TlsServer]) -> None:
    serve.append(TlsServer(*issued(authority, tmp_path, "IP:127.0.0.1", 2)))
    with pytest.raises(FetchError) as caught:
        fetched(serve[0].base)
    assert caught.value.fault is FetchFault.UNREACHABLE
    assert serve[0].requests == 0


@pytest.mark.usefixtures("trusted")
def test_a_self_signed_certificate_is_refused(tmp_path: Path, serve: list[TlsServer]) -> None:
    key, certificate = tmp_path / "own.key", tmp_path / "own.pem"
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
            "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate)  # fmt: skip
    serve.append(TlsServer(certificate, key))
    with pytest.raises(FetchError) as caught:
        fetched(serve[0].base)
    assert caught.value.fault is FetchFault.UNREACHABLE
    assert serve[0].requests == 0
