"""The alert rules and the page about monitoring name what `/metrics` tells, and nothing else."""

import re
from typing import Any

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from app.config import ROOT
from app.web.observing import metrics
from app.web.observing.metrics import GAUGES
from tests.web.asking import ask
from tests.web.observing.site import small_site

RULES = ROOT / "deploy" / "alerts.yaml"
PAGE = ROOT / "docs" / "monitoring.md"

NOT_OURS = {"up"}
"""What Prometheus itself knows of whom it asks."""
_NAME = re.compile(r"\b(?:kompass|process)_\w+\b")


def rules() -> list[dict[str, Any]]:
    groups = yaml.safe_load(RULES.read_text(encoding="utf-8"))["groups"]
    return [rule for group in groups for rule in group["rules"]]


def names_in(expression: str) -> set[str]:
    """The metrics of an expression: words that are no label, no function and no value."""
    bare = re.sub(r'"[^"]*"|\[[^]]*\]', "", expression)
    bare = re.sub(r"\b(?:by|without|on|ignoring)\s*\([^)]*\)", "", bare)
    bare = re.sub(r"\{[^}]*\}", "", bare)
    words = set(re.findall(r"\b[a-z_][a-z0-9_]*\b(?!\s*\()", bare))
    return words - {"and", "or", "unless", "by", "bool", "le", "e9"}


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """Every name that is told, with its labels, once all is measured and something was asked."""
    monkeypatch.setattr(metrics, "_gauges", dict.fromkeys(GAUGES, lambda: 1.0))
    site = small_site()
    ask(site, "/kommuner/hemne")
    metrics.database_fault(OSError("down"))
    found: dict[str, set[str]] = {}
    for family in text_string_to_metric_families(ask(site, "/metrics").text):
        for sample in family.samples:
            found.setdefault(sample.name, set()).update(sample.labels)
    return found


def test_every_metric_that_an_alert_names_is_told(told: dict[str, set[str]]) -> None:
    named = {rule["alert"]: names_in(rule["expr"]) - NOT_OURS for rule in rules()}
    assert not {alert: names - set(told) for alert, names in named.items() if names - set(told)}
    assert all(names for alert, names in named.items() if alert != "KompassDown")


def test_every_label_that_an_alert_chooses_by_is_there(told: dict[str, set[str]]) -> None:
    for rule in rules():
        for name, chosen in re.findall(r"(\w+)\{([^}]*)\}", rule["expr"]):
            labels = set(re.findall(r"(\w+)\s*[=!]", chosen)) - {"job"}
            assert name in NOT_OURS or labels <= told[name], rule["alert"]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: str(rule["alert"]))
def test_every_alert_says_what_it_means_and_what_to_do(rule: dict[str, Any]) -> None:
    assert rule["labels"]["severity"] in ("page", "ticket")
    assert set(rule["annotations"]) == {"summary", "action"}
    for sentence in rule["annotations"].values():
        assert len(sentence) > 20
        assert sentence.endswith(".")


def test_the_page_explains_every_number_and_every_alert(told: dict[str, set[str]]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    explained = set(_NAME.findall(page))
    families = {re.sub(r"_(bucket|count|sum)$", "", name) for name in told}
    assert families <= explained
    assert not {name for name in explained if name not in told and name not in families}
    alerts = {rule["alert"] for rule in rules()}
    assert set(re.findall(r"`(Kompass\w+)`", page)) == alerts


def test_there_is_something_to_check_in_an_expression() -> None:
    expression = 'sum by (le) (rate(kompass_a{b="c"}[5m])) / kompass_d > 1e9 and up == 0'
    assert names_in(expression) == {"kompass_a", "kompass_d", "up"}
