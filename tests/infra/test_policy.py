"""What may be deployed. The rules stand beside this file; test_planted_errors.py shows that each of them notices."""

from collections.abc import Callable, Iterator

import pytest

from tests.infra import rules_access, rules_app, rules_options, rules_resources
from tests.infra.infrastructure import Infrastructure

RULES = (*rules_resources.RULES, *rules_access.RULES, *rules_app.RULES, *rules_options.RULES)
INFRASTRUCTURE = Infrastructure()
Rule = Callable[[Infrastructure], Iterator[str]]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_infrastructure_keeps_to_it(rule: Rule) -> None:
    assert list(rule(INFRASTRUCTURE)) == []
