"""Words that must be in one person's files alone, and how to find them wherever they hide."""

import html
import io
import json
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from typing import Any

import pdfplumber
import pikepdf

FEWEST_BYTES = 6
"""Shorter forms are met by chance."""


def forms(word: str) -> tuple[bytes, ...]:
    """Give a word in every form in which it could be hidden among bytes."""
    raw = word.encode()
    found = (
        raw,
        word.casefold().encode(),
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
        raw.hex().encode(),
        raw.hex().upper().encode(),
        "".join(f"%{byte:02X}" for byte in raw).encode(),
        json.dumps(word)[1:-1].encode(),
        html.escape(word).encode(),
        *_base64_forms(raw),
    )
    return tuple(one for one in found if len(one) >= FEWEST_BYTES)


def _base64_forms(raw: bytes) -> Iterator[bytes]:
    # It depends on where the word begins; the letters at both ends mix with their neighbors.
    for before in range(3):
        whole = b64encode(b"\0" * before + raw)
        yield whole[4 if before else 0 : len(whole) // 4 * 4 - 4]


def holds(content: bytes, word: str) -> bool:
    """Tell whether content holds a word, in any form and however it is packed."""
    return any(one in layer for layer in layers(content) for one in forms(word))


@cache
def layers(content: bytes) -> tuple[bytes, ...]:
    """Give content as it is, and as a reader of its kind takes it apart."""
    return tuple(_layers(content))


def _layers(content: bytes) -> Iterator[bytes]:
    yield content
    yield content.decode("utf-8", "ignore").casefold().encode()
    if content.startswith(b"%PDF"):
        yield from _layers_of_pdf(content)
    elif content.lstrip().startswith((b"{", b"[")):
        yield "\n".join(strings_in(json.loads(content))).encode("utf-8", "replace")
    elif b"<html" in content[:500]:
        yield html.unescape(content.decode()).encode()


def _layers_of_pdf(content: bytes) -> Iterator[bytes]:
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            text = "".join(char["text"] for char in page.chars)
            yield text.encode()
            yield text.replace("\u200b", "").replace("\u00a0", " ").encode()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                yield _unpacked(one)
            yield "\n".join(strings_of_object(one)).encode()
        yield hidden_in_pdf(pdf).encode()


def _unpacked(stream: Any) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        return bytes(stream.read_raw_bytes())


def hidden_in_pdf(pdf: pikepdf.Pdf) -> str:
    """Give what a PDF says of itself, which no page shows."""
    described = "" if "/Metadata" not in pdf.Root else pdf.Root.Metadata.read_bytes().decode()
    told = [f"{name}: {value}" for name, value in pdf.docinfo.items()]
    return "\n".join([described, *told])


def strings_of_object(one: Any) -> Iterator[str]:
    """Give the strings of a PDF object; indirect ones are visited by themselves."""
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, pikepdf.Array):
        for each in one:
            yield from () if _is_indirect(each) else strings_of_object(each)
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for each in one.values():
            yield from () if _is_indirect(each) else strings_of_object(each)


def _is_indirect(one: Any) -> bool:
    return isinstance(one, pikepdf.Object) and one.is_indirect


def strings_in(value: object) -> Iterator[str]:
    """Give every string of JSON values, names too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield str(name)
            yield from strings_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings_in(one)
    elif value is not None:
        yield str(value)
