"""What-if: the whole answer for the sample region, as a page gives it, from what a decision keeps."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import case, spent

SAMPLE = Path(__file__).resolve().parents[1] / "examples" / "kebumen-2021"
TURNS = 20


@case("what_if", asks="the answer to other ceilings and weights for 4,560 proposals in under 1 s")
def what_if() -> None:
    from selaras.forum import deciding
    from selaras.forum.what_if import ask, pack, unpack

    inputs = _sample_inputs()
    with spent() as packing:
        data = pack(inputs, deciding.allocate(inputs))
    ceilings, criteria = inputs["ceilings"], inputs["criteria"]
    flipped = 0
    with spent() as asking:
        for turn in range(TURNS):
            row = ceilings[turn * 5 % len(ceilings)]
            answer = ask(unpack(data), {row["id"]: row["amount"] * (90 + turn) // 100}, {criteria[0]["key"]: 20 + turn})
            flipped = max(flipped, answer.flipped)
    print(f"{len(inputs['proposals']):,} proposals, {len(ceilings)} ceilings, {len(criteria)} criteria")
    print(f"packed once at the decision: {packing.cpu:.2f} CPU s with the allocation, {len(data):,} bytes")
    print(
        f"one question, unpacking included: {asking.cpu / TURNS * 1000:.0f} ms CPU, {asking.wall / TURNS * 1000:.0f} ms"
    )
    print(f"at most {flipped:,} proposals flipped")


def _sample_inputs() -> dict[str, Any]:
    """The inputs of the sample's decision, from its own decision.json."""
    with tempfile.TemporaryDirectory(prefix="selaras-bench-") as home:
        command = ["/usr/bin/env", f"SELARAS_HOME={home}", sys.executable, "-m", "selaras"]
        out = f"{home}/hasil"
        subprocess.run([*command, "forum", "run", str(SAMPLE), "--out", out], capture_output=True, check=True)
        inputs: dict[str, Any] = json.loads(Path(out, "decision.json").read_bytes())["inputs"]
        return inputs
