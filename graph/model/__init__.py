"""The model of the graph: records, errors, declared node and relation types, the search fold."""
