"""APScheduler 3 with its SQLAlchemy store on SQLite: how fast due jobs are fired.

Its row of a job goes before the job has run, so nothing tells afterwards how it ended. Measured are
its default (a pool of threads) and its executor for coroutines, each job writing its own fate into
the same file as each of our rows has one; and, as its fastest, the executor for debugging, which
calls the job where it stands, without any fate.
"""

import asyncio
import pickle
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, create_engine, event, text

DUE = 10_000
TO_COME = 10_000
PATIENCE = 60.0


class Jobs:
    """What the jobs have in common: they are counted, and perhaps write their fate."""

    def __init__(self, engine: Engine, fates: bool) -> None:
        self.engine = engine
        self.fates = fates
        self.fired = 0
        self.all_fired = threading.Event()
        self._counting = threading.Lock()

    def fire(self) -> None:
        if self.fates:
            with self.engine.begin() as tx:
                tx.execute(text("INSERT INTO fates (state) VALUES ('sent')"))
        with self._counting:
            self.fired += 1
        if self.fired == DUE:
            self.all_fired.set()


_jobs: Jobs


def fire() -> None:
    """The job; a store keeps it by its name."""
    _jobs.fire()


async def fire_on_the_loop() -> None:
    """The same for the executor of coroutines."""
    _jobs.fire()


async def apscheduler(executor: str, fates: bool) -> float:
    """Jobs a second, with WAL and FULL as ours."""
    return await asyncio.to_thread(_measure, executor, fates)


def _measure(executor: str, fates: bool) -> float:
    global _jobs
    with TemporaryDirectory(prefix="bench-") as folder, _scheduler(Path(folder), executor) as made:
        scheduler, store, resume = made
        _jobs = jobs = Jobs(store.engine, fates)
        with store.engine.begin() as tx:
            tx.execute(text("CREATE TABLE fates (id INTEGER PRIMARY KEY, state TEXT)"))
            now = datetime.now(UTC)
            job = fire_on_the_loop if executor == "asyncio" else fire
            later, due = now + timedelta(days=9), now - timedelta(seconds=1)
            rows = [_row(scheduler, number, job, later) for number in range(TO_COME)]
            rows += [_row(scheduler, TO_COME + number, job, due) for number in range(DUE)]
            tx.execute(store.jobs_t.insert(), rows)
        began = time.perf_counter()
        resume()
        jobs.all_fired.wait(PATIENCE)
        # The last job's row goes just after it has run.
        while jobs.fired == DUE and store.get_due_jobs(datetime.now(UTC)):
            time.sleep(0.001)
        return jobs.fired / (time.perf_counter() - began)


def _row(scheduler: Any, number: int, job: Callable[[], Any], at: datetime) -> dict[str, Any]:
    from apscheduler.job import Job
    from apscheduler.triggers.date import DateTrigger

    made = Job(
        scheduler,
        id=str(number),
        func=job,
        args=(),
        kwargs={},
        name="fire",
        executor="default",
        trigger=DateTrigger(at, UTC),
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
        next_run_time=at,
    )
    state = pickle.dumps(made.__getstate__())
    return {"id": made.id, "next_run_time": at.timestamp(), "job_state": state}


@contextmanager
def _scheduler(folder: Path, executor: str) -> Iterator[tuple[Any, Any, Callable[[], Any]]]:
    """A paused scheduler, its store, and how to set it going."""
    from apscheduler.executors.asyncio import AsyncIOExecutor
    from apscheduler.executors.debug import DebugExecutor
    from apscheduler.executors.pool import ThreadPoolExecutor
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.asyncio import AsyncIOScheduler
    from apscheduler.schedulers.background import BackgroundScheduler

    engine = create_engine(f"sqlite:///{folder}/jobs.db", connect_args={"timeout": 30})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

    store = SQLAlchemyJobStore(engine=engine)
    kinds = {"pool": ThreadPoolExecutor, "asyncio": AsyncIOExecutor, "debug": DebugExecutor}
    options: dict[str, Any] = {
        "jobstores": {"default": store},
        "executors": {"default": kinds[executor]()},
        "timezone": UTC,
        "job_defaults": {"misfire_grace_time": None},
    }
    loop = asyncio.new_event_loop()
    running = threading.Thread(target=loop.run_forever)
    running.start()
    on_the_loop = executor == "asyncio"
    if on_the_loop:
        scheduler: Any = AsyncIOScheduler(event_loop=loop, **options)
    else:
        scheduler = BackgroundScheduler(**options)

    def call(what: Callable[[], Any]) -> None:
        if not on_the_loop:
            what()
            return
        done = threading.Event()
        loop.call_soon_threadsafe(lambda: (what(), done.set()))
        done.wait(PATIENCE)

    try:
        call(lambda: scheduler.start(paused=True))
        yield scheduler, store, lambda: call(scheduler.resume)
    finally:
        call(scheduler.shutdown)
        loop.call_soon_threadsafe(loop.stop)
        running.join()
        loop.close()
        engine.dispose()
