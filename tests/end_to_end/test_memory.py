"""Playing, comparing or scrubbing sixty clips one after the other in the real window, or walking sixty times through a
library, keeps no memory and no thread.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT_DIR = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("act", ["page", "play", "compare", "hover"])
def test_from_the_sixth_to_the_sixtieth_nothing_grows(act: str) -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.soak", "--only", act, "--seed", "1"]

    done = subprocess.run(command, cwd=CHECKOUT_DIR, env=env, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
