"""The built-in functions, by upper-cased name."""

from collections.abc import Mapping
from typing import Final

from local.cosmos.sql.functions import arrays, dates, fulltext, kinds, maths, patterns, text
from local.cosmos.sql.functions.registry import Builtin

BUILTINS: Final[Mapping[str, Builtin]] = {
    builtin.name: builtin
    for module in (arrays, dates, fulltext, kinds, maths, patterns, text)
    for builtin in module.BUILTINS.listed
}
