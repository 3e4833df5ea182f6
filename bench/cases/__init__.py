"""One module a subject; importing it registers its questions."""

ORDER = (
    "additive",
    "tied",
    "points",
    "oracle",
    "weight",
    "cold",
    "record",
    "record_ingest",
    "growth",
)
