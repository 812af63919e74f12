"""Use cases of the decision: an engagement's dossier, its moves between stages, the guards on the way."""
