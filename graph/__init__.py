"""The graph: its model, its stores, and the questions that are asked of it."""
