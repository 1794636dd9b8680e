"""A batch: which files a build reads, and how each becomes a reading."""
