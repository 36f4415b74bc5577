"""Methods by which a bot gets its updates: by asking, or at an address of its own."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Final, NamedTuple

from bot.playground.params import Params
from bot.playground.refusals import bad_request, not_emulated, webhook_is_active, webhook_took_over
from bot.playground.webhook import Delivery, Webhook, check_address
from bot.playground.world import Json, World

Answer = Callable[[World, str, Params], Awaitable[None]]
MOST_SECONDS: Final = 50
SECRET_LIMIT: Final = 256
SECRET_LETTERS: Final = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
)


class Described(NamedTuple):
    """A result that comes with a description, as setWebhook's does."""

    result: Any
    description: str


async def get_updates(world: World, params: Params) -> list[Json]:
    if world.webhook is not None:
        raise webhook_is_active()
    _allow_updates(world, params)
    return await world.updates.fetch(
        params.integer("offset"),
        params.integer("limit", 100, 1, 100),
        params.integer("timeout", 0, 0, MOST_SECONDS),
    )


async def set_webhook(world: World, params: Params, *, answer: Answer) -> Described:
    """Deliver updates to an address; an empty one takes the webhook away.

    `answer` calls a method that comes in the answer to an update.
    """
    url = params.text("url")
    if not url:
        return await delete_webhook(world, params)
    webhook = _webhook(params, url)
    current = world.webhook
    same = current is not None and current.webhook == webhook
    if same and not params.boolean("drop_pending_updates"):
        _allow_updates(world, params)
        return Described(True, "Webhook is already set")
    delivery = Delivery(webhook, world.updates, world.clock, partial(answer, world))
    await delete_webhook(world, params)
    _allow_updates(world, params)
    world.updates.end_poll(webhook_took_over())
    world.webhook = delivery
    delivery.start()
    return Described(True, "Webhook was set")


async def delete_webhook(world: World, params: Params) -> Described:
    current, world.webhook = world.webhook, None
    if current is not None:
        await current.stop()
    if params.boolean("drop_pending_updates"):
        world.updates.clear()
    return Described(True, f"Webhook {'was' if current else 'is already'} deleted")


def get_webhook_info(world: World, _params: Params) -> Json:
    current = world.webhook
    info: Json = {
        "url": current.webhook.url if current else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending()),
    }
    if current is not None:
        info |= current.info()
    if world.updates.allowed:
        info["allowed_updates"] = list(world.updates.allowed)
    return info


def _allow_updates(world: World, params: Params) -> None:
    """What is no JSON array of texts changes nothing (tdlib, `get_allowed_update_types`)."""
    kinds = params.lenient("allowed_updates")
    if isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds):
        world.updates.allow(kinds)


def _webhook(params: Params, url: str) -> Webhook:
    check_address(url)
    secret = params.text("secret_token")
    if len(secret) > SECRET_LIMIT:
        raise bad_request("secret token is too long")
    if not SECRET_LETTERS.issuperset(secret):
        raise bad_request("secret token contains unallowed characters")
    if "certificate" in params.uploads:
        raise not_emulated("a webhook's certificate")
    return Webhook(
        url if "://" in url else f"https://{url}",
        secret,
        params.integer("max_connections", 40, 1, 100),
        params.text("ip_address"),
    )
