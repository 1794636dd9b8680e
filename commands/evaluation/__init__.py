"""What `mandates evaluate` measures: a kind of key a file, and how figures are written and shown."""
