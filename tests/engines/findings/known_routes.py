"""The routes that the example models of other tools are known for, written by looking at the models. Systems by name.

`drawn` is the way that the tool's own figure, proof or text shows; `best` the one that Selaras holds most probable,
where that is another one, and `because` names the differences (keys of `DIFFERENCES`) that put it ahead.
"""

from __future__ import annotations

from typing import NamedTuple


class KnownRoute(NamedTuple):
    file: str
    core: str
    drawn: tuple[str, ...]
    best: tuple[str, ...] = ()
    because: tuple[str, ...] = ()

    @property
    def ahead(self) -> tuple[str, ...]:
        return self.best or self.drawn


_DEV, _JENKINS = "External Development Client", "Jenkins Build Server"
_CUSTOMER, _BALANCER, _WEB = "Customer Web Client", "Load Balancer", "Apache Webserver"
_ERP, _BASE = "Backoffice ERP System", "Customer Contract Database"
_AHEAD = ("protocols", "runtimes")
KNOWN = (
    # Ou, Govindavajhala, Appel (2005): the web server by its flaw, the shared binaries, the user who runs them.
    KnownRoute(
        "mulval/3host_input.P", "workStation", ("internet", "webServer", "fileServer", "workStation")
    ),
    # Request, Insert.
    KnownRoute("pytm/input.json", "SQL Database", ("User", "Web Server", "SQL Database")),
    # Customer Traffic.
    KnownRoute("threagile/threagile.yaml", _BALANCER, (_CUSTOMER, _BALANCER)),
    # Customer Traffic, Web Application Traffic, ERP System Traffic (and Database Traffic). Ahead stands the build
    # server: it keeps a key of the web server (ssh), which runs on one virtualization with the ERP and its database.
    KnownRoute(
        "threagile/threagile.yaml", _ERP, (_CUSTOMER, _BALANCER, _WEB, _ERP), (_DEV, _JENKINS, _WEB, _ERP), _AHEAD
    ),
    KnownRoute(
        "threagile/threagile.yaml",
        _BASE,
        (_CUSTOMER, _BALANCER, _WEB, _ERP, _BASE),
        (_DEV, _JENKINS, _WEB, _BASE),
        _AHEAD,
    ),
)  # fmt: skip
DIFFERING = {
    "mulval/3host_input.P": {
        "likelihoods": 0, "footholds": 1, "worths": 1, "privileges": 2, "reach": 5, "flaws": 2, "exports": 2,
        "mounts": 1,
    },
    "pytm/input.json": {
        "likelihoods": 0, "footholds": 1, "worths": 1, "roles": 2, "flows": 2, "answers": 2, "boundaries": 2, "data": 1,
    },
    "threagile/threagile.yaml": {
        "likelihoods": 0, "footholds": 2, "worths": 3, "protocols": 7, "protections": 7, "unauthenticated": 2,
        "boundaries": 5, "identity": 4, "runtimes": 1, "out_of_scope": 4, "risks": 8,
    },
}  # fmt: skip
