"""One GET over HTTP, its address resolved once, checked and pinned, bounded in time and size."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from threading import Timer
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from silang import __version__, settings

AGENT = f"silang/{__version__}"
"""What silang calls itself to a site; `silang` is its name in robots.txt."""
_PATH_SAFE = "%/:=&?~+!$,;'@()*[]"
_ADDRESSES = 4
"""Addresses of one host that are tried in turn."""


class NetworkError(Exception):
    """A page that did not come; the message is the cause, as a clause."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answered: its status, the media type of the body, where it redirects to, and the body."""

    status: int
    media_type: str
    location: str
    body: bytes


def get(url: str, deadline: float, most_bytes: int) -> Answer:
    """Ask one address once, following nothing. `deadline` is a `time.monotonic` time. Raises NetworkError."""
    target = checked(url)
    host, port = target.hostname or "", target.port or {"http": 80, "https": 443}[target.scheme]
    pinned = _connected(host, port, deadline)
    late = Timer(max(deadline - time.monotonic(), 0.0), _shut, (pinned,))
    late.daemon = True
    late.start()
    try:
        return _asked(target, host, port, pinned, most_bytes)
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        cause = (
            "did not answer in time" if time.monotonic() >= deadline else f"did not answer as a site should ({_told(error)})"
        )
        raise NetworkError(cause) from error
    finally:
        late.cancel()
        pinned.close()


def checked(url: str) -> SplitResult:
    """The parts of an address that may be asked: http or https, a host, no password; the host in ASCII. Raises NetworkError."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except ValueError as error:
        raise NetworkError("is not a web address") from error
    if parts.scheme not in ("http", "https") or not host:
        raise NetworkError("is not a web address (http or https)")
    if parts.username is not None or parts.password is not None:
        raise NetworkError("has a user name in it, which silang does not send")
    shown = f"[{host}]" if ":" in host else host
    place = shown if port is None else f"{shown}:{port}"
    return SplitResult(parts.scheme, place, quote(parts.path or "/", safe=_PATH_SAFE), quote(parts.query, safe=_PATH_SAFE), "")


def public(address: str) -> bool:
    """Whether an IP address lies in the open: not private, loopback, link-local, reserved or multicast, nor a tunnel there."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return public(str(ip.ipv4_mapped))
        if ip.sixtofour is not None or ip.teredo is not None or ip in _TRANSLATED:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 addresses written as IPv6 ones (NAT64, RFC 6052)."""


def _connected(host: str, port: int, deadline: float) -> socket.socket:
    """A connection to an address of the host that may be reached: resolved here, once, and never again."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NetworkError(f"the host {host} is not known") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not settings.ALLOW_PRIVATE_ADDRESSES and not all(map(public, addresses)):
        raise NetworkError(
            "leads into a private network, where silang does not go (SILANG_ALLOW_PRIVATE_ADDRESSES=1 allows it)"
        )
    for address in addresses[:_ADDRESSES]:
        left = deadline - time.monotonic()
        if left <= 0:
            break
        try:
            return socket.create_connection((address, port), timeout=left)
        except OSError:
            continue
    raise NetworkError(f"the host {host} cannot be reached")


def _asked(target: SplitResult, host: str, port: int, pinned: socket.socket, most_bytes: int) -> Answer:
    connection = http.client.HTTPConnection(host, port)
    connection.sock = (
        ssl.create_default_context().wrap_socket(pinned, server_hostname=host) if target.scheme == "https" else pinned
    )
    headers = {"Host": target.netloc, "User-Agent": AGENT, "Accept-Encoding": "gzip", "Connection": "close"}
    connection.request("GET", urlunsplit(("", "", target.path, target.query, "")), headers=headers)
    with connection.getresponse() as response:
        body = response.read(most_bytes + 1)
        if response.getheader("Content-Encoding", "").lower() in ("gzip", "x-gzip"):
            body = zlib.decompressobj(wbits=31).decompress(body, most_bytes + 1)
        if len(body) > most_bytes:
            raise NetworkError(f"is larger than a page may be (at most {most_bytes // 1024 // 1024} MB)")
        kind = response.headers.get_content_type() if "Content-Type" in response.headers else ""
        return Answer(response.status, kind, response.getheader("Location", ""), body)


def _shut(pinned: socket.socket) -> None:
    """End every wait on this connection, from another thread."""
    try:
        pinned.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _told(error: Exception) -> str:
    return str(error)[:200] or type(error).__name__
