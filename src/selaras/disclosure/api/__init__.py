"""The openness room as plain JSON, for an app of a village: reading for everybody, asking and following for who asks.

The desk works on its pages: no account signs in here.
"""

from ninja import Router

from selaras.disclosure.api import acting, answers, asking, bodies, figures, following, items, rules

router = Router(tags=["information"])
for part in (bodies, items, answers, figures, rules, asking, following, acting):
    router.add_router("", part.router)
