"""spopt in a process of its own: problem as JSON in, CPU seconds (imports not counted) and people reached out."""

from __future__ import annotations

import json
import sys
import time

import numpy as np


def main(sites: int) -> None:
    import pulp
    from spopt.locate import MCLP

    given = json.load(sys.stdin)
    people, reach = np.array(given["people"]), np.array(given["reach"])
    solver = pulp.HiGHS(msg=False) if pulp.HiGHS().available() else pulp.PULP_CBC_CMD(msg=False)
    before = time.process_time()
    # its distances are 0 where a site reaches and 1 where it does not
    model = MCLP.from_cost_matrix(1 - reach, people, service_radius=0.5, p_facilities=sites).solve(solver)
    cpu = time.process_time() - before
    served = [bool(each) for each in model.cli2fac]
    print(json.dumps({"cpu": cpu, "people": int(people[served].sum())}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
