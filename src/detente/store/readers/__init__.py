"""One reader a source: from a file as it is published to rows of the record."""
