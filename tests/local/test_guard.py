"""Who may use the local page: this machine's own browser on our own page, nobody else."""

import httpx
import pytest

from tests.local.stage import Stage

ADDRESSES = [
    ("GET", "/"),
    ("GET", "/local/page.js"),
    ("GET", "/local/history"),
    ("GET", "/local/stream"),
    ("GET", "/local/clock"),
    ("GET", "/local/file/1/abc.jpg"),
    ("GET", "/local/drawing/abc"),
    ("POST", "/local/clock"),
    ("POST", "/local/join"),
    ("POST", "/local/say"),
    ("POST", "/local/press"),
    ("POST", "/local/pick"),
    ("POST", "/local/photo"),
]


def peer(stage: Stage, address: str | None) -> httpx.AsyncClient:
    """A client that the server sees at this address."""
    client = (address, 50000) if address else None
    transport = httpx.ASGITransport(stage.app, client=client)  # type: ignore[arg-type]
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000")


def test_every_address_is_in_the_list(stage: Stage) -> None:
    """A new address has to be guarded too, and shown to be."""
    listed = {path for _, path in ADDRESSES} | {"/local/file/1"}
    for route in stage.app.routes:
        path = route.path.replace("{key:path}", "1")  # type: ignore[attr-defined]
        path = path.replace("{message}", "abc")
        assert path in listed or (path.startswith("/local/") and "." in path)


@pytest.mark.parametrize(("method", "path"), ADDRESSES)
async def test_another_machine_is_refused(stage: Stage, method: str, path: str) -> None:
    async with peer(stage, "192.168.1.20") as client:
        answer = await client.request(method, path, json={})
    assert answer.status_code == 403
    assert answer.json() == {"problem": "not_loopback"}
    assert stage.arrived == []


@pytest.mark.parametrize(("method", "path"), ADDRESSES)
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost:80@evil"])
async def test_another_name_for_this_machine_is_refused(
    client: httpx.AsyncClient, method: str, path: str, host: str
) -> None:
    answer = await client.request(method, path, headers={"Host": host}, json={})
    assert answer.status_code == 403
    assert answer.json() == {"problem": "host"}


@pytest.mark.parametrize("path", [path for method, path in ADDRESSES if method == "POST"])
@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:9999", "http://localhost:8000"]
)
async def test_another_page_cannot_send(
    stage: Stage, client: httpx.AsyncClient, path: str, origin: str
) -> None:
    answer = await client.post(path, headers={"Origin": origin}, json={})
    assert answer.status_code == 403
    assert answer.json() == {"problem": "origin"}
    assert stage.arrived == []


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via"])
async def test_a_proxy_in_between_is_refused(client: httpx.AsyncClient, header: str) -> None:
    answer = await client.get("/", headers={header: "127.0.0.1"})
    assert answer.status_code == 403
    assert answer.json() == {"problem": "passed_on"}


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
async def test_loopback_may(stage: Stage, address: str) -> None:
    async with peer(stage, address) as client:
        assert (await client.get("/")).status_code == 200


@pytest.mark.parametrize("address", [None, "testclient", "::ffff:10.0.0.1", "10.0.0.1"])
async def test_an_unknown_peer_may_not(stage: Stage, address: str | None) -> None:
    async with peer(stage, address) as client:
        assert (await client.get("/")).status_code == 403


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost", "localhost:1234", "[::1]", "[::1]:8000"]
)
async def test_names_of_this_machine(client: httpx.AsyncClient, host: str) -> None:
    headers = {"Host": host, "Origin": f"http://{host}"}
    assert (await client.get("/", headers=headers)).status_code == 200
    assert (await client.post("/local/join", headers=headers, json={})).status_code == 200


async def test_everything_carries_the_safety_headers(client: httpx.AsyncClient) -> None:
    for path in ("/", "/local/page.css", "/local/history", "/local/file/none"):
        headers = (await client.get(path)).headers
        policy = headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
