"""Dashboards and notebooks that cannot be opened: their port, or the folder of the copies."""

from casecert_data.errors._casecert_error import CasecertError

_LOWEST_PORT, _HIGHEST_PORT = 1, 65535


class PortError(CasecertError):
    """A port that the server cannot listen on."""

    @classmethod
    def not_a_port(cls, found: str) -> "PortError":
        """Say which numbers a port can have."""
        return cls(
            f"--port: expected a whole number from {_LOWEST_PORT} to {_HIGHEST_PORT}, found "
            f"{found!r}. Name another port, or leave --port out: a free one is chosen then."
        )

    @classmethod
    def taken(cls, port: int) -> "PortError":
        """Say that another program listens there."""
        return cls(
            f"--port {port}: expected a free port, found one that another program uses. "
            "Name another port, or leave --port out: a free one is chosen then."
        )

    @classmethod
    def refused(cls, port: int, reason: str) -> "PortError":
        """Say that the system does not give the port away."""
        return cls(
            f"--port {port}: expected a port that may be used, found: {reason}. "
            "Name a port from 1024 on, or leave --port out: a free one is chosen then."
        )


class WorkspaceError(CasecertError):
    """A folder that cannot hold the user's own copy of the notebooks."""

    @classmethod
    def bad_folder(cls, folder: object, found: str) -> "WorkspaceError":
        """Say that the copies cannot go where they should."""
        return cls(
            f"--workspace {folder}: expected a folder that can be written to, found: {found}. "
            "Name another folder, such as one in your home folder."
        )

    @classmethod
    def installed(cls, folder: object) -> "WorkspaceError":
        """Say that the shipped notebooks are never worked on themselves."""
        return cls(
            f"--workspace {folder}: expected a folder for your own copy of the notebooks, "
            "found one that belongs to casecert itself. Name another folder: what you change "
            "there is kept when casecert is updated."
        )
