"""Problem codes: fetching files of events."""

from __future__ import annotations

from detente.base.codes.entry import Entry

ENTRIES: dict[str, Entry] = {
    "R950": Entry(
        "address to fetch from",
        "The address given to --from-url is no http or https address, or it carries a password, a "
        "question mark or a fragment.",
        "Write it as https://host/folder; the lists and files are looked for below it.",
    ),
    "R951": Entry(
        "no span of days",
        "The first day is none, or comes after the last; or the last is none.",
        "Write both days as YYYY-MM-DD, the earlier one under --from.",
    ),
    "R952": Entry(
        "before the source begins",
        "The first day lies before the first file of this version of the source.",
        "Name a later day, or, for days before 2015-02-18, take --version 1.",
    ),
    "R953": Entry(
        "no list of files",
        "What the server gives as the list of its files holds no line of such a list: a page of "
        "another site, or of a network that asks for a login.",
        "Open the address in a browser, correct --from-url, or sign in to the network.",
    ),
    "R954": Entry(
        "no pair of states",
        "A pair given to --dyad is not two different states by ISO 3166 alpha-3.",
        "Write --dyad JPN,RUS; the option may be repeated.",
    ),
    "R955": Entry(
        "file that does not fit its checksum",
        "A file was received whole, several times, and its size or its MD5 is not what the "
        "server's list says. It was not added.",
        "Fetch again later: the list is then taken anew. Some files of GDELT never fit.",
    ),
    "R956": Entry(
        "file larger than its list says",
        "The server sends more bytes than its list states. The file was cut off and not added.",
        "Fetch again later; the list and the file may have been out of step.",
    ),
    "R957": Entry(
        "answer that is not followed",
        "The server refuses a file, sends to another host or away from https, or its certificate "
        "does not hold.",
        "See what stands at the address; name the right one under --from-url.",
    ),
    "R958": Entry(
        "not the export that its name promises",
        "A file fits its checksum, but is no zip archive of one table, would unpack to far more "
        "than such a table needs, or the store could not read it. It was not added.",
        "Tell the source; the other files are not touched by it.",
    ),
    "R959": Entry(
        "file that could not be had",
        "The server did not send a file whole in the tries allowed: it was too slow, broke off, "
        "was out of reach, or answered that it is overloaded or at fault.",
        "Fetch again later: what was received is kept, and goes on from there.",
    ),
}
