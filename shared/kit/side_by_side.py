"""A few calls at a time."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar

AT_ONCE = 8
Item = TypeVar("Item")


async def side_by_side(items: Iterable[Item], act: Callable[[Item], Awaitable[Any]], *, at_once: int = AT_ONCE) -> None:
    """`act` on each of the items, at most `at_once` at a time. Errors: a group of what failed; the others are then cancelled."""
    gate = asyncio.Semaphore(at_once)

    async def one(item: Item) -> None:
        async with gate:
            await act(item)

    async with asyncio.TaskGroup() as group:
        for item in items:
            group.create_task(one(item))
