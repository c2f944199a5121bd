"""Which renderer makes which format."""

from collections.abc import Sequence

from shared.exports.columns import tables_of
from shared.exports.cover import Cover
from shared.exports.csv_files import CsvRenderer, CsvZipRenderer
from shared.exports.json_file import JsonRenderer
from shared.exports.model import Format, Order
from shared.exports.rendering import Renderer, Sink
from shared.exports.trends import Listed
from shared.exports.xlsx import XlsxRenderer
from shared.reports.definitions import Registry


def open_renderer(
    order: Order,
    cover: Cover,
    sink: Sink,
    definitions: Registry,
    listed: Sequence[Listed] = (),
    earlier: Sequence[Listed] = (),
) -> Renderer:
    """CSV is one file where the types asked for have one table, and a ZIP where they have several, whatever is in them."""
    if order.format is Format.PDF:
        from shared.exports.pdf.renderer import PdfRenderer

        return PdfRenderer(cover, sink, definitions, listed, earlier)
    if order.format is Format.JSON:
        return JsonRenderer(cover, sink, definitions)
    wanted = set(order.wanted.types)
    tables = tables_of([one for one in definitions.all() if not wanted or one.kind in wanted], order.units)
    if order.format is Format.XLSX:
        return XlsxRenderer(cover, tables, sink)
    if len(tables) == 1:
        return CsvRenderer(tables[0], sink, bom=order.bom)
    return CsvZipRenderer(cover, tables, sink, bom=order.bom)
