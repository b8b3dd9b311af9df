"""Typed rows of what is in ``data/``: tables, sources, codebook, vocabularies, facts, words."""

from casecert_data.catalog._brand import Brand, brand
from casecert_data.catalog._facts import TOPICS, Fact, fact, fact_names, facts
from casecert_data.catalog._fields import Field, field, fields
from casecert_data.catalog._files import parse_toml, read_bytes, read_text, read_toml
from casecert_data.catalog._glossary import Term, Used, glossary, terms_used
from casecert_data.catalog._messages import message_keys, say
from casecert_data.catalog._parsed import parsed_path, parsed_text
from casecert_data.catalog._sources import (
    Source,
    cite_source,
    is_overdue,
    source,
    sources,
    spell_old,
)
from casecert_data.catalog._spelling import (
    as_sentence,
    join_words,
    spell_age,
    spell_date,
    spell_month,
    spell_number,
)
from casecert_data.catalog._tables import (
    Row,
    TableDescription,
    data_version,
    describe_table,
    row_lines,
    rows_where,
    table,
    table_columns,
    table_names,
    table_path,
)
from casecert_data.catalog._vocabularies import (
    Code,
    code_label,
    code_names,
    codes,
    vocabulary_names,
)

__all__ = [
    "TOPICS",
    "Brand",
    "Code",
    "Fact",
    "Field",
    "Row",
    "Source",
    "TableDescription",
    "Term",
    "Used",
    "as_sentence",
    "brand",
    "cite_source",
    "code_label",
    "code_names",
    "codes",
    "data_version",
    "describe_table",
    "fact",
    "fact_names",
    "facts",
    "field",
    "fields",
    "glossary",
    "is_overdue",
    "join_words",
    "message_keys",
    "parse_toml",
    "parsed_path",
    "parsed_text",
    "read_bytes",
    "read_text",
    "read_toml",
    "row_lines",
    "rows_where",
    "say",
    "source",
    "sources",
    "spell_age",
    "spell_date",
    "spell_month",
    "spell_number",
    "spell_old",
    "table",
    "table_columns",
    "table_names",
    "table_path",
    "terms_used",
    "vocabulary_names",
]
