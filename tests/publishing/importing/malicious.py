"""Files that mean harm, into a folder: `python -m tests.publishing.importing.malicious DIR`.

Each is made to fill a machine, to fetch or to run something, or to be taken for what it is not.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from app.config import ROOT
from tests.publishing.importing import books

MEGABYTE = 1_000_000
HEMNE = ROOT / "seed" / "evaluations" / "hemne-2018.json"


def hemne() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(HEMNE.read_text(encoding="utf-8"))
    return found


def zip_bomb() -> bytes:
    """Some 400 MB in less than half a megabyte."""
    rows = b"<row>" + b"<c><v>0</v></c>" * (400 * MEGABYTE // 15) + b"</row>"
    return books.packed(books.parts() | {"xl/worksheets/sheet1.xml": rows})


def nested_zip() -> bytes:
    """A packed file of packed files of packed files."""
    inner = books.packed({"a.csv": b"0" * (50 * MEGABYTE)})
    for _ in range(3):
        inner = books.packed({f"{n}.zip": inner for n in range(10)})
    return inner


def nested_workbook() -> bytes:
    return books.packed(books.parts(ONE) | {"xl/embeddings/package.zip": nested_zip()})


ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def formulas(formula: str, saved: str = "<v>39</v>") -> bytes:
    """A table of areas whose points are worked out."""
    head = text_row(1, "Område", "Poeng")
    rows = "".join(
        f'<row r="{n + 1}">{text(f"A{n + 1}", f"Område {n}")}'
        f'<c r="B{n + 1}"><f>{formula}</f>{saved}</c></row>'
        for n in range(1, 9)
    )
    return books.packed(books.parts(head + rows))


def text(at: str, said: str) -> str:
    return f'<c r="{at}" t="inlineStr"><is><t>{said}</t></is></c>'


def text_row(row: int, *said: str) -> str:
    cells = "".join(text(f"{chr(65 + n)}{row}", one) for n, one in enumerate(said))
    return f'<row r="{row}">{cells}</row>'


def external_link() -> bytes:
    link = (
        f'<externalLink xmlns="{books.MAIN}" xmlns:r="{books.RELATIONS}">'
        '<externalBook r:id="rId1"/></externalLink>'
    )
    target = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{books.RELATIONS}/externalLinkPath" '
        'Target="http://127.0.0.1:9/steal" TargetMode="External"/></Relationships>'
    )
    return books.packed(
        books.parts(ONE)
        | {
            "xl/externalLinks/externalLink1.xml": link,
            "xl/externalLinks/_rels/externalLink1.xml.rels": target,
        }
    )


def external_image() -> bytes:
    """A relationship to elsewhere beside a sheet."""
    target = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{books.RELATIONS}/image" '
        'Target="http://127.0.0.1:9/steal.png" TargetMode="External"/></Relationships>'
    )
    return books.packed(books.parts(ONE) | {"xl/worksheets/_rels/sheet1.xml.rels": target})


def entity_expansion(part: str) -> bytes:
    """A billion laughs."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    parts = books.parts(text_row(1, "&l9;"))
    parts[part] = f"<!DOCTYPE a [{laughs}]>{parts[part]}"
    return books.packed(parts)


