"""Typed HTTP endpoints: declaration, pipeline, documents."""

from shared.kit.http.api import Api
from shared.kit.http.operation import Answer, Operation
from shared.kit.http.policy import Policy, anonymous
from shared.kit.http.request import Request
from shared.kit.http.schemas import ListQuery, PageOut

__all__ = ["Answer", "Api", "ListQuery", "Operation", "PageOut", "Policy", "Request", "anonymous"]
