"""A workbook as bytes: of casecert, of the day of the data, and without a clock."""

import io
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from casecert_data.catalog import data_version, say

# A zip tells when each part was written, and its clock begins on this day.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


def book_bytes(book: Workbook, title: str) -> bytes:
    """Return a workbook's content; it names casecert as its author, and nobody else.

    openpyxl's own way of writing tells the time; here each part is dated alike, so that equal
    workbooks give equal bytes.

    Examples
    --------
    >>> book_bytes(Workbook(), "Fees")[:2]
    b'PK'
    """
    book.properties.creator = say("product")
    book.properties.title = title
    book.properties.created = book.properties.modified = _day_of_data()
    written, dated = io.BytesIO(), io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).write_data()
    with ZipFile(written) as parts, ZipFile(dated, "w", ZIP_DEFLATED) as archive:
        for part in parts.infolist():
            info = ZipInfo(part.filename, _NO_DAY)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, parts.read(part.filename))
    return dated.getvalue()


def _day_of_data() -> datetime:
    return datetime.strptime(data_version(), "%Y.%m.%d")  # noqa: DTZ007 - a day has no zone
