"""Write a profile as a TOML file that its owner can read, change and open again."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from casecert_data.catalog import facts, read_text, say
from casecert_data.errors import CasecertError, FileError
from casecert_data.profiles._exact import exact_json
from casecert_data.profiles._read_profile import Profile, read_profile
from casecert_data.profiles._toml import toml_line

_MARK = "# casecert profile"
_ENDING = ".toml"
_UNFINISHED = (".casecert-", ".unfinished")


def write_profile(
    profile: Path | str | Mapping[str, object] | Profile,
    path: Path | str,
    *,
    overwrite: bool = False,
) -> Path:
    """Write a profile that `read_profile` reads back without loss, and return where it lies.

    The facts stand in the order of ``facts.toml``, each under its question. The file is whole
    or not there, and only its owner can read it. Comments of one's own do not outlive a second
    writing.

    Parameters
    ----------
    profile
        What `read_profile` returns, or takes.
    path
        A name that ends with ``.toml``.
    overwrite
        Whether to replace whatever is there. Else only a profile that was written here before
        is replaced, and never that of another ``person_id``.

    Raises
    ------
    ProfileError
        If a value has no form in TOML.
    FileError
        If something else has the name, or the system refuses; then nothing is changed.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = write_profile({"cm_months": "12..18"}, Path(folder) / "me.toml")
    ...     written.read_text("utf-8").splitlines()[-1]
    'cm_months = { at_least = 12, at_most = 18 }'
    """
    read = read_profile(profile)
    content = profile_text(read).encode("utf-8")
    # A link keeps pointing where it does: its target gets the new content.
    target = Path(os.path.realpath(path))
    if target.suffix.casefold() != _ENDING:
        raise FileError.unknown_ending(path, (_ENDING,))
    if target.is_dir():
        raise FileError.folder(path)
    if target.exists() and not overwrite:
        _refuse_others(Path(path), read)
    try:
        _write_whole(target, content)
    except OSError as fault:
        raise FileError.unwritable(path, fault.strerror or type(fault).__name__) from None
    return Path(path)


def profile_text(profile: Profile) -> str:
    """Return the text of a profile's file.

    Raises
    ------
    ProfileError
        If a value has no form in TOML.

    Examples
    --------
    >>> profile_text(read_profile({"license_codes": ["RN"]})).splitlines()[-1]
    'license_codes = ["RN"]'
    """
    lines = [_MARK, *_comment(say("profile_file.head"))]
    for name, one in facts().items():
        value = _stated(profile, name)
        if value is not None:
            lines += ["", *_comment(one.question), toml_line(name, value)]
    if profile.carried:
        lines += ["", *_comment(say("profile_file.carried"))]
    for name, value in profile.carried.items():
        # What is blank is left out, as everywhere.
        if value is not None:
            lines.append(toml_line(name, value))
    for at, ruling in enumerate(profile.rulings):
        lines += ["", *(_comment(say("profile_file.rulings")) if at == 0 else ())]
        parts = ruling.to_json() | {"ruled_on": ruling.ruled_on}
        place = f"rulings[{at}]"
        lines.append("[[rulings]]")
        lines += [toml_line(name, value, place=place) for name, value in parts.items()]
    return "\n".join([*lines, ""])


def _stated(profile: Profile, name: str) -> object:
    if name not in profile.facts:
        return None if facts()[name].is_judged else getattr(profile, name)
    value = exact_json(name, profile.facts[name])
    if not isinstance(value, dict):
        return value
    # An open end has no word in TOML, and is left out, as `read_profile` takes it.
    return {end: number for end, number in value.items() if number is not None}


def _comment(words: str) -> Iterator[str]:
    yield from (f"# {line}" for line in words.splitlines())


def _refuse_others(path: Path, profile: Profile) -> None:
    expected = "nothing there, or a profile that casecert wrote"
    try:
        found = read_profile(path) if read_text(path).startswith(_MARK) else None
    except CasecertError:
        found = None
    if found is None:
        raise FileError.not_overwritten(path, expected, "another file")
    if found.person_id not in {None, profile.person_id}:
        raise FileError.not_overwritten(
            path,
            f"the profile of {profile.person_id!r}",
            f"that of {found.person_id!r}",
        )


def _write_whole(target: Path, content: bytes) -> None:
    # Only a profile that is written needs it, and `casecert check` starts in a moment.
    import tempfile  # noqa: PLC0415

    prefix, suffix = _UNFINISHED
    # The system lets nobody but the owner read a temporary file.
    handle, unfinished = tempfile.mkstemp(prefix=prefix, suffix=suffix, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(unfinished).unlink()
        raise
    with contextlib.suppress(OSError):
        # The name too must outlive a power cut; where folders cannot be opened, so be it.
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
