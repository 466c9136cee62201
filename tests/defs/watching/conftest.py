"""A real web server on loopback. Each address behaves as its name says."""

import gzip
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = (
    "<html><head><title>Wall falls in Orvin</title></head><body><article><h1>Wall falls in Orvin</h1>"
    "<p>Nine people died when a wall fell in the market of Orvin on Monday, the mayor said. Four more were hurt. "
    "Café owners nearby had warned of cracks for weeks, and the square was closed.</p></article></body></html>"
)
BOMB = gzip.compress(b"\0" * 2**20) * 300
STATED = "Wed, 12 Mar 2025 08:00:00 GMT"


class Server(ThreadingHTTPServer):
    """Counts what it is asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: Counter[str] = Counter()
        self.times: list[float] = []
        self.version = 1
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        """Answers as the address says."""
        name = self.path.strip("/").partition(".")[0] or "root"
        self.server.asked[self.path] += 1
        self.server.times.append(time.monotonic())
        getattr(self, f"give_{name.replace('-', '_')}", self.give_page)()

    def send(self, body: bytes, status: int = 200, kind: str = "text/html", **headers: str) -> None:
        """A whole answer."""
        self.send_response(status)
        for key, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def give_page(self) -> None:
        self.send(PAGE.encode())

    def give_robots(self) -> None:
        self.send(b"User-agent: *\nDisallow: /secret\n", kind="text/plain")

    def give_feed(self) -> None:
        if self.headers.get("If-None-Match") == f'"{self.server.version}"':
            self.send(b"", 304)
            return
        links = "".join(f"<item><link>{self.server.url}/{n}</link></item>" for n in self.names())
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>{links}</channel></rss>'
        self.send(feed.encode(), kind="application/rss+xml", ETag=f'"{self.server.version}"')

    def names(self) -> list[str]:
        return [f"page-{n}" for n in range(self.server.version)]

    def give_sitemap(self) -> None:
        inner = f"<sitemapindex><sitemap><loc>{self.server.url}/inner.xml</loc></sitemap></sitemapindex>"
        self.send(inner.encode(), kind="application/xml")

    def give_inner(self) -> None:
        urls = "".join(f"<url><loc>{self.server.url}/mapped-{n}?a=1&amp;b=2</loc></url>" for n in range(2))
        self.send(gzip.compress(f"<urlset>{urls}</urlset>".encode()), kind="application/xml", Content_Encoding="gzip")

    def give_dated(self) -> None:
        if self.headers.get("If-Modified-Since") == STATED:
            self.send(b"", 304)
        else:
            self.send(PAGE.encode(), Last_Modified=STATED)

    def give_hop(self) -> None:
        self.send(b"", 302, Location="/landed")

    def give_loop(self) -> None:
        self.send(b"", 302, Location="/loop")

    def give_file(self) -> None:
        self.send(b"", 302, Location="file:///etc/passwd")

    def give_missing(self) -> None:
        self.send(b"gone", 404)

    def give_broken(self) -> None:
        self.send(b"oops", 500)

    def give_busy(self) -> None:
        if self.server.asked[self.path] < 3:
            self.send(b"", 429, Retry_After="7")
        else:
            self.give_page()

    def give_stall(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        time.sleep(3)

    def give_endless(self) -> None:
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 2**20)
        except OSError:
            self.close_connection = True

    def give_drip(self) -> None:
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            self.close_connection = True

    def give_liar(self) -> None:
        """Says gzip and UTF-8, sends plain Latin-1."""
        self.send(PAGE.encode("latin-1"), kind="text/html; charset=utf-8", Content_Encoding="gzip")

    def give_bomb(self) -> None:
        self.send(BOMB, Content_Encoding="gzip")

    def give_half(self) -> None:
        """Promises more than it sends."""
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"<html>")
        self.close_connection = True


@pytest.fixture
def server() -> Iterator[Server]:
    """The server, at work."""
    found = Server()
    thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    found.server_close()
