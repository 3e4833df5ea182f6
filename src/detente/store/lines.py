"""The physical lines of a plain file, as a relation of their numbers and texts."""

from __future__ import annotations

import itertools
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.store.readers.reader import PlainFile

if TYPE_CHECKING:
    import duckdb

BLOCK = 1 << 22
"""Bytes read at once."""

_SCHEMA = pa.schema([pa.field("row", pa.int64()), pa.field("text", pa.string())])
_MARK = b"\xef\xbb\xbf"
_NUMBERS = itertools.count(1)


def lines(con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
    """Return the SQL of a relation of a file's lines, in their order.

    Parameters
    ----------
    con
        The connection in which the relation is to be known.
    plain
        The file.

    Returns
    -------
    str
        A ``SELECT`` of ``row`` (BIGINT, from 1) and ``text`` (VARCHAR, without the end of the line;
        an empty line is an empty text). Lines set aside already are left out. It streams, a few
        megabytes at a time, and may be scanned several times.
    """
    name = f"lines_{next(_NUMBERS)}"
    con.register(name, _Lines(plain))
    return f'SELECT "row", "text" FROM {name}'  # noqa: S608 - a name made here


class _Lines:
    """A file that gives its lines anew each time they are asked for."""

    def __init__(self, plain: PlainFile) -> None:
        self._plain = plain

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        reader = pa.RecordBatchReader.from_batches(_SCHEMA, batches(self._plain))
        return reader.__arrow_c_stream__(requested_schema)


def batches(plain: PlainFile) -> Iterator[Any]:
    """Yield a file's lines as Arrow batches of ``row`` and ``text``."""
    skipped = pa.array(sorted(plain.skipped), pa.int64())
    row = 1
    for block in _blocks(plain):
        offsets = pa.py_buffer(struct.pack("<ii", 0, len(block)))
        whole = pa.StringArray.from_buffers(1, offsets, pa.py_buffer(block))
        texts = pc.split_pattern(whole, "\n").flatten()
        if b"\r" in block:
            texts = pc.utf8_rtrim(texts, "\r")
        count = len(texts)
        rows = pc.cumulative_sum(pa.repeat(pa.scalar(1, pa.int64()), count), start=row - 1)
        batch = pa.record_batch([rows, texts], schema=_SCHEMA)
        if len(skipped):
            batch = batch.filter(pc.invert(pc.is_in(rows, skipped)))
        row += count
        yield batch


def _blocks(plain: PlainFile) -> Iterator[bytes]:
    """Yield blocks of whole lines, each without the LF after its last line."""
    with plain.path.open("rb") as file:
        rest = file.read(len(_MARK)).removeprefix(_MARK)
        while part := file.read(BLOCK):
            cut = part.rfind(b"\n")
            if cut < 0:
                rest += part
                continue
            yield rest + part[:cut]
            rest = part[cut + 1 :]
        if rest:
            yield rest.removesuffix(b"\n")
