"""Names and notes that mean harm, as a roster may hold them, and what a page shows of them."""

import unicodedata

from hypothesis import strategies as st

FIXED = {
    "a picture that runs a script": "Ann <img src=x onerror=alert(1)>",
    "the end of everything": "</style></title></p></svg><script>alert(1)</script>",
    "an attribute": "Ann\" onload=\"alert(1)\" ' onfocus='alert(1)' autofocus='",
    "a link that runs a script": "[Ann](javascript:alert(1)) <a href=javascript:alert(1)>x</a>",
    "a drawing that runs a script": "<svg/onload=alert(1)><use href='data:image/svg+xml,x'/>",
    "a frame": "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "an import": "@import url(https://example.org/x.css); } body{background:url(//x.org)}",
    "entities": "&lt;script&gt; &#60;b&#62; &amp;amp; &quot; &nbsp",
    "Markdown": "# Ann **b** _i_ `c` [x](https://example.org) ![p](https://example.org/p.png)",
    "a diagram": "```mermaid\ngraph TD; A-->B\n```",
    "Jinja": "{{7*7}} {% raw %} {{ self.__init__.__globals__ }} {# gone #} ${7*7} #{7*7}",
    "typst": '#text(red)[x] #panic("x") #eval("1+1") $x^2$ *b* @s1 <s1> // gone /* gone */',
    "LaTeX": r"\input{/etc/passwd} \write18{id} $$\frac{1}{2}$$ \def\a{\a\a}\a % gone",
    "format strings": "{0.__class__.__mro__} %s %(x)s {name!r} %n%n%n",
    "a formula": '=HYPERLINK("https://example.org","Ann")',
    "a command": "=cmd|'/C calc'!A0 `id` $(id) ; rm -rf . & del *",
    "a path": "../../etc/passwd C:\\CON \\\\server\\share %2e%2e%2f",
    "turned direction": "Ann \u202egpj.exe\u202c \u2066x\u2069 \u200fy",
    "controls": "A\x00n\x08n\x1b[31m \x7f\x85 \x9f Lee",
    "line breaks": "Ann\nLee\r\nNg\u2028Oe\u2029Pa\x0bQu",
    "invisible letters": "A\u200bn\ufeffn\u2060 \U000e0041Lee \ufffe\uffff \ufdd0",
    "a word without end": "W" * 500,
    "many marks on one letter": "Z" + "\u0301\u0327" * 60,
    "text that a database knows": "Robert'); DROP TABLE students;--",
    "a notebook's magic": "%%bash id !id ?Ann get_ipython().system('id')",
    "XML": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a; <![CDATA[x]]> <?php ?>',
}
"""What it is → the text."""

ONLY_IN_HTML = {
    "names without glyphs": "李小龍 🙂 \u0646\u062c\u0648\u0649 \u05e9\u05dc\u05d5\u05dd",
    "a hundred thousand letters": "Wa" * 50_000,
}
"""Texts for which the typeface that comes along has no letters, or paper no room."""

IDS = (
    *("../x", "..", "CON", "nul.txt", "a", "A", "ä", "a\u0308", '=HYPERLINK("x")', "x\x00y"),
    *("<b>", "a/b", "a\\b", "{x}", "-rf", "~", "%2e", " .hidden", "p" * 3000, "p" * 2999 + "q"),
    *("#", "'; --", "\u202ex", "li\nne", "COM1", "index", "manifest"),
)
"""Pseudonyms that no file could be called by."""

_DIRECTION = {
    "\u200e",
    "\u200f",
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
}
_INVISIBLE = {"\u200b", "\u2060", "\ufeff", *map(chr, range(0xFFF9, 0xFFFC))}
_TAGS = set(map(chr, range(0xE0000, 0xE0080)))


def shown(text: str) -> str:
    """Give what a page shows of a text: all that can be seen, in the order in which it is.

    Controls and marks that turn the direction of reading go; a break of a line is a blank, and
    what is no character at all is shown as one that is not known.
    """
    letters = []
    for letter in text:
        point, kind = ord(letter), unicodedata.category(letter)
        if letter in "\t\n\v\f\r\x85\u2028\u2029":
            letters.append(" ")
        elif kind == "Cs" or 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE:
            letters.append("\N{REPLACEMENT CHARACTER}")
        elif kind != "Cc" and letter not in _DIRECTION | _INVISIBLE | _TAGS:
            letters.append(letter)
    return " ".join("".join(letters).split())


def hostile_texts() -> st.SearchStrategy[str]:
    """Make texts of pieces that mean harm and of any letters there are."""
    pieces = [word for text in FIXED.values() for word in (text, *text.split())]
    letters = st.characters(exclude_categories=["Cs"])
    piece = st.sampled_from(sorted(set(pieces))) | st.text(letters, max_size=8)
    whole = st.lists(piece, min_size=1, max_size=6).map("".join)
    return whole.map(lambda text: f"x{text[:400]}x")
