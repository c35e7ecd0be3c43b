"""Compile a function to machine code, for the few that run millions of times.

What is compiled is kept beside the source file (`__pycache__`), so that only the first run after a change
waits for it. A compiled function lets other threads run meanwhile.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

F = TypeVar("F", bound=Callable[..., object])

# its type hints leave out the options for less wrapping
_vertaal = cast(Any, njit)
_GEWOON = {"cache": True, "nogil": True, "no_cfunc_wrapper": True}


def machinetaal(functie: F) -> F:
    """The same function in machine code, for others in machine code only: that compiles in half the time."""
    return cast(F, _vertaal(**_GEWOON, no_cpython_wrapper=True)(functie))


def ingang(functie: F) -> F:
    """The same function in machine code, for Python. It takes numbers, arrays and tuples of those only."""
    return cast(F, _vertaal(**_GEWOON)(functie))
