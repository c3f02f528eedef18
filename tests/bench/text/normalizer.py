"""Questions by line in, answers and times out: as tools/bench answers, but by hazm's Normalizer.

`version` is answered by hazm's, `task NAME COUNT` and `round NAME PASSES` as in tools/bench/src/main.rs.
"""

import sys
import time
from importlib.metadata import version

from hazm import Normalizer

normalize = Normalizer().normalize
tasks = {}


def answer(kind, name="", count="0"):
    if kind == "version":
        return version("hazm")
    if kind == "task":
        tasks[name] = [sys.stdin.readline().rstrip("\n") for _ in range(int(count))]
        return "\n".join(normalize(sentence).replace("\n", " ") for sentence in tasks[name])
    begun = time.perf_counter_ns()
    for _ in range(int(count)):
        for sentence in tasks[name]:
            normalize(sentence)
    return time.perf_counter_ns() - begun


# Not `for line in sys.stdin`, which reads ahead of what a task reads itself.
for question in iter(sys.stdin.readline, ""):
    print(answer(*question.split()), flush=True)
