"""From files to a graph: each file becomes a reading, all readings are joined."""
