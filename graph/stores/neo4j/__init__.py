"""The store in Neo4j: a copy of the graph for Cypher, behind the same contract as SQLite."""
