"""Problem codes: the store."""

from __future__ import annotations

from detente.base.codes.entry import Entry

ENTRIES: dict[str, Entry] = {
    "R901": Entry(
        "form of the store",
        "The store's folder is of a newer form than this program knows, or what form it is of "
        "cannot be read.",
        "Use a newer version of the program, or name another folder.",
    ),
    "R902": Entry(
        "damaged entry of the store",
        "An entry of the store's manifest cannot be read, or is not what the store wrote.",
        "Remove the entry from the folder `manifest`, and add its file again.",
    ),
    "R903": Entry(
        "damaged file of the store",
        "A Parquet file that an entry of the store names is missing, or is not what was written.",
        "Remove the entry of the same name from the folder `manifest`, and add its file again.",
    ),
    "R904": Entry(
        "file that cannot be added",
        "A file to be added is absent, no regular file, or cannot be opened; or a folder holds "
        "none.",
        "Name a file that can be read.",
    ),
    "R905": Entry(
        "broken archive",
        "A zip or gzip file breaks off, fails its own checks, or is locked by a password.",
        "Fetch it anew, or unpack it and add what was in it.",
    ),
    "R906": Entry(
        "archive of several files",
        "A zip archive does not hold exactly one file.",
        "Unpack it, and add the folder.",
    ),
    "R907": Entry(
        "archive that unpacks to too much",
        "A zip or gzip file unpacks to far more than its own size, as no file of events does.",
        "Unpack it yourself if it is to be trusted, and add what was in it.",
    ),
    "R908": Entry(
        "source that cannot be told",
        "The first lines of a file are not those of exactly one source that is known; or no row of "
        "it can be read as one of the source that is named.",
        "Name the source by `--source`, or another one.",
    ),
    "R909": Entry(
        "file that changed",
        "A file was changed while it was being read, so that nothing of it was kept.",
        "Add it again when it is complete.",
    ),
    "R910": Entry(
        "no folder of a store",
        "The folder named holds other things than a store, or cannot be read.",
        "Name a store, an empty folder, or one that does not exist yet.",
    ),
    "R911": Entry(
        "unreadable span",
        "What a file is declared to cover is not two days, the first not after the last.",
        "Write it as 2018-10-04..2018-12-31.",
    ),
    "R912": Entry(
        "unknown backend",
        "A URL does not name a backend that events can be read from.",
        "Write it as duckdb:///FILE, pyspark://?store=FOLDER or bigquery://PROJECT/DATASET.",
    ),
    "R913": Entry(
        "unfit table of a backend",
        "The table that a URL leads to is absent, or lacks a column that events need.",
        "Name the table by ?table=NAME, and the columns that are called otherwise.",
    ),
    "R914": Entry(
        "file that its reader cannot read",
        "The content of a file is not of the kind that its source publishes, so that it cannot be "
        "taken apart into rows.",
        "Name the right source by `--source`, or fetch the file anew.",
    ),
}