def entity_in_utf16() -> bytes:
    """The same in letters of two bytes, which a search for `<!DOCTYPE` does not see."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    parts: dict[str, str | bytes] = dict(books.parts(text_row(1, "&l9;")))
    sheet = str(parts["xl/worksheets/sheet1.xml"])
    written = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [{laughs}]>{sheet}'
    parts["xl/worksheets/sheet1.xml"] = written.encode("utf-16")
    return books.packed(parts)


def long_attribute() -> bytes:
    """One attribute of 90 MB."""
    rows = f'<row r="1" a="{"x" * (90 * MEGABYTE)}"><c r="A1"><v>1</v></c></row>'
    return books.packed(books.parts(rows))


def deep_xml() -> bytes:
    return books.packed(books.parts("<row>" * 1_000_000))


def empty_styled_rows() -> bytes:
    """A million rows in which nothing stands, but for their look."""
    rows = "".join(f'<row r="{n}" s="1"><c r="A{n}" s="1"/></row>' for n in range(1, 1_000_001))
    return books.packed(books.parts(rows))


def wide() -> bytes:
    cells = "".join(f"<c><v>{n}</v></c>" for n in range(16_000))
    return books.packed(books.parts(f'<row r="1">{cells}</row>'))


def wide_styled() -> bytes:
    """The same with nothing in the cells, row after row."""
    row = "<row>" + '<c s="1"/>' * 16_000 + "</row>"
    return books.packed(books.parts(row * 100))


def many_strings() -> bytes:
    """Shared strings that no cell uses."""
    strings = "".join(f"<si><t>{n}</t></si>" for n in range(1_000_000))
    shared = f'<sst xmlns="{books.MAIN}">{strings}</sst>'
    return books.packed(books.parts(ONE) | {"xl/sharedStrings.xml": shared})


def one_string_everywhere() -> bytes:
    """One long string, and a hundred thousand cells that have it."""
    shared = f'<sst xmlns="{books.MAIN}"><si><t>{"x" * 30_000}</t></si></sst>'
    row = "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"
    return books.packed(books.parts(row * 1_000) | {"xl/sharedStrings.xml": shared})


def merged_everywhere() -> bytes:
    sheet = books.sheet(ONE, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    return books.packed(books.parts() | {"xl/worksheets/sheet1.xml": sheet})


def looping_sheets() -> bytes:
    """A hundred sheets that are the same part."""
    one = '<sheet name="Ark%d" sheetId="%d" r:id="rId1"/>'
    many = "".join(one % (n, n) for n in range(1, 150))
    book = books.BOOK.replace('<sheet name="Ark" sheetId="1" r:id="rId1"/>', many)
    rows = "".join(f"<row>{'<c><v>1</v></c>' * 100}</row>" for _ in range(100))
    return books.packed(books.parts(rows) | {"xl/workbook.xml": book})


def areas_everywhere() -> bytes:
    """A cell in every place that looks like the name of an area: many possible tables."""
    row = "".join(text_row(1, *["Område 1", "39"] * 12))
    return books.packed(books.parts(row.replace('r="1"', "").replace(' r="A1"', "") * 5_000))


def deep_json(opening: bytes, closing: bytes) -> bytes:
    return opening * 100_000 + closing * 100_000


def deep_and_wide(depth: int = 900, count: int = 1_000_000) -> bytes:
    """Many values, each at the end of a long way."""
    return b"[" * depth + b"1" + b",1" * count + b"]" * depth


def json_numbers(number: str) -> bytes:
    document = hemne()
    document["total"] = "HERE"
    return json.dumps(document).replace('"HERE"', number).encode()


def names(count: int) -> bytes:
    return b'[{"a":{' + b",".join(b'"n%d":1' % n for n in range(count)) + b"}}]"


def duplicate_keys() -> bytes:
    said = json.dumps(hemne())
    return ('{"municipality": "oslo", ' + said[1:]).encode()


def many_documents() -> bytes:
    """Two hundred thousand tiny objects."""
    return b"[" + b",".join([b"{}"] * 5_000_000) + b"]"


def quotes() -> bytes:
    return b'Omr\xc3\xa5de;Poeng\n"' + b"1;39\n" * 3_000_000


def dde() -> bytes:
    """What a spreadsheet would run, where it were written to one."""
    said = "=cmd|'/C calc'!A0"
    return f"Område;Poeng\n{said};39\n@SUM(1+1);37\n+1+cmd|'/C calc'!A0;77\n".encode()


def catastrophic(piece: str) -> bytes:
    """A line that an expression could go back over for ever."""
    return (piece * (900_000 // len(piece))).encode() + b"!\n"


FILES: dict[str, Callable[[], bytes]] = {
    "zip-bomb.xlsx": zip_bomb,
    "nested.zip": nested_zip,
    "nested.xlsx": nested_workbook,
    "external-link.xlsx": external_link,
    "external-image.xlsx": external_image,
    "formulas.xlsx": lambda: formulas("39"),
    "formulas-unsaved.xlsx": lambda: formulas("SUM(1,2)", ""),
    "webservice.xlsx": lambda: formulas("WEBSERVICE(&quot;http://127.0.0.1:9/&quot;)"),
    "dde.xlsx": lambda: formulas("cmd|&apos;/C calc&apos;!A0"),
    "dde.csv": dde,
    "laughs-sheet.xlsx": lambda: entity_expansion("xl/worksheets/sheet1.xml"),
    "laughs-book.xlsx": lambda: entity_expansion("xl/workbook.xml"),
    "laughs-utf16.xlsx": entity_in_utf16,
    "long-attribute.xlsx": long_attribute,
    "deep.xlsx": deep_xml,
    "huge.xlsx": lambda: b"PK\x03\x04" + b"\0" * (200 * MEGABYTE),
    "huge.csv": lambda: b"1;39\n" * (40 * MEGABYTE),
    "largest.csv": lambda: b"1;39\n" * 3_990_000,
    "pdf.xlsx": lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 100_000,
    "html.csv": lambda: b"<!DOCTYPE html><table>" + b"<tr><td>1<td>39" * 50_000,
    "html-late.csv": lambda: b"\n\n  <table>" + b"<tr><td>1<td>39\n" * 50_000,
    "empty-rows.xlsx": empty_styled_rows,
    "wide.xlsx": wide,
    "wide-styled.xlsx": wide_styled,
    "many-strings.xlsx": many_strings,
    "one-string.xlsx": one_string_everywhere,
    "merged.xlsx": merged_everywhere,
    "same-sheets.xlsx": looping_sheets,
    "areas-everywhere.xlsx": areas_everywhere,
    "one-line.csv": lambda: b"1;" * (25 * MEGABYTE),
    "one-line-19.csv": lambda: b"1;" * 9_900_000,
    "one-line-19.txt": lambda: b"x " * 9_900_000,
    "quotes.csv": quotes,
    "many-lines.txt": lambda: b"1 Demokrati 39\n" * 150_000,
    "digits.txt": lambda: catastrophic("1"),
    "spaces.txt": lambda: catastrophic(" "),
    "words.txt": lambda: catastrophic("a1 "),
    "areas.txt": lambda: catastrophic("Område 1 39 "),
    "dots.txt": lambda: catastrophic("1.1. "),
    "deep-lists.json": lambda: deep_json(b"[", b"]"),
    "deep-objects.json": lambda: deep_json(b'{"areas":', b"}"),
    "deep-inside.json": lambda: json_numbers("[" * 100_000 + "]" * 100_000),
    "deep-unclosed.json": lambda: b'{"a":' * 100_000,
    "deep-and-wide.json": deep_and_wide,
    "less-deep-and-wide.json": lambda: deep_and_wide(15, 1_190_000),
    "wide.json": lambda: b'[{"areas":[' + b"{}," * 1_190_000 + b"{}]}]",
    "areas.json": lambda: (
        b'[{"areas":[' + b"{}," * 90 + b"{}]}" + b',{"areas":[{}]}' * 2_900 + b"]"
    ),
    "many-areas.json": lambda: (
        b"[" + b",".join([b'{"areas":[' + b"{}," * 99 + b"{}]}"] * 2_990) + b"]"
    ),
    "many-questions.json": lambda: json.dumps(
        [{"areas": [{"questions": [{}] * 99}] * 12}] * 480
    ).encode(),
    "nul.json": lambda: json_numbers('"\\u0000"'),
    "nul-in-text.json": lambda: json.dumps(
        hemne() | {"source": {"title": "a\0b", "url": "https://a.example/"}}
    ).encode(),
    "many-names.json": lambda: names(590_000),
    "long-texts.json": lambda: json.dumps(
        [{f"{n}": "x" * 30_000 for n in range(16)}] * 39
    ).encode(),
    "escapes.json": lambda: b'{"a":"' + rb"\n" * (9 * MEGABYTE) + b'"}',
    "long-name.json": lambda: b'{"' + b"a" * (19 * MEGABYTE) + b'":' + b"[1,1]" + b"}",
    "many-digits.json": lambda: json_numbers("9" * 1_000_000),
    "many-decimals.json": lambda: json_numbers("0." + "3" * 1_000_000),
    "large-exponent.json": lambda: json_numbers("1e999999999"),
    "infinity.json": lambda: json_numbers("1e400"),
    "nan.json": lambda: json_numbers("NaN"),
    "infinite.json": lambda: json_numbers("-Infinity"),
    "twice.json": duplicate_keys,
    "surrogate.json": lambda: json_numbers('"\\ud800"'),
    "many.json": many_documents,
}


def each(names: Iterable[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Those files, or all; each is made when it is asked for."""
    for name in names or FILES:
        yield name, FILES[name]()


def main(folder: str) -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, content in each():
        (Path(folder) / name).write_bytes(content)


if __name__ == "__main__":
    main(*sys.argv[1:])
