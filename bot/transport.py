"""HTTP to the Bot API for python-telegram-bot: pyreqwest in place of its default transport.

The default costs several milliseconds of a loop that serves everybody, and its pool makes many
callers slower than one (docs/decisions/0013-a-lean-transport.md). It also tells apart what
`bot.outbound` must know: a request that certainly never left from one that may have arrived.
"""

from datetime import timedelta
from typing import Final

from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import PoolTimeoutError, RequestError, RequestTimeoutError
from pyreqwest.multipart import FormBuilder, PartBuilder
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 15.0
UPLOAD_SECONDS: Final = 60.0
CONNECTING: Final = "client error (Connect)"
"""How hyper, below pyreqwest, calls a fault before there was a connection."""


class NeverLeft(NetworkError):
    """The connection was never made: nothing can have arrived, so it may be sent again."""


class Transport(BaseRequest):
    """Requests over kept connections, at most `connections` at a time.

    `read_seconds` is how long an answer may take, for a long poll beyond its own time-out. Raises
    `NeverLeft` where nothing was sent, `TimedOut` and `NetworkError` where something may have been.
    """

    def __init__(self, connections: int, read_seconds: float = READ_SECONDS) -> None:
        self._connections = connections
        self._read_seconds = read_seconds
        self._client: Client | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take, where a call does not say otherwise."""
        return self._read_seconds

    async def initialize(self) -> None:
        """Get ready; a transport that was shut down begins anew."""
        if self._client is None:
            self._client = (
                ClientBuilder()
                .max_connections(self._connections)
                .connect_timeout(timedelta(seconds=CONNECT_SECONDS))
                .pool_timeout(timedelta(seconds=self._read_seconds))
                .follow_redirects(False)
                .user_agent(self.USER_AGENT)
                .build()
            )

    async def shutdown(self) -> None:
        """Let the connections go."""
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    async def do_request(  # noqa: PLR0917 - PTB's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request: the status and the body (see PTB, `BaseRequest.do_request`).

        The connection's and the pool's patience are those of the client.
        """
        del write_timeout, connect_timeout, pool_timeout
        if self._client is None:
            raise RuntimeError("the transport is not initialized")
        asked = self._client.request(method, url)
        seconds = self._read_seconds if isinstance(read_timeout, DefaultValue) else read_timeout
        if request_data is not None and request_data.contains_files:
            asked = asked.multipart(_form(request_data))
            seconds = max(seconds or 0, UPLOAD_SECONDS)
        elif request_data is not None:
            asked = asked.form(request_data.json_parameters)
        if seconds is not None:
            asked = asked.timeout(timedelta(seconds=seconds))
        try:
            response = await asked.build().send()
            return response.status, bytes(await response.bytes())
        except RequestError as fault:
            raise _told(fault) from None  # its text holds the address, and the token is part of it


def _told(fault: RequestError) -> NetworkError:
    """What went wrong, as PTB tells it. Where it is unclear, something may have arrived.

    The class alone does not say: one that is named for connecting is also raised for an answer
    that did not come.
    """
    causes = [cause["message"] for cause in fault.details["causes"] or ()]
    if isinstance(fault, PoolTimeoutError) or any(CONNECTING in cause for cause in causes):
        return NeverLeft(causes[-1] if causes else "no connection was free")
    if isinstance(fault, RequestTimeoutError):
        return TimedOut()
    return NetworkError(causes[-1] if len(causes) > 1 else type(fault).__name__)


def _form(data: RequestData) -> FormBuilder:
    """The parameters, and the files beside them."""
    form = FormBuilder()
    for name, value in data.json_parameters.items():
        form = form.text(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        raw = content if isinstance(content, bytes) else content.read()
        form = form.part(name, PartBuilder.from_bytes(raw).file_name(filename).mime(mime))
    return form
