"""The HTTP side of the rehearsal: submitting, polling, and the files that links lead to. Its fields, limits and errors are
those of the service.
"""

import asyncio
import hmac
import shutil
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import BinaryIO

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from vidu_desktop.adapters.processes.helper_processes import HelperFailed, Mishap
from vidu_desktop.rehearsal import refusals
from vidu_desktop.rehearsal.answers import Answer
from vidu_desktop.rehearsal.doorkeeper import Doorkeeper
from vidu_desktop.rehearsal.folders import COVER_NAME, VIDEO_NAME
from vidu_desktop.rehearsal.links import Links, LinkState
from vidu_desktop.rehearsal.refusals import Refusal
from vidu_desktop.rehearsal.render_order import TakenOrder
from vidu_desktop.rehearsal.task_store import AcceptedTask, TaskState, TaskStore

API = "/api/paas/v4"
PROGRESS_HEADER = "Rehearsal-Progress"
BODY_BYTES_MOST = 202_000_000
"""Three pictures of 50 MB as base64, and space for the rest."""
_FILES = {VIDEO_NAME: "video/mp4", COVER_NAME: "image/jpeg"}

ReadOrder = Callable[[Path, Path], "Future[TakenOrder]"]
"""Starts to read a body into a folder; the future raises Refusal."""


class _BigPieces(FileResponse):
    chunk_size = 256 * 1024


def _storage_error(status: int, code: str, message: str) -> Response:
    """Return an error as a file store answers it: in XML."""
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>{code}</Code><Message>{message}</Message></Error>'
    return Response(text, status, media_type="application/xml")


class _Service:
    def __init__(
        self,
        *,
        store: TaskStore,
        links: Links,
        read_order: ReadOrder,
        on_accepted: Callable[[AcceptedTask], None],
        origin: str,
        token: str | None,
        link_life_s: float,
        now: Callable[[], float],
    ) -> None:
        self._store = store
        self._links = links
        self._read_order = read_order
        self._on_accepted = on_accepted
        self._origin = origin
        self._token = token
        self._link_life_s = link_life_s
        self._now = now

    def _check_key(self, request: Request) -> None:
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        key = key.strip()
        if scheme.casefold() != "bearer" or not key:
            raise refusals.no_key()
        if self._token is not None and not hmac.compare_digest(key.encode(), self._token.encode()):
            raise refusals.wrong_key()

    async def submit(self, request: Request) -> Response:
        folder = await asyncio.to_thread(self._store.staging_dir)
        try:
            body_path = folder.with_suffix(".json")
            with body_path.open("wb") as body:
                await self._take_body(request, body)
            order = await _answer_of(self._read_order(body_path, folder))
            body_path.unlink()
            task = await asyncio.to_thread(self._store.accept, order, folder)
        except OSError as error:
            raise refusals.broken("the order could not be written to the disk") from error
        except HelperFailed as error:
            raise refusals.broken("the order could not be read") from error
        finally:
            await asyncio.to_thread(self._clear, folder)
        self._on_accepted(task)
        return Answer(
            {
                "model": task.order.model,
                "id": task.task_id,
                "request_id": task.request_id,
                "task_status": task.state,
            }
        )

    async def _take_body(self, request: Request, body: BinaryIO) -> None:
        """Write the body to disk. A refusal is raised only after the whole body has come, because a client that is still
        sending wouldn't read the answer; but a body larger than BODY_BYTES_MOST is refused at once.
        """
        refusal: Refusal | None = None
        try:
            self._check_key(request)
        except Refusal as error:
            refusal = error
        arrived_bytes = 0
        async for piece in request.stream():
            arrived_bytes += len(piece)
            if arrived_bytes > BODY_BYTES_MOST:
                raise refusal or refusals.too_large(BODY_BYTES_MOST)
            if refusal is None:
                body.write(piece)
        if refusal is not None:
            raise refusal

    @staticmethod
    def _clear(folder: Path) -> None:
        folder.with_suffix(".json").unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)

    async def poll(self, request: Request) -> Response:
        self._check_key(request)
        task = self._store.get(request.path_params["task_id"])
        if task is None:
            raise refusals.unknown_task()
        answer: dict[str, object] = {
            "model": task.order.model,
            "request_id": task.request_id,
            "task_status": task.state,
        }
        if task.state is TaskState.SUCCESS:
            expires = min(self._now() + self._link_life_s, self._store.keeps_until(task))
            url, cover_url = (
                self._origin + self._links.sign(f"/files/{task.task_id}/{name}", expires) for name in _FILES
            )
            answer["video_result"] = [{"url": url, "cover_image_url": cover_url}]
        elif task.state is TaskState.FAIL:
            answer["error"] = task.error
        return Answer(answer, headers={PROGRESS_HEADER: f"{task.progress:.2f}"})

    async def file(self, request: Request) -> Response:
        task_id, name = request.path_params["task_id"], request.path_params["name"]
        query = request.query_params
        state = self._links.state(
            f"/files/{task_id}/{name}", query.get("Expires", ""), query.get("Signature", ""), self._now()
        )
        if state is LinkState.FORGED:
            return _storage_error(403, "SignatureDoesNotMatch", "The signature does not match.")
        if state is LinkState.SPENT:
            return _storage_error(403, "AccessDenied", "Request has expired.")
        # Only links that we have signed get here, so the names are ours.
        path = self._store.folder(task_id) / name
        if not await asyncio.to_thread(path.is_file):
            return _storage_error(404, "NoSuchKey", "The file does not exist.")
        return _BigPieces(path, media_type=_FILES[name])


async def _refuse(_request: Request, error: Exception) -> Response:
    refusal = error if isinstance(error, Refusal) else refusals.broken("internal error")
    return Answer(refusal.body(), refusal.status)


async def _refuse_http(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return Answer(refusals.no_such_api().body(), status)


async def _nobody_listens(_request: Request, _exc: Exception) -> Response:
    return Response(status_code=499)


def create_app(
    *,
    store: TaskStore,
    links: Links,
    read_order: ReadOrder,
    on_accepted: Callable[[AcceptedTask], None],
    origin: str,
    token: str | None = None,
    link_life_s: float = 86_400.0,
    now: Callable[[], float] = time.time,
) -> Starlette:
    """Build the app. `token` is the only accepted key; with None, any key is accepted.

    Links begin with `origin` (`http://127.0.0.1:8000`). `on_accepted` is called with each task as soon as it is on disk.
    """
    service = _Service(
        store=store,
        links=links,
        read_order=read_order,
        on_accepted=on_accepted,
        origin=origin,
        token=token,
        link_life_s=link_life_s,
        now=now,
    )
    return Starlette(
        middleware=[Middleware(Doorkeeper)],
        routes=[
            Route(f"{API}/videos/generations", service.submit, methods=["POST"]),
            Route(f"{API}/async-result/{{task_id}}", service.poll, methods=["GET"]),
            Route("/files/{task_id}/{name}", service.file, methods=["GET"]),
        ],
        exception_handlers={
            Refusal: _refuse,
            HTTPException: _refuse_http,
            ClientDisconnect: _nobody_listens,
            Exception: _refuse,
        },
    )


async def _answer_of(reading: "Future[TakenOrder]") -> TakenOrder:
    """Wait for the answer of a helper. Raises HelperFailed, even when the helpers are being ended, so that the request gets
    an answer.
    """
    try:
        return await asyncio.wrap_future(reading)
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if task is not None and task.cancelling():
            raise
        raise HelperFailed(Mishap.DIED, "the program is ending") from None
