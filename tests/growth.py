"""How the work of reading a text grows with its length: counted, not timed, so that no machine is too slow for it.

What a regular expression goes back and forth is no call and is not counted: a text of a hundred thousand signs that is
read takes minutes where one is squared, which the duration of the suite tells.
"""

import sys
from collections.abc import Callable


def work_of(act: Callable[[], object]) -> int:
    """How many functions are called while something is done, Python's own among them."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return count


def grows_with_length(read: Callable[[str], object], text: Callable[[int], str], least: int) -> bool:
    """Whether a text four times as long takes no more than some five times the work: sixteen times it would be squared.

    `text` makes one of a number of repetitions, of which there are `least` and four times as many. What is remembered
    of the words is read before.
    """
    short, long = text(least), text(4 * least)
    read(long)
    return work_of(lambda: read(long)) <= 5.5 * work_of(lambda: read(short)) + 1_000
