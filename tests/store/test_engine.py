import duckdb
import pytest

from detente.base.errors import InputError, MissingResource
from detente.store.engine import Limits, ibis_connection, plain_connection, told


def test_limits_reach_the_engine() -> None:
    con = plain_connection(Limits(memory="300MB", threads=1))

    assert con.sql("SELECT current_setting('threads')").fetchone() == (1,)
    assert con.sql("SELECT current_setting('memory_limit')").fetchone() == ("286.1 MiB",)


def test_ibis_has_the_same_limits() -> None:
    backend = ibis_connection(Limits(memory="300MB", threads=1))

    found = backend.raw_sql("SELECT current_setting('memory_limit')").fetchone()
    assert found == ("286.1 MiB",)


def test_a_limit_that_is_none_is_a_missing_resource() -> None:
    with pytest.raises(MissingResource, match="the engine"):
        plain_connection(Limits(memory="much"))


def test_memory_that_runs_out_is_a_missing_resource() -> None:
    con = plain_connection(Limits(memory="20MB", threads=1))
    con.execute("SET temp_directory = ''")

    with pytest.raises(MissingResource, match="out of memory"), told("a file"):
        con.execute("SELECT list(range) FROM range(10_000_000)").fetchall()


def test_what_cannot_be_read_is_told_with_its_file() -> None:
    with pytest.raises(InputError) as refused, told("a.csv", hint="look"):
        duckdb.connect().execute("SELECT nothing")

    (problem,) = refused.value.problems
    assert (problem.code, problem.file, problem.hint) == ("R914", "a.csv", "look")
