"""The proxy that the environment names, looked up once for a host.

aiohttp's own `trust_env` asks a thread at each call, and another for a password: more than half of
what a call takes where many go at a time.
"""

from functools import cache
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass


def proxy_for(url: str) -> str | None:
    """The proxy through which this address is called, as httpx and curl take it."""
    parts = urlsplit(url)
    return _named(parts.scheme, parts.hostname or "")


@cache
def _named(scheme: str, host: str) -> str | None:
    return None if proxy_bypass(host) else getproxies().get(scheme)
