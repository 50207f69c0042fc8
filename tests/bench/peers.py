"""What others make of 10,000 due jobs: APScheduler 3 on SQLite, Procrastinate on PostgreSQL."""

import asyncio
import pickle
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import postgres

NAMES = ("apscheduler", "procrastinate")
DUE = 10_000
PATIENCE = 60.0

_fired = 0
_all_fired = threading.Event()


def fire() -> None:
    """The job: count, and tell when it was the last."""
    global _fired
    _fired += 1
    if _fired == DUE:
        _all_fired.set()


def of(name: str) -> Iterator[tuple[str, Callable[[], Awaitable[float]]]]:
    """The measurements of one peer; none if it is not installed."""
    if find_spec(name) is None:
        print(f"{name} is not installed")
        return
    if name == "apscheduler":
        yield "APScheduler, sqlite, 10,000 to come", lambda: apscheduler(10_000)
        yield "APScheduler, sqlite, 100,000 to come", lambda: apscheduler(100_000)
    else:
        yield "Procrastinate, postgresql, nothing to come", lambda: procrastinate(0)
        yield "Procrastinate, postgresql, 100,000 to come", lambda: procrastinate(100_000)
        yield "Procrastinate, postgresql, 1,000,000 to come", lambda: procrastinate(1_000_000)


async def apscheduler(to_come: int) -> float:
    """Jobs a second of the blocking scheduler with its SQLAlchemy store, WAL and FULL as ours."""
    return await asyncio.to_thread(_apscheduler, to_come)


def _apscheduler(to_come: int) -> float:
    from apscheduler.executors.debug import DebugExecutor
    from apscheduler.job import Job
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.background import BackgroundScheduler
    from apscheduler.triggers.date import DateTrigger
    from sqlalchemy import create_engine, event

    global _fired
    _fired = 0
    _all_fired.clear()
    with TemporaryDirectory(prefix="bench-") as folder:
        engine = create_engine(f"sqlite:///{Path(folder)}/jobs.db")

        @event.listens_for(engine, "connect")
        def prepare(connection, _record) -> None:  # type: ignore[no-untyped-def]
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")

        store = SQLAlchemyJobStore(engine=engine)
        scheduler = BackgroundScheduler(
            jobstores={"default": store},
            executors={"default": DebugExecutor()},
            timezone=UTC,
            job_defaults={"misfire_grace_time": None},
        )
        scheduler.start(paused=True)
        now = datetime.now(UTC)
        with engine.begin() as tx:
            for begin, count, when in (
                (0, to_come, now + timedelta(days=9)),
                (to_come, DUE, now - timedelta(seconds=1)),
            ):
                rows = []
                for number in range(begin, begin + count):
                    job = Job(
                        scheduler,
                        id=str(number),
                        func=fire,
                        args=(),
                        kwargs={},
                        name="fire",
                        executor="default",
                        trigger=DateTrigger(when, UTC),
                        misfire_grace_time=None,
                        coalesce=True,
                        max_instances=1,
                        next_run_time=when,
                    )
                    rows.append(
                        {
                            "id": job.id,
                            "next_run_time": when.timestamp(),
                            "job_state": pickle.dumps(job.__getstate__()),
                        }
                    )
                if rows:
                    tx.execute(store.jobs_t.insert(), rows)
        began = time.perf_counter()
        scheduler.resume()
        _all_fired.wait(PATIENCE)
        # The last job's row goes just after it has run.
        while _fired == DUE and store.get_due_jobs(datetime.now(UTC)):
            time.sleep(0.001)
        took = time.perf_counter() - began
        scheduler.shutdown()
        engine.dispose()
        return _fired / took


async def procrastinate(to_come: int) -> float:
    """Jobs a second of one worker with ten at a time, stopped after a minute."""
    from procrastinate import App, PsycopgConnector

    stack = ExitStack()
    try:
        server = await asyncio.to_thread(postgres.server)
        address = await asyncio.to_thread(
            stack.enter_context, postgres.database(server, "procrastinate_bench")
        )
        app = App(connector=PsycopgConnector(conninfo=address))
        done = 0
        ended = asyncio.Event()

        @app.task(name="fire")
        async def fire_one() -> None:
            nonlocal done
            done += 1
            if done == DUE:
                ended.set()

        async with app.open_async():
            await app.schema_manager.apply_schema_async()
            later = fire_one.configure(schedule_at=datetime.now(UTC) + timedelta(days=9))
            for _ in range(to_come // 1000):
                await later.batch_defer_async(*[{} for _ in range(1000)])
            for _ in range(DUE // 1000):
                await fire_one.configure().batch_defer_async(*[{} for _ in range(1000)])
            began = time.perf_counter()
            working = asyncio.create_task(
                app.run_worker_async(
                    concurrency=10, wait=True, install_signal_handlers=False, listen_notify=True
                )
            )
            try:
                async with asyncio.timeout(PATIENCE):
                    await ended.wait()
            except TimeoutError:
                pass
            took = time.perf_counter() - began
            rate = done / took
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)
    finally:
        await asyncio.to_thread(stack.close)
    return rate
