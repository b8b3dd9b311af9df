"""The server of the dashboards: Voila's machinery, and a short list of what is answered."""

import logging
import re
import secrets
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jupyter_server.auth.identity import IdentityProvider
from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.web import Application
from traitlets.config import Config
from voila import __version__ as voila_version
from voila.app import Voila
from voila.static_file_handler import MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler
from voila.utils import get_page_config

from casecert_data.app._handlers import (
    Alive,
    ClosedPage,
    DashboardPage,
    Nothing,
    OwnFile,
    StartPage,
)
from casecert_data.app._kernels import (
    IDLE_SECONDS,
    LOOK_SECONDS,
    DashboardKernels,
)
from casecert_data.app._port import HERE, listening_socket
from casecert_data.app._private import private_transport
from casecert_data.app._waiting import Waiting
from casecert_data.app._written import KEY, WrittenPage
from casecert_data.panels._written_links import WRITTEN_ADDRESS

_KERNEL = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"
# The version in the address: a browser may keep the files until there is another Voila.
_STATIC = f"/voila/static/{voila_version}"
_KEPT_SECONDS = 86_400


class Dashboards(Voila):  # type: ignore[misc]
    """Voila with pages of our own, a short list of what is answered, and quiet logs."""

    workspace: Path
    waiting: Waiting
    on_start: Callable[[], object]

    def init_settings(self) -> dict[str, Any]:
        """Make the settings of the web application, and the kernels' manager."""
        settings: dict[str, Any] = super().init_settings()
        self.kernel_manager.waiting = self.waiting
        page_config = get_page_config("/", settings, self.log, self.voila_configuration)
        page_config["fullStaticUrl"] = _STATIC
        # It would set formulas by a program from another machine.
        page_config["disabledExtensions"] = ["@jupyterlab/mathjax2-extension:plugin"]
        settings.update(
            voila_page_config=page_config,
            voila_main_script=f"{_STATIC}/voila.js",
            # A name that leads here from elsewhere is no name of this server.
            allow_remote_access=False,
            local_hostnames=["localhost", HERE],
            headers=_headers(self.port),
            log_function=lambda _: None,
            static_immutable_cache=["/voila/labextensions/"],
        )
        return settings

    def init_handlers(self) -> list[Any]:
        """List what is answered; whatever else is asked for, there is no such page."""
        own = {"workspace": self.workspace}
        return [
            (r"/", StartPage, own),
            (r"/voila/render/([^/]+)", DashboardPage, own),
            (r"/casecert/style\.css", OwnFile, {"kind": "style"}),
            (r"/casecert/dashboard\.js", OwnFile, {"kind": "script"}),
            (r"/casecert/plotly\.js", OwnFile, {"kind": "plotly"}),
            (r"/casecert/typeface\.ttf", OwnFile, {"kind": "typeface"}),
            (rf"{WRITTEN_ADDRESS}{KEY}", WrittenPage, {**own, "noted": self.waiting.folder}),
            (rf"/casecert/alive/{_KERNEL}", Alive),
            (rf"/voila/api/shutdown/{_KERNEL}", ClosedPage),
            (rf"/api/kernels/{_KERNEL}", KernelHandler),
            (rf"/api/kernels/{_KERNEL}/channels", VoilaKernelWebsocketHandler),
            (r"/voila/templates/(lab/static/[\w.-]+)", TemplateStaticFileHandler),
            (rf"{re.escape(_STATIC)}/(.*)", _KeptFile, {"paths": self.static_paths}),
            (r"/voila/labextensions/(.*)", FileFindHandler, {"path": self.labextensions_path}),
            (r".*", Nothing, own),
        ]

    def serve(self, port: int) -> None:
        """Listen, tell it, and answer until a signal or Ctrl-C ends it.

        Raises
        ------
        PortError
            If the port cannot be had.
        """
        listening = listening_socket(port)
        self.port = listening.getsockname()[1]
        try:
            self.config.KernelManager.update(private_transport(self.waiting.folder))
            self.app = Application(**self.init_settings())
            self.app.add_handlers(".*$", self.init_handlers())
            HTTPServer(self.app).add_socket(listening)
            self.ioloop = IOLoop.current()
            self._end_on_request()
            self.ioloop.add_callback(self.on_start)
            self.ioloop.start()
        finally:
            listening.close()
            self._end_kernels()

    def _end_on_request(self) -> None:
        asked = [signal.SIGINT, signal.SIGTERM]
        asked += [] if sys.platform == "win32" else [signal.SIGHUP]
        for number in asked:
            # Whoever ignores one, as nohup does, has decided already.
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, self._handle_signal_stop)

    def _end_kernels(self) -> None:
        manager = getattr(self, "kernel_manager", None)
        if manager is not None:
            self.ioloop.run_sync(lambda: manager.shutdown_all(now=True))


class _KeptFile(MultiStaticFileHandler):  # type: ignore[misc]
    """A file of Voila's front end, which stays the same as long as its address does."""

    def get_cache_time(self, *_: Any) -> int:
        return _KEPT_SECONDS


def dashboards(
    workspace: Path, waiting: Waiting, *, on_start: Callable[["Dashboards"], object]
) -> Dashboards:
    """Make the server for a workspace; `Dashboards.serve` runs it.

    Parameters
    ----------
    workspace
        The folder of the notebooks.
    waiting
        Gives the kernels their processes.
    on_start
        What is done once the server answers.
    """
    server = Dashboards(config=_config(secrets.token_hex(24)))
    server.workspace, server.waiting = workspace, waiting
    server.connection_dir = str(waiting.folder)
    server.on_start = lambda: on_start(server)
    server.initialize(argv=[])
    logging.getLogger("tornado").setLevel(logging.CRITICAL)
    return server


def _config(token: str) -> Config:
    config = Config()
    # Nothing of what lies in the current folder, or in the user's settings, changes the server.
    config.Voila.config_file_paths = []
    config.Voila.ip = HERE
    config.Voila.token = token
    config.Voila.log_level = logging.CRITICAL
    config.Voila.identity_provider_class = IdentityProvider
    config.IdentityProvider.cookie_options = {"samesite": "Strict", "expires_days": None}
    config.VoilaConfiguration.file_allowlist = []
    config.VoilaConfiguration.allow_template_override = "NO"
    config.VoilaConfiguration.allow_theme_override = "NO"
    config.VoilaConfiguration.show_tracebacks = False
    config.VoilaConfiguration.multi_kernel_manager_class = DashboardKernels
    # What colors code; here nobody sees any.
    config.VoilaConfiguration.extension_denylist = ["jupyterlab_pygments"]
    kernels = config.MappingKernelManager
    kernels.kernel_manager_class = "casecert_data.app._kernels.DashboardKernel"
    kernels.cull_idle_timeout = IDLE_SECONDS
    kernels.cull_interval = LOOK_SECONDS
    # Started anew, a kernel would know nothing of its page; the page says so instead.
    config.KernelManager.autorestart = False
    return config


def _headers(port: int) -> dict[str, str]:
    here = f"ws://{HERE}:{port} ws://localhost:{port}"
    policy = {
        "default-src": "'self'",
        # Voila checks settings by functions that it compiles; widgets are modules in blobs.
        "script-src": "'self' 'unsafe-eval' blob:",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self' {here} data: blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{one} {said}" for one, said in policy.items()),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
