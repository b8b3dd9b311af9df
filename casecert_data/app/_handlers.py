"""What the server answers: the start page, the dashboards, and nothing else."""

import json
from asyncio import ensure_future
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import APIHandler, JupyterHandler
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError

from casecert_data.app._listed import Listed, cells_of, listed
from casecert_data.app._pages import plotly_module, render, script, style, typeface_bytes
from casecert_data.app._run_cells import Failure, run_cells
from casecert_data.catalog import say

_PAGE = "text/html; charset=utf-8"
_DAY_SECONDS = 86_400
_PLOTLY_EXTENSION = "jupyterlab-plotly"


class OwnPage(JupyterHandler):
    """A page of ours: for whoever brings the token, from no other site, kept nowhere."""

    def initialize(self, workspace: Path) -> None:
        """Take what the server was started with."""
        self.workspace = workspace

    async def prepare(self, **_: Any) -> None:
        """Refuse a stranger, and drop the token from the address once it is known."""
        await super().prepare(_redirect_to_login=False)
        if (
            self.request.headers.get("Sec-Fetch-Site") == "cross-site"
            or not self.check_origin()
        ):
            raise HTTPError(403)
        if self.get_query_argument("token", None) is not None:
            # In the history of the browser, it would be there for whoever comes next.
            self.redirect(self.request.path)

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say in plain words why a page is not shown."""
        key = {403: "site", 404: "none"}.get(status_code, "broken")
        if self.current_user is None:
            key = "token"
        self.set_header("Content-Type", _PAGE)
        known = self._notebooks() if key in {"none", "broken"} else ()
        page = render(
            "refused.html",
            title=say(f"app.refused.{key}"),
            do=say(f"app.refused.{key}_do"),
            notebooks=known,
            current="" if not known else "-",
        )
        self.finish(page)

    def _notebooks(self) -> tuple[Listed, ...]:
        return listed(self.workspace)

    def _keep_nowhere(self) -> None:
        self.set_header("Content-Type", _PAGE)
        self.set_header("Cache-Control", "no-store")


class StartPage(OwnPage):
    """The list of the questions that the dashboards answer."""

    def get(self) -> None:
        """Show the page."""
        self._keep_nowhere()
        page = render(
            "start.html", title=say("app.title"), notebooks=self._notebooks(), current=""
        )
        self.finish(page)


class DashboardPage(OwnPage):
    """One notebook, run for this page alone."""

    _is_left = False
    _kernel_id = ""

    def on_connection_close(self) -> None:
        """Note that nobody waits for the page any more, and end what it has started."""
        self._is_left = True
        if self._kernel_id:
            self._ending = ensure_future(end_kernel(self._kernels, self._kernel_id))
        super().on_connection_close()

    @property
    def _kernels(self) -> Any:
        return self.settings["kernel_manager"]

    async def get(self, name: str) -> None:
        """Send the page as it comes: its head at once, then what each cell puts out."""
        notebooks = self._notebooks()
        found = next((one for one in notebooks if one.name == unquote(name)), None)
        if found is None:
            raise HTTPError(404)
        self._keep_nowhere()
        # The page needs the cookie to say that it was closed.
        _ = self.xsrf_token
        title = say("app.title_of", question=found.question)
        self.write(
            render(
                "dashboard.html",
                title=title,
                question=found.question,
                notebooks=notebooks,
                current=found.name,
            )
        )
        await self._flush()
        async for part in self._parts(found):
            self.write(part)
            await self._flush()
        # Without a kernel there is nothing that the script could show.
        main = self.settings["voila_main_script"] if self._kernel_id else ""
        self.write(render("dashboard_end.html", main=main, current=found.name))
        self.finish()

    async def _parts(self, found: Listed) -> AsyncIterator[str]:
        try:
            cells = cells_of(self.workspace / found.name)
            kernel = await self._start()
            yield self._configuration(cells)
            async for output in run_cells(kernel, cells):
                yield _as_script(output)
        except Failure as failure:
            yield _failed(failure.kind)
        except (OSError, ValueError):
            yield render(
                "fault.html",
                reason=say("app.failed.unreadable", name=found.name),
                do=say("app.failed.unreadable_do"),
            )
        except Exception as fault:  # noqa: BLE001 - the page must say it, whatever it is
            yield _failed(type(fault).__name__)

    async def _start(self) -> Any:
        kernel_id = await self._kernels.start_kernel(
            kernel_name="python3", cwd=str(self.workspace), env={}
        )
        self._kernels.waiting.prepare()
        if self._is_left:
            await end_kernel(self._kernels, kernel_id)
        self._kernel_id = kernel_id
        return self._kernels.get_kernel(kernel_id)

    async def _flush(self) -> None:
        try:
            await self.flush()
        except StreamClosedError:
            self._is_left = True

    def _configuration(self, cells: Sequence[Mapping[str, Any]]) -> str:
        told: dict[str, Any] = {
            **self.settings["voila_page_config"],
            "baseUrl": "/",
            "kernelId": self._kernel_id,
        }
        if not any("plotly" in "".join(one.get("source", "")) for one in cells):
            # It loads plotly at once, which takes a browser seconds; panels load it themselves.
            told["federated_extensions"] = [
                one for one in told["federated_extensions"] if one["name"] != _PLOTLY_EXTENSION
            ]
        return _json_script('id="jupyter-config-data" type="application/json"', told)


class ClosedPage(APIHandler):
    """Told by a page that it is closed: its kernel goes."""

    async def post(self, kernel_id: str) -> None:
        """End the kernel; one that has gone already is no fault."""
        if self.current_user is None:
            raise HTTPError(403)
        await end_kernel(self.settings["kernel_manager"], kernel_id)
        self.set_status(204)
        self.finish()


class Alive(APIHandler):
    """Asked by a page whether its kernel still answers."""

    async def get(self, kernel_id: str) -> None:
        """Answer 204 if it lives, else 404."""
        if self.current_user is None:
            raise HTTPError(403)
        kernels = self.settings["kernel_manager"]
        is_alive = kernel_id in kernels and await kernels.get_kernel(kernel_id).is_alive()
        self.set_status(204 if is_alive else 404)
        self.finish()


class OwnFile(JupyterHandler):
    """A file of the pages: style, script or typeface; the same for everybody."""

    def initialize(self, kind: str) -> None:
        """Take which one it is."""
        self.kind = kind

    @allow_unauthenticated
    def get(self) -> None:
        """Send the file."""
        files: Mapping[str, tuple[Callable[[], bytes | str], str]] = {
            "style": (style, "text/css; charset=utf-8"),
            "script": (script, "text/javascript; charset=utf-8"),
            "plotly": (plotly_module, "text/javascript; charset=utf-8"),
            "typeface": (typeface_bytes, "font/ttf"),
        }
        content, form = files[self.kind]
        self.set_header("Content-Type", form)
        self.set_header("Cache-Control", f"max-age={_DAY_SECONDS}")
        self.finish(content())


class Nothing(OwnPage):
    """Whatever else is asked for."""

    def get(self) -> None:
        """Say that there is no such page."""
        raise HTTPError(404)


async def end_kernel(kernels: Any, kernel_id: str) -> None:
    """End a kernel, unless it has gone already."""
    if kernel_id in kernels:
        try:
            await kernels.shutdown_kernel(kernel_id, now=True)
        except (HTTPError, KeyError):
            return  # it went in the same moment


def _failed(kind: str) -> str:
    return render(
        "fault.html", reason=say("app.failed.reason", kind=kind), do=say("app.failed.do")
    )


def _as_script(output: Mapping[str, Any]) -> str:
    has_widget = "application/vnd.jupyter.widget-view+json" in output.get("data", {})
    mark = " data-has-widget" if has_widget else ""
    written = _json_script(
        'type="application/vnd.voila.cell-output+json"', {**output, "trusted": True}
    )
    return f'<div class="cc-output"{mark}>{written}</div>\n'


def _json_script(attributes: str, value: Mapping[str, Any]) -> str:
    # No text can end the script early.
    text = (
        json.dumps(value)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
    )
    return f"<script {attributes}>{text}</script>\n"
