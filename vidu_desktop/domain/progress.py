"""An honest bar for work whose end can't be known."""


def waiting_fraction(elapsed_s: float, late_s: float) -> float:
    """Estimate in [0, 1) how far a task is. `late_s` is when nine results in ten have come.

    Nine tenths by then, and slower from there on: it never reaches the end before the end is known.
    """
    if elapsed_s <= 0 or late_s <= 0:
        return 0.0
    if elapsed_s <= late_s:
        return 0.9 * elapsed_s / late_s
    return 1 - 0.1 * late_s / elapsed_s
