"""Web addresses: fetched from a local site, refused where they lead into a private network."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from test_sources_files import PAGE

from silang import settings, sources
from silang.errors import InputError
from silang.sources import network, url
from silang.types import Article

REPLIES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/robots.txt": (200, {"Content-Type": "text/plain"}, b"User-agent: silang\nDisallow: /tertutup\n"),
    "/a": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode()),
    "/a.gz": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/bom": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(b"a" * 50_000_000)),
    "/pindah": (302, {"Location": "/a?x=b c"}, b""),
    "/putar": (301, {"Location": "/putar"}, b""),
    "/dalam": (302, {"Location": "http://10.0.0.1/"}, b""),
    "/berkas": (302, {"Location": "file:///etc/hostname"}, b""),
    "/tertutup": (200, {"Content-Type": "text/html"}, PAGE.encode()),
    "/gambar": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/catatan": (200, {"Content-Type": "application/json"}, b'[{"text": "Satu."}, {"text": "Dua."}]'),
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = REPLIES.get(self.path.split("?")[0], (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.path == "/lambat":
            time.sleep(2)
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        return


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def open_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "ALLOW_PRIVATE_ADDRESSES", True)


def only(address: str) -> Article | InputError:
    broken: list[InputError] = []
    found = list(sources.articles([address], broken.append))
    return (found or broken)[0]


@pytest.mark.usefixtures("open_network")
@pytest.mark.parametrize("path", ["/a", "/a.gz", "/pindah"])
def test_a_page_is_fetched(site: str, path: str) -> None:
    found = only(site + path)
    assert isinstance(found, Article)
    assert (found.title, found.outlet) == ("Jembatan Sukamaju Selesai", "Kabar Uji")
    assert found.url.startswith(site + "/a")


@pytest.mark.usefixtures("open_network")
def test_records_are_fetched(site: str) -> None:
    assert [article.text for article in sources.articles([site + "/catatan"])] == ["Satu.", "Dua."]


@pytest.mark.usefixtures("open_network")
@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("/tiada", "the site answered 404"),
        ("/tertutup/x", "the site asks programs not to read this page (robots.txt)"),
        ("/gambar", "is not a page, a text or JSON (its type is image/png)"),
        ("/putar", "leads from one address to the next (more than 5 times)"),
        ("/berkas", "is not a web address (http or https)"),
        ("/bom", "is larger than a page may be (at most 4 MB)"),
    ],
)
def test_what_cannot_be_fetched_has_one_sentence(site: str, path: str, cause: str) -> None:
    assert str(only(site + path)) == f"{site}{path}: {cause}"


@pytest.mark.usefixtures("open_network")
def test_a_site_that_drips_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(url, "FETCH_SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            peer, _ = server.accept()
            with peer:
                try:
                    for _ in range(100):
                        peer.sendall(b"H")
                        time.sleep(0.05)
                except OSError:
                    return

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        start = time.monotonic()
        assert str(only(f"http://127.0.0.1:{server.getsockname()[1]}/")).endswith("did not answer in time")
        assert time.monotonic() - start < 5, "the answer that drips for five seconds was waited for"
        thread.join()


def test_a_redirect_into_a_private_network_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "public", lambda address: address == "127.0.0.1")
    assert "leads into a private network" in str(only(site + "/dalam"))


def test_the_address_is_resolved_once_and_pinned(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.rsplit(":", 1)[1])
    asked: list[str] = []

    def resolve(host: str, *_: Any, **__: Any) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(network, "public", lambda address: True)
    monkeypatch.setattr(network.socket, "getaddrinfo", resolve)
    answer = network.get(f"http://kabar.example:{port}/a", time.monotonic() + 5, 100_000)
    assert answer.status == 200
    assert [host for host in asked if host == "kabar.example"] == ["kabar.example"]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "ff02::1",
        "::",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not network.public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_addresses_that_are(address: str) -> None:
    assert network.public(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost/",
        "http://127.1/",
        "http://2130706433/",
        "http://[::1]/",
        "http://0x7f.1/",
        "http://169.254.169.254/latest",
    ],
)
def test_no_spelling_leads_into_a_private_network(address: str) -> None:
    assert "leads into a private network" in str(only(address)) or "is not known" in str(only(address))


@pytest.mark.parametrize(
    "address", ["http://a@kabar.example/", "http:///x", "http://[::1/", "http://kabar.example:99999/", "http://../"]
)
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(network.NetworkError):
        network.checked(address)
