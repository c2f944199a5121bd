"""What is in the demo files, made in code: the same chance gives the same bytes."""

import io
import json
import random
import struct
import zipfile
import zlib
from datetime import date, timedelta

FIRST_DAY = date(2026, 1, 1)
NOTES = """Toolbox talk: working at height
- Harness inspected before use, lanyard above shoulder height
- Drop zone barricaded, 2 m radius for every 10 m of height
- 3/4" shackles only with a valid certificate; temperature today -4 °C, ice on grating
"""


def pdf(lines: list[str]) -> bytes:
    """One page of text, with a correct cross-reference table."""
    text = (
        b"BT /F1 18 Tf 72 760 Td 24 TL " + b" ".join(b"(%s) Tj T*" % line.encode("latin-1") for line in lines) + b" ET"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def production(chance: random.Random, days: int) -> bytes:
    """Daily volumes; a missing gauge is an empty cell, not a zero."""
    rows = ["well,date,hours_on_stream,oil_sm3,gas_sm3,water_sm3,downhole_pressure_bar"]
    for day in range(days):
        for well, rate in (("DE-7", 410.0), ("DE-12", 655.0)):
            oil = rate * chance.uniform(0.9, 1.05)
            gauge = "" if chance.random() < 0.3 else f"{chance.uniform(228, 236):.1f}"
            when = FIRST_DAY + timedelta(days=day)
            rows.append(f"{well},{when},24.0,{oil:.1f},{oil * 142:.0f},{oil * 0.31:.1f},{gauge}")
    return ("\r\n".join(rows) + "\r\n").encode()


def las(chance: random.Random) -> bytes:
    """A LAS 2.0 log: depth in metres, gamma ray in API units."""
    header = """~VERSION INFORMATION
 VERS.   2.0 : CWLS LOG ASCII STANDARD - VERSION 2.0
 WRAP.    NO : ONE LINE PER DEPTH STEP
~WELL INFORMATION
 STRT.M  1500.0 :
 STOP.M  1599.5 :
 STEP.M     0.5 :
 NULL.  -999.25 :
 WELL.    DE-12 : WELL
~CURVE INFORMATION
 DEPT.M    : DEPTH
 GR  .GAPI : GAMMA RAY
~ASCII
"""
    rows = [f"{1500 + step / 2:8.1f} {60 + 40 * chance.random():9.3f}" for step in range(200)]
    return (header + "\n".join(rows) + "\n").encode()


def png(width: int, height: int) -> bytes:
    """A plain drawing: a grid on a light ground."""
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            line = x % 40 == 0 or y % 40 == 0
            rows += bytes((150, 165, 180) if line else (240, 243, 246))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(rows), 9))
        + chunk(b"IEND", b"")
    )


def xlsx(chance: random.Random) -> bytes:
    """A workbook of one sheet, with inline strings."""
    rows = [("Tag", "Type", "SWL t", "Certificate")]
    rows += [
        (f"LE-{n:03}", chance.choice(("shackle", "sling", "hoist")), str(chance.choice((2, 4, 10))), f"C-{n * 17}")
        for n in range(1, 31)
    ]
    cells = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Register" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + body)
    return out.getvalue()


def _cell(value: str) -> str:
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'


def mud_report(chance: random.Random) -> bytes:
    report = {
        "well": "DE-12", "reportNumber": 142, "densityGcm3": round(chance.uniform(1.2, 1.4), 2), "plasticViscosityCp": 18,
        "yieldPointPa": 7.5, "ph": 9.6, "chlorideMgL": 31_000,
    }  # fmt: skip
    return json.dumps(report, indent=2).encode()
