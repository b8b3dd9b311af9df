"""All rules as they were read by hand, by certification and edition."""

from oracle import read_by_hand, read_caveats_by_hand, read_further_by_hand
from oracle.read_by_hand import RuleId

CRITERIA: dict[RuleId, dict[str, tuple[str, str, object]]] = {
    **read_by_hand.CRITERIA,
    **{(one, "issuer"): asked for one, asked in read_further_by_hand.CRITERIA.items()},
    **{(one, "issuer"): asked for one, asked in read_caveats_by_hand.CRITERIA.items()},
}
"""Fact, comparison and value of each criterion, in the order of the rule."""

SHAPES: dict[RuleId, str] = {
    **read_by_hand.SHAPES,
    **{(one, "issuer"): joined for one, joined in read_further_by_hand.SHAPES.items()},
    **{(one, "issuer"): joined for one, joined in read_caveats_by_hand.SHAPES.items()},
}
"""How they join: & asks for all, | for any one."""

NEEDS = {
    **read_by_hand.NEEDS,
    "cmac": ["background", "work"],
    "cdms": ["background", "work"],
    "cmc": ["background", "work", "kind_of_work", "clients"],
    "cmcn": ["background", "education"],
    "crc": ["preparation"],
    "cbis": ["education", "work"],
    "hs_bcp": ["background", "work"],
    "c_swcm": ["background", "work", "license_or_exam"],
    "c_aswcm": ["background", "work", "education", "license_or_exam"],
}
"""What is asked for together; the first says who may apply at all."""

REFUSES_NOBODY = ("crc",)
"""Nothing of it stands on a page of the issuer that holds today."""
