"""Views on the wire."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints

from shared.document_types.fields import KEY
from shared.identity.names import Name
from shared.identity.permissions import Role
from shared.kit.http import ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.views.model import View, ViewDraft
from shared.views.query import ViewQuery, read

MAX_COLUMNS = 40

_NAMES = (
    "approved",
    "createdAt",
    "createdBy",
    "current",
    "discipline",
    "fileName",
    "inReview",
    "newest",
    "number",
    "site",
    "sizeBytes",
    "state",
    "status",
    "tags",
    "title",
    "type",
    "updatedAt",
)
Column = Annotated[
    str, StringConstraints(pattern=rf"^(?:{'|'.join(_NAMES)}|field:{KEY.removeprefix('^').removesuffix('$')})$")
]


def _each_once(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(values)) < len(values):
        raise ValueError("must name each once")
    return values


Columns = Annotated[
    tuple[Column, ...],
    Field(max_length=MAX_COLUMNS, description="in their order, `field:key` for a custom field; none: the usual ones"),
    AfterValidator(_each_once),
]
Roles = Annotated[
    tuple[Role, ...],
    Field(max_length=len(Role), description="that see it too; needs the permission to share views"),
    AfterValidator(_each_once),
]


class ViewIn(In):
    name: Name
    query: ViewQuery
    columns: Columns = ()
    roles: Roles = ()

    def to_draft(self) -> ViewDraft:
        return ViewDraft(self.name, self.query.to_stored(), self.columns, self.roles)


class ViewChangeIn(In):
    """What is absent stays as it is; `query`, `columns` and `roles` replace what was there."""

    name: Name | None = None
    query: ViewQuery | None = None
    columns: Columns | None = None
    roles: Roles | None = None

    def to_values(self) -> dict[str, object]:
        values = {name: value for name, value in self if value is not None}
        return {**values, "query": self.query.to_stored()} if self.query is not None else values


class DefaultViewIn(In):
    view_id: Id | None = Field(description="one's own or a shared one; null: none")


class ViewList(ListQuery):
    sort: Literal["name", "-name"] = "name"
    role: Role | None = Field(
        default=None, description="those shared with this role instead; another than one's own needs `views:share`"
    )


class ViewOut(Out):
    id: str
    name: str
    query: ViewQuery = Field(description="as parameters of the list of documents, or with `q` of the search")
    columns: list[str]
    roles: list[Role]
    owner_id: str
    created_at: Moment
    updated_at: Moment
    etag: str

    @classmethod
    def of(cls, view: View) -> Self:
        return cls(**_facts(view))


class ViewReadOut(ViewOut):
    gone: list[str] = Field(
        description="criteria that name what there is not any more, or what you do not see; they find nothing"
    )

    @property
    def says_more(self) -> bool:
        return bool(self.gone)

    @classmethod
    def opened(cls, view: View, gone: list[str]) -> Self:
        return cls(**_facts(view), gone=gone)


class ViewPage(PageOut):
    items: list[ViewOut]
    default_id: str | None = Field(description="the one that opens first, which may be on another page")


def _facts(view: View) -> dict[str, object]:
    query, _ = read(view.query)
    facts = {name: getattr(view, name) for name in ViewOut.model_fields if name != "query"}
    return {**facts, "query": query, "columns": list(view.columns), "roles": list(view.roles)}
