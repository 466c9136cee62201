"""Asking for one address: politely, within bounds, and with an answer for everything that can go wrong.

Here belong time-outs, retries with back-off, robots.txt, the pause between two requests to one host, redirects and the
largest body. What is asked for, and what is kept, is told in watch.py.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from pipeline.defs.watching.sources import Sources, is_web

MOST_BYTES = 32 * 2**20
"""The largest body that is taken, as it comes over the wire."""
SECONDS_A_PAGE = 90.0
"""What one answer may take from the first byte to the last: a server that drips is left."""
TIMEOUT = httpx.Timeout(20.0, connect=10.0)
ATTEMPTS = 4
LONGEST_WAIT = 120.0
MOST_REDIRECTS = 5
BUSY = (429, 500, 502, 503, 504)


class Refused(RuntimeError):
    """An address that gave no page; the message says why."""


class ComeAgain(RuntimeError):
    """A server that is busy or cannot be reached just now; `seconds` is what it asks for."""

    def __init__(self, message: str, seconds: float = 0.0) -> None:
        super().__init__(message)
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: the address that answered in the end, status, headers, and the body as it came over the wire."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """A header, whatever its case; empty where it was not sent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


@dataclass
class Fetcher:
    """Fetches addresses; remembers each host's rules and when it was last asked."""

    manners: Sources
    wait: Callable[[float], None] = time.sleep
    seconds_a_page: float = SECONDS_A_PAGE
    timeout: httpx.Timeout = field(default_factory=lambda: TIMEOUT)
    rules: dict[str, Protego | None] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        headers = {"User-Agent": self.manners.user_agent, "Accept-Encoding": "gzip"}
        self.client = httpx.Client(headers=headers, timeout=self.timeout, follow_redirects=False, trust_env=True)

    def get(self, url: str, conditions: dict[str, str] | None = None) -> Answer:
        """The answer of an address, behind its redirects. Raises Refused."""
        for _ in range(MOST_REDIRECTS + 1):
            if not self.allowed(url):
                raise Refused("robots.txt forbids it")
            answer = self.patiently(url, conditions or {})
            target = answer.header("Location")
            if answer.status not in (301, 302, 303, 307, 308) or not target:
                return self.checked(answer)
            url = urljoin(url, target)
            if not is_web(url):
                raise Refused(f"it leads to {url[:200]}, which is no web address")
        raise Refused(f"it leads on and on ({MOST_REDIRECTS} redirects)")

    @staticmethod
    def checked(answer: Answer) -> Answer:
        """The answer, if it is a page or the word that nothing changed."""
        if answer.status not in (200, 304):
            raise Refused(f"the server answers {answer.status}")
        return answer

    def patiently(self, url: str, conditions: dict[str, str]) -> Answer:
        """The answer of an address, asked again with growing pauses while the server is busy or out of reach."""
        retrying = Retrying(
            stop=stop_after_attempt(ATTEMPTS), retry=retry_if_exception_type(ComeAgain), wait=pause,
            sleep=self.wait, reraise=True,
        )  # fmt: skip
        try:
            return retrying(self.once, url, conditions)
        except ComeAgain as tired:
            raise Refused(f"{tired} ({ATTEMPTS} attempts)") from tired

    def once(self, url: str, conditions: dict[str, str]) -> Answer:
        """One request."""
        self.keep_distance(url)
        try:
            with self.client.stream("GET", url, headers=conditions) as response:
                if response.status_code in BUSY:
                    seconds = retry_after(response.headers.get("Retry-After", ""))
                    raise ComeAgain(f"the server answers {response.status_code}", seconds)
                headers = tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in response.headers.raw)
                return Answer(url, response.status_code, headers, self.body(response))
        except (httpx.TransportError, httpx.StreamError) as error:
            raise ComeAgain(f"{type(error).__name__}: {error}"[:200]) from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise Refused(f"{type(error).__name__}: {error}"[:200]) from error

    def body(self, response: httpx.Response) -> bytes:
        """The body as it comes over the wire, packed or not."""
        parts, size, end = [], 0, time.monotonic() + self.seconds_a_page
        for part in response.iter_raw():
            parts.append(part)
            size += len(part)
            if size > MOST_BYTES:
                raise Refused(f"its body does not end within {MOST_BYTES // 2**20} MB")
            if time.monotonic() > end:
                raise Refused(f"its body does not end within {self.seconds_a_page:g} seconds")
        return b"".join(parts)

    def keep_distance(self, url: str) -> None:
        """Waits until the host has had its pause."""
        host = urlsplit(url).netloc
        rules = self.rules.get(host)
        delay = rules.crawl_delay(self.manners.user_agent) if rules else None
        between = min(max(self.manners.seconds_between, delay or 0.0), LONGEST_WAIT)
        left = self.asked.get(host, -LONGEST_WAIT) + between - time.monotonic()
        if left > 0:
            self.wait(left)
        self.asked[host] = time.monotonic()

    def allowed(self, url: str) -> bool:
        """Whether the host's robots.txt allows the address. No file allows all; a server in trouble allows nothing."""
        parts = urlsplit(url)
        if parts.netloc not in self.rules:
            self.rules[parts.netloc] = self.robots(f"{parts.scheme}://{parts.netloc}/robots.txt")
        rules = self.rules[parts.netloc]
        return rules is not None and bool(rules.can_fetch(url, self.manners.user_agent))

    def robots(self, url: str) -> Protego | None:
        """The rules of a host; None while they cannot be had."""
        for _ in range(MOST_REDIRECTS):
            try:
                answer = self.patiently(url, {})
            except Refused:
                return None
            if answer.status not in (301, 302, 303, 307, 308):
                break
            url = urljoin(url, answer.header("Location"))
        text = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
        return Protego.parse(text[:500_000])


def pause(state: RetryCallState) -> float:
    """The wait before the next attempt: what the server asks for, else 2, 4, 8 … seconds."""
    error = state.outcome.exception() if state.outcome else None
    asked = error.seconds if isinstance(error, ComeAgain) else 0.0
    return float(min(max(asked, 2.0**state.attempt_number), LONGEST_WAIT))


def retry_after(value: str) -> float:
    """Seconds of a Retry-After header; 0 where it holds none."""
    with suppress(ValueError):
        return max(0.0, float(value))
    return 0.0
