"""The query language of Cosmos DB for NoSQL: parsed, checked, compiled to closures, run over decoded JSON.

Pure Python without input or output. `parse` and `compile_query` are the way in.
"""

from local.cosmos.sql.compiled import Compiled, OrderPath, Parameter, compile_query, condition
from local.cosmos.sql.errors import SqlError
from local.cosmos.sql.nodes import Query
from local.cosmos.sql.parser import parse
from local.cosmos.sql.plan import compile_rewritten, query_plan
from local.cosmos.sql.prefilters import Prefilter
from local.cosmos.sql.pushdown import TextTerm
from local.cosmos.sql.values import UNDEFINED, compare

__all__ = [
    "UNDEFINED",
    "Compiled",
    "OrderPath",
    "Parameter",
    "Prefilter",
    "Query",
    "SqlError",
    "TextTerm",
    "compare",
    "compile_query",
    "compile_rewritten",
    "condition",
    "parse",
    "query_plan",
]
