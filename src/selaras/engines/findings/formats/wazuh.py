"""Wazuh, in JSON: answers of its API up to 4.7, documents of its index since 4.8, and lines of alerts.

One finding per vulnerability of a package on an agent; what Wazuh calls solved or obsolete is set aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.addresses import is_ip
from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import Fields, fields, first_text, objects
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.severities import by_score, by_word, score_of
from selaras.engines.findings.wording import plain, prose

_GONE = {"solved", "obsolete", "pending removal"}


def is_wazuh(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    data, hits = value.get("data"), value.get("hits")
    if isinstance(data, dict) and _lists_weaknesses(data):
        return True
    if isinstance(hits, dict) and isinstance(hits.get("hits"), list):
        return not hits["hits"] or any(_is_document(_source_of(hit)) for hit in hits["hits"])
    return _is_document(_source_of(value)) or {"agent", "rule", "manager"} <= value.keys()


def _lists_weaknesses(data: Fields) -> bool:
    """Lists of agents, packages and groups have the same outside."""
    items = data.get("affected_items", 0)
    return items is None or (isinstance(items, list) and (not items or _names_one(items[0])))


def _names_one(item: Any) -> bool:
    return isinstance(item, dict) and "cve" in item


def _source_of(value: Any) -> Any:
    return value.get("_source", value) if isinstance(value, dict) else None


def _is_document(value: Any) -> bool:
    return isinstance(value, dict) and bool({"agent", "wazuh"} & value.keys()) and isinstance(_weakness(value), dict)


def _weakness(told: Fields) -> Any:
    """What a document of the index says of a weakness, or an alert; other alerts and inventories say nothing."""
    data = told.get("data")
    return told.get("vulnerability") or (data.get("vulnerability") if isinstance(data, dict) else None)


def read_wazuh(values: Iterator[Any]) -> Draft:
    draft = Draft("wazuh", "Wazuh")
    for value in values:
        answer = fields(value, "jawaban Wazuh")
        data, hits = answer.get("data"), answer.get("hits")
        if isinstance(data, dict) and "affected_items" in data:
            _answer(draft, data)
        elif isinstance(hits, dict):
            for hit in objects(hits.get("hits"), "hits"):
                _document(draft, fields(_source_of(hit), "_source"))
        else:
            _document(draft, fields(_source_of(answer), "_source"))
    return draft


def _answer(draft: Draft, data: Fields) -> None:
    for item in objects(data.get("affected_items"), "affected_items"):
        _item(draft, item)
    for failed in objects(data.get("failed_items"), "failed_items"):
        draft.doubt(f"Wazuh tidak menjawab tentang agen {plain(failed.get('id'))}; temuannya tidak ada di sini.")


def _host(draft: Draft, name: str, address: str) -> str:
    return draft.host(name or address, *((address,) if is_ip(address) else ()))


def _item(draft: Draft, item: Fields) -> None:
    score = score_of(item.get("cvss3_score")) or score_of(item.get("cvss2_score"))
    status = first_text(item, "status")
    cve, package = first_text(item, "cve"), first_text(item, "name")
    draft.finding(
        cve,
        first_text(item, "title") or f"{cve} {package}",
        severity=by_word(item.get("severity")),
        cves=cves_in(cve),
        score=score,
        host=_host(draft, first_text(item, "agent_name", "agent_id"), first_text(item, "agent_ip")),
        component=package,
        version=first_text(item, "version"),
        description=first_text(item, "condition"),
        evidence=plain(item.get("external_references"), 2_000),
        first_seen=moment(item.get("detection_time")),
        status="resolved" if status.lower() in _GONE else "open",
    )


def _document(draft: Draft, told: Fields) -> None:
    known = fields(_weakness(told), "vulnerability")
    if not known:
        return
    agent = fields(told.get("agent") or fields(told.get("wazuh"), "wazuh").get("agent"), "agent")  # there since 5.0
    package = fields(told.get("package") or known.get("package"), "package")
    score = _score(known)
    name = first_text(known, "id", "cve")
    status = first_text(known, "status").lower()
    draft.finding(
        name,
        first_text(known, "title") or f"{name} {first_text(package, 'name')}".strip(),
        severity=by_word(known.get("severity")) if known.get("severity") else by_score(score),
        cves=cves_in(name),
        cwes=cwes_in(known.get("cwe_reference")),
        score=score,
        host=_host(draft, first_text(agent, "name", "id"), first_text(agent, "ip")),
        component=first_text(package, "name"),
        version=first_text(package, "version"),
        description=prose(known.get("description") or known.get("rationale")),
        evidence=first_text(known, "reference", limit=2_000),
        first_seen=moment(known.get("detected_at") or told.get("timestamp")),
        status="resolved" if status in _GONE else "open",
    )


def _score(known: Fields) -> float | None:
    direct = known.get("score")
    if isinstance(direct, dict):
        return score_of(direct.get("base"))
    judged = known.get("cvss")
    for version in ("cvss3", "cvss2"):
        scores = judged.get(version) if isinstance(judged, dict) else None
        if isinstance(scores, dict) and (found := score_of(scores.get("base_score"))):
            return found
    return None
