"""Layout: answers as a reader sees them in a terminal."""
