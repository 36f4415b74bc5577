"""Several processes of the program behind one balancer, as `deploy/` runs them."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from tests.faults.balancer import Balancer
from tests.running import Komplet

PATIENCE = 120.0


def fleet(
    balancer: Balancer, api_url: str, database_url: str, folder: Path, program: str = "bot",
    **settings: str,
) -> list[Komplet]:  # fmt: skip
    """A worker for each port of the balancer, not yet started; `settings` beside the usual ones."""
    return [
        Komplet(
            api_url,
            database_url,
            folder / f"worker-{port}",
            {
                "WEBHOOK_URL": f"http://127.0.0.1:{balancer.port}/telegram",
                "WEBHOOK_SECRET": "for-the-trial-only",
                "LISTEN": f"127.0.0.1:{port}",
                **settings,
            },
            program,
        )
        for port in balancer.ports
    ]


@contextlib.asynccontextmanager
async def at_work(workers: list[Komplet]) -> AsyncIterator[None]:
    """Inside the block all of them listen; whoever was not killed is stopped after it."""
    try:
        for worker in workers:
            worker.folder.mkdir()
            worker.start()
        await asyncio.gather(*(until_listening(worker) for worker in workers))
        yield
    finally:
        for worker in workers:
            if worker.process is not None:
                await worker.stop()


async def until_listening(worker: Komplet) -> None:
    """Wait until a worker takes connections."""
    host, _, port = worker.settings["LISTEN"].rpartition(":")
    async with asyncio.timeout(PATIENCE):
        while True:
            assert worker.process is not None
            assert worker.process.is_alive(), worker.log.read_text()
            try:
                _, writer = await asyncio.open_connection(host, int(port))
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


async def spared_within(spared: asyncio.Event, seconds: float) -> bool:
    """Whether no worker is to be killed any more, as far as that is said within so many seconds."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await spared.wait()
    return spared.is_set()
