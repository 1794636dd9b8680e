"""What researchers see: pages over the answers of `graph.questions`, one page a file."""
