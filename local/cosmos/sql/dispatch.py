"""WHERE: a filter needs only to know what is true, so a long OR over one path becomes a look-up.

Reading many items at once asks for `(c.id = @a AND c.pk = @b) OR ...` with up to a thousand branches; trying each
on every document would be a thousand times slower than looking up the few that can be true.
"""

from typing import Any, Final

from local.cosmos.sql.compiler import Compiler
from local.cosmos.sql.nodes import Binary, Logical, Member, Name, Node
from local.cosmos.sql.operators import disjunction
from local.cosmos.sql.scope import Evaluate, Row
from local.cosmos.sql.values import UNDEFINED, identity

_WORTH_IT: Final = 8


def compile_filter(node: Node, compiler: Compiler) -> Evaluate:
    """A closure that is true for the same rows as the expression; otherwise it may answer anything but true."""
    if isinstance(node, Logical) and node.operator == "OR" and len(node.terms) >= _WORTH_IT:
        return _compile_or(node, compiler)
    return compiler.compile(node)


def _compile_or(node: Logical, compiler: Compiler) -> Evaluate:
    tests = [dict(_equalities(term, compiler)) for term in node.terms]
    shared = [path for path in tests[0] if all(path in test for test in tests[1:])]
    if not shared:
        return compiler.compile(node)
    table: dict[Any, list[Evaluate]] = {}
    for term, test in zip(node.terms, tests, strict=True):
        table.setdefault(identity(test[shared[0]]), []).append(compiler.compile(term))
    branches = {key: disjunction(terms) for key, terms in table.items()}
    value = compiler.compile(shared[0])

    def evaluate(row: Row) -> Any:
        branch = branches.get(identity(value(row)))
        return UNDEFINED if branch is None else branch(row)

    return evaluate


def _equalities(term: Node, compiler: Compiler) -> list[tuple[Node, Any]]:
    """The `path = constant` comparisons that all have to hold for the term to be true."""
    found: list[tuple[Node, Any]] = []
    for part in term.terms if isinstance(term, Logical) and term.operator == "AND" else (term,):
        if isinstance(part, Binary) and part.operator == "=" and isinstance(part.left, Member | Name):
            constant = compiler.constant(part.right)
            if constant is not None:
                found.append((part.left, constant[0]))
    return found
