"""A few calls at a time."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

AT_ONCE = 8
Item = TypeVar("Item")
Result = TypeVar("Result")


async def side_by_side(
    items: Iterable[Item], act: Callable[[Item], Awaitable[Result]], *, at_once: int = AT_ONCE
) -> list[Result]:
    """`act` on each of the items, at most `at_once` at a time; the results in the order of the items.

    Errors: a group of what failed; the others are then cancelled.
    """
    gate = asyncio.Semaphore(at_once)

    async def one(item: Item) -> Result:
        async with gate:
            return await act(item)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(item)) for item in items]
    return [task.result() for task in tasks]
