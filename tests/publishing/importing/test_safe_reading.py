"""Files that mean harm, or are not what they say: one clear fault each, before any harm is done."""

import io
import struct
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest

from app.bounds import READ_CELLS, READ_COLUMNS, READ_ROWS, READ_SHEETS, UPLOAD_BYTES
from app.publishing.faults import Fault, RejectedError
from app.publishing.importing.reading import read_tables
from tests.publishing.importing import books

NUMBER = '<row r="1"><c r="A1"><v>1</v></c></row>'


def refusal(name: str, content: bytes) -> Fault:
    with pytest.raises(RejectedError) as refused:
        read_tables(name, content)
    (fault,) = refused.value.faults
    return fault


def says(name: str, content: bytes) -> str:
    fault = refusal(name, content)
    return fault.problem.key


def with_lying_size(content: bytes, part: str, claimed: int) -> bytes:
    """The archive with another unpacked size of a part, in the list and before the part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        true = archive.getinfo(part).file_size
    assert content.count(struct.pack("<L", true)) == 2
    return content.replace(struct.pack("<L", true), struct.pack("<L", claimed))


def zeros(megabytes: int) -> bytes:
    return b"<a>" + b"0" * (megabytes * 1_000_000) + b"</a>"


def test_what_is_too_large_is_refused_by_its_size() -> None:
    assert says("stor.xlsx", b"\0" * (UPLOAD_BYTES + 1)).startswith("The file is %(size)s MB")
    assert says("stor.csv", b"\0" * (UPLOAD_BYTES + 1)).startswith("The file is %(size)s MB")


@pytest.mark.parametrize("name", ["tom.xlsx", "tom.csv", "tom.txt", "tom.json", "tom.zip"])
@pytest.mark.parametrize("content", [b"", b"  \r\n\t"])
def test_an_empty_file_is_said_to_be_empty(name: str, content: bytes) -> None:
    assert says(name, content) == "The file is empty."


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 \n1 0 obj",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
        b"\xff\xd8\xff\xe0 JFIF",
        b"<!DOCTYPE html><title>Tabell</title>",
        b"<HTML><table>",
        b"<?xml version='1.0'?><a/>",
        b"MZ\x90\0\x03",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        b"kommune;1;2",
    ],
)
def test_a_workbook_is_not_taken_for_what_it_is_called(content: bytes) -> None:
    assert refusal("tabell.xlsx", content).mend is not None


@pytest.mark.parametrize("name", ["tabell.csv", "tabell.txt", "tabell.json"])
@pytest.mark.parametrize("content", [b"%PDF-1.7", b"PK\x03\x04....", b"a;b\0;c", b"\x89PNG\r\n"])
def test_a_text_is_not_taken_for_what_it_is_called(name: str, content: bytes) -> None:
    assert refusal(name, content).mend is not None


@pytest.mark.parametrize("name", ["tabell.xls", "tabell.exe", "tabell", "xlsx", ".tar.gz"])
def test_other_kinds_of_files_are_told_which_are_read(name: str) -> None:
    fault = refusal(name, b"PK\x03\x04")
    assert fault.mend is not None
    assert ".xlsx" in str(fault)


def test_a_text_document_is_no_workbook() -> None:
    document = f'<w:document xmlns:w="{books.MAIN}"><w:body/></w:document>'
    content = books.packed(books.parts() | {"xl/workbook.xml": document})
    assert says("brev.xlsx", content) == "The file is no Excel workbook."
    assert says("ark.xlsx", books.packed({"mimetype": "ods"})) == "The file is no Excel workbook."


@pytest.mark.parametrize(
    "name, content",
    [
        ("ark.xlsx", books.packed(books.parts('<row r="1"><c r="A1" s="0"/></row>'))),
        ("a.csv", b";;"),
    ],
)
def test_a_table_without_anything_in_it_is_empty(name: str, content: bytes) -> None:
    assert says(name, content) == "The file is empty."


def test_a_locked_workbook_is_said_to_be_locked() -> None:
    name = "EncryptedPackage".encode("utf-16-le")
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + name
    assert says("laast.xlsx", content) == "The file is locked with a password."


def test_a_packed_file_may_not_swell() -> None:
    bomb = books.packed(books.parts() | {"xl/worksheets/sheet1.xml": zeros(50)})
    assert len(bomb) < 100_000
    assert says("bombe.xlsx", bomb) == "The file would become too large when it is unpacked."


def test_a_packed_file_that_says_it_is_small_gives_no_more_than_it_says() -> None:
    bomb = books.packed(books.parts() | {"xl/worksheets/sheet1.xml": zeros(50)})
    lying = with_lying_size(bomb, "xl/worksheets/sheet1.xml", 50_000)
    assert refusal("bombe.xlsx", lying).mend is not None


def test_many_middling_parts_are_one_large_file() -> None:
    stored = {f"xl/worksheets/sheet{n}.xml": "x" * 90_000 for n in range(2, 1_400)}
    bomb = books.packed(books.parts() | stored)
    assert says("bombe.xlsx", bomb) == "The file would become too large when it is unpacked."


def test_a_list_of_very_many_parts_is_not_even_read() -> None:
    many = books.packed({f"{n}": "" for n in range(30_000)}, zipfile.ZIP_STORED)
    assert says("mange.xlsx", many) == "The file would become too large when it is unpacked."


def test_two_parts_of_one_name_are_not_chosen_between() -> None:
    memory = io.BytesIO(books.packed(books.parts(NUMBER)))
    with zipfile.ZipFile(memory, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/worksheets/sheet1.xml", books.sheet(""))
    assert "two parts of one name" in says("to.xlsx", memory.getvalue())


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_workbooks_are_packed_in_one_way(how: int) -> None:
    assert "packed in a way" in says("pakket.xlsx", books.packed(books.parts(NUMBER), how))


@pytest.mark.parametrize("keep", [30, 400, 900])
def test_half_a_workbook_is_damaged(keep: int) -> None:
    content = books.packed(books.parts(NUMBER))
    assert refusal("halv.xlsx", content[:keep]).mend is not None
    assert refusal("halv.xlsx", content[:-8]).mend is not None


@pytest.mark.parametrize(
    "part",
    [
        "xl/vbaProject.bin",
        "xl/macrosheets/sheet1.xml",
        "xl/externalLinks/externalLink1.xml",
        "xl/connections.xml",
        "xl/queryTables/queryTable1.xml",
        "xl/embeddings/oleObject1.bin",
        "xl/activeX/activeX1.xml",
    ],
)
def test_what_runs_or_fetches_is_refused(part: str) -> None:
    content = books.packed(books.parts(NUMBER) | {part: "<a/>"})
    assert refusal("ark.xlsx", content).mend is not None
    assert read_tables("ark.xlsx", books.packed(books.parts(NUMBER))).sheets[0].cells


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"])
@pytest.mark.parametrize(
    "definitions",
    [
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
    ],
)
def test_definitions_are_refused_wherever_they_stand(part: str, definitions: str) -> None:
    parts = books.parts(NUMBER)
    content = books.packed(parts | {part: definitions + parts[part]})
    assert "DTD" in says("ark.xlsx", content)


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1"><c r="A{READ_ROWS + 1}"><v>1</v></c></row>',
        f'<row r="{READ_ROWS + 1}"><c><v>1</v></c></row>',
        '<row r="1"><c r="XFD1"><v>1</v></c></row>',
        f'<row r="1">{"<c><v>1</v></c>" * (READ_COLUMNS + 1)}</row>',
    ],
)
def test_a_cell_far_out_is_refused(rows: str) -> None:
    assert says("ark.xlsx", books.packed(books.parts(rows))).startswith("The file has more rows")


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>x</v></c></row>',
        '<row r="1"><c r="A1"><v>nan</v></c></row>',
        '<row r="1"><c r="A1"><v>1e999</v></c></row>',
        '<row r="1"><c r="A1"><v>12a</v></c></row>',
        '<row r="1"><c r="A1" t="zz"><v>1</v></c></row>',
        '<row r="x"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="1A"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></row>',
    ],
)
def test_a_part_that_makes_no_sense_is_damaged(rows: str) -> None:
    assert "damaged" in says("ark.xlsx", books.packed(books.parts(rows)))


def test_a_workbook_has_a_bounded_number_of_sheets() -> None:
    one = '<sheet name="Ark%d" sheetId="%d" r:id="rId1"/>'
    many = "".join(one % (n, n) for n in range(READ_SHEETS + 1))
    book = books.BOOK.replace('<sheet name="Ark" sheetId="1" r:id="rId1"/>', many)
    content = books.packed(books.parts(NUMBER) | {"xl/workbook.xml": book})
    assert "sheets" in says("ark.xlsx", content)


@pytest.mark.parametrize("ending", ["csv", "tsv"])
@pytest.mark.parametrize(
    "content",
    [
        b"x" + b";" * (READ_COLUMNS + 1),
        b"x;y\n" * (READ_ROWS + 1),
        b"x;" * 2_000_000,
        b"x;" + b"y" * 40_000 + b"\n",
        b"x;" + b"y" * 200_000 + b"\n",
        b'"' + b"x\n" * 5_000,
        b'a;"b;c\nd;e',
        b'a;"b"c;d\n',
    ],
    ids=["columns", "rows", "line", "cell", "long-cell", "lines", "quote", "letter-after-quote"],
)
def test_a_table_in_text_has_bounds(content: bytes, ending: str) -> None:
    given = content if ending == "csv" else content.replace(b";", b"\t")
    fault = refusal(f"tabell.{ending}", given)
    assert fault.line > 0


def test_cells_of_all_tables_together_are_bounded() -> None:
    table = ("x;" * 99 + "x\n") * (READ_CELLS // 100 // 2 + 1)
    assert says("tabeller.zip", books.packed({"a.csv": table, "b.csv": table})) in (
        "The file has more rows, columns or cells than are read.",
        "The file would become too large when it is unpacked.",
    )


@pytest.mark.parametrize(
    "make",
    [
        "books.packed(books.parts() | {'xl/worksheets/sheet1.xml': b'0' * 95_000_000})",
        "lying()",
        "books.packed(books.parts(random_cells(900_000)))",
        "books.packed(books.parts(elements(6_000_000)))",
        "books.packed(books.parts('<row ' + wide(60_000_000) + '/>'))",
        "books.packed({str(n): '' for n in range(60_000)}, 0)",
        "books.packed(books.parts(merged(2_000_000)))",
    ],
)
def test_refusing_takes_little_memory(make: str) -> None:
    """In a process of its own, which may not have more than so much."""
    program = textwrap.dedent(
        f"""
        import random, resource, struct, sys, zipfile, io
        from app.publishing.faults import RejectedError
        from app.publishing.importing.reading import read_tables
        from tests.publishing.importing import books

        def random_cells(n):
            pick = random.Random(1)
            row = '<row r="%d">%s</row>'
            return "".join(
                row % (r, "".join(f"<c><v>{{pick.random()}}</v></c>" for _ in range(100)))
                for r in range(1, n // 100)
            )

        def elements(n):
            pick = random.Random(1)
            return "".join(f"<x{{pick.randrange(10 ** 6)}}/>" for _ in range(n))

        def wide(n):
            pick = random.Random(1)
            return 'a="' + "".join(map(str, pick.choices(range(10 ** 8), k=n // 8))) + '"'

        def merged(n):
            return '<mergeCell ref="A1:B2"/><c/>' * n

        def lying():
            made = books.packed(
                books.parts() | {{"xl/worksheets/sheet1.xml": b"0" * 50_000_000}}
            )
            return made.replace(struct.pack("<L", 50_000_000), struct.pack("<L", 90_000))

        content = {make}
        used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
        most = used + 350_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        try:
            read_tables("ark.xlsx", content)
        except RejectedError as error:
            print(error)
        """
    )
    if not Path("/proc/self/statm").exists():
        pytest.skip("the size of a process is read as Linux tells it")
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ended.stdout.startswith("ark.xlsx"), ended.stdout
