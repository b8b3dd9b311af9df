"""How hard a text is to read: the grade of Flesch and Kincaid, counted here."""

import re
from collections.abc import Iterable

_SENTENCE_ENDS = re.compile(r"[.!?]+(?=\s|$)")
_WORD = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
# Where a rule of thumb for English is wrong on words that pages use often.
_SYLLABLES = {
    "area": 3,
    "being": 2,
    "clients": 2,
    "does": 1,
    "done": 1,
    "experience": 4,
    "licensed": 2,
    "nurses": 2,
    "people": 2,
    "references": 3,
    "science": 2,
    "social": 2,
    "someone": 2,
    "years": 1,
}


def reading_grade(sentences: Iterable[str]) -> float:
    """Return the school grade at which these sentences are read with ease.

    Examples
    --------
    >>> reading_grade(["The cat sat on the mat."]) < 1
    True
    >>> reading_grade(["Institutional accreditation necessitates documentation."]) > 12
    True
    """
    parts = [
        part for one in sentences for part in _SENTENCE_ENDS.split(one) if _WORD.search(part)
    ]
    words = [word for part in parts for word in _WORD.findall(part)]
    per_sentence = len(words) / len(parts)
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def syllables(word: str) -> int:
    """Count the syllables of an English word, by its groups of vowels.

    Examples
    --------
    >>> [syllables(word) for word in ("a", "nurse", "license", "management", "asked", "table")]
    [1, 1, 2, 3, 1, 2]
    """
    small = re.sub(r"['\u2019]\w*$", "", word.lower())
    if small in _SYLLABLES:
        return _SYLLABLES[small]
    groups = len(_VOWELS.findall(small))
    # A last e is silent, except after a consonant and l; mostly so in -es, -ed and -ement.
    if re.search(r"[^aeiouy]e$", small) and not re.search(r"[^aeiouy]le$", small):
        groups -= 1
    if re.search(r"[^aeiouytd]ed$|[^aeiouyscxzg]es$", small) and not small.endswith("les"):
        groups -= 1
    if re.search(r"[^aeiouy]e(?:ment|ly|ful|less|ness)s?$", small):
        groups -= 1
    return max(groups, 1)
