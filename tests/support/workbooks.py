"""Workbooks for tests: as openpyxl writes them, and part by part as other programs do."""

import io
from collections.abc import Iterable, Mapping, Sequence
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_KINDS = {
    "/xl/workbook.xml": "sheet.main",
    "/xl/worksheets/sheet1.xml": "worksheet",
    "/xl/styles.xml": "styles",
}
_OVERRIDES = "".join(
    f'<Override PartName="{part}" ContentType="{_KIND}.{kind}+xml"/>'
    for part, kind in _KINDS.items()
)
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="application/xml"/>{_OVERRIDES}</Types>'
)
_FORMATS = "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 9, 164))
_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="00000"/></numFmts><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/></borders>'
    f'<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">{_FORMATS}</cellXfs>'
    "</styleSheet>"
)
DAY, PERCENT, FIVE_DIGITS = 1, 2, 3
"""Styles of cells in a workbook that is written part by part."""


def workbook(
    sheets: Mapping[str, Iterable[Sequence[object]]], *, hidden: Sequence[str] = ()
) -> bytes:
    """Write sheets of rows, by name, with openpyxl."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the content of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def written_by_hand(
    rows: str, *, after: str = "", size: str = "", counts_from_1904: bool = False
) -> bytes:
    """Write a workbook of one sheet, whose rows and what follows them are given as XML."""
    dimension = f'<dimension ref="{size}"/>' if size else ""
    properties = '<workbookPr date1904="1"/>' if counts_from_1904 else ""
    kind = f"{_LINKS}/officeDocument"
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'{relations}<Relationship Id="r1" Type="{kind}" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_LINKS}">{properties}<sheets>'
        '<sheet name="Fall" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{relations}<Relationship Id="r1" '
        f'Type="{_LINKS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
        f'Type="{_LINKS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": _STYLES,
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{dimension}<sheetData>{rows}'
        f"</sheetData>{after}</worksheet>",
    }
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return file.getvalue()


def text_cell(place: str, text: str) -> str:
    """Write a cell of text as XML."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def head_row(*names: str) -> str:
    """Write the first row, of names, as XML."""
    cells = (text_cell(f"{chr(ord('A') + at)}1", name) for at, name in enumerate(names))
    return f'<row r="1">{"".join(cells)}</row>'


def with_changed_part(
    content: bytes, old: bytes, new: bytes, *, part: str = "xl/worksheets/sheet1.xml"
) -> bytes:
    """Change the XML of a part, by default that of the first sheet."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(file, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            after.writestr(name, text.replace(old, new) if name == part else text)
    return file.getvalue()
