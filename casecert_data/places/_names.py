"""The names of states and territories, as a sentence needs them."""

from casecert_data.catalog import code_label, code_names, message_keys, say
from casecert_data.errors import UnknownNameError

_STATES = "state_code"


def check_state(state_code: str) -> str:
    """Return the code of a state or territory that there is.

    Raises
    ------
    UnknownNameError
        If there is none with this code; the message names the nearest.

    Examples
    --------
    >>> check_state("MI")
    'MI'
    """
    if state_code not in code_names(_STATES):
        raise UnknownNameError.among("state or territory", state_code, code_names(_STATES))
    return state_code


def place_name(state_code: str) -> str:
    """Return what a state or territory is called inside a sentence.

    Examples
    --------
    >>> place_name("MI"), place_name("DC")
    ('Michigan', 'the District of Columbia')
    """
    if f"place.inside.{check_state(state_code)}" in message_keys():
        return say(f"place.inside.{state_code}")
    return code_label(_STATES, state_code)
