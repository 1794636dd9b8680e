"""The model of the graph: records, errors, the declared node and relation types, the search fold."""
