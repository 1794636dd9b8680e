"""The graph in RDF: terms that others have defined, evidence on every statement, nothing lost.

`vocabulary.toml` says which term stands for what. A node is a resource with its properties; a link
is a plain triple between two nodes, and a statement about that triple (`rdf:Statement`) with its
basis, its confidence and the evidence that it was derived from, in the terms of PROV and of Web
Annotation.
"""
