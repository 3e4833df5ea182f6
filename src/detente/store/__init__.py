"""Where it is kept: a folder of Parquet files and a manifest, and a reader for each source."""
