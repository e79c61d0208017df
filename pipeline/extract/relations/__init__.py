"""Relations: which names, dates and numbers are stated of which works and people, found by a trained network.

`candidates` are what a statement can be made of, `scenes` the inputs of the network, which tells of each candidate
what is stated with it and of which other one; `finding` turns its scores into relations.
"""

from pipeline.extract.relations.candidates import KIND_OF, Candidate, Paragraph, make_paragraph
from pipeline.extract.relations.finding import Relation, find_relations
from pipeline.extract.relations.network import load_relations

__all__ = ["KIND_OF", "Candidate", "Paragraph", "Relation", "find_relations", "load_relations", "make_paragraph"]
